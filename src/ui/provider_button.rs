//! Buttons of the providers of accounts, in the colours that each of them wants and that can be read.

use leptos::prelude::*;

/// A provider.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Brand {
    /// Kakao: black on yellow.
    Kakao,
    /// Naver: on white, since its green carries no white text that can be read.
    Naver,
    /// Google: on white with its mark in four colours.
    Google,
    /// Facebook: white on blue.
    Facebook,
}

/// A button that leads to the provider's page.
#[component]
pub fn ProviderButton(
    /// Id of the button.
    #[prop(into)]
    id: String,
    /// Whose it is.
    brand: Brand,
    /// Whether the press is still being worked on.
    #[prop(into)]
    busy: Signal<bool>,
    /// Called on each press while not busy.
    #[prop(into)]
    on_click: Callback<()>,
    /// Words: the provider and the act.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let class = match brand {
        Brand::Kakao => "provider provider--kakao",
        Brand::Naver => "provider provider--naver",
        Brand::Google => "provider provider--google",
        Brand::Facebook => "provider provider--facebook",
    };
    let press = move |_| {
        if !busy.get_untracked() {
            on_click.run(());
        }
    };
    view! {
        <button type="button" id=id class=class aria-disabled=move || busy.get().then_some("true") on:click=press>
            <Mark brand/>
            <span class="provider__label">{label}</span>
        </button>
    }
}

#[component]
fn Mark(brand: Brand) -> impl IntoView {
    let paths: &[(&str, &str)] = match brand {
        Brand::Kakao => &[(
            "M24 6C12.4 6 3 13.4 3 22.5c0 5.9 3.9 11 9.8 14l-2 7.3c-.2.7.5 1.2 1.1.8l8.7-5.8c1.1.1 2.3.2 3.4.2 11.6 0 21-7.4 21-16.5S35.6 6 24 6z",
            "provider__mark-dark",
        )],
        Brand::Naver => &[
            ("M6 6h36v36H6z", "provider__mark-naver"),
            ("M27.6 24.6 20 13.8h-6.300v20.400h6.700V23.400L28 34.200h6.300V13.800h-6.700z", "provider__mark-white"),
        ],
        Brand::Google => &[
            (
                "M24 9.5c3.5 0 6.700 1.200 9.200 3.600l6.900-6.900C35.900 2.400 30.500 0 24 0 14.600 0 6.500 5.400 2.600 13.200l8 6.200C12.400 13.700 17.700 9.500 24 9.500z",
                "provider__mark-red",
            ),
            (
                "M47 24.600c0-1.600-.2-3.100-.4-4.600H24v9h12.900c-.6 3-2.300 5.500-4.800 7.200l7.700 6c4.500-4.200 7.100-10.400 7.100-17.700z",
                "provider__mark-blue",
            ),
            (
                "M10.500 28.600c-.5-1.500-.8-3-.8-4.600s.3-3.100.8-4.600l-8-6.200C.9 16.500 0 20.100 0 24s.9 7.500 2.600 10.800z",
                "provider__mark-yellow",
            ),
            (
                "M24 48c6.500 0 11.900-2.100 15.900-5.800l-7.700-6c-2.200 1.400-4.900 2.300-8.200 2.300-6.300 0-11.600-4.200-13.500-9.900l-8 6.200C6.500 42.600 14.600 48 24 48z",
                "provider__mark-green",
            ),
        ],
        Brand::Facebook => &[(
            "M48 24C48 10.700 37.300 0 24 0S0 10.700 0 24c0 11.300 7.800 20.700 18.200 23.300v-16h-4.900V24h4.900v-3.200c0-8.200 3.700-12 11.700-12 1.500 0 4.100.3 5.200.6v6.600c-.6-.1-1.600-.1-2.800-.1-4 0-5.500 1.500-5.500 5.400V24h7.900l-1.400 7.300h-6.500v16.500C38.600 46.400 48 36.300 48 24z",
            "provider__mark-white",
        )],
    };
    let paths = paths.iter().map(|(shape, class)| view! { <path d=*shape class=*class></path> });
    view! { <svg class="provider__mark" viewBox="0 0 48 48" aria-hidden="true">{paths.collect_view()}</svg> }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = {
    use super::story::Story;
    fn shown(brand: Brand, busy: bool) -> AnyView {
        let label = match brand {
            Brand::Kakao => "카카오로 시작하기",
            Brand::Naver => "네이버로 시작하기",
            Brand::Google => "구글로 시작하기",
            Brand::Facebook => "페이스북으로 시작하기",
        };
        view! { <ProviderButton id="provider" brand busy label on_click=|()| {}/> }.into_any()
    }
    &[
        Story { name: "ui/provider-button/kakao", view: || shown(Brand::Kakao, false) },
        Story { name: "ui/provider-button/naver", view: || shown(Brand::Naver, false) },
        Story { name: "ui/provider-button/google", view: || shown(Brand::Google, false) },
        Story { name: "ui/provider-button/facebook", view: || shown(Brand::Facebook, false) },
        Story { name: "ui/provider-button/busy", view: || shown(Brand::Kakao, true) },
    ]
};
