//! What may stand in the place of the network in the gallery, so that a designer needs no backend. Nothing of it is in
//! the production bundle.

use super::{Call, Failure};
use gaip_contract::Method;
use gaip_contract::signer::{Answer, What};
use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;

/// A request as it would have been sent.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The endpoint's method.
    pub method: Method,
    /// The endpoint's path, its `{names}` not filled.
    pub path: &'static str,
    /// What fills them.
    pub parts: Vec<String>,
    /// Query parameters.
    pub query: Vec<(String, String)>,
    /// Headers of the request's own.
    pub headers: Vec<(String, String)>,
    /// The JSON body; empty where there is none.
    pub body: String,
    /// How many raw bytes were to be sent.
    pub bytes: u64,
}

/// An answer that may take its time.
pub type Answering = Pin<Box<dyn Future<Output = Result<String, Failure>>>>;

/// Whoever answers instead.
#[derive(Clone, Copy)]
pub struct StandIn {
    /// Answers a request.
    pub exchange: fn(Asked) -> Answering,
    /// Answers what is asked of the hand with certificates.
    pub sign: fn(&What) -> Answer,
}

thread_local! {
    static STAND_IN: Cell<Option<StandIn>> = const { Cell::new(None) };
}

/// Somebody stands in for the network from now on; nobody for `None`.
pub fn set(stand_in: Option<StandIn>) {
    STAND_IN.set(stand_in);
}

/// Who stands in for the network.
pub fn get() -> Option<StandIn> {
    STAND_IN.get()
}

impl Asked {
    pub(super) fn new(method: Method, path: &'static str, call: &Call<'_>, body: String, bytes: u64) -> Self {
        let pairs = |pairs: &[(&str, &str)]| {
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        Self {
            method,
            path,
            parts: call.parts.iter().map(|part| (*part).to_owned()).collect(),
            query: pairs(call.query),
            headers: pairs(call.headers),
            body,
            bytes,
        }
    }
}
