//! What was found: how many, which, and what to do where there is nothing (manual row D121).

use super::advice::{Nothing, Reading};
use super::finder::FoundPage;
use super::group::Group;
use super::picking::Picking;
use super::recents::Recents;
use super::walk;
use crate::i18n::{code_words, fill, list_words, ui_words};
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use crate::ui::spinner::Spinner;
use leptos::prelude::*;
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

/// Headings that a window shows without scrolling.
const IN_SIGHT: usize = 3;
/// How long keys rest before the others are shown.
const REST: Duration = Duration::from_millis(150);

/// The headings, page by page. Arrow keys go from row to row; Enter is the button's own.
#[component]
pub fn Results(picking: Picking) -> impl IntoView {
    let words = list_words(picking.list);
    let finder = picking.finder;
    let total = Memo::new(move |_| finder.found.with(|found| found.as_ref().map(|found| found.total)));
    let count = move || total.get().filter(|total| *total > 0).map(|total| fill(words.count, total));
    view! {
        <p class="visually-hidden" role="status">{move || finder.said.get()}</p>
        <Spinner active=finder.slow/>
        <Failed picking/>
        <div id=walk::LIST class="code-results" on:keydown=move |event| walk::walk(&event)>
            <Recents picking/>
            <Reading picking/>
            <p class="search-count">{count}</p>
            {dynamic(move || (total.get() == Some(0)).then(|| view! { <Nothing picking/> }))}
            <ul class="code-groups" aria-label=words.results>
                <For each=move || finder.pages.get() key=|page| page.turn let(page)>
                    <Page picking page/>
                </For>
            </ul>
        </div>
        <More picking/>
    }
}

/// One page. What is in sight is painted at once, the rest once the keys rest: results must follow each key.
#[component]
fn Page(picking: Picking, page: Arc<FoundPage>) -> impl IntoView {
    let painted = RwSignal::new(page.groups.len() <= IN_SIGHT);
    Effect::new(move |before: Option<()>| {
        if before.is_none() {
            set_timeout(
                move || {
                    painted.try_set(true);
                },
                REST,
            );
        }
    });
    let first = groups(picking, &page, 0..IN_SIGHT);
    let rest = dynamic(move || painted.get().then(|| groups(picking, &page, IN_SIGHT..page.groups.len())));
    view! { {first} {rest} }
}

fn groups(picking: Picking, page: &FoundPage, which: Range<usize>) -> AnyView {
    let groups = page.groups.iter().take(which.end).skip(which.start);
    let views = groups.map(|group| view! { <Group picking group=group.clone() words=page.words.clone()/> });
    views.collect_view().into_any()
}

#[component]
fn Failed(picking: Picking) -> impl IntoView {
    let finder = picking.finder;
    dynamic(move || {
        finder.failed.get().then(|| {
            view! {
                <Notice kind=NoticeKind::Danger live=Live::Assertive>
                    <p>{list_words(picking.list).failed}</p>
                    <Button kind=ButtonKind::Tertiary size=ButtonSize::Small on_click=move |()| finder.begin()>
                        {ui_words().retry}
                    </Button>
                </Notice>
            }
        })
    })
}

/// The next page; the focus goes to its first row.
#[component]
fn More(picking: Picking) -> impl IntoView {
    let finder = picking.finder;
    let rest = Memo::new(move |_| {
        let total = finder.found.with(|found| found.as_ref().map_or(0, |found| found.total));
        finder.shown() < total as usize
    });
    let more = move |()| {
        let first = walk::count();
        finder.more(move || {
            request_animation_frame(move || {
                walk::focus_entry(first);
            });
        });
    };
    dynamic(move || {
        rest.get().then(|| {
            view! {
                <Button kind=ButtonKind::Tertiary size=ButtonSize::Medium on_click=more>{code_words().more}</Button>
            }
        })
    })
}
