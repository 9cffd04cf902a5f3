//! The head of every page: whose service it is, and tools.

use leptos::prelude::*;

/// The header. Not sticky, so it never lies over what has the focus.
#[component]
pub fn Header(
    /// Official name of the service, never cut short.
    #[prop(into)]
    name: String,
    /// The home page.
    #[prop(into)]
    home_href: String,
    /// Address of the logo; it stands before the name as decoration.
    #[prop(into, optional)]
    logo: Option<String>,
    /// Tools, such as the display settings and login.
    #[prop(into, optional)]
    utility: Option<ViewFn>,
    /// Time left until logout, and the button that extends it.
    #[prop(into, optional)]
    session: Option<ViewFn>,
) -> impl IntoView {
    view! {
        <header class="header">
            <div class="header__bar container">
                <a class="header__name" href=home_href>
                    {logo.map(|src| view! { <img class="header__logo" src=src alt="" /> })}
                    {name}
                </a>
                {session.map(|session| view! { <div class="header__session">{session.run()}</div> })}
                {utility.map(|utility| view! { <div class="header__utility">{utility.run()}</div> })}
            </div>
        </header>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = {
    use super::button::{Button, ButtonKind, ButtonSize, LinkButton};
    use super::story::Story;
    &[
        Story {
            name: "ui/header/guest",
            view: || {
                view! {
                    <Header
                        name="대전 기업지원포털"
                        home_href="#"
                        utility=|| {
                            view! {
                                <LinkButton href="#login" kind=ButtonKind::Text size=ButtonSize::Small>"로그인"</LinkButton>
                            }
                        }
                    />
                }
                .into_any()
            },
        },
        Story {
            name: "ui/header/session",
            view: || {
                view! {
                    <Header
                        name="충청남도 수출기업 통합지원 플랫폼"
                        home_href="#"
                        session=|| {
                            view! {
                                <span>"로그아웃까지 남은 시간 14:32"</span>
                                <Button kind=ButtonKind::Tertiary size=ButtonSize::Small>"시간 연장"</Button>
                            }
                        }
                        utility=|| {
                            view! {
                                <LinkButton href="#my" kind=ButtonKind::Text size=ButtonSize::Small>"마이페이지"</LinkButton>
                                <Button kind=ButtonKind::Text size=ButtonSize::Small>"로그아웃"</Button>
                            }
                        }
                    />
                }
                .into_any()
            },
        },
    ]
};
