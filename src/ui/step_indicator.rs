//! Where the person is in a sequence of 3 to 7 steps (KRDS `07_01`).

use leptos::prelude::*;

use super::icon::{Icon, Symbol};
use super::words::ui_words;

/// The steps in order. Tells state by shape, number and hidden words, not by colour alone.
#[component]
pub fn StepIndicator(
    /// Name of the list, such as "가입 단계".
    #[prop(into)]
    label: String,
    /// Short names of the steps.
    steps: Vec<String>,
    /// The current step, counted from 0. Steps before it are done.
    #[prop(into)]
    current: Signal<usize>,
) -> impl IntoView {
    let words = ui_words();
    let total = steps.len();
    let names = StoredValue::new(steps.clone());
    // On small screens this line and thin bars stand for the names.
    let line = move || {
        let at = current.get();
        let name = names.with_value(|names| names.get(at).cloned());
        view! {
            <span class="steps__position">{(words.step_position)(at + 1, total)}</span>
            <span class="steps__name">{name}</span>
        }
    };
    let items = steps.into_iter().enumerate().map(|(index, name)| {
        view! { <Step index=index name=name current=current /> }
    });
    view! {
        <div class="steps">
            <p class="steps__line" aria-hidden="true">
                {line}
            </p>
            <ol class="steps__list" aria-label=label>
                {items.collect_view()}
            </ol>
        </div>
    }
}

#[component]
fn Step(index: usize, name: String, current: Signal<usize>) -> impl IntoView {
    let words = ui_words();
    let class = move || match index.cmp(&current.get()) {
        std::cmp::Ordering::Less => "step step--done",
        std::cmp::Ordering::Equal => "step step--current",
        std::cmp::Ordering::Greater => "step",
    };
    let state = move || match index.cmp(&current.get()) {
        std::cmp::Ordering::Less => Some(words.step_done),
        std::cmp::Ordering::Equal => Some(words.current_step),
        std::cmp::Ordering::Greater => None,
    };
    let mark = move || {
        if index < current.get() { view! { <Icon symbol=Symbol::Check /> }.into_any() } else { (index + 1).into_any() }
    };
    view! {
        <li class=class aria-current=move || (index == current.get()).then_some("step")>
            <span class="step__mark" aria-hidden="true">
                {mark}
            </span>
            <span class="step__name">{name}</span>
            <span class="visually-hidden">{state}</span>
        </li>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = {
    use super::story::Story;
    fn story(current: usize) -> AnyView {
        let steps = ["약관 동의", "본인확인", "기업 인증서", "기업정보", "HS 품목", "확인", "완료"];
        let steps = steps.map(str::to_owned).to_vec();
        view! { <StepIndicator label="가입 단계" steps=steps current=current /> }.into_any()
    }
    &[
        Story { name: "ui/step-indicator/first", view: || story(0) },
        Story { name: "ui/step-indicator/middle", view: || story(3) },
        Story { name: "ui/step-indicator/last", view: || story(6) },
    ]
};
