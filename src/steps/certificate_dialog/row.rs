//! One certificate of the list, as people know it: state, kind, owner, expiry, issuer.

use super::choosing::Choosing;
use crate::i18n::{certificate_words, state, why};
use crate::ui::badge::{Badge, BadgeKind};
use crate::ui::dynamic::dynamic;
use gaip_contract::signer::{Entry, State};
use leptos::prelude::*;

/// A row; choosing one that cannot be used says why.
#[component]
pub fn Row(choosing: Choosing, entry: Entry, id: String) -> impl IntoView {
    let words = certificate_words();
    let key = StoredValue::new(entry.id.clone());
    let chosen = Signal::derive(move || key.with_value(|key| choosing.chosen.with(|chosen| chosen == key)));
    let why_id = format!("{id}-why");
    let reason = why(entry.state);
    let described = reason.map(|_| {
        let id = why_id.clone();
        move || chosen.get().then(|| id.clone())
    });
    let kind = match &entry.certificate {
        Some(details) => choosing.kind_name(details.kind.as_deref()),
        None => entry.name.clone(),
    };
    let unknown = || (words.not_known_yet.to_owned(), "-".to_owned(), "-".to_owned());
    let known = entry.certificate.as_ref();
    let (owner, until, issuer) =
        known.map_or_else(unknown, |known| (known.owner.clone(), known.until.clone(), known.issuer.clone()));
    view! {
        <div class="certificate" class:certificate--chosen=chosen>
            <input type="radio" class="check__mark" id=id.clone() name="certificate-choice" value=entry.id.clone()
                checked=chosen.get_untracked() prop:checked=chosen aria-describedby=described
                on:change=move |_| key.with_value(|key| choosing.choose(key))/>
            <label class="certificate__label" for=id>
                <Cell name=words.state>{view! { <Badge kind=colour(entry.state) text=state(entry.state)/> }.into_any()}</Cell>
                <Cell name=words.kind>{kind.into_any()}</Cell>
                <Cell name=words.owner>{owner.into_any()}</Cell>
                <Cell name=words.until>{until.into_any()}</Cell>
                <Cell name=words.issuer>{issuer.into_any()}</Cell>
            </label>
            {reason.map(|reason| dynamic(move || chosen.get().then(|| view! {
                <p class="certificate__why" id=why_id.clone()>{reason}</p>
            })))}
        </div>
    }
}

#[component]
fn Cell(name: &'static str, children: Children) -> impl IntoView {
    view! {
        <span class="certificate__cell">
            <span class="certificate__name">{name} " "</span>
            <span class="certificate__value">{children()}</span>
            " "
        </span>
    }
}

fn colour(state: State) -> BadgeKind {
    match state {
        State::Usable => BadgeKind::Success,
        State::Locked => BadgeKind::Primary,
        State::EndsSoon(_) => BadgeKind::Warning,
        State::Expired | State::AuthorityEnded => BadgeKind::Danger,
        State::NotYetValid | State::KindNotTaken | State::Personal | State::KeyMissing => BadgeKind::Gray,
    }
}
