//! An operator changes their own password.

use super::notice::SaidNotice;
use super::password_form::{AGAIN, CURRENT, NEW, PasswordForm};
use crate::api;
use crate::i18n::{operator_words, refusal};
use crate::pages::account::page::arrive;
use crate::session::use_session;
use crate::steps::field::password_pair::PasswordPair;
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::Button;
use crate::ui::dynamic::dynamic;
use crate::ui::error_summary::ErrorSummary;
use crate::ui::field::PasswordField;
use crate::ui::focus::focus_soon;
use crate::ui::page_heading::PageHeading;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::Empty;
use gaip_contract::endpoints::{ChangeOperatorPassword, GetPasswordPolicy};
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The page.
#[component]
pub fn Password(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    let words = operator_words();
    arrive(portal, words.password);
    let session = use_session();
    let form = PasswordForm::new(session.operator(&portal.id).map(|operator| operator.login_id).unwrap_or_default());
    spawn_local(async move {
        // Without it the backend judges alone.
        if let Ok(policy) = api::send::<GetPasswordPolicy>(&[], &Empty {}).await {
            form.policy.try_set(Some(policy));
        }
    });
    let submit = Callback::new(move |()| {
        let Some(body) = form.checked() else { return form.focus() };
        form.busy.set(true);
        spawn_local(async move {
            let reply = api::send::<ChangeOperatorPassword>(&[&portal.id], &body).await;
            form.busy.try_set(false);
            match reply {
                Ok(view) => {
                    session.apply(view);
                    form.done();
                    focus_soon("page-title");
                }
                Err(failure) => {
                    if failure.code() == Some(ProblemCode::LoginRequired) {
                        session.refresh();
                    }
                    form.refused(failure);
                    form.focus();
                }
            }
        });
    });
    view! {
        <PageHeading title=words.password lead=words.password_lead/>
        <PasswordFields form on_submit=submit/>
    }
}

/// The form, of an operator or a member.
#[component]
pub fn PasswordFields(
    /// What is typed.
    form: PasswordForm,
    /// The button was pressed.
    on_submit: Callback<()>,
) -> impl IntoView {
    let words = operator_words();
    let PasswordForm { current, new, again, policy, errors, failure, busy, said, .. } = form;
    let known = Signal::derive(move || vec![form.login_id.get_value()]);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        on_submit.run(());
    };
    view! {
        <SaidNotice said/>
        <ErrorSummary errors/>
        {dynamic(move || failure.get().map(|failure| view! {
            <Notice kind=NoticeKind::Danger live=Live::Assertive><p>{refusal(&failure)}</p></Notice>
        }))}
        <form class="login" novalidate on:submit=submit>
            // Password managers ask whose password it is.
            <input type="text" name="username" autocomplete="username" value=form.login_id.get_value() hidden readonly aria-label=words.operator_id/>
            <PasswordField id=CURRENT label=words.password_current value=current error=form.error(CURRENT)/>
            <PasswordPair id=NEW.to_owned() again_id=AGAIN.to_owned() label=words.password_new.to_owned()
                hint=words.password_hint.to_owned() password=new again policy known error=form.error(NEW)
                again_error=form.error(AGAIN)/>
            <Button submit=true busy>{words.password_change}</Button>
        </form>
    }
}

/// States of the form.
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::api::Failure;
    use crate::ui::story::Story;

    fn state(state: fn(PasswordForm)) -> AnyView {
        let form = PasswordForm::new("staff1".to_owned());
        state(form);
        let words = operator_words();
        view! {
            <PageHeading title=words.password lead=words.password_lead/>
            <PasswordFields form on_submit=Callback::new(|()| {})/>
        }
        .into_any()
    }

    &[
        Story { name: "pages/operator/password", view: || state(|_| {}) },
        Story { name: "pages/operator/password-missing", view: || state(|form| drop(form.checked())) },
        Story {
            name: "pages/operator/password-wrong",
            view: || state(|form| form.refused(Failure::Refused(Box::new(ProblemCode::PasswordWrong.into())))),
        },
        Story {
            name: "pages/operator/password-too-many",
            view: || state(|form| form.refused(Failure::Refused(Box::new(ProblemCode::TooMany.into())))),
        },
        Story { name: "pages/operator/password-changed", view: || state(PasswordForm::done) },
    ]
};
