//! Passkeys: registered by a member who is logged in, and a way to log in from then on (decision 0023).

use super::certificates::{By, Failed, log_in};
use super::themselves::{by_password, fresh};
use super::{Login, audit};
use crate::app::AppState;
use crate::certificates::{CHALLENGE_LIFE, bound, take};
use crate::clock::iso;
use crate::random;
use crate::refusal::{Outcome, Refusal};
use crate::store::{AddedPasskey, Bond, ChallengeRecord, Event, MemberRecord, PasskeyRecord, SessionRecord};
use crate::webauthn::{self, ALGORITHMS, PUBLIC_KEY, Party, PublicKey, Untrue};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{
    NewPasskey, PASSKEY_NAME, PASSKEYS, PasskeyAlgorithm, PasskeyCreation, PasskeyDescriptor, PasskeyLogin,
    PasskeyParty, PasskeyRequest, PasskeySelection, PasskeyUser, PasskeyView, Role, Themselves,
};
use gaip_domain::portal::Portal;
use gaip_domain::text::tidy;
use gaip_domain::value::Invalid;
use std::net::IpAddr;

/// Finger, face or PIN is asked for, and the passkey is found without a login id.
const REQUIRED: &str = "required";

/// The passkeys of a member, newest first.
pub async fn list(app: &AppState, login: &Login) -> Outcome<Vec<PasskeyView>> {
    let view = |record: PasskeyRecord| PasskeyView {
        id: record.id,
        name: record.name,
        made_at: iso(record.made_at),
        used_at: record.used_at.map(iso),
    };
    Ok(app.store.passkeys_of_member(&login.member.id).await?.into_iter().map(view).collect())
}

/// Begins to register a passkey of a member.
pub async fn ask(
    app: &AppState,
    login: &Login,
    peer: IpAddr,
    body: &Themselves,
    party: &Party,
) -> Outcome<PasskeyCreation> {
    let portal = offering(app, &login.member.portal)?;
    themselves(app, login, peer, body).await?;
    let known = app.store.passkeys_of_member(&login.member.id).await?;
    if known.len() >= PASSKEYS {
        return Err(ProblemCode::PasskeysFull.into());
    }
    let handle = app.store.passkey_handle(&login.member.id, &random::token(&*app.random)).await?;
    let challenge = challenge(app, &login.session, &login.member.portal, bound::passkey(&login.member.id)).await?;
    let service = portal.name.ko.clone();
    // Nobody knows the login id that was made for who comes by an account.
    let has_id = login.member.role != Role::Social;
    let name = if has_id { format!("{} ({service})", login.member.login_id) } else { service.clone() };
    let parameter = |alg: &i32| PasskeyAlgorithm { kind: PUBLIC_KEY.to_owned(), alg: *alg };
    let excluded = |record: PasskeyRecord| PasskeyDescriptor { kind: PUBLIC_KEY.to_owned(), id: record.credential };
    Ok(PasskeyCreation {
        rp: PasskeyParty { id: party.id.clone(), name: service.clone() },
        user: PasskeyUser { id: handle, name, display_name: service },
        challenge,
        parameters: ALGORITHMS.iter().map(parameter).collect(),
        timeout: timeout(),
        exclude: known.into_iter().map(excluded).collect(),
        selection: PasskeySelection {
            resident_key: REQUIRED.to_owned(),
            require_resident_key: true,
            user_verification: REQUIRED.to_owned(),
        },
        attestation: "none".to_owned(),
    })
}

/// Registers what the browser made.
pub async fn register(app: &AppState, login: &Login, body: &NewPasskey, party: &Party) -> Outcome<Vec<PasskeyView>> {
    offering(app, &login.member.portal)?;
    let name = named(&body.name)?;
    let refused = |Untrue| Refusal::from(ProblemCode::PasskeyRefused);
    let challenge = webauthn::challenge(&body.credential.response.client_data).map_err(refused)?;
    take(app, &challenge, &bond(&login.session, &login.member.portal, bound::passkey(&login.member.id))).await?;
    let made = webauthn::made(&body.credential, party).map_err(refused)?;
    let new = PasskeyRecord {
        id: random::id(&*app.random),
        member: login.member.id.clone(),
        credential: made.id,
        key: made.key.to_text(),
        count: made.count,
        copied: made.copied,
        name,
        made_at: app.clock.now(),
        used_at: None,
    };
    match app.store.add_passkey(&new, PASSKEYS, &audit(app, login, Event::PasskeyRegistered)).await? {
        AddedPasskey::Done => list(app, login).await,
        AddedPasskey::Full => Err(ProblemCode::PasskeysFull.into()),
        AddedPasskey::Known => Err(ProblemCode::PasskeyRegistered.into()),
    }
}

/// Removes a passkey: nobody logs in by it any more.
pub async fn remove(
    app: &AppState,
    login: &Login,
    peer: IpAddr,
    id: &str,
    body: &Themselves,
) -> Outcome<Vec<PasskeyView>> {
    themselves(app, login, peer, body).await?;
    let audit = audit(app, login, Event::PasskeyRemoved);
    let done = app.store.remove_passkey(&login.member.id, id, &audit).await?;
    if done { list(app, login).await } else { Err(ProblemCode::NotFound.into()) }
}

/// Begins to log somebody in. Nothing of it depends on who asks.
pub async fn ask_login(app: &AppState, session: &str, portal: &str, party: &Party) -> Outcome<PasskeyRequest> {
    offering(app, portal)?;
    Ok(PasskeyRequest {
        challenge: challenge(app, session, portal, bound::PASSKEY_LOGIN.to_owned()).await?,
        timeout: timeout(),
        party: party.id.clone(),
        user_verification: REQUIRED.to_owned(),
    })
}

/// Logs the member in whose passkey was used: the session gets a new token, which is returned with the login.
pub async fn log_in_by_passkey(
    app: &AppState,
    session: &SessionRecord,
    peer: IpAddr,
    body: &PasskeyLogin,
    party: &Party,
) -> Outcome<(Login, String)> {
    offering(app, &body.portal)?;
    let by = By {
        portal: &body.portal,
        peer,
        event: Event::LoggedInByPasskey,
        failed: Event::PasskeyLoginFailed,
        login_type: None,
    };
    log_in(app, session, by, whose(app, session, body, party)).await
}

/// The member of a passkey. Whatever is wrong is told in the same words.
async fn whose(
    app: &AppState,
    session: &SessionRecord,
    body: &PasskeyLogin,
    party: &Party,
) -> Result<MemberRecord, Failed> {
    let failed = |Untrue| ProblemCode::PasskeyFailed;
    let challenge = webauthn::challenge(&body.credential.response.client_data).map_err(failed)?;
    take(app, &challenge, &bond(&session.id, &body.portal, bound::PASSKEY_LOGIN.to_owned())).await?;
    let used = webauthn::used(&body.credential, party).map_err(failed)?;
    let known = app.store.passkey(&used.id, &used.user).await?.ok_or(ProblemCode::PasskeyFailed)?;
    let of_member = || Failed { refusal: ProblemCode::PasskeyFailed.into(), member: Some(known.member.clone()) };
    let key = PublicKey::from_text(&known.key).map_err(|Untrue| ProblemCode::Internal)?;
    used.verify(&key).map_err(|Untrue| of_member())?;
    // A passkey that becomes another kind, or counts backwards, was copied by somebody.
    if used.copied != known.copied || !app.store.use_passkey(&known.id, used.count, app.clock.now()).await? {
        return Err(of_member());
    }
    let member = app.store.member(&known.member).await?;
    member.filter(|member| member.portal == body.portal).ok_or_else(of_member)
}

/// The portal, if its members may have passkeys.
fn offering<'a>(app: &'a AppState, portal: &str) -> Outcome<&'a Portal> {
    let served = app.portals.get(portal).filter(|served| served.portal.passkeys);
    Ok(&served.ok_or(ProblemCode::NotFound)?.portal)
}

/// A login of the last minutes is enough, else the password shows who it is.
async fn themselves(app: &AppState, login: &Login, peer: IpAddr, body: &Themselves) -> Outcome<()> {
    if fresh(app, login) {
        return Ok(());
    }
    let typed = body.password.as_deref().filter(|typed| !typed.is_empty());
    let shown = typed.is_some() && by_password(app, login, peer, typed).await?;
    if shown { Ok(()) } else { Err(ProblemCode::LoginAgain.into()) }
}

fn named(typed: &str) -> Outcome<String> {
    let name = tidy(typed);
    let length = u32::try_from(name.chars().count()).unwrap_or(u32::MAX);
    let error = match length {
        0 => Invalid::Missing,
        1..=PASSKEY_NAME => return Ok(name),
        _ => Invalid::TooLong(PASSKEY_NAME),
    };
    Err(Refusal::field("name", error))
}

/// A challenge of a session, in the place where those of certificates are.
async fn challenge(app: &AppState, session: &str, portal: &str, to: String) -> Outcome<String> {
    let challenge = ChallengeRecord {
        id: random::token(&*app.random),
        bond: bond(session, portal, to),
        content: String::new(),
        secret: String::new(),
        made_at: app.clock.now(),
    };
    app.store.create_challenge(&challenge).await?;
    Ok(challenge.id)
}

fn bond(session: &str, portal: &str, to: String) -> Bond {
    Bond { session: session.to_owned(), portal: portal.to_owned(), to }
}

fn timeout() -> u32 {
    u32::try_from(CHALLENGE_LIFE).unwrap_or_default()
}
