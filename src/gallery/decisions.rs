//! What an operator would decide on the papers of the member who is logged in.

use super::say;
use crate::demo::{self, Decision};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use leptos::prelude::*;

/// The buttons; nothing while no papers wait.
#[component]
pub(super) fn Decisions() -> impl IntoView {
    let open = demo::decisions();
    dynamic(move || {
        let open = open.get();
        (!open.is_empty()).then(|| {
            view! {
                <p id="demo-decisions">{say(
                    "서류를 기다리는 회원입니다. 담당자를 대신해 정할 수 있습니다.",
                    "This member’s papers are being checked. Decide in the operator’s place.",
                )}</p>
                <ul class="demo__acts" aria-labelledby="demo-decisions">
                    {open.iter().map(|decision| view! { <li><Act decision=*decision/></li> }).collect_view()}
                </ul>
            }
        })
    })
}

#[component]
fn Act(decision: Decision) -> impl IntoView {
    let name = match decision {
        Decision::Approve => say("서류 승인", "Approve the papers"),
        Decision::Reject => say("서류 반려", "Refuse the papers"),
    };
    let decide = move |()| demo::decide(decision);
    view! { <Button kind=ButtonKind::Secondary size=ButtonSize::Small on_click=decide>{name}</Button> }
}
