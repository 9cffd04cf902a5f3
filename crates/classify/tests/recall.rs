//! How often a search finds what was meant, on lists of queries that were written before the search was tuned.
//!
//! The floors lie a little below what was measured, so that a change that loses queries is seen. `cargo xtask bench hs`
//! prints the figures, on the official edition too.
#![allow(clippy::unwrap_used, reason = "a test may say what it relies on and stop")]

mod support;

use gaip_classify::Edition;
use gaip_domain::value::CodeList;
use support::{FIRST, shown};

/// Parts of the queries that were found first and among the first five.
fn recall(list: CodeList, queries: &str) -> (f64, f64) {
    let edition = Edition::builtin(list);
    let rows: Vec<_> = queries.lines().filter(|line| !line.starts_with('#')).skip(1).collect();
    let ranks: Vec<Option<usize>> = rows
        .iter()
        .map(|line| {
            let (query, codes) = line.split_once('\t').unwrap();
            // The built-in editions end at the headings, so that those above an acceptable code count.
            let fits = |code: &str| codes.split('|').any(|wanted| code.starts_with(wanted) || wanted.starts_with(code));
            let groups = edition.search(query, FIRST).groups;
            groups.iter().position(|group| shown(group).into_iter().any(fits))
        })
        .collect();
    let part = |within: usize| {
        let found = ranks.iter().filter(|rank| rank.is_some_and(|rank| rank < within)).count();
        f64::from(u32::try_from(found).unwrap()) / f64::from(u32::try_from(ranks.len()).unwrap())
    };
    (part(1), part(5))
}

#[test]
fn everyday_words_find_their_heading() {
    for (name, queries, first, five) in [
        ("hs", include_str!("queries/hs.tsv"), 0.95, 0.97),
        ("hs, held out", include_str!("queries/hs_held_out.tsv"), 0.91, 0.95),
    ] {
        let found = recall(CodeList::Hs, queries);
        assert!(found.0 >= first && found.1 >= five, "{name}: {found:?}");
    }
}

#[test]
fn everyday_words_find_their_industry() {
    let found = recall(CodeList::Ksic, include_str!("queries/ksic.tsv"));
    assert!(found.0 >= 0.73 && found.1 >= 0.87, "{found:?}");
}
