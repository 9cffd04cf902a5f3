//! An operator changes their own password.

use crate::i18n::operator_words;
use crate::pages::account::page::arrive;
use crate::pages::password::PasswordFields;
use crate::pages::password::form::PasswordForm;
use crate::session::use_session;
use crate::ui::page_heading::PageHeading;
use gaip_contract::endpoints::ChangeOperatorPassword;
use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// The page.
#[component]
pub fn Password(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    let words = operator_words();
    arrive(portal, words.password);
    let operator = use_session().operator(&portal.id);
    let form = PasswordForm::new(operator.map(|operator| operator.login_id).unwrap_or_default());
    let on_submit = form.sends::<ChangeOperatorPassword>(vec![&portal.id]);
    view! {
        <PageHeading title=words.password lead=words.password_lead/>
        <PasswordFields form on_submit/>
    }
}
