//! What is known of a company, and its change by the company itself or by members whom the table lets (manual rows K17,
//! T16, T102; decision 0030).

use super::{deed_of, own};
use crate::account::{self, Admin};
use crate::app::AppState;
use crate::clock::korean_day;
use crate::refusal::{Outcome, Refusal};
use crate::store::{Answered, CompanyChange, KnownCompany};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{ChangeCompany, CompanyInfo};
use gaip_domain::facts::{Answer, CompanyProfile, Facts, Value, Values};
use gaip_domain::form::{self, World};
use gaip_domain::permission::Service;
use gaip_domain::portal::{CompanyPart, Field, Portal};
use std::net::IpAddr;

/// What is known of it.
pub async fn info(app: &AppState, admin: &Admin) -> Outcome<CompanyInfo> {
    let company = own(app, admin, Service::EditCompany).await?;
    let (step, fields) = asked(portal(app, admin)?)?;
    let known = app.store.known_company(&company.id).await?.ok_or(ProblemCode::NotAllowed)?;
    let (password, fresh) = match admin {
        Admin::Member(login) if !by_certificate(app, admin)? => {
            (account::has_password(app, &login.member).await?, account::fresh(app, login))
        }
        Admin::Member(_) | Admin::Company(_) => (false, admin.stepped_up().is_ok()),
    };
    let version = u32::try_from(known.version).unwrap_or_default();
    Ok(CompanyInfo { version, password, fresh, values: values(&known, step, &fields) })
}

/// Changes it, by the fields that the registration asked.
pub async fn save_info(app: &AppState, admin: &Admin, peer: IpAddr, body: &ChangeCompany) -> Outcome<CompanyInfo> {
    let company = own(app, admin, Service::EditCompany).await?;
    let (step, fields) = asked(portal(app, admin)?)?;
    let known = app.store.known_company(&company.id).await?.ok_or(ProblemCode::NotAllowed)?;
    proven(app, admin, peer, body.password.as_deref()).await?;
    let now = app.clock.now();
    // What the directory knew once may have changed: nothing is fixed here.
    let world = World { step, facts: &Facts::default(), today: korean_day(now) };
    let new = form::parse(fields.iter().copied(), &body.input.fields, world).map_err(Refusal::invalid)?;
    let profile = changed(known.profile, &fields, &new);
    let answers = known.answers.map(|mut answers| {
        let before = answers.remove(step);
        let mut all = before.as_ref().and_then(form_of).cloned().unwrap_or_default();
        for field in &fields {
            all.remove(&field.name);
        }
        all.extend(new);
        let consents = before.map(|before| before.consents).unwrap_or_default();
        answers.insert(step.to_owned(), Answered { answer: Answer::Form(all), at: now, consents });
        answers
    });
    let change = CompanyChange { version: i64::from(body.version), profile: &profile, answers: answers.as_ref() };
    app.store.change_company(deed_of(app, admin), change).await??;
    info(app, admin).await
}

/// Whether it is the company's certificate that opens changes: for the company's own login always, for members where
/// their portal takes certificates.
fn by_certificate(app: &AppState, admin: &Admin) -> Outcome<bool> {
    Ok(matches!(admin, Admin::Company(_)) || portal(app, admin)?.certificates.is_some())
}

/// Passes for who has shown to be who may change it: a session left open on a desk does not.
async fn proven(app: &AppState, admin: &Admin, peer: IpAddr, password: Option<&str>) -> Outcome<()> {
    match admin {
        Admin::Member(login) if !by_certificate(app, admin)? => account::shown(app, login, peer, password).await,
        Admin::Member(_) | Admin::Company(_) => admin.stepped_up(),
    }
}

fn portal<'a>(app: &'a AppState, admin: &Admin) -> Outcome<&'a Portal> {
    let served = app.portals.get(admin.portal()).ok_or(ProblemCode::NotAllowed)?;
    Ok(&served.portal)
}

/// The step that asks about companies, and its fields.
fn asked(portal: &Portal) -> Outcome<(&str, Vec<&Field>)> {
    let (step, fields) = portal.company_form().ok_or(ProblemCode::NotFound)?;
    Ok((&step.id, fields))
}

/// What is known, by the names of the fields: as it was answered, or where nobody answered for the company itself by its
/// profile.
fn values(known: &KnownCompany, step: &str, fields: &[&Field]) -> Values {
    let answered = known.answers.as_ref().and_then(|answers| form_of(answers.get(step)?));
    let value = |field: &Field| match answered {
        Some(values) => values.get(&field.name).cloned(),
        None => field.company.and_then(|part| form::of_company(part, &known.profile)),
    };
    fields.iter().filter_map(|field| Some((field.name.clone(), value(field)?))).collect()
}

fn form_of(answered: &Answered) -> Option<&Values> {
    if let Answer::Form(values) = &answered.answer { Some(values) } else { None }
}

/// The profile with what was typed; what no field asks stays.
fn changed(known: CompanyProfile, fields: &[&Field], new: &Values) -> CompanyProfile {
    fields.iter().fold(known, |profile, field| {
        let value = new.get(&field.name);
        let text = match value {
            Some(Value::Text(text)) => Some(text.clone()),
            _ => None,
        };
        match (field.company, value) {
            (Some(CompanyPart::Name), _) => CompanyProfile { name: text.unwrap_or(profile.name), ..profile },
            (Some(CompanyPart::Representative), _) => CompanyProfile { representative: text, ..profile },
            (Some(CompanyPart::Phone), _) => CompanyProfile { phone: text, ..profile },
            (Some(CompanyPart::Opened), _) => CompanyProfile { opened: text, ..profile },
            (Some(CompanyPart::Address), Some(Value::Address { postcode, road, detail })) => {
                CompanyProfile { address: Some([postcode.clone(), road.clone(), detail.clone()]), ..profile }
            }
            (Some(CompanyPart::Address), _) => CompanyProfile { address: None, ..profile },
            (None, _) => profile,
        }
    })
}
