//! As what a company's account logs in, where the portal tells its accounts apart (manual rows W109 to W111).

use crate::i18n::{entrance_words, login_type_name, login_type_work};
use crate::ui::field::{Choice, RadioGroup};
use gaip_domain::permission::LoginType;
use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// The choice above the certificates; nothing where there is none. It begins with what most accounts are.
#[component]
pub fn LoginTypeChoice(
    /// The portal.
    portal: &'static Portal,
    /// The type's word.
    value: RwSignal<String>,
) -> impl IntoView {
    let words = entrance_words();
    let types = portal.login_types();
    let first = types.first()?;
    if value.with_untracked(String::is_empty) {
        value.set(first.as_str().to_owned());
    }
    let option = |kind: &LoginType| {
        let name = format!("{} : {}", login_type_name(*kind), login_type_work(*kind));
        Choice::from((kind.as_str().to_owned(), name))
    };
    let options = types.iter().map(option).collect();
    Some(view! {
        <section class="login-certificate">
            <RadioGroup id="login-type" label=words.login_type value options hint=words.login_type_hint.to_owned()/>
        </section>
    })
}
