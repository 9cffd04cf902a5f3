//! What a proof shows.

use crate::app::AppState;
use crate::random::Random;
use crate::refusal::Outcome;
use crate::store::Bond;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::Proof;
use gaip_domain::facts::CertificateEvidence;
use gaip_domain::value::BusinessNumber;

/// What a proof shows, before it is asked whose certificate it is.
pub struct Shown {
    evidence: CertificateEvidence,
}

impl Shown {
    /// SHA-256 of the certificate in hexadecimal.
    pub fn fingerprint(&self) -> &str {
        &self.evidence.fingerprint
    }

    /// The evidence, if the certificate is this company's.
    pub fn of_company(self, _number: &BusinessNumber) -> Outcome<CertificateEvidence> {
        Ok(self.evidence)
    }
}

/// Uses a challenge and judges the proof over it.
pub async fn take_and_show(app: &AppState, bond: &Bond, proof: &Proof) -> Outcome<Shown> {
    let _challenge = super::challenge::take(app, &proof.challenge, bond).await?;
    Err(ProblemCode::SignatureWrong.into())
}

pub(super) fn seal_pair(random: &dyn Random) -> Outcome<(String, String)> {
    let secret = crate::random::token(random);
    Ok((secret.clone(), secret))
}
