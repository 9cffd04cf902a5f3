//! Pages of a list, at most seven entries (KRDS `03_06`).

use leptos::prelude::*;

use super::icon::{Icon, Symbol};
use super::words::ui_words;

/// Links to the pages of a list.
#[component]
pub fn Pagination(
    /// The page shown, counted from 1.
    page: usize,
    /// How many there are. With one page nothing is shown.
    pages: usize,
    /// Address of a page, from its number.
    #[prop(into)]
    href: Callback<usize, String>,
) -> impl IntoView {
    let words = ui_words();
    let entry = move |number: Option<usize>| match number {
        None => view! { <li class="pagination__gap" aria-hidden="true">"…"</li> }.into_any(),
        Some(number) if number == page => view! {
            <li>
                <span class="pagination__page" aria-current="page" aria-label=(words.page_number)(number)>
                    {number}
                </span>
            </li>
        }
        .into_any(),
        Some(number) => view! {
            <li>
                <a class="pagination__page" href=href.run(number) aria-label=(words.page_number)(number)>
                    {number}
                </a>
            </li>
        }
        .into_any(),
    };
    let step = move |number: usize, symbol, text| {
        view! {
            <li>
                <a class="pagination__page" href=href.run(number)>
                    <Icon symbol=symbol />
                    <span class="visually-hidden">{text}</span>
                </a>
            </li>
        }
    };
    (pages > 1).then(|| {
        view! {
            <nav class="pagination" aria-label=words.pagination>
                <ul class="pagination__list">
                    {(page > 1).then(|| step(page - 1, Symbol::Previous, words.previous_page))}
                    {entries(page, pages).into_iter().map(entry).collect_view()}
                    {(page < pages).then(|| step(page + 1, Symbol::Next, words.next_page))}
                </ul>
            </nav>
        }
    })
}

/// The numbers to show: first, last, the page and its neighbours; `None` is a gap.
fn entries(page: usize, pages: usize) -> Vec<Option<usize>> {
    if pages <= 5 {
        return (1..=pages).map(Some).collect();
    }
    // A window of three that never leaves the list.
    let start = page.saturating_sub(1).clamp(1, pages - 2);
    let mut entries = Vec::new();
    if start > 1 {
        entries.push(Some(1));
    }
    if start > 2 {
        entries.push(None);
    }
    entries.extend((start..start + 3).map(Some));
    if start + 3 < pages {
        entries.push(None);
    }
    if start + 2 < pages {
        entries.push(Some(pages));
    }
    entries
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = {
    use super::story::Story;
    fn story(page: usize, pages: usize) -> AnyView {
        let href = Callback::new(|page| format!("#page-{page}"));
        view! { <Pagination page=page pages=pages href=href /> }.into_any()
    }
    &[
        Story { name: "ui/pagination/few", view: || story(1, 3) },
        Story { name: "ui/pagination/middle", view: || story(7, 24) },
        Story { name: "ui/pagination/last", view: || story(24, 24) },
    ]
};

#[cfg(test)]
mod tests {
    use super::entries;

    #[test]
    fn never_more_than_seven_entries_and_always_first_page_and_last() {
        for pages in 1..30 {
            for page in 1..=pages {
                let entries = entries(page, pages);
                assert!(entries.len() <= 7, "{page}/{pages}: {entries:?}");
                for wanted in [1, page, pages] {
                    assert!(entries.contains(&Some(wanted)), "{page}/{pages}: {entries:?}");
                }
            }
        }
    }

    #[test]
    fn a_gap_stands_for_at_least_one_page() {
        assert_eq!(entries(7, 24), [Some(1), None, Some(6), Some(7), Some(8), None, Some(24)]);
        assert_eq!(entries(2, 6), [Some(1), Some(2), Some(3), None, Some(6)]);
        assert_eq!(entries(6, 6), [Some(1), None, Some(4), Some(5), Some(6)]);
    }
}
