//! Passkeys. The browser makes them and uses them as it does elsewhere; of what it gives only the number is looked at. No
//! signature and no challenge is verified: this is a demonstration, and it guards nothing. Where the browser has no
//! passkeys at this address, the application says so itself.

use super::account::session;
use super::clock::{MINUTE, iso};
use super::portals;
use super::refusal::{Outcome, Refusal};
use super::state::{Demo, Member, Who, mark};
use super::table::Ask;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{
    AskPasskeyLogin, AuditEvent, Empty, NewPasskey, PASSKEY_NAME, PASSKEYS, PasskeyAlgorithm, PasskeyCreation,
    PasskeyDescriptor, PasskeyLogin, PasskeyParty, PasskeyRequest, PasskeySelection, PasskeyUser, PasskeyView, Role,
    SessionView, Themselves,
};
use gaip_domain::portal::Portal;
use gaip_domain::text::tidy;
use gaip_domain::value::Invalid;
use leptos::prelude::window;
use serde::{Deserialize, Serialize};

/// What is asked of the device, and the kind of key.
const REQUIRED: &str = "required";
const PUBLIC_KEY: &str = "public-key";
/// ES256, RS256.
const ALGORITHMS: [i32; 2] = [-7, -257];

/// A passkey.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Passkey {
    id: String,
    /// The number that the device gave.
    credential: String,
    name: String,
    made_at: i64,
    used_at: Option<i64>,
}

/// The member's passkeys, newest first.
pub fn list(demo: &mut Demo, _: &Ask, _: Empty) -> Outcome<Vec<PasskeyView>> {
    let view = |passkey: &Passkey| PasskeyView {
        id: passkey.id.clone(),
        name: passkey.name.clone(),
        made_at: iso(passkey.made_at),
        used_at: passkey.used_at.map(iso),
    };
    Ok(demo.me()?.account.passkeys.iter().map(view).collect())
}

/// Begins to register one.
pub fn ask(demo: &mut Demo, _: &Ask, body: Themselves) -> Outcome<PasskeyCreation> {
    let portal = offering(&demo.me()?.portal)?;
    themselves(demo, &body)?;
    let challenge = challenge(demo);
    let me = demo.me()?;
    if me.account.passkeys.len() >= PASSKEYS {
        return Err(ProblemCode::PasskeysFull.into());
    }
    let service = portal.name.ko.clone();
    let has_id = me.role != Role::Social;
    let name = if has_id { format!("{} ({service})", me.login_id) } else { service.clone() };
    let excluded =
        |passkey: &Passkey| PasskeyDescriptor { kind: PUBLIC_KEY.to_owned(), id: passkey.credential.clone() };
    Ok(PasskeyCreation {
        rp: PasskeyParty { id: host(), name: service.clone() },
        user: PasskeyUser { id: number(&me.id), name, display_name: service },
        challenge,
        parameters: ALGORITHMS.map(|alg| PasskeyAlgorithm { kind: PUBLIC_KEY.to_owned(), alg }).into(),
        timeout: timeout(),
        exclude: me.account.passkeys.iter().map(excluded).collect(),
        selection: PasskeySelection {
            resident_key: REQUIRED.to_owned(),
            require_resident_key: true,
            user_verification: REQUIRED.to_owned(),
        },
        attestation: "none".to_owned(),
    })
}

/// Registers what the browser made.
pub fn register(demo: &mut Demo, ask: &Ask, body: NewPasskey) -> Outcome<Vec<PasskeyView>> {
    offering(&demo.me()?.portal)?;
    let name = named(&body.name)?;
    let credential = body.credential.id;
    let mut known = demo.members.iter().flat_map(|member| &member.account.passkeys);
    if known.any(|passkey| passkey.credential == credential) {
        return Err(ProblemCode::PasskeyRegistered.into());
    }
    let (id, made_at) = (demo.id(), demo.now);
    let passkeys = &mut demo.me_mut()?.account.passkeys;
    if passkeys.len() >= PASSKEYS {
        return Err(ProblemCode::PasskeysFull.into());
    }
    passkeys.insert(0, Passkey { id, credential, name, made_at, used_at: None });
    demo.did(AuditEvent::PasskeyRegistered);
    list(demo, ask, Empty {})
}

/// Removes one.
pub fn remove(demo: &mut Demo, ask: &Ask, body: Themselves) -> Outcome<Vec<PasskeyView>> {
    themselves(demo, &body)?;
    let passkeys = &mut demo.me_mut()?.account.passkeys;
    let at = passkeys.iter().position(|passkey| passkey.id == ask.part(0)).ok_or(ProblemCode::NotFound)?;
    passkeys.remove(at);
    demo.did(AuditEvent::PasskeyRemoved);
    list(demo, ask, Empty {})
}

/// Begins to log somebody in.
pub fn ask_login(demo: &mut Demo, _: &Ask, body: AskPasskeyLogin) -> Outcome<PasskeyRequest> {
    offering(&body.portal)?;
    Ok(PasskeyRequest {
        challenge: challenge(demo),
        timeout: timeout(),
        party: host(),
        user_verification: REQUIRED.to_owned(),
    })
}

/// Logs in whose passkey has the number.
pub fn log_in(demo: &mut Demo, ask: &Ask, body: PasskeyLogin) -> Outcome<SessionView> {
    offering(&body.portal)?;
    let now = demo.now;
    let of = |member: &mut Member| -> Option<String> {
        let mut passkeys = member.account.passkeys.iter_mut();
        passkeys.find(|passkey| passkey.credential == body.credential.id)?.used_at = Some(now);
        Some(member.id.clone())
    };
    let mut members = demo.members.iter_mut().filter(|member| member.portal == body.portal);
    let id = members.find_map(of).ok_or(ProblemCode::PasskeyFailed)?;
    demo.welcome(Who::Member(id));
    demo.did(AuditEvent::LoggedInByPasskey);
    session(demo, ask, Empty {})
}

/// The portal, if its members may have passkeys.
fn offering(portal: &str) -> Outcome<&'static Portal> {
    let portal = portals::find(portal)?;
    if portal.passkeys { Ok(portal) } else { Err(ProblemCode::NotFound.into()) }
}

/// A login of the last minutes is enough, else the password shows who it is.
fn themselves(demo: &Demo, body: &Themselves) -> Outcome<()> {
    demo.me()?;
    let typed = body.password.as_deref().filter(|typed| !typed.is_empty());
    let shown = demo.fresh() || typed.is_some() && demo.by_password(typed)?;
    if shown { Ok(()) } else { Err(ProblemCode::LoginAgain.into()) }
}

fn named(typed: &str) -> Outcome<String> {
    let name = tidy(typed);
    match u32::try_from(name.chars().count()) {
        Ok(0) => Err(Refusal::field("name", Invalid::Missing)),
        Ok(1..=PASSKEY_NAME) => Ok(name),
        _ => Err(Refusal::field("name", Invalid::TooLong(PASSKEY_NAME))),
    }
}

/// Something to sign that was not there before.
fn challenge(demo: &mut Demo) -> String {
    let (id, now) = (demo.id(), demo.now);
    [number(&id), number(&format!("{id} {now}"))].concat()
}

/// Sixteen letters that are base64url, whatever they stand for.
fn number(of: &str) -> String {
    format!("{:016x}", mark(of))
}

/// The host of this address, which passkeys are bound to.
fn host() -> String {
    if cfg!(target_arch = "wasm32") { window().location().hostname().unwrap_or_default() } else { String::new() }
}

fn timeout() -> u32 {
    u32::try_from(3 * MINUTE).unwrap_or_default()
}
