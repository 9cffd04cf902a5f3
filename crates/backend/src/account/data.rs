//! Everything that is kept of a member, for themselves. No secret and no hash is among it.

use super::{Login, certificates, consents, logins, own_page, passkeys};
use crate::app::AppState;
use crate::clock::iso;
use crate::refusal::Outcome;
use gaip_contract::bodies::MyData;

/// All of it.
pub async fn everything(app: &AppState, login: &Login) -> Outcome<MyData> {
    Ok(MyData {
        made_at: iso(app.clock.now()),
        member: own_page(app, login).await?,
        consents: consents::list(app, login).await?,
        certificates: certificates::list(app, login).await?,
        passkeys: passkeys::list(app, login).await?,
        logins: logins::list(app, &super::company::Admin::Member(login.clone())).await?,
    })
}
