//! Civil dates, without a library: the browser pays for each.

use super::{Invalid, Parsed};
use std::fmt;

/// A day of the Gregorian calendar from 1800 to 2999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The last day that there is.
    pub const LAST: Date = Date { year: 2999, month: 12, day: 31 };

    /// Takes year, month and day separated by anything (`2019-3-4`, `2019.03.04`) or as eight digits.
    pub fn parse(raw: &str) -> Parsed<Self> {
        if raw.chars().all(|c| !c.is_ascii_digit()) {
            return Err(if raw.chars().any(char::is_alphabetic) { Invalid::Format } else { Invalid::Missing });
        }
        let mut parts: Vec<&str> = raw.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
        if let [all] = parts[..]
            && all.len() == 8
        {
            parts = vec![&all[..4], &all[4..6], &all[6..]];
        }
        let [year, month, day] = parts[..] else {
            return Err(Invalid::Format);
        };
        if year.len() != 4 {
            return Err(Invalid::Format);
        }
        let number = |text: &str| text.parse::<u16>().map_err(|_| Invalid::Format);
        Self::new(number(year)?, number(month)?, number(day)?).ok_or(Invalid::NoSuchDay)
    }

    /// The day, if the calendar has it.
    pub fn new(year: u16, month: u16, day: u16) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let last = match month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            1..=12 => 31,
            _ => return None,
        };
        let known = (1800..3000).contains(&year) && (1..=last).contains(&day);
        known.then(|| Self {
            year,
            month: u8::try_from(month).unwrap_or_default(),
            day: u8::try_from(day).unwrap_or_default(),
        })
    }

    /// Whether somebody born on this day is so many years old on another.
    pub fn is_aged(self, years: u16, on: Date) -> bool {
        (self.year + years, self.month, self.day) <= (on.year, on.month, on.day)
    }

    /// The year, such as 2026.
    pub fn year(self) -> u16 {
        self.year
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_write_dates_in_many_ways() {
        for raw in ["2019-3-4", "2019.03.04", "20190304", "2019년 3월 4일"] {
            assert_eq!(Date::parse(raw).map(|d| d.to_string()), Ok("2019-03-04".to_owned()), "{raw}");
        }
    }

    #[test]
    fn a_day_that_is_not_in_the_calendar_is_named() {
        for raw in ["2019-02-29", "2019-13-01", "2019-04-31", "1700-01-01"] {
            assert_eq!(Date::parse(raw), Err(Invalid::NoSuchDay), "{raw}");
        }
        assert!(Date::parse("2020-02-29").is_ok());
    }

    #[test]
    fn an_age_is_reached_on_the_birthday() {
        let day = |raw| Date::parse(raw).expect("a day");
        assert!(!day("2012-11-22").is_aged(14, day("2026-11-21")));
        assert!(day("2012-11-21").is_aged(14, day("2026-11-21")));
        assert!(!day("2012-02-29").is_aged(14, day("2026-02-28")));
        assert!(day("2012-02-29").is_aged(14, day("2026-03-01")));
    }

    #[test]
    fn a_part_that_is_missing_is_a_wrong_form() {
        assert_eq!(Date::parse("2019--"), Err(Invalid::Format));
        assert_eq!(Date::parse("--"), Err(Invalid::Missing));
        assert_eq!(Date::parse("19-3-4"), Err(Invalid::Format));
    }
}
