//! Answers as people read them, on the review, the completion page and my page.

use super::certificate::organisation;
use super::company::standing_words;
use super::field::code_name::CodeName;
use super::field::{amount_year, countries};
use super::identity::method_title;
use crate::i18n::{
    certificate_words, company_words, field_words, fill, financial_words, identity_words, local, old_member_words,
    product_words, provider_name, social_words, words,
};
use crate::routes;
use crate::ui::summary_list::{SummaryList, SummaryRow};
use gaip_contract::bodies::FileView;
use gaip_domain::facts::{Answer, CompanyStanding, Facts, Value, Values};
use gaip_domain::form;
use gaip_domain::mask;
use gaip_domain::portal::{
    CertificateMethod, Choice, Field, FormStep, IdentityPart, Input, Journey, Portal, Step, StepKind,
};
use gaip_domain::value::{BusinessNumber, CodeList};
use leptos::prelude::*;

/// What is shown beside the answers.
#[derive(Clone)]
pub struct Shown {
    /// The portal.
    pub portal: &'static Portal,
    /// The journey.
    pub journey: &'static Journey,
    /// All answers, by which a field was asked or not.
    pub facts: Facts,
    /// Names of files.
    pub files: Vec<FileView>,
    /// The year in which the answers were given, such as 2026.
    pub year: u16,
    /// Each row leads to the step that can change it.
    pub change: bool,
    /// Personal values show their ends only.
    pub masked: bool,
}

/// The answer of one step as a list of names and values.
#[component]
pub fn AnswerList(
    /// The step.
    step: &'static Step,
    /// Its answer.
    answer: Answer,
    /// What is shown beside.
    shown: Shown,
) -> impl IntoView {
    let words = words();
    let row = |name: String, value: Option<AnyView>, field: &str| {
        let change =
            shown.change.then(|| format!("{}#{field}", routes::change(&shown.portal.id, shown.journey, &step.id)));
        view! { <Row name value change/> }.into_any()
    };
    let line = |name: &str, value: String, field: &str| row(name.to_owned(), Some(text(value)), field);
    let one = |name: &str, value: String, field: &str| vec![line(name, value, field)];
    let fields = |fields: &mut dyn Iterator<Item = &'static Field>, values: &Values, prefix: &str| {
        fields
            .map(|field| {
                let value = values.get(&field.name).map(|value| shown.view(field, value));
                row(local(&field.label), value, &format!("{prefix}{}", field.name))
            })
            .collect::<Vec<_>>()
    };
    let rows: Vec<AnyView> = match (&step.kind, answer) {
        (StepKind::Consent(settings), Answer::Consent(consents)) => settings
            .items
            .iter()
            .map(|item| {
                let title = shown.portal.terms_document(&item.terms).map(|terms| local(&terms.title));
                let consent = consents.get(&item.terms).map(|consent| {
                    let choice = if consent.agreed { words.signup.agreed } else { words.signup.not_agreed };
                    format!("{choice} ({})", fill(words.frame.version, &consent.version))
                });
                row(title.unwrap_or_default(), consent.map(text), &item.terms)
            })
            .collect(),
        (StepKind::Choose(settings), Answer::Choose { choice }) => {
            let chosen = settings.options.iter().find(|option| option.value == choice);
            vec![row(local(&step.title), chosen.map(|option| text(local(&option.title))), "choice")]
        }
        (StepKind::Identity(settings), Answer::Identity(identity)) => {
            let words = identity_words();
            let personal = |value: String| if shown.masked { mask::contact(&value) } else { value };
            let mobile = identity.mobile.map(|mobile| line(words.mobile, personal(mobile), "method"));
            [
                line(words.verified_method, method_title(settings, identity.method), "method"),
                line(words.name, if shown.masked { mask::name(&identity.name) } else { identity.name }, "method"),
                line(words.birth_date, personal(identity.birth_date), "method"),
            ]
            .into_iter()
            .chain(mobile)
            .collect()
        }
        (StepKind::Approval(settings), Answer::Approval) => {
            one(&local(&settings.label), field_words().approval_given.to_owned(), "approval")
        }
        (StepKind::OldAccount(_), Answer::OldAccount { login_id, .. }) => {
            one(old_member_words().account, login_id, "account")
        }
        (StepKind::EmailCode(_), Answer::EmailCode { email }) => {
            one(&local(&step.title), if shown.masked { mask::contact(&email) } else { email }, "email")
        }
        (StepKind::Social(_), Answer::Social(account)) => {
            one(social_words().provider, provider_name(account.provider).to_owned(), "provider")
        }
        (StepKind::Company(_), Answer::Company { business_number, standing, profile }) => {
            let number = line(words.signup.business_number, business_number.hyphenated(), "business_number");
            // That the business is continuing is no news: no other can join.
            let asked = (standing != CompanyStanding::Continuing)
                .then(|| line(company_words().standing, standing_words(standing).0.to_owned(), "business_number"));
            let name = profile.map(|profile| line(company_words().name, profile.name, "business_number"));
            std::iter::once(number).chain(name).chain(asked).collect()
        }
        (StepKind::Certificate(_), Answer::Certificate { method, certificate: Some(seen), .. }) => {
            let certificate = certificate_words();
            let (joint, financial) = (certificate.by_certificate, financial_words().by_financial);
            let by = if method == CertificateMethod::Financial { financial } else { joint };
            vec![
                line(&local(&step.title), by.to_owned(), "method"),
                line(certificate.owner, seen.owner, "method"),
                line(certificate.issuer, organisation(&seen.issuer).to_owned(), "method"),
                line(certificate.until, seen.valid_until, "method"),
            ]
        }
        (StepKind::Certificate(settings), Answer::Certificate { method: CertificateMethod::Documents, files, .. }) => {
            let scans = settings.documents.as_ref().map(|route| &route.scans);
            let names = scans.map(|scans| row(local(&scans.label), Some(text(shown.file_names(&files))), &scans.name));
            let method = row(local(&step.title), Some(text(words.signup.by_documents.to_owned())), "method");
            std::iter::once(method).chain(names).collect()
        }
        (StepKind::Form(settings), Answer::Form(values)) => {
            fields(&mut shown.asked(settings, &step.id, &values), &values, "")
        }
        (StepKind::Products(settings), Answer::Products(products)) => {
            let heading = |i: usize| view! { <h3 class="summary__group">{fill(product_words().product, i + 1)}</h3> };
            return products
                .iter()
                .enumerate()
                .map(|(i, product)| {
                    let rows = fields(&mut settings.fields.iter(), &product.values, &format!("{}.", product.id));
                    view! { {heading(i)} <SummaryList>{rows}</SummaryList> }
                })
                .collect_view()
                .into_any();
        }
        _ => Vec::new(),
    };
    view! { <SummaryList>{rows}</SummaryList> }.into_any()
}

#[component]
fn Row(name: String, value: Option<AnyView>, change: Option<String>) -> impl IntoView {
    let change = change.unwrap_or_default();
    match (value, change.is_empty()) {
        (Some(value), true) => view! { <SummaryRow name>{value}</SummaryRow> }.into_any(),
        (Some(value), false) => view! { <SummaryRow name change_href=change>{value}</SummaryRow> }.into_any(),
        (None, true) => view! { <SummaryRow name/> }.into_any(),
        (None, false) => view! { <SummaryRow name change_href=change/> }.into_any(),
    }
}

fn text(text: String) -> AnyView {
    view! { <span class="summary__text">{text}</span> }.into_any()
}

impl Shown {
    /// The fields of a form that were asked.
    fn asked(&self, settings: &'static FormStep, step: &str, values: &Values) -> impl Iterator<Item = &'static Field> {
        settings.fields().filter(move |field| form::asked(field, step, &self.facts, values))
    }

    /// A value of a field; codes with their labels beside them.
    pub fn view(&self, field: &Field, value: &Value) -> AnyView {
        let name = |list: CodeList, code: &String| view! { <CodeName list code=code.clone()/> }.into_any();
        match (&field.input, value) {
            (Input::HsCode, Value::Text(code)) => name(CodeList::Hs, code),
            (Input::Industry, Value::Text(code)) => name(CodeList::Ksic, code),
            (Input::HsCodes { .. } | Input::Industries { .. }, Value::List(codes)) => {
                let list = if matches!(field.input, Input::Industries { .. }) { CodeList::Ksic } else { CodeList::Hs };
                let rows = codes.iter().map(|code| view! { <li>{name(list, code)}</li> });
                view! { <ul class="summary__codes">{rows.collect_view()}</ul> }.into_any()
            }
            _ => text(self.value(field, value)),
        }
    }

    /// A value of a field as people read it.
    fn value(&self, field: &Field, value: &Value) -> String {
        match (&field.input, value) {
            (Input::Choice(choices), Value::Text(chosen)) => label(choices, chosen),
            (Input::Choices(choices), Value::List(chosen)) => {
                chosen.iter().map(|value| label(choices, value)).collect::<Vec<_>>().join(", ")
            }
            (Input::Countries, Value::List(codes)) => {
                codes.iter().map(|code| countries::name(code)).collect::<Vec<_>>().join(", ")
            }
            (Input::Tags { .. }, Value::List(tags)) => tags.join(", "),
            (Input::BusinessNumber, Value::Text(number)) => {
                BusinessNumber::parse(number).map_or_else(|_| number.clone(), |number| number.hyphenated())
            }
            (Input::Count { unit } | Input::Amount { unit }, Value::Number(number)) => {
                format!("{}{}", grouped(*number), local(unit))
            }
            (Input::Amounts { unit }, Value::Numbers(numbers)) => {
                let year = |i: usize| 3 - u16::try_from(i).unwrap_or_default();
                let each = numbers.iter().enumerate();
                each.map(|(i, n)| {
                    format!("{}: {}{}", amount_year(self.year - year(i), year(i)), grouped(*n), local(unit))
                })
                .collect::<Vec<_>>()
                .join("\n")
            }
            (_, Value::Text(text)) if self.masked && field.identity == Some(IdentityPart::BirthDate) => {
                mask::contact(text)
            }
            (Input::Phone | Input::Mobile | Input::Email, Value::Text(text)) if self.masked => mask::contact(text),
            (Input::Name { autocomplete: Some(token), .. }, Value::Text(text)) if self.masked && token == "name" => {
                mask::name(text)
            }
            (_, Value::Text(text)) => text.clone(),
            (_, Value::Address { postcode, road, detail }) => format!("({postcode}) {road} {detail}"),
            (_, Value::Files(ids)) => self.file_names(ids),
            (_, Value::Secret) => words().signup.password_hidden.to_owned(),
            (_, Value::Number(number)) => grouped(*number),
            (_, Value::Numbers(_) | Value::List(_)) => String::new(),
        }
    }

    fn file_names(&self, ids: &[String]) -> String {
        let name = |id: &String| self.files.iter().find(|file| file.id == *id).map(|file| file.name.clone());
        ids.iter().filter_map(name).collect::<Vec<_>>().join("\n")
    }
}

fn label(choices: &[Choice], value: &str) -> String {
    choices.iter().find(|choice| choice.value == value).map(|choice| local(&choice.label)).unwrap_or_default()
}

/// `1234567` as `1,234,567`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_three() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(1_234_567), "1,234,567");
        assert_eq!(grouped(123_456), "123,456");
    }
}
