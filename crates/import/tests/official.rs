//! The official files of 2026 and the tables of KSIC, where the fixtures are at hand.
#![allow(clippy::unwrap_used, reason = "a test may say what it relies on and stop")]

use gaip_classify::{Entry, Level};
use gaip_domain::value::CodeList;
use gaip_import::{Content, File, Note, by_level};
use std::path::Path;

/// The files of the fixtures' folder `data`; nothing where there are no fixtures.
fn read(list: CodeList, names: &[&str]) -> Option<Content> {
    let Some(folder) = std::env::var_os("GAIP_FIXTURES") else {
        println!("skipped: GAIP_FIXTURES is not set, the official files are not read");
        return None;
    };
    let folder = Path::new(&folder).join("data");
    let bytes: Vec<Vec<u8>> = names.iter().map(|name| std::fs::read(folder.join(name)).unwrap()).collect();
    let files: Vec<File> = names.iter().zip(&bytes).map(|(name, bytes)| File { name, bytes }).collect();
    let content = gaip_import::read(list, &files).unwrap_or_else(|refusals| {
        panic!("{}", refusals.iter().take(20).map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    });
    gaip_classify::Edition::official(list, "test", content.entries.clone(), Vec::new()).unwrap();
    Some(content)
}

fn counts(content: &Content) -> [usize; 5] {
    by_level(&content.entries).map(|(_, count)| count)
}

fn digits(content: &Content, length: usize) -> usize {
    content.entries.iter().filter(|entry| entry.level > Level::Section && entry.code.len() == length).count()
}

fn get<'a>(content: &'a Content, code: &str) -> &'a Entry {
    content.entries.iter().find(|entry| entry.code == code).unwrap()
}

#[test]
fn the_files_of_customs_and_the_tree_make_a_whole_edition() {
    let files = ["kcs-hs-code-20260101.xlsx", "kcs-standard-names-20260101.xlsx", "hsk2026_tree.tsv"];
    let Some(hs) = read(CodeList::Hs, &files) else { return };
    // 2424, the household removals, is left out at four, six and ten digits.
    assert_eq!(hs.notes, [Note::Household(3)]);
    let lengths = [2, 4, 5, 6, 7, 8, 9, 10].map(|length| digits(&hs, length));
    assert_eq!(lengths, [96, 1228, 1024, 5612, 52, 918, 172, 11326]);
    assert_eq!(counts(&hs)[0], 21);

    let ramen = get(&hs, "1902301010");
    assert_eq!((ramen.ko.as_str(), ramen.parent.as_deref()), ("라면", Some("19023010")));
    assert_eq!(get(&hs, "0101").parent.as_deref(), Some("01"));
    assert_eq!(get(&hs, "010121").parent.as_deref(), Some("01012"));
    assert_eq!(get(&hs, "01").parent.as_deref(), Some("S01"));
    assert_eq!(get(&hs, "0101211000").names, ["말"]);
    assert!(get(&hs, "0301999097").ko == "점성어", "a line break at its end is gone");
    assert!(get(&hs, "0305790000").names.iter().any(|name| name == "북어채"), "standard names are there");
    let official = hs.entries.iter().filter(|entry| entry.level > Level::Section);
    for Entry { ko, .. } in official {
        assert!(!ko.contains(['·', '∙', 'ⓚ', '\n']) && !ko.contains("  ") && ko.trim() == ko, "{ko}");
    }
    assert!(hs.entries.iter().all(|entry| entry.names.len() <= 64));
}

#[test]
fn without_a_file_of_upper_levels_the_built_in_names_stand_above() {
    let Some(hs) = read(CodeList::Hs, &["kcs-hs-code-20260101.xlsx"]) else { return };
    assert_eq!(digits(&hs, 10), 11326);
    assert_eq!((digits(&hs, 2), digits(&hs, 4)), (96, 1228));
    assert!(hs.notes.contains(&Note::OwnUpperNames { chapters: 96, headings: 1228 }), "{:?}", hs.notes);
    assert!(hs.notes.iter().any(|note| matches!(note, Note::NoSubheadings(2000..2300))), "{:?}", hs.notes);
    // Not parted further: its one line gives the name.
    let donkeys = get(&hs, "010130");
    assert_eq!((donkeys.ko.as_str(), donkeys.parent.as_deref()), ("당나귀", Some("0101")));
    assert_eq!(get(&hs, "0101300000").parent.as_deref(), Some("010130"));
}

#[test]
fn the_tree_alone_is_an_edition_too() {
    let Some(hs) = read(CodeList::Hs, &["hsk2026_tree.tsv"]) else { return };
    assert_eq!(hs.entries.len(), 20_431 - 3 + 21);
    assert_eq!(get(&hs, "0101211000").names, ["말"]);
}

#[test]
fn ksic_comes_with_examples_as_names() {
    let Some(ksic) = read(CodeList::Ksic, &["ksic11.tsv", "ksic11_notes.tsv"]) else { return };
    assert_eq!(counts(&ksic), [21, 77, 234, 501, 1205]);
    assert_eq!(get(&ksic, "A").ko, "농업, 임업 및 어업");
    assert_eq!(get(&ksic, "01").parent.as_deref(), Some("A"));
    assert!(get(&ksic, "01110").names.iter().any(|name| name == "메밀 재배"));
}
