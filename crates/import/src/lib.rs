//! Reads the official files of the code lists: names and bytes in, entries or refusals out. No database, no clock.
//!
//! Files are told apart by the names in their headers, never by their own names or by the position of a column:
//! Korea Customs' `관세청_HS부호` (data.go.kr 15049722), `관세청_표준품명` (15049721) and `관세청_HS부호` 단위별 품목명
//! (15130660), a tree of all levels, and tables of KSIC. Workbooks are `.xlsx`; text is CSV or tab-separated, in UTF-8
//! with or without a mark at its beginning, UTF-16 with one, or CP949.
//!
//! Nothing is guessed: a code that a spreadsheet took for a number, a code that lost its zero, a code that stands
//! twice or nowhere is refused with file, row and reason.

mod columns;
mod compare;
mod delimited;
mod hs;
mod ksic;
mod label;
mod limits;
mod names;
mod note;
mod refusal;
mod table;
mod workbook;

pub use compare::{Changes, Renamed, changes, entries_of, size_changes};
pub use note::Note;
pub use refusal::{Place, Reason, Refusal};

use gaip_classify::{Entry, Level};
use gaip_domain::value::CodeList;

/// A file as it was given.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// Its name, only for refusals and notes.
    pub name: &'a str,
    /// Its content.
    pub bytes: &'a [u8],
}

/// What the files hold: one edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// The list.
    pub list: CodeList,
    /// In code order; what [`gaip_classify::Edition::new`] takes.
    pub entries: Vec<Entry>,
    /// What a person should know of them.
    pub notes: Vec<Note>,
}

/// Reads the files of one list together. All that is wrong with their rows is told at once.
pub fn read(list: CodeList, files: &[File]) -> Result<Content, Vec<Refusal>> {
    let mut tables = Vec::new();
    let mut notes = Vec::new();
    let mut refusals = Vec::new();
    for file in files {
        match read_file(list, file) {
            Ok((found, ignored)) => {
                tables.extend(found);
                notes.extend(ignored);
            }
            Err(refusal) => refusals.push(refusal),
        }
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let (mut entries, more) = match list {
        CodeList::Hs => hs::assemble(&tables)?,
        CodeList::Ksic => ksic::assemble(&tables)?,
    };
    notes.extend(more);
    entries.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(Content { list, entries, notes })
}

/// The tables of a file, and its sheets that are none.
fn read_file(list: CodeList, file: &File) -> Result<(Vec<columns::Known>, Option<Note>), Refusal> {
    let sheets = table::read(file)?;
    let mut known = Vec::new();
    let mut other = Vec::new();
    let mut seen = Vec::new();
    for sheet in sheets {
        match columns::recognise(list, sheet)? {
            Ok(table) => known.push(table),
            Err(sheet) => {
                seen.extend(sheet.header());
                other.push(sheet.name.unwrap_or_default());
            }
        }
    }
    if known.is_empty() {
        return Err(Refusal::of_file(file.name, Reason::UnknownHeader { list, found: seen }));
    }
    let ignored = (!other.is_empty()).then(|| Note::IgnoredSheets { file: file.name.to_owned(), sheets: other });
    Ok((known, ignored))
}

/// How many codes each level has, from the top.
pub fn by_level<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> [(Level, usize); 5] {
    let levels = [Level::Section, Level::Chapter, Level::Heading, Level::Subheading, Level::Line];
    let mut counts = levels.map(|level| (level, 0));
    for entry in entries {
        counts[entry.level as usize].1 += 1;
    }
    counts
}
