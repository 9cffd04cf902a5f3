//! The step of the address, if it may be opened; the furthest one that may otherwise.

use crate::i18n::local;
use crate::routes;
use crate::steps::StepView;
use crate::ui::focus::focus_id;
use crate::wizard::answering::{Answering, Go};
use crate::wizard::draft::Draft;
use gaip_contract::bodies::Empty;
use gaip_contract::endpoints::GetPasswordPolicy;
use gaip_domain::journey;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};
use std::sync::Arc;

/// Guards the address and shows its step.
#[component]
pub fn StepOfAddress(draft: Draft) -> impl IntoView {
    let address = use_location().pathname;
    let query = use_query_map();
    let navigate = use_navigate();
    let go: Go = {
        let navigate = navigate.clone();
        Arc::new(move |address: &str| navigate(address, NavigateOptions::default()))
    };
    draft.save_when_leaving();
    load_policy(draft);
    let asked = Memo::new(move |_| address.with(|address| routes::part(address, 3).to_owned()));
    // Whoever leaves for another page is not led back while this one goes.
    let here = move || address.with_untracked(|address| routes::part(address, 2) == draft.journey.id);
    let admitted = Memo::new(move |_| {
        let id = asked.get();
        draft.view.with(|view| journey::admits(draft.journey, &view.facts, &id)).then_some(id)
    });
    let frontier = move || draft.view.with(|view| journey::frontier(draft.journey, &view.facts).map(|s| s.id.clone()));
    Effect::new(move || {
        if let (None, Some(id), true) = (admitted.get(), frontier(), here()) {
            let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
            navigate(&routes::step(&draft.portal.id, draft.journey, &id), options);
        }
    });
    move || {
        let step = draft.journey.step(&admitted.get()?)?;
        let from_review = query.read_untracked().get("from").as_deref() == Some("review");
        let answering = Answering::new(draft, step, from_review, go.clone());
        announce(answering);
        Some(view! { <StepView answering/> })
    }
}

/// The title names the page, and the focus goes to its heading, as after loading a page.
fn announce(answering: Answering) {
    let title = format!("{} - {}", local(&answering.step.title), local(&answering.draft.portal.name));
    Effect::new(move |before: Option<()>| {
        let wrong = answering.problems.with(|problems| !problems.is_empty());
        let prefix = if wrong { crate::i18n::ui_words().error_prefix } else { "" };
        document().set_title(format!("{prefix} {title}").trim_start());
        if before.is_none() {
            request_animation_frame(|| {
                focus_id("page-title");
            });
        }
    });
}

fn load_policy(draft: Draft) {
    spawn_local(async move {
        if let Ok(policy) = crate::api::send::<GetPasswordPolicy>(&[], &Empty {}).await {
            draft.policy.try_set(Some(policy));
        }
    });
}
