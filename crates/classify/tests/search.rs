//! How a search behaves, whatever the edition holds.

use gaip_classify::{Alias, Edition, EditionError, Entry, Hits, Level, Page};
use proptest::prelude::*;

const ALL: Page = Page { offset: 0, limit: usize::MAX };

fn entry(code: &str, level: Level, ko: &str, en: &str, parent: &str) -> Entry {
    let parent = (!parent.is_empty()).then(|| parent.to_owned());
    Entry { code: code.to_owned(), level, ko: ko.to_owned(), en: en.to_owned(), parent }
}

fn alias(term: &str, code: &str) -> Alias {
    Alias { term: term.to_owned(), code: code.to_owned() }
}

fn deep() -> Vec<Entry> {
    vec![
        entry("1902301010", Level::Line, "라면", "Ramen", "190230"),
        entry("190230", Level::Subheading, "그 밖의 파스타", "Other pasta", "1902"),
        entry("1902", Level::Heading, "파스타", "Pasta", "19"),
        entry("19", Level::Chapter, "곡물 식품", "Cereal foods", "S04"),
        entry("S04", Level::Section, "가공식품", "Prepared foods", ""),
    ]
}

#[test]
fn longer_codes_stand_below_shorter_ones_of_the_same_level() {
    let more = [
        entry("19023", Level::Subheading, "조제 파스타", "Prepared pasta", "1902"),
        entry("190239", Level::Subheading, "기타 조제 파스타", "Other prepared pasta", "19023"),
    ];
    let edition = Edition::new("deep", deep().into_iter().chain(more).collect(), vec![]).unwrap();
    let path: Vec<&str> = edition.path("190239").iter().map(|entry| entry.code.as_str()).collect();
    assert_eq!(path, ["S04", "19", "1902", "19023", "190239"]);
}

fn codes(hits: &Hits) -> Vec<&str> {
    hits.rows.iter().map(|hit| hit.code.as_str()).collect()
}

fn find(query: &str) -> Vec<String> {
    Edition::builtin_hs().search(query, ALL).rows.into_iter().map(|hit| hit.code).collect()
}

#[test]
fn an_empty_query_lists_every_heading_in_code_order_page_by_page() {
    let hs = Edition::builtin_hs();
    for query in ["", "   ", "\u{3000}"] {
        let mut listed = Vec::new();
        loop {
            let hits = hs.search(query, Page { offset: listed.len(), limit: 100 });
            assert_eq!(hits.total, 1228);
            if hits.rows.is_empty() {
                break;
            }
            listed.extend(hits.rows.into_iter().map(|hit| hit.code));
        }
        assert_eq!(listed.len(), 1228);
        assert!(listed.is_sorted());
        assert_eq!((listed[0].as_str(), listed[1227].as_str()), ("0101", "9706"));
    }
}

#[test]
fn a_page_is_never_longer_than_the_most() {
    let hits = Edition::builtin_hs().search("", ALL);
    assert_eq!((hits.total, hits.rows.len()), (1228, Page::MOST));
}

#[test]
fn a_code_is_found_however_it_is_written() {
    for query in ["1902", "19.02", "19-02", "제1902호", "HS 1902", "hs code: 1902", "１９０２", "1902.30-1010"] {
        assert_eq!(find(query), ["1902"], "{query}");
    }
}

#[test]
fn part_of_a_code_finds_everything_that_begins_with_it() {
    assert_eq!(find("19"), ["1901", "1902", "1903", "1904", "1905"]);
    assert_eq!(find("330"), ["3301", "3302", "3303", "3304", "3305", "3306", "3307"]);
}

#[test]
fn a_lost_leading_zero_is_tried_second() {
    assert_eq!(find("902300000"), ["9023", "0902"]);
    assert_eq!(find("101"), ["0101"]);
}

#[test]
fn a_dead_code_finds_nothing() {
    assert_eq!(find("0503"), [""; 0]);
    assert_eq!(find("77"), [""; 0]);
}

#[test]
fn a_deeper_edition_is_found_at_every_level_from_the_heading_down() {
    let edition = Edition::new("deep", deep(), vec![]).unwrap();
    assert_eq!(codes(&edition.search("1902", ALL)), ["1902", "190230", "1902301010"]);
    assert_eq!(codes(&edition.search("1902301010", ALL)), ["1902301010"]);
    assert_eq!(codes(&edition.search("1902309999", ALL)), ["190230"]);
    assert_eq!(codes(&edition.search("라면", ALL)), ["1902301010"]);
    assert_eq!(codes(&edition.search("", ALL)), ["1902"]);
    // The heading's own word beats the same word inherited.
    assert_eq!(codes(&edition.search("pasta", ALL))[0], "1902");
}

#[test]
fn an_alias_is_named_as_the_reason() {
    let edition = Edition::new("deep", deep(), vec![alias("스파게티", "1902")]).unwrap();
    let hits = edition.search("스파게티", ALL);
    assert_eq!(codes(&hits), ["1902"]);
    assert_eq!(hits.rows[0].because.as_deref(), Some("스파게티"));
    assert_eq!(edition.search("파스타", ALL).rows[0].because, None);
}

#[test]
fn case_plural_composition_and_width_do_not_matter() {
    let same = find("noodle");
    assert!(!same.is_empty());
    for query in ["NOODLE", "noodles", "Ｎoodles", " noodle, "] {
        assert_eq!(find(query), same, "{query}");
    }
    assert_eq!(find("\u{1105}\u{1161}\u{1106}\u{1167}\u{11ab}"), find("라면"));
}

#[test]
fn an_unfinished_word_already_finds() {
    assert!(find("cosmet").contains(&"3304".to_owned()));
    assert!(find("refrig").contains(&"8418".to_owned()));
}

#[test]
fn nonsense_finds_nothing() {
    assert_eq!(find("qzxv"), [""; 0]);
    assert_eq!(find("🦄"), [""; 0]);
}

#[test]
fn broken_lists_are_refused_with_the_reason() {
    let with = |more: Entry| Edition::new("x", deep().into_iter().chain([more]).collect(), vec![]).unwrap_err();
    assert_eq!(with(entry("1902", Level::Heading, "또", "Again", "19")), EditionError::DuplicateCode("1902".into()));
    assert_eq!(
        with(entry("2001", Level::Heading, "피클", "Pickles", "20")),
        EditionError::Orphan { code: "2001".into(), parent: "20".into() }
    );
    assert_eq!(with(entry("1903", Level::Heading, " ", "Tapioca", "19")), EditionError::EmptyLabel("1903".into()));
    assert_eq!(with(entry("19.03", Level::Heading, "타피오카", "Tapioca", "19")), EditionError::Code("19.03".into()));
    assert_eq!(with(entry("1903", Level::Heading, "타피오카", "Tapioca", "1902")), EditionError::Level("1903".into()));
    assert_eq!(with(entry("1903", Level::Heading, "타피오카", "Tapioca", "1903")), EditionError::Level("1903".into()));
}

#[test]
fn broken_aliases_are_refused_with_the_reason() {
    let with = |aliases: Vec<Alias>| Edition::new("x", deep(), aliases).unwrap_err();
    assert_eq!(with(vec![alias("…", "1902")]), EditionError::EmptyAlias(alias("…", "1902")));
    assert_eq!(with(vec![alias("면", "1999")]), EditionError::AliasTarget(alias("면", "1999")));
    assert_eq!(with(vec![alias("면", "19")]), EditionError::AliasTarget(alias("면", "19")));
    assert_eq!(
        with(vec![alias("컵 라면", "1902"), alias("컵라면", "1902")]),
        EditionError::DuplicateAlias(alias("컵라면", "1902"))
    );
}

proptest! {
    #[test]
    fn any_query_gives_a_bounded_ordered_page(query in any_query(), offset in 0usize..3000, limit in 0usize..3000) {
        let hs = Edition::builtin_hs();
        let hits = hs.search(&query, Page { offset, limit });
        prop_assert!(hits.total <= 1228);
        prop_assert_eq!(hits.rows.len(), hits.total.saturating_sub(offset).min(limit).min(Page::MOST));
        prop_assert!(hits.rows.is_sorted_by(|a, b| (b.score, &a.code) < (a.score, &b.code)));
        prop_assert!(hits.rows.iter().all(|hit| hs.get(&hit.code).is_some_and(|entry| entry.level == Level::Heading)));
        prop_assert_eq!(hs.search(&query, Page { offset, limit }), hits);
    }

    #[test]
    fn every_heading_is_found_first_by_its_code_with_any_separators(at in 0usize..1228, gap in "[-. /]{0,3}") {
        let hs = Edition::builtin_hs();
        let code = hs.search("", Page { offset: at, limit: 1 }).rows.remove(0).code;
        let query = format!("{}{gap}{}", &code[..2], &code[2..]);
        prop_assert_eq!(&hs.search(&query, ALL).rows[0].code, &code);
    }
}

/// Any text at all, text out of the alphabet of the labels, and codes with noise.
fn any_query() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[가-힣a-z ·]{0,30}", "(제|hs)? ?[0-9. -]{0,20}호?", "\\PC{90,300}"]
}
