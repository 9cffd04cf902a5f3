//! A sign-up: opens it, keeps people on the steps that they may be on, and shows the step of the address.

mod step;

use crate::api::Failure;
use crate::later::{Later, Part};
use crate::pages::load::{Load, Loaded, WithPortal};
use crate::pages::not_found::NotFoundPage;
use crate::pages::part_of_address;
use crate::pages::site::Site;
use crate::routes;
use crate::wizard::draft::{Draft, Trouble};
use crate::wizard::trouble::TroublePage;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::DraftView;
use gaip_domain::portal::{Journey, Portal};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use step::StepOfAddress;

/// The sign-up of the address.
#[component]
pub fn SignupPage() -> impl IntoView {
    let (portal, id) = (part_of_address(0), part_of_address(2));
    view! {
        <WithPortal id=portal children=move |portal| {
            match portal.journey(&id) {
                Some(journey) => view! { <Site portal><OpenDraft portal journey/></Site> }.into_any(),
                None => view! { <Site portal><NotFoundPage/></Site> }.into_any(),
            }
        }/>
    }
}

/// Opens the sign-up on the backend; another tab may hold it.
#[component]
fn OpenDraft(portal: &'static Portal, journey: &'static Journey) -> impl IntoView {
    let state: RwSignal<Load<DraftView>> = RwSignal::new(Load::Waiting);
    let trouble = RwSignal::new(None);
    // The journey is for members of another kind.
    let other = RwSignal::new(false);
    let go = StoredValue::new_local(use_navigate());
    // What this tab could not store before another took over.
    let rest = StoredValue::new(Vec::new());
    let open = Callback::new(move |take_over: bool| {
        trouble.set(None);
        state.set(Load::Waiting);
        spawn_local(async move {
            match Draft::open(&portal.id, &journey.id, take_over).await {
                Ok(view) => drop(state.try_set(Load::Ready(view))),
                Err(Failure::Refused(problem)) if problem.code == ProblemCode::HeldElsewhere => {
                    trouble.try_set(Some(Trouble::Held));
                }
                // Some journeys are for members; the login leads back here.
                Err(Failure::Refused(problem)) if problem.code == ProblemCode::LoginRequired => {
                    let here = routes::signup(&portal.id, &journey.id);
                    go.with_value(|go| {
                        go(
                            &routes::login_then(&portal.id, &here),
                            NavigateOptions { replace: true, ..NavigateOptions::default() },
                        );
                    });
                }
                // My page asks for it, and leads back here.
                Err(Failure::Refused(problem)) if problem.code == ProblemCode::ConsentRequired => {
                    let here = routes::signup(&portal.id, &journey.id);
                    go.with_value(|go| {
                        go(
                            &routes::my_then(&portal.id, &here),
                            NavigateOptions { replace: true, ..NavigateOptions::default() },
                        );
                    });
                }
                Err(Failure::Refused(problem)) if problem.code == ProblemCode::NotForMember => {
                    other.try_set(true);
                }
                Err(failure) => drop(state.try_set(Load::Failed(failure))),
            }
        });
    });
    open.run(false);
    move || match trouble.get() {
        _ if other.get() => view! { <Later part=Part::NotForMember(portal, journey)/> }.into_any(),
        Some(trouble) => {
            view! { <TroublePage trouble purpose=journey.purpose on_act=move |()| open.run(true)/> }.into_any()
        }
        None => view! {
            <Loaded state on_retry=move |()| open.run(false) children=move |view: DraftView| {
                let draft = Draft::new(portal, journey, view);
                draft.put_over(rest.try_update_value(std::mem::take).unwrap_or_default());
                Effect::new(move || {
                    if let Some(met) = draft.trouble.get() {
                        rest.set_value(draft.not_stored());
                        trouble.set(Some(met));
                    }
                });
                view! { <StepOfAddress draft/> }
            }/>
        }
        .into_any(),
    }
}
