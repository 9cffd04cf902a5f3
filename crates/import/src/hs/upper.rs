//! What stands above the lines, where no file has it.

use super::rows::Codes;
use super::{LINE, count, level};
use crate::note::Note;
use crate::refusal::{Reason, Refusal};
use gaip_classify::{Edition, Entry, Level};
use gaip_domain::value::CodeList;
use std::collections::{BTreeMap, BTreeSet};

/// A 6-digit code that is not parted further has the name of its one line, XXXXXX0000, and no row of its own.
pub fn add_subheadings(entries: &mut Vec<Entry>, notes: &mut Vec<Note>) {
    let known: BTreeSet<String> = entries.iter().map(|entry| entry.code.clone()).collect();
    let mut wanted: BTreeMap<String, Option<Entry>> = BTreeMap::new();
    for line in entries.iter().filter(|entry| entry.code.len() == LINE) {
        let code = &line.code[..6];
        if known.contains(code) {
            continue;
        }
        let named = wanted.entry(code.to_owned()).or_default();
        if line.code.ends_with("0000") {
            *named = Some(Entry { code: code.to_owned(), level: level(code), names: Vec::new(), ..line.clone() });
        }
    }
    count(notes, Note::NoSubheadings, wanted.values().filter(|named| named.is_none()).count());
    entries.extend(wanted.into_values().flatten());
}

/// Headings and chapters of the built-in edition where no file has any, and its sections, which no file has.
pub fn add_own(entries: &mut Vec<Entry>, notes: &mut Vec<Note>) {
    let (headings, chapters) = (own(entries, Level::Heading, 4), own(entries, Level::Chapter, 2));
    if !headings.is_empty() || !chapters.is_empty() {
        notes.push(Note::OwnUpperNames { chapters: chapters.len(), headings: headings.len() });
    }
    entries.extend(headings);
    entries.extend(chapters);
    let builtin = Edition::builtin(CodeList::Hs);
    let chapters = entries.iter().filter(|entry| entry.level == Level::Chapter);
    let sections: BTreeSet<&String> =
        chapters.filter_map(|chapter| builtin.get(&chapter.code)?.parent.as_ref()).collect();
    let sections: Vec<Entry> = sections.into_iter().filter_map(|code| builtin.get(code).cloned()).collect();
    entries.extend(sections);
}

/// The built-in entries of a level that the lines need, where the files have none of that level.
fn own(entries: &[Entry], level: Level, digits: usize) -> Vec<Entry> {
    if entries.iter().any(|entry| entry.level == level) {
        return Vec::new();
    }
    let wanted: BTreeSet<&str> = entries.iter().filter_map(|entry| entry.code.get(..digits)).collect();
    wanted.into_iter().filter_map(|code| Edition::builtin(CodeList::Hs).get(code).cloned()).collect()
}

/// The parent of a code is the longest shorter code that it begins with, never a count of digits: there are codes of
/// five, seven and nine digits. Every code stands in a chapter, and every line in a heading.
pub fn set_parents(entries: &mut [Entry], codes: &Codes) -> Vec<Refusal> {
    let known: BTreeSet<String> = entries.iter().map(|entry| entry.code.clone()).collect();
    let mut refusals = Vec::new();
    for entry in entries.iter_mut().filter(|entry| entry.level != Level::Section) {
        let code = &entry.code;
        entry.parent = match entry.level {
            Level::Chapter => Edition::builtin(CodeList::Hs).get(code).and_then(|chapter| chapter.parent.clone()),
            _ => (2..code.len()).rev().find_map(|length| known.get(&code[..length]).cloned()),
        };
        let above = match entry.level {
            Level::Chapter => "a section",
            Level::Heading => &code[..2],
            _ => &code[..4],
        };
        let missing = entry.parent.is_none() || (entry.level > Level::Heading && !known.contains(above));
        if let (true, Some(found)) = (missing, codes.get(code)) {
            let reason = Reason::Orphan { code: code.clone(), above: above.to_owned() };
            refusals.push(found.table.refuse(found.row, reason));
        }
    }
    refusals
}
