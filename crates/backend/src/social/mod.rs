//! Accounts at providers such as Kakao: the way to the provider's page and back, for a step of a sign-up and for a login.
//!
//! A way is bound to the session and ends after ten minutes. Its state counts once; the verifier and the nonce never
//! leave the backend but as a hash and inside the provider's token.

mod back;

pub use back::{Back, Came, come_back};

use crate::app::AppState;
use crate::clock::{MINUTE, Millis};
use crate::http::session::hash;
use crate::providers::social::Start;
use crate::random;
use crate::refusal::{Outcome, Refusal};
use crate::signup::{Caller, Place, open_draft};
use crate::store::SocialFlow;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use gaip_contract::ProblemCode;
use gaip_domain::facts::FieldProblem;
use gaip_domain::journey;
use gaip_domain::portal::{Portal, SocialProvider, StepKind};
use gaip_domain::value::Invalid;
use sha2::{Digest, Sha256};

/// How long one may stay at the provider's page.
const LIFE: Millis = 10 * MINUTE;

/// What a way is for.
struct Way<'a> {
    session: &'a str,
    portal: &'a str,
    provider: SocialProvider,
    /// The page to come back to.
    back: String,
    step: Option<(String, String)>,
}

/// Begins to show an account for a step of a sign-up.
pub async fn begin_sign_up(
    app: &AppState,
    caller: &Caller,
    place: Place<'_>,
    step: &str,
    provider: SocialProvider,
    origin: &str,
) -> Outcome<String> {
    let (_, journey) = place.find(app)?;
    let StepKind::Social(settings) = &journey.step(step).ok_or(ProblemCode::NotFound)?.kind else {
        return Err(ProblemCode::NotFound.into());
    };
    let draft = open_draft(app, caller, place).await?;
    if !journey::admits(journey, &draft.facts(), step) {
        return Err(ProblemCode::StepClosed.into());
    }
    if !settings.providers.contains(&provider) {
        let problem = FieldProblem { field: "provider".to_owned(), error: Invalid::UnknownChoice };
        return Err(Refusal::invalid(vec![problem]));
    }
    let back = format!("/{}/signup/{}/{step}", place.portal, place.journey);
    let way =
        Way { session: &caller.session, portal: place.portal, provider, back, step: Some((draft.id, step.to_owned())) };
    begin(app, way, origin).await
}

/// Begins to log somebody in.
pub async fn begin_login(
    app: &AppState,
    session: &str,
    portal: &str,
    provider: SocialProvider,
    next: Option<&str>,
    origin: &str,
) -> Outcome<String> {
    let served = app.portals.get(portal).ok_or(ProblemCode::NotFound)?;
    if !offered(&served.portal).contains(&provider) {
        return Err(ProblemCode::NotFound.into());
    }
    // Where it leads is judged by the login page; only a path of ids is carried there.
    let plain = |path: &&str| path.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_/".contains(&b));
    let back = match next.filter(plain) {
        Some(next) => format!("/{portal}/login?next={next}"),
        None => format!("/{portal}/login"),
    };
    begin(app, Way { session, portal, provider, back, step: None }, origin).await
}

/// The providers by which people join a portal.
pub fn offered(portal: &Portal) -> Vec<SocialProvider> {
    let steps = portal.journeys.iter().flat_map(|journey| &journey.steps);
    let settings =
        steps.filter_map(|step| if let StepKind::Social(settings) = &step.kind { Some(settings) } else { None });
    settings.flat_map(|settings| settings.providers.iter().copied()).collect()
}

async fn begin(app: &AppState, way: Way<'_>, origin: &str) -> Outcome<String> {
    let [state, verifier, nonce] = [(); 3].map(|()| random::token(&*app.random));
    let flow = SocialFlow {
        state: hash(&state),
        session: way.session.to_owned(),
        portal: way.portal.to_owned(),
        provider: way.provider,
        // Each provider has an address of its own to come back to: no answer of one is taken for another's.
        redirect: format!("{origin}/api/social/{}/callback", way.provider.as_str()),
        back: way.back,
        step: way.step,
        expires_at: app.clock.now() + LIFE,
        verifier,
        nonce,
    };
    let start = Start {
        provider: flow.provider,
        state: &state,
        nonce: &flow.nonce,
        challenge: &URL_SAFE_NO_PAD.encode(Sha256::digest(flow.verifier.as_bytes())),
        redirect: &flow.redirect,
    };
    let page = app.social.page(start).ok_or(ProblemCode::SocialUnavailable)?;
    app.store.begin_social(&flow).await?;
    Ok(page)
}

/// Forgets who never came back.
pub async fn sweep(app: &AppState) -> Outcome<()> {
    app.store.delete_social_flows(app.clock.now()).await?;
    Ok(())
}
