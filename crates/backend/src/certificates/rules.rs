//! Which kinds of certificates a portal lists, and whether it takes them.

use crate::portals::Portals;
use crate::refusal::Outcome;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{CertificateRule, CertificateRules, CertificateTaken};
use gaip_domain::portal::{CertificateKind, CertificateTable};

/// The kinds that the portal names, in its order, and then the others that are known, so that each can be recognised.
pub fn rules(portals: &Portals, portal: &str) -> Outcome<CertificateRules> {
    let served = portals.get(portal).ok_or(ProblemCode::NotFound)?;
    let named = &served.portal.certificates.as_ref().ok_or(ProblemCode::NotFound)?.kinds;
    let table = portals.table();
    let listed = named.iter().filter_map(|id| table.kind(id));
    let others = table.kinds.iter().filter(|kind| !named.contains(&kind.id));
    let kinds = listed.chain(others).filter_map(|kind| rule(table, named, kind)).collect();
    Ok(CertificateRules { kinds })
}

/// Whether a kind proves a company at a portal that names these kinds.
pub fn taken(table: &CertificateTable, named: &[String], kind: &CertificateKind) -> CertificateTaken {
    if kind.personal {
        CertificateTaken::Personal
    } else if table.authority(&kind.authority).is_none_or(|authority| authority.ended) {
        CertificateTaken::Ended
    } else if named.contains(&kind.id) {
        CertificateTaken::Yes
    } else {
        CertificateTaken::No
    }
}

fn rule(table: &CertificateTable, named: &[String], kind: &CertificateKind) -> Option<CertificateRule> {
    let authority = table.authority(&kind.authority)?;
    Some(CertificateRule {
        id: kind.id.clone(),
        name: kind.name.clone(),
        authority: authority.name.clone(),
        organization: authority.organization.clone(),
        policies: kind.policies.clone(),
        taken: taken(table, named, kind),
    })
}
