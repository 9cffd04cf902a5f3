//! Excel workbooks (`.xlsx`).

use crate::File;
use crate::limits;
use crate::refusal::{Place, Reason, Refusal};
use crate::table::{Cell, Row, Sheet};
use calamine::{DataRef, Reader, Xlsx, XlsxError};
use std::io::{Cursor, Read};
use zip::ZipArchive;

pub fn read(file: &File) -> Result<Vec<Sheet>, Refusal> {
    inspect(file.bytes).map_err(|reason| Refusal::of_file(file.name, reason))?;
    let broken = |error: XlsxError| Refusal::of_file(file.name, Reason::Broken(error.to_string()));
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file.bytes)).map_err(broken)?;
    let names = book.sheet_names();
    let mut sheets = Vec::new();
    for name in names {
        let place = Place { file: file.name.to_owned(), sheet: Some(name.clone()), row: None };
        let rows = match rows(&mut book, &name) {
            Ok(rows) => rows,
            // A chart has a sheet of its own and no cells.
            Err(Stop::Book(XlsxError::NotAWorksheet(_))) => continue,
            Err(Stop::Book(error)) => {
                return Err(Refusal { place, reason: Reason::Broken(error.to_string()) });
            }
            Err(Stop::TooMuch(row)) => {
                return Err(Refusal { place: Place { row: Some(row), ..place }, reason: Reason::TooMuch });
            }
        };
        sheets.push(Sheet { file: file.name.to_owned(), name: Some(name), rows });
    }
    Ok(sheets)
}

enum Stop {
    Book(XlsxError),
    TooMuch(u32),
}

/// Cell by cell: a sheet may claim to reach to the last of 17 thousand million cells.
fn rows(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Vec<Row>, Stop> {
    let mut reader = book.worksheet_cells_reader(name).map_err(Stop::Book)?;
    let mut rows: Vec<Row> = Vec::new();
    while let Some(cell) = reader.next_cell().map_err(Stop::Book)? {
        let (row, column) = cell.get_position();
        let number = row.saturating_add(1);
        let value = value(cell.get_value());
        if value.is_empty() {
            continue;
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        let too_long = matches!(&value, Cell::Text(text) if text.len() > limits::CELL * 4);
        if column >= limits::COLUMNS || rows.len() >= limits::ROWS || too_long {
            return Err(Stop::TooMuch(number));
        }
        if rows.last().is_none_or(|last| last.number != number) {
            rows.push(Row { number, cells: Vec::new() });
        }
        if let Some(last) = rows.last_mut() {
            last.cells.resize(last.cells.len().max(column + 1), Cell::Empty);
            last.cells[column] = value;
        }
    }
    Ok(rows)
}

fn value(value: &DataRef) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::String(text) => Cell::Text(text.clone()),
        DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
        DataRef::Int(number) => Cell::Number(number.to_string()),
        DataRef::Float(number) => Cell::Number(number.to_string()),
        DataRef::Bool(truth) => Cell::Number(truth.to_string()),
        DataRef::DateTime(at) => Cell::Number(at.as_f64().to_string()),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::Number(text.clone()),
        DataRef::Error(_) => Cell::Fault,
    }
}

/// Unpacks every part once and counts, because what a part says of its own size may be a lie.
fn inspect(bytes: &[u8]) -> Result<(), Reason> {
    let broken = |error: &dyn std::fmt::Display| Reason::Broken(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    if archive.len() > limits::PARTS {
        return Err(Reason::Bomb);
    }
    if archive.index_for_name("xl/workbook.xml").is_none() {
        return Err(Reason::OtherZip);
    }
    let mut left = limits::UNPACKED;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|error| broken(&error))?;
        let read = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(|error| broken(&error))?;
        left = left.checked_sub(read).ok_or(Reason::Bomb)?;
    }
    Ok(())
}
