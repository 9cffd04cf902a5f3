//! Deletes what is over: unfinished sign-ups, pages of completed ones, sessions, and the files of all of them.

use super::{COMPLETED_KEPT, KEPT_DAYS, identity, recovery};
use crate::app::AppState;
use crate::clock::DAY;
use crate::refusal::Outcome;
use crate::{certificates, company, email_codes, financial};

/// Deletes everything that is too old. Runs at start and every hour.
pub async fn sweep(app: &AppState) -> Outcome<()> {
    let now = app.clock.now();
    let kept = i64::from(KEPT_DAYS) * DAY;
    let old = app.store.old_drafts(now - kept, now - COMPLETED_KEPT).await?;
    for draft in &old {
        app.store.remove_draft(draft).await?;
    }
    certificates::sweep(app).await?;
    financial::sweep(app).await?;
    identity::sweep(app).await?;
    recovery::sweep(app).await?;
    company::invitations::sweep(app).await?;
    crate::social::sweep(app).await?;
    email_codes::sweep(app).await?;
    let sessions = app.store.end_old_sessions(now - kept).await?;
    // Also those that a crash left behind between a draft's row and its files.
    for draft in app.store.drafts_with_lost_files().await? {
        app.uploads.delete_all(&draft).await?;
    }
    if !old.is_empty() || sessions > 0 {
        tracing::info!(drafts = old.len(), sessions, "deleted what was too old");
    }
    Ok(())
}

/// Ends a session with its sign-ups and their files.
pub async fn forget_session(app: &AppState, session: &str) -> Outcome<()> {
    let drafts = app.store.drafts_of_session(session).await?;
    app.store.end_session(session).await?;
    for draft in drafts {
        app.uploads.delete_all(&draft).await?;
    }
    Ok(())
}
