//! What an edition changes.

use crate::limits;
use crate::refusal::{Reason, Refusal};
use gaip_classify::{Edition, Entry};
use std::cmp::Ordering;

/// A code with another label than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// The code.
    pub code: String,
    /// Its Korean label before.
    pub before: String,
    /// Its Korean label now.
    pub now: String,
}

/// What is different between two editions, in code order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// New codes with their Korean labels.
    pub added: Vec<(String, String)>,
    /// Codes that are no more, with their last Korean labels.
    pub removed: Vec<(String, String)>,
    /// Codes with another Korean or English label.
    pub renamed: Vec<Renamed>,
    /// Codes whose other names or place changed and nothing else.
    pub retouched: usize,
}

/// Compares two editions; both in code order.
pub fn changes(before: &[Entry], now: &[Entry]) -> Changes {
    let mut changes = Changes::default();
    let labelled = |entry: &Entry| (entry.code.clone(), entry.ko.clone());
    let (mut old, mut new) = (before.iter().peekable(), now.iter().peekable());
    loop {
        let order = match (old.peek(), new.peek()) {
            (None, None) => return changes,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(old), Some(new)) => old.code.cmp(&new.code),
        };
        let one = if order == Ordering::Greater { None } else { old.next() };
        let other = if order == Ordering::Less { None } else { new.next() };
        match (one, other) {
            (Some(gone), None) => changes.removed.push(labelled(gone)),
            (None, Some(added)) => changes.added.push(labelled(added)),
            (Some(old), Some(new)) if (&old.ko, &old.en) != (&new.ko, &new.en) => changes.renamed.push(Renamed {
                code: new.code.clone(),
                before: if old.ko == new.ko { old.en.clone() } else { old.ko.clone() },
                now: if old.ko == new.ko { new.en.clone() } else { new.ko.clone() },
            }),
            (Some(old), Some(new)) => changes.retouched += usize::from(old != new),
            (None, None) => {}
        }
    }
}

/// Levels that have more than 5 % more or fewer codes than before. A level that is new is none of them: the built-in
/// editions end at the headings.
pub fn size_changes(files: &str, before: &[Entry], now: &[Entry]) -> Vec<Refusal> {
    let levels = crate::by_level(before).into_iter().zip(crate::by_level(now));
    let too_far =
        levels.filter(|((_, before), (_, now))| *before > 0 && before.abs_diff(*now) * 100 > before * limits::CHANGE);
    let refuse = |((level, before), (_, now))| Refusal::of_file(files, Reason::SizeChange { level, before, now });
    too_far.map(refuse).collect()
}

/// Every entry of an edition, in code order.
pub fn entries_of(edition: &Edition) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut open = edition.children(None);
    while let Some(entry) = open.pop() {
        open.extend(edition.children(Some(&entry.code)));
        entries.push(entry.clone());
    }
    entries.sort_by(|a, b| a.code.cmp(&b.code));
    entries
}
