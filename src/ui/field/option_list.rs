//! A scrolling list of checkboxes with one stop for the Tab key.

use super::Choice;
use crate::ui::focus::focus_id;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Checkboxes one moves through with the arrow keys: hundreds of them would bury what follows
/// under as many presses of Tab.
#[component]
pub(super) fn OptionList(
    id: String,
    /// Name of the list.
    label: String,
    /// The choices in sight.
    visible: Memo<Vec<Choice>>,
    /// Codes of the choices made.
    value: RwSignal<Vec<String>>,
    /// Notified when the focus is to move in.
    into_list: RwSignal<()>,
) -> impl IntoView {
    let last = RwSignal::new(None::<String>);
    // The place in sight that Tab stops at: the one last visited, else the first.
    let stop = Memo::new(move |_| {
        visible.with(|choices| {
            last.with(|last| choices.iter().position(|choice| Some(&choice.code) == last.as_ref())).unwrap_or_default()
        })
    });
    let list_id = StoredValue::new(id);
    let row_id = move |code: &str| list_id.with_value(|id| [id, "-option-", code].concat());
    let go = move |to: usize| {
        visible.with_untracked(|choices| {
            if let Some(choice) = choices.get(to) {
                last.set(Some(choice.code.clone()));
                focus_id(&row_id(&choice.code));
            }
        });
    };
    Effect::watch(move || into_list.track(), move |(), _, _| go(stop.get_untracked()), false);
    let key = move |event: KeyboardEvent| {
        let at = stop.get_untracked();
        let to = match event.key().as_str() {
            "ArrowDown" => at + 1,
            "ArrowUp" if at == 0 => {
                event.prevent_default();
                list_id.with_value(|id| focus_id(id));
                return;
            }
            "ArrowUp" => at - 1,
            "Home" => 0,
            "End" => visible.with_untracked(Vec::len).saturating_sub(1),
            _ => return,
        };
        event.prevent_default();
        go(to);
    };
    view! {
        <ul class="options" role="group" aria-label=label on:keydown=key>
            <For each=move || visible.get() key=|choice| choice.code.clone() let(choice)>
                <Row id=row_id(&choice.code) choice visible value stop last/>
            </For>
        </ul>
    }
}

#[component]
fn Row(
    id: String,
    choice: Choice,
    visible: Memo<Vec<Choice>>,
    value: RwSignal<Vec<String>>,
    stop: Memo<usize>,
    last: RwSignal<Option<String>>,
) -> impl IntoView {
    let code = StoredValue::new(choice.code);
    let checked = Signal::derive(move || value.with(|codes| code.with_value(|code| codes.contains(code))));
    let is_stop = move || {
        visible
            .with(|choices| choices.get(stop.get()).is_some_and(|choice| code.with_value(|code| choice.code == *code)))
    };
    let set = move |on: bool| {
        value.update(|codes| {
            codes.retain(|other| code.with_value(|code| other != code));
            if on {
                codes.push(code.get_value());
            }
        });
    };
    view! {
        <li class="check" role="presentation">
            <input
                type="checkbox"
                class="check__mark"
                id=id.clone()
                tabindex=move || if is_stop() { "0" } else { "-1" }
                checked=checked.get_untracked()
                prop:checked=checked
                on:focus=move |_| last.set(Some(code.get_value()))
                on:change=move |event| set(event_target_checked(&event))
            />
            <label class="check__label" for=id>{choice.name}</label>
        </li>
    }
}
