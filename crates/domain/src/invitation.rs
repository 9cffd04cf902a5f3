//! To whom a company's invitations go: several addresses, typed at once.

use crate::facts::FieldProblem;
use crate::value::{Email, Invalid};

/// Most addresses that one request invites.
pub const MOST: usize = 20;
/// The field that they are typed into.
pub const FIELD: &str = "emails";

/// The addresses of a text, as typed: one a line, or with blanks, commas or semicolons between them.
pub fn split(typed: &str) -> Vec<String> {
    let parts = typed.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '，' | '；' | '、'));
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The field of the address at a place: `emails.0`.
pub fn field(place: usize) -> String {
    format!("{FIELD}.{place}")
}

/// The address of each, with its place, once where it was typed twice; or everything that is wrong.
pub fn parse(typed: &[String]) -> Result<Vec<(usize, Email)>, Vec<FieldProblem>> {
    let whole = |error| Err(vec![FieldProblem { field: FIELD.to_owned(), error }]);
    if typed.is_empty() {
        return whole(Invalid::Missing);
    }
    if typed.len() > MOST {
        return whole(Invalid::TooMany(u32::try_from(MOST).unwrap_or(u32::MAX)));
    }
    let (mut emails, mut problems) = (Vec::<(usize, Email)>::new(), Vec::new());
    for (place, text) in typed.iter().enumerate() {
        match Email::parse(text) {
            Ok(email) if emails.iter().any(|(_, known)| key(known) == key(&email)) => {}
            Ok(email) => emails.push((place, email)),
            Err(error) => problems.push(FieldProblem { field: field(place), error }),
        }
    }
    if problems.is_empty() { Ok(emails) } else { Err(problems) }
}

/// What tells one mailbox from another.
pub fn key(email: &Email) -> String {
    email.to_string().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(typed: &[&str]) -> Vec<String> {
        typed.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn addresses_are_told_apart_however_they_are_typed() {
        let typed = " a@example.com, b@example.com;c@example.com\n\nd@example.com、e@example.com ";
        let all = ["a@example.com", "b@example.com", "c@example.com", "d@example.com", "e@example.com"];
        assert_eq!(split(typed), all);
        assert!(split(" ,\n").is_empty());
    }

    #[test]
    fn an_address_that_is_typed_twice_counts_once() {
        let emails = parse(&texts(&["Kim@example.com", "kim@EXAMPLE.com", "lee@example.com"])).unwrap_or_default();
        assert_eq!(emails.iter().map(|(place, _)| *place).collect::<Vec<_>>(), [0, 2]);
    }

    #[test]
    fn everything_that_is_wrong_is_named_by_its_place() {
        let problem = |place, error| FieldProblem { field: field(place), error };
        let wrong = parse(&texts(&["kim@example", "lee@example.com", "park"]));
        assert_eq!(wrong, Err(vec![problem(0, Invalid::Format), problem(2, Invalid::Format)]));
    }

    #[test]
    fn none_and_more_than_twenty_are_refused() {
        let whole = |error| Err(vec![FieldProblem { field: FIELD.to_owned(), error }]);
        assert_eq!(parse(&[]), whole(Invalid::Missing));
        let many: Vec<String> = (0..21).map(|n| format!("a{n}@example.com")).collect();
        assert_eq!(parse(&many), whole(Invalid::TooMany(20)));
        assert_eq!(parse(&many[..20]).map(|all| all.len()), Ok(20));
    }
}
