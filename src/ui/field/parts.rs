//! One value typed in several boxes.

use leptos::prelude::*;

/// The texts of `N` boxes, and the one value they make.
#[derive(Clone, Copy)]
pub(super) struct Parts<const N: usize> {
    texts: RwSignal<[String; N]>,
    value: RwSignal<String>,
    join: fn(&[String; N]) -> String,
}

impl<const N: usize> Parts<N> {
    /// Follows `value` when somebody else sets it. What is typed in the boxes is never split
    /// anew: it already joins to the value.
    pub fn new(
        value: RwSignal<String>,
        split: impl Fn(&str) -> [String; N] + 'static,
        join: fn(&[String; N]) -> String,
    ) -> Self {
        let texts = RwSignal::new(split(&value.get_untracked()));
        Effect::new(move || {
            value.with(|value| {
                if texts.with_untracked(|texts| &join(texts) != value) {
                    texts.set(split(value));
                }
            });
        });
        Self { texts, value, join }
    }

    /// The text of box `at`.
    pub fn text(self, at: usize) -> Signal<String> {
        Signal::derive(move || self.texts.with(|texts| texts[at].clone()))
    }

    /// Writes box `at`.
    pub fn put(self, at: usize, text: String) {
        self.texts.update(|texts| texts[at] = text);
        self.store();
    }

    /// Writes all boxes.
    pub fn spread(self, texts: [String; N]) {
        self.texts.set(texts);
        self.store();
    }

    /// The text of box `at`, now.
    pub fn now(self, at: usize) -> String {
        self.texts.with_untracked(|texts| texts[at].clone())
    }

    fn store(self) {
        let joined = self.texts.with_untracked(self.join);
        if self.value.with_untracked(|value| value != &joined) {
            self.value.set(joined);
        }
    }
}

/// The text at a place of a list; empty where the list is shorter.
pub(super) fn text(value: RwSignal<Vec<String>>, at: usize) -> Signal<String> {
    Signal::derive(move || value.with(|texts| texts.get(at).cloned().unwrap_or_default()))
}

/// Writes a place of a list, which grows as needed.
pub(super) fn put(value: RwSignal<Vec<String>>, at: usize, text: String) {
    value.update(|texts| {
        if texts.len() <= at {
            texts.resize(at + 1, String::new());
        }
        texts[at] = text;
    });
}
