//! Attempts by financial certificates: begun for one session and purpose, watched, and used once.
//!
//! The service says whose certificate signed; what cannot be found out is refused. An attempt is bound as a challenge is.

use crate::app::AppState;
use crate::certificates::bound;
use crate::clock::{HOUR, MINUTE, Millis, korean_day, seconds};
use crate::providers::financial::{Asked, Begun, Certified, Fault, Standing};
use crate::random;
use crate::refusal::{Outcome, Refusal};
use crate::signup::{self, Caller, Place};
use crate::store::{Bond, FinancialRecord, FinancialStage};
use gaip_contract::bodies::{AskFinancial, FinancialAttempt, FinancialState, FinancialWay};
use gaip_contract::{Problem, ProblemCode};
use gaip_domain::facts::{CertificateEvidence, FieldProblem};
use gaip_domain::journey;
use gaip_domain::portal::StepKind;
use gaip_domain::text::digits;
use gaip_domain::value::{self, BusinessNumber, Invalid};

/// How long an attempt waits, and counts once it is verified.
const LIFE: Millis = 5 * MINUTE;
/// Wrong numbers of a device in an attempt.
const TRIES: i64 = 5;
/// Attempts of a session in an hour: each may send a message or make a call.
const ATTEMPTS: i64 = 10;

/// What an attempt is for, with those who are there to ask for it.
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
}

/// Begins an attempt. It takes the place of those of the session for the same purpose.
pub async fn begin(app: &AppState, portal: &str, ask: Ask<'_>, body: &AskFinancial) -> Outcome<FinancialAttempt> {
    let served = app.portals.get(portal).filter(|served| served.portal.takes_financial());
    served.ok_or(ProblemCode::NotFound)?;
    let (session, to, company) = match ask {
        Ask::SignUp { caller, place, step } => {
            let (bound, company) = at_step(app, caller, place, step).await?;
            (caller.session.clone(), bound, Some(company))
        }
        Ask::Login(session) => (session.to_owned(), bound::LOGIN.to_owned(), None),
    };
    let asked = parse(body)?;
    if company.is_some_and(|company| company != asked.business_number) {
        return Err(ProblemCode::CertificateOtherCompany.into());
    }
    let now = app.clock.now();
    let new = FinancialRecord {
        id: random::id(&*app.random),
        bond: Bond { session, portal: portal.to_owned(), to },
        business_number: asked.business_number.to_string(),
        stage: FinancialStage::Open(FinancialState::Account),
        digits: None,
        tries: 0,
        begun_at: now,
    };
    // It is counted first: of many requests at once, no more are sent than may be.
    if !app.store.begin_financial(&new, ATTEMPTS, now - HOUR).await? {
        let first = app.store.first_financial(&new.bond.session, now - HOUR).await?.unwrap_or(now);
        let wait = seconds(first + HOUR - now).max(1);
        return Err(Problem { retry_after: Some(wait), ..Problem::new(ProblemCode::FinancialTooOften) }.into());
    }
    let (met_state, digits) = match app.financial.begin(&new.id, &asked).await.and_then(|begun| met(asked.way, begun)) {
        Ok(met) => met,
        Err(fault) => {
            app.store.end_financial(&new.id).await?;
            let refused = fault == Fault::Refused;
            return Err(if refused { ProblemCode::FinancialRefused } else { ProblemCode::FinancialUnavailable }.into());
        }
    };
    let stage = FinancialStage::Open(met_state);
    app.store.meet_financial(&new.id, stage, digits.as_deref()).await?;
    Ok(view(&FinancialRecord { stage, digits, ..new }, met_state, now))
}

/// Confirms by the number of a device, or asks how the attempt stands where none is given. Asking again changes nothing.
pub async fn confirm(app: &AppState, session: &str, portal: &str, id: &str, otp: &str) -> Outcome<FinancialAttempt> {
    let read = app.store.financial(id, session, portal).await?.ok_or(ProblemCode::FinancialGone)?;
    let FinancialStage::Open(state) = read.stage else { return Err(ProblemCode::FinancialGone.into()) };
    let now = app.clock.now();
    if now >= read.begun_at + LIFE {
        return Err(ProblemCode::FinancialTimeout.into());
    }
    if matches!(state, FinancialState::Account | FinancialState::Verified) {
        return Ok(view(&read, state, now));
    }
    let standing = if state == FinancialState::Otp && !otp.is_empty() {
        let otp = six_digits(otp)?;
        // A try is counted before it is made: many at once do not guess more often.
        if !app.store.try_financial(id, TRIES).await? {
            return Err(ProblemCode::FinancialTriesOver.into());
        }
        let confirmed = app.financial.confirm(id, &otp).await;
        if confirmed == Err(Fault::Unavailable) {
            app.store.untry_financial(id).await?;
        }
        confirmed
    } else {
        app.financial.look(id).await
    };
    let over = async |code: ProblemCode| {
        app.store.end_financial(id).await?;
        Err(code.into())
    };
    match standing {
        Ok(Standing::Waits) => Ok(view(&read, state, now)),
        Ok(Standing::Verified(certified)) => match judge(&read, *certified, now) {
            Ok(evidence) if app.store.verify_financial(id, &evidence).await? => {
                Ok(view(&read, FinancialState::Verified, now))
            }
            Ok(_) => Err(ProblemCode::FinancialGone.into()),
            Err(code) => over(code).await,
        },
        Err(Fault::WrongOtp) if read.tries + 1 >= TRIES => over(ProblemCode::FinancialTriesOver).await,
        Err(Fault::WrongOtp) => Err(ProblemCode::FinancialOtpWrong.into()),
        Err(Fault::Refused) => over(ProblemCode::FinancialRefused).await,
        Err(Fault::Expired) => over(ProblemCode::FinancialTimeout).await,
        Err(Fault::Gone) => over(ProblemCode::FinancialGone).await,
        Err(Fault::Unavailable) => Err(ProblemCode::FinancialUnavailable.into()),
    }
}

/// Uses a verified attempt: from now on it is worth nothing. The certificate must still be valid.
pub async fn take(app: &AppState, bond: &Bond, id: &str) -> Outcome<(BusinessNumber, CertificateEvidence)> {
    let now = app.clock.now();
    let read = app.store.financial(id, &bond.session, &bond.portal).await?.ok_or(ProblemCode::FinancialGone)?;
    let evidence = app.store.use_financial(id, bond, now - 2 * LIFE).await?.ok_or(ProblemCode::FinancialGone)?;
    if is_over(&evidence, now) {
        return Err(ProblemCode::CertificateExpired.into());
    }
    let number = BusinessNumber::parse(&read.business_number).map_err(|_| ProblemCode::Internal)?;
    Ok((number, evidence))
}

/// Deletes attempts that are counted no more.
pub async fn sweep(app: &AppState) -> Outcome<()> {
    app.store.delete_financial(app.clock.now() - HOUR).await?;
    Ok(())
}

/// What the attempt is bound to and the company, if the step may be answered by a financial certificate now.
async fn at_step(app: &AppState, caller: &Caller, place: Place<'_>, step: &str) -> Outcome<(String, BusinessNumber)> {
    let (_, journey) = place.find(app)?;
    let takes = |kind: &StepKind| matches!(kind, StepKind::Certificate(settings) if settings.financial.is_some());
    let step = journey.step(step).filter(|step| takes(&step.kind)).ok_or(ProblemCode::NotFound)?;
    let draft = signup::open_draft(app, caller, place).await?;
    let facts = draft.facts();
    let company = facts.business_number().filter(|_| journey::admits(journey, &facts, &step.id)).cloned();
    Ok((bound::sign_up(&draft, &step.id), company.ok_or(ProblemCode::StepClosed)?))
}

/// Reads what was typed; every problem is told at once.
fn parse(body: &AskFinancial) -> Outcome<Asked> {
    let number = BusinessNumber::parse(&body.business_number);
    let mobile = value::mobile(&body.mobile);
    let problem = |field: &str, error: Invalid| FieldProblem { field: field.to_owned(), error };
    match (number, mobile) {
        (Ok(business_number), Ok(mobile)) => Ok(Asked {
            business_number,
            mobile: digits(&mobile.to_string()),
            way: body.way,
            remember: body.remember,
            agreed: body.agreed,
        }),
        (number, mobile) => {
            let number = number.err().map(|error| problem("business_number", error));
            let mobile = mobile.err().map(|error| problem("mobile", error));
            Err(Refusal::invalid(number.into_iter().chain(mobile).collect()))
        }
    }
}

/// What is waited for. A way that has digits must have got some.
fn met(way: FinancialWay, begun: Begun) -> Result<(FinancialState, Option<String>), Fault> {
    match (begun, way) {
        (Begun::NoAccount, _) => Ok((FinancialState::Account, None)),
        (Begun::Waits(Some(digits)), FinancialWay::Sms) => Ok((FinancialState::Reply, Some(digits))),
        (Begun::Waits(Some(digits)), FinancialWay::Ars) => Ok((FinancialState::Call, Some(digits))),
        (Begun::Waits(None), FinancialWay::Otp) => Ok((FinancialState::Otp, None)),
        (Begun::Waits(_), _) => Err(Fault::Unavailable),
    }
}

/// The evidence, if the certificate is the company's that was asked for, and valid.
fn judge(read: &FinancialRecord, certified: Certified, now: Millis) -> Result<CertificateEvidence, ProblemCode> {
    if certified.business_number.as_str() != read.business_number {
        return Err(ProblemCode::CertificateOtherCompany);
    }
    if is_over(&certified.evidence, now) { Err(ProblemCode::CertificateExpired) } else { Ok(certified.evidence) }
}

/// Days are written so that they sort as text.
fn is_over(evidence: &CertificateEvidence, now: Millis) -> bool {
    evidence.valid_until < korean_day(now).to_string()
}

fn six_digits(raw: &str) -> Outcome<String> {
    let problem = |error| Refusal::field("otp", error);
    match digits(raw) {
        otp if otp.len() == 6 => Ok(otp),
        _ => Err(problem(Invalid::Format)),
    }
}

fn view(read: &FinancialRecord, state: FinancialState, now: Millis) -> FinancialAttempt {
    FinancialAttempt {
        id: read.id.clone(),
        state,
        digits: read.digits.clone().filter(|_| state != FinancialState::Verified),
        expires_in: seconds(read.begun_at + LIFE - now),
        tries_left: u32::try_from(TRIES - read.tries).unwrap_or_default(),
    }
}
