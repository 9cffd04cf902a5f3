//! The kinds of logins of a portal, where there are several.

use super::company_login::{CompanyLoginPart, has_companies};
use super::social_login::{SocialLoginPart, providers};
use crate::i18n::{company_login_words, social_words};
use crate::routes;
use crate::ui::dynamic::dynamic;
use crate::ui::field::Choice;
use crate::ui::tabs::Tabs;
use gaip_contract::bodies::SocialOutcome;
use gaip_domain::portal::Portal;
use leptos::prelude::*;

const GENERAL: &str = "general";
const SOCIAL: &str = "social";
const COMPANY: &str = "company";

/// The form alone, or beside the providers by which people join the portal, and the login of companies (manual rows
/// T43, T106, T110).
#[component]
pub(super) fn LoginKinds<F, V>(
    portal: &'static Portal,
    next: Option<String>,
    outcome: Option<SocialOutcome>,
    form: F,
) -> AnyView
where
    F: Fn() -> V + Copy + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let (social, company) = (!providers(portal).is_empty(), has_companies(portal));
    if !social && !company {
        return form().into_any();
    }
    let words = social_words();
    // Who was on the way to the company's pages is to log in as the company.
    let to_company = company && next.as_ref().is_some_and(|next| next.starts_with(&routes::company(&portal.id)));
    let kind = match (to_company, &outcome) {
        (true, _) => COMPANY,
        (false, Some(_)) => SOCIAL,
        (false, None) => GENERAL,
    };
    let kind = RwSignal::new(kind.to_owned());
    let tabs = [
        (true, GENERAL, words.login_general),
        (social, SOCIAL, words.login_social),
        (company, COMPANY, company_login_words().tab),
    ];
    let tabs = tabs.into_iter().filter(|(shown, ..)| *shown);
    let tabs = tabs.map(|(_, code, name)| Choice::new(code, name)).collect();
    view! {
        <Tabs id="login-kind" label=words.login_kind tabs value=kind>
            {dynamic(move || match kind.get().as_str() {
                SOCIAL => view! { <SocialLoginPart portal outcome next=next.clone()/> }.into_any(),
                COMPANY => view! { <CompanyLoginPart portal/> }.into_any(),
                _ => form().into_any(),
            })}
        </Tabs>
    }
    .into_any()
}
