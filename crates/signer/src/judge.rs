//! Whether a certificate can be used here, and what people are told of it.

use crate::day::{DAY, day};
use crate::item::Item;
use gaip_contract::bodies::{CertificateRule, CertificateTaken};
use gaip_contract::signer::{Details, Entry, State};
use gaip_npki::certificate::Certificate;

/// Days before the end from which the end is told.
const SOON: i64 = 30;

/// What the page is told of an item at a second.
pub fn entry(item: &Item, rules: &[CertificateRule], now: i64) -> Entry {
    let certificate = item.certificate();
    let state = certificate.map_or(State::Locked, |certificate| state(certificate, item.has_key(), rules, now));
    Entry {
        id: item.id.clone(),
        name: item.name.clone(),
        certificate: certificate.map(|certificate| details(certificate, rules)),
        state,
        kept: item.kept,
    }
}

fn details(certificate: &Certificate, rules: &[CertificateRule]) -> Details {
    let issuer = certificate.issuer();
    Details {
        kind: rule(certificate, rules).map(|rule| rule.id.clone()),
        owner: certificate.display_name().to_owned(),
        issuer: issuer.organization().or(issuer.common_name()).unwrap_or_default().to_owned(),
        subject_name: certificate.subject().to_string(),
        issuer_name: issuer.to_string(),
        serial: certificate.serial(),
        policies: certificate.policies().iter().map(ToString::to_string).collect(),
        from: day(certificate.not_before()),
        until: day(certificate.not_after()),
    }
}

fn state(certificate: &Certificate, has_key: bool, rules: &[CertificateRule], now: i64) -> State {
    if now > certificate.not_after() {
        return State::Expired;
    }
    if now < certificate.not_before() {
        return State::NotYetValid;
    }
    match rule(certificate, rules).map(|rule| rule.taken) {
        Some(CertificateTaken::Yes) => {}
        Some(CertificateTaken::Ended) => return State::AuthorityEnded,
        Some(CertificateTaken::Personal) => return State::Personal,
        Some(CertificateTaken::No) | None => return State::KindNotTaken,
    }
    let days = (certificate.not_after() - now) / DAY;
    match u32::try_from(days) {
        _ if !has_key => State::KeyMissing,
        Ok(days) if i64::from(days) <= SOON => State::EndsSoon(days),
        _ => State::Usable,
    }
}

/// The kind by whichever of all policies says most; whole OIDs are compared.
fn rule<'a>(certificate: &Certificate, rules: &'a [CertificateRule]) -> Option<&'a CertificateRule> {
    let policies: Vec<String> = certificate.policies().iter().map(ToString::to_string).collect();
    let known = rules.iter().filter(|rule| rule.policies.iter().any(|policy| policies.contains(policy)));
    known.min_by_key(|rule| match rule.taken {
        CertificateTaken::Yes => 0,
        CertificateTaken::Ended => 1,
        CertificateTaken::Personal => 2,
        CertificateTaken::No => 3,
    })
}
