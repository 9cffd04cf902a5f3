//! The duplicate check of a login id (manual rows D61, D62).

use super::{Caller, Place, held_draft};
use crate::app::AppState;
use crate::refusal::{Outcome, Refusal};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::LoginIdAnswer;
use gaip_domain::value::LoginId;

/// Asks whether a login id is free; the draft remembers the last one that was. It is not reserved: the submission
/// decides.
pub async fn check_login_id(app: &AppState, caller: &Caller, place: Place<'_>, raw: &str) -> Outcome<LoginIdAnswer> {
    place.find(app)?;
    let login_id = LoginId::parse(raw).map_err(|error| Refusal::field("login_id", error))?;
    let draft = held_draft(app, caller, place).await?;
    if draft.submitted() {
        return Err(ProblemCode::DraftGone.into());
    }
    let available = !app.store.login_id_taken(place.portal, login_id.as_str()).await?;
    if available {
        app.store.remember_login_id(&draft.id, Some(login_id.as_str())).await?;
    }
    Ok(LoginIdAnswer { login_id: login_id.to_string(), available })
}
