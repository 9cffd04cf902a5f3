//! Who is signed in.

use crate::api::{self, Reply};
use gaip_contract::bodies::{Empty, MemberBrief, SessionView};
use gaip_contract::endpoints::GetSession;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The session, in the context of every page.
#[derive(Clone, Copy)]
pub struct Session {
    /// What the backend said last; `None` until it answers.
    pub view: RwSignal<Option<SessionView>>,
}

impl Session {
    /// A session that is not known yet.
    pub fn new() -> Self {
        Self { view: RwSignal::new(None) }
    }

    /// Asks the backend.
    pub fn refresh(self) {
        spawn_local(async move {
            let reply: Reply<GetSession> = api::send::<GetSession>(&[], &Empty {}).await;
            if let Ok(view) = reply {
                self.view.set(Some(view));
            }
        });
    }

    /// The member who is logged in at this portal.
    pub fn member(self, portal: &str) -> Option<MemberBrief> {
        self.view.with(|view| view.as_ref()?.member.clone()).filter(|member| member.portal == portal)
    }

    /// Whether outside services are simulated.
    pub fn sandbox(self) -> bool {
        self.view.with(|view| view.as_ref().is_some_and(|view| view.sandbox))
    }
}

impl Default for Session {
    fn default() -> Self {
        Self::new()
    }
}

/// The session of the page.
pub fn use_session() -> Session {
    use_context().unwrap_or_default()
}
