//! What is changed of a company, by its own login or by a member who was linked by its certificate (manual rows T16, T102
//! to T105): nothing before its certificate was shown.

use super::{deed_of, own};
use crate::account::{Admin, CompanyLogin, company_deed};
use crate::app::AppState;
use crate::clock::{MINUTE, Millis, korean_day};
use crate::providers::mail::Mail;
use crate::refusal::{Outcome, Refusal};
use crate::store::{Answered, Answers, NewCompanyHash};
use crate::{http, random};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{CompanyInfo, Notified};
use gaip_domain::facts::{Answer, CompanyProfile, Facts, StepInput, Value, Values};
use gaip_domain::form::{self, World};
use gaip_domain::permission::Service;
use gaip_domain::portal::{CompanyPart, Field, Journey, Portal, Purpose};
use gaip_domain::value::{BusinessNumber, Invalid};

/// People are told of a new approval password no more often than this.
const TOLD: Millis = 10 * MINUTE;

/// Passes while the company's certificate opened sensitive changes.
fn stepped_up(login: &CompanyLogin) -> Outcome<()> {
    login.stepped_up.map(|_| ()).ok_or_else(|| ProblemCode::StepUpRequired.into())
}

/// What is known of the company.
pub async fn info(app: &AppState, admin: &Admin) -> Outcome<CompanyInfo> {
    let company = own(app, admin, Service::EditCompany).await?;
    // Companies without a login of their own have nothing here.
    let answers = app.store.company_answers(&company.id).await?.ok_or(ProblemCode::NotAllowed)?;
    let (step, fields) = asked(portal(app, admin.portal())?)?;
    let values = values(&answers, step);
    let asked = |name: &String| fields.iter().any(|field| &field.name == name);
    Ok(CompanyInfo { values: values.into_iter().filter(|(name, _)| asked(name)).collect() })
}

/// Changes what is known of it, by the fields that the registration asked.
pub async fn save_info(app: &AppState, admin: &Admin, input: &StepInput) -> Outcome<CompanyInfo> {
    let company = own(app, admin, Service::EditCompany).await?;
    let mut answers = app.store.company_answers(&company.id).await?.ok_or(ProblemCode::NotAllowed)?;
    admin.stepped_up()?;
    let (step, fields) = asked(portal(app, admin.portal())?)?;
    let now = app.clock.now();
    // What the directory knew once may have changed: nothing is fixed here.
    let world = World { step, facts: &Facts::default(), today: korean_day(now) };
    let new = form::parse(fields.iter().copied(), &input.fields, world).map_err(Refusal::invalid)?;
    let mut all = values(&answers, step);
    for field in &fields {
        all.remove(&field.name);
    }
    all.extend(new.clone());
    let answer = Answered { answer: Answer::Form(all), at: now, consents: consents(&answers, step) };
    answers.insert(step.to_owned(), answer);
    let profile = profile(&fields, &new, &company.name);
    app.store.change_company(deed_of(app, admin), &answers, &profile).await??;
    Ok(CompanyInfo { values: new })
}

/// Changes the approval password. Whoever is linked stays so.
pub async fn approval(app: &AppState, login: &CompanyLogin, typed: &str) -> Outcome<()> {
    stepped_up(login)?;
    let number = BusinessNumber::parse(&login.company.business_number).ok();
    let pin = form::parse_pin(typed).map_err(|error| Refusal::field("approval", error))?;
    form::check_pin(&pin, number.as_ref()).map_err(|flaw| Refusal::field("approval", Invalid::Password(flaw)))?;
    let hash = app.passwords.hash(&pin, &*app.random).await;
    Ok(app.store.change_approval(company_deed(app, login), &hash).await??)
}

/// Changes the password of the login; the token of the session that goes on.
pub async fn password(app: &AppState, login: &CompanyLogin, typed: &str) -> Outcome<String> {
    stepped_up(login)?;
    let number = &login.company.business_number;
    let hyphenated = BusinessNumber::parse(number).map(|number| number.hyphenated()).unwrap_or_default();
    let flaw = app.policy.check(typed, &[number, &hyphenated, &login.company.name]);
    flaw.map_err(|flaw| Refusal::field("password", Invalid::Password(flaw)))?;
    let hash = app.passwords.hash(typed, &*app.random).await;
    let token = random::token(&*app.random);
    let token_hash = http::session::hash(&token);
    let new = NewCompanyHash { hash: &hash, session: &login.session, token_hash: &token_hash };
    app.store.change_company_password(company_deed(app, login), new).await??;
    Ok(token)
}

/// Tells the company's people by e-mail that the approval password changed; never what it is (rows T105, X11).
pub async fn tell(app: &AppState, login: &CompanyLogin) -> Outcome<Notified> {
    stepped_up(login)?;
    if app.mails.ready("").await.is_err() {
        return Err(ProblemCode::MailUnavailable.into());
    }
    let deed = company_deed(app, login);
    let addresses = app.store.tell_approval(deed, deed.at - TOLD).await??;
    let mails: Vec<Mail> =
        addresses.into_iter().map(|to| letter(portal(app, &login.company.portal), &login.company.name, to)).collect();
    let told = Notified { mails: u32::try_from(mails.len()).unwrap_or(u32::MAX) };
    let server = app.mails.clone();
    tokio::spawn(async move {
        let mut failed = 0_u32;
        for mail in &mails {
            if server.send(mail).await.is_err() && server.send(mail).await.is_err() {
                failed += 1;
            }
        }
        if failed > 0 {
            tracing::error!(failed, "the mail server did not take notices of new approval passwords");
        }
    });
    Ok(told)
}

fn letter(portal: Outcome<&Portal>, company: &str, to: String) -> Mail {
    let name = portal.map_or("", |portal| portal.name.ko.as_str());
    Mail {
        to,
        subject: format!("[{name}] {company}의 승인 비밀번호가 변경되었습니다"),
        text: format!(
            "{company}의 승인 비밀번호(6자리)가 변경되었습니다.\n\n이미 소속기업과 연결된 회원은 따로 할 일이 없습니다. 새 승인 비밀번호는 메일로 보내지 않으니, 필요하면 소속기업의 기업정보 관리자에게 확인해 주세요.\n\nThe approval password of {company} was changed. Your link to the company stays as it is. The password is never sent by e-mail; ask your company's administrator.\n"
        ),
    }
}

fn portal<'a>(app: &'a AppState, id: &str) -> Outcome<&'a Portal> {
    let served = app.portals.get(id).ok_or(ProblemCode::NotAllowed)?;
    Ok(&served.portal)
}

/// The step of the registration that asked about the company, and its fields.
fn asked(portal: &Portal) -> Outcome<(&str, Vec<&Field>)> {
    let (step, fields) =
        portal.of_purpose(Purpose::Company).and_then(Journey::company_form).ok_or(ProblemCode::NotFound)?;
    Ok((&step.id, fields))
}

fn values(answers: &Answers, step: &str) -> Values {
    match answers.get(step).map(|answered| &answered.answer) {
        Some(Answer::Form(values)) => values.clone(),
        _ => Values::new(),
    }
}

fn consents(answers: &Answers, step: &str) -> std::collections::BTreeMap<String, gaip_domain::facts::Consent> {
    answers.get(step).map(|answered| answered.consents.clone()).unwrap_or_default()
}

fn profile(fields: &[&Field], values: &Values, name: &str) -> CompanyProfile {
    let value =
        |part| fields.iter().find(|field| field.company == Some(part)).and_then(|field| values.get(&field.name));
    let text = |part| match value(part) {
        Some(Value::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let address = match value(CompanyPart::Address) {
        Some(Value::Address { postcode, road, detail }) => Some([postcode.clone(), road.clone(), detail.clone()]),
        _ => None,
    };
    CompanyProfile {
        name: text(CompanyPart::Name).unwrap_or_else(|| name.to_owned()),
        representative: text(CompanyPart::Representative),
        address,
        phone: text(CompanyPart::Phone),
        opened: text(CompanyPart::Opened),
    }
}
