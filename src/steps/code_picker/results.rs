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
use gaip_contract::bodies::CodeGroup;
use leptos::prelude::*;
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

/// Rows that a window shows without scrolling.
const IN_SIGHT: usize = 4;
/// How long keys rest before the others are shown: longer than from key to key, so that no key has to wait for that.
const REST: Duration = Duration::from_millis(400);

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
            // Each search has a list of its own: one element goes and one comes, whatever is in them.
            {dynamic(move || finder.first.get().map(|page| view! {
                <ul class="code-groups" aria-label=words.results>
                    <Page picking page/>
                    <For each=move || finder.others.get() key=|page| page.turn let(page)>
                        <Page picking page/>
                    </For>
                </ul>
            }))}
        </div>
        <More picking/>
    }
}

/// One page. What is in sight is painted at once, the rest once the keys rest: results must follow each key.
#[component]
fn Page(picking: Picking, page: Arc<FoundPage>) -> impl IntoView {
    let sight = in_sight(&page.groups);
    let painted = RwSignal::new(page.groups.len() <= sight);
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
    let first = groups(picking, &page, 0..sight);
    let rest = dynamic(move || painted.get().then(|| groups(picking, &page, sight..page.groups.len())));
    view! { {first} {rest} }
}

/// How many groups fill the window: the first in any case, the next ones as far as they fit.
fn in_sight(groups: &[CodeGroup]) -> usize {
    let mut rows = 0;
    let fit = groups.iter().take_while(|group| {
        rows += 1 + group.rows.len();
        rows <= IN_SIGHT
    });
    fit.count().max(1)
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
