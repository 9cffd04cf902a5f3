//! A member's new password, by the form that operators have too.

use crate::i18n::{operator_words, own_words};
use crate::pages::account::mine::{MyTabs, Section};
use crate::pages::account::page::arrive;
use crate::pages::password::PasswordFields;
use crate::pages::password::form::PasswordForm;
use crate::session::use_session;
use crate::ui::page_heading::PageHeading;
use gaip_contract::endpoints::PutMyPassword;
use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// The part of my page.
#[component]
pub fn MyPassword(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    arrive(portal, operator_words().password);
    let member = use_session().member(&portal.id);
    let none = member.as_ref().is_some_and(|member| !portal.has_password(member.role));
    let form = PasswordForm::new(member.map(|member| member.login_id).unwrap_or_default());
    let on_submit = form.sends::<PutMyPassword>(Vec::new());
    view! { <PasswordPart portal none form on_submit/> }
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
        {if none {
            view! { <PageHeading title=words.password lead=own_words().no_password/> }
        } else {
            view! { <PageHeading title=words.password lead=words.password_lead/> }
        }}
        <MyTabs portal section=Section::Password/>
        {(!none).then(|| view! { <PasswordFields form on_submit/> })}
    }
}
