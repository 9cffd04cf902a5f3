//! How a search behaves, whatever the edition holds.
#![allow(clippy::unwrap_used, reason = "a test may say what it relies on and stop")]

mod support;

use gaip_classify::{Alias, Edition, EditionError, Entry, Level, Page};
use gaip_contract::bodies::Vague;
use gaip_domain::value::CodeList;
use proptest::prelude::*;
use support::{ALL, entry, find, headings, hs, noodles, shown};

fn alias(term: &str, code: &str) -> Alias {
    Alias { term: term.to_owned(), code: code.to_owned() }
}

fn edition(aliases: Vec<Alias>) -> Edition {
    Edition::new(CodeList::Hs, "noodles", noodles(), aliases).unwrap()
}

#[test]
fn an_empty_query_lists_every_heading_in_code_order_page_by_page() {
    for query in ["", "   ", "\u{3000}"] {
        let mut listed = Vec::new();
        loop {
            let hits = hs().search(query, Page { offset: listed.len(), limit: 100 });
            assert_eq!(hits.total, 1228);
            if hits.groups.is_empty() {
                break;
            }
            listed.extend(hits.groups.into_iter().map(|group| group.heading));
        }
        assert_eq!(listed.len(), 1228);
        assert!(listed.is_sorted());
        assert_eq!((listed[0].as_str(), listed[1227].as_str()), ("0101", "9706"));
    }
}

#[test]
fn a_page_is_never_longer_than_the_most() {
    let hits = hs().search("", ALL);
    assert_eq!((hits.total, hits.groups.len()), (1228, Page::MOST));
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
fn a_lost_leading_zero_is_put_back_where_that_makes_a_code() {
    assert_eq!(find("101"), ["0101"]);
    assert_eq!(find("902")[0], "0902");
    assert_eq!(find("902300000")[0], "9023", "no code of the edition, so as it stands first");
}

#[test]
fn a_dead_code_leads_to_where_its_goods_are_now() {
    for (dead, now) in [("0503", "0511"), ("6908", "6907"), ("8469.00", "8472"), ("8803.30", "8807")] {
        assert_eq!(find(dead), [now], "{dead}");
    }
    assert_eq!(hs().search("6908", ALL).groups[0].because.as_deref(), Some("6908"));
    assert_eq!(find("8599")[0], "8501", "no such heading: those of its chapter");
    assert_eq!(find("77"), [""; 0]);
}

#[test]
fn a_deeper_edition_is_found_at_every_level_from_the_heading_down() {
    let edition = edition(vec![]);
    let first = |query: &str| shown(&edition.search(query, ALL).groups[0]).join(" ");
    assert_eq!(first("1902"), "1902", "below a heading that was asked for one browses");
    assert_eq!(first("1902.30"), "1902 190230 1902301010 1902309000");
    assert_eq!(first("1902301010"), "1902 1902301010");
    assert_eq!(first("1902309999"), "1902 190230", "the closest code above one that is not there");
    assert_eq!(first("라면"), "1902 1902301010");
    assert_eq!(first(""), "1902");
}

#[test]
fn longer_codes_stand_below_shorter_ones_of_the_same_level() {
    let edition = edition(vec![]);
    let path: Vec<&str> = edition.path("1902191000").iter().map(|entry| entry.code.as_str()).collect();
    assert_eq!(path, ["S04", "19", "1902", "19021", "190219", "1902191000"]);
}

#[test]
fn an_alias_is_named_as_the_reason_and_a_label_is_not() {
    let edition = edition(vec![alias("스파게티", "1902"), alias("봉지라면", "1902301010")]);
    let hits = edition.search("스파게티", ALL);
    assert_eq!(headings(&hits), ["1902"]);
    assert_eq!(hits.groups[0].because.as_deref(), Some("스파게티"));
    let hits = edition.search("봉지 라면", ALL);
    assert_eq!(hits.groups[0].rows[0].because.as_deref(), Some("봉지라면"));
    assert_eq!(edition.search("파스타", ALL).groups[0].because, None);
}

#[test]
fn the_meanings_of_one_word_come_in_the_order_of_the_table() {
    assert_eq!(find("텀블러")[..3], ["9617", "3924", "7323"]);
}

#[test]
fn an_alias_of_a_code_that_is_not_there_leads_to_the_closest_above_or_nowhere() {
    let edition = edition(vec![alias("우동", "1902304050"), alias("의자", "9401")]);
    assert_eq!(shown(&edition.search("우동", ALL).groups[0]), ["1902", "190230"]);
    assert!(edition.search("의자", ALL).groups.is_empty());
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
fn blanks_do_not_matter() {
    for (one, other) in [("무선 이어폰", "무선이어폰"), ("무선 이어 폰", "무선이어폰"), ("자동차부품", "자동차 부품")]
    {
        assert_eq!(find(one)[0], find(other)[0], "{one}");
    }
}

#[test]
fn an_unfinished_word_already_finds() {
    for (typed, code) in
        [("cosmet", "3304"), ("refrig", "8418"), ("라며", "1902"), ("보조배", "8507"), ("마스크패", "3307")]
    {
        let found: Vec<String> = find(typed).into_iter().take(3).collect();
        assert!(found.contains(&code.to_owned()), "{typed}: {found:?}");
    }
}

#[test]
fn initial_consonants_find_words() {
    assert!(find("ㄹㅁ").contains(&"1902".to_owned()));
    assert!(find("ㅁㅅㅋㅍ").contains(&"3307".to_owned()));
    assert_eq!(find("ㅂㅈㅂㅌㄹ")[0], "8507");
}

#[test]
fn the_wrong_keyboard_is_read_as_the_right_one_and_said() {
    for (typed, meant, code) in [("fkaus", "라면", "1902"), ("rlacl", "김치", "2005"), ("노ㅐㄷㄴ", "shoes", "6404")]
    {
        let hits = hs().search(typed, ALL);
        assert_eq!(hits.read_as.as_deref(), Some(meant), "{typed}");
        assert_eq!(headings(&hits)[0], code, "{typed}");
    }
    assert_eq!(hs().search("mask", ALL).read_as, None);
}

#[test]
fn a_slip_of_the_finger_is_mended_and_said() {
    for (typed, meant, code) in [("고추정", "고추장", "2103"), ("refrigertor", "refrigerator", "8418")] {
        let hits = hs().search(typed, ALL);
        assert_eq!((hits.read_as.as_deref(), headings(&hits)[0]), (Some(meant), code), "{typed}");
    }
}

#[test]
fn spellings_of_loanwords_are_one() {
    for (written, usual) in [("쥬스", "주스"), ("쏘세지", "소시지"), ("케잌", "케이크"), ("밧데리", "배터리")]
    {
        assert_eq!(find(written), find(usual), "{written}");
    }
}

#[test]
fn the_last_word_names_the_thing_and_words_of_form_do_not() {
    assert_eq!(find("유기농 라면")[0], "1902");
    assert_eq!(find("유기농라면")[0], "1902");
    assert_eq!(find("라면 선물세트")[0], "1902");
    assert_eq!(find("자동차용 매트")[0], find("자동차 매트")[0]);
}

#[test]
fn a_word_that_says_too_little_is_told() {
    assert_eq!(hs().search("부품", ALL).vague, Some(Vague::Part));
    assert_eq!(hs().search("gift set", ALL).vague, Some(Vague::Set));
    assert_eq!(hs().search("자동차 부품", ALL).vague, None);
}

#[test]
fn nonsense_finds_nothing() {
    for query in ["qzxv", "🦄", "뷁뷁뷁"] {
        assert_eq!(find(query), [""; 0], "{query}");
    }
}

#[test]
fn what_other_leaves_out_is_told() {
    let edition = edition(vec![]);
    let row = edition.row("1902199000").unwrap();
    assert_eq!(row.except.iter().map(|text| text.ko.as_str()).collect::<Vec<_>>(), ["국수", "냉면"]);
    assert!(edition.row("1902191000").unwrap().except.is_empty());
}

#[test]
fn broken_lists_are_refused_with_the_reason() {
    let with = |more: Entry| {
        Edition::new(CodeList::Hs, "x", noodles().into_iter().chain([more]).collect(), vec![]).unwrap_err()
    };
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

proptest! {
    #[test]
    fn any_query_gives_a_bounded_page_the_same_each_time(query in any_query(), offset in 0usize..3000, limit in 0usize..3000) {
        let hits = hs().search(&query, Page { offset, limit });
        prop_assert!(hits.total <= 1228);
        prop_assert_eq!(hits.groups.len(), hits.total.saturating_sub(offset).min(limit).min(Page::MOST));
        let known = |code: &str| hs().get(code).is_some_and(|entry| entry.level == Level::Heading);
        prop_assert!(hits.groups.iter().all(|group| known(&group.heading)));
        prop_assert_eq!(hs().search(&query, Page { offset, limit }), hits);
    }

    #[test]
    fn every_heading_is_found_first_by_its_code_with_any_separators(at in 0usize..1228, gap in "[-. /]{0,3}") {
        let code = hs().search("", Page { offset: at, limit: 1 }).groups.remove(0).heading;
        let query = format!("{}{gap}{}", &code[..2], &code[2..]);
        prop_assert_eq!(&hs().search(&query, ALL).groups[0].heading, &code);
    }
}

/// Any text at all, text out of the alphabet of the labels, and codes with noise.
fn any_query() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[가-힣ㄱ-ㅣa-z ·]{0,30}", "(제|hs)? ?[0-9. -]{0,20}호?", "\\PC{90,300}"]
}
