//! Reads the file of old accounts. What is wrong is told by line, never by what stands there.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use gaip_contract::bodies::OldKind;
use gaip_domain::text::tidy;
use gaip_domain::value::{BusinessNumber, Date};
use std::collections::HashMap;
use std::fmt;

/// Columns that there must be.
const NEEDED: [&str; 4] = ["login_id", "ci", "kind", "joined_on"];
/// Columns that there may be.
const OTHERS: [&str; 2] = ["company", "business_number"];
/// Bytes of a CI, which stand there in base64.
const CI: usize = 64;
/// Longest login id and company's name, in characters.
const LONGEST: usize = 100;

/// What a file says.
#[derive(Debug)]
pub struct Read {
    /// Accounts, in the order of the file.
    pub rows: Vec<Row>,
    /// Lines that make none.
    pub refused: Vec<Refused>,
}

/// An account.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    pub login_id: String,
    pub ci: String,
    pub kind: OldKind,
    pub company: Option<String>,
    pub business_number: Option<String>,
    pub joined_on: Date,
}

/// A line that makes no account.
#[derive(Debug, PartialEq, Eq)]
pub struct Refused {
    line: u64,
    why: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.why)
    }
}

/// The accounts of a file that were opened before a day; or why nothing of the file is taken.
pub fn read(bytes: &[u8], before: Date) -> Result<Read, Vec<String>> {
    let text = std::str::from_utf8(bytes).map_err(|_| vec!["it is not UTF-8".to_owned()])?;
    let text = text.trim_start_matches('\u{feff}');
    let with_number = text.lines().zip(1..).filter(|(line, _)| holds_resident_number(line));
    let told: Vec<String> =
        with_number.map(|(_, line)| format!("line {line}: a resident registration number")).collect();
    if !told.is_empty() {
        let mend = "resident registration numbers must not be kept. Take the column out of the file".to_owned();
        return Err([mend].into_iter().chain(told.into_iter().take(5)).collect());
    }
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| vec![what(&error)])?.clone();
    let mut columns = HashMap::new();
    for (at, name) in header.iter().enumerate() {
        let known = NEEDED.iter().chain(&OTHERS).find(|known| **known == name);
        let known =
            known.ok_or_else(|| vec![format!("there is no column `{name}` to take. Take it out of the file")])?;
        if columns.insert(*known, at).is_some() {
            return Err(vec![format!("the column `{name}` stands there twice")]);
        }
    }
    if let Some(missing) = NEEDED.iter().find(|needed| !columns.contains_key(*needed)) {
        return Err(vec![format!("the column `{missing}` is missing")]);
    }
    let (mut rows, mut refused, mut lines) = (Vec::new(), Vec::new(), HashMap::new());
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                refused.push(Refused { line, why: what(&error) });
                continue;
            }
        };
        let line = record.position().map_or(0, csv::Position::line);
        let cell = |name: &str| columns.get(name).and_then(|at| record.get(*at)).unwrap_or_default();
        let account = row(&cell, before).and_then(|row| match lines.insert(row.login_id.clone(), line) {
            Some(earlier) => Err(format!("the login id stands on line {earlier} already")),
            None => Ok(row),
        });
        match account {
            Ok(row) => rows.push(row),
            Err(why) => refused.push(Refused { line, why }),
        }
    }
    Ok(Read { rows, refused })
}

fn row<'a>(cell: &dyn Fn(&str) -> &'a str, before: Date) -> Result<Row, String> {
    let text = |name: &str| match tidy(cell(name)) {
        text if text.chars().count() > LONGEST => Err(format!("`{name}` has more than {LONGEST} characters")),
        text => Ok(Some(text).filter(|text| !text.is_empty())),
    };
    let ci = cell("ci");
    if STANDARD.decode(ci).map(|bytes| bytes.len()) != Ok(CI) {
        return Err(format!("`ci` is not {CI} bytes in base64"));
    }
    let joined_on = Date::parse(cell("joined_on")).map_err(|_| "`joined_on` is no day".to_owned())?;
    if joined_on >= before {
        return Err(format!("`joined_on` is not before {before}"));
    }
    let business_number = match cell("business_number") {
        "" => None,
        number => Some(BusinessNumber::parse(number).map_err(|_| "`business_number` is none".to_owned())?.to_string()),
    };
    Ok(Row {
        login_id: text("login_id")?.ok_or("`login_id` is empty")?,
        ci: ci.to_owned(),
        kind: OldKind::parse(cell("kind")).ok_or("`kind` is neither `personal` nor `corporate`")?,
        company: text("company")?,
        business_number,
        joined_on,
    })
}

/// What is wrong with a line, without what stands there.
fn what(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("it has {len} columns, and the first line {expected_len}")
        }
        _ => "it cannot be read as CSV".to_owned(),
    }
}

/// Whether a text holds `900301-1234567`, with or without the hyphen, or its beginning with the rest hidden.
fn holds_resident_number(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '-' | '*');
    text.split(|c| !is_part(c)).any(|run| {
        let Some((day, rest)) = run.split_at_checked(6) else { return false };
        let rest = rest.strip_prefix('-').unwrap_or(rest);
        let (Ok(month), Ok(of_month)) = (day[2..4].parse::<u8>(), day[4..6].parse::<u8>()) else { return false };
        let born = (1..=12).contains(&month) && (1..=31).contains(&of_month);
        let sex = rest.starts_with(|c: char| ('1'..='8').contains(&c));
        let digits = rest.len() == 7 && rest.bytes().all(|b| b.is_ascii_digit() || b == b'*');
        born && sex && digits
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "login_id,ci,kind,company,business_number,joined_on";

    fn ci(seed: u8) -> String {
        STANDARD.encode([seed; CI])
    }

    fn day() -> Date {
        Date::parse("2023-05-22").expect("a day")
    }

    fn read_lines(lines: &[String]) -> Read {
        let text = [HEADER.to_owned()].iter().chain(lines).cloned().collect::<Vec<_>>().join("\n");
        read(text.as_bytes(), day()).expect("it reads")
    }

    #[test]
    fn a_line_makes_an_account() {
        let line = format!("gildong99,{},corporate,\"새별, 주식회사\",124-81-00998,2019.3.4", ci(1));
        let read = read_lines(&[line]);
        assert!(read.refused.is_empty());
        let [row] = &read.rows[..] else { panic!("one row") };
        assert_eq!((row.login_id.as_str(), row.kind), ("gildong99", OldKind::Corporate));
        assert_eq!(row.company.as_deref(), Some("새별, 주식회사"));
        assert_eq!(row.business_number.as_deref(), Some("1248100998"));
        assert_eq!(row.joined_on.to_string(), "2019-03-04");
    }

    #[test]
    fn what_is_wrong_is_told_by_line_and_the_rest_is_taken() {
        let good = |id: &str| format!("{id},{},personal,,,2019-03-04", ci(1));
        let read = read_lines(&[
            good("first"),
            format!(",{},personal,,,2019-03-04", ci(1)),
            "nobody,c2hvcnQ=,personal,,,2019-03-04".to_owned(),
            format!("odd,{},other,,,2019-03-04", ci(1)),
            format!("late,{},personal,,,2023-05-22", ci(1)),
            format!("wrong,{},corporate,새별,1234567890,2019-03-04", ci(1)),
            good("first"),
            "short,row".to_owned(),
            good("last"),
        ]);
        assert_eq!(read.rows.iter().map(|row| row.login_id.as_str()).collect::<Vec<_>>(), ["first", "last"]);
        let told: Vec<String> = read.refused.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "line 3: `login_id` is empty",
                "line 4: `ci` is not 64 bytes in base64",
                "line 5: `kind` is neither `personal` nor `corporate`",
                "line 6: `joined_on` is not before 2023-05-22",
                "line 7: `business_number` is none",
                "line 8: the login id stands on line 2 already",
                "line 9: it has 2 columns, and the first line 6",
            ]
        );
    }

    #[test]
    fn nothing_of_a_file_with_resident_numbers_is_taken() {
        for number in ["900301-1234567", "9003011234567", "900301-1******"] {
            let text = format!("{HEADER}\ngildong99,{},personal,{number},,2019-03-04", ci(1));
            let told = read(text.as_bytes(), day()).expect_err("it is refused");
            assert!(told.iter().any(|line| line.starts_with("line 2:")), "{told:?}");
            assert!(!told.join("").contains("900301"), "{told:?}");
        }
        // A business number, a day and a telephone number are none.
        for other in ["124-81-00998", "2019-03-04", "010-1234-5678"] {
            assert!(!holds_resident_number(other), "{other}");
        }
    }

    #[test]
    fn only_columns_that_are_needed_are_taken() {
        let with = |header: &str| read(format!("{header}\n").as_bytes(), day()).map(|read| read.rows.len());
        assert_eq!(with(&format!("\u{feff}{HEADER}")), Ok(0));
        assert_eq!(with("login_id,ci,kind,joined_on"), Ok(0));
        for header in
            ["login_id,kind,joined_on", "login_id,ci,kind,joined_on,password", "login_id,ci,ci,kind,joined_on"]
        {
            assert!(with(header).is_err(), "{header}");
        }
    }
}
