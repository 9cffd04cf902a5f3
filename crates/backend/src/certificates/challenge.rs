//! Challenges: a text to sign, once, soon, by one session, for one purpose.

use crate::account::{Admin, Login};
use crate::app::AppState;
use crate::clock::{MINUTE, Millis, SECOND, iso};
use crate::portals::Served;
use crate::random::{self, Random};
use crate::refusal::Outcome;
use crate::signup::{self, Caller, Place};
use crate::store::{Bond, ChallengeRecord, DraftRecord, Using};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Challenge, ChallengePurpose};
use gaip_domain::journey;
use gaip_domain::portal::StepKind;
use gaip_domain::value::BusinessNumber;

/// How long a challenge can be answered.
pub const LIFE: Millis = 5 * MINUTE;

/// What a challenge is for, with those who are there to ask for it.
pub enum Ask<'a> {
    /// The certificate step of a sign-up.
    SignUp {
        /// Who writes the sign-up.
        caller: &'a Caller,
        /// Which.
        place: Place<'a>,
        /// The step.
        step: &'a str,
    },
    /// Logging in; the session.
    Login(&'a str),
    /// Registering another certificate.
    Register(&'a Login),
    /// Opening sensitive changes.
    StepUp(&'a Admin),
}

/// Purpose, and the sign-up, tab or member that a challenge is for.
pub mod bound {
    use crate::store::DraftRecord;

    /// To the certificate step of a sign-up in the tab that writes it.
    pub fn sign_up(draft: &DraftRecord, step: &str) -> String {
        format!("sign_up {} {step} {}", draft.id, draft.holder)
    }

    /// To logging in.
    pub const LOGIN: &str = "login";

    /// To registering another certificate of a member.
    pub fn register(member: &str) -> String {
        format!("register {member}")
    }

    /// To registering a passkey of a member.
    pub fn passkey(member: &str) -> String {
        format!("passkey {member}")
    }

    /// To logging in by a passkey.
    pub const PASSKEY_LOGIN: &str = "passkey login";

    /// To opening sensitive changes of a member or of a company that is logged in as itself.
    pub fn step_up(whose: &str) -> String {
        format!("step_up {whose}")
    }
}

/// Makes a challenge. `origin` is the address under which the person sees the portal.
pub async fn ask(app: &AppState, portal: &str, ask: Ask<'_>, origin: &str) -> Outcome<Challenge> {
    let served = app.portals.get(portal).filter(|served| served.portal.certificates.is_some());
    let served = served.ok_or(ProblemCode::NotFound)?;
    let (session, to, purpose, company) = match ask {
        Ask::SignUp { caller, place, step } => {
            let (draft, company) = at_step(app, caller, place, step).await?;
            let purpose = ChallengePurpose::SignUp { journey: draft.journey.clone(), step: step.to_owned() };
            (caller.session.clone(), bound::sign_up(&draft, step), purpose, Some(company))
        }
        Ask::Login(session) => (session.to_owned(), bound::LOGIN.to_owned(), ChallengePurpose::Login, None),
        Ask::Register(login) => {
            let (session, company) = of_member(login, portal)?;
            (session, bound::register(&login.member.id), ChallengePurpose::Register, Some(company))
        }
        Ask::StepUp(admin) => {
            let (session, own, to) = admin.holder();
            if own != portal {
                return Err(ProblemCode::NotFound.into());
            }
            (session.to_owned(), to, ChallengePurpose::StepUp, Some(admin.number()?))
        }
    };
    let now = app.clock.now();
    let id = random::id(&*app.random);
    let content = content(&Words { served, purpose: &purpose, company, origin, id: &id, now }, &*app.random);
    let (secret, seal_key) = super::seal::pair(&*app.random);
    let bond = Bond { session, portal: portal.to_owned(), to };
    app.store
        .create_challenge(&ChallengeRecord { id: id.clone(), bond, content: content.clone(), secret, made_at: now })
        .await?;
    let expires_in = u32::try_from(LIFE / SECOND).unwrap_or_default();
    Ok(Challenge { id, content, seal_key, expires_in, now: now / SECOND })
}

/// Uses a challenge: from now on it is worth nothing, whatever becomes of the proof.
pub async fn take(app: &AppState, id: &str, bond: &Bond) -> Outcome<ChallengeRecord> {
    let now = app.clock.now();
    match app.store.use_challenge(id, bond, now - LIFE, now).await? {
        Using::Now(challenge) => Ok(challenge),
        Using::Before => Err(ProblemCode::ChallengeUsed.into()),
        Using::Gone => Err(ProblemCode::ChallengeGone.into()),
    }
}

/// Deletes challenges that can be answered no more.
pub async fn sweep(app: &AppState) -> Outcome<()> {
    app.store.delete_challenges(app.clock.now() - LIFE).await?;
    Ok(())
}

/// The sign-up, if it may be proved by certificate at this step now.
async fn at_step(
    app: &AppState,
    caller: &Caller,
    place: Place<'_>,
    step: &str,
) -> Outcome<(DraftRecord, BusinessNumber)> {
    let (_, journey) = place.find(app)?;
    let joint = |kind: &StepKind| matches!(kind, StepKind::Certificate(settings) if settings.joint.is_some());
    let step = journey.step(step).filter(|step| joint(&step.kind)).ok_or(ProblemCode::NotFound)?;
    let draft = signup::open_draft(app, caller, place).await?;
    let facts = draft.facts();
    let company = facts.business_number().filter(|_| journey::admits(journey, &facts, &step.id)).cloned();
    Ok((draft, company.ok_or(ProblemCode::StepClosed)?))
}

fn of_member(login: &Login, portal: &str) -> Outcome<(String, BusinessNumber)> {
    if login.member.portal != portal {
        return Err(ProblemCode::NotFound.into());
    }
    Ok((login.session.clone(), super::company_of(&login.member)?))
}

/// What the text of a challenge says.
struct Words<'a> {
    served: &'a Served,
    purpose: &'a ChallengePurpose,
    company: Option<BusinessNumber>,
    origin: &'a str,
    id: &'a str,
    now: Millis,
}

/// The text: whoever signs it, or looks at the signature later, can read what it was for.
fn content(words: &Words, random: &dyn Random) -> String {
    let purpose = match words.purpose {
        ChallengePurpose::SignUp { journey, step } => format!("sign_up, journey {journey}, step {step}"),
        ChallengePurpose::Login => "login".to_owned(),
        ChallengePurpose::Register => "register".to_owned(),
        ChallengePurpose::StepUp => "step_up".to_owned(),
    };
    let portal = &words.served.portal;
    let mut lines = vec![
        "Gaip: proof by a company's certificate (기업인증)".to_owned(),
        format!("portal: {}, {}", portal.id, portal.name.ko),
        format!("purpose: {purpose}"),
    ];
    lines.extend(words.company.as_ref().map(|number| format!("company: {}", number.hyphenated())));
    lines.push(format!("origin: {}", words.origin));
    lines.push(format!("time: {}", iso(words.now)));
    lines.push(format!("challenge: {}", words.id));
    lines.push(format!("nonce: {}", random::token(random)));
    for line in &mut lines {
        line.retain(|c| !c.is_control());
        line.push('\n');
    }
    lines.concat()
}
