//! The picker in every state.

use super::ask::Ask;
use super::body::PickerBody;
use super::picking::{Picking, Way};
use super::samples;
use super::tree::{Below, Node};
use crate::ui::story::Story;
use gaip_contract::bodies::{CodePage, CodeRow, Vague};
use gaip_domain::value::CodeList;
use leptos::prelude::*;

fn picking(list: CodeList, max: Option<u32>) -> Picking {
    let codes: &[&str] = if max.is_some() { &["1902301010", "3304"] } else { &[] };
    let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
    let on_choose = Callback::new(|_| {});
    let ask = Ask { list, back: String::new(), query: String::new(), codes: Signal::stored(codes), max, on_choose };
    Picking::new(&ask, on_choose, Callback::new(|()| {}))
}

fn body(picking: Picking) -> AnyView {
    view! { <PickerBody picking/> }.into_any()
}

fn found(list: CodeList, query: &str, page: CodePage) -> Picking {
    let picking = picking(list, None);
    picking.finder.query.set(query.to_owned());
    picking.finder.show(1, query.to_owned(), page, 0);
    picking
}

fn hs(query: &str, page: CodePage) -> AnyView {
    body(found(CodeList::Hs, query, page))
}

fn nothing() -> CodePage {
    CodePage { total: 0, groups: Vec::new(), ..samples::hs_page() }
}

/// Opens the first code of each level.
fn tree(list: CodeList, levels: Vec<Vec<CodeRow>>) -> Picking {
    let picking = picking(list, None);
    picking.way.set(Way::Browse);
    let mut above: Option<Node> = None;
    for (rows, level) in levels.into_iter().zip(1..) {
        let nodes: Vec<Node> = rows.into_iter().map(|row| Node::new(row, level)).collect();
        let first = nodes.first().cloned();
        match above {
            Some(node) => {
                node.open.set(true);
                node.below.set(Below::Rows(nodes));
            }
            None => picking.tree.roots.set(Below::Rows(nodes)),
        }
        above = first;
    }
    picking
}

/// A tree whose second level is in this state.
fn below(state: Below) -> AnyView {
    let picking = tree(CodeList::Hs, samples::hs_levels().into_iter().take(1).collect());
    if let Below::Rows(nodes) = picking.tree.roots.get_untracked()
        && let Some(first) = nodes.first()
    {
        first.open.set(true);
        first.below.set(state);
    }
    body(picking)
}

/// Every state.
pub const STORIES: &[Story] = &[
    Story { name: "steps/code-picker/hs-found", view: || hs("라면", samples::hs_page()) },
    Story {
        name: "steps/code-picker/hs-because",
        view: || hs("봉지라면", CodePage { edition: "builtin-hs-2022".to_owned(), ..samples::hs_page() }),
    },
    Story {
        name: "steps/code-picker/hs-read-as",
        view: || hs("fkaus", CodePage { read_as: Some("라면".to_owned()), ..samples::hs_page() }),
    },
    Story {
        name: "steps/code-picker/hs-vague",
        view: || hs("부품", CodePage { vague: Some(Vague::Part), ..samples::hs_page() }),
    },
    Story { name: "steps/code-picker/hs-more", view: || hs("", CodePage { total: 1_228, ..samples::hs_page() }) },
    Story { name: "steps/code-picker/hs-nothing", view: || hs("ㅋㅋㅋ", nothing()) },
    Story {
        name: "steps/code-picker/hs-nothing-vague",
        view: || hs("세트", CodePage { vague: Some(Vague::Set), ..nothing() }),
    },
    Story {
        name: "steps/code-picker/hs-failed",
        view: || {
            let picking = picking(CodeList::Hs, None);
            picking.finder.failed.set(true);
            body(picking)
        },
    },
    Story {
        name: "steps/code-picker/hs-slow",
        view: || {
            let picking = picking(CodeList::Hs, None);
            picking.finder.slow.set(true);
            body(picking)
        },
    },
    Story {
        name: "steps/code-picker/hs-recent",
        view: || {
            let picking = found(CodeList::Hs, "", samples::hs_page());
            picking.recent.set(samples::hs_rows());
            body(picking)
        },
    },
    Story {
        name: "steps/code-picker/hs-several",
        view: || {
            let picking = picking(CodeList::Hs, Some(3));
            picking.finder.show(1, "라면".to_owned(), samples::hs_page(), 0);
            body(picking)
        },
    },
    Story {
        name: "steps/code-picker/hs-several-full",
        view: || {
            let picking = picking(CodeList::Hs, Some(2));
            picking.finder.show(1, "라면".to_owned(), samples::hs_page(), 0);
            body(picking)
        },
    },
    Story { name: "steps/code-picker/hs-tree", view: || body(tree(CodeList::Hs, samples::hs_levels())) },
    Story { name: "steps/code-picker/hs-tree-loading", view: || below(Below::Loading) },
    Story { name: "steps/code-picker/hs-tree-failed", view: || below(Below::Failed) },
    Story {
        name: "steps/code-picker/hs-tree-all-failed",
        view: || {
            let picking = picking(CodeList::Hs, None);
            picking.way.set(Way::Browse);
            picking.tree.roots.set(Below::Failed);
            body(picking)
        },
    },
    Story {
        name: "steps/code-picker/ksic-found",
        view: || body(found(CodeList::Ksic, "마스크팩", samples::ksic_page())),
    },
    Story { name: "steps/code-picker/ksic-nothing", view: || body(found(CodeList::Ksic, "ㅋㅋㅋ", nothing())) },
    Story { name: "steps/code-picker/ksic-tree", view: || body(tree(CodeList::Ksic, samples::ksic_levels())) },
];
