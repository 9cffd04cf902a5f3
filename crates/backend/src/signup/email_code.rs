//! The step that sends a code to a member's e-mail address (manual rows T116, D123 to D130).
//!
//! The same work is done, the same is answered and the same is counted whether or not what was typed is a member's; a mail
//! leaves after the answer.

use super::identity::at_step;
use super::judge::{Case, Judged};
use super::recovery::{entered, typed};
use super::{Caller, Place, draft};
use crate::app::AppState;
use crate::clock::korean_day;
use crate::email_codes::{self, Addressee, CODE};
use crate::refusal::{Outcome, Refusal};
use crate::store::{AccountRecord, CodeOwner, Named};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AnswerStep, EmailCodeAttempt};
use gaip_domain::facts::{Answer, StepInput, Value, Values};
use gaip_domain::form::{self, World};
use gaip_domain::portal::{AccountPart, EmailCodeStep, StepKind};

/// Sends a code, if what was typed is one member's.
pub async fn ask(
    app: &AppState,
    caller: &Caller,
    place: Place<'_>,
    step: &str,
    input: &StepInput,
) -> Outcome<EmailCodeAttempt> {
    let settings = settings(app, place, step)?;
    let draft = at_step(app, caller, place, step).await?;
    let facts = draft.facts();
    let world = World { step, facts: &facts, today: korean_day(app.clock.now()) };
    let values = form::parse(settings.fields.iter(), &input.fields, world).map_err(Refusal::invalid)?;
    let owner = CodeOwner::Step { draft: &draft.id, step };
    let sending = email_codes::admit(app, owner, claim(app, &values), address(settings, &values)).await?;
    let account = whose(app, place.portal, settings, &values).await?;
    let to = account.map(|account| Addressee { member: account.member, address: account.address });
    let (served, _) = place.find(app)?;
    sending.send(app, &served.portal, to).await
}

/// How the code of a step stands.
pub async fn state(app: &AppState, caller: &Caller, place: Place<'_>, step: &str) -> Outcome<EmailCodeAttempt> {
    settings(app, place, step)?;
    let draft = draft(app, &caller.session, place).await?;
    let code = app.store.email_code(CodeOwner::Step { draft: &draft.id, step }).await?;
    let alive = code.filter(|code| code.confirmed_at.is_none() && app.clock.now() < code.expires_at);
    Ok(email_codes::view(app, &alive.ok_or(ProblemCode::EmailCodeGone)?))
}

impl Case<'_> {
    /// The code that was sent for what is typed. Once it was right, the answer stays whatever code comes with it.
    pub(super) async fn email_code(&self, settings: &EmailCodeStep, body: &AnswerStep) -> Outcome<Judged> {
        let store = &self.app.store;
        let values = form::parse(settings.fields.iter(), &body.input.fields, self.world).map_err(Refusal::invalid)?;
        let code = store.email_code(CodeOwner::Step { draft: &self.draft.id, step: &self.step.id }).await?;
        let code = code.filter(|code| code.claim == claim(self.app, &values)).ok_or(ProblemCode::EmailCodeGone)?;
        let answer = Answer::EmailCode { email: address(settings, &values).to_owned() };
        if code.confirmed_at.is_some() {
            return Ok(Judged { kept: true, ..answer.into() });
        }
        let typed = email_codes::typed(body.secrets.get(CODE).map(String::as_str))?;
        email_codes::check(self.app, &code, &typed).await?;
        if store.confirm_email_code(&code.attempt, self.app.clock.now()).await? {
            Ok(answer.into())
        } else {
            Err(ProblemCode::EmailCodeGone.into())
        }
    }
}

fn settings<'a>(app: &'a AppState, place: Place<'_>, step: &str) -> Outcome<&'a EmailCodeStep> {
    let (_, journey) = place.find(app)?;
    match &journey.step(step).ok_or(ProblemCode::NotFound)?.kind {
        StepKind::EmailCode(settings) => Ok(settings),
        _ => Err(ProblemCode::NotFound.into()),
    }
}

/// The address that was typed. `portal::check` holds that there is one.
fn address<'a>(settings: &EmailCodeStep, values: &'a Values) -> &'a str {
    typed(settings.fields.iter(), values, AccountPart::Email).unwrap_or_default()
}

/// Stands for everything that was typed.
fn claim(app: &AppState, values: &Values) -> String {
    let said: Vec<&str> = values
        .iter()
        .flat_map(|(name, value)| [name.as_str(), if let Value::Text(text) = value { text } else { "" }])
        .collect();
    app.people.account_claim(&said)
}

/// The one member whose all of it is, unless too much was sent there.
async fn whose(
    app: &AppState,
    portal: &str,
    settings: &EmailCodeStep,
    values: &Values,
) -> Outcome<Option<AccountRecord>> {
    let email = address(settings, values).to_lowercase();
    let mut accounts = app.store.accounts(portal, Named::Email(&email)).await?;
    accounts.retain(|account| {
        settings.fields.iter().all(|field| match (field.account, values.get(&field.name)) {
            (Some(AccountPart::Email), _) | (_, None) => true,
            (Some(AccountPart::LoginId), Some(Value::Text(id))) => account.login_id == id.to_lowercase(),
            (Some(AccountPart::BusinessNumber), Some(Value::Text(number))) => {
                account.business_number.as_ref() == Some(number)
            }
            (Some(AccountPart::Name | AccountPart::Mobile), Some(Value::Text(text))) => entered(account, text),
            _ => false,
        })
    });
    let one = accounts.pop().filter(|_| accounts.is_empty());
    let member = one.as_ref().map_or("", |account| account.member.as_str());
    let enough = email_codes::sent_enough(app, member).await?;
    Ok(one.filter(|_| !enough))
}
