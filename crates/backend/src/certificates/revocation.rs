//! Whether certificates were revoked. Without a list in force the answer is that it cannot be found out.

use super::folder::Authorities;
use crate::clock::{MINUTE, Millis};
use crate::providers::lists::Lists;
use gaip_contract::ProblemCode;
use gaip_npki::certificate::{Certificate, GeneralName};
use gaip_npki::revocation::{Crl, Status};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// A list that could not be fetched is not asked for again before this time.
const RETRY: Millis = MINUTE;
/// Lists that are kept; partitions of all authorities are some thousands, of which a portal sees few at a time.
const MOST: usize = 256;

/// Lists that were fetched over HTTP, each until there is a newer one.
pub struct Fetched {
    lists: Box<dyn Lists>,
    kept: Mutex<HashMap<String, Kept>>,
}

#[derive(Clone)]
struct Kept {
    list: Option<Arc<Crl>>,
    until: Millis,
}

impl Fetched {
    /// None yet.
    pub fn new(lists: Box<dyn Lists>) -> Self {
        Self { lists, kept: Mutex::default() }
    }

    /// The list at an address that a trusted authority wrote into a certificate.
    async fn get(&self, url: &str, now: Millis) -> Option<Arc<Crl>> {
        let kept = || self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = kept().get(url).filter(|known| now < known.until) {
            return known.list.clone();
        }
        let list = self.lists.fetch(url).await.and_then(|bytes| Crl::parse(&bytes).ok()).map(Arc::new);
        let until = list.as_ref().and_then(|list| list.next_update()).map_or(now + RETRY, |next| next * 1000);
        let mut kept = kept();
        if kept.len() >= MOST {
            kept.retain(|_, known| now < known.until);
        }
        if kept.len() < MOST {
            kept.insert(url.to_owned(), Kept { list: list.clone(), until: until.max(now + RETRY) });
        }
        list
    }

    /// Refuses a certificate that its authority revoked or put on hold, or of which it cannot be found out.
    pub async fn check(
        &self,
        authorities: &Authorities,
        certificate: &Certificate,
        issuer: &Certificate,
        now: Millis,
    ) -> Result<(), ProblemCode> {
        // The operator put the authorities in between there, and takes them away; a list about them is asked if there is one.
        let vouched = certificate.is_ca() && !authorities.incomplete;
        if vouched && !authorities.lists.iter().any(|list| list.issuer() == certificate.issuer()) {
            return Ok(());
        }
        let said = |list: &Crl| list.verify(issuer, now / 1000).and_then(|current| current.status(certificate)).ok();
        // The newest first, so that a hold that was lifted is one no more.
        let of_issuer = authorities.lists.iter().filter(|list| list.issuer() == certificate.issuer());
        if let Some(status) = of_issuer.into_iter().find_map(said) {
            return judged(status);
        }
        for point in certificate.crl_points() {
            let GeneralName::Uri(url) = point else { continue };
            let status = self.get(url, now).await.and_then(|list| said(&list));
            if let Some(status) = status {
                return judged(status);
            }
        }
        Err(ProblemCode::RevocationUnavailable)
    }
}

fn judged(status: Status) -> Result<(), ProblemCode> {
    match status {
        Status::Good => Ok(()),
        Status::Hold { .. } => Err(ProblemCode::CertificateOnHold),
        Status::Revoked { .. } => Err(ProblemCode::CertificateRevoked),
    }
}
