//! How far something is.

use leptos::prelude::*;

/// A labelled progress bar with its value in words.
#[component]
pub fn ProgressBar(
    /// Id of the bar, unique in the page.
    #[prop(into)]
    id: String,
    /// What is progressing.
    #[prop(into)]
    label: String,
    /// How much is done, 0 to `max`.
    #[prop(into)]
    value: Signal<u32>,
    /// All of it.
    #[prop(default = 100)]
    max: u32,
    /// The value in words, such as "64%" or "3개 / 10개".
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    view! {
        <div class="progress">
            <label class="progress__label" for=id.clone()>
                {label}
            </label>
            <span class="progress__value">{text}</span>
            <progress class="progress__bar" id=id max=max value=value aria-valuetext=text></progress>
        </div>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = {
    use super::story::Story;
    &[
        Story {
            name: "ui/progress/under-way",
            view: || {
                view! { <ProgressBar id="story-progress" label="사업자등록증.pdf" value=64 text="64%" /> }.into_any()
            },
        },
        Story {
            name: "ui/progress/done",
            view: || {
                view! { <ProgressBar id="story-progress-done" label="사업자등록증.pdf" value=100 text="완료" /> }
                    .into_any()
            },
        },
    ]
};
