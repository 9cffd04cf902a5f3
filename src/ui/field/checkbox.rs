//! Yes or no, and several of a few.

use super::Choice;
use super::frame::{FieldState, GroupFrame};
use leptos::prelude::*;

/// A checkbox with its words. The whole row can be pressed.
#[component]
pub fn Checkbox(
    /// Id and name.
    #[prop(into)]
    id: String,
    /// The words right of the box.
    #[prop(into)]
    label: String,
    /// Ticked or not.
    #[prop(into)]
    checked: Signal<bool>,
    /// Some of what it stands for is ticked.
    #[prop(optional, into)]
    indeterminate: Signal<bool>,
    /// The person ticked or cleared it.
    #[prop(into)]
    on_change: Callback<bool>,
    /// An explanation below the words.
    #[prop(optional_no_strip, into)]
    note: Option<String>,
    /// Id of an element that names what is ticked, read before the words.
    #[prop(optional_no_strip, into)]
    named_by: Option<String>,
    /// Ids of elements that describe it, beside the note.
    #[prop(optional, into)]
    described_by: Signal<Option<String>>,
    /// Whether an error is shown for it.
    #[prop(optional, into)]
    invalid: Signal<bool>,
    /// Has to be ticked.
    #[prop(optional)]
    required: bool,
    /// Shown, not changed.
    #[prop(optional)]
    readonly: bool,
) -> impl IntoView {
    let note_id = note.as_ref().map(|_| format!("{id}-note"));
    let label_id = format!("{id}-label");
    let name = named_by.map(|named_by| format!("{named_by} {label_id}"));
    let describing = note_id.clone();
    view! {
        <div class="check">
            <input
                type="checkbox"
                class="check__mark"
                id=id.clone()
                name=id.clone()
                checked=checked.get_untracked()
                prop:checked=checked
                prop:indeterminate=indeterminate
                aria-labelledby=name
                aria-describedby=move || match (&describing, described_by.get()) {
                    (Some(note), Some(more)) => Some([&more, " ", note].concat()),
                    (None, more) => more,
                    (note, None) => note.clone(),
                }
                aria-invalid=move || invalid.get().then_some("true")
                aria-required=required.then_some("true")
                aria-disabled=readonly.then_some("true")
                on:click=move |event| {
                    if readonly {
                        event.prevent_default();
                    }
                }
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            <label class="check__label" id=label_id for=id>{label}</label>
            {note.map(|note| view! { <p class="check__note" id=note_id>{note}</p> })}
        </div>
    }
}

/// Checkboxes that make one answer.
#[component]
pub fn CheckboxGroup(
    /// Id of the first checkbox.
    #[prop(into)]
    id: String,
    /// Always visible question.
    #[prop(into)]
    label: String,
    /// Codes of the choices made, in the order of the options.
    value: RwSignal<Vec<String>>,
    /// The choices.
    options: Vec<Choice>,
    /// What to choose.
    #[prop(optional_no_strip, into)]
    hint: Option<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// May stay empty.
    #[prop(optional)]
    optional: bool,
    /// Shown, not changed.
    #[prop(optional)]
    readonly: bool,
    /// The focus left the group.
    #[prop(optional_no_strip, into)]
    on_blur: Option<Callback<()>>,
) -> impl IntoView {
    let first = id.clone();
    let rows = move || {
        let order: StoredValue<Vec<String>> =
            StoredValue::new(options.iter().map(|choice| choice.code.clone()).collect());
        let invalid = expect_context::<FieldState>().invalid;
        options
            .into_iter()
            .enumerate()
            .map(|(at, choice)| {
                let id = if at == 0 { first.clone() } else { format!("{first}-{}", at + 1) };
                let code = choice.code.clone();
                let checked = Signal::derive(move || value.with(|codes| codes.contains(&code)));
                let set = move |on| value.update(|codes| tick(codes, &choice.code, on, &order.read_value()));
                view! { <Checkbox id label=choice.name note=choice.note checked on_change=set invalid readonly/> }
            })
            .collect_view()
    };
    view! {
        <GroupFrame id label hint error optional readonly on_blur>
            {rows()}
        </GroupFrame>
    }
}

/// Adds or takes out a code, keeping the order of the options.
fn tick(codes: &mut Vec<String>, code: &str, on: bool, order: &[String]) {
    codes.retain(|other| other != code);
    if on {
        codes.push(code.to_owned());
        codes.sort_by_key(|code| order.iter().position(|other| other == code));
    }
}

/// States of [`Checkbox`] and [`CheckboxGroup`].
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::ui::story::Story;
    fn nothing(_: bool) {}
    fn ways() -> Vec<Choice> {
        vec![
            Choice::new("mail", "이메일"),
            Choice::new("sms", "문자메시지").with_note("밤 9시부터 아침 8시까지는 보내지 않습니다."),
            Choice::new("post", "우편"),
        ]
    }
    &[
        Story {
            name: "ui/checkbox/empty",
            view: || {
                view! { <Checkbox id="same" label="본사 주소와 같습니다" checked=false on_change=nothing/> }.into_any()
            },
        },
        Story {
            name: "ui/checkbox/checked",
            view: || {
                view! { <Checkbox id="same-2" label="본사 주소와 같습니다" checked=true on_change=nothing/> }.into_any()
            },
        },
        Story {
            name: "ui/checkbox/indeterminate",
            view: || {
                view! { <Checkbox id="all" label="모두 고르기" checked=false indeterminate=true on_change=nothing/> }
                    .into_any()
            },
        },
        Story {
            name: "ui/checkbox/readonly",
            view: || {
                view! { <Checkbox id="done" label="본인확인을 마쳤습니다" checked=true readonly=true on_change=nothing/> }
                    .into_any()
            },
        },
        Story {
            name: "ui/checkbox/group",
            view: || {
                view! {
                    <CheckboxGroup id="ways" label="소식을 받을 방법" optional=true options=ways()
                        value=RwSignal::new(vec!["sms".to_owned()])/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/checkbox/group-error",
            view: || {
                view! {
                    <CheckboxGroup id="ways-2" label="소식을 받을 방법" options=ways() value=RwSignal::new(vec![])
                        hint="여러 개를 고를 수 있습니다.".to_owned() error="하나 이상 골라 주세요."/>
                }
                .into_any()
            },
        },
    ]
};

#[cfg(test)]
mod tests {
    use super::tick;

    #[test]
    fn ticked_codes_keep_the_order_of_the_options() {
        let order = ["a", "b", "c"].map(str::to_owned);
        let mut codes = vec![];
        tick(&mut codes, "c", true, &order);
        tick(&mut codes, "a", true, &order);
        tick(&mut codes, "c", true, &order);
        assert_eq!(codes, ["a", "c"]);
        tick(&mut codes, "a", false, &order);
        assert_eq!(codes, ["c"]);
    }
}
