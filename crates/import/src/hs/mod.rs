//! HS from its files: the lines, the levels above them, and the other names of goods.

mod rows;
mod upper;

use crate::columns::{Kind, Known};
use crate::note::Note;
use crate::refusal::{Reason, Refusal};
use crate::{label, names};
use gaip_classify::{Entry, Level};
use gaip_domain::value::CodeList;
use rows::{Codes, Found};
use std::collections::BTreeSet;

/// Korea's own heading for household removals: a code of the procedure, no product.
const HOUSEHOLD: &str = "2424";
/// Digits of a line.
const LINE: usize = 10;

/// The entries of the tables together.
pub fn assemble(tables: &[Known]) -> Result<(Vec<Entry>, Vec<Note>), Vec<Refusal>> {
    let mut refusals = Vec::new();
    let of = |wanted: fn(&Kind) -> bool| tables.iter().filter(move |table| wanted(&table.kind));
    let lines = rows::codes(of(|kind| *kind == Kind::HsCodes), &mut refusals);
    let levels = rows::codes(of(|kind| matches!(kind, Kind::HsLevels(_))), &mut refusals);
    let mut notes = Vec::new();
    let codes = join(lines, levels, &mut notes);
    if !codes.keys().any(|code| code.len() == LINE) && refusals.is_empty() {
        let files: BTreeSet<&str> = tables.iter().map(Known::file).collect();
        let files: Vec<&str> = files.into_iter().collect();
        return Err(vec![Refusal::of_file(&files.join(", "), Reason::NoCodes(CodeList::Hs))]);
    }
    let codes = without_household(codes, &mut notes);
    let codes = lines_below(codes, &mut notes, &mut refusals);
    let mut entries: Vec<Entry> = codes.values().map(entry).collect();
    count(&mut notes, Note::NoEnglish, codes.values().filter(|found| found.en.is_empty()).count());
    upper::add_subheadings(&mut entries, &mut notes);
    upper::add_own(&mut entries, &mut notes);
    refusals.extend(upper::set_parents(&mut entries, &codes));
    rows::add_standard_names(of(|kind| *kind == Kind::HsNames), &mut entries, &mut notes, &mut refusals);
    if refusals.is_empty() { Ok((entries, notes)) } else { Err(refusals) }
}

/// The lines and what stands between them and the subheadings from `관세청_HS부호` where it is given, everything above
/// from the file of levels.
fn join<'t>(mut lines: Codes<'t>, mut levels: Codes<'t>, notes: &mut Vec<Note>) -> Codes<'t> {
    if lines.is_empty() {
        return levels;
    }
    let is_line = |code: &&String| code.len() == LINE;
    if levels.keys().any(|code| code.len() == LINE) {
        let one = lines.keys().filter(is_line).filter(|code| !levels.contains_key(*code)).count();
        let other = levels.keys().filter(is_line).filter(|code| !lines.contains_key(*code)).count();
        count(notes, Note::OtherYear, one + other);
    }
    levels.retain(|code, _| code.len() < 7);
    lines.append(&mut levels);
    lines
}

fn without_household<'t>(mut codes: Codes<'t>, notes: &mut Vec<Note>) -> Codes<'t> {
    let all = codes.len();
    codes.retain(|code, _| !code.starts_with(HOUSEHOLD));
    count(notes, Note::Household, all - codes.len());
    codes
}

/// Every level is there because lines stand below it. One that has none lost its first zero, or lines are missing;
/// above the lines' own file it may be of another year.
fn lines_below<'t>(mut codes: Codes<'t>, notes: &mut Vec<Note>, refusals: &mut Vec<Refusal>) -> Codes<'t> {
    let begins = |start: &str| {
        let next = codes.range::<str, _>((std::ops::Bound::Included(start), std::ops::Bound::Unbounded));
        next.take_while(|(code, _)| code.starts_with(start)).any(|(code, _)| code.len() == LINE)
    };
    let bare: Vec<String> = codes.keys().filter(|code| code.len() < LINE && !begins(code)).cloned().collect();
    let lost = |code: &String| code.len() > 6 || begins(&format!("0{code}"));
    let (lost, empty): (Vec<String>, Vec<String>) = bare.into_iter().partition(lost);
    for code in lost {
        if let Some(found) = codes.remove(&code) {
            refusals.push(found.table.refuse(found.row, Reason::LostZero(code)));
        }
    }
    count(notes, Note::EmptyAbove, empty.len());
    codes.retain(|code, _| !empty.contains(code));
    codes
}

fn entry(found: &Found) -> Entry {
    let en = if found.en.is_empty() { &found.ko } else { &found.en };
    let mut entry = Entry {
        code: found.code.clone(),
        level: level(&found.code),
        ko: found.ko.clone(),
        en: en.clone(),
        parent: None,
        names: Vec::new(),
    };
    names::add(&mut entry, label::without_brackets(&found.nature));
    entry
}

fn level(code: &str) -> Level {
    match code.len() {
        0..=2 => Level::Chapter,
        3..=4 => Level::Heading,
        5..=6 => Level::Subheading,
        _ => Level::Line,
    }
}

/// Notes a number unless it is zero.
fn count(notes: &mut Vec<Note>, note: fn(usize) -> Note, number: usize) {
    if number > 0 {
        notes.push(note(number));
    }
}
