//! Names and values: answers to check before they are sent, and details of a record.

use leptos::prelude::*;

use super::words::ui_words;

/// The list; put [`SummaryRow`]s into it.
#[component]
pub fn SummaryList(
    /// The rows.
    children: Children,
) -> impl IntoView {
    view! { <dl class="summary">{children()}</dl> }
}

/// One name and its value, with a way to change it.
#[component]
pub fn SummaryRow(
    /// Name of the answer.
    #[prop(into)]
    name: String,
    /// Where the answer is changed, if it may be.
    #[prop(into, optional)]
    change_href: Option<String>,
    /// Word of the link; "change" unless told.
    #[prop(into, optional)]
    change_text: Option<String>,
    /// The value. Without it the row says that nothing was entered.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let words = ui_words();
    let value = match children {
        Some(children) => children(),
        None => view! { <span class="summary__empty">{words.not_entered}</span> }.into_any(),
    };
    let change = change_href.map(|href| {
        view! {
            <dd class="summary__action">
                <a href=href>
                    <span class="visually-hidden">{name.clone()} " "</span>
                    {change_text.unwrap_or_else(|| words.change.to_owned())}
                </a>
            </dd>
        }
    });
    view! {
        <div class="summary__row">
            <dt class="summary__name">{name}</dt>
            <dd class="summary__value">{value}</dd>
            {change}
        </div>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = {
    use super::story::Story;
    &[
        Story {
            name: "ui/summary-list/check-answers",
            view: || {
                view! {
                    <SummaryList>
                        <SummaryRow name="상호" change_href="#name">"주식회사 대전정밀산업기술연구조합"</SummaryRow>
                        <SummaryRow name="사업자등록번호">"123-45-67890"</SummaryRow>
                        <SummaryRow name="영문 상호" change_href="#english"/>
                        <SummaryRow name="주소" change_href="#address">
                            "(34126) 대전광역시 유성구 대덕대로 512, 대전정보문화산업진흥원 3층 301호"
                        </SummaryRow>
                    </SummaryList>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/summary-list/read-only",
            view: || {
                view! {
                    <SummaryList>
                        <SummaryRow name="접수번호">"DJ-2026-000123"</SummaryRow>
                        <SummaryRow name="접수일시">"2026년 3월 2일 14:05"</SummaryRow>
                    </SummaryList>
                }
                .into_any()
            },
        },
    ]
};
