//! Days of the calendar in Korean time, which has no summer time.

/// Seconds by which Korea is ahead of UTC.
const KOREA: i64 = 9 * 3600;
/// Seconds of a day.
pub const DAY: i64 = 86_400;

/// The day of a second since 1970: `2026-06-30`.
pub fn day(unix: i64) -> String {
    let days = unix.saturating_add(KOREA).div_euclid(DAY);
    // Howard Hinnant's civil_from_days: years begin in March, eras have 400 of them.
    let shifted = days.saturating_add(719_468);
    let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era.saturating_mul(400) + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_ends_at_midnight_in_korea() {
        assert_eq!(day(0), "1970-01-01");
        assert_eq!(day(1_782_831_599), "2026-06-30");
        assert_eq!(day(1_782_831_600), "2026-07-01");
        assert_eq!(day(951_793_200), "2000-02-29");
    }
}
