//! What a proof shows: whose signature it is over the challenge, and whether the certificate counts at this portal.

use super::{folder::Authorities, seal};
use crate::app::AppState;
use crate::clock::{SECOND, korean_day};
use crate::portals::Served;
use crate::random::hex;
use crate::refusal::Outcome;
use crate::store::Bond;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{CertificateTaken, Proof};
use gaip_domain::facts::CertificateEvidence;
use gaip_domain::portal::{CertificateKind, CertificateTable};
use gaip_domain::value::BusinessNumber;
use gaip_npki::certificate::Certificate;
use gaip_npki::chain::{self, ChainError, Policies};
use gaip_npki::cms::{SignatureError, SignedData};
use gaip_npki::key::Random as OwnersRandom;
use gaip_npki::owner::{self, Ownership};

/// Most characters of a signature; one with two certificates has four thousand.
const SIGNATURE: usize = 64 * 1024;

/// What a proof shows, before it is asked whose certificate it is.
pub struct Shown {
    certificate: Certificate,
    evidence: CertificateEvidence,
    random: Option<OwnersRandom>,
}

impl Shown {
    /// SHA-256 of the certificate in hexadecimal.
    pub fn fingerprint(&self) -> &str {
        &self.evidence.fingerprint
    }

    /// The evidence, if the certificate is this company's: its virtual id is made again from the number that is known
    /// here and the random number of the key.
    pub fn of_company(self, number: &BusinessNumber) -> Outcome<CertificateEvidence> {
        let random = self.random.ok_or(ProblemCode::CertificateOwnerUnproved)?;
        match owner::prove(&self.certificate, number.as_str(), &random) {
            Ownership::Proven => Ok(self.evidence),
            Ownership::Other => Err(ProblemCode::CertificateOtherCompany.into()),
            Ownership::Unprovable => Err(ProblemCode::CertificateOwnerUnproved.into()),
        }
    }
}

/// Uses a challenge, and judges the proof over it at the server's time.
pub async fn take_and_show(app: &AppState, bond: &Bond, proof: &Proof) -> Outcome<Shown> {
    let served = app.portals.get(&bond.portal).ok_or(ProblemCode::ChallengeGone)?;
    let challenge = super::challenge::take(app, &proof.challenge, bond).await?;
    let certificate = signer(&proof.signature, &challenge.content)?;
    let now = app.clock.now();
    let authorities = app.trust.now(now).await;
    let table = app.portals.table();
    let (issuers, policies) = chain_of(&certificate, &authorities, now / SECOND, table)?;
    let (kind, policy) = kind(table, served, &policies)?;
    // The certificate, and every authority but the trusted one itself.
    let links = std::iter::once(&certificate).chain(issuers.iter().copied()).zip(issuers.iter().copied());
    for (link, issuer) in links {
        app.fetched.check(&authorities, link, issuer, now).await.map_err(|code| {
            let of_authority = link.is_ca() && code != ProblemCode::RevocationUnavailable;
            if of_authority { ProblemCode::CertificateAuthority } else { code }
        })?;
    }
    let evidence = CertificateEvidence {
        kind: kind.id.clone(),
        owner: certificate.display_name().to_owned(),
        subject: certificate.subject().to_string(),
        issuer: certificate.issuer().to_string(),
        serial: certificate.serial(),
        policy,
        fingerprint: hex(&certificate.fingerprint()),
        valid_until: korean_day(certificate.not_after().saturating_mul(SECOND)).to_string(),
    };
    let random = proof.sealed_random.as_deref().and_then(|sealed| seal::open(&challenge, sealed));
    Ok(Shown { certificate, evidence, random })
}

/// The certificate whose key signed exactly this text.
fn signer(signature: &str, content: &str) -> Result<Certificate, ProblemCode> {
    if signature.len() > SIGNATURE {
        return Err(ProblemCode::SignatureWrong);
    }
    let der = URL_SAFE_NO_PAD.decode(signature).map_err(|_| ProblemCode::SignatureWrong)?;
    let message = SignedData::parse(&der);
    let signer = message.as_ref().map_err(|error| *error).and_then(|message| message.verify(content.as_bytes()));
    signer.cloned().map_err(|error| match error {
        SignatureError::NoCertificate
        | SignatureError::AmbiguousCertificate
        | SignatureError::WeakAlgorithm
        | SignatureError::UnsupportedAlgorithm => ProblemCode::CertificateBroken,
        _ => ProblemCode::SignatureWrong,
    })
}

/// The authorities up to one that is trusted, and the policies that all of them permit.
fn chain_of<'a>(
    certificate: &'a Certificate,
    authorities: &'a Authorities,
    at: i64,
    table: &CertificateTable,
) -> Result<(Vec<&'a Certificate>, Vec<String>), ProblemCode> {
    let found = chain::verify(certificate, &authorities.intermediates, &authorities.anchors, at, Policies::Any);
    let report = found.map_err(|error| match error {
        ChainError::NotYetValid => ProblemCode::CertificateNotYetValid,
        ChainError::Expired => ProblemCode::CertificateExpired,
        ChainError::WeakAlgorithm | ChainError::UnknownCritical(_) | ChainError::NotForSigning => {
            ProblemCode::CertificateBroken
        }
        ChainError::PolicyNotAccepted => ProblemCode::CertificateKind,
        // What it says of itself is not proved, but tells best why it is refused.
        _ if says_ended(certificate, table) => ProblemCode::CertificateAuthorityEnded,
        _ => ProblemCode::CertificateAuthority,
    })?;
    Ok((report.authorities, report.policies.iter().map(ToString::to_string).collect()))
}

fn says_ended(certificate: &Certificate, table: &CertificateTable) -> bool {
    let organization = certificate.issuer().organization().unwrap_or_default();
    table.authorities.iter().any(|authority| authority.ended && authority.organization == organization)
}

/// The kind that one of the policies makes, if the portal takes it; else the refusal that says most.
fn kind<'a>(
    table: &'a CertificateTable,
    served: &Served,
    policies: &[String],
) -> Result<(&'a CertificateKind, String), ProblemCode> {
    let named = served.portal.certificates.as_ref().map_or(&[][..], |taken| &taken.kinds);
    let mut refusal = ProblemCode::CertificateKind;
    for policy in policies {
        let Some(kind) = table.kind_of(policy) else { continue };
        match CertificateTaken::of(table, named, kind) {
            CertificateTaken::Yes => return Ok((kind, policy.clone())),
            CertificateTaken::Personal => refusal = ProblemCode::CertificatePersonal,
            CertificateTaken::Ended => refusal = ProblemCode::CertificateAuthorityEnded,
            CertificateTaken::No => {}
        }
    }
    Err(refusal)
}
