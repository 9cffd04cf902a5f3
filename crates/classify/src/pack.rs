//! An edition as one text, small when compressed, so that a browser can fetch it once and search by itself.
//!
//! Lines in columns, because like stands beside like then: a head line, the codes, the Korean labels, the English ones,
//! other names, aliases, and the codes that are gone.

use std::fmt;

use crate::edition::{Edition, EditionError};
use crate::entry::{Alias, Entry, Gone, Level};
use crate::index::NONE;
use gaip_domain::value::CodeList;

/// First word of the head line; the number changes with the form.
const HEAD: &str = "gaip-edition-1";
/// A label that is the same as that of the entry above.
const SAME: &str = "=";
/// Between the names, and between the aliases, of one entry.
const BETWEEN: char = '|';
/// Before an alias of which this is not the likeliest meaning, once for each that is likelier.
const LATER: char = '+';

/// Why a text is not a packed edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackError {
    /// Not of this form, or cut off.
    Form,
    /// Of this form, but no edition.
    Edition(EditionError),
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form => f.write_str("not a packed edition"),
            Self::Edition(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for PackError {}

impl Edition {
    /// The whole edition. What [`Edition::unpack`] makes of it finds the same.
    pub fn pack(&self) -> String {
        let (entries, index) = (self.entries(), self.index());
        let mut out =
            format!("{HEAD} {} {} {} {}\n", self.list().as_str(), entries.len(), self.all_gone().len(), self.id());
        let mut before = "";
        for entry in entries {
            let shared = entry.code.bytes().zip(before.bytes()).take_while(|(a, b)| a == b).count();
            out.push_str(&format!("{}{shared}{}", level_digit(entry.level), &entry.code[shared..]));
            if entry.parent.as_deref() != self.prefix(&entry.code) {
                out.push('\t');
                out.push_str(entry.parent.as_deref().unwrap_or_default());
            }
            out.push('\n');
            before = &entry.code;
        }
        for label in [|entry: &Entry| entry.ko.clone(), |entry: &Entry| entry.en.clone()] {
            for (entry, above) in entries.iter().zip(&index.parents) {
                let same = *above != NONE && label(&entries[*above as usize]) == label(entry);
                line(&mut out, &[if same { SAME.to_owned() } else { label(entry) }]);
            }
        }
        for entry in entries {
            line(&mut out, &entry.names);
        }
        for terms in self.terms_by_entry() {
            line(&mut out, &terms);
        }
        for gone in self.all_gone() {
            out.push_str(&format!("{}\t{}\t{}\n", gone.code, clean(&gone.ko), clean(&gone.en)));
        }
        out
    }

    /// Reads what [`Edition::pack`] wrote, and builds the index.
    pub fn unpack(packed: &str) -> Result<Self, PackError> {
        let mut lines = packed.lines();
        let mut next = || lines.next().ok_or(PackError::Form);
        let mut head = next()?.splitn(5, ' ');
        let mut word = || head.next().ok_or(PackError::Form);
        if word()? != HEAD {
            return Err(PackError::Form);
        }
        let list = CodeList::parse(word()?).ok_or(PackError::Form)?;
        let [count, gone] = [number(word()?)?, number(word()?)?];
        let id = word()?.to_owned();
        let mut entries: Vec<Entry> = Vec::new();
        let mut parents = Vec::new();
        for _ in 0..count {
            let entry = code_line(next()?, entries.last().map_or("", |entry| &entry.code))?;
            parents.push(entry.1);
            entries.push(entry.0);
        }
        set_parents(&mut entries, parents);
        for label in
            [|entry: &mut Entry, text: String| entry.ko = text, |entry: &mut Entry, text: String| entry.en = text]
        {
            for entry in &mut entries {
                label(entry, next()?.to_owned());
            }
        }
        unfold(&mut entries);
        for entry in &mut entries {
            entry.names = parts(next()?).map(str::to_owned).collect();
        }
        let mut aliases = Vec::new();
        for entry in &entries {
            for term in parts(next()?) {
                let meant = term.trim_start_matches(LATER);
                let alias = Alias { term: meant.to_owned(), code: entry.code.clone() };
                aliases.push((term.len() - meant.len(), alias));
            }
        }
        aliases.sort_by_key(|(later, _)| *later);
        let gone = (0..gone).map(|_| gone_line(next()?)).collect::<Result<Vec<_>, _>>()?;
        let aliases = aliases.into_iter().map(|(_, alias)| alias).collect();
        Self::with_gone(list, &id, entries, aliases, gone).map_err(PackError::Edition)
    }

    /// The longest code that this one begins with.
    fn prefix(&self, code: &str) -> Option<&str> {
        (1..code.len()).rev().find_map(|length| self.get(&code[..length])).map(|entry| entry.code.as_str())
    }

    /// Terms of the aliases of each entry, marked where another meaning is likelier.
    fn terms_by_entry(&self) -> Vec<Vec<String>> {
        let mut terms = vec![Vec::new(); self.entries().len()];
        let mut later = 0;
        let aliases = &self.index().aliases;
        for (at, alias) in aliases.iter().enumerate() {
            later = if at > 0 && aliases[at - 1].compact == alias.compact { later + 1 } else { 0 };
            let marks: String = std::iter::repeat_n(LATER, later).collect();
            terms[alias.entry as usize].push(marks + &alias.term);
        }
        terms
    }
}

fn level_digit(level: Level) -> u8 {
    level as u8
}

fn line(out: &mut String, parts: &[String]) {
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            out.push(BETWEEN);
        }
        out.push_str(&clean(part));
    }
    out.push('\n');
}

/// Labels hold no line breaks and tabs; names, which are read apart again, no bar.
fn clean(text: &str) -> String {
    text.replace(['\n', '\r', '\t', BETWEEN], " ")
}

fn parts(line: &str) -> impl Iterator<Item = &str> {
    line.split(BETWEEN).filter(|part| !part.is_empty())
}

fn number(text: &str) -> Result<usize, PackError> {
    text.parse().map_err(|_| PackError::Form)
}

/// An entry without labels, and the parent that the line names, if it names one or none.
fn code_line(line: &str, before: &str) -> Result<(Entry, Option<String>), PackError> {
    let (code, parent) = line.split_once('\t').map_or((line, None), |(code, parent)| (code, Some(parent.to_owned())));
    let level = match code.bytes().next() {
        Some(b'0') => Level::Section,
        Some(b'1') => Level::Chapter,
        Some(b'2') => Level::Heading,
        Some(b'3') => Level::Subheading,
        Some(b'4') => Level::Line,
        _ => return Err(PackError::Form),
    };
    let shared = number(code.get(1..2).ok_or(PackError::Form)?)?;
    let shared = before.get(..shared).ok_or(PackError::Form)?;
    let code = format!("{shared}{}", code.get(2..).ok_or(PackError::Form)?);
    Ok((Entry { code, level, ko: String::new(), en: String::new(), parent: None, names: Vec::new() }, parent))
}

/// Parents that are not named are the longest code that an entry begins with.
fn set_parents(entries: &mut [Entry], named: Vec<Option<String>>) {
    for (at, named) in named.into_iter().enumerate() {
        let (before, rest) = entries.split_at_mut(at);
        let code = &rest[0].code;
        let known = |length| before.binary_search_by(|entry| entry.code.as_str().cmp(&code[..length])).ok();
        let longest = || (1..code.len()).rev().find_map(known).map(|at| before[at].code.clone());
        rest[0].parent = named.map_or_else(longest, |parent| (!parent.is_empty()).then_some(parent));
    }
}

/// Labels that are those of the entry above, which stands before unless it is a section.
fn unfold(entries: &mut [Entry]) {
    for at in 0..entries.len() {
        let above = |parent: &String| entries.binary_search_by(|entry| entry.code.cmp(parent)).ok();
        let Some(above) = entries[at].parent.as_ref().and_then(above) else { continue };
        if entries[at].ko == SAME {
            entries[at].ko = entries[above].ko.clone();
        }
        if entries[at].en == SAME {
            entries[at].en = entries[above].en.clone();
        }
    }
}

fn gone_line(line: &str) -> Result<Gone, PackError> {
    let mut columns = line.split('\t').map(str::to_owned);
    let mut next = || columns.next().ok_or(PackError::Form);
    Ok(Gone { code: next()?, ko: next()?, en: next()? })
}
