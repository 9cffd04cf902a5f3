//! Papers that somebody looks at. There are no operators in the demo: whoever walks it decides on their own papers, at the
//! bar, and hands them in again after a refusal.

use super::clock::today;
use super::files;
use super::mine;
use super::refusal::{Outcome, Refusal};
use super::state::{Demo, Member};
use super::table::Ask;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AuditEvent, Empty, FileView, MemberView, NewFile, NewPapers, Role};
use gaip_domain::facts::{Answer, FieldProblem, Value};
use gaip_domain::form::{self, World};
use gaip_domain::value::Invalid;

/// Why papers are refused here.
const REASON: &str = "사업자등록증의 글자가 보이지 않습니다. 다시 스캔한 파일을 내 주세요.";

/// What an operator would decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The papers are right, or the originals came.
    Approve,
    /// The papers are to be handed in again.
    Reject,
}

/// What can be decided on the member who is logged in.
pub fn open(demo: &Demo) -> &'static [Decision] {
    match demo.me() {
        Ok(me) if me.role == Role::Applicant && me.rejected.is_none() => &[Decision::Approve, Decision::Reject],
        Ok(me) if me.role == Role::Contact && me.provisional => &[Decision::Approve],
        _ => &[],
    }
}

/// Decides on the papers of the member who is logged in.
pub fn decide(demo: &mut Demo, decision: Decision) {
    if !open(demo).contains(&decision) {
        return;
    }
    let master = |member: &Member| member.role == Role::Master;
    let led = demo.me().ok().and_then(|me| me.company.clone()).is_some_and(|id| demo.people(&id).any(master));
    let Ok(member) = demo.me_mut() else { return };
    match decision {
        Decision::Approve => {
            if member.role == Role::Applicant {
                member.role = if led { Role::Associate } else { Role::Master };
            }
            member.provisional = false;
        }
        Decision::Reject => member.rejected = Some(REASON.to_owned()),
    }
}

/// Passes while the papers of the member are refused.
fn refused(demo: &Demo) -> Outcome<&Member> {
    let me = demo.me()?;
    if me.role == Role::Applicant && me.rejected.is_some() { Ok(me) } else { Err(ProblemCode::AlreadyDecided.into()) }
}

/// Announces a file.
pub fn announce(demo: &mut Demo, _: &Ask, body: NewFile) -> Outcome<FileView> {
    refused(demo)?;
    files::announce(demo, body)
}

/// Takes the papers: the application waits anew.
pub fn again(demo: &mut Demo, ask: &Ask, body: NewPapers) -> Outcome<MemberView> {
    let me = refused(demo)?;
    let journey = me.converted.as_ref().unwrap_or(&me.journey);
    let journey = super::portals::find(&me.portal)?.journey(journey).ok_or(ProblemCode::NotFound)?;
    let (step, fields) = journey.papers().ok_or(ProblemCode::NotFound)?;
    let Some(Answer::Form(mut values)) = me.facts.answers.get(&step.id).cloned() else {
        return Err(ProblemCode::NotFound.into());
    };
    let world = World { step: &step.id, facts: &me.facts, today: today(demo.now) };
    let papers = form::parse(fields.iter().copied(), &body.fields, world).map_err(Refusal::invalid)?;
    let ids = |value: &Value| if let Value::Files(ids) = value { ids.clone() } else { Vec::new() };
    let known = |id: &String| demo.files.get(id).filter(|file| file.complete).cloned();
    let mut handed_in = Vec::new();
    for (name, id) in papers.iter().flat_map(|(name, value)| ids(value).into_iter().map(move |id| (name, id))) {
        let missing = || FieldProblem { field: name.clone(), error: Invalid::UnknownFile };
        handed_in.push(known(&id).ok_or_else(|| Refusal::invalid(vec![missing()]))?);
    }
    values.retain(|name, _| fields.iter().all(|field| field.name != *name));
    values.extend(papers);
    let member = demo.me_mut()?;
    member.facts.answers.insert(step.id.clone(), Answer::Form(values));
    (member.files, member.rejected) = (handed_in, None);
    demo.did(AuditEvent::PapersHandedIn);
    mine::page(demo, ask, Empty {})
}
