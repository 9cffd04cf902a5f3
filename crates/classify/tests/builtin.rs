//! The built-in editions: complete and well formed; everyday words lead to live codes.
#![allow(clippy::unwrap_used, reason = "a test may say what it relies on and stop")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use gaip_classify::{Edition, Entry, Level};
use gaip_domain::value::CodeList;
use support::hs;

fn all() -> Vec<&'static Entry> {
    let hs = hs();
    let mut all = Vec::new();
    let mut open = hs.children(None);
    while let Some(entry) = open.pop() {
        open.extend(hs.children(Some(&entry.code)));
        all.push(entry);
    }
    all
}

fn codes(level: Level) -> BTreeSet<&'static str> {
    all().into_iter().filter(|entry| entry.level == level).map(|entry| entry.code.as_str()).collect()
}

#[test]
fn all_sections_chapters_and_headings_are_there() {
    assert_eq!(
        codes(Level::Section),
        (1..=21).map(|n| format!("S{n:02}")).collect::<Vec<_>>().iter().map(String::as_str).collect()
    );
    assert_eq!(
        codes(Level::Chapter),
        (1..=97).map(|n| format!("{n:02}")).collect::<Vec<_>>().iter().map(String::as_str).collect()
    );
    assert_eq!(codes(Level::Heading).len(), 1228);
}

#[test]
fn every_chapter_but_the_reserved_one_has_headings() {
    let hs = hs();
    let empty: Vec<&str> =
        codes(Level::Chapter).into_iter().filter(|code| hs.children(Some(code)).is_empty()).collect();
    assert_eq!(empty, ["77"]);
}

#[test]
fn the_headings_are_those_of_the_official_file() {
    let Some(official) = official("hsk2026_tree.tsv") else { return };
    // 2424 is Korea's own code for household goods that move with their owner, no product.
    let headings = official.iter().filter(|(code, level)| *level == 4 && code != "2424");
    let official: BTreeSet<&str> = headings.map(|(code, _)| code.as_str()).collect();
    assert_eq!(codes(Level::Heading), official);
}

#[test]
fn labels_are_short_clean_and_tell_headings_apart() {
    let mut seen = BTreeMap::new();
    for entry in all() {
        for (label, most) in [(&entry.ko, 40), (&entry.en, 64)] {
            assert_eq!(
                label.split_whitespace().collect::<Vec<_>>().join(" "),
                *label,
                "{} has stray blanks",
                entry.code
            );
            assert!((1..=most).contains(&label.chars().count()), "{}: {label}", entry.code);
            if entry.level == Level::Heading {
                let twin = seen.insert(label.clone(), &entry.code);
                assert_eq!(twin, None, "{} has the label of another heading: {label}", entry.code);
            }
        }
        assert!(entry.ko.chars().any(|c| ('가'..='힣').contains(&c)), "{} lacks Korean", entry.code);
        assert!(entry.en.is_ascii(), "{} has more than English in {}", entry.code, entry.en);
    }
}

#[test]
fn a_path_goes_from_section_to_heading() {
    let hs = hs();
    let path: Vec<&str> = hs.path("1902").into_iter().map(|entry| entry.code.as_str()).collect();
    assert_eq!(path, ["S04", "19", "1902"]);
    assert!(hs.path("1999").is_empty());
    assert_eq!(hs.get("19").map(|entry| entry.level), Some(Level::Chapter));
    assert_eq!(hs.id(), "builtin-hs-2022");
}

/// Codes of a fixture file with their level; nothing, and a word about it, without fixtures.
fn official(file: &str) -> Option<Vec<(String, usize)>> {
    let Some(fixtures) = std::env::var_os("GAIP_FIXTURES") else {
        println!("skipped: GAIP_FIXTURES is not set, {file} is not compared");
        return None;
    };
    let file = std::path::Path::new(&fixtures).join("data").join(file);
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let columns = text.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    Some(columns.map(|columns| (columns[0].to_owned(), columns[1].parse().unwrap())).collect())
}

#[test]
fn the_industries_are_those_of_the_official_file() {
    let Some(official) = official("ksic11.tsv") else { return };
    let ksic = Edition::builtin(CodeList::Ksic);
    for (code, level) in official {
        let wanted = [Level::Section, Level::Chapter, Level::Heading].get(level - 1).copied();
        assert_eq!(ksic.get(&code).map(|entry| entry.level), wanted, "{code}");
    }
}

fn aliases(list: &str) -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(list);
    let mut files: Vec<_> = match list {
        "ksic" => vec![folder.join("aliases.tsv")],
        _ => std::fs::read_dir(folder.join("aliases")).unwrap().map(|file| file.unwrap().path()).collect(),
    };
    files.sort();
    let rows = files.iter().flat_map(|file| {
        let text = std::fs::read_to_string(file).unwrap();
        let rows = text.lines().filter(|line| !line.starts_with('#')).skip(1).map(|line| {
            let (term, code) = line.split_once('\t').unwrap_or_else(|| panic!("{}: {line}", file.display()));
            (term.to_owned(), code.to_owned())
        });
        rows.collect::<Vec<_>>()
    });
    rows.collect()
}

#[test]
fn there_are_more_than_a_thousand_aliases_each_once_and_tidy() {
    for (list, least) in [("hs", 1000), ("ksic", 700)] {
        let rows = aliases(list);
        assert!(rows.len() >= least, "{list}: {}", rows.len());
        let mut seen = BTreeSet::new();
        for (term, code) in rows {
            assert_eq!(term.split_whitespace().collect::<Vec<_>>().join(" "), term, "{list}: stray blanks");
            assert!((1..=40).contains(&term.chars().count()), "{list}: {term}");
            assert!(seen.insert((term.clone(), code.clone())), "{list}: {term} {code} stands in the table twice");
        }
    }
}

#[test]
fn every_alias_leads_to_a_heading_of_the_built_in_edition() {
    for (list, digits) in [(CodeList::Hs, 4), (CodeList::Ksic, 3)] {
        let edition = Edition::builtin(list);
        for (term, code) in aliases(list.as_str()) {
            assert!(edition.get(&code[..digits]).is_some(), "{term} {code}");
        }
    }
}

#[test]
fn every_alias_leads_to_a_live_code_of_the_official_file() {
    for (list, file) in [("hs", "hsk2026_tree.tsv"), ("ksic", "ksic11.tsv")] {
        let Some(official) = official(file) else { return };
        let codes: BTreeSet<String> = official.into_iter().map(|(code, _)| code).collect();
        let dead: Vec<_> = aliases(list).into_iter().filter(|(_, code)| !codes.contains(code)).collect();
        assert!(dead.is_empty(), "{list}: {dead:?}");
    }
}
