//! The editions that come with the product, from the tab-separated files in `data`.
//!
//! Each file has a header line; lines that begin with `#` are comments. The labels are short and our own, with the words
//! that people type; a label names what a heading is mostly about and leaves the legal limits out. One alias may stand in
//! several rows, one for each code, the likeliest first.

use crate::entry::{Alias, Entry, Level};
use gaip_domain::value::CodeList;

const HS_SECTIONS: &str = include_str!("../data/hs/sections.tsv");
const HS_CHAPTERS: &str = include_str!("../data/hs/chapters.tsv");
/// The file names say which chapters are inside.
const HS_HEADINGS: [&str; 9] = [
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
/// The file names say which chapters are inside.
const HS_ALIASES: [&str; 5] = [
    include_str!("../data/hs/aliases/01_24.tsv"),
    include_str!("../data/hs/aliases/25_40.tsv"),
    include_str!("../data/hs/aliases/41_71.tsv"),
    include_str!("../data/hs/aliases/72_84.tsv"),
    include_str!("../data/hs/aliases/85_97.tsv"),
];
const KSIC_SECTIONS: &str = include_str!("../data/ksic/sections.tsv");
const KSIC_DIVISIONS: &str = include_str!("../data/ksic/divisions.tsv");
const KSIC_GROUPS: &str = include_str!("../data/ksic/groups.tsv");
const KSIC_ALIASES: &str = include_str!("../data/ksic/aliases.tsv");

/// The edition of the list: HS 2022, KSIC 11.
pub fn id(list: CodeList) -> &'static str {
    match list {
        CodeList::Hs => "builtin-hs-2022",
        CodeList::Ksic => "builtin-ksic-11",
    }
}

/// From the sections down to the headings.
pub fn entries(list: CodeList) -> Vec<Entry> {
    let (sections, chapters, headings): (_, _, &[&str]) = match list {
        CodeList::Hs => (HS_SECTIONS, HS_CHAPTERS, &HS_HEADINGS),
        CodeList::Ksic => (KSIC_SECTIONS, KSIC_DIVISIONS, &[KSIC_GROUPS]),
    };
    let mut entries: Vec<Entry> =
        rows(sections).map(|[code, ko, en]| entry(code, Level::Section, ko, en, None)).collect();
    entries.extend(rows(chapters).map(|[code, section, ko, en]| entry(code, Level::Chapter, ko, en, Some(section))));
    for file in headings {
        entries.extend(rows(file).map(|[code, ko, en]| entry(code, Level::Heading, ko, en, code.get(..2))));
    }
    entries
}

/// Everyday words, Korean and English; the codes of one word stand likeliest first.
pub fn aliases(list: CodeList) -> Vec<Alias> {
    let files: &[&str] = match list {
        CodeList::Hs => &HS_ALIASES,
        CodeList::Ksic => &[KSIC_ALIASES],
    };
    let rows = files.iter().copied().flat_map(rows);
    rows.map(|[term, code]| Alias { term: term.to_owned(), code: code.to_owned() }).collect()
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
    file.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).skip(1).map(|line| {
        let columns: Vec<&str> = line.split('\t').collect();
        columns.try_into().expect("the tests read every row of the built-in files")
    })
}
