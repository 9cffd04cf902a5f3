//! A page of a list: how many rows there are in all, the rows in a table, and the ways to the other pages.

use crate::i18n::{fill, operator_words};
use crate::ui::button::{ButtonKind, LinkButton};
use crate::ui::empty::Empty;
use crate::ui::pagination::Pagination;
use crate::ui::table::{Column, Table};
use gaip_contract::bodies::Page;
use leptos::prelude::*;

/// The rows, or what stands where there are none.
#[component]
pub fn Rows<T, F, V>(
    /// Id of the table, unique in the page.
    id: &'static str,
    /// What the table is about.
    caption: &'static str,
    /// Names of the columns.
    columns: Vec<&'static str>,
    /// The page.
    page: Page<T>,
    /// Address of the list; it may have a query.
    #[prop(into)]
    href: String,
    /// Said where there are no rows.
    none: &'static str,
    /// What could be tried then.
    #[prop(optional_no_strip)]
    none_help: Option<&'static str>,
    /// Shows a row.
    children: F,
) -> impl IntoView
where
    F: Fn(T) -> V,
    V: IntoView + 'static,
{
    let Page { total, page, pages, rows } = page;
    if total == 0 {
        return view! { <Empty title=none>{none_help.map(|help| view! { <p>{help}</p> })}</Empty> }.into_any();
    }
    let rows = rows.into_iter().map(children).collect_view();
    view! {
        <p class="desk__total" role="status">{fill(operator_words().total, total)}</p>
        <Table id caption hide_caption=true cards=true columns=columns.into_iter().map(Column::text).collect()>{rows}</Table>
        <Pages page pages href/>
    }
    .into_any()
}

/// The ways to the other pages; back to the first where the list has become shorter than the page that was asked for.
#[component]
fn Pages(page: u32, pages: u32, href: String) -> impl IntoView {
    if page > pages {
        return view! { <LinkButton kind=ButtonKind::Secondary href>{operator_words().first_page}</LinkButton> }
            .into_any();
    }
    let joint = if href.contains('?') { '&' } else { '?' };
    let of = Callback::new(move |page: usize| format!("{href}{joint}page={page}"));
    view! { <Pagination page=page as usize pages=pages as usize href=of/> }.into_any()
}
