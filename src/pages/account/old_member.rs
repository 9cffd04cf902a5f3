//! The way of old members from the login page (manual row T69).

use super::further::OtherWay;
use crate::api::Failure;
use crate::i18n::{fill, local, old_member_words};
use gaip_contract::ProblemCode;
use gaip_domain::portal::{Portal, Purpose};
use leptos::prelude::*;

/// Where an account of before is taken over.
#[component]
pub fn OldMemberLink(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    portal.of_purpose(Purpose::OldMember).map(|journey| {
        let (title, text) = (old_member_words().question.to_owned(), local(&journey.intro));
        view! { <OtherWay portal journey class="login-join" id="login-old-member" title text/> }
    })
}

/// What everybody is told whose login id and password do not belong together: it depends on the portal alone.
pub fn after_failure(portal: &'static Portal, failure: &Failure) -> Option<String> {
    let journey = portal.of_purpose(Purpose::OldMember)?;
    let failed = failure.code() == Some(ProblemCode::LoginFailed);
    failed.then(|| fill(old_member_words().login_failed, local(&journey.title)))
}
