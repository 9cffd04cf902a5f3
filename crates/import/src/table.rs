//! A file as rows of cells, whatever its format.

use crate::refusal::{Place, Reason, Refusal};
use crate::{File, delimited, label, limits, workbook};

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text as it stands.
    Text(String),
    /// A number, a day or a truth value, as digits.
    Number(String),
    /// An error such as `#REF!`.
    Fault,
}

impl Cell {
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Number(_) | Self::Fault => false,
        }
    }
}

/// A row that has something in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// As a spreadsheet or an editor counts it, from 1.
    pub number: u32,
    pub cells: Vec<Cell>,
}

/// A sheet of a workbook, or a whole text file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub file: String,
    /// Its name in a workbook.
    pub name: Option<String>,
    pub rows: Vec<Row>,
}

impl Sheet {
    /// The first row, as people would look for the header there.
    pub fn header(&self) -> Vec<String> {
        let cells = self.rows.first().map_or(&[][..], |row| &row.cells);
        let text = |cell: &Cell| if let Cell::Text(text) = cell { Some(label::clean(text)) } else { None };
        cells.iter().filter_map(text).take(25).map(|text| text.chars().take(40).collect()).collect()
    }

    pub fn place(&self, row: Option<u32>) -> Place {
        Place { file: self.file.clone(), sheet: self.name.clone(), row }
    }
}

/// The sheets of a file. What it is, its first bytes say.
pub fn read(file: &File) -> Result<Vec<Sheet>, Refusal> {
    let refuse = |reason| Err(Refusal::of_file(file.name, reason));
    let start = file.bytes.trim_ascii_start();
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    if file.bytes.len() > limits::FILE {
        refuse(Reason::FileTooLarge)
    } else if start.is_empty() {
        refuse(Reason::Empty)
    } else if file.bytes.starts_with(b"PK") {
        workbook::read(file)
    } else if file.bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        refuse(Reason::OldWorkbook)
    } else if start.starts_with(b"<") {
        refuse(Reason::Html)
    } else {
        delimited::read(file).map(|sheet| vec![sheet])
    }
}
