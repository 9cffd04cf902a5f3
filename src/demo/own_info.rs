//! What is known of a company, and its change by itself or by its members.

use super::clock::today;
use super::info::shown;
use super::portals;
use super::refusal::{Outcome, Refusal};
use super::state::{Demo, Who};
use super::table::Ask;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AuditEvent, ChangeCompany, CompanyInfo, Empty};
use gaip_domain::facts::{Facts, Value};
use gaip_domain::form::{self, World};
use gaip_domain::permission::Service;
use gaip_domain::portal::{CompanyPart, Field};

/// The step that asks about companies, and its fields.
fn asked(portal: &str) -> Outcome<(&'static str, Vec<&'static Field>)> {
    let (step, fields) = portals::find(portal)?.company_form().ok_or(ProblemCode::NotFound)?;
    Ok((&step.id, fields))
}

/// Whether the company's certificate opens changes, or else a member's password.
fn by_certificate(demo: &Demo, portal: &str) -> Outcome<bool> {
    Ok(matches!(demo.who, Who::Company(_)) || portals::find(portal)?.certificates.is_some())
}

/// What is known of it.
pub fn info(demo: &mut Demo, _: &Ask, _: Empty) -> Outcome<CompanyInfo> {
    let id = demo.own(Service::EditCompany)?;
    let company = demo.company(&id).ok_or(ProblemCode::NotAllowed)?;
    let (_, fields) = asked(&company.portal)?;
    let value = |field: &Field| {
        let of_profile = || form::of_company(field.company?, &company.profile);
        company.values.get(&field.name).cloned().or_else(of_profile)
    };
    let values = fields.iter().filter_map(|field| Some((field.name.clone(), value(field)?)));
    let by_certificate = by_certificate(demo, &company.portal)?;
    Ok(CompanyInfo {
        version: company.version,
        password: !by_certificate && demo.me()?.password.is_some(),
        fresh: if by_certificate { demo.now < demo.open_until } else { demo.fresh() },
        values: values.collect(),
    })
}

/// Changes it.
pub fn save(demo: &mut Demo, ask: &Ask, body: ChangeCompany) -> Outcome<CompanyInfo> {
    let id = demo.own(Service::EditCompany)?;
    let portal = demo.company(&id).ok_or(ProblemCode::NotAllowed)?.portal.clone();
    if !by_certificate(demo, &portal)? {
        shown(demo, body.password.as_deref())?;
    } else if demo.now >= demo.open_until {
        return Err(ProblemCode::StepUpRequired.into());
    }
    let (step, fields) = asked(&portal)?;
    let world = World { step, facts: &Facts::default(), today: today(demo.now) };
    let new = form::parse(fields.iter().copied(), &body.input.fields, world).map_err(Refusal::invalid)?;
    let company = demo.company_mut(&id).ok_or(ProblemCode::NotAllowed)?;
    if body.version != company.version {
        return Err(ProblemCode::InfoChanged.into());
    }
    for field in &fields {
        company.values.remove(&field.name);
        if let (Some(CompanyPart::Name), Some(Value::Text(name))) = (field.company, new.get(&field.name)) {
            company.profile.name.clone_from(name);
        }
    }
    company.values.extend(new);
    company.version += 1;
    demo.note(&id, AuditEvent::CompanyChanged, "");
    info(demo, ask, Empty {})
}
