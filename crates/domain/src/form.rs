//! From typed input to values: the one place where a form is judged, in the browser and in the backend.

mod company;
mod six_digits;

pub use company::{CompanyAsked, Registered, parse_company, with_claim};
pub use six_digits::{check_pin, parse_code, parse_pin};

use crate::facts::{
    Answer, CompanyProfile, Facts, FieldInput, FieldProblem, Fields, Product, StepInput, Value, Values, list, text,
};
use crate::portal::{
    AccountPart, CertificateStep, ChooseStep, CompanyPart, ConsentItem, ConsentStep, Field, IdentityPart, Input,
    Presence, ProductsStep, SocialProvider, SocialStep,
};
use crate::text::{digits, tidy, tidy_lines};
use crate::value::{
    self, BusinessNumber, CorporationNumber, Date, Email, HsCode, IndustryCode, Invalid, LoginId, Parsed, Phone,
    WebAddress,
};
use std::collections::BTreeMap;

/// What judging needs to know beside the input.
#[derive(Clone, Copy, Debug)]
pub struct World<'a> {
    /// The step that is judged.
    pub step: &'a str,
    /// Answers of the other steps.
    pub facts: &'a Facts,
    /// Today by the server's clock.
    pub today: Date,
}

/// Whether the field is asked, given the other answers and the values of its own step.
pub fn asked(field: &Field, step: &str, facts: &Facts, values: &Values) -> bool {
    field.when.as_ref().is_none_or(|when| when.holds(&known(step, facts, values)))
}

/// Whether the field must be filled, given the other answers and the values of its own step.
pub fn required(field: &Field, step: &str, facts: &Facts, values: &Values) -> bool {
    match &field.presence {
        Presence::Required => true,
        Presence::Optional => false,
        Presence::RequiredWhen(condition) => condition.holds(&known(step, facts, values)),
    }
}

/// Facts with the values of one step over them.
fn known<'a>(step: &'a str, facts: &'a Facts, values: &'a Values) -> impl Fn(&str) -> Vec<String> + 'a {
    let mut with = Facts::default();
    with.answers.insert(step.to_owned(), Answer::Form(values.clone()));
    move |fact| {
        if fact.split_once('.').is_some_and(|(s, _)| s == step) { with.known(fact) } else { facts.known(fact) }
    }
}

/// Parses the fields of a form. Fields that are not asked are left out; every problem is told at once.
pub fn parse<'a>(
    fields: impl Iterator<Item = &'a Field>,
    input: &Fields,
    world: World,
) -> Result<Values, Vec<FieldProblem>> {
    let mut values = Values::new();
    let mut problems = Vec::new();
    // Values first, so that conditions can look at fields further down.
    let parsed: Vec<(&Field, Parsed<Value>)> = fields.map(|field| (field, parse_field(field, input, world))).collect();
    for (field, value) in &parsed {
        if let Ok(value) = value {
            values.insert(field.name.clone(), value.clone());
        }
    }
    for (field, value) in parsed {
        if !asked(field, world.step, world.facts, &values) {
            values.remove(&field.name);
            continue;
        }
        match value {
            Ok(_) => {}
            Err(Invalid::Missing) if !required(field, world.step, world.facts, &values) => {}
            Err(error) => problems.push(FieldProblem { field: field.name.clone(), error }),
        }
    }
    if problems.is_empty() { Ok(values) } else { Err(problems) }
}

/// What an earlier step knows of this field: it is shown and cannot be changed.
pub fn known_already(field: &Field, facts: &Facts) -> Option<Value> {
    let of_company = field.company.and_then(|part| of_company(part, facts.company_profile()?));
    let of_account = || {
        let given = facts.social()?.part(field.social?)?;
        given.verified.then(|| Value::Text(given.value.clone()))
    };
    of_company.or_else(of_account).or_else(|| {
        let identity = facts.identity()?;
        match field.identity? {
            IdentityPart::Name => Some(Value::Text(identity.name.clone())),
            IdentityPart::Mobile => identity.mobile.clone().map(Value::Text),
            IdentityPart::BirthDate => Some(Value::Text(identity.birth_date.clone())),
        }
    })
}

/// What is known of a company, as the value of a field.
pub fn of_company(part: CompanyPart, profile: &CompanyProfile) -> Option<Value> {
    match part {
        CompanyPart::Name => Some(profile.name.clone()).filter(|name| !name.is_empty()).map(Value::Text),
        CompanyPart::Opened => profile.opened.clone().map(Value::Text),
        CompanyPart::Representative => profile.representative.clone().map(Value::Text),
        CompanyPart::Phone => profile.phone.clone().map(Value::Text),
        CompanyPart::Address => {
            let [postcode, road, detail] = profile.address.clone()?;
            Some(Value::Address { postcode, road, detail })
        }
    }
}

/// What the provider of a person's account said without vouching for it: the field begins with that.
pub fn begins_with<'a>(field: &Field, facts: &'a Facts) -> Option<&'a str> {
    let given = facts.social()?.part(field.social?)?;
    (!given.verified).then_some(given.value.as_str())
}

/// Parses one field. A new password counts as given where the input holds any text under its name: the caller
/// knows the secret and judges it.
fn parse_field(field: &Field, input: &Fields, world: World) -> Parsed<Value> {
    if let Some(value) = known_already(field, world.facts) {
        return Ok(value);
    }
    let raw = text(input, &field.name);
    let entries = list(input, &field.name);
    let as_text = |text: String| Value::Text(text);
    if field.account == Some(AccountPart::BusinessNumber) {
        return BusinessNumber::parse(raw).map(|number| Value::Text(number.to_string()));
    }
    match &field.input {
        Input::Text { max, lines, .. } => {
            let text = if *lines { tidy_lines(raw) } else { tidy(raw) };
            at_most(text.chars().count(), *max, Invalid::TooLong)?;
            if text.is_empty() { Err(Invalid::Missing) } else { Ok(Value::Text(text)) }
        }
        Input::Name { script, .. } => value::name(raw, *script).map(as_text),
        Input::LoginId => LoginId::parse(raw).map(|id| Value::Text(id.to_string())),
        Input::NewPassword | Input::NewPin => {
            if raw.is_empty() {
                Err(Invalid::Missing)
            } else {
                Ok(Value::Secret)
            }
        }
        Input::Phone => Phone::parse(raw).map(|p| Value::Text(p.to_string())),
        Input::Mobile => value::mobile(raw).map(|p| Value::Text(p.to_string())),
        Input::Email => Email::parse(raw).map(|e| Value::Text(e.to_string())),
        Input::Address => address(entries),
        Input::PastDate => day_passed(raw, world.today).map(|date| Value::Text(date.to_string())),
        Input::Choice(choices) => match raw {
            "" => Err(Invalid::Missing),
            chosen if choices.iter().any(|c| c.value == chosen) => Ok(Value::Text(chosen.to_owned())),
            _ => Err(Invalid::UnknownChoice),
        },
        Input::Choices(choices) => chosen(entries, choices.len(), |v| choices.iter().any(|c| c.value == v)),
        Input::Countries => chosen(entries, 250, |v| v.len() == 2 && v.bytes().all(|b| b.is_ascii_uppercase())),
        Input::BusinessNumber => {
            let number: Option<&BusinessNumber> = world.facts.business_number();
            number.map(|n| Value::Text(n.to_string())).ok_or(Invalid::Missing)
        }
        Input::CorporationNumber => CorporationNumber::parse(raw).map(|n| Value::Text(n.hyphenated())),
        Input::Count { .. } => value::count(raw).map(Value::Number),
        Input::Amount { .. } => value::amount(raw).map(Value::Number),
        Input::Amounts { .. } => amounts(entries),
        Input::HsCode => HsCode::parse(raw).map(|c| Value::Text(c.to_string())),
        Input::HsCodes { max } => several(entries, *max, |entry| HsCode::parse(entry).map(|code| code.to_string())),
        Input::Industry => IndustryCode::parse(raw).map(|c| Value::Text(c.to_string())),
        Input::Industries { max } => {
            several(entries, *max, |entry| IndustryCode::parse(entry).map(|code| code.to_string()))
        }
        Input::Tags { max, length } => several(entries, *max, |entry| tag(entry, *length)),
        Input::Files { max } => {
            at_most(entries.len(), *max, Invalid::TooMany)?;
            if entries.is_empty() { Err(Invalid::Missing) } else { Ok(Value::Files(entries.to_vec())) }
        }
        Input::WebAddress => WebAddress::parse(raw).map(|a| Value::Text(a.to_string())),
    }
}

fn at_most(count: usize, max: u32, error: fn(u32) -> Invalid) -> Parsed<()> {
    if count > max as usize { Err(error(max)) } else { Ok(()) }
}

/// Postcode (five digits), road address, and the rest, which may be empty.
fn address(parts: &[String]) -> Parsed<Value> {
    let part = |i: usize| parts.get(i).map(|p| tidy(p)).unwrap_or_default();
    let (postcode, road, detail) = (part(0), part(1), part(2));
    if postcode.is_empty() && road.is_empty() && detail.is_empty() {
        return Err(Invalid::Missing);
    }
    if digits(&postcode).len() != 5 || postcode.len() != 5 || road.is_empty() {
        return Err(Invalid::Format);
    }
    at_most(road.chars().count().max(detail.chars().count()), 200, Invalid::TooLong)?;
    Ok(Value::Address { postcode, road, detail })
}

fn amounts(entries: &[String]) -> Parsed<Value> {
    if entries.iter().all(|e| e.trim().is_empty()) {
        return Err(Invalid::Missing);
    }
    if entries.len() != 3 {
        return Err(Invalid::TooFew(3));
    }
    let numbers: Parsed<Vec<u64>> = entries
        .iter()
        .map(|e| value::amount(e).map_err(|error| if error == Invalid::Missing { Invalid::TooFew(3) } else { error }))
        .collect();
    numbers.map(Value::Numbers)
}

fn chosen(entries: &[String], most: usize, known: impl Fn(&str) -> bool) -> Parsed<Value> {
    let mut distinct: Vec<String> = Vec::new();
    for entry in entries {
        if !known(entry) {
            return Err(Invalid::UnknownChoice);
        }
        if !distinct.contains(entry) {
            distinct.push(entry.clone());
        }
    }
    at_most(distinct.len(), u32::try_from(most).unwrap_or(u32::MAX), Invalid::TooMany)?;
    if distinct.is_empty() { Err(Invalid::Missing) } else { Ok(Value::List(distinct)) }
}

/// Entries in their canonical spelling, each once.
fn several(entries: &[String], max: u32, one: impl Fn(&str) -> Parsed<String>) -> Parsed<Value> {
    let mut values: Vec<String> = Vec::new();
    for entry in entries {
        let value = one(entry)?;
        if !values.contains(&value) {
            values.push(value);
        }
    }
    at_most(values.len(), max, Invalid::TooMany)?;
    if values.is_empty() { Err(Invalid::Missing) } else { Ok(Value::List(values)) }
}

/// A tag: tidied words, perhaps typed with the mark that tags have elsewhere.
pub fn tag(raw: &str, length: u32) -> Parsed<String> {
    let text = tidy(raw.trim_start().trim_start_matches('#'));
    at_most(text.chars().count(), length, Invalid::TooLong)?;
    if text.is_empty() { Err(Invalid::Missing) } else { Ok(text) }
}

/// Parses the products of a products step. Problems name the product: `<product id>.<field>`; too many or too few
/// products are a problem of `products`.
pub fn parse_products(
    settings: &ProductsStep,
    input: &StepInput,
    world: World,
) -> Result<Vec<Product>, Vec<FieldProblem>> {
    let mut problems = Vec::new();
    let count = input.products.len();
    let whole = |error| FieldProblem { field: "products".to_owned(), error };
    if count > settings.max as usize {
        problems.push(whole(Invalid::TooMany(settings.max)));
    }
    if count < settings.min as usize {
        problems.push(whole(Invalid::TooFew(settings.min)));
    }
    let mut products: Vec<Product> = Vec::new();
    for product in &input.products {
        if products.iter().any(|p| p.id == product.id) || product.id.is_empty() || product.id.len() > 40 {
            problems.push(whole(Invalid::Format));
            continue;
        }
        match parse(settings.fields.iter(), &product.fields, world) {
            Ok(values) => products.push(Product { id: product.id.clone(), values }),
            Err(of_product) => problems.extend(
                of_product
                    .into_iter()
                    .map(|p| FieldProblem { field: format!("{}.{}", product.id, p.field), error: p.error }),
            ),
        }
    }
    if problems.is_empty() { Ok(products) } else { Err(problems) }
}

/// Parses a consent step: the choice for each document. An optional document that was left alone is refused, not missing.
pub fn parse_consent(settings: &ConsentStep, input: &StepInput) -> Result<BTreeMap<String, bool>, Vec<FieldProblem>> {
    let choice = |item: &ConsentItem| input.text(&item.terms) == "yes";
    let refused = settings.items.iter().filter(|item| item.required && !choice(item));
    let problems: Vec<FieldProblem> =
        refused.map(|item| FieldProblem { field: item.terms.clone(), error: Invalid::NotAgreed }).collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut choices = BTreeMap::new();
    for item in &settings.items {
        choices.insert(item.terms.clone(), choice(item));
    }
    Ok(choices)
}

/// The route that a person takes to prove the company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// By a joint certificate; what it proves is for the server to see.
    Joint,
    /// By a financial certificate; likewise.
    Financial,
    /// By scans: ids of the files.
    Documents(Vec<String>),
}

/// Parses a certificate step: the route taken, and its scans.
pub fn parse_certificate(
    settings: &CertificateStep,
    input: &StepInput,
    world: World,
) -> Result<Route, Vec<FieldProblem>> {
    let method = FieldProblem { field: "method".to_owned(), error: Invalid::Missing };
    match (input.text("method"), &settings.documents) {
        ("joint", _) if settings.joint.is_some() => Ok(Route::Joint),
        ("financial", _) if settings.financial.is_some() => Ok(Route::Financial),
        ("documents", Some(route)) => {
            let values = parse(std::iter::once(&route.scans), &input.fields, world)?;
            match values.get(&route.scans.name) {
                Some(Value::Files(files)) => Ok(Route::Documents(files.clone())),
                _ => Err(vec![FieldProblem { field: route.scans.name.clone(), error: Invalid::Missing }]),
            }
        }
        ("", _) => Err(vec![method]),
        _ => Err(vec![FieldProblem { error: Invalid::UnknownChoice, ..method }]),
    }
}

/// Parses a choice: the field `choice`.
pub fn parse_choose(settings: &ChooseStep, input: &StepInput) -> Result<Answer, Vec<FieldProblem>> {
    let problem = |error| vec![FieldProblem { field: "choice".to_owned(), error }];
    match input.text("choice") {
        "" => Err(problem(Invalid::Missing)),
        chosen if settings.options.iter().any(|option| option.value == chosen) => {
            Ok(Answer::Choose { choice: chosen.to_owned() })
        }
        _ => Err(problem(Invalid::UnknownChoice)),
    }
}

/// Parses the choice of an account of before: the field `account`. Whose it is is for the server to say.
pub fn parse_old_account(input: &StepInput) -> Result<&str, Vec<FieldProblem>> {
    let account = Some(input.text("account")).filter(|account| !account.is_empty());
    account.ok_or_else(|| vec![FieldProblem { field: "account".to_owned(), error: Invalid::Missing }])
}

/// Parses a social step: the field `provider`. Whose account it is is for the provider to say.
pub fn parse_social(settings: &SocialStep, input: &StepInput) -> Result<SocialProvider, Vec<FieldProblem>> {
    let problem = |error| vec![FieldProblem { field: "provider".to_owned(), error }];
    match input.text("provider") {
        "" => Err(problem(Invalid::Missing)),
        word => SocialProvider::parse(word)
            .filter(|provider| settings.providers.contains(provider))
            .ok_or_else(|| problem(Invalid::UnknownChoice)),
    }
}

/// A day that is not in the future.
fn day_passed(raw: &str, today: Date) -> Parsed<Date> {
    match Date::parse(raw)? {
        date if date > today => Err(Invalid::Future),
        date => Ok(date),
    }
}

/// The typed input that a value came from, where it starts a field of another step (`same_as`).
pub fn as_input(value: &Value) -> Option<FieldInput> {
    Some(match value {
        Value::Text(text) => FieldInput::Text(text.clone()),
        Value::Number(number) => FieldInput::Text(number.to_string()),
        Value::Numbers(numbers) => FieldInput::List(numbers.iter().map(u64::to_string).collect()),
        Value::List(list) | Value::Files(list) => FieldInput::List(list.clone()),
        Value::Address { postcode, road, detail } => {
            FieldInput::List(vec![postcode.clone(), road.clone(), detail.clone()])
        }
        Value::Secret => return None,
    })
}
