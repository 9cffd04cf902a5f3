//! Members that another system still does not know (manual row W108).

use crate::app::{CannotStart, open_store};
use crate::config::Config;
use crate::store::{Slice, SyncStore};
use crate::sync::STUCK;

/// A line for each that was tried in vain for a while, oldest first. It is tried on in any case.
pub async fn stuck_syncs(config: &Config) -> Result<Vec<String>, CannotStart> {
    let store = open_store(config).await?;
    let stuck = store.untold(None, STUCK, Slice::ALL).await;
    let (_, stuck) = stuck.map_err(|failure| CannotStart(vec![failure.to_string()]))?;
    Ok(stuck.iter().map(|sync| format!("{}\t{} attempts", sync.of.reference(), sync.attempts)).collect())
}
