//! The browser's hand with certificates: a web worker in which keys are opened and used (`crates/signer`). A password that
//! is told to it comes back in no answer.

use super::json;
use gaip_contract::signer::{Answer, Ask, Fault, SCRIPT, Told, What};
use js_sys::{Array, Function, Promise};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};

thread_local! {
    static SIGNER: RefCell<Option<Signer>> = const { RefCell::new(None) };
}

/// Longest wait for the worker's first word, in milliseconds.
const PATIENCE: u32 = 30_000;

struct Signer {
    worker: Worker,
    /// What it can do, once it has said so.
    ready: Option<Answer>,
    /// How many questions were asked: their ids.
    asked: u32,
    /// Questions without an answer, each with what wakes who asked. The first word answers the question 0.
    waiting: Vec<(u32, Function)>,
}

/// Starts the worker unless it runs, and says what it can do: [`Answer::Ready`], or that it is silent.
pub async fn start() -> Answer {
    #[cfg(feature = "gallery")]
    if super::stand_in::get().is_some() {
        return Answer::Ready { random: true, store: true };
    }
    let first = SIGNER.with_borrow_mut(|signer| {
        if signer.is_none() {
            *signer = begin();
        }
        let signer = signer.as_mut().ok_or(Answer::Failed(Fault::Silent))?;
        if let Some(ready) = &signer.ready { Err(ready.clone()) } else { Ok(signer.wait_for(0)) }
    });
    match first {
        Ok(first) => {
            gloo_timers::callback::Timeout::new(PATIENCE, || {
                if SIGNER.with_borrow(|signer| signer.as_ref().is_some_and(|signer| signer.ready.is_none())) {
                    give_up();
                }
            })
            .forget();
            answer_of(first).await
        }
        Err(known) => known,
    }
}

/// Asks the worker, which was started.
pub async fn ask(what: What) -> Answer {
    ask_about(what, &[]).await
}

/// Asks the worker about files.
pub async fn ask_about(what: What, files: &[JsValue]) -> Answer {
    #[cfg(feature = "gallery")]
    if let Some(stand_in) = super::stand_in::get() {
        return (stand_in.sign)(&what);
    }
    match SIGNER.with_borrow_mut(|signer| signer.as_mut()?.post(what, files)) {
        Some(promise) => answer_of(promise).await,
        None => Answer::Failed(Fault::Silent),
    }
}

async fn answer_of(promise: Promise) -> Answer {
    let text = JsFuture::from(promise).await.ok().and_then(|text| text.as_string());
    let told = text.and_then(|text| json::read::<Told>(&text));
    told.map_or(Answer::Failed(Fault::Silent), |told| told.answer)
}

impl Signer {
    fn post(&mut self, what: What, files: &[JsValue]) -> Option<Promise> {
        self.asked += 1;
        let id = self.asked;
        let text = serde_json::to_string(&Ask { id, what }).ok()?;
        let message = Array::of1(&JsValue::from_str(&text));
        for file in files {
            message.push(file);
        }
        self.worker.post_message(&message).ok()?;
        Some(self.wait_for(id))
    }

    fn wait_for(&mut self, id: u32) -> Promise {
        Promise::new(&mut |wake, _| self.waiting.push((id, wake)))
    }
}

fn begin() -> Option<Signer> {
    let worker = Worker::new(SCRIPT).ok()?;
    let hear = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| hear(&event.data()));
    let fail = Closure::<dyn Fn()>::new(give_up);
    worker.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    worker.set_onerror(Some(fail.as_ref().unchecked_ref()));
    // The worker lives as long as the page.
    hear.forget();
    fail.forget();
    Some(Signer { worker, ready: None, asked: 0, waiting: Vec::new() })
}

fn hear(data: &JsValue) {
    let Some(told) = data.as_string().and_then(|text| json::read::<Told>(&text)) else { return };
    let woken = SIGNER.with_borrow_mut(|signer| {
        let Some(signer) = signer else { return Vec::new() };
        if matches!(told.answer, Answer::Ready { .. }) {
            signer.ready = Some(told.answer.clone());
        }
        signer.waiting.extract_if(.., |(id, _)| *id == told.id).collect()
    });
    for (_, wake) in woken {
        // Whoever asked and has gone since hears nothing.
        let _ = wake.call1(&JsValue::NULL, data);
    }
}

/// The worker failed: nobody waits for it any longer, and the next start begins another one.
fn give_up() {
    let gone = SIGNER.with_borrow_mut(Option::take);
    let Some(signer) = gone else { return };
    signer.worker.terminate();
    for (_, wake) in signer.waiting {
        let _ = wake.call0(&JsValue::NULL);
    }
}
