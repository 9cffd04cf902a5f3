//! Everything a running backend has, and the router over it.

use crate::account::Attempts;
use crate::clock::Clock;
use crate::config::Config;
use crate::http;
use crate::password::Passwords;
use crate::portals::Portals;
use crate::providers::addresses::Addresses;
use crate::providers::registry::Registry;
use crate::random::Random;
use crate::store::Store;
use crate::uploads::Uploads;
use axum::Router;
use gaip_domain::value::PasswordPolicy;
use std::sync::Arc;

/// What every request shares.
pub struct AppState {
    /// What the operator set.
    pub config: Config,
    /// What is kept.
    pub store: Arc<dyn Store>,
    /// The portals that are served.
    pub portals: Portals,
    /// The business registry.
    pub registry: Arc<dyn Registry>,
    /// The address search.
    pub addresses: Arc<dyn Addresses>,
    /// Bytes of uploaded files.
    pub uploads: Uploads,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub random: Arc<dyn Random>,
    /// The rules for new passwords.
    pub policy: PasswordPolicy,
    /// Hashes and verifies passwords.
    pub passwords: Passwords,
    /// Failed logins of late.
    pub attempts: Attempts,
}

/// The shared state, cheap to clone.
pub type App = Arc<AppState>;

/// The router of the whole backend.
pub fn router(app: App) -> Router {
    http::router(app)
}
