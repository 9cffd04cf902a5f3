//! The password of a company's own login (manual row T103): nothing before its certificate was shown.

use crate::account::{CompanyLogin, company_deed};
use crate::app::AppState;
use crate::refusal::{Outcome, Refusal};
use crate::store::NewCompanyHash;
use crate::{http, random};
use gaip_contract::ProblemCode;
use gaip_domain::value::{BusinessNumber, Invalid};

/// Passes while the company's certificate opened sensitive changes.
pub(super) fn stepped_up(login: &CompanyLogin) -> Outcome<()> {
    login.stepped_up.map(|_| ()).ok_or_else(|| ProblemCode::StepUpRequired.into())
}

/// Changes the password of the login; the token of the session that goes on.
pub async fn change(app: &AppState, login: &CompanyLogin, typed: &str) -> Outcome<String> {
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
