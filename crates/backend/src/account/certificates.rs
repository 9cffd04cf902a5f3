//! What a member does with the company's certificate: log in, register another one, open sensitive changes.

use super::Login;
use crate::app::AppState;
use crate::certificates::{self, bound, company_of};
use crate::clock::iso;
use crate::random;
use crate::refusal::Outcome;
use crate::store::{AuditRow, Bond, Event, RegisteredRecord, SessionRecord};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{CertificateLogin, Proof, RegisteredCertificate};
use gaip_domain::facts::CertificateEvidence;
use std::net::IpAddr;

/// Logs the member in who registered the certificate: the session gets a new token, which is returned with the login.
pub async fn log_in_by_certificate(
    app: &AppState,
    session: &SessionRecord,
    peer: IpAddr,
    body: &CertificateLogin,
) -> Outcome<(Login, String)> {
    let now = app.clock.now();
    // No name is given that failures could be counted by; whoever tries again has the session, or at least the address.
    let name = format!("{}/certificate {}", body.portal, session.id);
    app.attempts.admit(&name, peer, now)?;
    let mut member = None;
    let bond = Bond { session: session.id.clone(), portal: body.portal.clone(), to: bound::LOGIN.to_owned() };
    match registered(app, &bond, &body.proof, &mut member).await {
        Ok(member) => {
            app.attempts.succeeded(&name);
            super::begin(app, session, member, Event::LoggedInByCertificate).await
        }
        Err(refusal) => {
            app.attempts.failed(&name, peer, now);
            let portal = body.portal.clone();
            let audit = AuditRow {
                id: random::id(&*app.random),
                at: now,
                event: Event::CertificateLoginFailed,
                portal,
                member,
                operator: None,
            };
            app.store.audit(&audit).await?;
            Err(refusal)
        }
    }
}

/// The member who registered the certificate of a proof; `found` names the member as soon as one is known. Only who
/// shows the certificate's key learns whether it is registered.
async fn registered(
    app: &AppState,
    bond: &Bond,
    proof: &Proof,
    found: &mut Option<String>,
) -> Outcome<crate::store::MemberRecord> {
    let shown = certificates::take_and_show(app, bond, proof).await?;
    *found = app.store.member_of_certificate(&bond.portal, shown.fingerprint()).await?;
    let id = found.as_ref().ok_or(ProblemCode::CertificateUnregistered)?;
    let member = app.store.member(id).await?.ok_or(ProblemCode::CertificateUnregistered)?;
    shown.of_company(&company_of(&member)?)?;
    Ok(member)
}

/// Opens sensitive changes for a while, in this login: any valid certificate of the company proves it.
pub async fn step_up(app: &AppState, login: Login, proof: &Proof) -> Outcome<Login> {
    of_own_company(app, &login, bound::step_up(&login.member.id), proof).await?;
    let now = app.clock.now();
    app.store.step_up(&login.session, now, &audit(app, &login, Event::SteppedUp)).await?;
    Ok(Login { stepped_up: super::seconds_open(Some(now), now), ..login })
}

/// Passes while the company's certificate opened sensitive changes: the guard of every one of them.
pub fn stepped_up(login: &Login) -> Outcome<()> {
    login.stepped_up.map(|_| ()).ok_or_else(|| ProblemCode::StepUpRequired.into())
}

/// The certificates that a member registered, newest first.
pub async fn list(app: &AppState, login: &Login) -> Outcome<Vec<RegisteredCertificate>> {
    let registered = app.store.certificates_of_member(&login.member.id).await?;
    let view = |record: RegisteredRecord| RegisteredCertificate {
        id: record.id,
        evidence: record.evidence,
        registered_at: iso(record.registered_at),
    };
    Ok(registered.into_iter().map(view).collect())
}

/// Registers another certificate of the member's company.
pub async fn register(app: &AppState, login: &Login, proof: &Proof) -> Outcome<Vec<RegisteredCertificate>> {
    let evidence = of_own_company(app, login, bound::register(&login.member.id), proof).await?;
    let new = new_certificate(app, &login.member.id, evidence);
    let audit = audit(app, login, Event::CertificateRegistered);
    if app.store.register_certificate(&login.member.portal, &new, &audit).await? {
        list(app, login).await
    } else {
        Err(ProblemCode::CertificateRegistered.into())
    }
}

/// Takes a registered certificate away.
pub async fn delete(app: &AppState, login: &Login, id: &str) -> Outcome<()> {
    stepped_up(login)?;
    let audit = audit(app, login, Event::CertificateDeleted);
    let done = app.store.delete_certificate(&login.member.id, id, &audit).await?;
    if done { Ok(()) } else { Err(ProblemCode::NotFound.into()) }
}

/// A certificate as it is registered now.
pub fn new_certificate(app: &AppState, member: &str, evidence: CertificateEvidence) -> RegisteredRecord {
    let id = random::id(&*app.random);
    RegisteredRecord { id, member: member.to_owned(), evidence, registered_at: app.clock.now() }
}

async fn of_own_company(app: &AppState, login: &Login, to: String, proof: &Proof) -> Outcome<CertificateEvidence> {
    let bond = Bond { session: login.session.clone(), portal: login.member.portal.clone(), to };
    certificates::take_and_show(app, &bond, proof).await?.of_company(&company_of(&login.member)?)
}

fn audit(app: &AppState, login: &Login, event: Event) -> AuditRow {
    let member = Some(login.member.id.clone());
    AuditRow {
        id: random::id(&*app.random),
        at: app.clock.now(),
        event,
        portal: login.member.portal.clone(),
        member,
        operator: None,
    }
}
