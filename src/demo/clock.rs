//! Times of the demo: milliseconds since 1970, as they are written on the wire.

use gaip_domain::value::Date;

/// A second.
pub const SECOND: i64 = 1_000;
/// A minute.
pub const MINUTE: i64 = 60 * SECOND;
/// A day.
pub const DAY: i64 = 24 * 60 * MINUTE;
/// Korea is nine hours ahead of UTC.
const KOREA: i64 = 9 * 60 * MINUTE;

/// ISO 8601 in UTC.
pub fn iso(at: i64) -> String {
    let seconds = at.rem_euclid(DAY) / SECOND;
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    format!("{}T{hours:02}:{minutes:02}:{:02}Z", day(at), seconds % 60)
}

/// The day in Korea.
pub fn today(at: i64) -> Date {
    day(at + KOREA)
}

/// Seconds from one time to another; 0 once it is past.
pub fn seconds(from: i64, to: i64) -> u32 {
    u32::try_from((to - from) / SECOND).unwrap_or_default()
}

/// The civil day of a time (Howard Hinnant's algorithm).
fn day(at: i64) -> Date {
    let days = at.div_euclid(DAY) + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let small = |number: i64| u16::try_from(number).unwrap_or_default();
    Date::new(small(year), small(month), small(day)).unwrap_or(Date::LAST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_as_the_contract_says() {
        assert_eq!(iso(0), "1970-01-01T00:00:00Z");
        assert_eq!(iso(1_772_236_799_000), "2026-02-27T23:59:59Z");
        assert_eq!(today(1_772_236_799_000).to_string(), "2026-02-28");
        assert_eq!(iso(951_782_400_000), "2000-02-29T00:00:00Z");
    }
}
