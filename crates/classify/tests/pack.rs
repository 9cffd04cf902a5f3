//! An edition that was packed and unpacked finds the same, so that the browser's own search and the backend's agree.
#![allow(clippy::unwrap_used, reason = "a test may say what it relies on and stop")]

mod support;

use gaip_classify::{Alias, Edition, Gone, PackError};
use gaip_domain::value::CodeList;
use support::{FIRST, noodles};

#[test]
fn a_packed_edition_answers_every_query_as_the_one_it_was_made_of() {
    for (list, queries) in [
        (CodeList::Hs, include_str!("queries/hs.tsv")),
        (CodeList::Hs, include_str!("queries/hs_held_out.tsv")),
        (CodeList::Ksic, include_str!("queries/ksic.tsv")),
    ] {
        let edition = Edition::builtin(list);
        let unpacked = Edition::unpack(&edition.pack()).unwrap();
        assert_eq!((unpacked.list(), unpacked.id()), (list, edition.id()));
        for query in queries.lines().filter_map(|line| line.split_once('\t')).map(|(query, _)| query) {
            assert_eq!(unpacked.search_page(query, FIRST), edition.search_page(query, FIRST), "{query}");
        }
    }
}

#[test]
fn levels_names_aliases_and_tombstones_survive() {
    let mut entries = noodles();
    entries[9].names = vec!["인스턴트 라면".to_owned(), "Instant | noodles".to_owned()];
    let aliases = ["1902301010", "1902191000"].map(|code| Alias { term: "면".to_owned(), code: code.to_owned() });
    let gone = Gone { code: "1902990000".to_owned(), ko: "옛 국수".to_owned(), en: "Old noodles".to_owned() };
    let edition = Edition::official(CodeList::Hs, "noodles 2026", entries.clone(), vec![gone.clone()]).unwrap();
    let unpacked = Edition::unpack(&edition.pack()).unwrap();
    assert_eq!(unpacked.gone("1902990000"), Some(&gone));
    assert!(unpacked.row("1902990000").unwrap().gone);
    for entry in &entries {
        let now = unpacked.get(&entry.code).unwrap();
        assert_eq!((&now.ko, &now.en, &now.parent, now.level), (&entry.ko, &entry.en, &entry.parent, entry.level));
    }
    assert_eq!(unpacked.get("1902301010").unwrap().names[0], "인스턴트 라면");
    let edition = Edition::new(CodeList::Hs, "x", entries, aliases.to_vec()).unwrap();
    let unpacked = Edition::unpack(&edition.pack()).unwrap();
    assert_eq!(unpacked.search("면", FIRST), edition.search("면", FIRST));
}

#[test]
fn what_is_not_whole_is_refused() {
    let packed = Edition::builtin(CodeList::Ksic).pack();
    let lines: Vec<&str> = packed.lines().collect();
    for broken in ["", "gaip-edition-0 hs 0 0 x", "<!doctype html>", &lines[..lines.len() / 2].join("\n")] {
        assert!(matches!(Edition::unpack(broken), Err(PackError::Form)), "{}", broken.len());
    }
}
