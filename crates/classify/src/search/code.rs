//! Reads a query as a code, and finds it.

use super::{Group, Hit, Hits, Page};
use crate::edition::Edition;
use crate::entry::{Entry, Level};

/// More digits than any tariff has are not a code.
const MOST_DIGITS: usize = 12;

/// Headings of earlier HS editions, and where their goods are now.
const MOVED: &str = include_str!("../../data/hs/moved.tsv");

/// Words that people put before a code.
const BEFORE: [&str; 9] = ["hsk", "hs", "code", "no", "제", "코드", "세번", "품목번호", "품목분류"];
/// Words that people put behind a code.
const BEHIND: [&str; 3] = ["호", "류", "번"];

/// The digits of a normalised query that is a code and nothing else: `1902.30`, `19 02-30`, `hs 1902`, `제1902호`.
pub fn parse(query: &str) -> Option<String> {
    let mut rest = trim(query);
    while let Some(shorter) = BEFORE.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = trim(shorter);
    }
    if let Some(shorter) = BEHIND.iter().find_map(|word| rest.strip_suffix(word)) {
        rest = trim(shorter);
    }
    let mut digits = String::new();
    for c in rest.chars() {
        match c {
            '0'..='9' => digits.push(c),
            _ if separates(c) => {}
            _ => return None,
        }
    }
    (1..=MOST_DIGITS).contains(&digits.len()).then_some(digits)
}

fn separates(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | '-' | '_' | ':' | '/' | '#' | '·' | 'ㆍ' | '‐' | '‑' | '–' | '—')
}

fn trim(text: &str) -> &str {
    text.trim_matches(separates)
}

/// The headings that a code leads to. An odd number of digits may have lost its leading zero in a spreadsheet: that
/// reading comes second, unless it alone is a code.
pub fn find(edition: &Edition, digits: &str, page: Page) -> Hits {
    let mut readings = vec![with_digits(edition, digits)];
    if readings[0].0 == Fit::None || digits.len() % 2 == 1 && digits.len() > 1 {
        readings.push(with_digits(edition, &format!("0{digits}")));
    }
    readings.sort_by_key(|(fit, _)| *fit);
    let mut groups: Vec<Group> = readings.into_iter().flat_map(|(_, groups)| groups).collect();
    if groups.is_empty() {
        groups = instead(edition, digits);
    }
    let total = groups.len();
    let groups = groups.into_iter().skip(page.offset).take(page.limit.min(Page::MOST)).collect();
    Hits { total, groups, read_as: None, vague: None }
}

/// How some digits fit the edition, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// They are a code.
    Exact,
    /// Codes begin with them.
    Begins,
    /// A code above them is there.
    Above,
    /// Nothing.
    None,
}

/// Headings that begin with the digits, or the one heading that has them below it, or the closest code above them.
fn with_digits(edition: &Edition, digits: &str) -> (Fit, Vec<Group>) {
    let below = starting_with(edition, digits);
    let fit = if edition.get(digits).is_some() { Fit::Exact } else { Fit::Begins };
    let mut groups: Vec<Group> = Vec::new();
    for (entry, heading) in below {
        if groups.last().is_none_or(|group| group.heading != heading.code) {
            groups.push(group(&heading.code, None));
        }
        // Below a heading that was asked for one browses.
        if digits.len() > heading.code.len()
            && let Some(group) = groups.last_mut()
        {
            group.rows.push(Hit { code: entry.code.clone(), because: None });
        }
    }
    if !groups.is_empty() {
        return (fit, groups);
    }
    let above = (1..digits.len()).rev().find_map(|length| starting_with(edition, &digits[..length]).next());
    let above = above.filter(|(entry, _)| digits.starts_with(&entry.code));
    let Some((entry, heading)) = above else { return (Fit::None, groups) };
    let mut closest = group(&heading.code, None);
    if entry.code != heading.code {
        closest.rows.push(Hit { code: entry.code.clone(), because: None });
    }
    (Fit::Above, vec![closest])
}

fn group(code: &str, because: Option<&str>) -> Group {
    Group { heading: code.to_owned(), because: because.map(str::to_owned), rows: Vec::new() }
}

/// For a heading that no longer is: where its goods went, or the headings of its chapter.
fn instead(edition: &Edition, digits: &str) -> Vec<Group> {
    let old = digits.get(..4).unwrap_or(digits);
    let moved = MOVED.lines().skip(1).filter_map(|line| line.split_once('\t'));
    let moved = moved.filter(|(code, now)| *code == old && edition.get(now).is_some());
    let mut groups: Vec<Group> = moved.map(|(_, now)| group(now, Some(old))).collect();
    if groups.is_empty() && digits.len() >= 2 {
        let chapter = starting_with(edition, &digits[..2]).filter(|(entry, _)| entry.level == Level::Heading);
        groups = chapter.map(|(entry, _)| group(&entry.code, None)).collect();
    }
    groups
}

/// Entries that begin with the digits, each with its heading.
fn starting_with<'a>(edition: &'a Edition, digits: &'a str) -> impl Iterator<Item = (&'a Entry, &'a Entry)> {
    let entries = edition.entries();
    let from = entries.partition_point(|entry| entry.code.as_str() < digits);
    let begun = entries.iter().enumerate().skip(from).take_while(move |(_, entry)| entry.code.starts_with(digits));
    begun.filter_map(|(at, entry)| Some((entry, entries.get(edition.index().headings[at] as usize)?)))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn codes_are_read_as_people_write_them() {
        for query in [
            "190230",
            "1902.30",
            "1902-30",
            " 19 02 30 ",
            "제1902.30호",
            "제 1902.30 호",
            "hs 1902.30",
            "hs code: 1902.30",
            "hs코드 1902.30",
            "hsk 1902.30",
        ] {
            assert_eq!(parse(query).as_deref(), Some("190230"), "{query}");
        }
        assert_eq!(parse("제33류").as_deref(), Some("33"));
    }

    #[test]
    fn what_holds_other_letters_is_not_a_code() {
        for query in ["", "  ", "라면", "3d", "1902 라면", "hs", "제호", "-", "1234567890123"] {
            assert_eq!(parse(query), None, "{query}");
        }
    }
}
