//! A new approval password, and telling people that it changed (manual rows T104, T105, X11).

use super::saying::{Saying, SayingNotice};
use crate::api;
use crate::i18n::{company_login_words, fill, invalid_of};
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use crate::ui::field::PasswordField;
use gaip_contract::bodies::{Empty, NewApproval};
use gaip_contract::endpoints::{PostApprovalNotice, PutApproval};
use gaip_domain::facts::FieldProblem;
use gaip_domain::portal::Input;
use gaip_domain::value::Invalid;
use leptos::prelude::*;

const FIRST: &str = "approval";
const AGAIN: &str = "approval-confirm";

/// The form, and after a change the notice.
#[component]
pub(super) fn ApprovalForm(
    /// Asks for the certificate again, and then does this.
    again: Callback<Callback<()>>,
    /// It was just changed, for the gallery.
    #[prop(optional)]
    changed: bool,
) -> impl IntoView {
    let words = company_login_words();
    let (pin, second) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let changed = RwSignal::new(changed);
    let saying = Saying::new(again);
    let change = Callback::new(move |()| {
        changed.set(false);
        if pin.get_untracked() != second.get_untracked() {
            saying.wrong(vec![FieldProblem { field: AGAIN.to_owned(), error: Invalid::Mismatch }]);
            return;
        }
        let body = NewApproval { approval: pin.get_untracked() };
        saying.send(async move {
            api::send::<PutApproval>(&[], &body).await?;
            for typed in [pin, second] {
                typed.try_set(String::new());
            }
            changed.try_set(true);
            // The notice below says it.
            Ok(String::new())
        });
    });
    saying.repeat(change);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        change.run(());
    };
    let error =
        |field: &str, label: &'static str| saying.error(field, move |error| invalid_of(label, &Input::NewPin, error));
    view! {
        <section class="my__step" aria-labelledby="company-approval">
            <h2 id="company-approval">{words.approval}</h2>
            <form class="papers" novalidate on:submit=submit>
                <PasswordField id=FIRST label=words.approval_new value=pin new=true digits=true
                    error=error(FIRST, words.approval_new)/>
                <PasswordField id=AGAIN label=words.approval_again value=second new=true digits=true
                    error=error(AGAIN, words.approval_new)/>
                <SayingNotice saying/>
                <Button submit=true busy=saying.busy>{words.approval_change}</Button>
            </form>
            {dynamic(move || changed.get().then(|| view! { <Changed again/> }))}
        </section>
    }
}

/// What to do once it is changed.
#[component]
fn Changed(again: Callback<Callback<()>>) -> impl IntoView {
    let words = company_login_words();
    let saying = Saying::new(again);
    let tell = Callback::new(move |()| {
        saying.send(async move {
            let told = api::send::<PostApprovalNotice>(&[], &Empty {}).await?;
            Ok(fill(company_login_words().notified, told.mails))
        });
    });
    saying.repeat(tell);
    view! {
        <Notice kind=NoticeKind::Warning level=3 title=words.approval_changed live=Live::Polite>
            <p>{words.approval_share}</p>
            <p>{words.notify_text}</p>
            <Button kind=ButtonKind::Secondary size=ButtonSize::Medium busy=saying.busy on_click=move |()| tell.run(())>
                {words.notify}
            </Button>
        </Notice>
        <SayingNotice saying/>
    }
}
