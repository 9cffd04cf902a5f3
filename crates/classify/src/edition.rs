//! One checked, immutable version of a code list.

use std::fmt;
use std::sync::LazyLock;

use crate::entry::{Alias, Entry, Gone, Level};
use crate::index::{self, Index};
use crate::search::{self, Hits, Page};
use crate::{builtin, text};
use gaip_domain::value::CodeList;
use rustc_hash::FxHashMap;

/// One version of a code list, built once and never changed.
#[derive(Debug)]
pub struct Edition {
    list: CodeList,
    id: String,
    /// In code order.
    entries: Vec<Entry>,
    /// Positions of the entries without a parent, in code order.
    roots: Vec<usize>,
    /// For each entry the positions of its children, in code order.
    children: Vec<Vec<usize>>,
    /// In code order.
    gone: Vec<Gone>,
    index: Index,
}

/// Why rows are not an edition. The text is for whoever imports a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditionError {
    /// A code is empty or holds something else than ASCII letters and digits.
    Code(String),
    /// Two rows have this code.
    DuplicateCode(String),
    /// The entry has no Korean or no English label.
    EmptyLabel(String),
    /// The entry's parent is not in the list.
    Orphan {
        /// Code of the entry.
        code: String,
        /// The parent it names.
        parent: String,
    },
    /// The entry is not deeper than its parent: neither its level nor, within one level, its code.
    Level(String),
}

impl fmt::Display for EditionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => write!(f, "`{code}` is not a code"),
            Self::DuplicateCode(code) => write!(f, "{code} stands in the list twice"),
            Self::EmptyLabel(code) => write!(f, "{code} lacks a Korean or English label"),
            Self::Orphan { code, parent } => write!(f, "{code} has the parent {parent}, which is not in the list"),
            Self::Level(code) => write!(f, "{code} is not deeper than its parent"),
        }
    }
}

impl std::error::Error for EditionError {}

impl Edition {
    /// The edition that comes with the product, in our own short words: HS 2022 down to the 4-digit headings, KSIC 11
    /// down to the 3-digit groups.
    pub fn builtin(list: CodeList) -> &'static Self {
        static HS: LazyLock<Edition> = LazyLock::new(|| builtin_edition(CodeList::Hs));
        static KSIC: LazyLock<Edition> = LazyLock::new(|| builtin_edition(CodeList::Ksic));
        match list {
            CodeList::Hs => &HS,
            CodeList::Ksic => &KSIC,
        }
    }

    /// An edition of official rows, found by the built-in aliases and own words too. `gone` are codes of earlier
    /// editions; those that are in force again are dropped.
    pub fn official(list: CodeList, id: &str, entries: Vec<Entry>, gone: Vec<Gone>) -> Result<Self, EditionError> {
        let mut entries = entries;
        let own: FxHashMap<String, Entry> =
            builtin::entries(list).into_iter().map(|entry| (entry.code.clone(), entry)).collect();
        for entry in &mut entries {
            if let Some(own) = own.get(&entry.code).filter(|own| own.level == Level::Heading) {
                entry.names.extend([own.ko.clone(), own.en.clone()]);
            }
        }
        Self::with_gone(list, id, entries, builtin::aliases(list), gone)
    }

    /// [`Edition::new`] with codes of earlier editions.
    pub(crate) fn with_gone(
        list: CodeList,
        id: &str,
        entries: Vec<Entry>,
        aliases: Vec<Alias>,
        mut gone: Vec<Gone>,
    ) -> Result<Self, EditionError> {
        let mut edition = Self::new(list, id, entries, aliases)?;
        gone.retain(|gone| edition.get(&gone.code).is_none());
        gone.sort_by(|a, b| a.code.cmp(&b.code));
        edition.gone = gone;
        Ok(edition)
    }

    /// Checks the rows (in any order) and builds the index. The first mistake in code order is the error.
    pub fn new(list: CodeList, id: &str, mut entries: Vec<Entry>, aliases: Vec<Alias>) -> Result<Self, EditionError> {
        entries.sort_by(|a, b| a.code.cmp(&b.code));
        let mut roots = Vec::new();
        let mut children = vec![Vec::new(); entries.len()];
        let mut parents = vec![index::NONE; entries.len()];
        for (at, entry) in entries.iter().enumerate() {
            check_entry(entry, at.checked_sub(1).map(|before| &entries[before]))?;
            let Some(parent) = &entry.parent else {
                roots.push(at);
                continue;
            };
            let above = position(&entries, parent)
                .ok_or_else(|| EditionError::Orphan { code: entry.code.clone(), parent: parent.clone() })?;
            let depth = |entry: &Entry| (entry.level, entry.code.len());
            if depth(&entries[above]) >= depth(entry) {
                return Err(EditionError::Level(entry.code.clone()));
            }
            children[above].push(at);
            parents[at] = index::position(above);
        }
        let aliases = place_aliases(&entries, aliases);
        let index = Index::new(&entries, parents, aliases);
        Ok(Self { list, id: id.to_owned(), entries, roots, children, gone: Vec::new(), index })
    }

    /// The list that this is a version of.
    pub fn list(&self) -> CodeList {
        self.list
    }

    /// The name of this version, such as `builtin-2022`; results of two versions must not be mixed.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The entry with exactly this code, digits only.
    pub fn get(&self, code: &str) -> Option<&Entry> {
        position(&self.entries, code).map(|at| &self.entries[at])
    }

    /// The code as an earlier edition had it.
    pub fn gone(&self, code: &str) -> Option<&Gone> {
        self.gone.binary_search_by(|gone| gone.code.as_str().cmp(code)).ok().map(|at| &self.gone[at])
    }

    /// Whether there are codes below this one.
    pub fn has_children(&self, code: &str) -> bool {
        position(&self.entries, code).is_some_and(|at| !self.children[at].is_empty())
    }

    /// From the top down to the entry itself, which stands last; empty for an unknown code.
    pub fn path(&self, code: &str) -> Vec<&Entry> {
        let mut path = Vec::new();
        let mut next = self.get(code);
        while let Some(entry) = next {
            path.push(entry);
            next = entry.parent.as_deref().and_then(|parent| self.get(parent));
        }
        path.reverse();
        path
    }

    /// The entries directly below, in code order; those at the top for `None`; empty for an unknown code.
    pub fn children(&self, code: Option<&str>) -> Vec<&Entry> {
        let below = match code {
            None => self.roots.as_slice(),
            Some(code) => position(&self.entries, code).map_or(&[][..], |at| self.children[at].as_slice()),
        };
        below.iter().map(|&at| &self.entries[at]).collect()
    }

    /// Finds headings and deeper entries by code or by words, grouped by heading, best first, equals in code order.
    /// An empty query lists every heading in code order. A query is cut at 100 characters.
    pub fn search(&self, query: &str, page: Page) -> Hits {
        search::search(self, query, page)
    }

    pub(crate) fn all_gone(&self) -> &[Gone] {
        &self.gone
    }

    /// In code order.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    pub(crate) fn index(&self) -> &Index {
        &self.index
    }
}

fn builtin_edition(list: CodeList) -> Edition {
    Edition::new(list, builtin::id(list), builtin::entries(list), builtin::aliases(list))
        .expect("the tests build the built-in editions")
}

fn position(entries: &[Entry], code: &str) -> Option<usize> {
    entries.binary_search_by(|entry| entry.code.as_str().cmp(code)).ok()
}

fn check_entry(entry: &Entry, before: Option<&Entry>) -> Result<(), EditionError> {
    let code = || entry.code.clone();
    if entry.code.is_empty() || !entry.code.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return Err(EditionError::Code(code()));
    }
    if before.is_some_and(|before| before.code == entry.code) {
        return Err(EditionError::DuplicateCode(code()));
    }
    if entry.ko.trim().is_empty() || entry.en.trim().is_empty() {
        return Err(EditionError::EmptyLabel(code()));
    }
    Ok(())
}

/// Each alias with the position of its entry, or of the closest heading or deeper entry above it: an edition may be less
/// deep than the table, or younger. Aliases of headings that the edition does not have are left out. In the order of the
/// terms; the codes of one term keep theirs.
fn place_aliases(entries: &[Entry], aliases: Vec<Alias>) -> Vec<(u32, String)> {
    let mut placed: Vec<(String, u32, String)> = Vec::with_capacity(aliases.len());
    for alias in aliases {
        let mut lengths = (1..=alias.code.len()).rev();
        let above = lengths.find_map(|length| position(entries, alias.code.get(..length)?));
        if let Some(at) = above.filter(|&at| entries[at].level >= Level::Heading) {
            placed.push((text::compact(&text::normalise(&alias.term)), index::position(at), alias.term));
        }
    }
    placed.sort_by(|a, b| a.0.cmp(&b.0));
    let mut codes: Vec<u32> = Vec::new();
    let mut before = String::new();
    let mut kept = Vec::with_capacity(placed.len());
    for (compact, at, term) in placed {
        if compact != before {
            codes.clear();
            before = compact;
        }
        if !codes.contains(&at) {
            codes.push(at);
            kept.push((at, term));
        }
    }
    kept
}
