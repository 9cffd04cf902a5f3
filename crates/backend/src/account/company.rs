//! Logging in as a company (manual rows T23, T43, T98, T111, T112), and who acts for one.

use super::{Login, certificates, ends_at, extend, seconds_left, seconds_open};
use crate::app::AppState;
use crate::certificates::{self as proofs, bound};
use crate::random;
use crate::refusal::{Outcome, Refusal};
use crate::store::{Actor, AuditRow, Bond, CompanyAccount, CompanyDeed, Event, NewLogin, SessionRecord, Who};
use crate::{clock::Millis, http};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{self, CompanyBrief, CompanyCertificateLogin, Proof, SessionView};
use gaip_domain::value::BusinessNumber;
use std::net::IpAddr;

/// A company that is logged in as itself.
#[derive(Clone, Debug)]
pub struct CompanyLogin {
    /// The session.
    pub session: String,
    /// The company.
    pub company: CompanyAccount,
    /// When the login ends if it is not used.
    pub ends_at: Millis,
    /// Seconds for which sensitive changes are open, if they are.
    pub stepped_up: Option<u32>,
}

/// Who acts for a company: one of its members, or the company itself.
#[derive(Clone, Debug)]
pub enum Admin {
    /// A member.
    Member(Login),
    /// The company.
    Company(CompanyLogin),
}

impl Admin {
    /// The session as the browser sees it.
    pub fn view(&self, app: &AppState) -> SessionView {
        match self {
            Self::Member(login) => super::view(app, Some(login)),
            Self::Company(login) => company_view(app, login),
        }
    }

    /// The company's own login; a member's is none.
    pub fn company(&self) -> Outcome<&CompanyLogin> {
        match self {
            Self::Company(login) => Ok(login),
            Self::Member(_) => Err(ProblemCode::NotAllowed.into()),
        }
    }

    /// A member's login; the company's own is none.
    pub fn member(&self) -> Outcome<&Login> {
        match self {
            Self::Member(login) => Ok(login),
            Self::Company(_) => Err(ProblemCode::NotAllowed.into()),
        }
    }

    /// Whose login it is.
    pub fn who(&self) -> Who {
        match self {
            Self::Member(login) => Who::Member(login.member.id.clone()),
            Self::Company(login) => Who::Company(login.company.id.clone()),
        }
    }

    /// The portal.
    pub fn portal(&self) -> &str {
        match self {
            Self::Member(login) => &login.member.portal,
            Self::Company(login) => &login.company.portal,
        }
    }

    /// Passes while the company's certificate opened sensitive changes.
    pub fn stepped_up(&self) -> Outcome<()> {
        let open = match self {
            Self::Member(login) => login.stepped_up,
            Self::Company(login) => login.stepped_up,
        };
        open.map(|_| ()).ok_or_else(|| ProblemCode::StepUpRequired.into())
    }

    /// The session, the portal, and what a proof by the company's certificate opens sensitive changes of.
    pub fn holder(&self) -> (&str, &str, String) {
        match self {
            Self::Member(login) => (&login.session, &login.member.portal, bound::step_up(&login.member.id)),
            Self::Company(login) => (&login.session, &login.company.portal, bound::step_up(&login.company.id)),
        }
    }

    /// The company whose certificate proves it.
    pub fn number(&self) -> Outcome<BusinessNumber> {
        match self {
            Self::Member(login) => proofs::company_of(&login.member),
            Self::Company(login) => number_of(&login.company),
        }
    }
}

fn number_of(company: &CompanyAccount) -> Outcome<BusinessNumber> {
    BusinessNumber::parse(&company.business_number).map_err(|_| ProblemCode::Internal.into())
}

/// The company's login of a session, if it is not over. Looking does not keep it alive.
pub async fn current_company(app: &AppState, session: &SessionRecord) -> Outcome<Option<CompanyLogin>> {
    let Some(login) = super::alive(app, session) else { return Ok(None) };
    let Who::Company(id) = &login.who else { return Ok(None) };
    let company = app.store.company_account(id).await?;
    let stepped_up = seconds_open(login.stepped_up_at, app.clock.now());
    let (session, ends_at) = (session.id.clone(), ends_at(login));
    Ok(company.map(|company| CompanyLogin { session, company, ends_at, stepped_up }))
}

/// Whoever of a session may act for a company, kept alive by this use.
pub async fn use_admin(app: &AppState, session: &SessionRecord) -> Outcome<Admin> {
    match current_company(app, session).await? {
        Some(login) => Ok(Admin::Company(CompanyLogin { ends_at: extend(app, session).await?, ..login })),
        None => Ok(Admin::Member(super::use_login(app, session).await?)),
    }
}

/// Logs a company in by its password: the session gets a new token, which is returned with the login. An unknown number
/// takes as long as a wrong password.
pub async fn log_in_company(
    app: &AppState,
    session: &SessionRecord,
    peer: IpAddr,
    body: &bodies::CompanyLogin,
) -> Outcome<(CompanyLogin, String)> {
    if app.portals.get(&body.portal).is_none() {
        return Err(ProblemCode::LoginFailed.into());
    }
    let now = app.clock.now();
    let number = BusinessNumber::parse(&body.business_number).map(|number| number.to_string()).unwrap_or_default();
    // No login id of a member or an operator is counted under this name.
    let name = format!("{}/company/{number}", body.portal);
    app.attempts.admit(&name, peer, now)?;
    let known = app.store.company_credentials(&body.portal, &number).await?;
    let right = app.passwords.verify(&body.password, known.as_ref().map(|(_, hash)| hash.as_str())).await;
    let (company, hash) = known.unzip();
    match company {
        Some(company) if right => {
            app.attempts.succeeded(&name);
            begin(app, session, company, Event::CompanyLoggedIn, hash.as_deref()).await
        }
        known => {
            app.attempts.failed(&name, peer, now);
            note_failure(app, (&session.id, &body.portal), known.as_ref()).await?;
            Err(ProblemCode::LoginFailed.into())
        }
    }
}

/// Logs a company in by its certificate, which proves the number that was typed.
pub async fn log_in_company_by_certificate(
    app: &AppState,
    session: &SessionRecord,
    peer: IpAddr,
    body: &CompanyCertificateLogin,
) -> Outcome<(CompanyLogin, String)> {
    let number =
        BusinessNumber::parse(&body.business_number).map_err(|error| Refusal::field("business_number", error))?;
    let now = app.clock.now();
    let name = format!("{}/company certificate {}", body.portal, session.id);
    app.attempts.admit(&name, peer, now)?;
    match proven(app, session, body, &number).await {
        Ok(company) => {
            app.attempts.succeeded(&name);
            begin(app, session, company, Event::CompanyLoggedInByCertificate, None).await
        }
        Err(refusal) => {
            app.attempts.failed(&name, peer, now);
            if app.portals.get(&body.portal).is_some() {
                note_failure(app, (&session.id, &body.portal), None).await?;
            }
            Err(refusal)
        }
    }
}

/// The account of the company that the certificate is of.
async fn proven(
    app: &AppState,
    session: &SessionRecord,
    body: &CompanyCertificateLogin,
    number: &BusinessNumber,
) -> Outcome<CompanyAccount> {
    let bond = Bond { session: session.id.clone(), portal: body.portal.clone(), to: bound::LOGIN.to_owned() };
    proofs::take_and_show(app, &bond, &body.proof).await?.of_company(number)?;
    let known = app.store.company_credentials(&body.portal, number.as_str()).await?;
    Ok(known.ok_or(ProblemCode::CompanyNotRegistered)?.0)
}

async fn begin(
    app: &AppState,
    session: &SessionRecord,
    company: CompanyAccount,
    event: Event,
    password: Option<&str>,
) -> Outcome<(CompanyLogin, String)> {
    let now = app.clock.now();
    let token = random::token(&*app.random);
    let (token_hash, who) = (http::session::hash(&token), Who::Company(company.id.clone()));
    let login = NewLogin { token_hash: &token_hash, who: &who, password, kind: None, at: now };
    if !app.store.log_in(session, login).await? {
        return Err(ProblemCode::LoginFailed.into());
    }
    app.store
        .note_company(deed(app, Actor::Company(&company.id), (&session.id, &company.portal)), &company.id, event)
        .await?;
    let login = CompanyLogin { session: session.id.clone(), company, ends_at: now + super::IDLE, stepped_up: None };
    Ok((login, token))
}

async fn note_failure(
    app: &AppState,
    (session, portal): (&str, &str),
    company: Option<&CompanyAccount>,
) -> Outcome<()> {
    let event = Event::CompanyLoginFailed;
    if let Some(company) = company {
        app.store.note_company(deed(app, Actor::Nobody, (session, portal)), &company.id, event).await?;
    } else {
        let (id, at, portal) = (random::id(&*app.random), app.clock.now(), portal.to_owned());
        app.store.audit(&AuditRow { id, at, event, portal, member: None, operator: None }).await?;
    }
    Ok(())
}

fn deed<'a>(app: &'a AppState, actor: Actor<'a>, (session, portal): (&'a str, &'a str)) -> CompanyDeed<'a> {
    CompanyDeed { actor, session, portal, at: app.clock.now(), random: &*app.random }
}

/// The act of a company that is logged in.
pub fn company_deed<'a>(app: &'a AppState, login: &'a CompanyLogin) -> CompanyDeed<'a> {
    deed(app, Actor::Company(&login.company.id), (&login.session, &login.company.portal))
}

/// Opens sensitive changes for a while: any valid certificate of the company proves it.
pub async fn admin_step_up(app: &AppState, admin: Admin, proof: &Proof) -> Outcome<Admin> {
    let login = match admin {
        Admin::Member(login) => return Ok(Admin::Member(certificates::step_up(app, login, proof).await?)),
        Admin::Company(login) => login,
    };
    let number = number_of(&login.company)?;
    let (portal, to) = (login.company.portal.clone(), bound::step_up(&login.company.id));
    let bond = Bond { session: login.session.clone(), portal, to };
    proofs::take_and_show(app, &bond, proof).await?.of_company(&number)?;
    let now = app.clock.now();
    app.store.step_company_up(company_deed(app, &login), &login.session).await??;
    Ok(Admin::Company(CompanyLogin { stepped_up: seconds_open(Some(now), now), ..login }))
}

/// A company's session as the browser sees it.
pub fn company_view(app: &AppState, login: &CompanyLogin) -> SessionView {
    let CompanyAccount { portal, name, business_number, .. } = login.company.clone();
    let business_number = BusinessNumber::parse(&business_number).map_or(business_number, |number| number.hyphenated());
    SessionView {
        company: Some(CompanyBrief { portal, name, business_number }),
        expires_in: Some(seconds_left(app, login.ends_at)),
        stepped_up: login.stepped_up,
        ..super::view(app, None)
    }
}
