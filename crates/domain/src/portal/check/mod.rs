//! Finds every mistake in a portal's folder and says how to mend it. Pure: the caller reads the files.

mod certificates;
mod fields;
mod old_member;
mod purpose;
mod recovery;
mod services;
mod steps;

pub use certificates::{TABLE_FILE, check_table, check_taken, parse_table};

use super::{Journey, Portal, StepKind};
use crate::text::{Lang, Text};
use fields::{Asked, check_condition};
use purpose::check_purpose;
use recovery::check_recovery;
use services::check_services;
use std::fmt;
use steps::{Place, check_lines, check_step};

/// A mistake in a portal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where in `portal.json`: `journeys[0].steps[2].kind.form.sections[0]`; empty for the whole file.
    pub path: String,
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = if self.path.is_empty() { "(whole file)" } else { &self.path };
        write!(f, "{path}: {}. {}", self.what, self.mend)
    }
}

/// Reads `portal.json`. An unknown kind of step, input or setting is a mistake with its path.
pub fn parse(json: &str) -> Result<Portal, Mistake> {
    read(json, "The kinds and settings that exist are in docs/portals.md and portal.schema.json")
}

fn read<T: serde::de::DeserializeOwned>(json: &str, mend: &str) -> Result<T, Mistake> {
    let mut reader = serde_json::Deserializer::from_str(json);
    serde_path_to_error::deserialize(&mut reader).map_err(|error| Mistake {
        path: error.path().to_string(),
        what: error.inner().to_string(),
        mend: mend.to_owned(),
    })
}

/// Every mistake of a portal that reads. `has_file` tells whether a path exists in the portal's folder, `folder` is
/// that folder's name.
pub fn check(portal: &Portal, folder: &str, has_file: &dyn Fn(&str) -> bool) -> Vec<Mistake> {
    let mut found = Found { mistakes: Vec::new() };
    if portal.id != folder {
        found.add("id", format!("the id is `{}` but the folder is `{folder}`", portal.id), "Give both the same name");
    }
    found.id("id", &portal.id);
    found.text("name", &portal.name);
    found.text("operator", &portal.operator);
    found.text("intro", &portal.intro);
    for (i, contact) in portal.contacts.iter().enumerate() {
        found.text(&format!("contacts[{i}].label"), &contact.label);
    }
    for (i, terms) in portal.terms.iter().enumerate() {
        let path = format!("terms[{i}]");
        found.id(&format!("{path}.id"), &terms.id);
        found.text(&format!("{path}.title"), &terms.title);
        for file in Lang::ALL.map(|lang| terms.file(lang)) {
            if !has_file(&file) {
                found.add(
                    &path,
                    format!("the file `{file}` is missing"),
                    "Write it, or name a version that has both languages",
                );
            }
        }
    }
    found.unique("terms", portal.terms.iter().map(|terms| terms.id.as_str()));
    check_services(&mut found, portal);
    if portal.journeys.is_empty() {
        found.add("journeys", "there is none".to_owned(), "A portal has at least one way to become a member");
    }
    found.unique("journeys", portal.journeys.iter().map(|journey| journey.id.as_str()));
    for (i, journey) in portal.journeys.iter().enumerate() {
        check_journey(&mut found, &format!("journeys[{i}]"), portal, journey, has_file);
    }
    found.mistakes
}

struct Found {
    mistakes: Vec<Mistake>,
}

impl Found {
    fn add(&mut self, path: &str, what: String, mend: &str) {
        self.mistakes.push(Mistake { path: path.to_owned(), what, mend: mend.to_owned() });
    }

    fn text(&mut self, path: &str, text: &Text) {
        for lang in Lang::ALL {
            if text.get(lang).trim().is_empty() {
                self.add(
                    &format!("{path}.{}", lang.tag()),
                    "the translation is empty".to_owned(),
                    "Write the words in this language",
                );
            }
        }
    }

    fn texts<'a>(&mut self, path: &str, texts: impl IntoIterator<Item = &'a Text>) {
        for (i, text) in texts.into_iter().enumerate() {
            self.text(&format!("{path}[{i}]"), text);
        }
    }

    /// Ids stand in addresses and file names.
    fn id(&mut self, path: &str, id: &str) {
        let clean = id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_');
        if id.is_empty() || !clean {
            self.add(path, format!("`{id}` cannot stand in an address"), "Use lower-case letters, digits, `-` and `_`");
        }
    }

    fn unique<'a>(&mut self, path: &str, ids: impl Iterator<Item = &'a str>) {
        let mut seen = Vec::new();
        for id in ids {
            if seen.contains(&id) {
                self.add(path, format!("`{id}` stands there twice"), "Give each its own name");
            }
            seen.push(id);
        }
    }
}

fn check_journey(found: &mut Found, path: &str, portal: &Portal, journey: &Journey, has_file: &dyn Fn(&str) -> bool) {
    found.id(&format!("{path}.id"), &journey.id);
    found.text(&format!("{path}.title"), &journey.title);
    found.text(&format!("{path}.intro"), &journey.intro);
    found.texts(&format!("{path}.prepare"), &journey.prepare);
    found.texts(&format!("{path}.phases"), journey.phases.iter().map(|phase| &phase.title));
    found.unique(&format!("{path}.phases"), journey.phases.iter().map(|phase| phase.id.as_str()));
    found.unique(&format!("{path}.steps"), journey.steps.iter().map(|step| step.id.as_str()));
    // A recovery can be one proof and its result.
    let fewest = if journey.purpose.recovers() { 2 } else { 3 };
    if !(fewest..=7).contains(&journey.phases.len()) {
        found.add(
            &format!("{path}.phases"),
            format!("there are {}", journey.phases.len()),
            "A step indicator has 3 to 7 phases (KRDS)",
        );
    }
    if journey.purpose.recovers() {
        check_recovery(found, path, journey);
    }
    let ends = !journey.purpose.reviews()
        || matches!(&journey.steps[..], [.., review, complete]
        if matches!(review.kind, StepKind::Review) && matches!(complete.kind, StepKind::Complete(_)));
    if !ends {
        found.add(
            &format!("{path}.steps"),
            "it does not end with review and complete".to_owned(),
            "Answers are checked before they are sent, and somebody must hear that they were",
        );
    }
    check_lines(found, &format!("{path}.submit"), &journey.submit, &journey.steps);
    check_purpose(found, path, portal, journey);
    for (i, step) in journey.steps.iter().enumerate() {
        let at = format!("{path}.steps[{i}]");
        if !journey.phases.iter().any(|phase| phase.id == step.phase) {
            found.add(
                &format!("{at}.phase"),
                format!("there is no phase `{}`", step.phase),
                "Name one of the journey's phases",
            );
        }
        for needed in &step.depends {
            if !journey.steps[..i].iter().any(|before| before.id == *needed) {
                found.add(
                    &format!("{at}.depends"),
                    format!("no earlier step is called `{needed}`"),
                    "A step can only depend on steps before it",
                );
            }
        }
        let before = Asked { steps: &journey.steps[..i], own: None };
        if let Some(when) = &step.when {
            check_condition(found, &format!("{at}.when"), when, &before);
        }
        check_step(found, step, &Place { at, portal, journey, position: i, has_file });
    }
}
