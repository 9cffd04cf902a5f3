//! Which kinds of certificates a portal lists, and whether it takes them.

use crate::portals::Portals;
use crate::refusal::Outcome;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::CertificateRules;

/// The kinds that the portal names, and the others that are known.
pub fn rules(portals: &Portals, portal: &str) -> Outcome<CertificateRules> {
    let served = portals.get(portal).ok_or(ProblemCode::NotFound)?;
    let named = &served.portal.certificates.as_ref().ok_or(ProblemCode::NotFound)?.kinds;
    Ok(CertificateRules::of(portals.table(), named))
}
