//! Fetches the parts, and shows a wait and an apology where they are needed before they are here.

use super::{Part, build};
use crate::api::Failure;
use crate::i18n::words;
use crate::pages::load::{Bare, FailedPage, Load};
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::Button;
use crate::ui::spinner::Spinner;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::cell::Cell;

/// The door, once it can be called without waiting.
type Build = fn(Part) -> AnyView;

thread_local! {
    static FETCHED: Cell<Option<Build>> = const { Cell::new(None) };
}

/// Its address is all that the first file knows of what is behind the door.
#[wasm_split(later, wasm_split_path = leptos::wasm_split, fallible)]
fn door() -> Result<Build, SplitLoaderError> {
    Ok(build)
}

/// Fetches the parts unless they are here; a failure is forgotten, so that the next call tries again.
async fn fetch() -> Load<Build> {
    match door().await {
        Ok(build) => {
            FETCHED.set(Some(build));
            Load::Ready(build)
        }
        Err(_) => Load::Failed(Failure::Unreachable),
    }
}

/// Fetches the parts before anybody asks for one, so that "next" does not wait.
pub fn prefetch() {
    spawn_local(async {
        fetch().await;
    });
}

/// Shows a part as soon as it is here.
#[component]
pub fn Later(
    /// What to show.
    part: Part,
) -> impl IntoView {
    let state = RwSignal::new(FETCHED.get().map_or(Load::Waiting, Load::Ready));
    let load = Callback::new(move |()| {
        state.set(Load::Waiting);
        spawn_local(async move {
            let fetched = fetch().await;
            state.try_set(fetched);
        });
    });
    if FETCHED.get().is_none() {
        load.run(());
    }
    let frame = &words().frame;
    move || match state.get() {
        // What lies over the page leaves no gap in it.
        Load::Waiting | Load::Failed(_) if matches!(part, Part::SessionDialog(_) | Part::Forget(_)) => ().into_any(),
        Load::Waiting => view! { <div class="waiting"><Spinner text=frame.loading/></div> }.into_any(),
        Load::Ready(build) => build(part),
        Load::Failed(_) if matches!(part, Part::Step(_) | Part::Cancel(_) | Part::Settings) => view! {
            <Notice kind=NoticeKind::Danger live=Live::Assertive>
                <p>{frame.load_failed_text}</p>
                <Button on_click=load>{frame.retry}</Button>
            </Notice>
        }
        .into_any(),
        Load::Failed(failure) => view! { <Bare><FailedPage failure on_retry=load/></Bare> }.into_any(),
    }
}
