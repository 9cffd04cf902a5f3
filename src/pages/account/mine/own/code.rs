//! The proof of a new e-mail address: a code is sent to it, and typed here.

use super::editing::{CODE, Editing};
use crate::i18n::{email_code_words, fill, identity_words, own_words};
use crate::steps::identity::TimeLeft;
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use crate::ui::field::{TextField, Width};
use leptos::prelude::*;

/// What a new address wants; nothing while the address is the one on file.
#[component]
pub fn NewEmail(
    /// What is typed.
    editing: Editing,
) -> impl IntoView {
    let words = own_words();
    let email = Memo::new(move |_| editing.new_email());
    let sent = Memo::new(move |_| {
        let to = email.get();
        editing.attempt.with(|attempt| attempt.as_ref().is_some_and(|(sent, _)| Some(sent) == to.as_ref()))
    });
    Effect::new(move |before: Option<()>| {
        editing.code.track();
        if before.is_some() {
            editing.edited();
        }
    });
    let ask = move |()| {
        if let Some(email) = email.get_untracked() {
            editing.ask_code(email);
        }
    };
    dynamic(move || {
        let to = email.get()?;
        let label = if sent.get() { words.ask_again } else { words.ask_code };
        Some(view! {
            <section class="identity__part" aria-labelledby="own-email">
                <h3 id="own-email">{words.new_email}</h3>
                <p>{fill(words.new_email_text, to)}</p>
                <Button kind=ButtonKind::Secondary size=ButtonSize::Medium busy=editing.busy on_click=ask>{label}</Button>
                {dynamic(move || {
                    let wait = editing.clock.resend.get();
                    (sent.get() && wait > 0)
                        .then(|| view! { <span class="identity__hint">{fill(identity_words().resend_wait, wait)}</span> })
                })}
                <TextField id=CODE label=words.code value=editing.code hint=words.code_hint.to_owned()
                    error=editing.error(CODE.to_owned()) inputmode="numeric" autocomplete="one-time-code"
                    width=Width::Short/>
                {dynamic(move || sent.get().then(|| view! {
                    <TimeLeft left=editing.clock.left over=identity_words().over/>
                    <p class="identity__hint">{email_code_words().not_come}</p>
                }))}
            </section>
        })
    })
}
