//! Boxes: a group of things, and a choice of where to go.

use leptos::prelude::*;

use super::heading::Heading;
use super::icon::{Icon, Symbol};

/// A titled box.
#[component]
pub fn Card(
    /// Title.
    #[prop(into, optional)]
    title: Option<String>,
    /// Level of the title.
    #[prop(default = 2)]
    level: u8,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="card">
            {title.map(|text| view! { <Heading level=level class="card__title" text=text /> })}
            {children()}
        </div>
    }
}

/// A box that is one link: a way to go on, with a line about it.
#[component]
pub fn CardLink(
    /// Where it goes.
    #[prop(into)]
    href: String,
    /// Name of the way.
    #[prop(into)]
    title: String,
    /// Who it is for.
    #[prop(into, optional)]
    description: Option<String>,
    /// Whose it is.
    #[prop(into, optional)]
    note: Option<String>,
) -> impl IntoView {
    view! {
        <a class="card card--link" href=href>
            <span class="card__text">
                <span class="card__title">{title}</span>
                {note.map(|text| view! { <span class="card__note">{text}</span> })}
                {description.map(|text| view! { <span class="card__description">{text}</span> })}
            </span>
            <Icon symbol=Symbol::Next />
        </a>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = {
    use super::story::Story;
    &[
        Story {
            name: "ui/card/box",
            view: || view! { <Card title="문의">"기업지원과 042-000-0000 (평일 09:00~18:00)"</Card> }.into_any(),
        },
        Story {
            name: "ui/card/link",
            view: || {
                view! {
                    <div class="stack">
                        <CardLink href="#" title="기업회원" description="사업자등록번호가 있는 기업의 담당자" />
                        <CardLink href="#" title="개인회원" />
                    </div>
                }
                .into_any()
            },
        },
    ]
};
