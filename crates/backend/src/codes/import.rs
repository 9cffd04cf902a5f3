//! Imports an edition: read, compare, write beside the one in force, swap.

use super::report::{Outcome, Report};
use crate::clock::Clock;
use crate::random::{self, Random, hex};
use crate::store::{AuditRow, EditionRecord, Event, Failure, Store, Swap};
use gaip_classify::{Edition, Entry};
use gaip_domain::value::CodeList;
use gaip_import::{Content, File, Reason, Refusal, changes, entries_of, size_changes};
use sha2::{Digest, Sha256};

/// What an operator asks for.
#[derive(Clone, Debug)]
pub struct Import {
    /// The list.
    pub list: CodeList,
    /// Names and contents of the files.
    pub files: Vec<(String, Vec<u8>)>,
    /// Only the report; nothing is stored.
    pub check: bool,
    /// Takes an edition with more than 5 % more or fewer codes of a level.
    pub accept_size_change: bool,
}

/// Why nothing was imported. The edition in force stays.
#[derive(Debug)]
pub enum Refused {
    /// The files are no edition.
    Files(Vec<Refusal>),
    /// The store failed.
    Store(Failure),
    /// Somebody else imported at the same time.
    Meanwhile,
}

impl From<Failure> for Refused {
    fn from(failure: Failure) -> Self {
        Self::Store(failure)
    }
}

/// Reads the files and puts them in force.
pub async fn import(
    store: &dyn Store,
    order: Import,
    clock: &dyn Clock,
    random: &dyn Random,
) -> Result<Report, Refused> {
    let (list, check, accept) = (order.list, order.check, order.accept_size_change);
    let files: Vec<String> = order.files.iter().map(|(name, _)| name.clone()).collect();
    let content = read(order).await?;
    let in_force = store.edition_in_force(list).await?;
    let before = match &in_force {
        Some(id) => store.entries(id).await?,
        None => entries_of(Edition::builtin(list)),
    };
    if !accept {
        let refusals = size_changes(&files.join(", "), &before, &content.entries);
        if !refusals.is_empty() {
            return Err(Refused::Files(refusals));
        }
    }
    let content = usable(content, &files).await?;
    let digest = digest(&content.entries);
    let known = store.edition_with(list, &digest).await?;
    let same = known.is_some() && known.as_ref().map(|edition| &edition.id) == in_force.as_ref();
    let mut report = Report {
        list,
        files: files.clone(),
        over_builtin: in_force.is_none(),
        changes: changes(&before, &content.entries),
        outcome: if same { Outcome::Same } else { Outcome::Checked },
        content,
    };
    if same || check {
        return Ok(report);
    }
    let now = clock.now();
    // Known is the content of an earlier year that is to be in force again.
    let edition = if let Some(edition) = known {
        edition
    } else {
        let edition = EditionRecord {
            id: random::id(random),
            list,
            digest,
            files,
            codes: u64::try_from(report.content.entries.len()).unwrap_or(u64::MAX),
            imported_at: now,
            in_force_at: None,
        };
        store.delete_unfinished(list).await?;
        store.begin_edition(&edition).await?;
        store.add_entries(&edition.id, &report.content.entries).await?;
        edition
    };
    let audit = AuditRow {
        id: random::id(random),
        at: now,
        event: match list {
            CodeList::Hs => Event::HsEditionInForce,
            CodeList::Ksic => Event::KsicEditionInForce,
        },
        portal: String::new(),
        member: None,
        operator: None,
    };
    if !store.put_in_force(Swap { edition: &edition, instead_of: in_force.as_deref(), audit: &audit }).await? {
        return Err(Refused::Meanwhile);
    }
    report.outcome = Outcome::InForce;
    Ok(report)
}

async fn read(order: Import) -> Result<Content, Refused> {
    let read = move || {
        let files: Vec<File> = order.files.iter().map(|(name, bytes)| File { name, bytes }).collect();
        gaip_import::read(order.list, &files)
    };
    let read = tokio::task::spawn_blocking(read).await.map_err(|error| Failure(error.to_string()))?;
    read.map_err(Refused::Files)
}

/// Whether this program can search in the edition: better told now than when it is to come into force.
async fn usable(content: Content, files: &[String]) -> Result<Content, Refused> {
    let work = move || {
        let built = Edition::official(content.list, "import", content.entries.clone(), Vec::new());
        built.map(|_| content)
    };
    let built = tokio::task::spawn_blocking(work).await.map_err(|error| Failure(error.to_string()))?;
    built.map_err(|error| Refused::Files(vec![Refusal::of_file(&files.join(", "), Reason::Edition(error))]))
}

/// SHA-256 of the entries in code order. No label holds a control character, so fields cannot run into each other.
fn digest(entries: &[Entry]) -> String {
    let mut hash = Sha256::new();
    for entry in entries {
        let level = (entry.level as u8).to_string();
        let parent = entry.parent.as_deref().unwrap_or_default();
        for part in [&entry.code, &level, &entry.ko, &entry.en, parent] {
            hash.update(part);
            hash.update([0x1f]);
        }
        hash.update(entry.names.join("\u{1e}"));
        hash.update([b'\n']);
    }
    hex(&hash.finalize())
}
