//! The gallery: every screen and component in every state, for designers and for the checks of accessibility.
//!
//! `/gallery` lists the stories and shows one in a frame; `/gallery?story=NAME` is one story alone;
//! `/gallery?demo` begins the demo, and `/gallery?service=WORD` stands for a service that is opened there. It speaks Korean
//! and English by itself, so that the product's words stay those of the product.

mod decisions;
pub mod demo;
mod inputs;
mod list;
mod mails;
mod service;
mod signup;
mod single;
mod style;

use crate::ui::story::Story;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// Looked for in the production bundle, where it must not be.
const MARKER: &str = "gaip-gallery-marker";

/// Every story, in the order of the gallery.
pub fn stories() -> Vec<Story> {
    let mut stories = crate::ui::stories::all();
    stories.extend_from_slice(crate::wizard::trouble::STORIES);
    stories.extend_from_slice(crate::steps::certificate::STORIES);
    stories.extend_from_slice(crate::steps::certificate_dialog::STORIES);
    stories.extend_from_slice(crate::steps::financial_dialog::STORIES);
    stories.extend_from_slice(crate::steps::company::STORIES);
    stories.extend_from_slice(crate::steps::identity::STORIES);
    stories.extend_from_slice(crate::steps::email_code::STORIES);
    stories.extend_from_slice(crate::steps::old_account::STORIES);
    stories.extend_from_slice(crate::steps::social::STORIES);
    stories.extend_from_slice(crate::steps::products::STORIES);
    stories.extend_from_slice(crate::steps::code_picker::STORIES);
    stories.extend_from_slice(crate::steps::field::code::STORIES);
    stories.extend_from_slice(crate::steps::field::codes::STORIES);
    stories.extend_from_slice(crate::steps::field::tags::STORIES);
    stories.extend_from_slice(signup::STORIES);
    stories.extend_from_slice(crate::pages::not_found::STORIES);
    stories.extend_from_slice(crate::pages::account::STORIES);
    stories.extend_from_slice(crate::steps::refusal_text::STORIES);
    stories.extend_from_slice(crate::pages::account::leave_company::STORIES);
    stories.extend_from_slice(crate::pages::account::mine::STORIES);
    stories.extend_from_slice(crate::pages::account::mine::OWN_STORIES);
    stories.extend_from_slice(crate::pages::account::passkeys::STORIES);
    stories.extend_from_slice(crate::pages::company::STORIES);
    stories.extend_from_slice(crate::pages::company::OWN_STORIES);
    stories.extend_from_slice(crate::pages::company::INVITE_STORIES);
    stories.extend_from_slice(crate::pages::invitation::STORIES);
    stories.extend_from_slice(crate::pages::operator::STORIES);
    stories.extend_from_slice(crate::pages::password::STORIES);
    stories.extend_from_slice(crate::pages::portals::STORIES);
    stories.extend_from_slice(crate::pages::sandbox::STORIES);
    stories.extend_from_slice(crate::pages::sandbox_reply::STORIES);
    stories
}

/// The gallery page.
#[component]
pub fn GalleryPage() -> impl IntoView {
    let query = use_query_map();
    style::adopt();
    move || match query.with(|query| query.get("story")) {
        _ if query.with(|query| query.get("demo").is_some()) => view! { <demo::StartDemo/> }.into_any(),
        _ if let Some(word) = query.with(|query| query.get("service")) => {
            view! { <service::ServicePage word/> }.into_any()
        }
        Some(name) => view! { <single::SingleStory name/> }.into_any(),
        None => view! { <list::StoryList/> }.into_any(),
    }
}

/// Words of the gallery in the language in force.
fn say(ko: &'static str, en: &'static str) -> &'static str {
    match crate::i18n::lang() {
        gaip_domain::text::Lang::Ko => ko,
        gaip_domain::text::Lang::En => en,
    }
}
