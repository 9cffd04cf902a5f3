//! A list from the top down; what is below a code is fetched when it is opened.

use super::tree_view::item_id;
use crate::api::codes;
use crate::ui::focus::focus_soon;
use gaip_contract::bodies::CodeRow;
use gaip_domain::value::CodeList;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The rows below a code.
#[derive(Clone)]
pub enum Below {
    /// Never asked for.
    Unknown,
    /// On their way.
    Loading,
    /// They did not arrive.
    Failed,
    /// Here.
    Rows(Vec<Node>),
}

/// A code in the tree.
#[derive(Clone)]
pub struct Node {
    /// The code.
    pub row: Arc<CodeRow>,
    /// How deep it stands; 1 at the top.
    pub level: u8,
    /// Whether what is below it is shown.
    pub open: ArcRwSignal<bool>,
    /// What is below it.
    pub below: ArcRwSignal<Below>,
}

impl Node {
    /// A code that is closed.
    pub fn new(row: CodeRow, level: u8) -> Self {
        Self { row: Arc::new(row), level, open: ArcRwSignal::new(false), below: ArcRwSignal::new(Below::Unknown) }
    }
}

/// The tree.
#[derive(Clone, Copy)]
pub struct Tree {
    list: CodeList,
    /// What is at the top.
    pub roots: RwSignal<Below>,
    /// The code that Tab stops at; the first while it is empty.
    pub current: RwSignal<String>,
    /// Letters typed to jump to a code, and when the last was typed, in milliseconds.
    pub typed: StoredValue<(String, f64)>,
    edition: RwSignal<String>,
}

impl Tree {
    /// Nothing is known yet.
    pub fn new(list: CodeList, edition: RwSignal<String>) -> Self {
        Self {
            list,
            roots: RwSignal::new(Below::Unknown),
            current: RwSignal::new(String::new()),
            typed: StoredValue::new((String::new(), 0.0)),
            edition,
        }
    }

    /// Fetches what is at the top, unless it is here; the focus goes to it.
    pub fn begin(self) {
        spawn_local(async move {
            if let Some(rows) = self.rows(None).await {
                let current = self.current.get_untracked();
                let first = rows.first().map(|node| node.row.code.clone()).unwrap_or_default();
                focus_soon(item_id(if current.is_empty() { &first } else { &current }));
            }
        });
    }

    /// Opens a code.
    pub fn expand(self, node: &Node) {
        node.open.set(true);
        let node = node.clone();
        spawn_local(async move {
            self.rows(Some(&node)).await;
        });
    }

    /// Opens or closes a code.
    pub fn toggle(self, node: &Node) {
        if node.open.get_untracked() { node.open.set(false) } else { self.expand(node) }
    }

    /// Opens everything down to a heading, which gets the focus. The labels of its path name the way.
    pub fn reveal(self, row: CodeRow) {
        spawn_local(async move {
            let mut above: Option<Node> = None;
            for label in &row.path {
                let rows = self.rows(above.as_ref()).await;
                let Some(next) = rows.into_iter().flatten().find(|node| node.row.label == *label) else { break };
                next.open.set(true);
                above = Some(next);
            }
            let rows = self.rows(above.as_ref()).await;
            let Some(heading) = rows.into_iter().flatten().find(|node| node.row.code == row.code) else { return };
            self.expand(&heading);
            self.current.set(row.code.clone());
            focus_soon(item_id(&row.code));
        });
    }

    /// The rows below a code, fetched if they are not here; nothing where they do not arrive.
    async fn rows(self, above: Option<&Node>) -> Option<Vec<Node>> {
        let now = match above {
            Some(node) => node.below.get_untracked(),
            None => self.roots.try_get_untracked()?,
        };
        if let Below::Rows(rows) = now {
            return Some(rows);
        }
        self.set(above, Below::Loading);
        let Ok(answer) = codes::below(self.list, above.map(|node| node.row.code.as_str())).await else {
            self.set(above, Below::Failed);
            return None;
        };
        self.edition.try_set(answer.edition);
        let level = above.map_or(1, |node| node.level + 1);
        let rows: Vec<Node> = answer.rows.into_iter().map(|row| Node::new(row, level)).collect();
        self.set(above, Below::Rows(rows.clone()));
        Some(rows)
    }

    fn set(self, above: Option<&Node>, below: Below) {
        match above {
            Some(node) => node.below.set(below),
            None => drop(self.roots.try_set(below)),
        }
    }
}
