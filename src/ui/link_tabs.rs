//! Pages of one place, as a row of links that look like tabs (KRDS tab). Each is a page of its own.

use leptos::prelude::*;

/// One page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkTab {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub href: String,
    /// It is the one that is shown.
    pub current: bool,
}

/// The links.
#[component]
pub fn LinkTabs(
    /// What the pages belong to.
    #[prop(into)]
    label: String,
    /// The pages in order.
    tabs: Vec<LinkTab>,
) -> impl IntoView {
    let tab = |tab: LinkTab| {
        view! {
            <a class="tabs__tab" href=tab.href aria-current=tab.current.then_some("page")>
                {tab.name}
            </a>
        }
    };
    view! { <nav class="tabs" aria-label=label>{tabs.into_iter().map(tab).collect_view()}</nav> }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = &[super::story::Story {
    name: "ui/link-tabs/three",
    view: || {
        let tab = |(name, current): (&str, bool)| LinkTab { name: name.to_owned(), href: "#".to_owned(), current };
        let tabs = [("가입 신청", true), ("원본 접수", false), ("처리 기록", false)].map(tab).into();
        view! { <LinkTabs label="운영자 메뉴" tabs/> }.into_any()
    },
}];
