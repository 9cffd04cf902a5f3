//! Files that are broken or mean harm: one clear refusal each, and no more memory or time than a good file takes.
#![allow(clippy::unwrap_used, reason = "a test may say what it relies on and stop")]

mod support;

use gaip_domain::value::CodeList;
use gaip_import::{File, Reason, read};
use proptest::prelude::{any, proptest};
use std::io::{Cursor, Write};
use support::{book, refused, sheet};
use zip::write::{SimpleFileOptions, ZipWriter};

fn only_reason(bytes: &[u8]) -> Reason {
    let mut refusals = refused(bytes);
    assert_eq!(refusals.len(), 1, "{refusals:?}");
    refusals.remove(0).reason
}

fn good() -> Vec<u8> {
    book(vec![sheet("Sheet 1", &["HS부호", "한글품목명", "영문품목명"], &[&["1902301010", "라면", "Ramen"]])])
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn what_is_no_table_is_called_by_its_name() {
    assert_eq!(only_reason(b""), Reason::Empty);
    assert_eq!(only_reason(b"\xef\xbb\xbf \n"), Reason::Empty);
    assert_eq!(only_reason(b"\n <!DOCTYPE html><table><tr><td>HS"), Reason::Html);
    assert_eq!(only_reason(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old workbook"), Reason::OldWorkbook);
    assert_eq!(only_reason(&archive(&[("codes.csv", b"HS")])), Reason::OtherZip);
    assert_eq!(only_reason(b"\x00\x01\x02\x03"), Reason::Encoding);
    assert_eq!(only_reason(&vec![b'a'; 65 * 1024 * 1024]), Reason::FileTooLarge);
}

#[test]
fn a_workbook_that_was_cut_off_anywhere_is_refused() {
    let whole = good();
    for at in (4..whole.len()).step_by(97) {
        assert!(matches!(only_reason(&whole[..at]), Reason::Broken(_)), "at {at} of {}", whole.len());
    }
}

#[test]
fn a_bomb_is_not_unpacked() {
    let zeros = vec![0; 300 * 1024 * 1024];
    let bomb = archive(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", &zeros)]);
    assert!(bomb.len() < 1024 * 1024);
    assert_eq!(only_reason(&bomb), Reason::Bomb);
}

#[test]
fn a_sheet_that_reaches_to_the_last_cell_takes_no_memory() {
    let mut far = sheet("Sheet 1", &["HS부호", "한글품목명", "영문품목명"], &[&["1902301010", "라면", "Ramen"]]);
    far.write_string(1_048_575, 0, "1902400000").unwrap();
    far.write_string(1_048_575, 1, "쿠스쿠스").unwrap();
    assert_eq!(support::hs(&book(vec![far])).entries.iter().filter(|entry| entry.code.len() == 10).count(), 2);
    let mut wide = sheet("Sheet 1", &["HS부호", "한글품목명"], &[]);
    wide.write_string(1, 16_383, "x").unwrap();
    assert_eq!(only_reason(&book(vec![wide])), Reason::TooMuch);
}

#[test]
fn a_fault_of_the_spreadsheet_is_refused() {
    let mut faulty = sheet("Sheet 1", &["HS부호", "한글품목명"], &[&["1902301010"]]);
    let formula = rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!");
    faulty.write_formula(1, 1, formula).unwrap();
    let reason = only_reason(&book(vec![faulty]));
    assert!(reason == Reason::Fault, "{reason:?}");
}

proptest! {
    #[test]
    fn no_bytes_bring_the_reader_down(bytes: Vec<u8>, list in any::<bool>()) {
        let list = if list { CodeList::Hs } else { CodeList::Ksic };
        let _ = read(list, &[File { name: "any", bytes: &bytes }]);
    }

    #[test]
    fn no_damage_to_a_workbook_brings_the_reader_down(at in 0_usize..6000, byte: u8) {
        let mut bytes = good();
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = read(CodeList::Hs, &[File { name: "any", bytes: &bytes }]);
    }

    #[test]
    fn no_text_brings_the_reader_down(text in "(HS부호|한글품목명|[,\t\"\n0-9.E+가-힣ⓚ·]){0,40}") {
        let _ = read(CodeList::Hs, &[File { name: "any", bytes: text.as_bytes() }]);
    }
}
