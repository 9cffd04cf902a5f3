//! Typing the addresses of those who are to be invited.

use super::inviting::{EMAILS, Inviting};
use crate::i18n::{invitation_words, refusal};
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::dynamic::dynamic;
use crate::ui::field::TextareaField;
use crate::ui::modal::Modal;
use leptos::prelude::*;

/// The dialog. Closing it loses nothing.
#[component]
pub(super) fn InviteDialog(inviting: Inviting) -> impl IntoView {
    let words = invitation_words();
    let Inviting { open, busy, typed, wrong, failure, .. } = inviting;
    let error = Signal::derive(move || wrong.get().map(|(whole, _)| whole));
    view! {
        <Modal id="invite" open title=words.invite footer=move || view! {
            <ButtonGroup>
                <Button kind=ButtonKind::Tertiary on_click=move |()| open.set(false)>{words.cancel}</Button>
                <Button busy on_click=move |()| inviting.send()>{words.send}</Button>
            </ButtonGroup>
        }>
            {dynamic(move || failure.get().map(|failure| view! {
                <Notice kind=NoticeKind::Danger live=Live::Assertive><p>{refusal(&failure)}</p></Notice>
            }))}
            <TextareaField id=EMAILS label=words.emails value=typed hint=Some(words.emails_hint.to_owned()) error rows=6/>
            {dynamic(move || wrong.get().filter(|(_, each)| !each.is_empty()).map(|(_, each)| view! {
                <section aria-labelledby="invite-wrong">
                    <h3 id="invite-wrong">{words.wrong_list}</h3>
                    <ul class="notes company__wrong">{each.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                </section>
            }))}
        </Modal>
    }
}
