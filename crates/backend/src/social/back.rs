//! Back from a provider's page.

use crate::account;
use crate::app::AppState;
use crate::clock::SECOND;
use crate::http::session::hash;
use crate::providers::social::{Fault, Returned, Shown};
use crate::random;
use crate::refusal::Outcome;
use crate::store::{SessionRecord, ShownAccount, SocialFlow};
use gaip_contract::bodies::SocialOutcome;
use gaip_domain::portal::SocialProvider;

/// What the provider put into the address.
#[derive(Clone, Copy)]
pub struct Came<'a> {
    /// Leads to what the browser began.
    pub state: &'a str,
    /// The code; none where something went wrong.
    pub code: Option<&'a str>,
    /// What went wrong.
    pub error: Option<&'a str>,
    /// Who the provider says to be, where it does.
    pub issuer: Option<&'a str>,
}

/// Where the browser goes on, and the token of a login that began.
pub struct Back {
    /// A path of the application.
    pub location: String,
    /// The session's new token.
    pub token: Option<String>,
}

/// Takes what a browser came back with. Whatever is wrong leads back to the page that it came from, with a word that says so.
pub async fn come_back(
    app: &AppState,
    session: Option<&SessionRecord>,
    provider: SocialProvider,
    came: Came<'_>,
) -> Outcome<Back> {
    // A state that leads nowhere: there is no page to go back to.
    let Some(flow) = app.store.take_social(&hash(came.state)).await? else {
        return Ok(Back { location: "/".to_owned(), token: None });
    };
    let own = session.filter(|session| session.id == flow.session);
    let (Some(session), true) = (own, flow.provider == provider && app.clock.now() < flow.expires_at) else {
        return Ok(back(&flow, SocialOutcome::Expired));
    };
    let shown = match show(app, &flow, came).await {
        Ok(shown) => shown,
        Err(outcome) => return Ok(back(&flow, outcome)),
    };
    let person = app.people.account(provider.as_str(), &shown.subject);
    let member = app.store.member_of_person(&flow.portal, &person).await?;
    let Some((draft, step)) = &flow.step else {
        let member = match member {
            Some(id) => app.store.member(&id).await?,
            None => None,
        };
        let Some(member) = member else { return Ok(back(&flow, SocialOutcome::Unknown)) };
        let (_, token) = account::log_in_by_account(app, session, member).await?;
        return Ok(Back { location: flow.back, token: Some(token) });
    };
    if member.is_some() {
        return Ok(back(&flow, SocialOutcome::Member));
    }
    let proof = random::id(&*app.random);
    let shown = ShownAccount { proof, account: shown.account, person, at: app.clock.now() };
    // A sign-up that was given up or submitted meanwhile takes nothing any more.
    if !app.store.drafts_of_session(&session.id).await?.contains(draft) {
        return Ok(back(&flow, SocialOutcome::Expired));
    }
    app.store.keep_social(draft, step, &shown).await?;
    Ok(back(&flow, SocialOutcome::Done))
}

async fn show(app: &AppState, flow: &SocialFlow, came: Came<'_>) -> Result<Shown, SocialOutcome> {
    let code = match (came.code, came.error) {
        (_, Some("access_denied")) => return Err(SocialOutcome::Cancelled),
        (Some(code), None) if came.issuer.is_none_or(|issuer| app.social.is_issuer(flow.provider, issuer)) => code,
        _ => return Err(SocialOutcome::Unavailable),
    };
    let returned = Returned {
        provider: flow.provider,
        code,
        state: came.state,
        nonce: &flow.nonce,
        verifier: &flow.verifier,
        redirect: &flow.redirect,
        now: app.clock.now() / SECOND,
    };
    app.social.account(returned).await.map_err(|fault| match fault {
        Fault::Unavailable => SocialOutcome::Unavailable,
        Fault::UnderAge => SocialOutcome::UnderAge,
    })
}

fn back(flow: &SocialFlow, outcome: SocialOutcome) -> Back {
    let mark = if flow.back.contains('?') { '&' } else { '?' };
    Back { location: format!("{}{mark}social={}", flow.back, outcome.as_str()), token: None }
}
