//! The invitations that wait to be accepted, and the way to send new ones (row X2).

use super::invite_dialog::InviteDialog;
use super::inviting::{Inviting, SAID, words_of};
use crate::i18n::{date_time, invitation_words};
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::badge::{Badge, BadgeKind};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use crate::ui::table::{Cell, Column, Table};
use gaip_contract::bodies::InvitationView;
use leptos::prelude::*;

/// Everything about invitations on the page of the people.
#[component]
pub(super) fn InvitationsPart(inviting: Inviting) -> impl IntoView {
    let words = invitation_words();
    view! {
        <section class="my__step" aria-labelledby="company-invitations">
            <h2 id="company-invitations">{words.invite}</h2>
            <p>{words.invite_text}</p>
            <Button kind=ButtonKind::Secondary size=ButtonSize::Medium on_click=move |()| inviting.ask()>{words.invite}</Button>
            <div id=SAID class="company__said" tabindex="-1">
                {dynamic(move || inviting.said.get().map(|said| {
                    let (kind, live) = if said.is_ok() {
                        (NoticeKind::Success, Live::Polite)
                    } else {
                        (NoticeKind::Danger, Live::Assertive)
                    };
                    view! { <Notice kind live><p>{words_of(&said)}</p></Notice> }
                }))}
            </div>
            {dynamic(move || inviting.rows.get().map(|rows| view! { <InvitationList rows inviting/> }))}
            <InviteDialog inviting/>
        </section>
    }
}

#[component]
fn InvitationList(rows: Vec<InvitationView>, inviting: Inviting) -> impl IntoView {
    let words = invitation_words();
    if rows.is_empty() {
        return view! { <p class="company__total">{words.none}</p> }.into_any();
    }
    let columns = [words.email, words.state, words.sent_at, words.until, words.act].map(Column::text);
    view! {
        <div class="company__invitations">
            <Table id="invitations" caption=words.list cards=true columns=columns.into()>
                {rows.into_iter().map(|row| view! { <Row row inviting/> }).collect_view()}
            </Table>
        </div>
    }
    .into_any()
}

#[component]
fn Row(row: InvitationView, inviting: Inviting) -> impl IntoView {
    let words = invitation_words();
    let InvitationView { id, email, sent_at, expires_at, expired, resends_left } = row;
    let (kind, state) = if expired { (BadgeKind::Warning, words.expired) } else { (BadgeKind::Primary, words.open) };
    let again = (resends_left > 0).then(|| {
        let (id, whose) = (id.clone(), email.clone());
        let press = move |()| inviting.resend(id.clone());
        view! {
            <Button kind=ButtonKind::Secondary size=ButtonSize::Small on_click=press>
                <span class="visually-hidden">{whose} " "</span>{words.resend}
            </Button>
        }
    });
    let whose = email.clone();
    let withdraw = move |()| inviting.withdraw(id.clone());
    view! {
        <tr>
            <th scope="row"><span class="company__id">{email}</span></th>
            <Cell name=words.state><Badge kind text=state/></Cell>
            <Cell name=words.sent_at><time datetime=sent_at.clone()>{date_time(&sent_at)}</time></Cell>
            <Cell name=words.until><time datetime=expires_at.clone()>{date_time(&expires_at)}</time></Cell>
            <Cell name=words.act>
                <div class="row">
                    {again}
                    <Button kind=ButtonKind::Tertiary size=ButtonSize::Small on_click=withdraw>
                        <span class="visually-hidden">{whose} " "</span>{words.withdraw}
                    </Button>
                </div>
            </Cell>
        </tr>
    }
}
