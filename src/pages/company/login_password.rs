//! A new password of the company's login.

use super::saying::{Saying, SayingNotice};
use crate::api;
use crate::i18n::{company_login_words, invalid_of};
use crate::session::use_session;
use crate::steps::field::password_pair::PasswordPair;
use crate::ui::button::Button;
use gaip_contract::bodies::{Empty, NewCompanyPassword};
use gaip_contract::endpoints::{GetPasswordPolicy, PutCompanyPassword};
use gaip_domain::facts::FieldProblem;
use gaip_domain::portal::{Input, Portal};
use gaip_domain::text::digits;
use gaip_domain::value::Invalid;
use leptos::prelude::*;
use leptos::task::spawn_local;

const FIRST: &str = "password";
const AGAIN: &str = "password-confirm";

/// The form.
#[component]
pub(super) fn LoginPasswordForm(
    /// The portal.
    portal: &'static Portal,
    /// Asks for the certificate again, and then does this.
    again: Callback<Callback<()>>,
) -> impl IntoView {
    let words = company_login_words();
    let session = use_session();
    let (password, second) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let policy = RwSignal::new(None);
    Effect::new(move || {
        spawn_local(async move {
            if let Ok(found) = api::send::<GetPasswordPolicy>(&[], &Empty {}).await {
                policy.try_set(Some(found));
            }
        });
    });
    let known = Signal::derive(move || {
        let company = session.company(&portal.id);
        company
            .map(|company| vec![digits(&company.business_number), company.business_number, company.name])
            .unwrap_or_default()
    });
    let saying = Saying::new(again);
    let change = Callback::new(move |()| {
        if password.get_untracked() != second.get_untracked() {
            saying.wrong(vec![FieldProblem { field: AGAIN.to_owned(), error: Invalid::Mismatch }]);
            return;
        }
        let body = NewCompanyPassword { password: password.get_untracked() };
        saying.send(async move {
            session.apply(api::send::<PutCompanyPassword>(&[], &body).await?);
            for typed in [password, second] {
                typed.try_set(String::new());
            }
            Ok(company_login_words().login_password_changed.to_owned())
        });
    });
    saying.repeat(change);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        change.run(());
    };
    let error = |field: &str| {
        let label = company_login_words().login_password_new;
        saying.error(field, move |error| invalid_of(label, &Input::NewPassword, error))
    };
    view! {
        <section class="my__step" aria-labelledby="company-login-password">
            <h2 id="company-login-password">{words.login_password}</h2>
            <form class="papers" novalidate on:submit=submit>
                <PasswordPair id=FIRST.to_owned() again_id=AGAIN.to_owned() label=words.login_password_new.to_owned()
                    hint=words.login_password_hint.to_owned() password again=second policy known
                    error=error(FIRST) again_error=error(AGAIN)/>
                <SayingNotice saying/>
                <Button submit=true busy=saying.busy>{words.login_password_change}</Button>
            </form>
        </section>
    }
}
