//! From what the page posts to bytes: files as they are, folders walked here, so that the page goes on meanwhile.

use crate::files::{FoundFile, worth_reading};
use gaip_contract::signer::{FILES, Fault};
use js_sys::{Function, Promise, Reflect, Uint8Array};
use std::collections::VecDeque;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// The files that are worth reading, and whether there were more than are looked at.
pub async fn read(picked: Vec<(String, JsValue)>) -> (Vec<FoundFile>, bool) {
    let mut queue = VecDeque::from(picked);
    let mut found = Vec::new();
    let mut seen = 0;
    while let Some((path, what)) = queue.pop_front() {
        if let Some(file) = what.dyn_ref::<File>() {
            seen += 1;
            if seen > FILES {
                return (found, true);
            }
            if let Some(content) = content(&path, file).await {
                found.push(FoundFile { path, content });
            }
        } else if text(&what, "kind").as_deref() == Some("file") {
            match call(&what, "getFile").await {
                Ok(file) => queue.push_front((path, file)),
                Err(_) => found.push(FoundFile { path, content: Err(Fault::Gone) }),
            }
        } else {
            for entry in below(&what).await {
                let name = text(&entry, "name").unwrap_or_default();
                queue.push_back(([path.as_str(), "/", &name].concat(), entry));
            }
        }
    }
    (found, false)
}

async fn content(path: &str, file: &File) -> Option<Result<Vec<u8>, Fault>> {
    if let Err(fault) = worth_reading(path, file.size())? {
        return Some(Err(fault));
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    Some(buffer.map(|buffer| Uint8Array::new(&buffer).to_vec()).map_err(|_| Fault::Gone))
}

/// What is in a folder, at most as much as is looked at.
async fn below(folder: &JsValue) -> Vec<JsValue> {
    let mut found = Vec::new();
    let Ok(entries) = function(folder, "values").and_then(|values| values.call0(folder)) else { return found };
    while found.len() <= FILES {
        let Ok(next) = call(&entries, "next").await else { return found };
        if Reflect::get(&next, &"done".into()).is_ok_and(|done| done.is_truthy()) {
            return found;
        }
        match Reflect::get(&next, &"value".into()) {
            Ok(entry) => found.push(entry),
            Err(_) => return found,
        }
    }
    found
}

/// Calls a method that gives a promise.
async fn call(of: &JsValue, method: &str) -> Result<JsValue, JsValue> {
    let promise = function(of, method)?.call0(of)?;
    JsFuture::from(promise.dyn_into::<Promise>()?).await
}

fn function(of: &JsValue, name: &str) -> Result<Function, JsValue> {
    Reflect::get(of, &name.into())?.dyn_into()
}

fn text(of: &JsValue, name: &str) -> Option<String> {
    Reflect::get(of, &name.into()).ok()?.as_string()
}
