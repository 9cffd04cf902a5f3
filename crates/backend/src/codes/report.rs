//! What an import says.

use gaip_domain::value::CodeList;
use gaip_import::{Changes, Content, by_level};
use std::fmt;

/// Codes of each kind of change that are shown.
const SHOWN: usize = 5;

/// What became of an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is in force.
    InForce,
    /// This content was in force already; nothing changed.
    Same,
    /// Only the report was asked for; nothing was stored.
    Checked,
}

/// What an import found and did.
#[derive(Clone, Debug)]
pub struct Report {
    /// The list.
    pub list: CodeList,
    /// The files.
    pub files: Vec<String>,
    /// What they hold.
    pub content: Content,
    /// Nothing was imported before, so that the changes are those to the built-in edition.
    pub over_builtin: bool,
    /// What is different from the edition that was in force.
    pub changes: Changes,
    /// What became of it.
    pub outcome: Outcome,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}: {} codes from {}", self.list.as_str(), self.content.entries.len(), self.files.join(", "))?;
        let levels = by_level(&self.content.entries).map(|(level, count)| format!("{level:?} {count}"));
        writeln!(f, "  {}", levels.join(", "))?;
        for note in &self.content.notes {
            writeln!(f, "  note: {note}")?;
        }
        let before = if self.over_builtin { "the built-in edition" } else { "the edition in force" };
        writeln!(f, "compared with {before}")?;
        let Changes { added, removed, renamed, retouched } = &self.changes;
        let labelled = |(code, label): &(String, String)| format!("{code} {label}");
        row(f, "added", added, labelled)?;
        row(f, "removed", removed, labelled)?;
        row(f, "renamed", renamed, |one| format!("{} {} -> {}", one.code, one.before, one.now))?;
        writeln!(f, "  {:<10}{retouched}", "other")?;
        f.write_str(match self.outcome {
            Outcome::InForce => "in force now; a running backend takes it up within seconds",
            Outcome::Same => "this content is in force already; nothing was changed",
            Outcome::Checked => "only checked; nothing was stored",
        })
    }
}

fn row<T>(f: &mut fmt::Formatter<'_>, name: &str, all: &[T], show: impl Fn(&T) -> String) -> fmt::Result {
    writeln!(f, "  {name:<10}{}", all.len())?;
    for one in all.iter().take(SHOWN) {
        writeln!(f, "    {}", show(one))?;
    }
    if all.len() > SHOWN {
        writeln!(f, "    and {} more", all.len() - SHOWN)?;
    }
    Ok(())
}
