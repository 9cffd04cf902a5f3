//! Saves what is typed within two seconds of the last key, again when the line comes back, and when the page goes.

use super::draft::Draft;
use crate::api;
use crate::i18n::words;
use gaip_contract::bodies::SaveInput;
use gaip_contract::endpoints::PutInput;
use gaip_domain::facts::StepInput;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Milliseconds after the last key.
const PAUSE: u32 = 700;
/// Milliseconds until a failed save is tried again.
const RETRY: u32 = 3_000;

/// How far saving is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Saving {
    /// Nothing was typed yet.
    Idle,
    /// Something is on its way.
    Busy,
    /// Everything typed is stored by the backend.
    Saved,
    /// The backend was not reached; it will be tried again.
    Failed,
}

impl Draft {
    /// Input of a step has changed.
    pub fn touch(self, step: &'static str) {
        self.unsaved.update_value(|unsaved| {
            unsaved.insert(step.to_owned());
        });
        self.save_after(PAUSE);
    }

    fn save_after(self, pause: u32) {
        let touch = self.touches.try_update_value(|touches| {
            *touches += 1;
            *touches
        });
        spawn_local(async move {
            TimeoutFuture::new(pause).await;
            if self.touches.try_get_value() == touch {
                self.save().await;
            }
        });
    }

    /// Saves every step that is not saved yet.
    pub async fn save(self) {
        // The page may be gone while this waits; its signals then answer nothing.
        while let Some(step) = self.unsaved.try_update_value(std::collections::BTreeSet::pop_first).flatten() {
            self.saving.try_set(Saving::Busy);
            let [portal, journey] = self.parts();
            let body = SaveInput { input: self.input(&step).get_untracked() };
            let result = api::send::<PutInput>(&[portal, journey, &step], &body).await;
            if self.trouble.is_disposed() {
                return;
            }
            let Err(failure) = result else {
                self.stored.update_value(|stored| {
                    stored.insert(step, body.input);
                });
                continue;
            };
            self.unsaved.update_value(|unsaved| {
                unsaved.insert(step);
            });
            if self.absorb(failure).is_none() {
                return;
            }
            self.saving.set(Saving::Failed);
            return self.save_after(RETRY);
        }
        if self.saving.try_get_untracked() == Some(Saving::Busy) {
            self.saving.set(Saving::Saved);
        }
    }

    /// Forgets that a step is unsaved: its answer is on its way and carries the input.
    pub fn carried(self, step: &str) {
        self.unsaved.update_value(|unsaved| {
            unsaved.remove(step);
        });
    }

    /// What was typed here and is not stored: fields that differ from what the backend took last.
    pub fn not_stored(self) -> Vec<(String, StepInput)> {
        let steps = self.unsaved.get_value();
        steps
            .into_iter()
            .map(|step| {
                let typed = self.input(&step).get_untracked();
                let stored = self.stored.with_value(|stored| stored.get(&step).cloned()).unwrap_or_default();
                let fields = typed.fields.iter().filter(|(name, value)| stored.fields.get(*name) != Some(value));
                let mut rest = StepInput::default();
                for (name, value) in fields {
                    rest.fields.insert(name.clone(), value.clone());
                }
                if typed.products != stored.products {
                    rest.products = typed.products;
                }
                (step, rest)
            })
            .collect()
    }

    /// Puts what an earlier holding of this tab could not store over what the backend has, and saves it.
    pub fn put_over(self, rest: Vec<(String, StepInput)>) {
        for (id, rest) in rest {
            let Some(step) = self.journey.step(&id) else { continue };
            self.input(&id).update(|input| {
                input.fields.extend(rest.fields);
                if !rest.products.is_empty() {
                    input.products = rest.products;
                }
            });
            self.touch(&step.id);
        }
    }

    /// Saves when the page is hidden or goes away, and when the line comes back.
    pub fn save_when_leaving(self) {
        let leave = move || {
            for step in self.unsaved.try_get_value().unwrap_or_default() {
                let [portal, journey] = self.parts();
                let body = SaveInput { input: self.input(&step).get_untracked() };
                api::send_last::<PutInput>(&[portal, journey, &step], &body);
            }
        };
        let hidden = window_event_listener(leptos::ev::visibilitychange, move |_| {
            if document().hidden() {
                leave();
            }
        });
        let leaving = window_event_listener(leptos::ev::pagehide, move |_| leave());
        let online = window_event_listener(leptos::ev::online, move |_| self.save_after(0));
        on_cleanup(move || {
            hidden.remove();
            leaving.remove();
            online.remove();
        });
    }
}

/// Says whether what was typed is stored.
#[component]
pub fn SavingLine(
    /// How far saving is.
    saving: RwSignal<Saving>,
) -> impl IntoView {
    let words = &words().signup;
    let line = move || match saving.get() {
        Saving::Idle => "",
        Saving::Busy => words.saving,
        Saving::Saved => words.saved,
        Saving::Failed => words.save_failed,
    };
    view! {
        <p class="saving" class:saving--failed=move || saving.get() == Saving::Failed role="status">
            {line}
        </p>
    }
}
