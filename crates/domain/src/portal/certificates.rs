//! Company certificates as data: `public/portals/certificates.json` lists authorities and kinds for all portals, and each
//! portal says which of them it takes (manual rows T26 to T42, W18 to W22).

use crate::text::Text;
use serde::{Deserialize, Serialize};

/// The kind of a financial certificate (금융인증서). It is not in the table: no file and no policy tells of it.
pub const FINANCIAL_KIND: &str = "financial";

/// What a portal takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct Certificates {
    /// Places where a person may keep a certificate, in the order of the dialog's tabs (manual rows D54, W26).
    pub media: Vec<Medium>,
    /// Kinds that are listed here: ids of the table. A kind whose authority has ended is listed and refused.
    pub kinds: Vec<String>,
    /// The line for lost certificates and the like, under the dialog (manual row D58).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// A place where certificates are kept. Those that need hardware or an outside service are shown with what to do instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Medium {
    /// Kept in this browser by this site.
    Browser,
    /// Files that the person picks or drops.
    File,
    /// The folder `NPKI` on the computer.
    HardDisk,
    /// The folder `NPKI` on a stick.
    RemovableDisk,
    /// Smart authentication (스마트인증): a telephone's USIM.
    Smart,
    /// A hardware security module (보안토큰).
    SecurityToken,
    /// A storage token (저장토큰).
    StorageToken,
    /// A telephone.
    Phone,
}

/// The table of authorities and kinds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct CertificateTable {
    /// Where editors find the schema of this file; not read.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Who issues certificates.
    pub authorities: Vec<Authority>,
    /// What they issue.
    pub kinds: Vec<CertificateKind>,
}

/// A certification authority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct Authority {
    /// Names it in kinds: `kica`.
    pub id: String,
    /// Its name as the manuals spell it: 한국정보인증.
    pub name: Text,
    /// The organisation (O) in its certificates' names: `KICA`.
    pub organization: String,
    /// It issues no certificates any more; those that it issued are refused.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ended: bool,
}

/// A kind of certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct CertificateKind {
    /// Names it in portals and evidence: `kica_corporate`.
    pub id: String,
    /// What people call it: 한국정보인증(법인).
    pub name: Text,
    /// Other spellings that stand in manuals (X6).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Who issues it: an id of `authorities`.
    pub authority: String,
    /// Policies that make a certificate of this kind: OIDs. Where there are none, the kind is listed, but no
    /// certificate can be recognised as one until the operator names its policy.
    pub policies: Vec<String>,
    /// It certifies a person, not a company: recognised, so that it can be refused in its own words.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub personal: bool,
}

impl CertificateTable {
    /// The kind of an id.
    pub fn kind(&self, id: &str) -> Option<&CertificateKind> {
        self.kinds.iter().find(|kind| kind.id == id)
    }

    /// The authority of an id.
    pub fn authority(&self, id: &str) -> Option<&Authority> {
        self.authorities.iter().find(|authority| authority.id == id)
    }

    /// The kind that a policy makes; whole OIDs are compared, never beginnings.
    pub fn kind_of(&self, policy: &str) -> Option<&CertificateKind> {
        self.kinds.iter().find(|kind| kind.policies.iter().any(|known| known == policy))
    }
}
