//! What the picker looks for and what it has found.

use crate::api::{self, Call, Reply};
use gaip_contract::bodies::{Empty, HsPage, HsRow};
use gaip_contract::endpoints::{BrowseHs, SearchHs};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Rows of a page.
const ROWS: &str = "50";
/// Milliseconds after the last key until the search begins.
const PAUSE: u32 = 150;
/// Milliseconds after which a wait is worth telling (KRDS spinner).
const LONG: u32 = 1_000;

/// How codes are looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// By words or digits.
    Search,
    /// From section to chapter to heading.
    Browse,
}

/// One look for a code.
#[derive(Clone, Copy)]
pub struct Finder {
    /// How.
    pub way: RwSignal<Way>,
    /// The words.
    pub query: RwSignal<String>,
    /// Rows opened on the way down, the lowest last.
    pub trail: RwSignal<Vec<HsRow>>,
    /// The rows so far.
    pub rows: RwSignal<Vec<HsRow>>,
    /// How many there are; nothing before the first answer.
    pub total: RwSignal<Option<u32>>,
    /// The last request was not answered.
    pub failed: RwSignal<bool>,
    /// The wait is long.
    pub slow: RwSignal<bool>,
    /// Numbers requests, so that only the last one's answer counts.
    asked: StoredValue<u32>,
}

impl Finder {
    /// Nothing is found yet.
    pub fn new() -> Self {
        Self {
            way: RwSignal::new(Way::Search),
            query: RwSignal::new(String::new()),
            trail: RwSignal::new(Vec::new()),
            rows: RwSignal::new(Vec::new()),
            total: RwSignal::new(None),
            failed: RwSignal::new(false),
            slow: RwSignal::new(false),
            asked: StoredValue::new(0),
        }
    }

    /// Looks at once.
    pub fn begin(self) {
        self.load(0, 0, || {});
    }

    /// Looks soon, unless something else is asked before.
    pub fn begin_soon(self) {
        self.load(PAUSE, 0, || {});
    }

    /// Adds the next page; then it is there.
    pub fn more(self, then: impl FnOnce() + 'static) {
        self.load(0, self.rows.with_untracked(Vec::len), then);
    }

    /// Goes down to what is below a row.
    pub fn open(self, row: HsRow) {
        self.trail.update(|trail| trail.push(row));
        self.go(Way::Browse);
    }

    /// Goes up again.
    pub fn back(self) {
        self.trail.update(|trail| drop(trail.pop()));
        self.go(Way::Browse);
    }

    /// Changes the way.
    pub fn go(self, way: Way) {
        if way == Way::Search {
            self.trail.set(Vec::new());
        }
        self.way.set(way);
        self.begin();
    }

    fn load(self, pause: u32, offset: usize, then: impl FnOnce() + 'static) {
        let mine = self.asked.with_value(|asked| asked + 1);
        self.asked.set_value(mine);
        let current = move || self.asked.try_get_value() == Some(mine);
        spawn_local(async move {
            if pause > 0 {
                TimeoutFuture::new(pause).await;
            }
            if !current() {
                return;
            }
            self.tell_when_slow(mine);
            let reply = self.ask(offset).await;
            if !current() {
                return;
            }
            // Answered: nothing else may tell that it takes long.
            self.asked.set_value(mine + 1);
            self.slow.set(false);
            self.failed.set(reply.is_err());
            if let Ok(page) = reply {
                self.show(page, offset);
                then();
            }
        });
    }

    async fn ask(self, offset: usize) -> Reply<SearchHs> {
        if self.way.get_untracked() == Way::Browse {
            let code = self.trail.with_untracked(|trail| trail.last().map(|row| row.code.clone())).unwrap_or_default();
            let query = [("code", code.as_str())];
            return api::send_with::<BrowseHs>(&Call { parts: &[], query: &query, headers: &[] }, &Empty {}).await;
        }
        let (words, offset) = (self.query.get_untracked(), offset.to_string());
        let query = [("q", words.trim()), ("offset", &offset), ("limit", ROWS)];
        api::send_with::<SearchHs>(&Call { parts: &[], query: &query, headers: &[] }, &Empty {}).await
    }

    fn show(self, page: HsPage, offset: usize) {
        self.rows.update(|rows| {
            rows.truncate(offset);
            rows.extend(page.rows);
        });
        self.total.set(Some(page.total));
    }

    fn tell_when_slow(self, mine: u32) {
        spawn_local(async move {
            TimeoutFuture::new(LONG).await;
            if self.asked.try_get_value() == Some(mine) {
                self.slow.set(true);
            }
        });
    }
}

#[cfg(feature = "gallery")]
mod sample {
    use super::Finder;
    use gaip_contract::bodies::HsRow;
    use gaip_domain::text::Text;
    use leptos::prelude::Set;

    fn text(ko: &str, en: &str) -> Text {
        Text { ko: ko.to_owned(), en: en.to_owned() }
    }

    fn row(code: &str, label: Text, path: Vec<Text>, because: Option<&str>) -> HsRow {
        let children = code.len() < 4;
        HsRow { code: code.to_owned(), label, path, because: because.map(str::to_owned), children }
    }

    /// Headings with their places.
    pub fn sample_rows() -> Vec<HsRow> {
        let path = || {
            vec![
                text("조제식료품, 음료, 담배", "Prepared foodstuffs, beverages, tobacco"),
                text("곡물·곡분의 조제품과 빵류", "Preparations of cereals, flour or milk; bakers' wares"),
            ]
        };
        vec![
            row("1902", text("국수·라면·파스타", "Pasta, noodles"), path(), Some("라면")),
            row("1905", text("빵·과자·케이크", "Bread, biscuits, cakes"), path(), None),
        ]
    }

    /// Chapters of a section.
    pub fn sample_chapters() -> Vec<HsRow> {
        let section = || vec![text("산 동물과 동물성 생산품", "Live animals and animal products")];
        vec![
            row("01", text("살아 있는 동물", "Live animals"), section(), None),
            row("02", text("육과 식용 설육", "Meat and edible meat offal"), section(), None),
        ]
    }

    impl Finder {
        /// A look that has found these rows.
        pub fn sample(query: &str, rows: Vec<HsRow>) -> Self {
            let finder = Self::new();
            finder.query.set(query.to_owned());
            finder.total.set(u32::try_from(rows.len()).ok());
            finder.rows.set(rows);
            finder
        }
    }
}

#[cfg(feature = "gallery")]
pub use sample::{sample_chapters, sample_rows};
