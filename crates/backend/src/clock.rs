//! Time as a parameter.

use gaip_domain::value::Date;
use time::{Duration, OffsetDateTime, UtcOffset, format_description::well_known::Rfc3339};

/// Milliseconds since 1970 in UTC: how every time is stored.
pub type Millis = i64;

/// A second in [`Millis`].
pub const SECOND: Millis = 1000;
/// A minute in [`Millis`].
pub const MINUTE: Millis = 60 * SECOND;
/// An hour in [`Millis`].
pub const HOUR: Millis = 60 * MINUTE;
/// A day in [`Millis`].
pub const DAY: Millis = 24 * HOUR;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Millis;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Millis {
        let nanos = OffsetDateTime::now_utc().unix_timestamp_nanos();
        Millis::try_from(nanos / 1_000_000).unwrap_or(Millis::MAX)
    }
}

/// Whole seconds of a time that is left, the begun one too; none where it is over.
pub fn seconds(time: Millis) -> u32 {
    u32::try_from((time + SECOND - 1) / SECOND).unwrap_or_default()
}

/// The time as ISO 8601 in UTC: `2026-11-21T05:10:09.120Z`.
pub fn iso(at: Millis) -> String {
    utc(at).format(&Rfc3339).unwrap_or_default()
}

/// The day in Korea, which keeps UTC+9 all year.
pub fn korean_day(at: Millis) -> Date {
    let korea = utc(at).to_offset(UtcOffset::from_hms(9, 0, 0).unwrap_or(UtcOffset::UTC));
    civil(korea.date())
}

fn civil(date: time::Date) -> Date {
    let year = u16::try_from(date.year().clamp(1800, 2999)).unwrap_or_default();
    let day = Date::new(year, u16::from(u8::from(date.month())), u16::from(date.day()));
    day.expect("a day of the calendar, in the years that our calendar has")
}

fn utc(at: Millis) -> OffsetDateTime {
    OffsetDateTime::UNIX_EPOCH.checked_add(Duration::milliseconds(at)).unwrap_or(OffsetDateTime::UNIX_EPOCH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_that_of_korea() {
        assert_eq!(korean_day(1_795_269_600_000).to_string(), "2026-11-21");
        assert_eq!(iso(1_795_269_600_000), "2026-11-21T14:00:00Z");
        assert_eq!(korean_day(1_795_269_600_000 + HOUR).to_string(), "2026-11-22");
    }
}
