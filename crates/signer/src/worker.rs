//! The worker's side of the conversation.

use crate::codepage::cp949;
use crate::desk::{Desk, Opening};
use crate::random::BrowserRandom;
use crate::{pick, store};
use gaip_contract::signer::{Answer, Ask, Fault, Told, What};
use gaip_npki::Password;
use js_sys::Array;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, WorkerGlobalScope};
use zeroize::Zeroizing;

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

/// Listens from now on.
pub fn start() {
    let hear = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| hear(&event.data()));
    scope().set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    spawn_local(async {
        let random = BrowserRandom::of(&global()).is_some();
        tell(0, Answer::Ready { random, store: store::is_there(&global()).await });
    });
}

fn hear(data: &JsValue) {
    let Some(message) = data.dyn_ref::<Array>() else { return };
    // A password may be in it.
    let Some(text) = message.get(0).as_string().map(Zeroizing::new) else { return };
    let Ok(Ask { id, what }) = serde_json::from_str::<Ask>(&text) else { return };
    let files: Vec<JsValue> = message.iter().skip(1).collect();
    spawn_local(async move { tell(id, answer(what, files).await) });
}

async fn answer(what: What, files: Vec<JsValue>) -> Answer {
    match what {
        What::Rules(rules) => {
            DESK.with_borrow_mut(|desk| desk.set_rules(rules));
            Answer::Done
        }
        What::Look { paths } => {
            let (read, cut) = pick::read(paths.into_iter().zip(files).collect()).await;
            Answer::Listed(DESK.with_borrow_mut(|desk| desk.look(read, cut, now())))
        }
        What::Kept => match store::all(&global()).await {
            Ok(items) => Answer::Listed(DESK.with_borrow_mut(|desk| desk.keep(items, now()))),
            Err(fault) => Answer::Failed(fault),
        },
        What::Open { entry, password, business_number } => {
            open(&entry, &Zeroizing::new(password), business_number.as_deref())
        }
        What::Sign { content, seal_key } => match BrowserRandom::of(&global()) {
            Some(mut random) => DESK.with_borrow(|desk| desk.sign(&content, &seal_key, now(), &mut random)),
            None => Answer::Failed(Fault::Silent),
        },
        What::Close => {
            DESK.with_borrow_mut(Desk::close);
            Answer::Done
        }
        What::Keep(id) => {
            let record = DESK.with_borrow(|desk| desk.item(&id).and_then(store::record));
            match record {
                Some((id, record)) => done(store::put(&global(), &id, &record).await),
                None => Answer::Failed(Fault::Gone),
            }
        }
        What::Delete(id) => {
            let id = DESK.with_borrow(|desk| desk.item(&id).filter(|item| item.kept).and_then(crate::Item::store_id));
            match id {
                Some(id) => done(store::delete(&global(), &id).await),
                None => Answer::Failed(Fault::Gone),
            }
        }
        What::CopyOut(id) => DESK.with_borrow(|desk| desk.copy_out(&id)),
    }
}

fn open(entry: &str, typed: &str, business_number: Option<&str>) -> Answer {
    let mut password = Password::new(typed);
    if let Some(octets) = cp949(typed) {
        password = password.with_cp949(octets);
    }
    let opening = Opening { entry, password: &password, business_number };
    DESK.with_borrow_mut(|desk| desk.open(&opening, now()))
}

fn done(result: Result<(), Fault>) -> Answer {
    result.map_or_else(Answer::Failed, |()| Answer::Done)
}

fn tell(id: u32, answer: Answer) {
    if let Ok(text) = serde_json::to_string(&Told { id, answer }) {
        // A page that has gone hears nothing.
        let _ = scope().post_message(&JsValue::from_str(&text));
    }
}

/// Seconds since 1970 by the clock of this computer; the server judges by its own.
fn now() -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "a time of our days fits many times")]
    let seconds = (js_sys::Date::now() / 1000.0) as i64;
    seconds
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn global() -> WorkerGlobalScope {
    js_sys::global().unchecked_into()
}
