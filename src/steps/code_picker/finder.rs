//! What is searched for, and what was found.

use super::picking::Picking;
use super::walk;
use crate::api::codes;
use crate::i18n::{advice, fill, list_words, read_as};
use gaip_contract::bodies::{CodeGroup, CodePage, CodeRow, Vague};
use gaip_domain::value::{CodeList, HsCode, IndustryCode};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Milliseconds after which a wait is worth telling (KRDS spinner).
const LONG: u32 = 1_000;
/// Milliseconds after the last answer until it is read out, so that typing is not talked over.
const SETTLED: u32 = 700;

/// One page of headings.
pub struct FoundPage {
    /// Tells it from other pages.
    pub turn: u32,
    /// The headings.
    pub groups: Vec<CodeGroup>,
    /// Words to mark.
    pub words: Arc<Vec<String>>,
}

/// What a search has found as a whole.
#[derive(Clone)]
pub struct Found {
    /// What was searched for.
    pub query: String,
    /// How many headings there are.
    pub total: u32,
    /// What it was taken for.
    pub read_as: Option<String>,
    /// Why it says too little.
    pub vague: Option<Vague>,
}

/// A search.
#[derive(Clone, Copy)]
pub struct Finder {
    list: CodeList,
    /// The words.
    pub query: RwSignal<String>,
    /// The first page; nothing before the first answer.
    pub first: RwSignal<Option<Arc<FoundPage>>>,
    /// The pages after it that were asked for.
    pub others: RwSignal<Vec<Arc<FoundPage>>>,
    /// The whole; nothing before the first answer.
    pub found: RwSignal<Option<Found>>,
    /// The last request was not answered.
    pub failed: RwSignal<bool>,
    /// The wait is long.
    pub slow: RwSignal<bool>,
    /// What is read out.
    pub said: RwSignal<String>,
    /// The edition that answers come from.
    pub edition: RwSignal<String>,
    /// Numbers requests, so that only the last one's answer counts.
    asked: StoredValue<u32>,
    /// A request is under way.
    busy: StoredValue<bool>,
    /// Enter was pressed before the answer was there.
    entered: StoredValue<bool>,
}

impl Finder {
    /// Nothing is found yet.
    pub fn new(list: CodeList, edition: RwSignal<String>) -> Self {
        Self {
            list,
            query: RwSignal::new(String::new()),
            first: RwSignal::new(None),
            others: RwSignal::new(Vec::new()),
            found: RwSignal::new(None),
            failed: RwSignal::new(false),
            slow: RwSignal::new(false),
            said: RwSignal::new(String::new()),
            edition,
            asked: StoredValue::new(0),
            busy: StoredValue::new(false),
            entered: StoredValue::new(false),
        }
    }

    /// Looks for what stands in the box.
    pub fn begin(self) {
        self.entered.set_value(false);
        self.load(0, || {});
    }

    /// Adds the next page; then it is there.
    pub fn more(self, then: impl FnOnce() + 'static) {
        self.load(self.shown(), then);
    }

    /// How many headings are shown.
    pub fn shown(self) -> usize {
        let first = self.first.with(|first| first.as_ref().map_or(0, |page| page.groups.len()));
        first + self.others.with(|pages| pages.iter().map(|page| page.groups.len()).sum::<usize>())
    }

    /// Enter in the box: takes the code that stands there letter by letter; else it goes to what was found, since the
    /// first row need not be what somebody means. While the answer is on its way it waits for it.
    pub fn enter(self, picking: Picking) {
        if self.busy.get_value() {
            self.entered.set_value(true);
        } else if self.failed.get_untracked() {
            self.begin();
        } else if let Some(row) = self.row_of_query() {
            picking.choose(&row);
        } else {
            walk::focus_entry(0);
        }
    }

    /// Calls back once an answer is there that Enter waited for.
    pub fn when_entered(self, picking: Picking) {
        Effect::new(move || {
            self.found.track();
            if self.entered.get_value() && !self.busy.get_value() {
                self.entered.set_value(false);
                // The rows are shown in the next frame.
                request_animation_frame(move || self.enter(picking));
            }
        });
    }

    fn row_of_query(self) -> Option<CodeRow> {
        let query = self.query.get_untracked();
        let code = match self.list {
            CodeList::Hs => HsCode::parse(&query).ok()?.to_string(),
            CodeList::Ksic => IndustryCode::parse(&query).ok()?.to_string(),
        };
        self.first.with_untracked(|page| {
            let first = page.as_ref()?.groups.first()?;
            std::iter::once(&first.heading).chain(first.rows.first()).find(|row| row.code == code).cloned()
        })
    }

    fn load(self, offset: usize, then: impl FnOnce() + 'static) {
        let mine = self.asked.with_value(|asked| asked + 1);
        self.asked.set_value(mine);
        self.busy.set_value(true);
        let current = move || self.asked.try_get_value() == Some(mine);
        let query = self.query.get_untracked().trim().to_owned();
        after(LONG, move || {
            if current() && self.busy.get_value() {
                self.slow.set(true);
            }
        });
        spawn_local(async move {
            let reply = codes::search(self.list, &query, offset).await;
            if !current() {
                return;
            }
            self.busy.set_value(false);
            self.slow.set(false);
            self.failed.set(reply.is_err());
            if let Ok(page) = reply {
                self.show(mine, query, page, offset);
                then();
                after(SETTLED, move || {
                    if current() {
                        self.said.set(self.summary());
                    }
                });
            }
        });
    }

    /// Shows a page, in place of the earlier ones if it is the first of its search.
    pub fn show(self, turn: u32, query: String, page: CodePage, offset: usize) {
        self.edition.set(page.edition);
        let words = query.split_whitespace().chain(page.read_as.as_deref().into_iter().flat_map(str::split_whitespace));
        let words = Arc::new(words.map(str::to_ascii_lowercase).collect());
        let shown = Arc::new(FoundPage { turn, groups: page.groups, words });
        if offset == 0 {
            self.others.maybe_update(|pages| !std::mem::take(pages).is_empty());
            self.first.set(Some(shown));
        } else {
            self.others.update(|pages| pages.push(shown));
        }
        let Self { found, .. } = self;
        found.set(Some(Found { query, total: page.total, read_as: page.read_as, vague: page.vague }));
    }

    /// What was found, in words.
    fn summary(self) -> String {
        let words = list_words(self.list);
        self.found.with_untracked(|found| {
            let Some(found) = found else { return String::new() };
            let mut said = if found.total == 0 { words.none.to_owned() } else { fill(words.count, found.total) };
            // A count that stays the same is not read out again unless something else changes.
            if !found.query.is_empty() {
                said = [&found.query, ": ", &said].concat();
            }
            if let Some(reading) = &found.read_as {
                said = [&said, ". ", &read_as(&found.query, reading)].concat();
            }
            if let Some(vague) = found.vague {
                said = [&said, ". ", advice(vague)].concat();
            }
            said
        })
    }
}

fn after(milliseconds: u32, act: impl FnOnce() + 'static) {
    spawn_local(async move {
        TimeoutFuture::new(milliseconds).await;
        act();
    });
}
