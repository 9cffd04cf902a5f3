//! How long the code is good, and when it can be sent again.

use leptos::prelude::*;
use std::time::Duration;

const SECOND: f64 = 1000.0;

/// Two times that run down.
#[derive(Clone, Copy)]
pub struct Clock {
    /// Seconds until the code is void.
    pub left: RwSignal<u32>,
    /// Seconds until it can be sent again.
    pub resend: RwSignal<u32>,
    /// When both are over, in milliseconds of this computer's clock.
    ends: RwSignal<Option<(f64, f64)>>,
}

impl Clock {
    /// Stands still.
    pub fn fixed(left: u32, resend: u32) -> Self {
        Self { left: RwSignal::new(left), resend: RwSignal::new(resend), ends: RwSignal::new(None) }
    }

    /// Counts from now on.
    pub fn start(self, left: u32, resend: u32) {
        let now = js_sys::Date::now();
        self.left.set(left);
        self.resend.set(resend);
        self.ends.set(Some((now + f64::from(left) * SECOND, now + f64::from(resend) * SECOND)));
    }

    /// The code is void.
    pub fn stop(self) {
        self.ends.set(None);
        self.left.set(0);
        self.resend.set(0);
    }

    /// Looks at the time each second while something runs.
    pub fn run(self) {
        Effect::new(move || {
            let Some((left, resend)) = self.ends.get() else { return };
            let tick = move || {
                let now = js_sys::Date::now();
                self.left.set(seconds(left, now));
                self.resend.set(seconds(resend, now));
            };
            if let Ok(ticks) = set_interval_with_handle(tick, Duration::from_secs(1)) {
                on_cleanup(move || ticks.clear());
            }
        });
    }
}

/// Whole seconds between two times in milliseconds, rounded up; 0 once it is past.
fn seconds(end: f64, now: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is clamped to what a u32 holds")]
    let seconds = ((end - now) / SECOND).ceil().clamp(0.0, f64::from(u32::MAX)) as u32;
    seconds
}

/// How urgent the time left is: it is announced when this changes, at the start, at a minute, at ten seconds and at the end
/// (KWCAG 6.2.1, sparingly).
pub fn urgency(left: u32) -> u8 {
    match left {
        0 => 3,
        1..=10 => 2,
        11..=60 => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_reader_hears_of_the_time_at_the_start_at_a_minute_and_at_ten_seconds() {
        let mut heard: Vec<(u8, u32)> = (0..=180).rev().map(|left| (urgency(left), left)).collect();
        heard.dedup_by_key(|(urgency, _)| *urgency);
        let times: Vec<u32> = heard.into_iter().map(|(_, left)| left).collect();
        assert_eq!(times, [180, 60, 10, 0]);
    }
}
