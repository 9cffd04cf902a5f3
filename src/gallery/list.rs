//! The list of all stories beside a frame that shows one.

use super::{MARKER, say, stories};
use crate::ui::button::{ButtonKind, ButtonSize, LinkButton};
use crate::ui::field::{Choice, SelectField};
use crate::ui::page_heading::PageHeading;
use leptos::prelude::*;

/// How the frame shows a story.
#[derive(Clone, Copy)]
struct Look {
    width: RwSignal<String>,
    lang: RwSignal<String>,
    mode: RwSignal<String>,
    size: RwSignal<String>,
}

impl Look {
    fn new() -> Self {
        let signal = |value: &str| RwSignal::new(value.to_owned());
        Self {
            width: signal("360"),
            lang: signal(crate::i18n::lang().tag()),
            mode: signal("light"),
            size: signal("100"),
        }
    }

    fn address(self, story: &str) -> String {
        format!("/gallery?story={story}&lang={}&mode={}&size={}", self.lang.get(), self.mode.get(), self.size.get())
    }
}

/// The list, the controls and the frame.
#[component]
pub fn StoryList() -> impl IntoView {
    let look = Look::new();
    let all = stories();
    let shown = RwSignal::new(all.first().map_or("", |story| story.name));
    Effect::new(|| document().set_title("Gaip gallery"));
    view! {
        <main id="main" class="container page gallery" data-gallery=MARKER>
            <PageHeading
                title=say("화면 모음", "Gallery")
                lead=say("모든 화면과 부품의 모든 상태입니다.", "Every state of every screen and component.")
            />
            <p>
                <LinkButton kind=ButtonKind::Secondary size=ButtonSize::Medium href="/gallery?demo">{say("데모", "Demo")}</LinkButton>
                " "
                {say("가입부터 기업 관리까지 서버 없이 실제 화면을 걸어 봅니다.", "Walk the real pages, from joining to company administration, without a server.")}
            </p>
            <Controls look/>
            <div class="gallery__body">
                <nav class="gallery__list" aria-label=say("화면 목록", "Stories")>
                    {groups(all).into_iter().map(|(group, names)| view! { <Group group names look shown/> }).collect_view()}
                </nav>
                <Frame look shown/>
            </div>
        </main>
    }
}

/// Stories by the first two parts of their names, in order.
fn groups(all: Vec<crate::ui::story::Story>) -> Vec<(String, Vec<&'static str>)> {
    let mut groups: Vec<(String, Vec<&'static str>)> = Vec::new();
    for story in all {
        let group = story.name.split('/').take(2).collect::<Vec<_>>().join("/");
        match groups.iter_mut().find(|(known, _)| *known == group) {
            Some((_, names)) => names.push(story.name),
            None => groups.push((group, vec![story.name])),
        }
    }
    groups
}

#[component]
fn Group(group: String, names: Vec<&'static str>, look: Look, shown: RwSignal<&'static str>) -> impl IntoView {
    let start = group.len();
    let links = names.into_iter().map(move |name| {
        let show = move |event: leptos::ev::MouseEvent| {
            // With a modifier the story opens alone, in a tab of its own.
            if !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
                event.prevent_default();
                shown.set(name);
            }
        };
        let short = name.get(start..).map(|rest| rest.trim_start_matches('/')).filter(|rest| !rest.is_empty());
        view! {
            <li>
                <a href=move || look.address(name) on:click=show aria-current=move || (shown.get() == name).then_some("true")>
                    {short.unwrap_or(name)}
                </a>
            </li>
        }
    });
    view! {
        <h2 class="gallery__group">{group}</h2>
        <ul class="gallery__names">{links.collect_view()}</ul>
    }
}

#[component]
fn Controls(look: Look) -> impl IntoView {
    let choice = |(code, name): (&str, &str)| Choice::new(code, name);
    let widths = [("360", "360 px"), ("768", "768 px"), ("1280", "1280 px")].map(choice).to_vec();
    let langs = [("ko", "한국어"), ("en", "English")].map(choice).to_vec();
    let modes =
        [("light", say("기본", "Light")), ("high-contrast", say("선명하게", "High contrast"))].map(choice).to_vec();
    let sizes =
        [("90", "90%"), ("100", "100%"), ("110", "110%"), ("130", "130%"), ("150", "150%")].map(choice).to_vec();
    view! {
        <div class="gallery__controls">
            <SelectField id="gallery-width" label=say("너비", "Width") value=look.width options=widths always=true/>
            <SelectField id="gallery-lang" label=say("언어", "Language") value=look.lang options=langs always=true/>
            <SelectField id="gallery-mode" label=say("화면 모드", "Contrast") value=look.mode options=modes always=true/>
            <SelectField id="gallery-size" label=say("글자 크기", "Text size") value=look.size options=sizes always=true/>
        </div>
    }
}

#[component]
fn Frame(look: Look, shown: RwSignal<&'static str>) -> impl IntoView {
    let class = move || format!("gallery__frame gallery__frame--{}", look.width.get());
    view! {
        <div class="gallery__stage">
            <iframe class=class src=move || look.address(shown.get()) title=move || shown.get()></iframe>
        </div>
    }
}
