//! Members that another system still does not know (manual row W108).

use crate::app::{CannotStart, open_store};
use crate::config::Config;
use crate::store::SyncStore;
use crate::sync::STUCK;

/// A line for each that was tried in vain for a while, oldest first. It is tried on in any case.
pub async fn stuck_syncs(config: &Config) -> Result<Vec<String>, CannotStart> {
    let store = open_store(config).await?;
    let stuck = store.stuck_syncs(STUCK).await.map_err(|failure| CannotStart(vec![failure.to_string()]))?;
    Ok(stuck.into_iter().map(|(reference, attempts)| format!("{reference}\t{attempts} attempts")).collect())
}
