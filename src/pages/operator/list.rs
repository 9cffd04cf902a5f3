//! What every list of operators does: it loads the page that the address asks for, and loads it again after an act.

use crate::api::Failure;
use crate::pages::load::{Load, Loaded};
use crate::session::{Session, use_session};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::Page;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_query_map;

/// A list as far as it is loaded.
pub struct List<T: 'static> {
    /// The page that the address asks for, from 1.
    pub number: Memo<u32>,
    /// Loads it again. What is shown stays until the new rows are here.
    pub reload: Callback<()>,
    state: RwSignal<Load<Page<T>>>,
}

// Handles are copied whatever the rows are.
impl<T> Clone for List<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for List<T> {}

impl<T: Send + Sync + 'static> List<T> {
    /// The list that `ask` brings, a page at a time. It is loaded anew when what `ask` reads changes, or the page of the
    /// address; of two that are on their way the one that was asked for last is shown.
    pub fn new<F>(ask: impl Fn(u32) -> F + Clone + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<Page<T>, Failure>> + 'static,
    {
        let (session, number) = (use_session(), page_of_address());
        let state = RwSignal::new(Load::Waiting);
        let turn = StoredValue::new(0_u32);
        let wait = move |asked: F| {
            turn.update_value(|turn| *turn += 1);
            let mine = turn.get_value();
            spawn_local(async move {
                let reply = asked.await;
                if turn.try_get_value() == Some(mine) {
                    arrived(state, session, reply);
                }
            });
        };
        let again = ask.clone();
        Effect::new(move || wait(ask(number.get())));
        let reload = Callback::new(move |()| wait(untrack(|| again(number.get_untracked()))));
        Self { number, reload, state }
    }
}

/// The page that the address asks for, from 1.
fn page_of_address() -> Memo<u32> {
    let query = use_query_map();
    Memo::new(move |_| query.with(|query| query.get_str("page").and_then(|page| page.parse().ok())).unwrap_or(1).max(1))
}

/// Takes over what came of loading a list. Asking has extended the login; and whoever has none any more is told by the
/// session.
fn arrived<T: Send + Sync + 'static>(state: RwSignal<Load<T>>, session: Session, reply: Result<T, Failure>) {
    session.refresh();
    match reply {
        Ok(list) => drop(state.try_set(Load::Ready(list))),
        Err(failure) if failure.code() == Some(ProblemCode::LoginRequired) => {}
        Err(failure) => drop(state.try_set(Load::Failed(failure))),
    }
}

/// A list, or how far it is.
#[component]
pub fn Listed<T, F, V>(
    /// The list.
    list: List<T>,
    /// Shows a page of it.
    children: F,
) -> impl IntoView
where
    T: Clone + Send + Sync + PartialEq + 'static,
    F: Fn(Page<T>) -> V + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let List { reload, state, .. } = list;
    let retry = Callback::new(move |()| {
        state.set(Load::Waiting);
        reload.run(());
    });
    view! { <Loaded state on_retry=retry children/> }
}
