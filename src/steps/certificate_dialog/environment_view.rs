//! The check of the environment as people see it: a table, what is missing, and what to do.

use super::choosing::Choosing;
use super::environment::{Environment, Part};
use crate::i18n::{certificate_words, problem};
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::badge::{Badge, BadgeKind};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use crate::ui::spinner::Spinner;
use crate::ui::table::{Column, Table};
use leptos::prelude::*;

/// What the browser can do; it goes on by itself when that is enough.
#[component]
pub fn EnvironmentView(choosing: Choosing) -> impl IntoView {
    let words = certificate_words();
    let checking = Memo::new(move |_| choosing.environment.get().checking() && choosing.unruled.with(Option::is_none));
    view! {
        <p>{words.environment_lead}</p>
        <Spinner active=checking text=words.environment_checking/>
        <Unruled choosing/>
        {dynamic(move || view! { <Parts environment=choosing.environment.get()/> })}
        {dynamic(move || match choosing.environment.get() {
            now if now.unusable() => view! { <Unusable choosing/> }.into_any(),
            now if now.limited() => view! { <Limited choosing environment=now/> }.into_any(),
            _ => ().into_any(),
        })}
    }
}

#[component]
fn Parts(environment: Environment) -> impl IntoView {
    let words = certificate_words();
    let columns = [words.environment_item, words.environment_use, words.environment_state];
    let columns = columns.into_iter().map(Column::text).collect();
    let rows = [
        (words.part_worker, words.part_worker_use, environment.worker, true),
        (words.part_random, words.part_random_use, environment.random, true),
        (words.part_folder, words.part_folder_use, environment.folder, false),
        (words.part_store, words.part_store_use, environment.store, false),
    ];
    let rows = rows.map(|(name, used_for, part, needed)| {
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{used_for}</td>
                <td><PartState part needed/></td>
            </tr>
        }
    });
    view! {
        <Table id="certificate-environment" caption=words.environment columns>
            {rows.into_iter().collect_view()}
        </Table>
    }
}

#[component]
fn PartState(part: Part, needed: bool) -> impl IntoView {
    let words = certificate_words();
    let (kind, text) = match (part, needed) {
        (Part::Checking, _) => (BadgeKind::Gray, words.checking),
        (Part::There, _) => (BadgeKind::Success, words.supported),
        (Part::Missing, false) => (BadgeKind::Warning, words.limited),
        (Part::Missing, true) => (BadgeKind::Danger, words.unsupported),
    };
    view! { <Badge kind text/> }
}

#[component]
fn Limited(choosing: Choosing, environment: Environment) -> impl IntoView {
    let words = certificate_words();
    view! {
        <Notice kind=NoticeKind::Warning live=Live::Polite>
            <p>{words.limited_text}</p>
            {(environment.folder == Part::Missing).then(|| view! { <p>{words.limited_folder}</p> })}
            {(environment.store == Part::Missing).then(|| view! { <p>{words.limited_store}</p> })}
            <Button size=ButtonSize::Medium on_click=move |()| choosing.enter()>{words.go_on}</Button>
        </Notice>
    }
}

#[component]
fn Unusable(choosing: Choosing) -> impl IntoView {
    let words = certificate_words();
    view! {
        <Notice kind=NoticeKind::Danger live=Live::Assertive>
            <p>{words.unsupported_text}</p>
            <p>{words.unsupported_more}</p>
            <Button kind=ButtonKind::Tertiary size=ButtonSize::Medium on_click=move |()| choosing.begin()>
                {words.check_again}
            </Button>
        </Notice>
    }
}

/// The kinds of the portal did not come.
#[component]
fn Unruled(choosing: Choosing) -> impl IntoView {
    let words = certificate_words();
    dynamic(move || {
        choosing.unruled.get().map(|failure| {
            view! {
                <Notice kind=NoticeKind::Danger live=Live::Assertive>
                    <p>{words.rules_failed} " " {problem(&failure)}</p>
                    <Button kind=ButtonKind::Tertiary size=ButtonSize::Medium on_click=move |()| choosing.begin()>
                        {crate::i18n::ui_words().retry}
                    </Button>
                </Notice>
            }
        })
    })
}
