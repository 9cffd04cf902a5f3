//! The built browser application.

use crate::app::App;
use axum::Router;
use axum::http::StatusCode;

/// Files of the browser application and of the portals.
pub fn routes(_app: &App) -> Router<App> {
    Router::new()
}

/// Any other address: the application's page, or not found under `/api`.
pub async fn fallback() -> StatusCode {
    StatusCode::NOT_FOUND
}
