//! Inviting people to a company. No mail is sent: the bar of the demo shows the link that it would carry.

use super::account::session;
use super::clock::{DAY, MINUTE, iso, seconds};
use super::company::called;
use super::portals;
use super::refusal::{Outcome, Refusal};
use super::state::{Demo, Member, mark};
use super::table::Ask;
use crate::routes;
use gaip_contract::bodies::{
    AuditEvent, Empty, INVITATION_DAYS, INVITATION_RESENDS, InvitationOffer, InvitationToken, InvitationView,
    Invitations, Invite, Role, SessionView,
};
use gaip_contract::{Problem, ProblemCode};
use gaip_domain::facts::FieldProblem;
use gaip_domain::linked_by::LinkedBy;
use gaip_domain::permission::Service;
use gaip_domain::value::Invalid;
use gaip_domain::{invitation, mask};
use serde::{Deserialize, Serialize};

/// Between two sendings of one.
const PAUSE: i64 = MINUTE;
/// How long one counts.
const LIFE: i64 = INVITATION_DAYS as i64 * DAY;

/// An invitation.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Invitation {
    id: String,
    /// The company's id.
    company: String,
    /// The name of who invites; none where the company itself does.
    inviter: Option<String>,
    /// Their id.
    by: Option<String>,
    /// The mark of the address, and its ends.
    address: (u64, String),
    /// The part of the link behind `#`.
    token: String,
    sent_at: i64,
    resends: u32,
    /// Why it cannot be accepted any more.
    closed: Option<ProblemCode>,
}

/// A mail that would have been sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// The ends of the address.
    pub to: String,
    /// Where its link leads.
    pub link: String,
}

impl Demo {
    /// Why it cannot be accepted, if it cannot: of whoever may invite no more it counts as withdrawn.
    fn refused(&self, one: &Invitation) -> Option<ProblemCode> {
        let may = |id: &String| {
            let of = |member: &&Member| &member.id == id && member.company.as_ref() == Some(&one.company);
            self.members
                .iter()
                .find(of)
                .is_some_and(|member| member.role.may(Service::InviteEmployees, member.linked_by))
        };
        let gone = one.by.as_ref().is_some_and(|id| !may(id));
        let over = self.now >= one.sent_at + LIFE;
        let withdrawn = gone.then_some(ProblemCode::InvitationWithdrawn);
        one.closed.or(withdrawn).or(over.then_some(ProblemCode::InvitationExpired))
    }

    /// The mails whose links still lead somewhere, newest first.
    pub fn mails(&self) -> Vec<Mail> {
        let open = self.invitations.iter().rev().filter(|one| self.refused(one).is_none());
        let mail = |one: &Invitation| {
            let portal = &self.company(&one.company)?.portal;
            Some(Mail { to: one.address.1.clone(), link: format!("{}#{}", routes::invitation(portal), one.token) })
        };
        open.filter_map(mail).collect()
    }

    /// A token that was not there before.
    fn token(&mut self) -> String {
        let (id, now) = (self.id(), self.now);
        format!("{:016x}{:016x}", mark(&id), mark(&format!("{now} {id}")))
    }

    /// An invitation of the own company that can still be changed.
    fn own_invitation(&mut self, ask: &Ask) -> Outcome<&mut Invitation> {
        let company = self.own(Service::InviteEmployees)?;
        let of = |one: &&mut Invitation| one.id == ask.part(0) && one.company == company;
        let found = self.invitations.iter_mut().find(of).ok_or(ProblemCode::NotFound)?;
        found.closed.map_or(Ok(found), |code| Err(code.into()))
    }

    /// The invitation that was opened, if it can be accepted.
    fn held(&self, portal: &str) -> Outcome<&Invitation> {
        let of = |one: &&Invitation| Some(&one.id) == self.held.as_ref();
        let here = |one: &&Invitation| self.company(&one.company).is_some_and(|company| company.portal == portal);
        let found = self.invitations.iter().find(of).filter(here).ok_or(ProblemCode::InvitationGone)?;
        self.refused(found).map_or(Ok(found), |code| Err(code.into()))
    }
}

/// Those that are open or over, the one that was sent last first.
pub fn list(demo: &mut Demo, _: &Ask, _: Empty) -> Outcome<Invitations> {
    let company = demo.own(Service::InviteEmployees)?;
    let mut open: Vec<&Invitation> =
        demo.invitations.iter().filter(|one| one.company == company && one.closed.is_none()).collect();
    open.sort_by_key(|one| std::cmp::Reverse(one.sent_at));
    let view = |one: &Invitation| InvitationView {
        id: one.id.clone(),
        email: one.address.1.clone(),
        sent_at: iso(one.sent_at),
        expires_at: iso(one.sent_at + LIFE),
        expired: demo.refused(one).is_some(),
        resends_left: INVITATION_RESENDS.saturating_sub(one.resends),
    };
    Ok(Invitations { rows: open.into_iter().map(view).collect() })
}

/// Invites people, all or none.
pub fn invite(demo: &mut Demo, ask: &Ask, body: Invite) -> Outcome<Invitations> {
    let company = demo.own(Service::InviteEmployees)?;
    let emails = invitation::parse(&body.emails).map_err(Refusal::invalid)?;
    let now = demo.now;
    // What is over makes room.
    let waits = |key: u64| {
        let mut own = demo.invitations.iter().filter(|one| one.company == company && demo.refused(one).is_none());
        own.any(|one| one.address.0 == key)
    };
    let known = emails.iter().filter(|(_, email)| waits(mark(&invitation::key(email))));
    let waiting = |place: usize| FieldProblem { field: invitation::field(place), error: Invalid::Taken };
    let problems: Vec<FieldProblem> = known.map(|(place, _)| waiting(*place)).collect();
    if !problems.is_empty() {
        return Err(Refusal::invalid(problems));
    }
    let inviter = demo.me().ok().map(called);
    let by = demo.me().ok().map(|member| member.id.clone());
    for (_, email) in emails {
        let address = (mark(&invitation::key(&email)), mask::contact(&email.to_string()));
        let over = |one: &Invitation| one.company == company && one.closed.is_none() && one.address.0 == address.0;
        demo.invitations.retain(|one| !over(one));
        let (id, token) = (demo.id(), demo.token());
        let (company, inviter, by) = (company.clone(), inviter.clone(), by.clone());
        demo.note(&company, AuditEvent::EmployeeInvited, "");
        demo.invitations.push(Invitation {
            id,
            company,
            inviter,
            by,
            address,
            token,
            sent_at: now,
            resends: 0,
            closed: None,
        });
    }
    list(demo, ask, Empty {})
}

/// Sends one again, under a new token and with its full time.
pub fn resend(demo: &mut Demo, ask: &Ask, _: Empty) -> Outcome<Invitations> {
    let (now, token) = (demo.now, demo.token());
    let sender = demo.me().ok().map(|member| (member.id.clone(), called(member)));
    let found = demo.own_invitation(ask)?;
    if now < found.sent_at + PAUSE {
        let retry_after = Some(seconds(now, found.sent_at + PAUSE));
        return Err(Refusal(Box::new(Problem { retry_after, ..Problem::new(ProblemCode::ResendTooSoon) })));
    }
    if found.resends >= INVITATION_RESENDS {
        return Err(ProblemCode::InvitationsOver.into());
    }
    (found.token, found.sent_at, found.resends) = (token, now, found.resends + 1);
    (found.by, found.inviter) = sender.unzip();
    let company = found.company.clone();
    demo.note(&company, AuditEvent::InvitationResent, "");
    list(demo, ask, Empty {})
}

/// Withdraws one.
pub fn withdraw(demo: &mut Demo, ask: &Ask, _: Empty) -> Outcome<Invitations> {
    let found = demo.own_invitation(ask)?;
    found.closed = Some(ProblemCode::InvitationWithdrawn);
    let company = found.company.clone();
    demo.note(&company, AuditEvent::InvitationWithdrawn, "");
    list(demo, ask, Empty {})
}

/// What a link invites to; the tab holds it from now on.
pub fn open(demo: &mut Demo, ask: &Ask, body: InvitationToken) -> Outcome<InvitationOffer> {
    portals::find(ask.part(0))?;
    demo.held = demo.invitations.iter().find(|one| one.token == body.token).map(|one| one.id.clone());
    held(demo, ask, Empty {})
}

/// What the invitation invites to that the tab holds.
pub fn held(demo: &mut Demo, ask: &Ask, _: Empty) -> Outcome<InvitationOffer> {
    let found = demo.held(ask.part(0))?;
    let company = demo.company(&found.company).map(|company| company.profile.name.clone());
    let inviter = found.inviter.as_deref().map(mask::name);
    Ok(InvitationOffer { company: company.unwrap_or_default(), inviter, expires_at: iso(found.sent_at + LIFE) })
}

/// The member accepts it, and belongs to the company. Who waits for the master's approval has it; nobody becomes a master.
pub fn accept(demo: &mut Demo, ask: &Ask, _: Empty) -> Outcome<SessionView> {
    let me = demo.me()?;
    if me.portal != ask.part(0) {
        return Err(ProblemCode::LoginRequired.into());
    }
    let found = demo.held(ask.part(0))?;
    let (id, company) = (found.id.clone(), found.company.clone());
    let alone = me.company.is_none() && matches!(me.role, Role::Personal | Role::General);
    let waits = me.company.as_ref() == Some(&company) && me.role == Role::Associate;
    if !alone && !waits {
        let linked = me.company.is_some();
        return Err(if linked { ProblemCode::CompanyLinked } else { ProblemCode::NotForMember }.into());
    }
    let whom = called(me);
    let member = demo.me_mut()?;
    let general = member.role == Role::General;
    (member.role, member.linked_by) =
        if general { (Role::General, Some(LinkedBy::Invitation)) } else { (Role::Regular, None) };
    member.company = Some(company.clone());
    demo.held = None;
    if let Some(used) = demo.invitations.iter_mut().find(|one| one.id == id) {
        used.closed = Some(ProblemCode::InvitationUsed);
    }
    demo.note(&company, AuditEvent::InvitationAccepted, &whom);
    session(demo, ask, Empty {})
}
