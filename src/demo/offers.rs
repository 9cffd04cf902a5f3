//! Handing the master's role over: one offers it, the other accepts. There is one master at every moment.

use super::clock::{DAY, iso};
use super::company::called;
use super::refusal::Outcome;
use super::state::{Demo, Offer};
use super::table::Ask;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AuditEvent, Empty, MasterOffer, MyOffer, OFFER_DAYS, OfferMaster, Role};
use gaip_domain::permission::Service;

fn view(demo: &Demo, offer: &Offer) -> Option<MasterOffer> {
    let master = demo.people(&offer.company).find(|member| member.role == Role::Master)?;
    Some(MasterOffer {
        id: offer.id.clone(),
        company: demo.company(&offer.company)?.profile.name.clone(),
        from: called(master),
        to: called(demo.member(&offer.to)?),
        expires_at: iso(offer.expires_at),
    })
}

/// The offer of a company.
pub fn of_company(demo: &Demo, company: &str) -> Option<MasterOffer> {
    let offer = demo.offers.iter().find(|offer| offer.company == company && offer.expires_at > demo.now)?;
    view(demo, offer)
}

/// Takes an offer to somebody away.
pub fn void(demo: &mut Demo, to: &str) {
    let Some(at) = demo.offers.iter().position(|offer| offer.to == to) else { return };
    let offer = demo.offers.remove(at);
    let whom = demo.member(to).map(called).unwrap_or_default();
    demo.note(&offer.company, AuditEvent::MasterOfferWithdrawn, &whom);
}

/// Offers the role to a regular member.
pub fn offer(demo: &mut Demo, _: &Ask, body: OfferMaster) -> Outcome<MasterOffer> {
    let company = demo.own(Service::HandOverMaster)?;
    let employee = demo.people(&company).find(|member| member.id == body.employee).ok_or(ProblemCode::NotFound)?;
    if employee.role != Role::Regular {
        return Err(ProblemCode::AlreadyDecided.into());
    }
    if of_company(demo, &company).is_some() {
        return Err(ProblemCode::OfferPending.into());
    }
    let whom = called(employee);
    demo.offers.retain(|offer| offer.company != company);
    let (id, expires_at) = (demo.id(), demo.now + i64::from(OFFER_DAYS) * DAY);
    demo.offers.push(Offer { id, company: company.clone(), to: body.employee, expires_at });
    demo.note(&company, AuditEvent::MasterOffered, &whom);
    Ok(of_company(demo, &company).ok_or(ProblemCode::OfferGone)?)
}

/// Withdraws it.
pub fn withdraw(demo: &mut Demo, _: &Ask, _: Empty) -> Outcome<Empty> {
    let company = demo.own(Service::HandOverMaster)?;
    let to = demo.offers.iter().find(|offer| offer.company == company).map(|offer| offer.to.clone());
    void(demo, &to.ok_or(ProblemCode::OfferGone)?);
    Ok(Empty {})
}

/// What is offered to the member.
pub fn mine(demo: &mut Demo, _: &Ask, _: Empty) -> Outcome<MyOffer> {
    let me = &demo.me()?.id;
    let offer = demo.offers.iter().find(|offer| offer.to == *me && offer.expires_at > demo.now);
    Ok(MyOffer { offer: offer.and_then(|offer| view(demo, offer)) })
}

/// Takes the offer that the member has.
fn take(demo: &mut Demo, ask: &Ask) -> Outcome<Offer> {
    let (me, now) = (demo.me()?.id.clone(), demo.now);
    let own = |offer: &Offer| offer.id == ask.part(0) && offer.to == me && offer.expires_at > now;
    let at = demo.offers.iter().position(own).ok_or(ProblemCode::OfferGone)?;
    Ok(demo.offers.remove(at))
}

/// Accepts: both change, or none.
pub fn accept(demo: &mut Demo, ask: &Ask, _: Empty) -> Outcome<Empty> {
    let offer = take(demo, ask)?;
    let master = demo.people(&offer.company).find(|member| member.role == Role::Master);
    let (before, whom) = master.map(|member| (member.id.clone(), called(member))).ok_or(ProblemCode::OfferGone)?;
    let next = demo.people(&offer.company).any(|member| member.id == offer.to && member.role == Role::Regular);
    if !next {
        return Err(ProblemCode::OfferGone.into());
    }
    for (id, role) in [(&before, Role::Regular), (&offer.to, Role::Master)] {
        if let Some(member) = demo.member_mut(id) {
            (member.role, member.approved_at) = (role, None);
        }
    }
    demo.note(&offer.company, AuditEvent::MasterHandedOver, &whom);
    Ok(Empty {})
}

/// Declines.
pub fn decline(demo: &mut Demo, ask: &Ask, _: Empty) -> Outcome<Empty> {
    let offer = take(demo, ask)?;
    let whom = demo.member(&offer.to).map(called).unwrap_or_default();
    demo.note(&offer.company, AuditEvent::MasterOfferDeclined, &whom);
    Ok(Empty {})
}
