//! Who runs an official site; the last block inside the footer. Only official sites may show it.

use leptos::prelude::*;

/// The operator's logo and the fixed sentence of KRDS `02_02` with its name.
#[component]
pub fn Identifier(
    /// Name of the operator.
    #[prop(into)]
    operator: String,
    /// Address of the operator's own logo.
    #[prop(into, optional)]
    logo: Option<String>,
) -> impl IntoView {
    let sentence = format!("이 누리집은 {operator}에서 운영하는 누리집입니다.");
    view! {
        <div class="identifier" lang="ko">
            <div class="identifier__bar container">
                {logo.map(|src| view! { <img class="identifier__logo" src=src alt=operator /> })}
                <p>{sentence}</p>
            </div>
        </div>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = &[super::story::Story {
    name: "ui/identifier/specimen",
    view: || view! { <Identifier operator="[운영기관명]" /> }.into_any(),
}];
