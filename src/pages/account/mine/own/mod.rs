//! A member changes what was entered at sign-up (decision 0024).

mod code;
mod editing;
mod fields;
mod form;
mod judging;
mod kept;
mod password;
mod sending;
#[cfg(feature = "gallery")]
mod stories;

pub use password::MyPassword;
#[cfg(feature = "gallery")]
pub use stories::STORIES;

use super::{MyTabs, Section};
use crate::api;
use crate::i18n::own_words;
use crate::pages::account::page::arrive;
use crate::pages::load::{Load, Loaded};
use crate::ui::page_heading::PageHeading;
use editing::Editing;
use form::InfoForm;
use gaip_contract::bodies::{Empty, MyInfo};
use gaip_contract::endpoints::GetMyInfo;
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The part of my page.
#[component]
pub fn MyInfoPage(
    /// The portal.
    portal: &'static Portal,
    /// The year of the sign-up.
    year: u16,
) -> impl IntoView {
    let words = own_words();
    arrive(portal, words.title);
    let state = RwSignal::new(Load::Waiting);
    let load = Callback::new(move |()| {
        state.set(Load::Waiting);
        spawn_local(async move {
            let reply = api::send::<GetMyInfo>(&[], &Empty {}).await;
            state.try_set(reply.map_or_else(Load::Failed, Load::Ready));
        });
    });
    load.run(());
    view! {
        <PageHeading title=words.title lead=words.lead/>
        <MyTabs portal section=Section::Change/>
        <Loaded state on_retry=load children={move |info: MyInfo| {
            let editing = Editing::new(portal, info, year);
            editing.fetch_documents();
            view! { <InfoForm editing/> }
        }}/>
    }
}
