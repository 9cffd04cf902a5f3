//! Help that most people do not need, folded away. Never errors or what everybody must read.

use leptos::prelude::*;

use super::icon::{Icon, Symbol};

/// A line that unfolds its text, on the browser's own `<details>`.
#[component]
pub fn Disclosure(
    /// The line.
    #[prop(into)]
    summary: String,
    /// Whether it starts unfolded.
    #[prop(optional)]
    open: bool,
    /// The text.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure" open=open>
            <summary class="disclosure__summary">
                <Icon symbol=Symbol::Down />
                {summary}
            </summary>
            <div class="disclosure__content">{children()}</div>
        </details>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = {
    use super::story::Story;
    fn story(open: bool) -> AnyView {
        view! {
            <Disclosure summary="인증번호를 받지 못하셨나요?" open=open>
                <p>"스팸 문자함을 확인해 주세요. 3분이 지나도 오지 않으면 다시 보낼 수 있습니다."</p>
            </Disclosure>
        }
        .into_any()
    }
    &[
        Story { name: "ui/disclosure/closed", view: || story(false) },
        Story { name: "ui/disclosure/open", view: || story(true) },
    ]
};
