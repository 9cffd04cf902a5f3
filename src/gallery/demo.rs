//! The demo's own words: a bar over every page while it runs.

use super::decisions::Decisions;
use super::inputs::Inputs;
use super::mails::DemoMails;
use super::{say, style};
use crate::demo;
use crate::routes;
use crate::session::use_session;
use crate::ui::alert::{Notice, NoticeKind};
use crate::ui::disclosure::Disclosure;
use crate::ui::dynamic::dynamic;
use gaip_contract::Endpoint;
use gaip_contract::endpoints::GetMyData;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Whether the demo runs, in the context of every page.
#[derive(Clone, Copy)]
pub struct Running(RwSignal<bool>);

/// Goes on with a demo that ran before the page was loaded.
pub fn resume() {
    provide_context(Running(RwSignal::new(demo::resume())));
}

/// Where the demo begins: `/gallery?demo`.
#[component]
pub(super) fn StartDemo() -> impl IntoView {
    let (session, navigate) = (use_session(), use_navigate());
    Effect::new(move || {
        demo::start();
        if let Some(Running(running)) = use_context() {
            running.set(true);
        }
        session.refresh();
        navigate(routes::HOME, NavigateOptions { replace: true, ..NavigateOptions::default() });
    });
}

/// The bar over every page while the demo runs. It comes after the page, so that the page's skip link stays first.
#[component]
pub(crate) fn DemoBar() -> impl IntoView {
    let Some(Running(running)) = use_context() else { return ().into_any() };
    dynamic(move || running.get().then(|| view! { <Bar running/> })).into_any()
}

#[component]
fn Bar(running: RwSignal<bool>) -> impl IntoView {
    style::adopt();
    let session = use_session();
    let listener = window_event_listener(leptos::ev::click, |event| {
        give_data(&event);
        open_window(&event);
    });
    on_cleanup(move || listener.remove());
    let end = move |_| {
        demo::stop();
        session.view.set(None);
        session.left.set(None);
        running.set(false);
    };
    view! {
        <aside class="container demo" aria-label=say("데모 안내", "About the demo")>
            <Notice kind=NoticeKind::Warning>
                <p>{say(
                    "데모입니다. 서버 없이 이 탭 안에서만 움직이며, 아무것도 보내거나 보관하지 않습니다. 실제 개인정보를 입력하지 마세요.",
                    "This is a demo. It runs in this tab without a server; nothing is sent or kept. Do not enter real personal data.",
                )}</p>
                <Disclosure summary=say("데모에서 쓰는 값", "What to enter")><Inputs/></Disclosure>
                <DemoMails/>
                <Decisions/>
                <ul class="demo__acts">
                    <li><a href=routes::HOME>{say("포털 목록", "Portals")}</a></li>
                    <li><Switch id="demo-slow" label=say("느린 응답", "Slow answers") on_change=demo::slow/></li>
                    <li><Switch id="demo-offline" label=say("연결 끊김", "Offline") on_change=demo::offline/></li>
                    <li><a href="/gallery" on:click=end>{say("데모 끝내기", "End the demo")}</a></li>
                </ul>
            </Notice>
        </aside>
    }
}

/// The link that was pressed, if it fits.
fn pressed(event: &leptos::ev::MouseEvent, fits: &str) -> Option<Element> {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.and_then(|target| target.closest(fits).ok().flatten())
}

/// A new window of the application goes on with the demo as it is now.
fn open_window(event: &leptos::ev::MouseEvent) {
    let page = pressed(event, "a[target=_blank]").and_then(|link| link.get_attribute("href"));
    if let (Some(page), Some(name)) = (page.filter(|page| page.starts_with('/')), demo::window_name()) {
        event.prevent_default();
        let _ = window().open_with_url_and_target(&page, &name);
    }
}

/// The link to one's own data leads to a backend: the file itself takes its place.
fn give_data(event: &leptos::ev::MouseEvent) {
    let link = pressed(event, "a[download]");
    if let Some(link) = link.filter(|link| link.get_attribute("href").as_deref() == Some(GetMyData::PATH))
        && let Some(data) = demo::my_data()
    {
        let data = String::from(js_sys::encode_uri_component(&data));
        let _ = link.set_attribute("href", &["data:application/json;charset=utf-8,", &data].concat());
    }
}

#[component]
fn Switch(id: &'static str, label: &'static str, on_change: fn(bool)) -> impl IntoView {
    view! {
        <input type="checkbox" id=id on:change=move |event| on_change(event_target_checked(&event))/>
        <label for=id>{label}</label>
    }
}
