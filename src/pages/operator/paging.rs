//! Lists of operators: which page the address asks for, how many rows there are, and the ways to the other pages.

use crate::api::Failure;
use crate::i18n::{fill, operator_words};
use crate::pages::load::Load;
use crate::session::Session;
use crate::ui::button::{ButtonKind, LinkButton};
use crate::ui::empty::Empty;
use crate::ui::pagination::Pagination;
use gaip_contract::ProblemCode;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The page that the address asks for, from 1.
pub fn page_of_address() -> Memo<u32> {
    let query = use_query_map();
    Memo::new(move |_| query.with(|query| query.get_str("page").and_then(|page| page.parse().ok())).unwrap_or(1).max(1))
}

/// Takes over what came of loading a list. Asking has extended the login; and whoever has none any more is told by the
/// session.
pub fn arrived<T: Send + Sync + 'static>(state: RwSignal<Load<T>>, session: Session, reply: Result<T, Failure>) {
    session.refresh();
    match reply {
        Ok(list) => drop(state.try_set(Load::Ready(list))),
        Err(failure) if failure.code() == Some(ProblemCode::LoginRequired) => {}
        Err(failure) => drop(state.try_set(Load::Failed(failure))),
    }
}

/// How many rows there are.
#[component]
pub fn Total(
    /// On all pages.
    total: u32,
) -> impl IntoView {
    view! { <p class="desk__total" role="status">{fill(operator_words().total, total)}</p> }
}

/// The ways to the other pages; back to the first where the list has become shorter than the page that was asked for.
#[component]
pub fn Pages(
    /// The page shown, from 1.
    page: u32,
    /// How many there are.
    pages: u32,
    /// Address of the list; it may have a query.
    #[prop(into)]
    href: String,
) -> impl IntoView {
    if page > pages {
        return view! { <LinkButton kind=ButtonKind::Secondary href>{operator_words().first_page}</LinkButton> }
            .into_any();
    }
    let joint = if href.contains('?') { '&' } else { '?' };
    let of = Callback::new(move |page: usize| format!("{href}{joint}page={page}"));
    view! { <Pagination page=page as usize pages=pages as usize href=of/> }.into_any()
}

/// Stands where a list has no rows.
#[component]
pub fn NoRows(
    /// What is missing.
    title: &'static str,
    /// What could be tried.
    #[prop(optional_no_strip)]
    help: Option<&'static str>,
) -> impl IntoView {
    view! { <Empty title>{help.map(|help| view! { <p>{help}</p> })}</Empty> }
}
