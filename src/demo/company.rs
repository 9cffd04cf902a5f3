//! The administration of a company by its master, or by its own login.

use super::account::HERE;
use super::clock::{MINUTE, iso};
use super::mine;
use super::offers;
use super::refusal::Outcome;
use super::state::{Demo, Line, Member, Who};
use super::table::Ask;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{
    AuditEvent, CompanyLog, CompanyLogLine, CompanyView, EMPLOYEES_AT_ONCE, EMPLOYEES_PAGE, EmployeePage,
    EmployeeSearch, EmployeeSort, EmployeeView, Employees, Empty, MemberView, Role, RoleCounts, Themselves,
    UNDO_MINUTES,
};
use gaip_domain::permission::{Service, Standing};
use gaip_domain::text::tidy;

/// Lines of a page of the log.
const LINES: usize = 50;

impl Demo {
    /// The id of the company whose administration is used, where the table of permissions lets whoever is logged in.
    pub fn own(&self, service: Service) -> Outcome<String> {
        let company = match &self.who {
            Who::Company(id) if Standing::Company.may(service) => Some(id.clone()),
            Who::Company(_) => None,
            _ => self.me()?.company.clone().filter(|_| self.me().is_ok_and(|member| may(member, service))),
        };
        Ok(company.ok_or(ProblemCode::NotAllowed)?)
    }

    /// The name of whoever acts.
    fn actor(&self) -> String {
        match &self.who {
            Who::Company(id) => self.company(id).map(|company| company.profile.name.clone()).unwrap_or_default(),
            _ => self.me().map(called).unwrap_or_default(),
        }
    }

    /// Writes down what was done for a company.
    pub fn note(&mut self, company: &str, event: AuditEvent, whom: &str) {
        let (company, at, by) = (company.to_owned(), self.now, self.actor());
        self.log.push(Line { company, at, event, by, whom: whom.to_owned() });
    }

    /// The people of a company.
    pub fn people<'a>(&'a self, company: &'a str) -> impl Iterator<Item = &'a Member> {
        let of = |role: Role| matches!(role, Role::Master | Role::Regular | Role::Associate | Role::General);
        self.members.iter().filter(move |member| member.company.as_deref() == Some(company) && of(member.role))
    }
}

/// The name of somebody; the login id where there is none.
pub fn called(member: &Member) -> String {
    if member.name.is_empty() { member.login_id.clone() } else { member.name.clone() }
}

/// The company.
pub fn overview(demo: &mut Demo, _: &Ask, _: Empty) -> Outcome<CompanyView> {
    let id = demo.own(Service::EditCompany)?;
    let manages = demo.own(Service::EndRelations).is_ok();
    let company = demo.company(&id).ok_or(ProblemCode::NotAllowed)?;
    let count = |role| u32::try_from(demo.people(&id).filter(|member| member.role == role).count()).unwrap_or(u32::MAX);
    Ok(CompanyView {
        name: company.profile.name.clone(),
        business_number: company.number.clone(),
        role: demo.me().ok().map(|member| member.role),
        counts: manages.then(|| RoleCounts {
            master: count(Role::Master),
            regular: count(Role::Regular),
            associate: count(Role::Associate),
            general: count(Role::General),
        }),
        offer: offers::of_company(demo, &id).filter(|_| manages),
    })
}

/// A page of its people.
pub fn search(demo: &mut Demo, _: &Ask, body: EmployeeSearch) -> Outcome<EmployeePage> {
    let id = demo.own(Service::EndRelations)?;
    let query = tidy(&body.query).to_lowercase();
    let wanted = |member: &&Member| {
        let sought = [called(member).to_lowercase(), member.login_id.clone()].join(" ");
        body.role.is_none_or(|role| role == member.role) && sought.contains(&query)
    };
    let mut found: Vec<&Member> = demo.people(&id).filter(wanted).collect();
    found.sort_by(|a, b| match body.sort {
        EmployeeSort::Name => (called(a), &a.login_id).cmp(&(called(b), &b.login_id)),
        EmployeeSort::Newest => (b.joined_at, &b.login_id).cmp(&(a.joined_at, &a.login_id)),
        EmployeeSort::Oldest => (a.joined_at, &a.login_id).cmp(&(b.joined_at, &b.login_id)),
    });
    let page = found.iter().skip(body.offset as usize).take(EMPLOYEES_PAGE as usize);
    let rows = page.map(|member| EmployeeView {
        id: member.id.clone(),
        name: called(member),
        login_id: member.login_id.clone(),
        role: member.role,
        linked_by: member.linked_by,
        joined_at: iso(member.joined_at),
    });
    let rows = rows.collect();
    Ok(EmployeePage { total: u32::try_from(found.len()).unwrap_or(u32::MAX), offset: body.offset, rows })
}

/// Changes some of the company's people, those who `fits`; who is not of the company spoils all of it.
fn change(
    demo: &mut Demo,
    asked: Employees,
    event: AuditEvent,
    fits: impl Fn(&Member) -> bool,
    change: impl Fn(&mut Member),
) -> Outcome<Vec<String>> {
    let company = demo.own(Service::ApproveAssociates)?;
    let mut ids = asked.ids;
    ids.sort_unstable();
    ids.dedup();
    if !(1..=EMPLOYEES_AT_ONCE).contains(&ids.len()) {
        return Err(ProblemCode::BadRequest.into());
    }
    if !ids.iter().all(|id| demo.people(&company).any(|member| member.id == *id)) {
        return Err(ProblemCode::NotFound.into());
    }
    ids.retain(|id| demo.member(id).is_some_and(&fits));
    for id in &ids {
        if let Some(member) = demo.member_mut(id) {
            change(member);
        }
        let whom = demo.member(id).map(called).unwrap_or_default();
        demo.note(&company, event, &whom);
    }
    Ok(ids)
}

/// Approves associates.
pub fn approve(demo: &mut Demo, _: &Ask, body: Employees) -> Outcome<Employees> {
    let now = demo.now;
    let fits = |member: &Member| member.role == Role::Associate;
    let ids = change(demo, body, AuditEvent::AssociateApproved, fits, |member| {
        (member.role, member.approved_at) = (Role::Regular, Some(now));
    })?;
    if ids.is_empty() { Err(ProblemCode::AlreadyDecided.into()) } else { Ok(Employees { ids }) }
}

/// Takes approvals back that are not too old.
pub fn undo(demo: &mut Demo, _: &Ask, body: Employees) -> Outcome<Employees> {
    let after = demo.now - i64::from(UNDO_MINUTES) * MINUTE;
    let fits = |member: &Member| member.role == Role::Regular && member.approved_at.is_some_and(|at| at > after);
    let ids = change(demo, body, AuditEvent::ApprovalUndone, fits, |member| {
        (member.role, member.approved_at) = (Role::Associate, None);
    })?;
    for id in &ids {
        offers::void(demo, id);
    }
    if ids.is_empty() { Err(ProblemCode::UndoOver.into()) } else { Ok(Employees { ids }) }
}

/// Ends somebody's relation to the company.
pub fn end(demo: &mut Demo, ask: &Ask, _: Empty) -> Outcome<Empty> {
    let company = demo.own(Service::EndRelations)?;
    let employee = demo.people(&company).find(|member| member.id == ask.part(0));
    let (id, role, whom) =
        employee.map(|member| (member.id.clone(), member.role, called(member))).ok_or(ProblemCode::NotFound)?;
    if role == Role::Master {
        return Err(ProblemCode::MasterStays.into());
    }
    offers::void(demo, &id);
    part(demo, &id);
    demo.note(&company, AuditEvent::RelationEnded, &whom);
    Ok(Empty {})
}

/// Somebody is without the company from now on; a general member stays one.
fn part(demo: &mut Demo, id: &str) {
    if let Some(member) = demo.member_mut(id) {
        (member.company, member.approved_at, member.linked_by) = (None, None, None);
        member.role = if member.role == Role::General { member.role } else { Role::Personal };
        member.certificates.clear();
    }
}

/// Takes the member who asks out of their company.
pub fn leave(demo: &mut Demo, ask: &Ask, body: Themselves) -> Outcome<MemberView> {
    let shown = demo.by_password(body.password.as_deref())? || demo.fresh();
    if !shown {
        return Err(ProblemCode::LoginAgain.into());
    }
    let (id, role, whom) = demo.me().map(|me| (me.id.clone(), me.role, called(me)))?;
    let company = demo.me()?.company.clone().ok_or(ProblemCode::NotAllowed)?;
    if !demo.people(&company).any(|member| member.id == id) {
        return Err(ProblemCode::NotAllowed.into());
    }
    let others = demo.members.iter().any(|member| member.company.as_ref() == Some(&company) && member.id != id);
    if role == Role::Master && others {
        return Err(ProblemCode::MasterStays.into());
    }
    offers::void(demo, &id);
    demo.note(&company, AuditEvent::CompanyLeft, &whom);
    part(demo, &id);
    demo.open_until = 0;
    if role == Role::Master {
        demo.companies.retain(|known| known.id != company);
    }
    mine::page(demo, ask, Empty {})
}

/// Whether a member may use a service.
fn may(member: &Member, service: Service) -> bool {
    member.role.may(service, member.linked_by)
}

/// What was done, newest first.
pub fn log(demo: &mut Demo, ask: &Ask, _: Empty) -> Outcome<CompanyLog> {
    let company = demo.own(Service::EndRelations)?;
    let page = ask.query("page").parse().unwrap_or(1).max(1);
    let lines: Vec<&Line> = demo.log.iter().rev().filter(|line| line.company == company).collect();
    let skipped = (page as usize - 1).saturating_mul(LINES);
    let rows = lines.iter().enumerate().skip(skipped).take(LINES).map(|(at, line)| CompanyLogLine {
        id: (lines.len() - at).to_string(),
        at: iso(line.at),
        event: line.event,
        by: line.by.clone(),
        whom: line.whom.clone(),
        device: Some(HERE.to_owned()),
    });
    let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let (total, pages) = (small(lines.len()), small(lines.len().div_ceil(LINES).max(1)));
    Ok(CompanyLog { total, page, pages, rows: rows.collect() })
}
