//! The portals that this backend serves, read from disk at start and checked.

use crate::terms::Terms;
use gaip_domain::portal::{self, FormStep, Input, Journey, Portal, StepKind};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Every portal, by id.
#[derive(Debug, Default)]
pub struct Portals(BTreeMap<String, Served>);

/// A portal with its documents.
#[derive(Debug)]
pub struct Served {
    /// What it asks.
    pub portal: Portal,
    /// Its documents in force.
    pub terms: Terms,
}

impl Portals {
    /// Reads every folder that holds a `portal.json`. Mistakes name file, path and mend; with one of them nothing is served.
    pub fn load(folder: &Path) -> Result<Self, Vec<String>> {
        let mut portals = BTreeMap::new();
        let mut mistakes = Vec::new();
        let mut folders: Vec<PathBuf> = match std::fs::read_dir(folder) {
            Ok(entries) => entries.filter_map(|entry| Some(entry.ok()?.path())).collect(),
            Err(error) => {
                return Err(vec![format!(
                    "{}: {error}. Name the folder of the portals with GAIP_PORTALS",
                    folder.display()
                )]);
            }
        };
        folders.retain(|path| path.join("portal.json").is_file());
        folders.sort();
        for path in folders {
            match load_one(&path) {
                Ok(served) => {
                    portals.insert(served.portal.id.clone(), served);
                }
                Err(found) => mistakes.extend(found),
            }
        }
        if portals.is_empty() && mistakes.is_empty() {
            mistakes.push(format!("{}: no portal here. A portal is a folder with a portal.json", folder.display()));
        }
        if mistakes.is_empty() { Ok(Self(portals)) } else { Err(mistakes) }
    }

    /// The portal of an id.
    pub fn get(&self, id: &str) -> Option<&Served> {
        self.0.get(id)
    }

    /// A portal and one of its journeys.
    pub fn journey(&self, portal: &str, journey: &str) -> Option<(&Served, &Journey)> {
        let served = self.get(portal)?;
        Some((served, served.portal.journey(journey)?))
    }

    /// Every portal in order of its id.
    pub fn iter(&self) -> impl Iterator<Item = &Served> {
        self.0.values()
    }
}

fn load_one(folder: &Path) -> Result<Served, Vec<String>> {
    let file = folder.join("portal.json");
    let named = |what: String| format!("{}: {what}", file.display());
    let text = std::fs::read_to_string(&file).map_err(|error| vec![named(error.to_string())])?;
    let portal = portal::parse(&text).map_err(|mistake| vec![named(mistake.to_string())])?;
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mistakes = portal::check(&portal, &name, &|path| folder.join(path).is_file());
    let mistakes: Vec<String> =
        mistakes.iter().map(ToString::to_string).chain(no_members(&portal)).map(named).collect();
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    let terms = Terms::load(folder, &portal).map_err(|what| vec![named(what)])?;
    Ok(Served { portal, terms })
}

/// What a journey lacks to end in a member of this backend: a company, a login id, a password, a review to submit from.
fn no_members(portal: &Portal) -> Vec<String> {
    let mut mistakes = Vec::new();
    for journey in &portal.journeys {
        let kind = |wanted: fn(&StepKind) -> bool| journey.steps.iter().any(|step| wanted(&step.kind));
        let input = |wanted: fn(&Input) -> bool| {
            let forms = journey
                .steps
                .iter()
                .filter_map(|step| if let StepKind::Form(form) = &step.kind { Some(form) } else { None });
            forms.flat_map(FormStep::fields).any(|field| wanted(&field.input))
        };
        let asked = [
            ("company", kind(|kind| matches!(kind, StepKind::Company))),
            ("review", kind(|kind| matches!(kind, StepKind::Review))),
            ("login_id", input(|input| matches!(input, Input::LoginId))),
            ("new_password", input(|input| matches!(input, Input::NewPassword))),
        ];
        for (what, _) in asked.iter().filter(|(_, is_asked)| !is_asked) {
            mistakes.push(format!(
                "journey `{}`: nothing of the kind `{what}`. Without it no member can be made; add it",
                journey.id
            ));
        }
    }
    mistakes
}
