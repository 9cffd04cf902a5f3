//! The names of codes: under a box while one is typed, and beside a code where answers are read.

use super::code::Typed;
use crate::api::codes;
use crate::i18n::list_words;
use crate::steps::code_picker::spelling::{can_choose, label, named, spelled};
use gaip_contract::bodies::CodeRow;
use gaip_domain::value::CodeList;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Milliseconds after the last key until the name is looked up.
const PAUSE: u32 = 500;

/// Shows the name of the code that is in a box; one that the picker put in says so itself.
pub fn name_typed(typed: Typed) {
    let Typed { list, value, status, chosen } = typed;
    Effect::new(move |before: Option<()>| {
        let text = value.get();
        if chosen.with_value(|chosen| !text.is_empty() && *chosen == text) {
            return;
        }
        status.set(None);
        let Some(code) = Typed::code(list, &text) else { return };
        let pause = if before.is_none() { 0 } else { PAUSE };
        spawn_local(async move {
            let still = || value.try_with_untracked(|now| *now == text) == Some(true);
            TimeoutFuture::new(pause).await;
            if !still() {
                return;
            }
            let Ok(found) = codes::closest(list, &code).await else { return };
            if still() {
                let words = match found {
                    Some(row) => told(list, &code, &row),
                    None => (false, list_words(list).unknown.to_owned()),
                };
                status.set(Some(words));
            }
        });
    });
}

/// What is to be said of a code that was typed, and whether it is good.
pub fn told(list: CodeList, typed: &str, row: &CodeRow) -> (bool, String) {
    let name = named(list, row);
    // Industries are asked for at the deepest; of goods the heading is enough.
    if list == CodeList::Ksic && !can_choose(list, row) && typed == row.code {
        return (false, format!("{name}. {}", list_words(list).deeper));
    }
    (!row.gone, name)
}

/// A code with its label, as soon as the label is known.
#[component]
pub fn CodeName(
    /// The list.
    list: CodeList,
    /// The code, without dots.
    code: String,
) -> impl IntoView {
    let name = RwSignal::new(String::new());
    let shown = spelled(list, &code);
    Effect::new(move |before: Option<()>| {
        if before.is_none() {
            let code = code.clone();
            spawn_local(async move {
                if let Ok(Some(row)) = codes::closest(list, &code).await {
                    name.try_set(beside(list, &code, &row));
                }
            });
        }
    });
    view! { <span class="summary__text"><span>{shown}</span> <span>{move || name.get()}</span></span> }
}

/// The label of a code; where only a code above it is known, that code too.
fn beside(list: CodeList, code: &str, row: &CodeRow) -> String {
    if row.code == code { format!(" {}", label(row)) } else { format!(" ({})", named(list, row)) }
}
