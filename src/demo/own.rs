//! What a company that is logged in as itself sees and changes.

use super::account::session;
use super::clock::{MINUTE, seconds};
use super::info;
use super::refusal::{Outcome, Refusal};
use super::state::{Company, Demo, Who, mark, pin_mark};
use super::table::Ask;
use gaip_contract::bodies::{
    AuditEvent, CompanyServices, Empty, NewApproval, NewCompanyPassword, Notified, ServiceRow, SessionView,
    ShownApproval, Themselves,
};
use gaip_contract::{Problem, ProblemCode};
use gaip_domain::form;
use gaip_domain::permission::Service;
use gaip_domain::value::{BusinessNumber, Invalid, PasswordPolicy};

/// People are told of a new approval password no more often than this.
const TOLD: i64 = 10 * MINUTE;

impl Demo {
    fn own_company(&self) -> Outcome<&Company> {
        match &self.who {
            Who::Company(id) => Ok(self.company(id).ok_or(ProblemCode::LoginRequired)?),
            Who::Member(_) => Err(ProblemCode::NotAllowed.into()),
            Who::Nobody => Err(ProblemCode::LoginRequired.into()),
        }
    }

    /// The company, to be changed: its certificate was shown.
    fn open_company(&mut self) -> Outcome<&mut Company> {
        let id = self.own_company()?.id.clone();
        if self.now >= self.open_until {
            return Err(ProblemCode::StepUpRequired.into());
        }
        Ok(self.company_mut(&id).ok_or(ProblemCode::LoginRequired)?)
    }
}

/// Changes the approval password.
pub fn approval(demo: &mut Demo, _: &Ask, body: NewApproval) -> Outcome<Empty> {
    let company = demo.open_company()?;
    let number = BusinessNumber::parse(&company.number).ok();
    let pin = form::parse_pin(&body.approval).map_err(|error| Refusal::field("approval", error))?;
    let flaw = form::check_pin(&pin, number.as_ref());
    flaw.map_err(|flaw| Refusal::field("approval", Invalid::Password(flaw)))?;
    company.account = company.account.map(|(password, _)| (password, pin_mark(&pin)));
    let id = company.id.clone();
    demo.note(&id, AuditEvent::ApprovalChanged, "");
    Ok(Empty {})
}

/// Shows the approval password to whom the table lets.
pub fn shown(demo: &mut Demo, _: &Ask, body: Themselves) -> Outcome<ShownApproval> {
    let id = demo.own(Service::TellApproval)?;
    match demo.who {
        Who::Company(_) => drop(demo.open_company()?),
        _ => info::shown(demo, body.password.as_deref())?,
    }
    demo.note(&id, AuditEvent::ApprovalShown, "");
    let known = demo.company(&id).and_then(|company| company.account);
    Ok(ShownApproval { approval: known.map(|(_, approval)| format!("{approval:06}")) })
}

/// "Tells" the company's people that it changed.
pub fn tell(demo: &mut Demo, _: &Ask, _: Empty) -> Outcome<Notified> {
    let now = demo.now;
    let company = demo.open_company()?;
    if let Some(at) = company.told_at.filter(|at| now < at + TOLD) {
        let wait = Problem { retry_after: Some(seconds(now, at + TOLD)), ..Problem::new(ProblemCode::ResendTooSoon) };
        return Err(Refusal(Box::new(wait)));
    }
    company.told_at = Some(now);
    let id = company.id.clone();
    demo.note(&id, AuditEvent::ApprovalTold, "");
    Ok(Notified { mails: u32::try_from(demo.people(&id).count()).unwrap_or(u32::MAX) })
}

/// Changes the password of its login.
pub fn password(demo: &mut Demo, ask: &Ask, body: NewCompanyPassword) -> Outcome<SessionView> {
    let company = demo.open_company()?;
    let flaw = PasswordPolicy::standard().check(&body.password, &[&company.number, &company.profile.name]);
    flaw.map_err(|flaw| Refusal::field("password", Invalid::Password(flaw)))?;
    company.account = company.account.map(|(_, approval)| (mark(&body.password), approval));
    let id = company.id.clone();
    demo.note(&id, AuditEvent::CompanyPasswordChanged, "");
    session(demo, ask, Empty {})
}

/// Services in which it took part.
pub fn services(demo: &mut Demo, _: &Ask, _: Empty) -> Outcome<CompanyServices> {
    demo.own(Service::Mileage)?;
    let row = |date: &str, name: &str, mileage| ServiceRow {
        date: date.to_owned(),
        name: name.to_owned(),
        state: "완료".to_owned(),
        mileage,
    };
    let history = vec![
        row("2026-05-20", "수출 온라인 상담", 5_000),
        row("2026-03-04", "해외전시회 단체참가 (베트남 식품박람회)", -3_000),
    ];
    Ok(CompanyServices { mileage: 12_000, history })
}
