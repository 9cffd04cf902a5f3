//! Accounts of operators, which only commands of the server make and take away.

use super::Deed;
use crate::password::Passwords;
use crate::random;
use crate::store::{AuditRow, Event, OperatorRecord, Stored};
use gaip_domain::value::LoginId;

/// Adds an account. None where the login id is taken at the portal.
pub async fn add(
    deed: &Deed<'_>,
    portal: &str,
    login_id: &LoginId,
    name: &str,
    password: &str,
) -> Stored<Option<OperatorRecord>> {
    let operator = OperatorRecord {
        id: random::id(deed.random),
        portal: portal.to_owned(),
        login_id: login_id.to_string(),
        name: name.to_owned(),
        added_at: deed.clock.now(),
    };
    let hash = Passwords::new(deed.random).hash(password, deed.random).await;
    let audit = AuditRow { operator: Some(operator.id.clone()), ..deed.audit(Event::OperatorAdded, portal) };
    let added = deed.store.add_operator(&operator, &hash, &audit).await?;
    Ok(added.then_some(operator))
}

/// Takes an account away; its logins are over at once. None where there is none.
pub async fn remove(deed: &Deed<'_>, portal: &str, login_id: &str) -> Stored<Option<OperatorRecord>> {
    deed.store.remove_operator(portal, login_id, &deed.audit(Event::OperatorRemoved, portal)).await
}

/// Every account.
pub async fn list(deed: &Deed<'_>) -> Stored<Vec<OperatorRecord>> {
    deed.store.operators().await
}
