//! The rows that were found, their number, and what to do where there are none (manual row D121).

use super::browse::PLACE;
use super::finder::{Finder, Way};
use super::search::BrowseButton;
use crate::i18n::{fill, lang, local, ui_words, words};
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::empty::Empty;
use crate::ui::focus::{focus_id, focus_soon};
use crate::ui::spinner::Spinner;
use gaip_contract::bodies::HsRow;
use gaip_domain::text::Lang;
use gaip_domain::value::HsCode;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Id of a row's button.
pub fn row_id(at: usize) -> String {
    format!("hs-picker-row-{at}")
}

/// The list. Arrow keys go from row to row; Enter is the button's own.
#[component]
pub fn Results(finder: Finder, on_choose: Callback<HsRow>) -> impl IntoView {
    let words = &words().products;
    let none = move || finder.total.get() == Some(0) && !finder.failed.get();
    let any = move || finder.rows.with(|rows| !rows.is_empty());
    view! {
        <p class="search-count" role="status">
            {move || finder.total.get().map(|total| fill(words.hs_count, total))}
        </p>
        <Spinner active=finder.slow/>
        {move || finder.failed.get().then(|| view! {
            <Notice kind=NoticeKind::Danger live=Live::Assertive>
                <p>{words.hs_failed}</p>
                <Button kind=ButtonKind::Tertiary size=ButtonSize::Small on_click=move |()| finder.begin()>
                    {ui_words().retry}
                </Button>
            </Notice>
        })}
        {move || none().then(|| view! {
            <Empty title=words.hs_none>
                <p>{words.hs_none_help}</p>
                <BrowseButton finder/>
            </Empty>
        })}
        {move || any().then(|| view! {
            <p class="hs__head" aria-hidden="true"><span>{words.hs_code}</span><span>{words.hs_label}</span></p>
        })}
        <ul class="hs__rows" aria-label=words.hs_results>
            {move || finder.rows.get().into_iter().enumerate().map(|(at, row)| view! {
                <Row finder at row on_choose/>
            }).collect_view()}
        </ul>
        <More finder/>
    }
}

/// A code that can be chosen, a place to go down to, or both.
#[component]
fn Row(finder: Finder, at: usize, row: HsRow, on_choose: Callback<HsRow>) -> impl IntoView {
    let words = &words().products;
    let code = HsCode::parse(&row.code).ok();
    let shown = code.as_ref().map_or_else(|| row.code.clone(), HsCode::dotted);
    let chosen = code.is_some();
    let (other, tag) = match lang() {
        Lang::Ko => (row.label.en.clone(), Lang::En.tag()),
        Lang::En => (row.label.ko.clone(), Lang::Ko.tag()),
    };
    let because = row.because.as_ref().map(|because| fill(words.hs_because, because));
    let down = (chosen && row.children).then(|| row.clone());
    let (label, path) = (local(&row.label), path(&row));
    let press = move |_| if chosen { on_choose.run(row.clone()) } else { open(finder, row.clone()) };
    view! {
        <li class="hs__row">
            <button type="button" class="hs__entry" id=row_id(at) on:click=press
                on:keydown=move |event| walk(&event, at)>
                <span class="hs__code">{shown}</span>
                <span class="hs__label">{label}</span>
                <span class="hs__other" lang=tag>{other}</span>
                {(!path.is_empty()).then(|| view! { <span class="hs__path">{path}</span> })}
                {because.map(|because| view! { <span class="hs__because">{because}</span> })}
            </button>
            {down.map(|row| view! {
                <Button kind=ButtonKind::Tertiary size=ButtonSize::Small on_click=move |()| open(finder, row.clone())>
                    {words.hs_open}
                </Button>
            })}
        </li>
    }
}

fn open(finder: Finder, row: HsRow) {
    finder.open(row);
    focus_soon(PLACE);
}

fn path(row: &HsRow) -> String {
    row.path.iter().map(local).collect::<Vec<_>>().join(" › ")
}

/// Moves between rows by arrow keys.
fn walk(event: &KeyboardEvent, at: usize) {
    let to = match event.key().as_str() {
        "ArrowDown" => row_id(at + 1),
        "ArrowUp" if at == 0 => super::search::BOX.to_owned(),
        "ArrowUp" => row_id(at - 1),
        "Home" => row_id(0),
        _ => return,
    };
    event.prevent_default();
    focus_id(&to);
}

/// The next page of a search; the focus goes to its first row.
#[component]
fn More(finder: Finder) -> impl IntoView {
    let rest = move || {
        let shown = finder.rows.with(Vec::len);
        finder.way.get() == Way::Search && finder.total.get().is_some_and(|total| shown < total as usize)
    };
    // The button itself may be gone by then.
    let more = move |()| {
        let first = row_id(finder.rows.with_untracked(Vec::len));
        finder.more(move || focus_soon(first));
    };
    view! {
        {move || rest().then(|| view! {
            <Button kind=ButtonKind::Tertiary size=ButtonSize::Medium on_click=more>{words().products.hs_more}</Button>
        })}
    }
}
