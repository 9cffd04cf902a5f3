//! Nothing here, and what to do about it.

use leptos::prelude::*;

use super::icon::{Icon, Symbol};

/// Stands where a list would be.
#[component]
pub fn Empty(
    /// What is missing.
    #[prop(into)]
    title: String,
    /// What could be tried, and a way on.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <Icon symbol=Symbol::Search />
            <p class="empty__title">{title}</p>
            {children.map(|children| view! { <div class="empty__help">{children()}</div> })}
        </div>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = {
    use super::story::Story;
    &[
        Story {
            name: "ui/empty/list", view: || view! { <Empty title="등록한 담당자가 없습니다." /> }.into_any()
        },
        Story {
            name: "ui/empty/search",
            view: || {
                view! {
                    <Empty title="'초음파 탐상기'에 대한 검색 결과가 없습니다.">
                        <ul>
                            <li>"낱말을 줄이거나 바꾸어 보세요. 예: 측정기"</li>
                            <li>"HS 부호를 알면 앞 4자리로 찾을 수 있습니다."</li>
                        </ul>
                    </Empty>
                }
                .into_any()
            },
        },
    ]
};
