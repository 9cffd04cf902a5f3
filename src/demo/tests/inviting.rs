//! A master invites by e-mail, and who has the link joins the company.

use super::journeys::logs_in;
use super::walk::{CHOSEN, Walk};
use crate::demo::samples::PASSWORD;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AuditEvent, Empty, InvitationToken, Invitations, Invite, Role};
use gaip_contract::endpoints::{
    AcceptInvitation, GetInvitation, ListCompanyLog, ListInvitations, OpenInvitation, PostInvitations,
    ResendInvitation, WithdrawInvitation,
};

fn invites(walk: &mut Walk, emails: &[&str]) -> Result<Invitations, ProblemCode> {
    let emails = emails.iter().map(|email| (*email).to_owned()).collect();
    walk.ask::<PostInvitations>(&[], &Invite { emails })
}

/// The token of the mail that would have been sent last.
fn token(walk: &Walk) -> InvitationToken {
    let link = walk.demo.mails().remove(0).link;
    let token = link.strip_prefix("/kotra/invitation#").expect("the link leads to the page");
    InvitationToken { token: token.to_owned() }
}

#[test]
fn who_is_invited_joins_the_portal_and_then_the_company() {
    let mut walk = Walk { choices: &["individual"], ..Walk::new() };
    logs_in(&mut walk, "kotra", "hanbit1", PASSWORD).unwrap();
    let rows = invites(&mut walk, &["gildong@example.com"]).unwrap().rows;
    assert_eq!(rows[0].email, "gi***@example.com");
    assert_eq!(walk.demo.mails()[0].to, "gi***@example.com");
    let token = token(&walk);
    let offer = walk.ask::<OpenInvitation>(&["kotra"], &token).unwrap();
    assert_eq!(offer.inviter.as_deref(), Some("김*나"));
    let master = walk.ask::<AcceptInvitation>(&["kotra"], &Empty {});
    assert_eq!(master.unwrap_err(), ProblemCode::CompanyLinked);

    walk.completes("kotra", "member").unwrap();
    logs_in(&mut walk, "kotra", "gildong77", CHOSEN).unwrap();
    assert_eq!(walk.ask::<GetInvitation>(&["kotra"], &Empty {}).unwrap(), offer);
    let member = walk.ask::<AcceptInvitation>(&["kotra"], &Empty {}).unwrap().member.unwrap();
    assert_eq!((member.role, member.company), (Role::Regular, offer.company));
    assert_eq!(walk.ask::<OpenInvitation>(&["kotra"], &token).unwrap_err(), ProblemCode::InvitationUsed);

    logs_in(&mut walk, "kotra", "hanbit1", PASSWORD).unwrap();
    assert!(walk.ask::<ListInvitations>(&[], &Empty {}).unwrap().rows.is_empty() && walk.demo.mails().is_empty());
    let log = walk.ask::<ListCompanyLog>(&[], &Empty {}).unwrap();
    assert_eq!(log.rows[0].event, AuditEvent::InvitationAccepted);
}

#[test]
fn an_invitation_is_sent_again_withdrawn_and_over_after_its_time() {
    let mut walk = Walk::new();
    logs_in(&mut walk, "kotra", "hanbit1", PASSWORD).unwrap();
    let rows = invites(&mut walk, &["a@example.com", "b@example.com", "A@example.com"]).unwrap().rows;
    assert_eq!(rows.len(), 2);
    assert_eq!(invites(&mut walk, &["a@example.com"]).unwrap_err(), ProblemCode::Invalid);
    let (old, id) = (token(&walk), rows.iter().find(|row| row.email.starts_with("b*")).unwrap().id.clone());
    let soon = walk.ask::<ResendInvitation>(&[&id], &Empty {});
    assert_eq!(soon.unwrap_err(), ProblemCode::ResendTooSoon);
    walk.demo.now += 61_000;
    walk.ask::<ResendInvitation>(&[&id], &Empty {}).unwrap();
    assert_eq!(walk.ask::<OpenInvitation>(&["kotra"], &old).unwrap_err(), ProblemCode::InvitationGone);
    let new = token(&walk);
    walk.ask::<OpenInvitation>(&["kotra"], &new).unwrap();
    assert_eq!(walk.ask::<OpenInvitation>(&["tradeinvest"], &new).unwrap_err(), ProblemCode::InvitationGone);
    assert_eq!(walk.ask::<WithdrawInvitation>(&[&id], &Empty {}).unwrap().rows.len(), 1);
    assert_eq!(walk.ask::<OpenInvitation>(&["kotra"], &new).unwrap_err(), ProblemCode::InvitationWithdrawn);
    let other = token(&walk);
    walk.demo.now += 8 * 24 * 3_600_000;
    assert_eq!(walk.ask::<OpenInvitation>(&["kotra"], &other).unwrap_err(), ProblemCode::InvitationExpired);
    assert!(walk.demo.mails().is_empty());
}

#[test]
fn an_associate_needs_no_approval_any_more_and_invites_nobody() {
    let mut walk = Walk::new();
    logs_in(&mut walk, "kotra", "hanbit1", PASSWORD).unwrap();
    invites(&mut walk, &["c@example.com"]).unwrap();
    logs_in(&mut walk, "kotra", "hanbit3", PASSWORD).unwrap();
    assert_eq!(invites(&mut walk, &["d@example.com"]).unwrap_err(), ProblemCode::NotAllowed);
    let token = token(&walk);
    walk.ask::<OpenInvitation>(&["kotra"], &token).unwrap();
    let member = walk.ask::<AcceptInvitation>(&["kotra"], &Empty {}).unwrap().member.unwrap();
    assert_eq!(member.role, Role::Regular);
}

#[test]
fn an_invitation_of_who_is_no_master_any_more_counts_as_withdrawn() {
    let mut walk = Walk::new();
    logs_in(&mut walk, "kotra", "hanbit1", PASSWORD).unwrap();
    invites(&mut walk, &["d@example.com"]).unwrap();
    let token = token(&walk);
    let master = walk.demo.members.iter_mut().find(|member| member.portal == "kotra" && member.login_id == "hanbit1");
    master.expect("the sample's master").role = Role::Regular;
    assert_eq!(walk.ask::<OpenInvitation>(&["kotra"], &token).unwrap_err(), ProblemCode::InvitationWithdrawn);
    assert!(walk.demo.mails().is_empty());
}
