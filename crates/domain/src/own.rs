//! What members see of what they entered at sign-up, and what of it they may change: the browser draws by it, and the
//! backend refuses by it.

use crate::facts::{Answer, Facts, FieldProblem, StepInput, Value, Values};
use crate::form::{self, World};
use crate::journey::route;
use crate::portal::{CompanyPart, Field, FormStep, Input, Journey, Membership, Portal, Step, StepKind};
use crate::value::{Date, Invalid};
use std::collections::BTreeMap;

/// How it is with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The member may change it.
    Open,
    /// An outside service said it; it changes only by proving again.
    Proven,
    /// It stays as it was entered; the help line changes it.
    Fixed,
}

/// A form of a sign-up, as its member sees it later.
#[derive(Clone, Debug)]
pub struct OwnForm<'a> {
    /// The step that asked.
    pub step: &'a Step,
    /// It is about the member's company.
    pub company: bool,
    /// The member alone stands for the company ([`stands_for`]).
    alone: bool,
    /// Its fields, with how it is with each.
    pub fields: Vec<(&'a Field, Standing)>,
}

impl<'a> OwnForm<'a> {
    /// What the member may change.
    pub fn open(&self) -> impl Iterator<Item = &'a Field> {
        self.fields.iter().filter(|(_, standing)| *standing == Standing::Open).map(|(field, _)| *field)
    }

    /// Whether a change of a field wants the member to show anew that it is them: by e-mail address and mobile number
    /// accounts are recovered, and in a company's name is acted. So with who the contact person is.
    pub fn is_sensitive(&self, field: &Field) -> bool {
        self.company
            || matches!(field.input, Input::Email | Input::Mobile)
            || (self.alone && matches!(field.input, Input::Name { .. }))
    }
}

/// Whether the member of a journey alone stands for a company, because a company has one account: its contact person.
fn stands_for(journey: &Journey) -> bool {
    matches!(journey.membership, Membership::Contact | Membership::Certificate)
}

/// The forms of the journeys that the member took: those about the person, and those about the company where the member
/// alone stands for it. Elsewhere what is entered of a company is changed where the company is.
pub fn forms<'a>(portal: &'a Portal, journeys: &[String], facts: &Facts) -> Vec<OwnForm<'a>> {
    let taken = journeys.iter().filter_map(|id| portal.journey(id));
    let steps = taken.flat_map(|journey| journey.steps.iter().map(move |step| (step, stands_for(journey))));
    let answered = steps.filter(|(step, _)| facts.answers.contains_key(&step.id));
    let forms = answered.filter_map(|(step, alone)| match &step.kind {
        StepKind::Form(settings) if alone || !of_company(settings) => Some((step, settings, alone)),
        _ => None,
    });
    forms
        .map(|(step, settings, alone)| {
            let company = of_company(settings);
            let shown = settings.fields().filter(|field| !field.input.is_secret());
            let standing = |field| match (company, alone) {
                (true, _) => of_the_company(field, facts),
                (false, alone) => standing(field, facts, alone),
            };
            OwnForm { step, company, alone, fields: shown.map(|field| (field, standing(field))).collect() }
        })
        .filter(|form| !form.fields.is_empty())
        .collect()
}

fn of_company(form: &FormStep) -> bool {
    form.fields().any(|field| field.input == Input::BusinessNumber || field.company.is_some())
}

/// Of a company everything can be changed but what the registry or its certificate said, and files.
fn of_the_company(field: &Field, facts: &Facts) -> Standing {
    match field.input {
        _ if form::known_already(field, facts).is_some() => Standing::Proven,
        Input::BusinessNumber => Standing::Proven,
        Input::Name { .. } | Input::Text { .. } if is_company_name(field) => Standing::Proven,
        _ if field.papers.is_some() => Standing::Fixed,
        Input::LoginId
        | Input::Files { .. }
        | Input::HsCode
        | Input::HsCodes { .. }
        | Input::Industries { .. }
        | Input::Tags { .. }
        | Input::NewPassword
        | Input::NewPin => Standing::Fixed,
        _ => Standing::Open,
    }
}

/// Whether a field asks for the company's name as it is registered: the certificate is of that name.
fn is_company_name(field: &Field) -> bool {
    let token = match &field.input {
        Input::Name { autocomplete, .. } | Input::Text { autocomplete, .. } => autocomplete.as_deref(),
        _ => None,
    };
    field.company == Some(CompanyPart::Name) || token == Some("organization")
}

fn standing(field: &Field, facts: &Facts, alone: bool) -> Standing {
    if form::known_already(field, facts).is_some() {
        return Standing::Proven;
    }
    match field.input {
        _ if field.papers.is_some() => Standing::Fixed,
        // A company has another contact person one day.
        Input::Name { .. } if alone => Standing::Open,
        Input::Text { .. }
        | Input::Phone
        | Input::Mobile
        | Input::Email
        | Input::Address
        | Input::WebAddress
        | Input::Choice(_)
        | Input::Choices(_) => Standing::Open,
        _ => Standing::Fixed,
    }
}

/// A form with its values before and after a change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change<'a> {
    /// The step that asked.
    pub step: &'a str,
    /// Its values as they were.
    pub before: Values,
    /// Its values as they are to be.
    pub after: Values,
    /// The fields that are another value now.
    pub fields: Vec<&'a Field>,
    /// One of them wants the member to show anew that it is them.
    pub sensitive: bool,
}

impl Change<'_> {
    /// New e-mail addresses.
    pub fn addresses(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().filter_map(|field| new_address(field, &self.before, &self.after))
    }

    /// E-mail addresses that are not there any more.
    pub fn given_up(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().filter_map(|field| new_address(field, &self.after, &self.before))
    }
}

/// Judges the input of every form, by step. Errors are all problems at once, under `<step>.<field>`.
pub fn parse<'a>(
    forms: &[OwnForm<'a>],
    facts: &Facts,
    inputs: &BTreeMap<String, StepInput>,
    today: Date,
) -> Result<Vec<Change<'a>>, Vec<FieldProblem>> {
    let (mut changes, mut problems) = (Vec::new(), Vec::new());
    for form in forms {
        let (step, Some(input)) = (form.step.id.as_str(), inputs.get(&form.step.id)) else { continue };
        match form::parse(form.open(), &input.fields, World { step, facts, today }) {
            Ok(new) => {
                let before = values(facts, step);
                let mut after = before.clone();
                form.open().for_each(|field| drop(after.remove(&field.name)));
                after.extend(new);
                let fields = changed(form, &before, &after);
                let sensitive = fields.iter().any(|field| form.is_sensitive(field));
                changes.push(Change { step, before, after, fields, sensitive });
            }
            Err(wrong) => problems
                .extend(wrong.into_iter().map(|one| FieldProblem { field: format!("{step}.{}", one.field), ..one })),
        }
    }
    problems.extend(second_address(&changes));
    if problems.is_empty() { Ok(changes) } else { Err(problems) }
}

/// One code proves one address: another new one beside it waits for a change of its own.
fn second_address(changes: &[Change<'_>]) -> Option<FieldProblem> {
    let of = |change: &'_ Change<'_>| {
        let new =
            |field: &&Field| Some((field.name.clone(), new_address(field, &change.before, &change.after)?.to_owned()));
        change
            .fields
            .iter()
            .filter_map(new)
            .map(|(name, address)| (format!("{}.{name}", change.step), address))
            .collect()
    };
    let all: Vec<(String, String)> = changes.iter().flat_map(|change| -> Vec<_> { of(change) }).collect();
    let (_, first) = all.first()?;
    let (field, _) = all.iter().find(|(_, address)| address != first)?;
    Some(FieldProblem { field: field.clone(), error: Invalid::TooMany(1) })
}

/// What was entered in a form; nothing where the step has none.
pub fn values(facts: &Facts, step: &str) -> Values {
    match facts.answers.get(step) {
        Some(Answer::Form(values)) => values.clone(),
        _ => Values::new(),
    }
}

/// The documents that the journeys ask about as they are today, and whether each is required.
pub fn documents<'a>(portal: &'a Portal, journeys: &[String], facts: &Facts) -> Vec<(&'a str, bool)> {
    let of_step = |step: &'a Step| -> Vec<(&'a str, bool)> {
        match &step.kind {
            StepKind::Consent(settings) => {
                settings.items.iter().map(|item| (item.terms.as_str(), item.required)).collect()
            }
            StepKind::Form(settings) => {
                settings.fields().filter_map(|field| Some((field.terms.as_deref()?, false))).collect()
            }
            _ => Vec::new(),
        }
    };
    let taken = journeys.iter().filter_map(|id| portal.journey(id));
    taken.flat_map(|journey| route(journey, facts)).flat_map(of_step).collect()
}

/// The fields of a form that are another value now, those that are not there any more among them.
pub fn changed<'a>(form: &OwnForm<'a>, before: &Values, after: &Values) -> Vec<&'a Field> {
    form.open().filter(|field| before.get(&field.name) != after.get(&field.name)).collect()
}

/// The address that a field holds now, where that is an e-mail address and another than before.
pub fn new_address<'a>(field: &Field, before: &Values, after: &'a Values) -> Option<&'a str> {
    let now = after.get(&field.name).filter(|now| before.get(&field.name) != Some(now))?;
    match (&field.input, now) {
        (Input::Email, Value::Text(address)) => Some(address),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Answer;

    fn field(json: &str) -> Field {
        serde_json::from_str(json).expect("a field")
    }

    fn portal(fields: &str) -> Portal {
        let json = format!(
            r#"{{"id":"p","name":{{"ko":"가","en":"A"}},"operator":{{"ko":"가","en":"A"}},"intro":{{"ko":"가","en":"A"}},
            "contacts":[],"terms":[],"journeys":[{{"id":"j","title":{{"ko":"가","en":"A"}},"intro":{{"ko":"가","en":"A"}},
            "prepare":[],"phases":[],
            "steps":[{{"id":"s","title":{{"ko":"가","en":"A"}},"phase":"p","kind":{{"form":{{"sections":[
            {{"title":{{"ko":"가","en":"A"}},"fields":[{fields}]}}]}}}}}}]}}]}}"#
        );
        serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}"))
    }

    const LABEL: &str = r#""label":{"ko":"가","en":"A"}"#;

    fn answered() -> Facts {
        let mut facts = Facts::default();
        facts.answers.insert("s".to_owned(), Answer::Form(Values::new()));
        facts
    }

    /// The portal, where a company has people beside who registered it.
    fn of_people(fields: &str) -> Portal {
        let mut portal = portal(fields);
        portal.journeys[0].membership = Membership::Employees;
        portal
    }

    fn seen<'a>(form: &'a OwnForm<'_>) -> Vec<(&'a str, Standing)> {
        form.fields.iter().map(|(field, standing)| (field.name.as_str(), *standing)).collect()
    }

    const PERSON: &str = r#"{"name":"login_id",LABEL,"input":"login_id"},{"name":"password",LABEL,"input":"new_password"},
        {"name":"name",LABEL,"input":{"name":{"script":"hangul"}}},{"name":"email",LABEL,"input":"email"}"#;

    #[test]
    fn a_member_changes_how_to_be_reached_and_no_login_id_name_or_secret() {
        let portal = of_people(&PERSON.replace("LABEL", LABEL));
        let forms = forms(&portal, &["j".to_owned()], &answered());
        let expected = [("login_id", Standing::Fixed), ("name", Standing::Fixed), ("email", Standing::Open)];
        assert_eq!(seen(&forms[0]), expected);
    }

    #[test]
    fn whoever_alone_stands_for_a_company_names_another_contact_person() {
        let portal = portal(&PERSON.replace("LABEL", LABEL));
        let forms = forms(&portal, &["j".to_owned()], &answered());
        assert_eq!(seen(&forms[0])[1], ("name", Standing::Open));
        let sensitive: Vec<_> = forms[0].open().map(|field| forms[0].is_sensitive(field)).collect();
        assert_eq!(sensitive, [true, true]);
    }

    const COMPANY: &str = r#"{"name":"number",LABEL,"input":"business_number"},
        {"name":"name",LABEL,"input":{"name":{"script":"hangul","autocomplete":"organization"}}},
        {"name":"representative",LABEL,"input":{"name":{"script":"hangul"}},"company":"representative"},
        {"name":"opened",LABEL,"input":"past_date","company":"opened"},
        {"name":"staff",LABEL,"input":{"count":{"unit":{"ko":"명","en":"people"}}}},
        {"name":"proof",LABEL,"input":{"files":{"max":5}}}"#;

    #[test]
    fn of_a_company_what_the_registry_or_its_certificate_said_stays() {
        let portal = portal(&COMPANY.replace("LABEL", LABEL));
        let mut facts = answered();
        let known = |facts: &Facts| {
            let forms = forms(&portal, &["j".to_owned()], facts);
            assert!(forms[0].company && forms[0].open().all(|field| forms[0].is_sensitive(field)));
            forms[0].open().map(|field| field.name.clone()).collect::<Vec<_>>()
        };
        assert_eq!(known(&facts), ["representative", "opened", "staff"]);
        let profile = crate::facts::CompanyProfile { opened: Some("2019-03-04".to_owned()), ..Default::default() };
        let number = crate::value::BusinessNumber::parse("220-81-62517").expect("a number");
        let company = Answer::Company {
            business_number: number,
            standing: crate::facts::CompanyStanding::default(),
            profile: Some(profile),
        };
        facts.answers.insert("company".to_owned(), company);
        assert_eq!(known(&facts), ["representative", "staff"], "the tax office confirmed the day");
    }

    #[test]
    fn what_is_entered_of_a_company_with_people_is_no_members_own() {
        let fields = format!(
            r#"{{"name":"number",{LABEL},"input":"business_number"}},{{"name":"email",{LABEL},"input":"email"}}"#
        );
        assert!(forms(&of_people(&fields), &["j".to_owned()], &answered()).is_empty());
        assert_eq!(forms(&portal(&fields), &["j".to_owned()], &answered()).len(), 1);
    }

    #[test]
    fn two_new_addresses_at_once_are_one_too_many() {
        let fields = ["email", "other"].map(|name| format!(r#"{{"name":"{name}",{LABEL},"input":"email"}}"#));
        let (portal, facts) = (portal(&fields.join(",")), answered());
        let forms = forms(&portal, &["j".to_owned()], &facts);
        let parsed = |one: &str, other: &str| {
            let text = |text: &str| crate::facts::FieldInput::Text(text.to_owned());
            let fields = [("email".to_owned(), text(one)), ("other".to_owned(), text(other))].into();
            let inputs = [("s".to_owned(), StepInput { fields, ..StepInput::default() })].into();
            parse(&forms, &facts, &inputs, Date::LAST).map(|changes| changes.len())
        };
        assert_eq!(parsed("a@b.kr", "a@b.kr"), Ok(1));
        let problem = FieldProblem { field: "s.other".to_owned(), error: Invalid::TooMany(1) };
        assert_eq!(parsed("a@b.kr", "c@d.kr"), Err(vec![problem]));
    }

    #[test]
    fn a_form_that_was_not_asked_is_not_shown() {
        let portal = portal(&format!(r#"{{"name":"email",{LABEL},"input":"email"}}"#));
        assert!(forms(&portal, &["j".to_owned()], &Facts::default()).is_empty());
        assert_eq!(forms(&portal, &["j".to_owned()], &answered()).len(), 1);
    }

    #[test]
    fn an_address_that_is_taken_away_or_stays_is_no_new_one() {
        let email = field(&format!(r#"{{"name":"email",{LABEL},"input":"email"}}"#));
        let with = |text: &str| Values::from([("email".to_owned(), Value::Text(text.to_owned()))]);
        assert_eq!(new_address(&email, &with("a@b.kr"), &with("c@d.kr")), Some("c@d.kr"));
        assert_eq!(new_address(&email, &with("a@b.kr"), &with("a@b.kr")), None);
        assert_eq!(new_address(&email, &with("a@b.kr"), &Values::new()), None);
    }
}
