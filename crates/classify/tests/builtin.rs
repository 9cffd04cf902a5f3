//! The built-in HS edition: complete, well formed, and everyday words find their heading.

use std::collections::{BTreeMap, BTreeSet};

use gaip_classify::{Edition, Entry, Level, Page};

fn all() -> Vec<&'static Entry> {
    let hs = Edition::builtin_hs();
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
    let hs = Edition::builtin_hs();
    let empty: Vec<&str> =
        codes(Level::Chapter).into_iter().filter(|code| hs.children(Some(code)).is_empty()).collect();
    assert_eq!(empty, ["77"]);
}

#[test]
fn the_headings_are_those_of_the_official_file() {
    let Some(fixtures) = std::env::var_os("GAIP_FIXTURES") else {
        println!("skipped: GAIP_FIXTURES is not set, the official HS file is not compared");
        return;
    };
    let file = std::path::Path::new(&fixtures).join("data/hsk2026_tree.tsv");
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let official: BTreeSet<&str> = text
        .lines()
        .map(|line| line.split('\t').collect::<Vec<_>>())
        // 2424 is Korea's own code for household goods that move with their owner, no product.
        .filter(|columns| columns[1] == "4" && columns[0] != "2424")
        .map(|columns| columns[0])
        .collect();
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
    let hs = Edition::builtin_hs();
    let path: Vec<&str> = hs.path("1902").into_iter().map(|entry| entry.code.as_str()).collect();
    assert_eq!(path, ["S04", "19", "1902"]);
    assert!(hs.path("1999").is_empty());
    assert_eq!(hs.get("19").map(|entry| entry.level), Some(Level::Chapter));
    assert_eq!(hs.id(), "builtin-2022");
}

#[test]
fn everyday_words_find_their_heading() {
    let table = [
        ("라면", "1902"),
        ("인스턴트 라면", "1902"),
        ("컵라면", "1902"),
        ("김치", "2005"),
        ("고추장", "2103"),
        ("즉석밥", "1904"),
        ("조미김", "2008"),
        ("김", "1212"),
        ("소주", "2208"),
        ("홍삼", "1211"),
        ("건강기능식품", "2106"),
        ("화장품", "3304"),
        ("마스크팩", "3307"),
        ("마스크", "6307"),
        ("샴푸", "3305"),
        ("티셔츠", "6109"),
        ("양말", "6115"),
        ("타이어", "4011"),
        ("반도체", "8542"),
        ("반도체 장비", "8486"),
        ("자동차부품", "8708"),
        ("자동차 부품", "8708"),
        ("자동차", "8703"),
        ("전기차", "8703"),
        ("리튬이온 배터리", "8507"),
        ("보조배터리", "8507"),
        ("스마트폰", "8517"),
        ("에어컨", "8415"),
        ("금형", "8480"),
        ("베어링", "8482"),
        ("의료기기", "9018"),
        ("임플란트", "9021"),
        ("안경테", "9003"),
        ("장난감", "9503"),
        ("칫솔", "9603"),
        ("진단키트", "3822"),
        ("PCB", "8534"),
        ("cosmetics", "3304"),
        ("Noodles", "1902"),
        ("instant noodle", "1902"),
        ("Semiconductors", "8542"),
        ("car parts", "8708"),
        ("tires", "4011"),
        ("shoes", "6404"),
        ("excavator", "8429"),
        ("solar panels", "8541"),
        ("kimchi", "2005"),
        ("coffee beans", "0901"),
        ("sunglasses", "9004"),
        ("bearings", "8482"),
    ];
    let hs = Edition::builtin_hs();
    let wrong: Vec<_> = table
        .iter()
        .map(|&(query, code)| (query, code, hs.search(query, Page { offset: 0, limit: 3 }).rows))
        .filter(|(_, code, rows)| rows.first().is_none_or(|hit| hit.code != *code))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_alias_finds_its_heading_on_the_first_page() {
    let hs = Edition::builtin_hs();
    for line in include_str!("../data/hs/aliases.tsv").lines().skip(1) {
        let (term, code) = line.split_once('\t').unwrap();
        let hits = hs.search(term, Page { offset: 0, limit: 5 });
        assert!(hits.rows.iter().any(|hit| hit.code == code), "{term} should find {code}: {:?}", hits.rows);
    }
}
