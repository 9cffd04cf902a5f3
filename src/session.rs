//! Who is signed in, and until when.
//!
//! The backend decides; the page counts the seconds that it was told. It asks again before it warns, at the end, and
//! whenever a person comes back to this tab, because another tab may have extended or ended the login.

use crate::api::{self, Failure, Reply};
use gaip_contract::bodies::{CompanyBrief, Empty, MemberBrief, OperatorBrief, SessionView};
use gaip_contract::endpoints::{ExtendSession, GetSession, LogOut};
use gaip_contract::{Endpoint, ProblemCode};
use gaip_domain::permission::LoginType;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

const SECOND: f64 = 1000.0;

/// How a login ended that this tab did not end itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It was not used for too long.
    Expired,
    /// Another tab logged out.
    Elsewhere,
}

/// The session, in the context of every page.
#[derive(Clone, Copy)]
pub struct Session {
    /// What the backend said last; `None` until it answers.
    pub view: RwSignal<Option<SessionView>>,
    /// Seconds until the login ends; `None` when nobody is logged in.
    pub left: RwSignal<Option<u32>>,
    /// The login ended behind the person's back, and they have not seen it yet.
    pub ended: RwSignal<Option<Ended>>,
    /// When the login ends, in milliseconds of this computer's clock.
    ends_at: RwSignal<Option<f64>>,
    asking: StoredValue<bool>,
}

impl Session {
    /// A session that is not known yet. It counts, and asks again when it matters.
    pub fn new() -> Self {
        let session = Self::fixed(None);
        session.count();
        session.ask_when_back();
        session
    }

    /// A session that stands still, for pages that are shown without a backend.
    pub fn fixed(view: Option<SessionView>) -> Self {
        let left = view.as_ref().and_then(|view| view.expires_in);
        Self {
            view: RwSignal::new(view),
            left: RwSignal::new(left),
            ended: RwSignal::new(None),
            ends_at: RwSignal::new(None),
            asking: StoredValue::new(false),
        }
    }

    /// Asks the backend.
    pub fn refresh(self) {
        if self.asking.get_value() {
            return;
        }
        self.asking.set_value(true);
        spawn_local(async move {
            let reply: Reply<GetSession> = api::send::<GetSession>(&[], &Empty {}).await;
            let over = self.left.get_untracked() == Some(0);
            match reply {
                Ok(view) => self.apply(view),
                // Out of reach, and the time is up: whoever sits here now must not be taken for the member.
                Err(_) if over => self.forget(Ended::Expired),
                Err(_) => {}
            }
            self.asking.set_value(false);
        });
    }

    /// Takes over what the backend said.
    pub fn apply(self, view: SessionView) {
        let somebody = |view: &SessionView| view.member.is_some() || view.operator.is_some() || view.company.is_some();
        let was_somebody = self.view.with_untracked(|view| view.as_ref().is_some_and(somebody));
        match (was_somebody, somebody(&view)) {
            (true, false) => {
                let over = self.left.get_untracked().is_none_or(|left| left == 0);
                self.ended.set(Some(if over { Ended::Expired } else { Ended::Elsewhere }));
            }
            (_, true) => self.ended.set(None),
            _ => {}
        }
        self.left.set(view.expires_in);
        self.ends_at.set(view.expires_in.map(|seconds| js_sys::Date::now() + f64::from(seconds) * SECOND));
        // What hangs on the member is not built again because the time has changed.
        let same = |old: &SessionView| {
            SessionView { expires_in: view.expires_in, stepped_up: view.stepped_up, ..old.clone() } == view
        };
        if !self.view.with_untracked(|old| old.as_ref().is_some_and(same)) {
            self.view.set(Some(view));
        }
    }

    /// Extends the login by its full idle time.
    pub async fn extend(self) -> Result<(), Failure> {
        self.act::<ExtendSession>().await
    }

    /// Logs out. The drafts of sign-ups stay.
    pub async fn log_out(self) -> Result<(), Failure> {
        self.act::<LogOut>().await?;
        self.ended.set(None);
        Ok(())
    }

    async fn act<E>(self) -> Result<(), Failure>
    where
        E: Endpoint<Request = Empty, Answer = SessionView>,
    {
        match api::send::<E>(&[], &Empty {}).await {
            Ok(view) => {
                self.apply(view);
                Ok(())
            }
            Err(failure) => {
                if failure.code() == Some(ProblemCode::LoginRequired) {
                    self.forget(Ended::Expired);
                }
                Err(failure)
            }
        }
    }

    /// The login is over, whatever the backend would say.
    fn forget(self, ended: Ended) {
        self.ends_at.set(None);
        self.left.set(None);
        self.view.update(|view| {
            if let Some(view) = view {
                (view.member, view.operator, view.company, view.expires_in) = (None, None, None, None);
            }
        });
        self.ended.set(Some(ended));
    }

    /// The member who is logged in at this portal.
    pub fn member(self, portal: &str) -> Option<MemberBrief> {
        self.view.with(|view| view.as_ref()?.member.clone()).filter(|member| member.portal == portal)
    }

    /// The operator who is logged in at this portal.
    pub fn operator(self, portal: &str) -> Option<OperatorBrief> {
        self.view.with(|view| view.as_ref()?.operator.clone()).filter(|operator| operator.portal == portal)
    }

    /// The company that is logged in as itself at this portal.
    pub fn company(self, portal: &str) -> Option<CompanyBrief> {
        self.view.with(|view| view.as_ref()?.company.clone()).filter(|company| company.portal == portal)
    }

    /// Whether a member or a company is logged in at this portal.
    pub fn is_in(self, portal: &str) -> bool {
        self.member(portal).is_some() || self.company(portal).is_some()
    }

    /// As what the member came, at portals that tell their accounts apart.
    pub fn login_type(self) -> Option<LoginType> {
        self.view.with_untracked(|view| view.as_ref()?.login_type)
    }

    /// Whether outside services are simulated.
    pub fn sandbox(self) -> bool {
        self.view.with(|view| view.as_ref().is_some_and(|view| view.sandbox))
    }

    /// Whether it is time to warn that the login ends.
    pub fn ends_soon(self) -> bool {
        self.left.get().is_some_and(|left| left <= self.warn_before())
    }

    fn warn_before(self) -> u32 {
        self.view.with_untracked(|view| view.as_ref().map_or(0, |view| view.warn_before))
    }

    fn count(self) {
        Effect::new(move || {
            let Some(ends_at) = self.ends_at.get() else { return };
            if let Ok(ticks) = set_interval_with_handle(move || self.tick(ends_at), Duration::from_secs(1)) {
                on_cleanup(move || ticks.clear());
            }
        });
    }

    fn tick(self, ends_at: f64) {
        let left = seconds_until(ends_at, js_sys::Date::now());
        let warn = self.warn_before();
        let calm = self.left.get_untracked().is_none_or(|before| before > warn);
        if left == 0 || (calm && left <= warn) {
            self.refresh();
        }
        self.left.set(Some(left));
    }

    fn ask_when_back(self) {
        Effect::new(move || {
            let ask = move || {
                if !document().hidden() && self.view.with_untracked(Option::is_some) {
                    self.refresh();
                }
            };
            let seen = window_event_listener_untyped("visibilitychange", move |_| ask());
            let focus = window_event_listener(ev::focus, move |_| ask());
            on_cleanup(move || {
                seen.remove();
                focus.remove();
            });
        });
    }
}

/// Whole seconds between two times in milliseconds, rounded up; 0 once it is past.
fn seconds_until(end: f64, now: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is clamped to what a u32 holds")]
    let seconds = ((end - now) / SECOND).ceil().clamp(0.0, f64::from(u32::MAX)) as u32;
    seconds
}

impl Default for Session {
    fn default() -> Self {
        Self::fixed(None)
    }
}

/// The session of the page.
pub fn use_session() -> Session {
    use_context().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_second_counts_until_it_is_over() {
        assert_eq!(seconds_until(10_000.0, 8_999.0), 2);
        assert_eq!(seconds_until(10_000.0, 9_999.0), 1);
        assert_eq!(seconds_until(10_000.0, 10_000.0), 0);
        assert_eq!(seconds_until(10_000.0, 99_000.0), 0);
    }

    #[test]
    fn only_a_member_of_this_portal_is_a_member_here() {
        let member = MemberBrief {
            portal: "daejeon".to_owned(),
            login_id: "hong1".to_owned(),
            company: "가나상사".to_owned(),
            role: gaip_contract::bodies::Role::Contact,
            linked_by: None,
            provisional: true,
        };
        let view = SessionView {
            member: Some(member),
            operator: None,
            company: None,
            expires_in: Some(100),
            warn_before: 180,
            sandbox: false,
            stepped_up: None,
            login_type: None,
        };
        Owner::new().with(|| {
            let session = Session::fixed(Some(view));
            assert!(session.member("daejeon").is_some() && session.member("kotra").is_none());
            assert!(session.ends_soon());
        });
    }
}
