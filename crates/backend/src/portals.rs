//! The portals that this backend serves, read from disk at start and checked.

use crate::terms::Terms;
use gaip_domain::portal::{self, CertificateTable, Input, Journey, Membership, Portal, Purpose, StepKind, TABLE_FILE};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Every portal, by id, and the kinds of certificates that they take.
#[derive(Debug, Default)]
pub struct Portals {
    by_id: BTreeMap<String, Served>,
    table: CertificateTable,
}

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
        let (table, mut mistakes) = load_table(&folder.join(TABLE_FILE));
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
            match load_one(&path, table.as_ref()) {
                Ok(served) => {
                    portals.insert(served.portal.id.clone(), served);
                }
                Err(found) => mistakes.extend(found),
            }
        }
        if portals.is_empty() && mistakes.is_empty() {
            mistakes.push(format!("{}: no portal here. A portal is a folder with a portal.json", folder.display()));
        }
        if mistakes.is_empty() { Ok(Self { by_id: portals, table: table.unwrap_or_default() }) } else { Err(mistakes) }
    }

    /// The portal of an id.
    pub fn get(&self, id: &str) -> Option<&Served> {
        self.by_id.get(id)
    }

    /// The kinds of certificates, and who issues them.
    pub fn table(&self) -> &CertificateTable {
        &self.table
    }

    /// A portal and one of its journeys.
    pub fn journey(&self, portal: &str, journey: &str) -> Option<(&Served, &Journey)> {
        let served = self.get(portal)?;
        Some((served, served.portal.journey(journey)?))
    }

    /// Whether some journey verifies who people are.
    pub fn ask_identity(&self) -> bool {
        let mut steps = self.iter().flat_map(|served| &served.portal.journeys).flat_map(|journey| &journey.steps);
        steps.any(|step| matches!(step.kind, StepKind::Identity(_)))
    }

    /// Whether some journey has another system told of its members.
    pub fn tell_others(&self) -> bool {
        self.iter().flat_map(|served| &served.portal.journeys).any(|journey| journey.sync)
    }

    /// Whether some journey takes accounts at providers.
    pub fn ask_social(&self) -> bool {
        let mut steps = self.iter().flat_map(|served| &served.portal.journeys).flat_map(|journey| &journey.steps);
        steps.any(|step| matches!(step.kind, StepKind::Social(_)))
    }

    /// Whether some journey sends codes by e-mail.
    pub fn ask_email_code(&self) -> bool {
        let mut steps = self.iter().flat_map(|served| &served.portal.journeys).flat_map(|journey| &journey.steps);
        steps.any(|step| matches!(step.kind, StepKind::EmailCode(_)))
    }

    /// Whether companies of one have approval passwords.
    pub fn register_companies(&self) -> bool {
        self.iter().flat_map(|served| &served.portal.journeys).any(|journey| journey.purpose == Purpose::Company)
    }

    /// Whether one of them takes financial certificates.
    pub fn take_financial(&self) -> bool {
        self.iter().any(|served| served.portal.takes_financial())
    }

    /// Every portal in order of its id.
    pub fn iter(&self) -> impl Iterator<Item = &Served> {
        self.by_id.values()
    }
}

/// The table of certificates, if there is one that reads, and its mistakes.
fn load_table(file: &Path) -> (Option<CertificateTable>, Vec<String>) {
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return (None, Vec::new()),
        Err(error) => return (None, vec![format!("{}: {error}", file.display())]),
    };
    let (found, table) = match portal::parse_table(&text) {
        Ok(table) => (portal::check_table(&table), Some(table)),
        Err(mistake) => (vec![mistake], None),
    };
    (table, found.iter().map(|mistake| format!("{}: {mistake}", file.display())).collect())
}

fn load_one(folder: &Path, table: Option<&CertificateTable>) -> Result<Served, Vec<String>> {
    let file = folder.join("portal.json");
    let named = |what: String| format!("{}: {what}", file.display());
    let text = std::fs::read_to_string(&file).map_err(|error| vec![named(error.to_string())])?;
    let portal = portal::parse(&text).map_err(|mistake| vec![named(mistake.to_string())])?;
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut mistakes = portal::check(&portal, &name, &|path| folder.join(path).is_file());
    mistakes.extend(portal::check_taken(&portal, table));
    let mistakes: Vec<String> =
        mistakes.iter().map(ToString::to_string).chain(no_members(&portal)).map(named).collect();
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    let terms = Terms::load(folder, &portal).map_err(|what| vec![named(what)])?;
    Ok(Served { portal, terms })
}

/// What a journey lacks to end in a member of this backend: a company where every member is one, a login id, a password, a review to submit from.
fn no_members(portal: &Portal) -> Vec<String> {
    let mut mistakes = Vec::new();
    for journey in &portal.journeys {
        let (purpose, membership) = (journey.purpose, journey.membership);
        // Of the others the portal's check knows what they need.
        let account = matches!(purpose, Purpose::Join | Purpose::Company);
        let registers = purpose == Purpose::Company;
        let password = account && membership.has_password();
        let (by_certificate, social) = (membership == Membership::Certificate, membership == Membership::Social);
        let kind = |wanted: fn(&StepKind) -> bool| journey.steps.iter().any(|step| wanted(&step.kind));
        let input = |wanted: fn(&Input) -> bool| journey.fields().any(|field| wanted(&field.input));
        let needed = [
            (
                "company",
                account && (membership.is_company() || registers),
                kind(|kind| matches!(kind, StepKind::Company(_))),
            ),
            ("review", purpose.reviews(), kind(|kind| matches!(kind, StepKind::Review))),
            ("social", account && social, kind(|kind| matches!(kind, StepKind::Social(_)))),
            (
                "certificate",
                account && (by_certificate || registers),
                kind(|kind| matches!(kind, StepKind::Certificate(_))),
            ),
            ("new_pin", registers, input(|input| matches!(input, Input::NewPin))),
            ("login_id", password && !registers, journey.asks_login_id()),
            ("new_password", password, input(|input| matches!(input, Input::NewPassword))),
        ];
        for (what, ..) in needed.iter().filter(|(_, needed, there)| *needed && !there) {
            mistakes.push(format!(
                "journey `{}`: nothing of the kind `{what}`. Without it no member can be made; add it",
                journey.id
            ));
        }
    }
    mistakes
}
