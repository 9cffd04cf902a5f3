//! Durations as people compare them.

use std::{fs, thread, time::Duration};

/// Many durations of one kind.
#[derive(Default)]
pub struct Figures(Vec<Duration>);

impl Figures {
    /// Takes them all.
    pub fn of(mut durations: Vec<Duration>) -> Self {
        durations.sort_unstable();
        Self(durations)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The duration that `percent` of a hundred do not exceed; zero where there is none.
    pub fn percentile(&self, percent: usize) -> Duration {
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        self.0.get(rank - 1).copied().unwrap_or_default()
    }

    /// One line of a table.
    pub fn row(&self, name: &str) -> String {
        let columns = [50, 90, 95, 99, 100].map(|percent| format!("{:>9}", milliseconds(self.percentile(percent))));
        format!("{name:<10} {:>8} {}", self.count(), columns.join(" "))
    }
}

/// The headline of [`Figures::row`].
pub fn headline() -> String {
    format!("{:<10} {:>8} {:>9} {:>9} {:>9} {:>9} {:>9}   ms", "", "count", "p50", "p90", "p95", "p99", "max")
}

/// Whether a goal is reached, in words.
pub fn verdict(reached: bool) -> &'static str {
    if reached { "reached" } else { "MISSED" }
}

/// What the figures depend on beside the code: processors, and how busy they were before, where the system says so.
pub fn machine() -> String {
    let cores = thread::available_parallelism().map_or(0, std::num::NonZero::get);
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().filter(|load| !load.is_empty());
    format!("{cores} cores, load {} before", load.unwrap_or("unknown"))
}

/// Milliseconds with one decimal.
pub fn milliseconds(duration: Duration) -> String {
    let tenths = duration.as_micros() / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_the_value_that_so_many_do_not_exceed() {
        let figures = Figures::of((1..=200).rev().map(Duration::from_millis).collect());
        let found = [50, 99, 100].map(|percent| figures.percentile(percent).as_millis());
        assert_eq!(found, [100, 198, 200]);
        assert_eq!(Figures::of(vec![Duration::from_millis(7)]).percentile(1).as_millis(), 7);
        assert_eq!(Figures::default().percentile(99), Duration::ZERO);
    }

    #[test]
    fn durations_read_as_milliseconds() {
        assert_eq!(milliseconds(Duration::from_micros(12_345)), "12.3");
        assert_eq!(milliseconds(Duration::ZERO), "0.0");
    }
}
