//! Names of members who joined before names stood in a column.

use crate::operators::name_of;
use crate::portals::Portals;
use crate::store::{Store, Stored};

/// Members of one transaction.
const AT_ONCE: u32 = 500;

/// Reads the names that are missing from the answers. Once that is done there is nothing to do at a start.
pub async fn fill(store: &dyn Store, portals: &Portals) -> Stored<()> {
    loop {
        let unnamed = store.unnamed(AT_ONCE).await?;
        if unnamed.is_empty() {
            return Ok(());
        }
        let mut names = Vec::with_capacity(unnamed.len());
        for (id, portal, journey) in unnamed {
            let facts = store.facts_of_member(&id).await?;
            let journey = portals.journey(&portal, &journey).map(|(_, journey)| journey);
            names.push((id, name_of(journey.as_slice(), &facts).unwrap_or_default()));
        }
        store.name_members(&names).await?;
        tracing::info!(members = names.len(), "names of earlier members were read from their answers");
    }
}
