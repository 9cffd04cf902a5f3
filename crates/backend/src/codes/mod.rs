//! The editions of the code lists in force, in memory.
//!
//! Requests read an edition without waiting. Another one is loaded beside it and put in its place in one step, so that
//! whoever searches meanwhile has all of the old or all of the new.

mod import;
mod packed;
mod report;

pub use import::{Import, Refused, import};
pub use packed::{Compressed, Packed};
pub use report::{Outcome, Report};

use crate::app::App;
use crate::store::{Failure, Store, Stored};
use gaip_classify::Edition;
use gaip_domain::value::CodeList;
use std::ops::Deref;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};
use std::time::Duration;

/// How often a running backend looks for another edition: one small query for each list.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// An edition in force.
#[derive(Debug)]
pub struct InForce {
    /// Its id in the store; `None` for the built-in one.
    pub stored: Option<String>,
    /// Its file for browsers; the edition goes by the name of it.
    pub packed: Arc<Packed>,
    held: Held,
}

#[derive(Debug)]
enum Held {
    Builtin(CodeList),
    Official(Box<Edition>),
}

impl InForce {
    fn builtin(list: CodeList) -> Self {
        // The same for every backend of a process.
        static PACKED: [OnceLock<Arc<Packed>>; 2] = [OnceLock::new(), OnceLock::new()];
        let packed = PACKED[list as usize].get_or_init(|| Arc::new(Packed::builtin(Edition::builtin(list))));
        Self { stored: None, packed: packed.clone(), held: Held::Builtin(list) }
    }
}

impl Deref for InForce {
    type Target = Edition;

    fn deref(&self) -> &Edition {
        match &self.held {
            Held::Builtin(list) => Edition::builtin(*list),
            Held::Official(edition) => edition,
        }
    }
}

/// The edition in force of each list.
#[derive(Debug)]
pub struct Codes {
    hs: Slot,
    ksic: Slot,
}

#[derive(Debug)]
struct Slot {
    list: CodeList,
    in_force: RwLock<Arc<InForce>>,
    /// A stored edition that could not be loaded; it is not tried again.
    refused: Mutex<Option<String>>,
}

impl Codes {
    /// The built-in editions.
    pub fn builtin() -> Self {
        Self { hs: Slot::builtin(CodeList::Hs), ksic: Slot::builtin(CodeList::Ksic) }
    }

    /// The edition of a list in force now. One request should ask once.
    pub fn get(&self, list: CodeList) -> Arc<InForce> {
        self.slot(list).in_force.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Loads what is in force by the store and not in memory.
    pub async fn refresh(&self, store: &dyn Store) -> Stored<()> {
        for list in CodeList::ALL {
            self.slot(list).refresh(store).await?;
        }
        Ok(())
    }

    fn slot(&self, list: CodeList) -> &Slot {
        match list {
            CodeList::Hs => &self.hs,
            CodeList::Ksic => &self.ksic,
        }
    }
}

impl Slot {
    fn builtin(list: CodeList) -> Self {
        Self { list, in_force: RwLock::new(Arc::new(InForce::builtin(list))), refused: Mutex::default() }
    }

    async fn refresh(&self, store: &dyn Store) -> Stored<()> {
        let stored = store.edition_in_force(self.list).await?;
        let now = self.in_force.read().unwrap_or_else(PoisonError::into_inner).stored.clone();
        let refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if stored == now || (stored.is_some() && stored == refused) {
            return Ok(());
        }
        let next = match &stored {
            None => InForce::builtin(self.list),
            Some(id) => match load(store, self.list, id).await? {
                Ok(next) => next,
                Err(error) => {
                    tracing::error!(list = self.list.as_str(), edition = id, %error, "the edition cannot be used");
                    *self.refused.lock().unwrap_or_else(PoisonError::into_inner) = stored;
                    return Ok(());
                }
            },
        };
        tracing::info!(list = self.list.as_str(), edition = next.packed.name, "an edition is in force");
        *self.in_force.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(next);
        Ok(())
    }
}

/// Reads an edition and builds its index, which takes a while, away from the threads that serve.
async fn load(store: &dyn Store, list: CodeList, id: &str) -> Stored<Result<InForce, gaip_classify::EditionError>> {
    let entries = store.entries(id).await?;
    let gone = store.gone(list, id).await?;
    let name = id.to_owned();
    let work = move || {
        let edition = Edition::official(list, &name, entries, gone)?;
        Ok((Arc::new(Packed::official(&edition)), edition))
    };
    let built = tokio::task::spawn_blocking(work).await.map_err(|error| Failure(error.to_string()))?;
    Ok(built.map(|(packed, edition)| InForce {
        stored: Some(id.to_owned()),
        packed,
        held: Held::Official(Box::new(edition)),
    }))
}

/// Notices for ever, within seconds, that another edition is in force, also where another process imported it.
pub async fn watch(app: App) {
    let mut ticks = tokio::time::interval(LOOK_EVERY);
    loop {
        ticks.tick().await;
        if let Err(failure) = app.codes.refresh(&*app.store).await {
            tracing::warn!(%failure, "whether another edition is in force is not known");
        }
        for list in CodeList::ALL {
            app.codes.get(list).packed.compress_soon();
        }
    }
}
