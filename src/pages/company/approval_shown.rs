//! Shows the approval password to whom the table lets tell it to colleagues (manual row T17).

use super::saying::{Saying, SayingNotice};
use crate::api;
use crate::i18n::{approval_words, own_words};
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use crate::ui::field::PasswordField;
use crate::ui::focus::focus_soon;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{ShownApproval, Themselves};
use gaip_contract::endpoints::ShowApproval;
use leptos::prelude::*;

const PASSWORD: &str = "password";
const FIELD: &str = "approval-own-password";

/// The button, the password where it is asked first, and what is shown until it is hidden again.
#[component]
pub fn ApprovalShown(
    /// Asks for the certificate again, and then does this.
    again: Callback<Callback<()>>,
    /// What is shown, for the gallery.
    #[prop(optional)]
    found: Option<ShownApproval>,
    /// The password is asked, for the gallery.
    #[prop(optional)]
    asked: bool,
) -> impl IntoView {
    let words = approval_words();
    let (found, asked) = (RwSignal::new(found), RwSignal::new(asked));
    let password = RwSignal::new(String::new());
    let saying = Saying::new(again);
    let show = Callback::new(move |()| {
        let typed = Some(password.get_untracked()).filter(|text| !text.is_empty());
        let first = !asked.get_untracked();
        saying.send(async move {
            match api::send::<ShowApproval>(&[], &Themselves { password: typed }).await {
                // Who has a password is asked for it at the first press, and told what is wrong from the second on.
                Err(failure) if first && failure.code() == Some(ProblemCode::Invalid) => {
                    asked.try_set(true);
                    focus_soon(FIELD);
                }
                reply => {
                    found.try_set(Some(reply?));
                    password.try_set(String::new());
                    asked.try_set(false);
                }
            }
            Ok(String::new())
        });
    });
    saying.repeat(show);
    let press = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if found.get_untracked().is_some() { found.set(None) } else { show.run(()) }
    };
    let label = move || match (found.with(Option::is_some), asked.get()) {
        (true, _) => words.hide,
        (false, true) => words.confirm,
        (false, false) => words.show,
    };
    view! {
        <form class="papers" novalidate on:submit=press>
            {dynamic(move || asked.get().then(|| view! {
                <PasswordField id=FIELD label=own_words().password value=password hint=words.password_hint.to_owned()
                    error=saying.error(PASSWORD, |_| own_words().password_missing.to_owned())/>
            }))}
            {dynamic(move || found.get().map(|found| view! { <Found found/> }))}
            <SayingNotice saying/>
            <Button submit=true kind=ButtonKind::Secondary size=ButtonSize::Medium busy=saying.busy>{dynamic(label)}</Button>
        </form>
    }
}

/// The six digits, or that they cannot be shown.
#[component]
fn Found(found: ShownApproval) -> impl IntoView {
    let words = approval_words();
    match found.approval {
        Some(approval) => view! {
            <Notice kind=NoticeKind::Info title=words.title level=3 live=Live::Polite>
                <p class="company__approval">{approval}</p>
                <p>{words.tell}</p>
            </Notice>
        },
        None => view! {
            <Notice kind=NoticeKind::Warning title=words.unknown level=3 live=Live::Polite><p>{words.unknown_text}</p></Notice>
        },
    }
}
