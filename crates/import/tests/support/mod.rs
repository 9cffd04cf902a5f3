//! Small files as people download them.
#![allow(dead_code, clippy::unwrap_used, reason = "each test file uses its part, and may stop")]

use gaip_classify::Edition;
use gaip_domain::value::CodeList;
use gaip_import::{Content, File, Refusal, read};
use rust_xlsxwriter::{Workbook, Worksheet};

/// Two lines of 1902 below a header of four columns.
pub const LINES: &str = "1902301010,라면,Ramen,(면류)\n1902309000,기타,Other,\n";

pub fn csv(header: &str, rows: &[&str]) -> Vec<u8> {
    format!("{header}\n{}\n", rows.join("\n")).into_bytes()
}

pub fn cp949(text: &str) -> Vec<u8> {
    encoding_rs::EUC_KR.encode(text).0.into_owned()
}

/// A sheet of texts.
pub fn sheet(name: &str, header: &[&str], rows: &[&[&str]]) -> Worksheet {
    let mut sheet = Worksheet::new();
    sheet.set_name(name).unwrap();
    for (at, row) in (0..).zip(std::iter::once(&header).chain(rows)) {
        for (column, text) in (0..).zip(*row) {
            sheet.write_string(at, column, *text).unwrap();
        }
    }
    sheet
}

pub fn book(sheets: Vec<Worksheet>) -> Vec<u8> {
    let mut book = Workbook::new();
    for sheet in sheets {
        book.push_worksheet(sheet);
    }
    book.save_to_buffer().unwrap()
}

/// An edition of HS from one file.
pub fn hs(bytes: &[u8]) -> Content {
    let read = read(CodeList::Hs, &[File { name: "codes.csv", bytes }]);
    let content = read.unwrap_or_else(|refusals| panic!("{refusals:?}"));
    Edition::new(CodeList::Hs, "test", content.entries.clone(), Vec::new()).unwrap();
    content
}

/// Why one file is no edition of HS.
pub fn refused(bytes: &[u8]) -> Vec<Refusal> {
    read(CodeList::Hs, &[File { name: "codes.csv", bytes }]).expect_err("the file is wrong")
}
