//! A field of a portal as an input of the design kit: one place that knows which input takes which value.

pub mod address;
pub mod address_search;
pub mod advice;
pub mod business_number;
pub mod code;
pub mod code_name;
pub mod codes;
pub mod corporation_number;
pub mod countries;
pub mod files;
pub mod locked;
pub mod login_id;
pub mod new_password;
pub mod new_pin;
pub mod password_pair;
pub mod same_as;
pub mod tags;
pub mod terms;
pub mod typed;

use crate::i18n::{field_words, fill, local, social_words};
use crate::ui::field::AmountsField;
use crate::ui::field::CheckboxGroup;
use crate::ui::field::DateField;
use crate::ui::field::DigitsField;
use crate::ui::field::EmailField;
use crate::ui::field::NumberField;
use crate::ui::field::PhoneField;
use crate::ui::field::RadioGroup;
use crate::ui::field::TextField;
use crate::ui::field::TextareaField;
use crate::ui::field::{Choice as Option_, Width};
use crate::wizard::answering::Answering;
use crate::wizard::bind::Binder;
use gaip_domain::condition::Condition;
use gaip_domain::form;
use gaip_domain::portal::{AccountPart, Choice, Field, Input, Presence};
use gaip_domain::value::{CodeList, Phone};
use leptos::prelude::*;

/// Domains that most people have, before 직접입력 (manual row D77).
pub(crate) const EMAIL_DOMAINS: [&str; 6] =
    ["naver.com", "gmail.com", "daum.net", "hanmail.net", "kakao.com", "nate.com"];

/// A field, where it is asked.
#[component]
pub fn FieldView(
    /// The step or product that it belongs to.
    binder: Binder,
    /// The field.
    field: &'static Field,
) -> impl IntoView {
    let Some(when) = &field.when else {
        return input(binder, field);
    };
    let shown = Memo::new(move |_| holds(binder.answering, when));
    (move || shown.get().then(|| input(binder, field))).into_any()
}

/// Whether a field is asked at present.
pub fn is_asked(answering: Answering, field: &Field) -> bool {
    field.when.as_ref().is_none_or(|when| holds(answering, when))
}

/// Other answers of the same step may decide whether a field is asked.
fn holds(answering: Answering, when: &Condition) -> bool {
    let facts = answering.draft.facts();
    let typed = answering.input.get();
    let own = |fact: &str| match fact.split_once('.') {
        Some((step, name)) if step == answering.step.id => {
            let text = typed.text(name);
            let one = (!text.is_empty()).then(|| text.to_owned());
            typed.list(name).iter().cloned().chain(one).collect()
        }
        _ => facts.known(fact),
    };
    when.holds(&own)
}

/// Whether the label says that the field may stay empty.
pub fn is_optional(field: &Field) -> bool {
    field.presence == Presence::Optional
}

/// Options in the language in force.
pub fn options(choices: &[Choice]) -> Vec<Option_> {
    choices.iter().map(|choice| Option_::from((choice.value.clone(), local(&choice.label)))).collect()
}

fn input(binder: Binder, field: &'static Field) -> AnyView {
    let advice = field.advice.as_ref();
    let terms = field.terms.as_deref();
    if advice.is_none() && terms.is_none() {
        return plain_input(binder, field);
    }
    view! {
        {plain_input(binder, field)}
        {advice.map(|advice| view! { <advice::FieldAdvice binder field advice/> })}
        {terms.map(|terms| view! { <terms::FieldTerms binder terms/> })}
    }
    .into_any()
}

fn plain_input(binder: Binder, field: &'static Field) -> AnyView {
    let known = binder.answering.draft.view.with_untracked(|view| form::known_already(field, &view.facts));
    if let Some(value) = known {
        return view! { <locked::LockedInput binder field value/> }.into_any();
    }
    let id = binder.key(&field.name);
    let label = local(&field.label);
    let hint = field.hint.as_ref().map(local);
    let begun =
        binder.answering.draft.view.with_untracked(|view| form::begins_with(field, &view.facts).map(str::to_owned));
    let hint = if begun.is_some() { Some(social_words().begun.to_owned()) } else { hint };
    let error = binder.answering.error(id.clone());
    let optional = is_optional(field);
    let text = || {
        let value = binder.text(&field.name);
        if let Some(begun) = begun.clone() {
            begin(value, begun);
        }
        value
    };
    let prefixes = |all: &[&str]| all.iter().map(|prefix| (*prefix).to_owned()).collect::<Vec<_>>();
    match &field.input {
        Input::Text { .. } if field.account == Some(AccountPart::BusinessNumber) => {
            view! { <DigitsField id label value=text() groups=&[3, 2, 5] hint error optional/> }.into_any()
        }
        Input::Text { max, lines: true, .. } => {
            view! { <TextareaField id label value=text() hint error optional limit=Some(*max as usize)/> }.into_any()
        }
        Input::Text { autocomplete, .. } | Input::Name { autocomplete, .. } => {
            let autocomplete = autocomplete.as_deref().unwrap_or("off");
            view! { <TextField id label value=text() hint error optional autocomplete width=Width::Medium/> }.into_any()
        }
        Input::WebAddress => {
            view! { <TextField id label value=text() hint error optional autocomplete="url" inputmode="url"/> }
                .into_any()
        }
        Input::Phone => {
            let value = text();
            let prefixes = prefixes(&Phone::PREFIXES);
            view! {
                <PhoneField id label value prefixes hint error optional/>
                <same_as::SameAsButton binder field value/>
            }
            .into_any()
        }
        Input::Mobile => {
            let prefixes = prefixes(&Phone::MOBILE_PREFIXES);
            view! { <PhoneField id label value=text() prefixes hint error optional/> }.into_any()
        }
        Input::Email => {
            let value = text();
            let domains = prefixes(&EMAIL_DOMAINS);
            view! {
                <EmailField id label value domains hint error optional/>
                <same_as::SameAsButton binder field value/>
            }
            .into_any()
        }
        Input::PastDate => view! { <DateField id label value=text() hint error optional/> }.into_any(),
        Input::Choice(choices) => {
            view! { <RadioGroup id label value=text() options=options(choices) hint error optional/> }.into_any()
        }
        Input::Choices(choices) => {
            let value = binder.list(&field.name);
            view! { <CheckboxGroup id label value options=options(choices) hint error optional/> }.into_any()
        }
        Input::Count { unit } | Input::Amount { unit } => {
            view! { <NumberField id label value=text() unit=local(unit) hint error optional/> }.into_any()
        }
        Input::Amounts { unit } => {
            let value = binder.list(&field.name);
            let this_year = binder.answering.draft.today().year();
            let years = [3, 2, 1].map(|back| amount_year(this_year - back, back)).to_vec();
            view! { <AmountsField id label years value unit=local(unit) hint error optional/> }.into_any()
        }
        Input::LoginId => view! { <login_id::LoginIdInput binder field/> }.into_any(),
        Input::NewPin => view! { <new_pin::NewPinInput binder field/> }.into_any(),
        Input::NewPassword => view! { <new_password::NewPasswordInput binder field/> }.into_any(),
        Input::BusinessNumber => view! { <business_number::BusinessNumberInput binder field/> }.into_any(),
        Input::CorporationNumber => view! { <corporation_number::CorporationNumberInput binder field/> }.into_any(),
        Input::Countries => view! { <countries::CountriesInput binder field/> }.into_any(),
        Input::Address => view! { <address::AddressInput binder field/> }.into_any(),
        Input::Files { .. } => view! { <files::FilesInput binder field/> }.into_any(),
        Input::HsCode => view! { <code::CodeInput binder field list=CodeList::Hs/> }.into_any(),
        Input::HsCodes { max } => view! { <codes::CodesInput binder field list=CodeList::Hs max=*max/> }.into_any(),
        Input::Industries { max } => {
            view! { <codes::CodesInput binder field list=CodeList::Ksic max=*max/> }.into_any()
        }
        Input::Tags { max, length } => view! { <tags::TagsInput binder field max=*max length=*length/> }.into_any(),
        Input::Industry => view! { <code::CodeInput binder field list=CodeList::Ksic/> }.into_any(),
    }
}

/// Begins with what is known, where nothing was typed yet; the change is saved as if it were typed.
fn begin(value: RwSignal<String>, begun: String) {
    Effect::new(move |before: Option<()>| {
        if before.is_none() && value.with_untracked(String::is_empty) {
            value.set(begun.clone());
        }
    });
}

/// `2025년 (-1Y)`: years by the server's clock (manual rows D98 and D100).
pub fn amount_year(year: u16, back: u16) -> String {
    format!("{} (-{back}Y)", fill(field_words().amount_year, year))
}
