//! The HS picker: one dialog that finds a code for whichever field asked (manual rows D117 to D122).

mod browse;
mod finder;
mod results;
mod search;

use crate::i18n::{local, words};
use crate::ui::focus::focus_soon;
use crate::ui::modal::{Modal, ModalKind};
use finder::{Finder, Way};
use gaip_contract::bodies::HsRow;
use gaip_domain::value::HsCode;
use leptos::prelude::*;

/// The dialog's id, and the beginning of the ids in it.
const ID: &str = "hs-picker";

/// The field that a code is for.
#[derive(Clone)]
pub struct Target {
    /// Id of its input.
    pub id: String,
    /// Its text.
    pub value: RwSignal<String>,
    /// The line under it.
    pub status: RwSignal<Option<(bool, String)>>,
    /// The code that was chosen last, in the spelling that was put in.
    pub chosen: StoredValue<String>,
}

impl Target {
    fn take(&self, code: &HsCode, row: &HsRow) {
        let code = code.dotted();
        let said = format!("{} {code} {}", words().products.hs_chosen, local(&row.label));
        self.chosen.set_value(code.clone());
        self.status.set(Some((true, said)));
        self.value.set(code);
    }
}

/// Opens the picker; in the context of a page that has one for all its fields.
#[derive(Clone, Copy)]
pub struct HsPicker {
    open: RwSignal<bool>,
    target: RwSignal<Option<Target>>,
}

impl Default for HsPicker {
    fn default() -> Self {
        Self { open: RwSignal::new(false), target: RwSignal::new(None) }
    }
}

impl HsPicker {
    /// Opens for a field.
    pub fn open_for(self, target: Target) {
        self.target.set(Some(target));
        self.open.set(true);
    }

    fn choose(self, row: &HsRow) {
        let (Some(target), Ok(code)) = (self.target.get_untracked(), HsCode::parse(&row.code)) else { return };
        target.take(&code, row);
        self.open.set(false);
        focus_soon(target.id);
    }
}

/// The dialog. It begins anew each time it is opened.
#[component]
pub fn HsPickerDialog(
    /// Opens it.
    picker: HsPicker,
) -> impl IntoView {
    Effect::new(move || {
        if picker.open.get() {
            focus_soon(search::BOX);
        }
    });
    view! {
        <Modal id=ID open=picker.open title=words().products.hs_title kind=ModalKind::Sheet>
            {move || picker.open.get().then(|| {
                let finder = Finder::new();
                // What was typed into the field is a search where it is no code.
                let typed = picker.target.with_untracked(|t| t.as_ref().map(|t| t.value.get_untracked()));
                let words = typed.filter(|typed| HsCode::parse(typed).is_err()).unwrap_or_default();
                finder.query.set(words);
                Effect::new(move |before: Option<()>| if before.is_none() { finder.begin() });
                view! { <PickerBody finder on_choose=move |row: HsRow| picker.choose(&row)/> }
            })}
        </Modal>
    }
}

/// What is in the dialog.
#[component]
fn PickerBody(finder: Finder, #[prop(into)] on_choose: Callback<HsRow>) -> impl IntoView {
    let words = &words().products;
    view! {
        <div class="hs">
            <p>{words.hs_lead}</p>
            {move || match finder.way.get() {
                Way::Search => view! { <search::SearchPart finder/> }.into_any(),
                Way::Browse => view! { <browse::BrowsePart finder/> }.into_any(),
            }}
            <results::Results finder on_choose/>
            <p class="hs__note">{words.hs_note}</p>
        </div>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::ui::story::Story;
    fn body(finder: Finder) -> AnyView {
        view! { <PickerBody finder on_choose=|_| {}/> }.into_any()
    }
    &[
        Story {
            name: "steps/products/hs-picker/found", view: || body(Finder::sample("라면", finder::sample_rows()))
        },
        Story { name: "steps/products/hs-picker/nothing", view: || body(Finder::sample("ㅋㅋㅋ", Vec::new())) },
        Story {
            name: "steps/products/hs-picker/browse",
            view: || {
                let finder = Finder::sample("", finder::sample_chapters());
                finder.way.set(Way::Browse);
                body(finder)
            },
        },
        Story {
            name: "steps/products/hs-picker/failed",
            view: || {
                let finder = Finder::sample("라면", Vec::new());
                finder.total.set(None);
                finder.failed.set(true);
                body(finder)
            },
        },
    ]
};
