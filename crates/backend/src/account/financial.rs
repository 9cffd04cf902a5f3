//! Logging in by a registered financial certificate.

use super::Login;
use super::certificates::{By, Failed, log_in, member_of};
use crate::app::AppState;
use crate::certificates::{bound, company_of};
use crate::financial;
use crate::refusal::Outcome;
use crate::store::{Bond, Event, MemberRecord, SessionRecord};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::FinancialLogin;
use std::net::IpAddr;

/// Logs the member in who registered the certificate that an attempt showed: the session gets a new token, which is
/// returned with the login.
pub async fn log_in_by_financial(
    app: &AppState,
    session: &SessionRecord,
    peer: IpAddr,
    body: &FinancialLogin,
) -> Outcome<(Login, String)> {
    let event = Event::LoggedInByFinancial;
    let (failed, login_type) = (Event::CertificateLoginFailed, body.login_type);
    let by = By { portal: &body.portal, peer, event, failed, login_type };
    log_in(app, session, by, registered(app, session, body)).await
}

/// The member who registered the certificate of an attempt, if it is still their company's.
async fn registered(app: &AppState, session: &SessionRecord, body: &FinancialLogin) -> Result<MemberRecord, Failed> {
    let bond = Bond { session: session.id.clone(), portal: body.portal.clone(), to: bound::LOGIN.to_owned() };
    let (number, evidence) = financial::take(app, &bond, &body.attempt).await?;
    let member = member_of(app, &body.portal, &evidence.fingerprint).await?;
    if company_of(&member)? != number {
        return Err(ProblemCode::CertificateOtherCompany.into());
    }
    Ok(member)
}
