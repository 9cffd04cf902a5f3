//! The phone of the sandbox: a text message that a person sends.

use crate::api;
use crate::i18n::{refusal, sandbox_words};
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use crate::ui::field::{TextField, Width};
use gaip_contract::bodies::SandboxReply;
use gaip_contract::endpoints::PostSandboxReply;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Sends a text message from a phone. What comes back stands among the messages.
#[component]
pub fn ReplyForm(
    /// Looks for new messages.
    on_sent: Callback<()>,
) -> impl IntoView {
    let words = sandbox_words();
    let (from, text) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None));
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        let body = SandboxReply { from: from.get_untracked(), text: text.get_untracked() };
        spawn_local(async move {
            let reply = api::send::<PostSandboxReply>(&[], &body).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match reply {
                Ok(_) => {
                    text.set(String::new());
                    on_sent.run(());
                }
                Err(refused) => failure.set(Some(refused)),
            }
        });
    };
    view! {
        <form class="papers my__step" novalidate on:submit=send>
            <h2>{words.reply}</h2>
            <p>{words.reply_lead}</p>
            <TextField id="reply-from" label=words.reply_from value=from inputmode="tel" autocomplete="off" width=Width::Medium/>
            <TextField id="reply-text" label=words.reply_text value=text inputmode="numeric" autocomplete="off" width=Width::Short/>
            {dynamic(move || failure.get().map(|failure| view! {
                <Notice kind=NoticeKind::Danger live=Live::Assertive><p>{refusal(&failure)}</p></Notice>
            }))}
            <Button submit=true kind=ButtonKind::Secondary size=ButtonSize::Medium busy>{words.reply_send}</Button>
        </form>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = &[crate::ui::story::Story {
    name: "pages/sandbox/reply",
    view: || view! { <ReplyForm on_sent=Callback::new(|()| {})/> }.into_any(),
}];
