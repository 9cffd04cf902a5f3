//! The certificate step: how a company is proved, by the routes that a portal opens.

use crate::portal::Field;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Settings of a certificate step: the routes that the portal opens, in order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct CertificateStep {
    /// Proof by a joint certificate (공동인증서).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joint: Option<JointRoute>,
    /// Proof by a financial certificate (금융인증서), which a service of the banks keeps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub financial: Option<FinancialRoute>,
    /// Proof by documents: scans now, originals later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub documents: Option<DocumentsRoute>,
    /// How a company gets a certificate, for those who have none (manual row W24).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issue: Vec<Text>,
}

/// The route by joint certificate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct JointRoute {
    /// Heading of its card.
    pub title: Text,
    /// Paragraphs of its card.
    pub text: Vec<Text>,
    /// Label of the button that opens the certificate dialog (manual row D42).
    pub action: Text,
    /// The dialog asks once more whose certificate it is to be: the business number, ten digits (manual rows W34, W35).
    #[serde(default)]
    pub owner_check: bool,
}

/// The route by financial certificate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct FinancialRoute {
    /// Heading of its card.
    pub title: Text,
    /// Paragraphs of its card.
    pub text: Vec<Text>,
    /// Label of the button that opens the service's dialog (manual row W123).
    pub action: Text,
}

/// The route by documents.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct DocumentsRoute {
    /// Heading of its card.
    pub title: Text,
    /// Paragraphs of its card.
    pub text: Vec<Text>,
    /// The form to download, stamp and scan: a path in the portal's folder.
    pub form: String,
    /// The documents to hand in, in order; the first is the form.
    pub documents: Vec<Text>,
    /// Where the originals go.
    pub desk: Text,
    /// What a provisional member is (manual row D48).
    pub notice: Text,
    /// Label of the button that takes this route.
    pub action: Text,
    /// The field that takes the scans.
    pub scans: Field,
}

/// How a company was proved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CertificateMethod {
    /// By a joint certificate of the company.
    Joint,
    /// By a financial certificate of the company.
    Financial,
    /// By scans of documents; the member is provisional until the originals are received.
    Documents,
}

impl CertificateMethod {
    /// The word in facts and input.
    pub fn as_str(self) -> &'static str {
        match self {
            CertificateMethod::Joint => "joint",
            CertificateMethod::Financial => "financial",
            CertificateMethod::Documents => "documents",
        }
    }
}
