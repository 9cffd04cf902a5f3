//! What endpoints carry about company certificates.

use gaip_domain::facts::CertificateEvidence;
use gaip_domain::permission::LoginType;
use gaip_domain::portal::{CertificateKind, CertificateTable};
use gaip_domain::text::Text;
use serde::{Deserialize, Serialize};

/// Whether a kind of certificate proves a company at a portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CertificateTaken {
    /// It does.
    Yes,
    /// It is known, but not taken here.
    No,
    /// Its authority has ended.
    Ended,
    /// It certifies a person.
    Personal,
}

impl CertificateTaken {
    /// Whether a kind proves a company at a portal that names these kinds.
    pub fn of(table: &CertificateTable, named: &[String], kind: &CertificateKind) -> Self {
        if kind.personal {
            Self::Personal
        } else if table.authority(&kind.authority).is_none_or(|authority| authority.ended) {
            Self::Ended
        } else if named.contains(&kind.id) {
            Self::Yes
        } else {
            Self::No
        }
    }
}

impl CertificateRules {
    /// The kinds that a portal names, in its order, and then the others that are known, so that each can be recognised.
    pub fn of(table: &CertificateTable, named: &[String]) -> Self {
        let rule = |kind: &CertificateKind| {
            let authority = table.authority(&kind.authority)?;
            Some(CertificateRule {
                id: kind.id.clone(),
                name: kind.name.clone(),
                authority: authority.name.clone(),
                organization: authority.organization.clone(),
                policies: kind.policies.clone(),
                taken: CertificateTaken::of(table, named, kind),
            })
        };
        let listed = named.iter().filter_map(|id| table.kind(id));
        let others = table.kinds.iter().filter(|kind| !named.contains(&kind.id));
        Self { kinds: listed.chain(others).filter_map(rule).collect() }
    }
}

/// What a signature is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChallengePurpose {
    /// The certificate step of the session's sign-up.
    SignUp {
        /// The journey.
        journey: String,
        /// The step.
        step: String,
    },
    /// Logging in.
    Login,
    /// Registering another certificate of the company; the member is logged in.
    Register,
    /// Opening sensitive changes for a while; the member is logged in.
    StepUp,
}

bodies! {
    /// The certificates that a portal takes.
    pub struct CertificateRules {
        /// What they are called and how they are recognised.
        pub kinds: Vec<CertificateRule>,
    }

    /// A kind of certificate at a portal.
    pub struct CertificateRule {
        /// Its id in the table.
        pub id: String,
        /// What people call it.
        pub name: Text,
        /// Who issues it.
        pub authority: Text,
        /// The organisation (O) in the names of its certificates.
        pub organization: String,
        /// OIDs by which it is recognised.
        pub policies: Vec<String>,
        /// Whether it proves a company here.
        pub taken: CertificateTaken,
    }

    /// Asks for something to sign.
    pub struct AskChallenge {
        /// What the signature is to be for; it counts for nothing else.
        pub purpose: ChallengePurpose,
    }

    /// Something to sign, once.
    pub struct Challenge {
        /// Names it in the proof.
        pub id: String,
        /// The text whose UTF-8 bytes are to be signed as they are.
        pub content: String,
        /// The key to which the owner's random number is sealed: 32 bytes (X25519) in base64url without padding.
        pub seal_key: String,
        /// Seconds until it is void.
        pub expires_in: u32,
        /// The server's time at which signatures are judged: seconds since 1970, UTC.
        pub now: i64,
    }

    /// Proof that the company's certificate is at hand.
    pub struct Proof {
        /// The challenge.
        pub challenge: String,
        /// CMS `SignedData` over its content, with the certificate in it: DER in base64url without padding.
        pub signature: String,
        /// The key's random number (R) sealed to the challenge's key (HPKE), in base64url without padding; absent where the
        /// key has none, and then the owner cannot be proved.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub sealed_random: Option<String>,
    }

    /// Logging in by a registered certificate.
    pub struct CertificateLogin {
        /// The portal.
        pub portal: String,
        /// The proof, over a challenge for `login`.
        pub proof: Proof,
        /// As what, at portals that tell their accounts apart; absent for what the account is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub login_type: Option<LoginType>,
    }

    /// A proof alone.
    pub struct Proving {
        /// The proof.
        pub proof: Proof,
    }

    /// A certificate that a member registered.
    pub struct RegisteredCertificate {
        /// Names it at this backend.
        pub id: String,
        /// What was seen of it.
        pub evidence: CertificateEvidence,
        /// When it was registered: ISO 8601 in UTC.
        pub registered_at: String,
    }
}
