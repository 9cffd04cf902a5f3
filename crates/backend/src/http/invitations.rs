//! Routes of invitations to companies.

use super::{Call, Reply, mount};
use crate::app::App;
use crate::company::invitations;
use crate::refusal::Outcome;
use axum::Router;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Empty, InvitationOffer, InvitationToken, Invitations, Invite, SessionView};
use gaip_contract::endpoints::{
    AcceptInvitation, GetInvitation, ListInvitations, OpenInvitation, PostInvitations, ResendInvitation,
    WithdrawInvitation,
};

/// The routes.
pub fn routes() -> Router<App> {
    let router = mount::<PostInvitations, _, _>(Router::new(), invite);
    let router = mount::<ListInvitations, _, _>(router, list);
    let router = mount::<ResendInvitation, _, _>(router, resend);
    let router = mount::<WithdrawInvitation, _, _>(router, withdraw);
    let router = mount::<OpenInvitation, _, _>(router, open);
    let router = mount::<GetInvitation, _, _>(router, held);
    mount::<AcceptInvitation, _, _>(router, accept)
}

impl Call {
    /// Where links in mails lead. What a request says of the host is believed in the sandbox only: somebody else may have
    /// written it.
    fn origin_of_links(&self) -> Outcome<String> {
        let config = &self.app.config;
        if config.public_url.is_none() && !config.sandbox() {
            tracing::error!("GAIP_PUBLIC_URL is not set, so mails cannot carry links");
            return Err(ProblemCode::MailUnavailable.into());
        }
        Ok(self.origin())
    }
}

async fn invite(call: Call, body: Invite) -> Outcome<Reply<Invitations>> {
    let admin = call.admin().await?;
    Ok(invitations::invite(&call.app, &admin, &call.origin_of_links()?, &body).await?.into())
}

async fn list(call: Call, _: Empty) -> Outcome<Reply<Invitations>> {
    Ok(invitations::list(&call.app, &call.admin().await?).await?.into())
}

async fn resend(call: Call, _: Empty) -> Outcome<Reply<Invitations>> {
    let admin = call.admin().await?;
    Ok(invitations::resend(&call.app, &admin, &call.origin_of_links()?, call.part("invitation")).await?.into())
}

async fn withdraw(call: Call, _: Empty) -> Outcome<Reply<Invitations>> {
    Ok(invitations::withdraw(&call.app, &call.admin().await?, call.part("invitation")).await?.into())
}

async fn open(call: Call, body: InvitationToken) -> Outcome<Reply<InvitationOffer>> {
    let (session, cookie) = call.session_or_new().await?;
    let body = invitations::open(&call.app, &session.id, call.part("portal"), &body.token).await?;
    Ok(Reply { body, cookie })
}

async fn held(call: Call, _: Empty) -> Outcome<Reply<InvitationOffer>> {
    let session = call.session().await?.ok_or(ProblemCode::InvitationGone)?;
    Ok(invitations::held(&call.app, &session.id, call.part("portal")).await?.into())
}

async fn accept(call: Call, _: Empty) -> Outcome<Reply<SessionView>> {
    let login = call.login().await?;
    Ok(invitations::join(&call.app, login, call.part("portal")).await?.into())
}
