//! How often one caller may ask, by kind of request. Generous where a page saves by itself, tight where guessing pays.

use super::peer;
use crate::app::{App, AppState};
use crate::refusal::Refusal;
use axum::Router;
use axum::extract::{FromRequestParts, MatchedPath, RawPathParams, Request, State};
use axum::http::request::Parts;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use gaip_contract::Endpoint;
use gaip_contract::endpoints::{
    AskForPasskey, AskToLogInByPasskey, CheckLoginId, ConfirmFinancial, ConfirmIdentity, LogIn, LogInByCertificate,
    LogInByFinancial, LogInByPasskey, LogInBySocial, LogInOperator, OpenInvitation, PatchFile, PostChallenge,
    PostEmailCode, PostFinancial, PostIdentity, PostInvitations, PostMyEmailCode, PostSocial, PutAnswer,
    RegisterCertificate, RegisterPasskey, RemovePasskey, ResendIdentity, ResendInvitation, SearchAddresses, StepUp,
};
use gaip_domain::portal::StepKind;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// Kinds of request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Whatever changes nothing.
    Read,
    /// Input and answers; a page saves while a person types, and an office shares an address.
    Save,
    /// Chunks of files.
    Upload,
    /// Passwords are guessed here; a lock on the account stands behind it.
    Login,
    /// Tells which login ids exist.
    LoginId,
    /// Costs calls of the address search.
    Address,
    /// Costs calls of the business registry, and tells which companies are members.
    Registry,
    /// Costs the arithmetic of signatures, and perhaps a list of revoked certificates.
    Certificate,
    /// Sends messages to telephones, which cost money and disturb.
    Message,
    /// Codes are guessed here, with a few tries each; pages ask again while an app waits for consent.
    Code,
}

/// Requests a minute in the long run, and at once after a pause, in the order of [`Kind`].
const QUOTAS: [(u32, u32); 10] =
    [(1200, 600), (1200, 600), (2400, 1200), (20, 20), (30, 20), (120, 60), (30, 20), (60, 40), (10, 10), (120, 60)];
/// Checks between two times at which callers who are long gone are forgotten.
const FORGET_EVERY: u32 = 4096;

struct Limits {
    by_kind: [DefaultKeyedRateLimiter<IpAddr>; 10],
    checks: AtomicU32,
}

impl Limits {
    /// Every quota `scale` times over.
    fn new(scale: u32) -> Self {
        let times = |count: u32| NonZeroU32::new(count.saturating_mul(scale)).unwrap_or(NonZeroU32::MIN);
        let limiter =
            |(a_minute, at_once)| RateLimiter::keyed(Quota::per_minute(times(a_minute)).allow_burst(times(at_once)));
        Self { by_kind: QUOTAS.map(limiter), checks: AtomicU32::new(0) }
    }

    /// Seconds to wait where it is too much.
    fn check(&self, kind: Kind, caller: IpAddr) -> Result<(), u32> {
        if self.checks.fetch_add(1, Ordering::Relaxed) % FORGET_EVERY == FORGET_EVERY - 1 {
            self.by_kind.iter().for_each(RateLimiter::retain_recent);
        }
        self.by_kind[kind as usize].check_key(&network(caller)).map_err(|not_until| {
            let wait = not_until.wait_time_from(DefaultClock::default().now()).as_secs() + 1;
            u32::try_from(wait).unwrap_or(u32::MAX)
        })
    }
}

/// One household has one IPv4 address, or 2^64 of IPv6.
fn network(caller: IpAddr) -> IpAddr {
    match caller.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
        v4 @ IpAddr::V4(_) => v4,
    }
}

/// Limits the requests of a caller.
pub fn layer(router: Router<App>, app: &App) -> Router<App> {
    let limits = Arc::new(Limits::new(app.config.limits));
    router.layer(from_fn_with_state((app.clone(), limits), guard))
}

async fn guard(State((app, limits)): State<(App, Arc<Limits>)>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let kind = kind(&mut parts, &app).await;
    match limits.check(kind, peer(&parts, &app)) {
        Ok(()) => next.run(Request::from_parts(parts, body)).await,
        Err(seconds) => Refusal::wait(seconds).into_response(),
    }
}

async fn kind(parts: &mut Parts, app: &AppState) -> Kind {
    if is::<PutAnswer>(parts) {
        return answered(parts, app).await.unwrap_or(Kind::Save);
    }
    let named = [
        (is::<LogIn>(parts) || is::<LogInByCertificate>(parts) || is::<LogInOperator>(parts), Kind::Login),
        (is::<LogInByFinancial>(parts) || is::<LogInByPasskey>(parts), Kind::Login),
        (is::<PostChallenge>(parts) || is::<AskToLogInByPasskey>(parts), Kind::Certificate),
        (is::<RegisterCertificate>(parts) || is::<StepUp>(parts) || is::<RegisterPasskey>(parts), Kind::Certificate),
        // Passwords can be tried there.
        (is::<AskForPasskey>(parts) || is::<RemovePasskey>(parts), Kind::Login),
        (
            is::<PostIdentity>(parts)
                || is::<ResendIdentity>(parts)
                || is::<PostEmailCode>(parts)
                || is::<PostMyEmailCode>(parts),
            Kind::Message,
        ),
        (is::<ConfirmIdentity>(parts) || is::<PostSocial>(parts) || is::<LogInBySocial>(parts), Kind::Code),
        // Each costs a call of the provider.
        (is_callback(parts), Kind::Code),
        (is::<PostFinancial>(parts), Kind::Message),
        (is::<ConfirmFinancial>(parts), Kind::Code),
        (is::<PostInvitations>(parts) || is::<ResendInvitation>(parts), Kind::Message),
        (is::<OpenInvitation>(parts), Kind::Code),
        (is::<CheckLoginId>(parts), Kind::LoginId),
        (is::<SearchAddresses>(parts), Kind::Address),
        (is::<PatchFile>(parts), Kind::Upload),
        (parts.method.is_safe(), Kind::Read),
    ];
    named.into_iter().find(|(is_so, _)| *is_so).map_or(Kind::Save, |(_, kind)| kind)
}

fn is<E: Endpoint>(parts: &Parts) -> bool {
    let path = parts.extensions.get::<MatchedPath>().map(MatchedPath::as_str);
    parts.method.as_str() == E::METHOD.as_str() && path == Some(E::PATH)
}

fn is_callback(parts: &Parts) -> bool {
    parts.extensions.get::<MatchedPath>().is_some_and(|path| path.as_str() == super::social::CALLBACK)
}

/// Answers of some steps cost more than being saved.
async fn answered(parts: &mut Parts, app: &AppState) -> Option<Kind> {
    let path = RawPathParams::from_request_parts(parts, &()).await.ok()?;
    let part = |wanted: &str| path.iter().find(|(name, _)| *name == wanted).map_or("", |(_, value)| value);
    let (_, journey) = app.portals.journey(part("portal"), part("journey"))?;
    match journey.step(part("step"))?.kind {
        StepKind::Company(_) => Some(Kind::Registry),
        StepKind::Certificate(_) => Some(Kind::Certificate),
        StepKind::Approval(_) => Some(Kind::Login),
        StepKind::EmailCode(_) | StepKind::Identity(_) => Some(Kind::Code),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caller(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn a_burst_passes_and_then_one_waits() {
        let limits = Limits::new(1);
        for _ in 0..20 {
            assert_eq!(limits.check(Kind::Login, caller("192.0.2.1")), Ok(()));
        }
        let wait = limits.check(Kind::Login, caller("192.0.2.1")).expect_err("the 21st is too much");
        assert!((1..=4).contains(&wait), "{wait}");
        assert_eq!(limits.check(Kind::Login, caller("192.0.2.2")), Ok(()));
        assert_eq!(limits.check(Kind::Save, caller("192.0.2.1")), Ok(()));
    }

    #[test]
    fn a_household_is_one_caller() {
        assert_eq!(network(caller("2001:db8:1:2:3:4:5:6")), network(caller("2001:db8:1:2:ffff::1")));
        assert_ne!(network(caller("2001:db8:1:2::1")), network(caller("2001:db8:1:3::1")));
        assert_eq!(network(caller("::ffff:192.0.2.1")), caller("192.0.2.1"));
    }
}
