//! Notices in the flow of a page.

use leptos::prelude::*;

use super::heading::Heading;
use super::icon::{Icon, Symbol};

/// What kind of thing a notice says. Colour, icon and words all tell it.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum NoticeKind {
    /// Good to know.
    #[default]
    Info,
    /// Needs care.
    Warning,
    /// Went wrong or cannot go on.
    Danger,
    /// Done.
    Success,
}

/// Whether and how screen readers hear a notice that appears later.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Live {
    /// It stands in the page from the start.
    #[default]
    Off,
    /// Heard when the reader pauses.
    Polite,
    /// Interrupts. Only for what stops the person.
    Assertive,
}

/// A boxed notice with an optional title.
#[component]
pub fn Notice(
    /// What it says.
    #[prop(optional)]
    kind: NoticeKind,
    /// Title.
    #[prop(into, optional)]
    title: Option<String>,
    /// Level of the title as a heading.
    #[prop(default = 2)]
    level: u8,
    /// Set when the notice is put into the page after an act.
    #[prop(optional)]
    live: Live,
    /// The text.
    children: Children,
) -> impl IntoView {
    let (class, symbol) = match kind {
        NoticeKind::Info => ("notice notice--info", Symbol::Info),
        NoticeKind::Warning => ("notice notice--warning", Symbol::Warning),
        NoticeKind::Danger => ("notice notice--danger", Symbol::Danger),
        NoticeKind::Success => ("notice notice--success", Symbol::Success),
    };
    let role = match live {
        Live::Off => None,
        Live::Polite => Some("status"),
        Live::Assertive => Some("alert"),
    };
    view! {
        <div class=class role=role>
            <Icon symbol=symbol />
            <div class="notice__content">
                {title.map(|text| view! { <Heading level=level class="notice__title" text=text /> })}
                {children()}
            </div>
        </div>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = {
    use super::story::Story;
    &[
        Story {
            name: "ui/alert/info",
            view: || {
                view! {
                    <Notice title="준비해 주세요">
                        <ul>
                            <li>"사업자등록증 사본 (PDF, JPG 또는 PNG)"</li>
                            <li>"기업 공동인증서"</li>
                        </ul>
                    </Notice>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/alert/warning",
            view: || {
                view! {
                    <Notice kind=NoticeKind::Warning title="본인확인을 다시 해야 합니다">
                        <p>"동의 내용을 바꾸면 이후 단계에 입력한 내용을 다시 확인합니다."</p>
                    </Notice>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/alert/danger",
            view: || {
                view! {
                    <Notice kind=NoticeKind::Danger title="휴업 중인 사업자입니다" live=Live::Assertive>
                        <p>"국세청에 휴업으로 등록되어 있어 가입할 수 없습니다. 재개업 신고를 마친 뒤 다시 신청해 주세요."</p>
                    </Notice>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/alert/success",
            view: || {
                view! {
                    <Notice kind=NoticeKind::Success live=Live::Polite>
                        <p>"사업자등록번호를 확인했습니다."</p>
                    </Notice>
                }
                .into_any()
            },
        },
    ]
};
