//! People and companies that do not exist, for stories: the Daejeon portal and one who joined it.

use crate::wizard::answering::Answering;
use crate::wizard::draft::Draft;
use gaip_contract::bodies::{DraftView, MemberView};
use gaip_domain::portal::{Journey, Portal};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// The Daejeon portal, as it is served.
///
/// # Panics
/// If `portal.json` is none, which `cargo xtask check` tells better.
pub fn portal() -> &'static Portal {
    static PORTAL: OnceLock<Portal> = OnceLock::new();
    PORTAL.get_or_init(|| {
        let json = include_str!("../../public/portals/daejeon/portal.json");
        serde_json::from_str(json).expect("the portals of the project are checked")
    })
}

/// Its first journey.
///
/// # Panics
/// If it has none, which `cargo xtask check` refuses.
pub fn journey() -> &'static Journey {
    portal().journeys.first().expect("a portal has a journey")
}

/// A member who answered every step.
///
/// # Panics
/// If `sample.json` is no member's page.
pub fn member(provisional: bool) -> MemberView {
    let mut view: MemberView =
        serde_json::from_str(include_str!("sample.json")).expect("the sample is written beside this file");
    view.member.provisional = provisional;
    view
}

/// The sign-up of that member when it had come as far as a step: every step before it is answered.
pub fn draft(step: &str) -> Draft {
    let MemberView { mut facts, files, .. } = member(true);
    let earlier: Vec<&str> = journey().steps.iter().map(|s| s.id.as_str()).take_while(|id| *id != step).collect();
    facts.answers.retain(|id, _| earlier.contains(&id.as_str()));
    facts.submitted = false;
    let view = DraftView {
        facts,
        inputs: BTreeMap::new(),
        files,
        checked_login_id: None,
        today: "2026-03-02".to_owned(),
        kept_days: 7,
        completion: None,
    };
    Draft::new(portal(), journey(), view)
}

/// A step of that sign-up, about to be answered.
///
/// # Panics
/// If the journey has no such step.
pub fn answering(step: &str) -> Answering {
    let found = journey().step(step).expect("stories name steps of the portal");
    Answering::new(draft(step), found, false, Arc::new(|_| {}))
}
