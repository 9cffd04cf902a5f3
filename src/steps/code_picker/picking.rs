//! One use of the picker: what is looked for, what is found, and what becomes of a choice.

use super::ask::Ask;
use super::finder::Finder;
use super::search_box::BOX;
use super::spelling::can_choose;
use super::tree::Tree;
use super::{recent, tree_view};
use crate::api::codes;
use crate::ui::focus::focus_soon;
use gaip_contract::bodies::CodeRow;
use gaip_domain::value::CodeList;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How codes are looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// By words or digits.
    Search,
    /// From the top down.
    Browse,
}

/// One use of the picker.
#[derive(Clone, Copy)]
pub struct Picking {
    /// The list.
    pub list: CodeList,
    /// How codes are looked for.
    pub way: RwSignal<Way>,
    /// The search.
    pub finder: Finder,
    /// The list from the top down.
    pub tree: Tree,
    /// Codes chosen before, the last first.
    pub recent: RwSignal<Vec<CodeRow>>,
    /// The codes that the field has.
    pub codes: Signal<Vec<String>>,
    /// Most codes, where the field takes several.
    pub max: Option<u32>,
    /// A row was chosen.
    on_choose: Callback<CodeRow>,
    /// The person is done.
    pub on_close: Callback<()>,
}

impl Picking {
    /// Nothing is looked for yet.
    pub fn new(ask: &Ask, on_choose: Callback<CodeRow>, on_close: Callback<()>) -> Self {
        let edition = RwSignal::new(String::new());
        Self {
            list: ask.list,
            way: RwSignal::new(Way::Search),
            finder: Finder::new(ask.list, edition),
            tree: Tree::new(ask.list, edition),
            recent: RwSignal::new(Vec::new()),
            codes: ask.codes,
            max: ask.max,
            on_choose,
            on_close,
        }
    }

    /// Looks for these words, and for the names of the codes that were chosen before.
    pub fn begin_with(self, query: &str) {
        self.finder.query.set(query.to_owned());
        Effect::new(move |before: Option<()>| {
            if before.is_none() {
                self.finder.begin();
                spawn_local(self.name_recent());
            }
        });
    }

    async fn name_recent(self) {
        for code in recent::codes(self.list) {
            if let Ok(row) = codes::row(self.list, &code).await
                && !row.gone
                && self.recent.try_update(|rows| rows.push(row)).is_none()
            {
                return;
            }
        }
    }

    /// Takes a row, where it can be chosen and there is room for it; one that only leads further is opened in the tree.
    pub fn choose(self, row: &CodeRow) {
        if !can_choose(self.list, row) {
            self.reveal(row.clone());
        } else if self.has(&row.code) || !self.is_full() {
            recent::keep(self.list, &row.code);
            self.on_choose.run(row.clone());
        }
    }

    /// Whether the field has this code.
    pub fn has(self, code: &str) -> bool {
        self.codes.with(|codes| codes.iter().any(|chosen| chosen == code))
    }

    /// Whether no further code has room.
    pub fn is_full(self) -> bool {
        self.max.is_some_and(|max| self.codes.with(Vec::len) >= max as usize)
    }

    /// Shows the tree.
    pub fn browse(self) {
        self.way.set(Way::Browse);
        self.tree.begin();
        focus_soon(tree_view::BACK);
    }

    /// Shows the tree, opened at a heading that was found.
    pub fn reveal(self, row: CodeRow) {
        self.way.set(Way::Browse);
        focus_soon(tree_view::BACK);
        self.tree.reveal(row);
    }

    /// Goes back to the search, with the words that it had.
    pub fn search(self) {
        self.way.set(Way::Search);
        focus_soon(BOX);
    }
}
