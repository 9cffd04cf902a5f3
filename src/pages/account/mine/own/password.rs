//! A member's new password, by the form that operators have too.

use crate::api;
use crate::i18n::{operator_words, own_words};
use crate::pages::account::mine::{MyTabs, Section};
use crate::pages::account::page::arrive;
use crate::pages::operator::password::PasswordFields;
use crate::pages::operator::password_form::PasswordForm;
use crate::session::use_session;
use crate::ui::focus::focus_soon;
use crate::ui::page_heading::PageHeading;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Empty, Role};
use gaip_contract::endpoints::{GetPasswordPolicy, PutMyPassword};
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The part of my page.
#[component]
pub fn MyPassword(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    let words = operator_words();
    arrive(portal, words.password);
    let session = use_session();
    let member = session.member(&portal.id);
    let none = member.as_ref().is_some_and(|member| member.role == Role::Social);
    let form = PasswordForm::new(member.map(|member| member.login_id).unwrap_or_default());
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
            let reply = api::send::<PutMyPassword>(&[], &body).await;
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
    view! { <PasswordPart portal none form on_submit=submit/> }
}

/// The form, or the word that there is none.
#[component]
pub fn PasswordPart(
    /// The portal.
    portal: &'static Portal,
    /// The member logs in without a password.
    none: bool,
    /// What is typed.
    form: PasswordForm,
    /// The button was pressed.
    on_submit: Callback<()>,
) -> impl IntoView {
    let words = operator_words();
    view! {
        <PageHeading title=words.password lead=words.password_lead/>
        <MyTabs portal section=Section::Password/>
        {if none {
            view! { <p>{own_words().no_password}</p> }.into_any()
        } else {
            view! { <PasswordFields form on_submit/> }.into_any()
        }}
    }
}
