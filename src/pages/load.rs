//! Waiting for what a page needs, and saying so when it does not come.

use crate::api::{self, Failure, json};
use crate::i18n::{problem, words};
use crate::pages::not_found::NotFoundPage;
use crate::routes;
use crate::ui::button::Button;
use crate::ui::dynamic::dynamic;
use crate::ui::page_heading::PageHeading;
use crate::ui::spinner::Spinner;
use gaip_contract::ProblemCode;
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Something that a page needs from the network.
#[derive(Clone, PartialEq)]
pub enum Load<T> {
    /// It is on its way.
    Waiting,
    /// It is here.
    Ready(T),
    /// It did not come.
    Failed(Failure),
}

thread_local! {
    /// Portals that were read. They live as long as the page.
    static PORTALS: RefCell<BTreeMap<String, &'static Portal>> = const { RefCell::new(BTreeMap::new()) };
}

/// Reads a portal's file, once for each life of the page.
async fn portal(id: &str) -> Result<&'static Portal, Failure> {
    if let Some(portal) = PORTALS.with_borrow(|portals| portals.get(id).copied()) {
        return Ok(portal);
    }
    let not_found = || Failure::Refused(Box::new(ProblemCode::NotFound.into()));
    let json = api::fetch_text(&routes::portal_file(id, "portal.json")).await?;
    let portal: Portal = json::read(&json).ok_or_else(not_found)?;
    let portal: &'static Portal = Box::leak(Box::new(portal));
    PORTALS.with_borrow_mut(|portals| portals.insert(id.to_owned(), portal));
    Ok(portal)
}

/// Shows its children once the portal of the address is read.
#[component]
pub fn WithPortal<F, V>(
    /// The portal's id.
    id: String,
    /// What to show.
    children: F,
) -> impl IntoView
where
    F: Fn(&'static Portal) -> V + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let state = RwSignal::new(Load::Waiting);
    let load = move || {
        let id = id.clone();
        state.set(Load::Waiting);
        spawn_local(async move {
            let result = portal(&id).await;
            state.try_set(match result {
                Ok(portal) => Load::Ready(portal),
                Err(failure) => Load::Failed(failure),
            });
        });
    };
    load();
    let retry = Callback::new(move |()| load());
    let ready = Memo::new(move |_| match state.get() {
        Load::Ready(portal) => Some(portal),
        Load::Waiting | Load::Failed(_) => None,
    });
    dynamic(move || match ready.get() {
        Some(portal) => children(portal).into_any(),
        None => view! { <Bare><Loaded state on_retry=retry children={|_: &'static Portal| ()}/></Bare> }.into_any(),
    })
}

/// A page without a portal round it.
#[component]
pub fn Bare(
    /// The page.
    children: Children,
) -> impl IntoView {
    view! { <main id="main" class="container page" tabindex="-1">{children()}</main> }
}

/// Shows its children with what was loaded; a spinner before, an apology with a retry button otherwise.
#[component]
pub fn Loaded<T, F, V>(
    /// How far loading is.
    state: RwSignal<Load<T>>,
    /// Loads again.
    #[prop(into)]
    on_retry: Callback<()>,
    /// What to show.
    children: F,
) -> impl IntoView
where
    T: Clone + Send + Sync + PartialEq + 'static,
    F: Fn(T) -> V + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let children = Arc::new(children);
    // The page is built once for each thing loaded, not at each look at the signal.
    let state = Memo::new(move |_| state.get());
    move || match state.get() {
        Load::Waiting => view! { <div class="waiting"><Spinner text=words().frame.loading/></div> }.into_any(),
        Load::Ready(thing) => children(thing).into_any(),
        Load::Failed(failure) if failure.code() == Some(ProblemCode::NotFound) => view! { <NotFoundPage/> }.into_any(),
        Load::Failed(failure) => view! { <FailedPage failure on_retry/> }.into_any(),
    }
}

/// What did not come, and a button to try again.
#[component]
pub fn FailedPage(
    /// Why.
    failure: Failure,
    /// Tries again.
    on_retry: Callback<()>,
) -> impl IntoView {
    let frame = &words().frame;
    view! {
        <PageHeading title=frame.load_failed lead=problem(&failure)/>
        <Button on_click=on_retry>{frame.retry}</Button>
    }
}
