//! The member's own pages.

use super::account::brief;
use super::clock::iso;
use super::info::journeys;
use super::login_types;
use super::portals;
use super::refusal::Outcome;
use super::state::{Demo, Member, Who, mark};
use super::table::Ask;
use crate::steps::certificate_dialog::sample_evidence;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{
    AuditEvent, ConsentDecision, ConsentView, DecideConsents, Empty, Leave, LeftView, LoginView, MemberView,
    OpenedService, Proving, RegisteredCertificate, Role,
};
use gaip_domain::facts::CertificateEvidence;
use gaip_domain::own;
use gaip_domain::permission::Standing;
use gaip_domain::text::Lang;

/// The page.
pub fn page(demo: &mut Demo, _: &Ask, _: Empty) -> Outcome<MemberView> {
    Ok(view(demo, demo.me()?))
}

fn view(demo: &Demo, member: &Member) -> MemberView {
    let company = member.company.as_ref().and_then(|id| demo.company(id));
    MemberView {
        member: brief(demo, member),
        business_number: company.map(|company| company.number.clone()),
        reference: member.reference.clone(),
        joined_at: iso(member.joined_at),
        journey: member.journey.clone(),
        converted: member.converted.clone(),
        rejected: member.rejected.clone(),
        facts: member.facts.clone(),
        files: member.files.clone(),
    }
}

/// What is kept of the member, as the link on the page saves it.
pub fn data(demo: &Demo) -> Option<String> {
    let member = demo.me().ok()?;
    serde_json::to_string_pretty(&view(demo, member)).ok()
}

/// Opens a service of the portal.
pub fn open_service(demo: &mut Demo, ask: &Ask, _: Empty) -> Outcome<OpenedService> {
    let member = demo.me()?;
    let found = portals::find(&member.portal)?.service(ask.part(0)).ok_or(ProblemCode::NotFound)?;
    let standing = Standing::of(member.role, member.linked_by, login_types::of(member));
    if !standing.is_some_and(|standing| standing.may(found.service)) {
        return Err(ProblemCode::NotAllowed.into());
    }
    // The address that the portal names needs a server.
    let word = found.service.opened_as().unwrap_or_default();
    Ok(OpenedService { address: ["/gallery?service=", word].concat() })
}

/// The registered certificates.
pub fn certificates(demo: &mut Demo, _: &Ask, _: Empty) -> Outcome<Vec<RegisteredCertificate>> {
    Ok(demo.me()?.certificates.clone())
}

/// Registers another one; each is another.
pub fn register_certificate(demo: &mut Demo, ask: &Ask, _: Proving) -> Outcome<Vec<RegisteredCertificate>> {
    let (id, registered_at) = (demo.id(), demo.stamp());
    let evidence = CertificateEvidence { serial: id.clone(), ..sample_evidence() };
    demo.me_mut()?.certificates.insert(0, RegisteredCertificate { id, evidence, registered_at });
    demo.did(AuditEvent::CertificateRegistered);
    certificates(demo, ask, Empty {})
}

/// Takes one away.
pub fn delete_certificate(demo: &mut Demo, ask: &Ask, _: Empty) -> Outcome<Empty> {
    demo.me()?;
    if demo.now >= demo.open_until {
        return Err(ProblemCode::StepUpRequired.into());
    }
    let certificates = &mut demo.me_mut()?.certificates;
    let before = certificates.len();
    certificates.retain(|certificate| certificate.id != ask.part(0));
    if certificates.len() == before {
        return Err(ProblemCode::NotFound.into());
    }
    demo.did(AuditEvent::CertificateDeleted);
    Ok(Empty {})
}

/// The open logins.
pub fn logins(demo: &mut Demo, _: &Ask, _: Empty) -> Outcome<Vec<LoginView>> {
    if matches!(demo.who, Who::Nobody) {
        return Err(ProblemCode::LoginRequired.into());
    }
    Ok(demo.logins.clone())
}

/// Ends all others.
pub fn end_others(demo: &mut Demo, ask: &Ask, _: Empty) -> Outcome<Vec<LoginView>> {
    demo.logins.retain(|login| login.here);
    demo.did(AuditEvent::LoginsEnded);
    logins(demo, ask, Empty {})
}

/// Ends one.
pub fn end_login(demo: &mut Demo, ask: &Ask, _: Empty) -> Outcome<Vec<LoginView>> {
    let before = demo.logins.len();
    demo.logins.retain(|login| login.here || login.id != ask.part(0));
    if demo.logins.len() == before {
        return Err(ProblemCode::NotFound.into());
    }
    demo.did(AuditEvent::LoginsEnded);
    logins(demo, ask, Empty {})
}

/// Passes where the member who is logged in, if there is one, agreed to every required document in force.
pub fn consented(demo: &Demo) -> Outcome<()> {
    let due = demo.me().is_ok_and(|me| documents(me).is_ok_and(|all| all.iter().any(|consent| consent.due)));
    if due { Err(ProblemCode::ConsentRequired.into()) } else { Ok(()) }
}

/// The documents of the member's journeys, with every decision.
pub fn consents(demo: &mut Demo, _: &Ask, _: Empty) -> Outcome<Vec<ConsentView>> {
    documents(demo.me()?)
}

fn documents(member: &Member) -> Outcome<Vec<ConsentView>> {
    let portal = portals::find(&member.portal)?;
    let mut views: Vec<ConsentView> = Vec::new();
    for (terms, required) in own::documents(portal, &journeys(member), &member.facts) {
        let Some(document) = portal.terms_document(terms) else { continue };
        if views.iter().any(|view| view.terms == terms) {
            continue;
        }
        let own = member.decisions.iter().filter(|(of, _)| of == terms).map(|(_, decision)| decision.clone());
        let decisions: Vec<ConsentDecision> = own.collect();
        let due = required && !decisions.iter().any(|one| one.agreed && one.version == document.version);
        let agreed = decisions.first().map(|one| one.agreed);
        views.push(ConsentView {
            terms: terms.to_owned(),
            version: document.version.clone(),
            required,
            due,
            agreed,
            decisions,
        });
    }
    Ok(views)
}

/// Agrees to documents in force, or withdraws.
pub fn decide(demo: &mut Demo, ask: &Ask, body: DecideConsents) -> Outcome<Vec<ConsentView>> {
    let known = consents(demo, ask, Empty {})?;
    let portal = portals::find(&demo.me()?.portal)?;
    let at = demo.stamp();
    for (terms, agreed) in body.choices {
        let consent = known.iter().find(|consent| consent.terms == terms).ok_or(ProblemCode::NotFound)?;
        let document = portal.terms_document(&terms).ok_or(ProblemCode::NotFound)?;
        let hashes = Lang::ALL.map(|lang| portals::hash(document, lang));
        if agreed && !body.seen.get(&terms).is_some_and(|seen| hashes.contains(seen)) {
            return Err(ProblemCode::TermsChanged.into());
        }
        if !agreed && consent.required {
            return Err(ProblemCode::ConsentStays.into());
        }
        let decision = ConsentDecision { version: document.version.clone(), agreed, at: at.clone() };
        demo.me_mut()?.decisions.insert(0, (terms, decision));
        demo.did(AuditEvent::ConsentDecided);
    }
    consents(demo, ask, Empty {})
}

/// Leaves for good.
pub fn leave(demo: &mut Demo, _: &Ask, body: Leave) -> Outcome<LeftView> {
    let me = demo.me()?.clone();
    if let Some(known) = me.password
        && mark(&body.password.unwrap_or_default()) != known
    {
        return Err(ProblemCode::PasswordWrong.into());
    }
    let others = |member: &&Member| member.company == me.company && member.id != me.id;
    let alone = me.company.is_none() || demo.members.iter().find(others).is_none();
    if !alone && matches!(me.role, Role::Master | Role::Contact) {
        return Err(ProblemCode::MasterStays.into());
    }
    demo.members.retain(|member| member.id != me.id);
    demo.offers.retain(|offer| offer.to != me.id);
    demo.drafts.retain(|_, draft| draft.by.as_ref() != Some(&me.id));
    if alone {
        demo.companies.retain(|company| Some(&company.id) != me.company.as_ref());
    }
    demo.who = Who::Nobody;
    Ok(LeftView { left_at: demo.stamp(), with_company: alone && me.company.is_some() })
}
