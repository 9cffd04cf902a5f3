//! Whom to trust: read at start, and again whenever a file changes.

use super::folder::{self, Authorities, Stamp};
use super::sandbox::Sandbox;
use crate::clock::{Millis, SECOND};
use crate::config::Config;
use crate::portals::Portals;
use crate::random::Random;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

/// The authorities that are trusted now.
#[derive(Clone)]
pub struct Trust(Arc<Source>);

struct Source {
    /// None where no portal takes certificates.
    folder: Option<PathBuf>,
    /// The authority of the sandbox, whose lists are renewed here.
    sandbox: Option<Sandbox>,
    random: Arc<dyn Random>,
    kept: Mutex<(Stamp, Arc<Authorities>)>,
}

impl Trust {
    /// Reads the operator's folder, or that of the sandbox where the services are simulated and no folder is named.
    pub fn open(config: &Config, portals: &Portals, random: Arc<dyn Random>) -> Result<Self, Vec<String>> {
        let taking = portals.iter().find(|served| served.portal.certificates.is_some());
        let sandbox = (config.sandbox() && config.certificates.is_none()).then(|| Sandbox::new(config.sandbox_ca()));
        let folder = config.certificates.clone().or_else(|| sandbox.as_ref().map(|sandbox| sandbox.folder.clone()));
        let (stamp, authorities) = match (&folder, taking) {
            (Some(folder), _) => {
                let stamp = folder::stamp(folder);
                let (authorities, mut mistakes) = folder::read(&stamp);
                if sandbox.is_none() && authorities.anchors.certificates().is_empty() && mistakes.is_empty() {
                    mistakes.push(format!(
                        "{}: no certificate of a root. Put those that you trust into `roots` (docs/deploying.md)",
                        folder.display()
                    ));
                }
                if !mistakes.is_empty() {
                    return Err(mistakes);
                }
                (stamp, authorities)
            }
            (None, Some(served)) => {
                return Err(vec![format!(
                    "the portal `{}` takes certificates but GAIP_CERTIFICATES is not set. Name the folder of the \
                     authorities (docs/deploying.md), or take `certificates` and the joint route out of the portal",
                    served.portal.id
                )]);
            }
            (None, None) => (Stamp::new(), Authorities::default()),
        };
        Ok(Self(Arc::new(Source { folder, sandbox, random, kept: Mutex::new((stamp, Arc::new(authorities))) })))
    }

    /// The authorities as their files are now.
    pub async fn now(&self, now: Millis) -> Arc<Authorities> {
        let source = self.0.clone();
        let read = tokio::task::spawn_blocking(move || source.refresh(now)).await;
        read.unwrap_or_default()
    }
}

impl Source {
    /// Files that do not read any more count for nothing: what they vouched for is refused.
    fn refresh(&self, now: Millis) -> Arc<Authorities> {
        let Some(folder) = &self.folder else { return Arc::default() };
        if let Some(Err(what)) = self.sandbox.as_ref().map(|sandbox| sandbox.renew(now / SECOND, &*self.random)) {
            tracing::error!(%what, "the lists of the sandbox's authority cannot be renewed");
        }
        let stamp = folder::stamp(folder);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.0 != stamp {
            let (authorities, mistakes) = folder::read(&stamp);
            for what in &mistakes {
                tracing::error!(%what, "a file of the authorities does not read");
            }
            tracing::info!(files = stamp.len(), "read the authorities again");
            *kept = (stamp, Arc::new(authorities));
        }
        kept.1.clone()
    }
}
