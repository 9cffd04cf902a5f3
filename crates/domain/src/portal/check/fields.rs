//! Mistakes in fields and conditions.

use super::Found;
use crate::condition::Condition;
use crate::portal::{AccountPart, Field, Input, PapersPart, Presence, Step, StepKind};

pub(super) fn check_fields(found: &mut Found, path: &str, fields: &[Field], asked: &Asked) {
    for (i, field) in fields.iter().enumerate() {
        let at = format!("{path}.fields[{i}]");
        found.id(&format!("{at}.name"), &field.name);
        found.text(&format!("{at}.label"), &field.label);
        found.texts(&format!("{at}.hint"), &field.hint);
        if let Some(when) = &field.when {
            check_condition(found, &format!("{at}.when"), when, asked);
        }
        if let Presence::RequiredWhen(when) = &field.presence {
            check_condition(found, &format!("{at}.presence.required_when"), when, asked);
        }
        if let Some(source) = &field.same_as
            && asked.values(source) == Values::NeverAsked
        {
            found.add(
                &format!("{at}.same_as"),
                format!("nothing asks `{source}`"),
                "Name a field of a form up to here as `step.field`",
            );
        }
        if let Some(advice) = &field.advice {
            found.text(&format!("{at}.advice.text"), &advice.text);
            if advice.endings.iter().any(|ending| ending.is_empty() || ending.chars().any(char::is_uppercase)) {
                let mend = "Write what a typed text ends in, in small letters";
                found.add(&format!("{at}.advice.endings"), "it never or always applies".to_owned(), mend);
            }
        }
        if let Some(part) = field.papers
            && !matches!(
                (part, &field.input),
                (PapersPart::Way, Input::Choice(_)) | (PapersPart::Scan, Input::Files { .. })
            )
        {
            let mend = "`way` is a `choice`, `scan` takes `files`";
            found.add(&format!("{at}.papers"), "the input does not fit".to_owned(), mend);
        }
        if let Some(part) = field.account
            && !fits(part, &field.input)
        {
            let mend = "`email` and `mobile` are inputs of their name, the others are `text`";
            found.add(&format!("{at}.account"), "the input does not fit".to_owned(), mend);
        }
        match &field.input {
            Input::Choice(choices) | Input::Choices(choices) => {
                found.texts(&format!("{at}.input"), choices.iter().map(|choice| &choice.label));
                found.unique(&format!("{at}.input"), choices.iter().map(|choice| choice.value.as_str()));
            }
            Input::Count { unit } | Input::Amount { unit } | Input::Amounts { unit } => {
                found.text(&format!("{at}.input.unit"), unit);
            }
            Input::HsCodes { max: 0 }
            | Input::Industries { max: 0 }
            | Input::Tags { max: 0, .. }
            | Input::Tags { length: 0, .. }
            | Input::Files { max: 0 } => {
                found.add(&format!("{at}.input"), "it takes nothing".to_owned(), "`max` is at least 1");
            }
            _ => {}
        }
    }
}

/// Whether a part of an account can be typed in an input.
fn fits(part: AccountPart, input: &Input) -> bool {
    match part {
        AccountPart::Email => *input == Input::Email,
        AccountPart::Mobile => *input == Input::Mobile,
        AccountPart::LoginId | AccountPart::Name | AccountPart::BusinessNumber => {
            matches!(input, Input::Text { lines: false, .. })
        }
    }
}

pub(super) fn check_condition(found: &mut Found, path: &str, condition: &Condition, asked: &Asked) {
    for (fact, value) in condition.facts() {
        match asked.values(fact) {
            Values::NeverAsked => {
                found.add(
                    path,
                    format!("nothing asks the fact `{fact}`"),
                    "Name `step.field` of a step before this one",
                );
            }
            Values::OneOf(values) if value.is_some_and(|value| !values.iter().any(|v| v == value)) => {
                let mend = format!("It can be: {}", values.join(", "));
                found.add(path, format!("`{fact}` is never `{}`", value.unwrap_or_default()), &mend);
            }
            Values::OneOf(_) | Values::Any => {}
        }
    }
}

/// What is asked up to a place in a journey.
pub(super) struct Asked<'a> {
    pub(super) steps: &'a [Step],
    pub(super) own: Option<(&'a str, &'a [&'a Field])>,
}

impl Asked<'_> {
    /// The values that a fact can have here.
    fn values(&self, fact: &str) -> Values {
        let Some((step, name)) = fact.split_once('.') else { return Values::NeverAsked };
        if let Some((own, fields)) = self.own
            && own == step
        {
            return fields.iter().find(|field| field.name == name).map_or(Values::NeverAsked, |field| choices(field));
        }
        let Some(step) = self.steps.iter().find(|s| s.id == step) else { return Values::NeverAsked };
        match &step.kind {
            StepKind::Consent(settings) if settings.items.iter().any(|item| item.terms == name) => {
                Values::OneOf(vec!["yes".to_owned(), "no".to_owned()])
            }
            StepKind::Choose(settings) if name == "choice" => {
                Values::OneOf(settings.options.iter().map(|option| option.value.clone()).collect())
            }
            StepKind::Identity(settings) if name == "method" => {
                Values::OneOf(settings.methods.iter().map(|way| way.method.as_str().to_owned()).collect())
            }
            StepKind::Social(settings) if name == "provider" => {
                Values::OneOf(settings.providers.iter().map(|provider| provider.as_str().to_owned()).collect())
            }
            StepKind::Company(_) if name == "business_number" => Values::Any,
            StepKind::Company(_) if name == "standing" => {
                Values::OneOf(["continuing", "registered", "listed", "unlisted"].map(str::to_owned).to_vec())
            }
            StepKind::OldAccount(_) if name == "login_id" => Values::OneOf(["kept", "new"].map(str::to_owned).to_vec()),
            StepKind::Certificate(_) if name == "method" => {
                Values::OneOf(vec!["joint".to_owned(), "financial".to_owned(), "documents".to_owned()])
            }
            StepKind::Form(settings) => {
                settings.fields().find(|field| field.name == name).map_or(Values::NeverAsked, choices)
            }
            _ => Values::NeverAsked,
        }
    }
}

/// What a fact can be.
#[derive(PartialEq, Eq)]
enum Values {
    NeverAsked,
    Any,
    OneOf(Vec<String>),
}

fn choices(field: &Field) -> Values {
    match &field.input {
        Input::Choice(choices) | Input::Choices(choices) => {
            Values::OneOf(choices.iter().map(|choice| choice.value.clone()).collect())
        }
        _ => Values::Any,
    }
}
