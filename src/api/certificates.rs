//! What a backend says of certificates, and what is asked of it to sign.

use super::{Failure, Reply, send};
use gaip_contract::bodies::{AskChallenge, CertificateRule, ChallengePurpose, Empty};
use gaip_contract::endpoints::{GetCertificateRules, PostChallenge};
use std::cell::RefCell;

thread_local! {
    /// The kinds of the portal that was asked last.
    static RULES: RefCell<Option<(String, Vec<CertificateRule>)>> = const { RefCell::new(None) };
}

/// The kinds of certificates of a portal, asked once for each life of the page.
pub async fn rules(portal: &str) -> Result<Vec<CertificateRule>, Failure> {
    let known =
        RULES.with_borrow(|rules| rules.as_ref().filter(|(id, _)| id == portal).map(|(_, kinds)| kinds.clone()));
    if let Some(kinds) = known {
        return Ok(kinds);
    }
    let kinds = send::<GetCertificateRules>(&[portal], &Empty {}).await?.kinds;
    RULES.set(Some((portal.to_owned(), kinds.clone())));
    Ok(kinds)
}

/// Something to sign, once and soon.
pub async fn challenge(portal: &str, purpose: ChallengePurpose) -> Reply<PostChallenge> {
    send::<PostChallenge>(&[portal], &AskChallenge { purpose }).await
}
