//! One story alone, as tests and screenshots want it.
//!
//! The query may ask for a language (`lang=en`), a mode (`mode=high-contrast`) and a text size (`size=150`); they hold
//! for this page only and are not kept.

use super::{say, stories};
use crate::i18n;
use crate::ui::alert::{Notice, NoticeKind};
use crate::ui::empty::Empty;
use gaip_domain::text::Lang;
use leptos::html::Div;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// Stories that show what only official sites may show.
const SPECIMENS: [&str; 2] = ["ui/masthead/", "ui/identifier/"];

/// The story of a name.
#[component]
pub fn SingleStory(name: String) -> impl IntoView {
    let query = use_query_map().get_untracked();
    if let Some(lang) = query.get("lang").and_then(|tag| Lang::from_tag(&tag)) {
        i18n::set_lang(lang);
        provide_context(i18n::ui_words());
    }
    let attributes = [
        ("lang", Some(i18n::lang().tag().to_owned())),
        ("data-mode", query.get("mode")),
        ("data-size", query.get("size")),
    ];
    let title = name.clone();
    Effect::new(move || {
        document().set_title(&title);
        let root = document().document_element();
        for (attribute, value) in &attributes {
            if let (Some(root), Some(value)) = (&root, value) {
                let _ = root.set_attribute(attribute, value);
            }
        }
    });
    let of_operators = name.starts_with("pages/operator/");
    let specimen = SPECIMENS.iter().any(|start| name.starts_with(start));
    let story = stories().into_iter().find(|story| story.name == name);
    let frame = NodeRef::<Div>::new();
    main_landmark(frame);
    // Operators' tables are as wide as on their pages.
    let class = if of_operators { "gallery-story page desk" } else { "gallery-story page" };
    view! {
        <div class=class node_ref=frame data-story=name>
            {specimen.then(|| view! {
                <Notice kind=NoticeKind::Warning>
                    <p>{say("견본입니다. 이 누리집은 정부 공식 누리집이 아닙니다.", "A specimen. This is no official government site.")}</p>
                </Notice>
            })}
            {match story {
                Some(story) => (story.view)(),
                None => view! { <Empty title=say("그런 이야기가 없습니다.", "There is no such story.")/> }.into_any(),
            }}
        </div>
    }
}

/// A whole page brings its own main landmark; a part of one is put into one.
fn main_landmark(frame: NodeRef<Div>) {
    Effect::new(move || {
        if let Some(frame) = frame.get()
            && frame.query_selector("main").ok().flatten().is_none()
        {
            let _ = frame.set_attribute("role", "main");
        }
    });
}
