//! The editions that come with the product, from the tab-separated files in `data`.
//!
//! Each file has a header line; lines that begin with `#` are comments. The labels are short and our own, with the words
//! that people type; a label names what a heading is mostly about and leaves the legal limits out. One alias may stand in
//! several rows, one for each code, the likeliest first.

use crate::edition::{Edition, EditionError};
use crate::entry::{Alias, Entry, Gone, Level};
use gaip_domain::value::CodeList;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

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
/// The file names say which chapters are inside, or that the words are short.
const HS_ALIASES: [&str; 6] = [
    include_str!("../data/hs/aliases/01_24.tsv"),
    include_str!("../data/hs/aliases/25_40.tsv"),
    include_str!("../data/hs/aliases/41_71.tsv"),
    include_str!("../data/hs/aliases/72_84.tsv"),
    include_str!("../data/hs/aliases/85_97.tsv"),
    include_str!("../data/hs/aliases/short.tsv"),
];
const KSIC_SECTIONS: &str = include_str!("../data/ksic/sections.tsv");
const KSIC_DIVISIONS: &str = include_str!("../data/ksic/divisions.tsv");
const KSIC_GROUPS: &str = include_str!("../data/ksic/groups.tsv");
const KSIC_ALIASES: &str = include_str!("../data/ksic/aliases.tsv");

impl Edition {
    /// The edition that comes with the product, in our own short words: HS 2022 down to the 4-digit headings, KSIC 11
    /// down to the 3-digit groups.
    pub fn builtin(list: CodeList) -> &'static Self {
        static HS: LazyLock<Edition> = LazyLock::new(|| builtin_edition(CodeList::Hs));
        static KSIC: LazyLock<Edition> = LazyLock::new(|| builtin_edition(CodeList::Ksic));
        match list {
            CodeList::Hs => &HS,
            CodeList::Ksic => &KSIC,
        }
    }

    /// An edition of official rows, found by the built-in aliases too, and by our own words, which become the last two
    /// names of each heading. `gone` are codes of earlier
    /// editions; those that are in force again are dropped.
    pub fn official(list: CodeList, id: &str, mut entries: Vec<Entry>, gone: Vec<Gone>) -> Result<Self, EditionError> {
        let own: FxHashMap<String, Entry> =
            self::entries(list).into_iter().map(|entry| (entry.code.clone(), entry)).collect();
        for entry in &mut entries {
            if let Some(own) = own.get(&entry.code).filter(|own| own.level == Level::Heading) {
                entry.names.extend([own.ko.clone(), own.en.clone()]);
            }
        }
        Self::with_gone(list, id, entries, aliases(list), gone)
    }
}

fn builtin_edition(list: CodeList) -> Edition {
    Edition::new(list, id(list), entries(list), aliases(list)).expect("the tests build the built-in editions")
}

/// The edition of the list: HS 2022, KSIC 11.
fn id(list: CodeList) -> &'static str {
    match list {
        CodeList::Hs => "builtin-hs-2022",
        CodeList::Ksic => "builtin-ksic-11",
    }
}

/// From the sections down to the headings.
fn entries(list: CodeList) -> Vec<Entry> {
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
fn aliases(list: CodeList) -> Vec<Alias> {
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
