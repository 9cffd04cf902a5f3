//! Company certificates: the hand with certificates is played too, so what is signed proves nothing and is taken.

use super::account::session;
use super::clock::{MINUTE, SECOND, seconds};
use super::login_types;
use super::portals;
use super::refusal::Outcome;
use super::state::{Demo, Financial, Member, Who};
use super::table::Ask;
use crate::steps::certificate_dialog::{sample_certificate, sample_certificates, sample_kept};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{
    AskChallenge, AskFinancial, AuditEvent, CertificateLogin, CertificateRules, Challenge, CompanyCertificateLogin,
    Empty, FinancialAttempt, FinancialLogin, FinancialOtp, FinancialState, FinancialWay, Proving, SessionView,
};
use gaip_contract::signer::{Answer, Fault, What};
use gaip_domain::permission::LoginType;
use gaip_domain::portal::FINANCIAL_KIND;
use gaip_domain::value::BusinessNumber;
use std::cell::Cell;

/// A password that opens no key.
pub const WRONG_PASSWORD: &str = "0000";
/// A password that opens a certificate which nobody registered.
pub const STRANGE_PASSWORD: &str = "1111";
/// What signs, and what signs with a certificate that nobody registered.
const SIGNATURES: [&str; 2] = ["demo", "demo-strange"];

thread_local! {
    /// Whether the certificate that is open is one that nobody registered.
    static STRANGE: Cell<bool> = const { Cell::new(false) };
}

/// The number that the sample device shows.
const OTP: &str = "123456";
/// How long an attempt or a challenge lives.
const LIFE: i64 = 3 * MINUTE;
/// When the holder answers.
const ANSWERS_AFTER: i64 = 3 * SECOND;
/// For how long sensitive changes are open.
const OPEN: i64 = 10 * MINUTE;
/// Wrong numbers of a device.
const TRIES: u32 = 5;

/// The hand with certificates, as it answers here.
pub fn sign(what: &What) -> Answer {
    match what {
        What::Rules(_) | What::Close | What::Keep(_) | What::Delete(_) => Answer::Done,
        What::Look { .. } => Answer::Listed(sample_certificates()),
        What::Kept => Answer::Listed(sample_kept()),
        What::Open { password, .. } if password == WRONG_PASSWORD => Answer::Failed(Fault::WrongPassword),
        What::Open { entry, password, .. } => {
            STRANGE.set(password == STRANGE_PASSWORD);
            let known = sample_certificates().entries.into_iter().find(|known| known.id == *entry);
            Answer::Opened(Box::new(
                known.filter(|known| known.certificate.is_some()).unwrap_or_else(sample_certificate),
            ))
        }
        What::Sign { .. } => {
            let signature = SIGNATURES[usize::from(STRANGE.get())].to_owned();
            Answer::Signed { signature, sealed_random: Some("demo".to_owned()) }
        }
        What::CopyOut(_) => Answer::Failed(Fault::Gone),
    }
}

/// The kinds that a portal lists, and the others that are known.
pub fn rules(_: &mut Demo, ask: &Ask, _: Empty) -> Outcome<CertificateRules> {
    let named = &portals::find(ask.part(0))?.certificates.as_ref().ok_or(ProblemCode::NotFound)?.kinds;
    Ok(CertificateRules::of(portals::table(), named))
}

/// Something to sign.
pub fn challenge(demo: &mut Demo, ask: &Ask, _: AskChallenge) -> Outcome<Challenge> {
    portals::find(ask.part(0))?;
    let id = demo.id();
    let content = format!("gaip demo {id}");
    let seal_key = "A".repeat(43);
    Ok(Challenge { id, content, seal_key, expires_in: seconds(0, LIFE), now: demo.now / SECOND })
}

/// Begins an attempt by a financial certificate.
pub fn begin_financial(demo: &mut Demo, ask: &Ask, body: AskFinancial) -> Outcome<FinancialAttempt> {
    portals::find(ask.part(0))?;
    let number = BusinessNumber::parse(&body.business_number);
    let number = number.map_err(|error| super::refusal::Refusal::field("business_number", error))?.to_string();
    let otp = body.way == FinancialWay::Otp;
    let (id, at) = (demo.id(), demo.now);
    demo.financial.insert(id.clone(), Financial { number, at, otp, tries: TRIES, verified: false });
    let state = match body.way {
        FinancialWay::Sms => FinancialState::Reply,
        FinancialWay::Ars => FinancialState::Call,
        FinancialWay::Otp => FinancialState::Otp,
    };
    let digits = (!otp).then(|| "42".to_owned());
    Ok(FinancialAttempt { id, state, digits, expires_in: seconds(0, LIFE), tries_left: TRIES })
}

/// The holder answers by themselves; a device shows the number that the banner names.
pub fn confirm_financial(demo: &mut Demo, ask: &Ask, body: FinancialOtp) -> Outcome<FinancialAttempt> {
    let now = demo.now;
    let attempt = demo.financial.get_mut(ask.part(1)).ok_or(ProblemCode::FinancialGone)?;
    if now >= attempt.at + LIFE {
        return Err(ProblemCode::FinancialTimeout.into());
    }
    if attempt.otp && !body.otp.is_empty() && body.otp != OTP {
        attempt.tries = attempt.tries.checked_sub(1).ok_or(ProblemCode::FinancialTriesOver)?;
        return Err(ProblemCode::FinancialOtpWrong.into());
    }
    attempt.verified |= if attempt.otp { body.otp == OTP } else { now >= attempt.at + ANSWERS_AFTER };
    let state = match (attempt.verified, attempt.otp) {
        (true, _) => FinancialState::Verified,
        (false, true) => FinancialState::Otp,
        (false, false) => FinancialState::Reply,
    };
    let digits = (!attempt.otp).then(|| "42".to_owned());
    let expires_in = seconds(now, attempt.at + LIFE);
    Ok(FinancialAttempt { id: ask.part(1).to_owned(), state, digits, expires_in, tries_left: attempt.tries })
}

/// Whoever registered a certificate of a kind last. A designer has a certificate of each account, so the type that was
/// chosen says which account is meant.
fn holder(demo: &Demo, portal: &str, financial: bool, chosen: Option<LoginType>) -> Outcome<String> {
    let holds = |member: &&Member| {
        let mut kinds = member.certificates.iter().map(|certificate| certificate.evidence.kind == FINANCIAL_KIND);
        member.portal == portal && kinds.any(|kind| kind == financial)
    };
    let mut holders = demo.members.iter().rev().filter(holds).peekable();
    holders.peek().ok_or(ProblemCode::CertificateUnregistered)?;
    let member = holders.find(|member| chosen.is_none() || login_types::of(member) == chosen);
    Ok(member.map(|member| member.id.clone()).ok_or(ProblemCode::LoginTypeWrong)?)
}

/// Logs a member in by a registered certificate.
pub fn log_in(demo: &mut Demo, ask: &Ask, body: CertificateLogin) -> Outcome<SessionView> {
    if body.proof.signature == SIGNATURES[1] {
        return Err(ProblemCode::CertificateUnregistered.into());
    }
    let id = holder(demo, &body.portal, false, body.login_type)?;
    demo.welcome(Who::Member(id));
    demo.did(AuditEvent::LoggedInByCertificate);
    session(demo, ask, Empty {})
}

/// Logs a member in by a registered financial certificate.
pub fn log_in_by_financial(demo: &mut Demo, ask: &Ask, body: FinancialLogin) -> Outcome<SessionView> {
    demo.financial.get(&body.attempt).filter(|attempt| attempt.verified).ok_or(ProblemCode::FinancialGone)?;
    let id = holder(demo, &body.portal, true, body.login_type)?;
    demo.welcome(Who::Member(id));
    demo.did(AuditEvent::LoggedInByFinancial);
    session(demo, ask, Empty {})
}

/// Logs a company in by its certificate.
pub fn log_in_company(demo: &mut Demo, ask: &Ask, body: CompanyCertificateLogin) -> Outcome<SessionView> {
    let number = BusinessNumber::parse(&body.business_number);
    let number = number.map_err(|error| super::refusal::Refusal::field("business_number", error))?.to_string();
    let company = demo.registered(&body.portal, &number).filter(|company| company.account.is_some());
    let id = company.map(|company| company.id.clone()).ok_or(ProblemCode::CompanyNotRegistered)?;
    demo.welcome(Who::Company(id));
    session(demo, ask, Empty {})
}

/// Opens sensitive changes for a while.
pub fn step_up(demo: &mut Demo, ask: &Ask, _: Proving) -> Outcome<SessionView> {
    if !demo.who.is_somebody() {
        return Err(ProblemCode::LoginRequired.into());
    }
    demo.open_until = demo.now + OPEN;
    demo.did(AuditEvent::SteppedUp);
    session(demo, ask, Empty {})
}
