//! What a method asks, in its order: whose phone, app or card, then the person, then the terms (manual rows K30, T54).

use super::flow::Flow;
use super::typed::has_mobile;
use crate::i18n::{apps, carriers, identity_words, issuers};
use crate::ui::dynamic::dynamic;
use crate::ui::field::{
    Checkbox, Choice, DateField, GroupFrame, PhoneField, RadioGroup, SelectField, TextField, Width,
};
use gaip_domain::portal::IdentityMethod;
use gaip_domain::value::Phone;
use leptos::prelude::*;

/// The inputs of the chosen method; nothing while none is chosen.
#[component]
pub fn DetailsPart(
    /// The verification.
    flow: Flow,
) -> impl IntoView {
    let chosen = Memo::new(move |_| flow.chosen());
    dynamic(move || chosen.get().map(|method| view! { <Details flow method/> }))
}

#[component]
fn Details(flow: Flow, method: IdentityMethod) -> impl IntoView {
    let words = identity_words();
    let typed = flow.typed;
    let error = |field: &str| flow.answering.error(field.to_owned());
    view! {
        <section class="section">
            <h2>{words.details}</h2>
            <Agency flow method/>
            <TextField id="name" label=words.name hint=words.name_hint.to_owned() value=typed.name error=error("name")
                autocomplete="name" width=Width::Medium/>
            <DateField id="birth_date" label=words.birth_date value=typed.birth_date error=error("birth_date") birthday=true/>
            {has_mobile(method).then(|| {
                let prefixes = Phone::MOBILE_PREFIXES.map(str::to_owned).to_vec();
                view! {
                    <PhoneField id="mobile" label=words.mobile hint=words.mobile_hint.to_owned() value=typed.mobile prefixes
                        error=error("mobile")/>
                }
            })}
            <Terms flow/>
        </section>
    }
}

/// Whose phone, app or card it is.
#[component]
fn Agency(flow: Flow, method: IdentityMethod) -> impl IntoView {
    let words = identity_words();
    let options =
        |all: Vec<(&str, &str)>| all.into_iter().map(|(code, name)| Choice::new(code, name)).collect::<Vec<_>>();
    let error = |field: &str| flow.answering.error(field.to_owned());
    match method {
        IdentityMethod::Phone => view! {
            <SelectField id="carrier" label=words.carrier value=flow.typed.carrier options=options(carriers())
                error=error("carrier")/>
        }
        .into_any(),
        IdentityMethod::Simple => view! {
            <RadioGroup id="agency" label=words.app hint=words.app_hint.to_owned() value=flow.typed.app
                options=options(apps()) error=error("agency")/>
        }
        .into_any(),
        IdentityMethod::Card | IdentityMethod::Ipin => view! {
            <SelectField id="agency" label=words.issuer value=flow.typed.issuer options=options(issuers())
                error=error("agency")/>
        }
        .into_any(),
    }
}

#[component]
fn Terms(flow: Flow) -> impl IntoView {
    let words = identity_words();
    let agreed = flow.typed.agreed;
    let error = flow.answering.error("agreed".to_owned());
    let checked = Signal::derive(move || agreed.with(|agreed| agreed == "yes"));
    let change = move |on: bool| agreed.set(if on { "yes" } else { "no" }.to_owned());
    view! {
        <GroupFrame id="agreed" label=words.terms error>
            <Checkbox id="agreed" label=words.agree note=words.agree_note.to_owned() checked on_change=change
                invalid=Signal::derive(move || error.with(Option::is_some)) required=true/>
        </GroupFrame>
    }
}
