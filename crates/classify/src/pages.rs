//! What an edition answers, in the words of the contract: the backend and the browser's own search say the same.

use crate::edition::Edition;
use crate::entry::{Entry, Level};
use crate::search::{Group, Hit, Page};
use gaip_contract::bodies::{CodeGroup, CodePage, CodeRow, CodeRows};
use gaip_domain::text::Text;

/// Most rows that are shown of a heading.
const ROWS: usize = 3;
/// Most codes that a label such as 기타 is told apart from.
const EXCEPT: usize = 3;

impl Edition {
    /// One page of a search, as people see it.
    pub fn search_page(&self, query: &str, page: Page) -> CodePage {
        let hits = self.search(query, page);
        CodePage {
            edition: self.id().to_owned(),
            total: u32::try_from(hits.total).unwrap_or(u32::MAX),
            groups: hits.groups.iter().filter_map(|group| self.group(group)).collect(),
            read_as: hits.read_as,
            vague: hits.vague,
        }
    }

    /// The rows below a code, those at the top for `None`; nothing for an unknown code.
    pub fn below(&self, code: Option<&str>) -> Option<CodeRows> {
        if code.is_some_and(|code| self.get(code).is_none()) {
            return None;
        }
        let rows = self.children(code).into_iter().map(|entry| self.row_of(entry, 0, None)).collect();
        Some(CodeRows { edition: self.id().to_owned(), rows })
    }

    /// One code, also one that is gone.
    pub fn row(&self, code: &str) -> Option<CodeRow> {
        if let Some(entry) = self.get(code) {
            return Some(self.row_of(entry, 0, None));
        }
        let gone = self.gone(code)?;
        Some(CodeRow {
            code: gone.code.clone(),
            label: Text { ko: gone.ko.clone(), en: gone.en.clone() },
            plain: None,
            path: Vec::new(),
            except: Vec::new(),
            because: None,
            children: false,
            gone: true,
        })
    }

    fn group(&self, group: &Group) -> Option<CodeGroup> {
        let heading = self.get(&group.heading)?;
        let depth = self.path(&group.heading).len();
        let because = group.because.clone();
        let row = |hit: &Hit| Some(self.row_of(self.get(&hit.code)?, depth, hit.because.clone()));
        let rows: Vec<CodeRow> = group.rows.iter().take(ROWS).filter_map(row).collect();
        let more = u32::try_from(group.rows.len() - rows.len()).unwrap_or(u32::MAX);
        let mut heading = self.row_of(heading, 0, because);
        // Each key brings ten of these: the text of the law can be read in the tree.
        if let Some(plain) = heading.plain.take() {
            heading.label = plain;
        }
        Some(CodeGroup { heading, rows, more })
    }

    /// The row of an entry; its path begins below the first `skip` labels.
    fn row_of(&self, entry: &Entry, skip: usize, because: Option<String>) -> CodeRow {
        let mut path = self.path(&entry.code);
        path.pop();
        CodeRow {
            code: entry.code.clone(),
            label: label(entry),
            plain: plain(entry),
            path: path.into_iter().skip(skip).map(|above| plain(above).unwrap_or_else(|| label(above))).collect(),
            except: self.except(entry),
            because,
            children: self.has_children(&entry.code),
            gone: false,
        }
    }

    /// What 기타 leaves out: the codes beside it.
    fn except(&self, entry: &Entry) -> Vec<Text> {
        if !is_other(&entry.ko) {
            return Vec::new();
        }
        let beside = self.children(entry.parent.as_deref()).into_iter();
        beside.filter(|other| other.code != entry.code && !is_other(&other.ko)).take(EXCEPT).map(label).collect()
    }
}

/// Our own words for a heading of an official edition: its last two names.
fn plain(entry: &Entry) -> Option<Text> {
    match entry.names.as_slice() {
        [.., ko, en] if entry.level == Level::Heading => Some(Text { ko: ko.clone(), en: en.clone() }),
        _ => None,
    }
}

fn is_other(ko: &str) -> bool {
    matches!(ko.trim(), "기타" | "그 밖의 것")
}

fn label(entry: &Entry) -> Text {
    Text { ko: entry.ko.clone(), en: entry.en.clone() }
}
