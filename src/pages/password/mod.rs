//! A new password by the old one: the form of operators and members.

pub mod form;

use self::form::{AGAIN, CURRENT, NEW, PasswordForm};
use crate::i18n::{operator_words, refusal};
use crate::pages::operator::notice::SaidNotice;
use crate::steps::field::password_pair::PasswordPair;
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::Button;
use crate::ui::dynamic::dynamic;
use crate::ui::error_summary::ErrorSummary;
use crate::ui::field::PasswordField;
use leptos::prelude::*;

/// The form.
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
    use crate::ui::page_heading::PageHeading;
    use crate::ui::story::Story;
    use gaip_contract::ProblemCode;

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
        Story { name: "pages/password", view: || state(|_| {}) },
        Story { name: "pages/password-missing", view: || state(|form| drop(form.checked())) },
        Story {
            name: "pages/password-wrong",
            view: || state(|form| form.refused(Failure::Refused(Box::new(ProblemCode::PasswordWrong.into())))),
        },
        Story {
            name: "pages/password-too-many",
            view: || state(|form| form.refused(Failure::Refused(Box::new(ProblemCode::TooMany.into())))),
        },
        Story { name: "pages/password-changed", view: || state(PasswordForm::done) },
    ]
};
