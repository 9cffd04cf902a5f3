//! Buttons, and links that look like them.

use crate::ui::dynamic::dynamic;
use leptos::prelude::*;

use super::words::ui_words;

/// How much weight a button carries. One primary on a page.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing to do next.
    #[default]
    Primary,
    /// Another way forward.
    Secondary,
    /// Back, cancel, tools.
    Tertiary,
    /// Looks like a link, acts like a button.
    Text,
    /// Cannot be taken back.
    Danger,
}

/// Height of a button.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum ButtonSize {
    /// 44 px, in rows and tables.
    Small,
    /// 48 px, beside a field.
    Medium,
    /// 56 px, at the foot of a page.
    #[default]
    Large,
}

fn class(kind: ButtonKind, size: ButtonSize) -> String {
    let kind = match kind {
        ButtonKind::Primary => "button--primary",
        ButtonKind::Secondary => "button--secondary",
        ButtonKind::Tertiary => "button--tertiary",
        ButtonKind::Text => "button--text",
        ButtonKind::Danger => "button--danger",
    };
    let size = match size {
        ButtonSize::Small => " button--small",
        ButtonSize::Medium => " button--medium",
        ButtonSize::Large => "",
    };
    ["button ", kind, size].concat()
}

/// A button. It is never disabled: while busy it keeps focus, says so and ignores presses.
#[component]
pub fn Button(
    /// Weight.
    #[prop(optional)]
    kind: ButtonKind,
    /// Height.
    #[prop(optional)]
    size: ButtonSize,
    /// Whether it submits its form.
    #[prop(optional)]
    submit: bool,
    /// Id of the button.
    #[prop(into, optional)]
    id: Option<String>,
    /// Whether the press is still being worked on.
    #[prop(into, optional)]
    busy: Option<Signal<bool>>,
    /// Whether something is missing first. It can be pressed, and then says what.
    #[prop(into, optional)]
    unready: Option<Signal<bool>>,
    /// Called on each press while not busy.
    #[prop(into, optional)]
    on_click: Option<Callback<()>>,
    /// Words, and perhaps an icon. A verb that names the act.
    children: Children,
) -> impl IntoView {
    let is_busy = move || busy.is_some_and(|busy| busy.get());
    let press = move |event: leptos::ev::MouseEvent| {
        if busy.is_some_and(|busy| busy.get_untracked()) {
            // Holds back the form as well.
            event.prevent_default();
        } else if let Some(on_click) = on_click {
            on_click.run(());
        }
    };
    let loading = ui_words().loading;
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            id=id
            class=class(kind, size)
            aria-disabled=move || (is_busy() || unready.is_some_and(|unready| unready.get())).then_some("true")
            on:click=press
        >
            {dynamic(move || is_busy().then(|| view! { <span class="spinner__ring" aria-hidden="true"></span> }))}
            {children()}
        </button>
        {busy
            .map(|busy| {
                view! {
                    <span class="visually-hidden" role="status">
                        {dynamic(move || busy.get().then_some(loading))}
                    </span>
                }
            })}
    }
}

/// A link that looks like a button: it goes somewhere and does nothing else.
#[component]
pub fn LinkButton(
    /// Where it goes.
    #[prop(into)]
    href: String,
    /// Weight.
    #[prop(optional)]
    kind: ButtonKind,
    /// Height.
    #[prop(optional)]
    size: ButtonSize,
    /// File name, when the link saves a file.
    #[prop(into, optional)]
    download: Option<String>,
    /// Words, and perhaps an icon.
    children: Children,
) -> impl IntoView {
    view! {
        <a href=href class=class(kind, size) download=download>
            {children()}
        </a>
    }
}

/// The row of buttons under a form, in reading order: back first, the act last and right-most.
#[component]
pub fn ButtonGroup(
    /// The buttons.
    children: Children,
) -> impl IntoView {
    view! { <div class="button-group">{children()}</div> }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = {
    use super::icon::{Icon, Symbol};
    use super::story::Story;
    &[
        Story { name: "ui/button/primary", view: || view! { <Button>"가입 신청"</Button> }.into_any() },
        Story {
            name: "ui/button/secondary",
            view: || view! { <Button kind=ButtonKind::Secondary>"임시 저장"</Button> }.into_any(),
        },
        Story {
            name: "ui/button/tertiary",
            view: || view! { <Button kind=ButtonKind::Tertiary>"이전"</Button> }.into_any(),
        },
        Story {
            name: "ui/button/text",
            view: || view! { <Button kind=ButtonKind::Text>"다시 보내기"</Button> }.into_any(),
        },
        Story {
            name: "ui/button/danger",
            view: || view! { <Button kind=ButtonKind::Danger>"회원 탈퇴"</Button> }.into_any(),
        },
        Story { name: "ui/button/busy", view: || view! { <Button busy=true>"보내는 중"</Button> }.into_any() },
        Story {
            name: "ui/button/busy-secondary",
            view: || view! { <Button kind=ButtonKind::Secondary busy=true>"확인하는 중"</Button> }.into_any(),
        },
        Story {
            name: "ui/button/sizes",
            view: || {
                view! {
                    <ButtonGroup>
                        <Button kind=ButtonKind::Tertiary size=ButtonSize::Small>"작게"</Button>
                        <Button kind=ButtonKind::Tertiary size=ButtonSize::Medium>"보통"</Button>
                        <Button kind=ButtonKind::Tertiary>"크게"</Button>
                    </ButtonGroup>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/button/group",
            view: || {
                view! {
                    <ButtonGroup>
                        <Button kind=ButtonKind::Tertiary>"이전"</Button>
                        <Button submit=true>"다음"</Button>
                    </ButtonGroup>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/button/long-text",
            view: || view! { <Button>"위의 내용을 모두 확인했으며 기업회원 가입을 신청합니다"</Button> }.into_any(),
        },
        Story {
            name: "ui/button/link",
            view: || {
                view! {
                    <LinkButton href="#" kind=ButtonKind::Secondary>
                        <Icon symbol=Symbol::Document />
                        "신청서 양식 받기 [HWP, 48KB]"
                    </LinkButton>
                }
                .into_any()
            },
        },
    ]
};
