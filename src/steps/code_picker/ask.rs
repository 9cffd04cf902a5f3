//! What a field asks of the picker, and how it is opened.

use gaip_contract::bodies::CodeRow;
use gaip_domain::value::CodeList;
use leptos::prelude::*;

/// What a field asks for.
#[derive(Clone)]
pub struct Ask {
    /// The list that the code is of.
    pub list: CodeList,
    /// Id of the control that the focus goes back to.
    pub back: String,
    /// Words to begin with.
    pub query: String,
    /// The codes that the field has, without dots.
    pub codes: Signal<Vec<String>>,
    /// Most codes, where it takes several; the dialog then stays open. Nothing where it takes one.
    pub max: Option<u32>,
    /// A row was chosen. Where several may be, one that was chosen before is taken out again.
    pub on_choose: Callback<CodeRow>,
}

/// Opens the picker; in the context of every step.
#[derive(Clone, Copy)]
pub struct CodePicker {
    pub(super) open: RwSignal<bool>,
    pub(super) ask: RwSignal<Option<Ask>>,
}

impl Default for CodePicker {
    fn default() -> Self {
        Self { open: RwSignal::new(false), ask: RwSignal::new(None) }
    }
}

impl CodePicker {
    /// Opens for a field.
    pub fn open_for(self, ask: Ask) {
        self.ask.set(Some(ask));
        self.open.set(true);
    }
}
