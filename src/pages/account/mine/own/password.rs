//! A member's new password, by the form that operators have too.

use crate::i18n::{operator_words, own_words};
use crate::pages::account::mine::{MyTabs, Section};
use crate::pages::account::page::arrive;
use crate::pages::password::PasswordFields;
use crate::pages::password::form::PasswordForm;
use crate::session::use_session;
use crate::ui::page_heading::PageHeading;
use gaip_contract::bodies::Role;
use gaip_contract::endpoints::PutMyPassword;
use gaip_domain::portal::{Membership, Portal};
use leptos::prelude::*;

/// The part of my page.
#[component]
pub fn MyPassword(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    arrive(portal, operator_words().password);
    let member = use_session().member(&portal.id);
    let none = member.as_ref().is_some_and(|member| has_none(portal, member.role));
    let form = PasswordForm::new(member.map(|member| member.login_id).unwrap_or_default());
    let on_submit = form.sends::<PutMyPassword>(Vec::new());
    view! { <PasswordPart portal none form on_submit/> }
}

/// Whether members of a kind log in without a password: by an account elsewhere, or by their company's certificate alone.
fn has_none(portal: &Portal, role: Role) -> bool {
    let mut joins = portal.journeys.iter().filter(|journey| journey.purpose.makes_member());
    match role {
        Role::Social => true,
        Role::Contact => joins.all(|journey| journey.membership != Membership::Contact),
        _ => false,
    }
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

#[cfg(all(test, feature = "gallery"))]
mod tests {
    use super::*;

    #[test]
    fn accounts_of_certificates_and_of_providers_have_no_password_to_change() {
        let portal = |json: &str| serde_json::from_str::<Portal>(json).unwrap();
        let daejeon = portal(include_str!("../../../../../public/portals/daejeon/portal.json"));
        let work24 = portal(include_str!("../../../../../public/portals/work24/portal.json"));
        assert!(!has_none(&daejeon, Role::Contact));
        assert!(has_none(&work24, Role::Contact));
        assert!(!has_none(&work24, Role::Personal));
        assert!(has_none(&daejeon, Role::Social));
    }
}
