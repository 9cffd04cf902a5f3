//! What members see of what they entered at sign-up, and what of it they may change: the browser draws by it, and the
//! backend refuses by it.

use crate::facts::{Answer, Facts, FieldProblem, StepInput, Value, Values};
use crate::form::{self, World};
use crate::journey::route;
use crate::portal::{Field, FormStep, Input, Portal, Step, StepKind};
use crate::value::Date;
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
    /// Its fields, with how it is with each.
    pub fields: Vec<(&'a Field, Standing)>,
}

impl<'a> OwnForm<'a> {
    /// What the member may change.
    pub fn open(&self) -> impl Iterator<Item = &'a Field> {
        self.fields.iter().filter(|(_, standing)| *standing == Standing::Open).map(|(field, _)| *field)
    }
}

/// The forms about the person, of the journeys that the member took. What is entered of a company is the company's: it is
/// changed where the company is.
pub fn forms<'a>(portal: &'a Portal, journeys: &[String], facts: &Facts) -> Vec<OwnForm<'a>> {
    let taken = journeys.iter().filter_map(|id| portal.journey(id)).flat_map(|journey| &journey.steps);
    let answered = taken.filter(|step| facts.answers.contains_key(&step.id));
    let forms = answered.filter_map(|step| match &step.kind {
        StepKind::Form(settings) if !of_company(settings) => Some((step, settings)),
        _ => None,
    });
    forms
        .map(|(step, settings)| {
            let shown = settings.fields().filter(|field| !field.input.is_secret());
            OwnForm { step, fields: shown.map(|field| (field, standing(field, facts))).collect() }
        })
        .filter(|form| !form.fields.is_empty())
        .collect()
}

fn of_company(form: &FormStep) -> bool {
    form.fields().any(|field| field.input == Input::BusinessNumber || field.company.is_some())
}

fn standing(field: &Field, facts: &Facts) -> Standing {
    if form::known_already(field, facts).is_some() {
        return Standing::Proven;
    }
    match field.input {
        _ if field.papers.is_some() => Standing::Fixed,
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

/// Whether a change of the field wants the member to show anew that it is them: by what it holds, accounts are recovered.
pub fn is_sensitive(field: &Field) -> bool {
    matches!(field.input, Input::Email | Input::Mobile)
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
                changes.push(Change { step, before, after, fields });
            }
            Err(wrong) => problems
                .extend(wrong.into_iter().map(|one| FieldProblem { field: format!("{step}.{}", one.field), ..one })),
        }
    }
    if problems.is_empty() { Ok(changes) } else { Err(problems) }
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

    #[test]
    fn a_member_changes_how_to_be_reached_and_no_login_id_name_or_secret() {
        let fields = format!(
            r#"{{"name":"login_id",{LABEL},"input":"login_id"}},{{"name":"password",{LABEL},"input":"new_password"}},
            {{"name":"name",{LABEL},"input":{{"name":{{"script":"hangul"}}}}}},{{"name":"email",{LABEL},"input":"email"}}"#
        );
        let portal = portal(&fields);
        let forms = forms(&portal, &["j".to_owned()], &answered());
        let seen: Vec<_> = forms[0].fields.iter().map(|(field, standing)| (field.name.as_str(), *standing)).collect();
        let expected = [("login_id", Standing::Fixed), ("name", Standing::Fixed), ("email", Standing::Open)];
        assert_eq!(seen, expected);
    }

    #[test]
    fn what_is_entered_of_a_company_is_no_members_own() {
        let fields = format!(
            r#"{{"name":"number",{LABEL},"input":"business_number"}},{{"name":"email",{LABEL},"input":"email"}}"#
        );
        assert!(forms(&portal(&fields), &["j".to_owned()], &answered()).is_empty());
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
        assert!(is_sensitive(&email));
    }
}
