//! The door of operators.

use crate::api::Failure;
use crate::i18n::{operator_words, words};
use crate::pages::account::credentials::{Credentials, CredentialsForm};
use crate::pages::account::page::arrive;
use crate::routes;
use crate::ui::button::LinkButton;
use crate::ui::page_heading::PageHeading;
use gaip_contract::bodies::OperatorLogin;
use gaip_contract::endpoints::LogInOperator;
use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// The form.
#[component]
pub fn OperatorLoginForm(
    /// The portal.
    portal: &'static Portal,
    /// Shows the form as it is after a refusal, for the gallery.
    #[prop(optional_no_strip)]
    failure: Option<Failure>,
) -> impl IntoView {
    let (account, own) = (&words().account, operator_words());
    arrive(portal, own.login_title);
    let form = Credentials::new(failure, false);
    let on_submit =
        form.sends::<LogInOperator>(vec![&portal.id], |login_id, password| OperatorLogin { login_id, password });
    let note = [account.session_note, own.login_help].join(" ");
    view! {
        <PageHeading title=own.login_title lead=own.login_lead/>
        <CredentialsForm form note before=|_: &Failure| None on_submit/>
    }
}

/// What stands here when the login has ended.
#[component]
pub fn OperatorLoginRequired(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    let words = operator_words();
    view! {
        <PageHeading title=words.login_required lead=words.login_required_text/>
        <LinkButton href=routes::operator_login(&portal.id)>{words.login_title}</LinkButton>
    }
}
