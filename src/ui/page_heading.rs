//! The title of a page, and the sentence under it.

use leptos::prelude::*;

/// The one `<h1>`. It can take the focus, for when the page has changed.
#[component]
pub fn PageHeading(
    /// Title.
    #[prop(into)]
    title: String,
    /// What to do here, in a sentence or two.
    #[prop(into, optional)]
    lead: Option<String>,
) -> impl IntoView {
    view! {
        <div class="page-heading">
            <h1 class="page-heading__title" id="page-title" tabindex="-1">
                {title}
            </h1>
            {lead.map(|lead| view! { <p class="page-heading__lead">{lead}</p> })}
        </div>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = &[super::story::Story {
    name: "ui/page-heading/lead",
    view: || {
        view! { <PageHeading title="기업정보를 입력해 주세요" lead="사업자등록증에 적힌 대로 입력하면 확인이 빨라집니다." /> }
            .into_any()
    },
}];
