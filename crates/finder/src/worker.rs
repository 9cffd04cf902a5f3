//! The worker's side of the conversation.

use crate::finder::Finder;
use gaip_contract::endpoints::{GetEdition, path};
use gaip_contract::finder::{Answer, Ask, Told, What};
use gaip_domain::value::CodeList;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Response};

thread_local! {
    static FINDER: RefCell<Finder> = RefCell::default();
}

/// Listens from now on.
pub fn start() {
    let hear = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
        let ask = event.data().as_string().and_then(|text| serde_json::from_str::<Ask>(&text).ok());
        if let Some(ask) = ask {
            hear(ask);
        }
    });
    scope().set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    tell(0, Answer::Ready);
}

fn hear(Ask { id, list, what }: Ask) {
    let What::Load(edition) = what else {
        return tell(id, FINDER.with_borrow(|finder| finder.answer(list, what)));
    };
    spawn_local(async move {
        let packed = fetch(list, &edition).await.ok();
        let loaded = packed.is_some_and(|packed| FINDER.with_borrow_mut(|finder| finder.load(list, edition, &packed)));
        tell(id, if loaded { Answer::Loaded } else { Answer::Nothing });
    });
}

async fn fetch(list: CodeList, edition: &str) -> Result<String, JsValue> {
    let response = JsFuture::from(scope().fetch_with_str(&path::<GetEdition>(&[list.as_str(), edition]))).await?;
    let response: Response = response.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    let text = JsFuture::from(response.text()?).await?;
    text.as_string().ok_or(JsValue::NULL)
}

fn tell(id: u32, answer: Answer) {
    if let Ok(text) = serde_json::to_string(&Told { id, answer }) {
        // A page that has gone hears nothing.
        let _ = scope().post_message(&JsValue::from_str(&text));
    }
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}
