//! Failed logins of late, counted by login id and by address, in memory: a restart forgives.

use crate::clock::{MINUTE, Millis, SECOND};
use crate::refusal::{Outcome, Refusal};
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

/// Failures are forgotten after this time.
const WINDOW: Millis = 15 * MINUTE;
/// Failures of one login id, from wherever they come.
const PER_NAME: u32 = 10;
/// Failures of one address, with whatever login id; an office shares one.
const PER_PEER: u32 = 50;
/// Counters in memory; beyond it the ones that are over are dropped.
const MOST: usize = 10_000;

/// Failed logins of late.
#[derive(Debug, Default)]
pub struct Attempts(Mutex<HashMap<String, Count>>);

#[derive(Clone, Copy, Debug)]
struct Count {
    since: Millis,
    failures: u32,
}

impl Attempts {
    /// Refuses an attempt after too many failures, and says how long to wait.
    pub fn admit(&self, name: &str, peer: IpAddr, now: Millis) -> Outcome<()> {
        let counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for (key, most) in [(by_name(name), PER_NAME), (by_peer(peer), PER_PEER)] {
            if let Some(count) = counts.get(&key).filter(|count| count.failures >= most && now < count.since + WINDOW) {
                let seconds = (count.since + WINDOW - now) / SECOND + 1;
                return Err(Refusal::wait(u32::try_from(seconds).unwrap_or(u32::MAX)));
            }
        }
        Ok(())
    }

    /// Counts a failure.
    pub fn failed(&self, name: &str, peer: IpAddr, now: Millis) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() >= MOST {
            counts.retain(|_, count| now < count.since + WINDOW);
        }
        for key in [by_name(name), by_peer(peer)] {
            let count = counts.entry(key).or_insert(Count { since: now, failures: 0 });
            if now >= count.since + WINDOW {
                *count = Count { since: now, failures: 0 };
            }
            count.failures += 1;
        }
    }

    /// Forgets the failures of a login id.
    pub fn succeeded(&self, name: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&by_name(name));
    }
}

fn by_name(name: &str) -> String {
    format!("name {name}")
}

/// An IPv6 customer has a /64 at least.
fn by_peer(peer: IpAddr) -> String {
    match peer {
        IpAddr::V4(v4) => format!("peer {v4}"),
        IpAddr::V6(v6) => format!("peer {:x?}", &v6.segments()[..4]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::Ipv4Addr;

    const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

    #[test]
    fn a_login_id_rests_after_ten_failures_and_is_admitted_again_later() {
        let attempts = Attempts::default();
        for _ in 0..PER_NAME {
            assert!(attempts.admit("daejeon/hong1", HERE, 0).is_ok());
            attempts.failed("daejeon/hong1", HERE, 0);
        }
        let refusal = attempts.admit("daejeon/hong1", HERE, MINUTE).expect_err("too many");
        assert_eq!(refusal.0.retry_after, Some(14 * 60 + 1));
        assert!(attempts.admit("daejeon/other", HERE, MINUTE).is_ok());
        assert!(attempts.admit("daejeon/hong1", HERE, WINDOW).is_ok());
    }

    #[test]
    fn an_address_rests_after_fifty_failures() {
        let attempts = Attempts::default();
        for i in 0..PER_PEER {
            attempts.failed(&format!("daejeon/id{i}"), HERE, 0);
        }
        assert!(attempts.admit("daejeon/new", HERE, 0).is_err());
        assert!(attempts.admit("daejeon/new", IpAddr::V4(Ipv4Addr::new(10, 0, 0, 1)), 0).is_ok());
    }
}
