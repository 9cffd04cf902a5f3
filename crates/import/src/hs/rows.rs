//! Rows of the tables of HS, each checked by itself.

use super::{LINE, count};
use crate::columns::{Kind, Known};
use crate::names;
use crate::note::Note;
use crate::refusal::{Reason, Refusal};
use crate::table::Row;
use gaip_classify::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// A code as a table has it.
#[derive(Clone, Debug)]
pub struct Found<'t> {
    pub table: &'t Known,
    pub row: u32,
    pub code: String,
    pub ko: String,
    /// May be empty.
    pub en: String,
    /// May be empty.
    pub nature: String,
}

/// By code.
pub type Codes<'t> = BTreeMap<String, Found<'t>>;

/// Lengths of the codes in `관세청_HS부호`.
const OWN_LENGTHS: [usize; 4] = [7, 8, 9, 10];

/// The codes of the tables; a code that stands twice is refused.
pub fn codes<'t>(tables: impl Iterator<Item = &'t Known>, refusals: &mut Vec<Refusal>) -> Codes<'t> {
    let mut codes = Codes::new();
    for table in tables {
        for row in table.rows() {
            match found(table, row) {
                Err(refusal) => refusals.push(refusal),
                Ok(found) => match codes.get(&found.code) {
                    None => {
                        codes.insert(found.code.clone(), found);
                    }
                    Some(first) => {
                        let first = Box::new(first.table.place(first.row));
                        refusals.push(table.refuse(row.number, Reason::Duplicate { code: found.code, first }));
                    }
                },
            }
        }
    }
    codes
}

fn found<'t>(table: &'t Known, row: &Row) -> Result<Found<'t>, Refusal> {
    let right = match &table.kind {
        Kind::HsLevels(lengths) => lengths.as_slice(),
        _ => &OWN_LENGTHS,
    };
    let code = code(table, row, right)?;
    let columns = table.columns();
    let ko = table.text(row, columns.ko)?;
    if ko.is_empty() {
        return Err(table.refuse(row.number, Reason::NoLabel(code)));
    }
    let (en, nature) = (table.text(row, columns.en)?, table.text(row, columns.more)?);
    Ok(Found { table, row: row.number, code, ko, en, nature })
}

/// A code of digits, of one of the lengths that are right here.
fn code(table: &Known, row: &Row, right: &[usize]) -> Result<String, Refusal> {
    let code = table.code(row)?;
    if !code.bytes().all(|b| b.is_ascii_digit()) {
        return Err(table.refuse(row.number, Reason::NotACode(code)));
    }
    if !right.contains(&code.len()) {
        return Err(table.refuse(row.number, Reason::Length { code, right: right.to_vec() }));
    }
    Ok(code)
}

/// Gives the entries their standard names, Korean and English.
pub fn add_standard_names<'t>(
    tables: impl Iterator<Item = &'t Known>,
    entries: &mut [Entry],
    notes: &mut Vec<Note>,
    refusals: &mut Vec<Refusal>,
) {
    let at: BTreeMap<String, usize> = entries.iter().enumerate().map(|(at, entry)| (entry.code.clone(), at)).collect();
    let mut others = BTreeSet::new();
    for table in tables {
        for row in table.rows() {
            let read = || {
                let columns = table.columns();
                Ok((code(table, row, &[LINE])?, table.text(row, columns.ko)?, table.text(row, columns.en)?))
            };
            match read() {
                Err(refusal) => refusals.push(refusal),
                Ok((code, ko, en)) => match at.get(&code) {
                    Some(&at) => {
                        names::add(&mut entries[at], &ko);
                        names::add(&mut entries[at], &en);
                    }
                    None => {
                        others.insert(code);
                    }
                },
            }
        }
    }
    count(notes, Note::NamesOfOthers, others.len());
}
