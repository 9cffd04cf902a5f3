//! The document that a choice agrees to or refuses, to read before choosing.

use crate::i18n::{local, words};
use crate::routes;
use crate::ui::link::NewWindowLink;
use crate::wizard::bind::Binder;
use gaip_domain::portal::TermsDocument;
use leptos::prelude::*;

/// The way to the whole document.
#[component]
pub fn FieldTerms(
    /// The step that the field belongs to.
    binder: Binder,
    /// The document's id.
    terms: &'static str,
) -> impl IntoView {
    let portal = binder.answering.draft.portal;
    portal.terms_document(terms).map(|document: &TermsDocument| {
        let text = format!("{} {}", local(&document.title), words().signup.read);
        view! { <p class="field__terms"><NewWindowLink href=routes::terms(&portal.id, &document.id) text/></p> }
    })
}
