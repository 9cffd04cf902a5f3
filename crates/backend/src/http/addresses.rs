//! Routes of addresses.

use crate::app::App;
use axum::Router;

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
}
