//! The browser's own search in code lists: a web worker that holds an edition, so that an answer needs no network and the
//! page never waits for one (`crates/finder`).

use super::json;
use gaip_contract::finder::{Answer, Ask, SCRIPT, Told, What};
use gaip_domain::value::CodeList;
use js_sys::{Function, Promise};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{MessageEvent, Worker};

thread_local! {
    static FINDER: RefCell<Option<Finder>> = const { RefCell::new(None) };
}

struct Finder {
    worker: Worker,
    /// Questions that wait for the worker to hear; nothing once it does.
    unheard: Option<Vec<JsValue>>,
    /// How many questions were asked: their ids.
    asked: u32,
    /// Questions without an answer, each with what wakes who asked.
    waiting: Vec<(u32, Function)>,
    /// Answers that nobody has taken yet.
    answers: Vec<Told>,
    /// The edition of each list that was asked for, and whether it is there.
    editions: Vec<(CodeList, String, bool)>,
}

/// Begins to fetch an edition, unless that was begun before.
pub fn prepare(list: CodeList, edition: &str) {
    // There is no backend that an edition could be fetched from.
    #[cfg(feature = "gallery")]
    if super::stand_in::get().is_some() {
        return;
    }
    let begun = FINDER.with_borrow_mut(|finder| {
        if finder.is_none() {
            *finder = start();
        }
        let editions = finder.as_mut().map(|finder| &mut finder.editions)?;
        if editions.iter().any(|(known, name, _)| *known == list && name == edition) {
            return None;
        }
        editions.retain(|(known, ..)| *known != list);
        editions.push((list, edition.to_owned(), false));
        Some(edition.to_owned())
    });
    let Some(edition) = begun else { return };
    spawn_local(async move {
        if ask(list, What::Load(edition.clone())).await == Some(Answer::Loaded) {
            FINDER.with_borrow_mut(|finder| {
                let editions = finder.iter_mut().flat_map(|finder| finder.editions.iter_mut());
                for known in editions.filter(|known| known.0 == list && known.1 == edition) {
                    known.2 = true;
                }
            });
        }
    });
}

/// The worker's answer; nothing while the list's edition is not there, and where the worker has none.
pub async fn answer(list: CodeList, what: What) -> Option<Answer> {
    let ready = |finder: &Finder| finder.editions.iter().any(|(known, _, ready)| *known == list && *ready);
    if !FINDER.with_borrow(|finder| finder.as_ref().is_some_and(ready)) {
        return None;
    }
    ask(list, what).await.filter(|answer| *answer != Answer::Nothing)
}

async fn ask(list: CodeList, what: What) -> Option<Answer> {
    let (id, promise) = FINDER.with_borrow_mut(|finder| finder.as_mut()?.post(list, what))?;
    JsFuture::from(promise).await.ok()?;
    FINDER.with_borrow_mut(|finder| {
        let answers = &mut finder.as_mut()?.answers;
        let at = answers.iter().position(|told| told.id == id)?;
        Some(answers.swap_remove(at).answer)
    })
}

impl Finder {
    /// Asks; the promise is kept when the answer is there.
    fn post(&mut self, list: CodeList, what: What) -> Option<(u32, Promise)> {
        self.asked += 1;
        let id = self.asked;
        let text = JsValue::from_str(&serde_json::to_string(&Ask { id, list, what }).ok()?);
        match &mut self.unheard {
            Some(unheard) => unheard.push(text),
            None => self.worker.post_message(&text).ok()?,
        }
        let promise = Promise::new(&mut |wake, _| self.waiting.push((id, wake)));
        Some((id, promise))
    }

    fn hear(&mut self, told: Told) {
        if told.answer == Answer::Ready {
            for text in self.unheard.take().into_iter().flatten() {
                // A worker that cannot be told anything answers nothing.
                let _ = self.worker.post_message(&text);
            }
            return;
        }
        if let Some(at) = self.waiting.iter().position(|(id, _)| *id == told.id) {
            let (_, wake) = self.waiting.swap_remove(at);
            self.answers.push(told);
            // Whoever asked and has gone since hears nothing.
            let _ = wake.call0(&JsValue::NULL);
        }
    }
}

/// Starts the worker; nothing where the browser has none. If it fails later, every question gets no answer from then on.
fn start() -> Option<Finder> {
    let worker = Worker::new(SCRIPT).ok()?;
    let hear = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
        let told = event.data().as_string().and_then(|text| json::read::<Told>(&text));
        FINDER.with_borrow_mut(|finder| {
            if let (Some(finder), Some(told)) = (finder, told) {
                finder.hear(told);
            }
        });
    });
    let fail = Closure::<dyn Fn()>::new(|| {
        FINDER.with_borrow_mut(|finder| {
            for finder in finder.iter_mut() {
                finder.editions.iter_mut().for_each(|known| known.2 = false);
                for (_, wake) in finder.waiting.drain(..) {
                    let _ = wake.call0(&JsValue::NULL);
                }
            }
        });
    });
    worker.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    worker.set_onerror(Some(fail.as_ref().unchecked_ref()));
    // The worker lives as long as the page.
    hear.forget();
    fail.forget();
    Some(Finder {
        worker,
        unheard: Some(Vec::new()),
        asked: 0,
        waiting: Vec::new(),
        answers: Vec::new(),
        editions: Vec::new(),
    })
}
