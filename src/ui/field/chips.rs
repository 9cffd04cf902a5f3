//! The choices made, each with a way back.

use super::Choice;
use crate::ui::focus::focus_id;
use crate::ui::words::ui_words;
use leptos::prelude::*;

/// A list of chosen entries. Taking one out moves the focus to the control `id`, since the button
/// that had it is gone.
#[component]
pub fn Chips(
    /// Id of the control.
    id: String,
    /// The choices made, with their names.
    chosen: Signal<Vec<Choice>>,
    /// Their codes.
    value: RwSignal<Vec<String>>,
    /// Shown, not changed.
    readonly: bool,
) -> impl IntoView {
    let words = ui_words();
    let remove = move |code: &str| {
        value.update(|codes| codes.retain(|other| other != code));
        focus_id(&id);
    };
    let remove = StoredValue::new(remove);
    view! {
        <ul class="chips" aria-label=words.chosen>
            <For each=move || chosen.get() key=|choice| choice.name.clone() let(choice)>
                <li class="chip">
                    {choice.name.clone()}
                    {(!readonly)
                        .then(|| {
                            view! {
                                <button
                                    type="button"
                                    class="chip__remove"
                                    on:click=move |_| remove.with_value(|remove| remove(&choice.code))
                                >
                                    <span class="visually-hidden">{choice.name} " " {words.remove}</span>
                                    <span aria-hidden="true">"×"</span>
                                </button>
                            }
                        })}
                </li>
            </For>
        </ul>
    }
}
