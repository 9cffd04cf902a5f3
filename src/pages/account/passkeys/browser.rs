//! Passkeys in the browser: whether it knows them, making one, using one (Web Authentication level 3, section 5.1).

use super::Trouble;
use crate::api::json;
use crate::i18n::lang;
use gaip_contract::bodies::{MadePasskey, PasskeyCreation, PasskeyRequest, UsedPasskey};
use js_sys::{Function, JSON, Object, Promise, Reflect};
use leptos::prelude::window;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortSignal;

const CREATE: Act = Act { reads: "parseCreationOptionsFromJSON", name: "create" };
const GET: Act = Act { reads: "parseRequestOptionsFromJSON", name: "get" };

/// A function of the browser, and the one that reads what it takes.
struct Act {
    reads: &'static str,
    name: &'static str,
}

/// Whether this browser has passkeys, and reads what the backend sends. Pages without TLS have none, but for localhost, nor
/// have pages whose host is a number.
pub fn supported() -> bool {
    cfg!(target_arch = "wasm32")
        && window().location().hostname().is_ok_and(|host| !is_number(&host))
        && class().is_some_and(|class| [CREATE, GET].iter().all(|act| function(&class, act.reads).is_some()))
}

/// Makes a passkey, until the signal says that nobody waits any more.
pub async fn create(options: &PasskeyCreation, until: &AbortSignal) -> Result<MadePasskey, Trouble> {
    ask(CREATE, options, until).await
}

/// Uses a passkey that the person chooses.
pub async fn get(options: &PasskeyRequest, until: &AbortSignal) -> Result<UsedPasskey, Trouble> {
    ask(GET, options, until).await
}

fn is_number(host: &str) -> bool {
    host.contains(':') || host.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

async fn ask<T: DeserializeOwned>(act: Act, options: &impl Serialize, until: &AbortSignal) -> Result<T, Trouble> {
    let promise = begin(act, options, until).ok_or(Trouble::Failed)?;
    let credential = JsFuture::from(promise).await.map_err(|error| trouble(&error))?;
    let text = function(&credential, "toJSON").and_then(|to_json| {
        let object = to_json.call0(&credential).ok()?;
        JSON::stringify(&object).ok()
    });
    text.and_then(|text| json::read(&String::from(text))).ok_or(Trouble::Failed)
}

fn begin(act: Act, options: &impl Serialize, until: &AbortSignal) -> Option<Promise> {
    let class = class()?;
    let options = JSON::parse(&serde_json::to_string(options).ok()?).ok()?;
    let options = function(&class, act.reads)?.call1(&class, &options).ok()?;
    let request = Object::new();
    Reflect::set(&request, &"publicKey".into(), &options).ok()?;
    Reflect::set(&request, &"signal".into(), until).ok()?;
    let credentials = Reflect::get(&window().navigator(), &"credentials".into()).ok()?;
    function(&credentials, act.name)?.call1(&credentials, &request).ok()?.dyn_into().ok()
}

fn class() -> Option<JsValue> {
    let class = Reflect::get(&window(), &"PublicKeyCredential".into()).ok()?;
    class.is_function().then_some(class)
}

fn function(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

/// Browsers say no more than they must: who turned back and who ran out of time look alike.
fn trouble(error: &JsValue) -> Trouble {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("NotAllowedError" | "AbortError") => Trouble::Cancelled,
        Some("InvalidStateError") => Trouble::Known,
        _ => Trouble::Failed,
    }
}

/// Today in Korea in digits; nothing where there is no browser.
pub fn today() -> String {
    if !cfg!(target_arch = "wasm32") {
        return String::new();
    }
    let options = Object::new();
    for (name, value) in [("dateStyle", "medium"), ("timeZone", "Asia/Seoul")] {
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    js_sys::Date::new_0().to_locale_date_string(lang().tag(), &options).into()
}
