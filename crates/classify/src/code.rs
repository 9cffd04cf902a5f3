//! Reads a query as a code.

/// More digits than any tariff has are not a code.
const MOST_DIGITS: usize = 12;

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
