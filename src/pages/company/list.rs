//! A page of the people of the company, and what can be done with several of them.

use super::acts::Acting;
use super::row::EmployeeRow;
use crate::i18n::{admin_words, fill};
use crate::ui::button::{Button, ButtonKind, ButtonSize, LinkButton};
use crate::ui::dynamic::dynamic;
use crate::ui::empty::Empty;
use crate::ui::field::Checkbox;
use crate::ui::pagination::Pagination;
use crate::ui::table::{Column, Table};
use gaip_contract::bodies::{EMPLOYEES_PAGE, EmployeePage, EmployeeView, Role};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Rows that come at once, about a screen. The rest follows frame by frame: nobody waits for what is not in sight.
const AT_ONCE: usize = 10;

/// The list.
#[component]
pub(super) fn EmployeeList(
    /// The page.
    page: EmployeePage,
    /// Acts on them.
    acting: Acting,
    /// Address of the list, without a page.
    href: String,
) -> impl IntoView {
    let words = admin_words();
    let EmployeePage { total, offset, rows } = page;
    if total == 0 {
        return view! { <Empty title=words.none><p>{words.none_help}</p></Empty> }.into_any();
    }
    let associates: BTreeSet<String> =
        rows.iter().filter(|row| row.role == Role::Associate).map(|row| row.id.clone()).collect();
    let columns = [words.name, words.login_id, words.role, words.joined, words.act].map(Column::text);
    view! {
        <p class="company__total" role="status">{fill(words.total, total)}</p>
        {(!associates.is_empty()).then(|| view! { <Several associates acting/> })}
        <Table id="employees" caption=words.list hide_caption=true cards=true columns=columns.into()>
            <Rows rows acting/>
        </Table>
        <Pages page=offset / EMPLOYEES_PAGE + 1 pages=total.div_ceil(EMPLOYEES_PAGE) href/>
    }
    .into_any()
}

/// Some rows, and after them the rest.
#[component]
fn Rows(mut rows: Vec<EmployeeView>, acting: Acting) -> impl IntoView {
    let rest = rows.split_off(rows.len().min(AT_ONCE));
    let painted = RwSignal::new(false);
    if !rest.is_empty() {
        Effect::new(move || {
            // The first frame is the one that paints these rows.
            request_animation_frame(move || {
                request_animation_frame(move || {
                    painted.try_set(true);
                });
            });
        });
    }
    view! {
        {rows.into_iter().map(|employee| view! { <EmployeeRow employee acting/> }).collect_view()}
        {dynamic(move || painted.get().then(|| view! { <Rows rows=rest.clone() acting/> }.into_any()))}
    }
    .into_any()
}

/// Selects the associates of the page, and approves those that are selected.
#[component]
fn Several(associates: BTreeSet<String>, acting: Acting) -> impl IntoView {
    let words = admin_words();
    let number = associates.len();
    let selected = acting.selected;
    let some = Signal::derive(move || (1..number).contains(&selected.with(BTreeSet::len)));
    let none = Signal::derive(move || selected.with(BTreeSet::is_empty));
    let select = move |on: bool| selected.set(if on { associates.clone() } else { BTreeSet::new() });
    view! {
        <div class="company__several">
            <Checkbox
                id="select-all"
                label=fill(words.all_of_page, number)
                checked=Signal::derive(move || selected.with(BTreeSet::len) == number)
                indeterminate=some
                on_change=select
            />
            <Button
                size=ButtonSize::Medium
                busy=acting.busy
                unready=none
                on_click=move |()| acting.approve_selected()
            >
                {dynamic(move || match selected.with(BTreeSet::len) {
                    0 => words.choose_first.to_owned(),
                    chosen => fill(words.chosen, chosen),
                })}
            </Button>
        </div>
    }
}

/// The ways to the other pages; back to the first where the list is shorter than the page that was asked for.
#[component]
pub(super) fn Pages(page: u32, pages: u32, href: String) -> impl IntoView {
    if page > pages {
        return view! { <LinkButton kind=ButtonKind::Secondary href>{admin_words().first_page}</LinkButton> }
            .into_any();
    }
    let joint = if href.contains('?') { '&' } else { '?' };
    let of = Callback::new(move |page: usize| format!("{href}{joint}page={page}"));
    view! { <Pagination page=page as usize pages=pages as usize href=of/> }.into_any()
}
