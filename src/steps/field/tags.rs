//! Words of one's own, each a tag (manual row T60): Enter or the button adds what was typed, also several at once by commas.

use super::is_optional;
use crate::i18n::{code_words, field_words, fill, invalid, local};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::field::{Chips, Choice, TextField, Width};
use crate::ui::focus::focus_id;
use crate::ui::ime::is_composing;
use crate::wizard::bind::Binder;
use gaip_domain::form::tag;
use gaip_domain::portal::Field;
use gaip_domain::value::Invalid;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The tags, and the input for another.
#[component]
pub fn TagsInput(
    /// The step or product that the field belongs to.
    binder: Binder,
    /// The field.
    field: &'static Field,
    /// Most tags.
    max: u32,
    /// Most characters of a tag.
    length: u32,
) -> impl IntoView {
    let id = binder.key(&field.name);
    let value = binder.list(&field.name);
    let own = RwSignal::new(None);
    let of_answer = binder.answering.error(id.clone());
    let error = Signal::derive(move || {
        let error: Option<Invalid> = own.get();
        error.map(|error| invalid(field, error)).or_else(|| of_answer.get())
    });
    let hint = field.hint.as_ref().map(local);
    let judge = move |typed: String| put(value, &typed, max, length);
    view! { <TagsBox id label=local(&field.label) hint value max error own judge optional=is_optional(field)/> }
}

/// Adds what was typed; what cannot be added stays to be mended.
fn put(value: RwSignal<Vec<String>>, typed: &str, max: u32, length: u32) -> Result<(), Invalid> {
    let mut tags = value.get_untracked();
    for part in typed.split([',', '，', '、']).filter(|part| !part.trim().is_empty()) {
        let tag = tag(part, length)?;
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    if tags.len() > max as usize {
        return Err(Invalid::TooMany(max));
    }
    value.set(tags);
    Ok(())
}

#[component]
fn TagsBox(
    id: String,
    label: String,
    hint: Option<String>,
    value: RwSignal<Vec<String>>,
    max: u32,
    error: Signal<Option<String>>,
    own: RwSignal<Option<Invalid>>,
    #[prop(into)] judge: Callback<String, Result<(), Invalid>>,
    optional: bool,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let add = move || {
        let text = typed.get_untracked();
        if text.trim().is_empty() {
            return;
        }
        match judge.run(text) {
            Ok(()) => {
                own.set(None);
                typed.set(String::new());
            }
            Err(error) => own.set(Some(error)),
        }
    };
    let back = id.clone();
    let press = move |()| {
        add();
        focus_id(&back);
    };
    let key = move |event: KeyboardEvent| {
        // Enter ends a syllable first; it sends no form here.
        if event.key() == "Enter" && !is_composing(&event) {
            event.prevent_default();
            add();
        }
    };
    let chosen = Signal::derive(move || {
        value.with(|tags| tags.iter().map(|tag| Choice::new(tag.clone(), tag.clone())).collect::<Vec<_>>())
    });
    let count = move || fill(&fill(code_words().picked_count, value.with(Vec::len)), max);
    view! {
        <div class="tags">
            <div on:keydown=key>
                <TextField id=id.clone() label value=typed hint error optional width=Width::Medium on_blur=Callback::new(move |()| add())>
                    <Button kind=ButtonKind::Secondary size=ButtonSize::Medium on_click=press>{field_words().tag_add}</Button>
                </TextField>
            </div>
            <Chips id chosen value readonly=false/>
            <p class="field__count" role="status">{count}</p>
        </div>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::ui::story::Story;
    fn shown(tags: &[&str], error: Option<&str>) -> AnyView {
        let value = RwSignal::new(tags.iter().map(|tag| (*tag).to_owned()).collect());
        let error = Signal::stored(error.map(str::to_owned));
        let hint = Some("관심 있는 낱말을 입력하고 Enter를 눌러 주세요.".to_owned());
        let judge = Callback::new(|_: String| Ok(()));
        view! {
            <TagsBox id="tags".to_owned() label="관심 키워드".to_owned() hint value max=10 error own=RwSignal::new(None) judge optional=true/>
        }
        .into_any()
    }
    &[
        Story { name: "steps/field/tags-empty", view: || shown(&[], None) },
        Story {
            name: "steps/field/tags-filled", view: || shown(&["반도체", "화장품", "친환경 포장재"], None)
        },
        Story {
            name: "steps/field/tags-error",
            view: || shown(&["반도체"], Some("관심 키워드를 10개까지 골라 주세요.")),
        },
    ]
};
