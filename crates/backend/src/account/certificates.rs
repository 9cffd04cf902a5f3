//! What a member does with the company's certificate: log in, register another one, open sensitive changes.

use super::{Login, audit, login_types};
use crate::app::AppState;
use crate::certificates::{self, bound, company_of};
use crate::clock::iso;
use crate::random;
use crate::refusal::{Outcome, Refusal};
use crate::store::{AuditRow, Bond, Event, MemberRecord, RegisteredRecord, SessionRecord};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{CertificateLogin, Proof, RegisteredCertificate};
use gaip_domain::facts::CertificateEvidence;
use gaip_domain::permission::LoginType;
use std::net::IpAddr;

/// Why nobody was logged in, and who was meant, where that is known.
pub(super) struct Failed {
    pub refusal: Refusal,
    pub member: Option<String>,
}

impl<R: Into<Refusal>> From<R> for Failed {
    fn from(refusal: R) -> Self {
        Self { refusal: refusal.into(), member: None }
    }
}

/// Logs the member in who registered the certificate: the session gets a new token, which is returned with the login.
pub async fn log_in_by_certificate(
    app: &AppState,
    session: &SessionRecord,
    peer: IpAddr,
    body: &CertificateLogin,
) -> Outcome<(Login, String)> {
    let event = Event::LoggedInByCertificate;
    let (failed, login_type) = (Event::CertificateLoginFailed, body.login_type);
    let by = By { portal: &body.portal, peer, event, failed, login_type };
    log_in(app, session, by, registered(app, session, body)).await
}

/// How somebody logs in.
pub(super) struct By<'a> {
    pub portal: &'a str,
    pub peer: IpAddr,
    pub event: Event,
    /// What is written down where nobody is shown.
    pub failed: Event,
    /// As what, where somebody chose.
    pub login_type: Option<LoginType>,
}

/// Logs the member in whom a certificate or a passkey shows; what fails is counted and written down.
pub(super) async fn log_in(
    app: &AppState,
    session: &SessionRecord,
    by: By<'_>,
    shown: impl Future<Output = Result<MemberRecord, Failed>>,
) -> Outcome<(Login, String)> {
    let now = app.clock.now();
    // No name is given that failures could be counted by; whoever tries again has the session, or at least the address.
    let name = format!("{}/no id {}", by.portal, session.id);
    app.attempts.admit(&name, by.peer, now)?;
    let admitted = async {
        let member = shown.await?;
        let right = login_types::admit(app, &member, by.login_type).await;
        right.map_err(|refusal| Failed { refusal, member: Some(member.id.clone()) })?;
        Ok(member)
    };
    match admitted.await {
        Ok(member) => {
            app.attempts.succeeded(&name);
            super::begin(app, session, member, by.event, None).await
        }
        Err(Failed { refusal, member }) => {
            app.attempts.failed(&name, by.peer, now);
            let (id, portal) = (random::id(&*app.random), by.portal.to_owned());
            let event = by.failed;
            app.store.audit(&AuditRow { id, at: now, event, portal, member, operator: None }).await?;
            Err(refusal)
        }
    }
}

/// The member who registered the certificate of a proof. Only who shows the certificate's key learns whether it is
/// registered.
async fn registered(app: &AppState, session: &SessionRecord, body: &CertificateLogin) -> Result<MemberRecord, Failed> {
    let bond = Bond { session: session.id.clone(), portal: body.portal.clone(), to: bound::LOGIN.to_owned() };
    let shown = certificates::take_and_show(app, &bond, &body.proof).await?;
    let member = member_of(app, &body.portal, shown.fingerprint()).await?;
    let company = company_of(&member).and_then(|company| shown.of_company(&company));
    company.map_err(|refusal| Failed { refusal, member: Some(member.id.clone()) })?;
    Ok(member)
}

/// The member who registered a certificate at a portal.
pub(super) async fn member_of(app: &AppState, portal: &str, fingerprint: &str) -> Outcome<MemberRecord> {
    let id = app.store.member_of_certificate(portal, fingerprint).await?;
    let id = id.ok_or(ProblemCode::CertificateUnregistered)?;
    Ok(app.store.member(&id).await?.ok_or(ProblemCode::CertificateUnregistered)?)
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
