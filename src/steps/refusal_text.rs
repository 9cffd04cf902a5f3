//! Why something was refused; where there was too much of it, how long to wait.

use crate::api::Failure;
use crate::i18n::{fill, refusal, time_left, wait_words};
use crate::steps::identity::Clock;
use crate::ui::dynamic::dynamic;
use gaip_contract::ProblemCode;
use leptos::prelude::*;

/// The words. A time to wait is counted down to see; it is heard at the start and once more when it is over.
#[component]
pub fn RefusalText(
    /// What came back.
    failure: Failure,
) -> impl IntoView {
    let wait = match &failure {
        Failure::Refused(problem) if problem.code == ProblemCode::TooMany => problem.retry_after,
        _ => None,
    };
    match wait {
        None => view! { <p>{refusal(&failure)}</p> }.into_any(),
        Some(seconds) => view! { <Wait seconds/> }.into_any(),
    }
}

#[component]
fn Wait(seconds: u32) -> impl IntoView {
    let words = wait_words();
    let clock = Clock::fixed(seconds, 0);
    Effect::new(move |before: Option<()>| {
        if before.is_none() {
            clock.start(seconds, 0);
        }
    });
    clock.run();
    let over = Memo::new(move |_| clock.left.get() == 0);
    view! {
        // What changes each second is not read: it stands in a place that speaks of every change.
        <p aria-hidden="true">
            {dynamic(move || match clock.left.get() {
                0 => words.over.to_owned(),
                left => fill(words.wait, time_left(left)),
            })}
        </p>
        <p class="visually-hidden">
            {dynamic(move || if over.get() { words.over.to_owned() } else { fill(words.wait, time_left(seconds)) })}
        </p>
        <p class="my__meaning">{words.kept}</p>
    }
}

/// Whether a refusal says that what was typed as the password is wrong; otherwise it stays in its field.
pub fn is_wrong_password(failure: &Failure) -> bool {
    failure.code() == Some(ProblemCode::LoginFailed)
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::ui::alert::{Live, Notice, NoticeKind};
    use crate::ui::story::Story;
    use gaip_contract::Problem;

    fn waits(seconds: u32) -> AnyView {
        let problem = Problem { retry_after: Some(seconds), ..ProblemCode::TooMany.into() };
        let failure = Failure::Refused(Box::new(problem));
        view! { <Notice kind=NoticeKind::Danger live=Live::Assertive><RefusalText failure/></Notice> }.into_any()
    }

    &[
        Story { name: "steps/refusal/wait", view: || waits(200) },
        Story { name: "steps/refusal/wait-over", view: || waits(0) },
    ]
};
