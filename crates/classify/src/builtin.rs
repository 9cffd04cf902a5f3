//! The HS edition that comes with the product, from the tab-separated files in `data/hs`.
//!
//! Each file has a header line. The labels are short and our own, with the words that people type; a label names what a
//! heading is mostly about and leaves the legal limits out. One alias may stand in several rows, one for each code.

use crate::entry::{Alias, Entry, Level};
use gaip_domain::value::CodeList;

/// Edition of the nomenclature: HS 2022.
pub fn id(list: CodeList) -> &'static str {
    match list {
        CodeList::Hs => "builtin-hs-2022",
        CodeList::Ksic => "builtin-ksic-11",
    }
}

const SECTIONS: &str = include_str!("../data/hs/sections.tsv");
const CHAPTERS: &str = include_str!("../data/hs/chapters.tsv");
/// The file names say which chapters are inside.
const HEADINGS: [&str; 9] = [
    include_str!("../data/hs/headings_01_15.tsv"),
    include_str!("../data/hs/headings_16_24.tsv"),
    include_str!("../data/hs/headings_25_27.tsv"),
    include_str!("../data/hs/headings_28_38.tsv"),
    include_str!("../data/hs/headings_39_49.tsv"),
    include_str!("../data/hs/headings_50_63.tsv"),
    include_str!("../data/hs/headings_64_83.tsv"),
    include_str!("../data/hs/headings_84_85.tsv"),
    include_str!("../data/hs/headings_86_97.tsv"),
];
const ALIASES: &str = include_str!("../data/hs/aliases.tsv");

/// Sections, chapters and headings.
pub fn entries(list: CodeList) -> Vec<Entry> {
    if list == CodeList::Ksic {
        return Vec::new();
    }
    let mut entries: Vec<Entry> =
        rows(SECTIONS).map(|[code, ko, en]| entry(code, Level::Section, ko, en, None)).collect();
    entries.extend(rows(CHAPTERS).map(|[code, section, ko, en]| entry(code, Level::Chapter, ko, en, Some(section))));
    for file in HEADINGS {
        entries.extend(rows(file).map(|[code, ko, en]| entry(code, Level::Heading, ko, en, code.get(..2))));
    }
    entries
}

/// Everyday words of exporters, Korean and English.
pub fn aliases(list: CodeList) -> Vec<Alias> {
    if list == CodeList::Ksic {
        return Vec::new();
    }
    rows(ALIASES).map(|[term, code]| Alias { term: term.to_owned(), code: code.to_owned() }).collect()
}

fn entry(code: &str, level: Level, ko: &str, en: &str, parent: Option<&str>) -> Entry {
    Entry {
        code: code.to_owned(),
        level,
        ko: ko.to_owned(),
        en: en.to_owned(),
        parent: parent.map(str::to_owned),
        names: Vec::new(),
    }
}

/// The rows below the header line, each with as many columns as the caller takes apart.
fn rows<const COLUMNS: usize>(file: &'static str) -> impl Iterator<Item = [&'static str; COLUMNS]> {
    file.lines().skip(1).map(|line| {
        let columns: Vec<&str> = line.split('\t').collect();
        columns.try_into().expect("the tests read every row of the built-in files")
    })
}
