//! The way of old members from the login page (manual row T69).

use crate::api::Failure;
use crate::i18n::{fill, local, old_member_words};
use crate::routes;
use crate::ui::button::{ButtonKind, LinkButton};
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
        view! {
            <section class="login-join" aria-labelledby="login-old-member">
                <h2 class="login-join__title" id="login-old-member">{old_member_words().question}</h2>
                <p>{local(&journey.intro)}</p>
                <div class="row">
                    <LinkButton kind=ButtonKind::Secondary href=routes::signup(&portal.id, &journey.id)>
                        {local(&journey.title)}
                    </LinkButton>
                </div>
            </section>
        }
    })
}

/// What everybody is told whose login id and password do not belong together: it depends on the portal alone.
pub fn after_failure(portal: &'static Portal, failure: &Failure) -> Option<String> {
    let journey = portal.of_purpose(Purpose::OldMember)?;
    let failed = failure.code() == Some(ProblemCode::LoginFailed);
    failed.then(|| fill(old_member_words().login_failed, local(&journey.title)))
}
