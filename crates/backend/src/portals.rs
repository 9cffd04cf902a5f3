//! The portals that this backend serves, read from disk at start and checked.

use crate::terms::Terms;
use gaip_domain::portal::{self, Journey, Portal};
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
            Err(error) => return Err(vec![format!("{}: {error}. Name the folder of the portals with GAIP_PORTALS", folder.display())]),
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
    if !mistakes.is_empty() {
        return Err(mistakes.iter().map(|mistake| named(mistake.to_string())).collect());
    }
    let terms = Terms::load(folder, &portal).map_err(|what| vec![named(what)])?;
    Ok(Served { portal, terms })
}
