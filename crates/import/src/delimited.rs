//! CSV and tab-separated text.

use crate::File;
use crate::limits;
use crate::refusal::{Place, Reason, Refusal};
use crate::table::{Cell, Row, Sheet};
use encoding_rs::{EUC_KR, Encoding, UTF_8};
use std::borrow::Cow;

pub fn read(file: &File) -> Result<Sheet, Refusal> {
    let refuse =
        |row: Option<u32>, reason| Refusal { place: Place { file: file.name.to_owned(), sheet: None, row }, reason };
    let text = decode(file.bytes).ok_or_else(|| refuse(None, Reason::Encoding))?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    let mut last = None;
    let mut lines = Lines { text: text.as_bytes(), at: 0, number: 1 };
    loop {
        let more = reader.read_record(&mut record).map_err(|_| refuse(last, Reason::Encoding))?;
        if !more {
            break;
        }
        let number = lines.number(record.position().map_or(0, csv::Position::byte));
        last = Some(number);
        let too_long = record.iter().any(|cell| cell.len() > limits::CELL * 4);
        if rows.len() == limits::ROWS || record.len() > limits::COLUMNS || too_long {
            return Err(refuse(last, Reason::TooMuch));
        }
        let cells: Vec<Cell> = record.iter().map(|cell| Cell::Text(cell.to_owned())).collect();
        if !cells.iter().all(Cell::is_empty) {
            rows.push(Row { number, cells });
        }
    }
    Ok(Sheet { file: file.name.to_owned(), name: None, rows })
}

/// Counts lines as an editor does, also empty ones and those inside a cell.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    number: u32,
}

impl Lines<'_> {
    /// The line of the first character at or after this byte that does not end a line.
    fn number(&mut self, byte: u64) -> u32 {
        let from = usize::try_from(byte).unwrap_or(usize::MAX);
        while let Some(byte) = self.text.get(self.at) {
            if self.at >= from && !matches!(byte, b'\r' | b'\n') {
                break;
            }
            self.number += u32::from(*byte == b'\n');
            self.at += 1;
        }
        self.number
    }
}

/// The text by the mark at its beginning, else as UTF-8, else as CP949 (which the WHATWG calls EUC-KR).
fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    if bytes.contains(&0) && Encoding::for_bom(bytes).is_none() {
        return None;
    }
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => EUC_KR,
    };
    let (text, _, malformed) = encoding.decode(bytes);
    if malformed { None } else { Some(text) }
}

/// A tab where the first lines have more tabs than commas.
fn delimiter(text: &str) -> u8 {
    let top: Vec<&str> = text.lines().take(limits::HEADER_ROWS).collect();
    let count = |c: char| top.iter().map(|line| line.matches(c).count()).sum::<usize>();
    if count('\t') > 0 && count('\t') * 2 >= count(',') { b'\t' } else { b',' }
}
