//! KSIC from its files: the codes, and what industries comprise.

use crate::columns::{Kind, Known};
use crate::note::Note;
use crate::refusal::{Reason, Refusal};
use crate::table::Row;
use crate::{label, names};
use gaip_classify::{Entry, Level};
use gaip_domain::value::CodeList;
use std::collections::BTreeMap;

/// From the letter of a section to the five digits of a subclass.
const LEVELS: [Level; 5] = [Level::Section, Level::Chapter, Level::Heading, Level::Subheading, Level::Line];

struct Found<'t> {
    table: &'t Known,
    row: u32,
    entry: Entry,
}

/// The entries of the tables together.
pub fn assemble(tables: &[Known]) -> Result<(Vec<Entry>, Vec<Note>), Vec<Refusal>> {
    let mut refusals = Vec::new();
    let mut found: BTreeMap<String, Found> = BTreeMap::new();
    let mut no_english = 0;
    for table in tables.iter().filter(|table| table.kind == Kind::Ksic) {
        for row in table.rows() {
            match read(table, row) {
                Err(refusal) => refusals.push(refusal),
                Ok((entry, has_english)) => {
                    no_english += usize::from(!has_english);
                    if let Some(first) = found.get(&entry.code) {
                        let first = Box::new(first.table.place(first.row));
                        refusals.push(table.refuse(row.number, Reason::Duplicate { code: entry.code, first }));
                    } else {
                        found.insert(entry.code.clone(), Found { table, row: row.number, entry });
                    }
                }
            }
        }
    }
    if found.is_empty() && refusals.is_empty() {
        let file = tables.first().map_or("", Known::file);
        return Err(vec![Refusal::of_file(file, Reason::NoCodes(CodeList::Ksic))]);
    }
    for one in found.values() {
        let above = one.entry.parent.clone();
        if let Some(above) = above.filter(|above| !found.contains_key(above)) {
            refusals.push(one.table.refuse(one.row, Reason::Orphan { code: one.entry.code.clone(), above }));
        }
    }
    for table in tables.iter().filter(|table| table.kind == Kind::KsicNotes) {
        for row in table.rows() {
            refusals.extend(add_examples(table, row, &mut found).err());
        }
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let notes = if no_english > 0 { vec![Note::NoEnglish(no_english)] } else { Vec::new() };
    Ok((found.into_values().map(|one| one.entry).collect(), notes))
}

/// An entry, and whether it has an English name of its own.
fn read(table: &Known, row: &Row) -> Result<(Entry, bool), Refusal> {
    let refuse = |reason| Err(table.refuse(row.number, reason));
    let code = code(table, row)?;
    let columns = table.columns();
    let (level, above) = (table.text(row, columns.level)?, table.text(row, columns.parent)?);
    // A code that lost its zero is shorter than its level.
    if !level.is_empty() && level != code.len().to_string() {
        return refuse(Reason::Contradiction(code));
    }
    let parent = match code.len() {
        1 => None,
        // Which letter a division belongs to, only the file says.
        2 if above.is_empty() => return refuse(Reason::Orphan { code, above: "a section".to_owned() }),
        2 if above.len() != 1 => return refuse(Reason::Contradiction(code)),
        2 => Some(above.clone()),
        digits => Some(code[..digits - 1].to_owned()),
    };
    if columns.parent.is_some() && parent.as_deref().unwrap_or_default() != above {
        return refuse(Reason::Contradiction(code));
    }
    let ko = table.text(row, columns.ko)?;
    let ko = label::without_span(&ko).to_owned();
    if ko.is_empty() {
        return refuse(Reason::NoLabel(code));
    }
    let en = table.text(row, columns.en)?;
    let has_english = !en.is_empty();
    let en = if has_english { en } else { ko.clone() };
    Ok((Entry { level: LEVELS[code.len() - 1], code, ko, en, parent, names: Vec::new() }, has_english))
}

/// A letter, or two to five digits.
fn code(table: &Known, row: &Row) -> Result<String, Refusal> {
    let code = table.code(row)?;
    let is_section = code.len() == 1 && code.bytes().all(|b| b.is_ascii_uppercase());
    if is_section || ((2..=5).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit())) {
        return Ok(code);
    }
    Err(table.refuse(row.number, Reason::NotACode(code)))
}

fn add_examples(table: &Known, row: &Row, found: &mut BTreeMap<String, Found>) -> Result<(), Refusal> {
    let code = code(table, row)?;
    let examples = table.text(row, table.columns().more)?;
    let Some(one) = found.get_mut(&code) else {
        return Err(table.refuse(row.number, Reason::Orphan { above: code.clone(), code }));
    };
    for example in examples.split('|') {
        names::add(&mut one.entry, example.trim());
    }
    Ok(())
}
