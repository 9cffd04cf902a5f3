//! What the tests of the search share.
#![allow(dead_code, reason = "not every test uses all of it")]

use gaip_classify::{Edition, Entry, Group, Hits, Level, Page};
use gaip_domain::value::CodeList;

/// Everything on one page.
pub const ALL: Page = Page { offset: 0, limit: usize::MAX };
/// As many headings as a picker shows at first.
pub const FIRST: Page = Page { offset: 0, limit: 20 };
/// Rows of a heading that a picker shows.
pub const ROWS: usize = 3;

pub fn entry(code: &str, level: Level, ko: &str, en: &str, parent: &str) -> Entry {
    let parent = (!parent.is_empty()).then(|| parent.to_owned());
    Entry { code: code.to_owned(), level, ko: ko.to_owned(), en: en.to_owned(), parent, names: Vec::new() }
}

/// The rows of one heading down to its lines.
pub fn noodles() -> Vec<Entry> {
    vec![
        entry("S04", Level::Section, "가공식품", "Prepared foods", ""),
        entry("19", Level::Chapter, "곡물 식품", "Cereal foods", "S04"),
        entry("1902", Level::Heading, "파스타", "Pasta", "19"),
        entry("19021", Level::Subheading, "조리하지 않은 파스타", "Uncooked pasta", "1902"),
        entry("190219", Level::Subheading, "기타", "Other", "19021"),
        entry("1902191000", Level::Line, "국수", "Noodles", "190219"),
        entry("1902193000", Level::Line, "냉면", "Naengmyeon", "190219"),
        entry("1902199000", Level::Line, "기타", "Other", "190219"),
        entry("190230", Level::Subheading, "그 밖의 파스타", "Other pasta", "1902"),
        entry("1902301010", Level::Line, "라면", "Ramen", "190230"),
        entry("1902309000", Level::Line, "기타", "Other", "190230"),
    ]
}

pub fn hs() -> &'static Edition {
    Edition::builtin(CodeList::Hs)
}

/// The headings that a query finds, best first.
pub fn headings(hits: &Hits) -> Vec<&str> {
    hits.groups.iter().map(|group| group.heading.as_str()).collect()
}

pub fn find(query: &str) -> Vec<String> {
    hs().search(query, ALL).groups.into_iter().map(|group| group.heading).collect()
}

/// The heading and what a picker shows below it.
pub fn shown(group: &Group) -> Vec<&str> {
    std::iter::once(&group.heading)
        .chain(group.rows.iter().take(ROWS).map(|row| &row.code))
        .map(String::as_str)
        .collect()
}
