//! Inviting people by e-mail to join the company (row X2): who administers it invites, whoever has the link joins.
//!
//! Whose an address is, is never looked at: members and strangers are invited alike. The link carries its token behind
//! `#`, where no server and no scanner that only fetches addresses meets it; opening it uses nothing up.

mod letter;

use super::{deed, deed_of, own};
use crate::account::{self, Admin, Login};
use crate::app::AppState;
use crate::clock::{DAY, MINUTE, Millis, SECOND, iso};
use crate::http::session::hash;
use crate::providers::mail::{self, Mail};
use crate::random;
use crate::refusal::{Outcome, Refusal};
use crate::store::{InvitationRecord, InviteLimits, NewInvitation, Resending};
use gaip_contract::bodies::{
    INVITATION_DAYS, INVITATION_RESENDS, InvitationOffer, InvitationView, Invitations, Invite, SessionView,
};
use gaip_contract::{Problem, ProblemCode};
use gaip_domain::facts::FieldProblem;
use gaip_domain::permission::Service;
use gaip_domain::value::Invalid;
use gaip_domain::{invitation, mask};

/// Between two sendings of an invitation.
const PAUSE: Millis = MINUTE;
/// Mails with invitations that a company sends in a day.
const A_DAY: u32 = 100;
/// Invitations of a company that nobody used or withdrew.
const OPEN: u32 = 200;
/// What was used, withdrawn or is over is known for so long after its time, to say so.
const KEPT: Millis = 30 * DAY;

fn limits(at: Millis) -> InviteLimits {
    InviteLimits { sendings: (A_DAY, at - DAY), open: OPEN, resends: (INVITATION_RESENDS, at - PAUSE) }
}

/// An invitation before it is made.
struct Draft {
    id: String,
    /// Which of the addresses that were typed.
    place: usize,
    email: String,
    address: String,
    token: String,
    token_hash: String,
}

/// Invites people to the own company, all or none. `origin` is where the link leads.
pub async fn invite(app: &AppState, admin: &Admin, origin: &str, asked: &Invite) -> Outcome<Invitations> {
    let company = own(app, admin, Service::InviteEmployees).await?;
    let emails = invitation::parse(&asked.emails).map_err(Refusal::invalid)?;
    ready(app, emails.first().map(|(_, email)| email.to_string())).await?;
    let drafts: Vec<Draft> = emails
        .iter()
        .map(|(place, email)| {
            let token = random::token(&*app.random);
            let (id, token_hash) = (random::id(&*app.random), hash(&token));
            Draft { id, place: *place, email: invitation::key(email), address: email.to_string(), token, token_hash }
        })
        .collect();
    let deed = deed_of(app, admin);
    let expires_at = deed.at + i64::from(INVITATION_DAYS) * DAY;
    let new: Vec<NewInvitation<'_>> = drafts
        .iter()
        .map(|Draft { id, email, address, token_hash, .. }| NewInvitation {
            id,
            email,
            address,
            token_hash,
            expires_at,
        })
        .collect();
    let known = app.store.invite(deed, &new, limits(deed.at)).await??;
    if !known.is_empty() {
        let places = known.iter().filter_map(|at| drafts.get(*at)).map(|draft| draft.place);
        let taken = |place| FieldProblem { field: invitation::field(place), error: Invalid::Taken };
        return Err(Refusal::invalid(places.map(taken).collect()));
    }
    let mails = drafts.into_iter().map(|draft| {
        let link = link(origin, deed.portal, &draft.token);
        letter(app, deed.portal, &company.name, draft.address, &link)
    });
    mail::send_later(app.mails.clone(), mails.collect(), "an invitation");
    listed(app, &company.id).await
}

/// The invitations of the own company that are open or over.
pub async fn list(app: &AppState, admin: &Admin) -> Outcome<Invitations> {
    let company = own(app, admin, Service::InviteEmployees).await?;
    listed(app, &company.id).await
}

/// Sends one again, under a new token and with its full time.
pub async fn resend(app: &AppState, admin: &Admin, origin: &str, id: &str) -> Outcome<Invitations> {
    let company = own(app, admin, Service::InviteEmployees).await?;
    ready(app, None).await?;
    let (deed, token) = (deed_of(app, admin), random::token(&*app.random));
    let expires_at = deed.at + i64::from(INVITATION_DAYS) * DAY;
    let again = Resending { id, token_hash: &hash(&token), expires_at };
    let address = app.store.resend_invitation(deed, again, limits(deed.at)).await?.map_err(|code| {
        let wait = (code == ProblemCode::ResendTooSoon).then(|| u32::try_from(PAUSE / SECOND).unwrap_or_default());
        Refusal::from(Problem { retry_after: wait, ..Problem::new(code) })
    })?;
    let mail = letter(app, deed.portal, &company.name, address, &link(origin, deed.portal, &token));
    mail::send_later(app.mails.clone(), vec![mail], "an invitation");
    listed(app, &company.id).await
}

/// Withdraws one.
pub async fn withdraw(app: &AppState, admin: &Admin, id: &str) -> Outcome<Invitations> {
    let company = own(app, admin, Service::InviteEmployees).await?;
    app.store.withdraw_invitation(deed_of(app, admin), id).await??;
    listed(app, &company.id).await
}

/// What a token invites to; the session holds it from now on.
pub async fn open(app: &AppState, session: &str, portal: &str, token: &str) -> Outcome<InvitationOffer> {
    app.store.hold_invitation(session, portal, &hash(token)).await?;
    held(app, session, portal).await
}

/// What the invitation invites to that the session holds.
pub async fn held(app: &AppState, session: &str, portal: &str) -> Outcome<InvitationOffer> {
    let found = app.store.held_invitation(session, portal).await?.ok_or(ProblemCode::InvitationGone)?;
    if let Some(code) = found.refused(app.clock.now()) {
        return Err(code.into());
    }
    let InvitationRecord { company, inviter, expires_at, .. } = found;
    Ok(InvitationOffer { company, inviter: inviter.map(|name| mask::name(&name)), expires_at: iso(expires_at) })
}

/// The member accepts what the session holds, and belongs to the company.
pub async fn join(app: &AppState, login: Login, portal: &str) -> Outcome<SessionView> {
    // A member of another portal is nobody here.
    if login.member.portal != portal {
        return Err(ProblemCode::LoginRequired.into());
    }
    app.store.accept_invitation(deed(app, &login), &login.session).await??;
    let member = app.store.member(&login.member.id).await?.ok_or(ProblemCode::LoginRequired)?;
    Ok(account::view(app, Some(&Login { member, ..login })))
}

/// Deletes what was over long ago.
pub async fn sweep(app: &AppState) -> Outcome<()> {
    Ok(app.store.delete_old_invitations(app.clock.now() - KEPT).await?)
}

/// Whether mails can be sent now, before anything is written down.
async fn ready(app: &AppState, to: Option<String>) -> Outcome<()> {
    let ready = app.mails.ready(&to.unwrap_or_default()).await;
    ready.map_err(|_| ProblemCode::MailUnavailable.into())
}

fn link(origin: &str, portal: &str, token: &str) -> String {
    format!("{origin}/{portal}/invitation#{token}")
}

fn letter(app: &AppState, portal: &str, company: &str, to: String, link: &str) -> Mail {
    let portal = app.portals.get(portal).map(|served| &served.portal);
    letter::write(portal, company, to, link)
}

async fn listed(app: &AppState, company: &str) -> Outcome<Invitations> {
    let now = app.clock.now();
    let rows = app.store.invitations(company).await?;
    Ok(Invitations { rows: rows.into_iter().map(|row| view(row, now)).collect() })
}

fn view(row: InvitationRecord, now: Millis) -> InvitationView {
    InvitationView {
        email: mask::contact(&row.address),
        sent_at: iso(row.sent_at),
        expires_at: iso(row.expires_at),
        expired: row.refused(now).is_some(),
        resends_left: INVITATION_RESENDS.saturating_sub(row.resends),
        id: row.id,
    }
}
