//! Certificates that a person keeps in the browser: each as it was found, its key closed. Nothing is decrypted here, and
//! nothing comes here but by the person's own act.

use crate::item::{Content, Item};
use gaip_contract::signer::Fault;
use gaip_npki::certificate::Certificate;
use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransactionMode, WorkerGlobalScope,
};

const DATABASE: &str = "gaip-certificates";
const STORE: &str = "kept";

/// Whether this browser keeps anything for the site.
pub async fn is_there(scope: &WorkerGlobalScope) -> bool {
    open(scope).await.map(|database| database.close()).is_ok()
}

/// Keeps an item, in the place of the same certificate kept before.
pub async fn put(scope: &WorkerGlobalScope, id: &str, record: &JsValue) -> Result<(), Fault> {
    let id = JsValue::from_str(id);
    act(scope, IdbTransactionMode::Readwrite, |store| store.put_with_key(record, &id)).await.map(drop)
}

/// Deletes an item.
pub async fn delete(scope: &WorkerGlobalScope, id: &str) -> Result<(), Fault> {
    let id = JsValue::from_str(id);
    act(scope, IdbTransactionMode::Readwrite, |store| store.delete(&id)).await.map(drop)
}

/// Everything that is kept. What cannot be read any more is passed over.
pub async fn all(scope: &WorkerGlobalScope) -> Result<Vec<Item>, Fault> {
    let records = act(scope, IdbTransactionMode::Readonly, IdbObjectStore::get_all).await?;
    Ok(Array::from(&records).iter().filter_map(|record| item(&record)).collect())
}

/// An item as it is kept: name, certificate, key, PFX file; what it has not is undefined.
pub fn record(item: &Item) -> Option<(String, JsValue)> {
    let bytes = |bytes: &[u8]| JsValue::from(Uint8Array::from(bytes));
    let certificate = bytes(item.certificate()?.der());
    let (key, file) = match &item.content {
        Content::Pair { key, .. } => (bytes(key.as_ref()?), JsValue::UNDEFINED),
        Content::Pfx { file, .. } => (JsValue::UNDEFINED, bytes(file)),
    };
    let record = Array::of4(&JsValue::from_str(&item.name), &certificate, &key, &file);
    Some((item.store_id()?, record.into()))
}

fn item(record: &JsValue) -> Option<Item> {
    let record = Array::from(record);
    let bytes = |at| record.get(at).dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec());
    let certificate = Box::new(Certificate::parse(&bytes(1)?).ok()?);
    let content = match (bytes(2), bytes(3)) {
        (Some(key), _) => Content::Pair { certificate, key: Some(key) },
        (None, Some(file)) => Content::Pfx { file, certificate: Some(certificate) },
        (None, None) => return None,
    };
    let mut item = Item { id: String::new(), name: record.get(0).as_string()?, content, kept: true };
    item.id = ["kept-", &item.store_id()?].concat();
    Some(item)
}

async fn act(
    scope: &WorkerGlobalScope,
    mode: IdbTransactionMode,
    ask: impl FnOnce(&IdbObjectStore) -> Result<IdbRequest, JsValue>,
) -> Result<JsValue, Fault> {
    let database = open(scope).await.map_err(|_| Fault::Storage)?;
    let asked =
        database.transaction_with_str_and_mode(STORE, mode).and_then(|transaction| transaction.object_store(STORE));
    let answer = match asked.and_then(|store| ask(&store)) {
        Ok(request) => JsFuture::from(promise(&request)).await,
        Err(error) => Err(error),
    };
    database.close();
    answer.map_err(|_| Fault::Storage)
}

async fn open(scope: &WorkerGlobalScope) -> Result<IdbDatabase, JsValue> {
    // Where a browser has none, asking is refused or gives nothing.
    let factory = Reflect::get(scope, &"indexedDB".into())?.dyn_into::<IdbFactory>()?;
    let request: IdbOpenDbRequest = factory.open_with_u32(DATABASE, 1)?;
    let fresh = request.clone();
    let make = Closure::once_into_js(move || {
        if let Ok(database) = fresh.result().and_then(JsCast::dyn_into::<IdbDatabase>) {
            // Without it every later request is refused, which is told.
            let _ = database.create_object_store(STORE);
        }
    });
    request.set_onupgradeneeded(Some(make.unchecked_ref()));
    JsFuture::from(promise(&request)).await?.dyn_into()
}

/// A promise of an older interface that calls back.
fn promise(request: &IdbRequest) -> Promise {
    Promise::new(&mut |good, bad| {
        let answered = request.clone();
        let success = Closure::once_into_js(move || {
            let result = answered.result().unwrap_or(JsValue::UNDEFINED);
            let _ = good.call1(&JsValue::NULL, &result);
        });
        let failure = Closure::once_into_js(move || drop(bad.call0(&JsValue::NULL)));
        request.set_onsuccess(Some(success.unchecked_ref()));
        request.set_onerror(Some(failure.unchecked_ref()));
    })
}
