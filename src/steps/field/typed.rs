//! A field of a portal outside a sign-up: shown with what is known, and typed anew.

use super::code::CodeField;
use super::corporation_number::CorporationField;
use super::countries::country_choices;
use super::{EMAIL_DOMAINS, address_search::AddressSearchDialog, amount_year, is_optional, options};
use crate::i18n::local;
use crate::ui::field::{
    AddressField, AmountsField, CheckboxGroup, DateField, EmailField, MultiSelect, NumberField, PhoneField, RadioGroup,
    TextField, TextareaField, Width,
};
use gaip_contract::bodies::AddressRow;
use gaip_domain::facts::{FieldInput, Value};
use gaip_domain::form;
use gaip_domain::portal::{Field, Input};
use gaip_domain::value::{CodeList, Phone};
use leptos::prelude::*;

/// A field, and what is typed in it.
#[derive(Clone, Copy)]
pub struct Typed {
    /// The field.
    pub field: &'static Field,
    /// What is typed, where it takes one text.
    pub text: RwSignal<String>,
    /// What is typed, where it takes several.
    pub parts: RwSignal<Vec<String>>,
}

impl Typed {
    /// A field that begins with what is known.
    pub fn of(field: &'static Field, value: Option<&Value>) -> Self {
        let typed = Self { field, text: RwSignal::new(String::new()), parts: RwSignal::new(Vec::new()) };
        typed.set(value);
        typed
    }

    /// Begins anew with what is known.
    pub fn set(self, value: Option<&Value>) {
        let (text, parts) = match value.and_then(form::as_input) {
            Some(FieldInput::Text(text)) => (text, Vec::new()),
            Some(FieldInput::List(parts)) => (String::new(), parts),
            None => (String::new(), Vec::new()),
        };
        self.text.set(text);
        self.parts.set(parts);
    }

    /// Whether it holds what is known, and nothing else was typed.
    pub fn holds(self, value: Option<&Value>) -> bool {
        match (value.and_then(form::as_input), untrack(|| self.input())) {
            (Some(known), typed) => known == typed,
            (None, FieldInput::Text(text)) => text.is_empty(),
            (None, FieldInput::List(parts)) => parts.iter().all(String::is_empty),
        }
    }

    /// What is typed, as it is sent; a caller that follows it sees changes.
    pub fn input(self) -> FieldInput {
        match self.field.input {
            Input::Address | Input::Choices(_) | Input::Countries | Input::Amounts { .. } => {
                FieldInput::List(self.parts.get())
            }
            _ => FieldInput::Text(self.text.get()),
        }
    }
}

/// The input of a field, by the same components as in a sign-up.
#[component]
pub fn TypedField(
    /// Id of the input on the page.
    id: String,
    /// The field and what is typed.
    typed: Typed,
    /// What is wrong.
    error: Signal<Option<String>>,
    /// The year in which the answers were given: amounts are of the three before it.
    #[prop(optional)]
    year: u16,
) -> impl IntoView {
    let Typed { field, text: value, parts } = typed;
    let (label, hint, optional) = (local(&field.label), field.hint.as_ref().map(local), is_optional(field));
    let prefixes = |all: &[&str]| all.iter().map(|prefix| (*prefix).to_owned()).collect::<Vec<_>>();
    match &field.input {
        Input::Phone => {
            let prefixes = prefixes(&Phone::PREFIXES);
            view! { <PhoneField id label value prefixes hint error optional/> }.into_any()
        }
        Input::Mobile => {
            let prefixes = prefixes(&Phone::MOBILE_PREFIXES);
            view! { <PhoneField id label value prefixes hint error optional/> }.into_any()
        }
        Input::Email => {
            let domains = prefixes(&EMAIL_DOMAINS);
            view! { <EmailField id label value domains hint error optional/> }.into_any()
        }
        Input::Address => view! { <TypedAddress id label parts hint error optional/> }.into_any(),
        Input::Choice(choices) => {
            view! { <RadioGroup id label value options=options(choices) hint error optional/> }.into_any()
        }
        Input::Choices(choices) => {
            view! { <CheckboxGroup id label value=parts options=options(choices) hint error optional/> }.into_any()
        }
        Input::Text { max, lines: true, .. } => {
            view! { <TextareaField id label value hint error optional limit=Some(*max as usize)/> }.into_any()
        }
        Input::PastDate => view! { <DateField id label value hint error optional/> }.into_any(),
        Input::Count { unit } | Input::Amount { unit } => {
            view! { <NumberField id label value unit=local(unit) hint error optional/> }.into_any()
        }
        Input::Amounts { unit } => {
            let years = [3, 2, 1].map(|back| amount_year(year.saturating_sub(back), back)).to_vec();
            view! { <AmountsField id label years value=parts unit=local(unit) hint error optional/> }.into_any()
        }
        Input::Countries => {
            view! { <MultiSelect id label value=parts options=country_choices() hint error optional/> }.into_any()
        }
        Input::CorporationNumber => view! { <CorporationField id field value error/> }.into_any(),
        Input::Industry => view! { <CodeField id field list=CodeList::Ksic value error/> }.into_any(),
        Input::WebAddress => {
            view! { <TextField id label value hint error optional autocomplete="url" inputmode="url"/> }.into_any()
        }
        _ => view! { <TextField id label value hint error optional width=Width::Medium/> }.into_any(),
    }
}

/// An address with its search.
#[component]
fn TypedAddress(
    id: String,
    label: String,
    parts: RwSignal<Vec<String>>,
    hint: Option<String>,
    error: Signal<Option<String>>,
    optional: bool,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let choose = move |row: AddressRow| {
        let rest = parts.with_untracked(|parts| parts.get(2).cloned()).unwrap_or_default();
        parts.set(vec![row.postcode, row.road, rest]);
        open.set(false);
    };
    view! {
        <AddressField id=id.clone() label value=parts on_search=Callback::new(move |()| open.set(true)) hint error optional/>
        <AddressSearchDialog id=format!("{id}-search") open on_choose=choose/>
    }
}
