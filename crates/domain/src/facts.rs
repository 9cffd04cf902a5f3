//! What is known of one sign-up: the answers, by step, as the server took them.

mod input;

pub use input::{FieldInput, Fields, ProductInput, StepInput, list, text};

use crate::portal::{CertificateMethod, IdentityMethod, SocialPart, SocialProvider};
use crate::value::{BusinessNumber, Invalid};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A value of a field: what the typed input means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// Text in its canonical spelling.
    Text(String),
    /// A whole number in the unit of the field.
    Number(u64),
    /// Whole numbers by year, oldest first.
    Numbers(Vec<u64>),
    /// Chosen values or country codes.
    List(Vec<String>),
    /// An address.
    Address {
        /// Five digits.
        postcode: String,
        /// Road name address.
        road: String,
        /// Floor, room and the like; may be empty.
        detail: String,
    },
    /// Ids of uploaded files.
    Files(Vec<String>),
    /// A secret that the server keeps as a hash.
    Secret,
}

/// Values by field name.
pub type Values = BTreeMap<String, Value>;

/// One product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Product {
    /// The id of its input.
    pub id: String,
    /// By field name.
    pub values: Values,
}

/// A consent or refusal, with what was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Consent {
    /// Version of the document.
    pub version: String,
    /// SHA-256 of the document's file in the language that was shown, in hexadecimal.
    pub hash: String,
    /// The choice.
    pub agreed: bool,
}

/// A verified identity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VerifiedIdentity {
    /// How it was verified.
    pub method: IdentityMethod,
    /// The name.
    pub name: String,
    /// The mobile number with hyphens, where the method proves one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mobile: Option<String>,
    /// The day of birth: `1990-03-01`.
    pub birth_date: String,
}

/// An account at a provider, as that gave it. What tells it from others stays on the server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SocialAccount {
    /// The provider.
    pub provider: SocialProvider,
    /// The name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Given>,
    /// The mobile number with hyphens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mobile: Option<Given>,
    /// The e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Given>,
}

impl SocialAccount {
    /// A part, if the provider gave it.
    pub fn part(&self, part: SocialPart) -> Option<&Given> {
        match part {
            SocialPart::Name => self.name.as_ref(),
            SocialPart::Mobile => self.mobile.as_ref(),
            SocialPart::Email => self.email.as_ref(),
        }
    }
}

/// What a provider gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Given {
    /// The value.
    pub value: String,
    /// The provider vouches for it, so it cannot be changed here.
    pub verified: bool,
}

/// Who knows a company.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CompanyStanding {
    /// The tax office; the portal asks no more.
    #[default]
    Continuing,
    /// The portal itself: it is registered here already.
    Registered,
    /// The company directory.
    Listed,
    /// Nobody: its papers are to show it.
    Unlisted,
}

impl CompanyStanding {
    /// The word in facts.
    pub fn as_str(self) -> &'static str {
        match self {
            CompanyStanding::Continuing => "continuing",
            CompanyStanding::Registered => "registered",
            CompanyStanding::Listed => "listed",
            CompanyStanding::Unlisted => "unlisted",
        }
    }
}

/// What is known of a company beside its number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CompanyProfile {
    /// Its name; empty where only the tax office was asked, which tells none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Its representative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub representative: Option<String>,
    /// Postcode, road name address, and the rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<[String; 3]>,
    /// Its telephone number with hyphens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// The day it was opened, where the tax office confirmed it: `2023-11-01`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<String>,
}

/// What the server saw of a certificate that proved a company. Nothing of it can be used to sign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CertificateEvidence {
    /// The kind: an id of `certificates.json`.
    pub kind: String,
    /// The company's name as certified.
    pub owner: String,
    /// The subject's distinguished name (RFC 4514).
    pub subject: String,
    /// The issuer's distinguished name (RFC 4514).
    pub issuer: String,
    /// The serial number in hexadecimal.
    pub serial: String,
    /// The policy that was accepted, an OID.
    pub policy: String,
    /// SHA-256 of the certificate in hexadecimal.
    pub fingerprint: String,
    /// The last day on which it is valid: `2027-06-30`, Korean time.
    pub valid_until: String,
}

/// The answer of one step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Consents by document id.
    Consent(BTreeMap<String, Consent>),
    /// The way that was chosen.
    Choose {
        /// Its word.
        choice: String,
    },
    /// Who the person is, as an outside service said. What tells two people apart stays on the server.
    Identity(VerifiedIdentity),
    /// The person's account at a provider.
    Social(SocialAccount),
    /// A business that the registry knows as continuing, or one whose papers will show it, and that may join.
    Company {
        /// Its number.
        business_number: BusinessNumber,
        /// Who knows it.
        #[serde(default)]
        standing: CompanyStanding,
        /// What is known of it, where somebody does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        profile: Option<CompanyProfile>,
    },
    /// How the company is proved.
    Certificate {
        /// The route taken.
        method: CertificateMethod,
        /// Ids of the scans, for documents.
        files: Vec<String>,
        /// What the server saw of the certificate, for a certificate.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        certificate: Option<CertificateEvidence>,
    },
    /// The company's approval password was right.
    Approval,
    /// The account of the system of before that is taken over; it is the person's who was verified.
    OldAccount {
        /// Names it on the server.
        account: String,
        /// Its login id, of which only the ends show.
        login_id: String,
        /// Whether the login id stays; else it is somebody's here, or not of the present form, and a new one is asked.
        kept: bool,
    },
    /// Whoever answers reads mail at this address, which is a member's.
    EmailCode {
        /// The address.
        email: String,
    },
    /// Values of a form.
    Form(Values),
    /// The products in order.
    Products(Vec<Product>),
}

impl Answer {
    /// Whether steps that depend on this answer lose theirs when it becomes `other`. Evidence that renews itself
    /// (a consent to the same document, a second look into the registry) voids nothing.
    pub fn differs(&self, other: &Answer) -> bool {
        self != other
    }

    /// Ids of every file that the answer names.
    pub fn files(&self) -> Vec<&String> {
        fn of(values: &Values) -> impl Iterator<Item = &String> {
            values.values().flat_map(|value| if let Value::Files(ids) = value { ids.as_slice() } else { &[] })
        }
        match self {
            Answer::Certificate { files, .. } => files.iter().collect(),
            Answer::Form(values) => of(values).collect(),
            Answer::Products(products) => products.iter().flat_map(|p| of(&p.values)).collect(),
            Answer::Choose { .. }
            | Answer::Consent(_)
            | Answer::Identity(_)
            | Answer::Social(_)
            | Answer::Company { .. }
            | Answer::EmailCode { .. }
            | Answer::Approval
            | Answer::OldAccount { .. } => Vec::new(),
        }
    }
}

/// Everything known of one sign-up, by step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Facts {
    /// Answers by step id.
    #[serde(default)]
    pub answers: BTreeMap<String, Answer>,
    /// Set once, by the submission; nothing changes after it.
    #[serde(default)]
    pub submitted: bool,
}

impl Facts {
    /// The values of a fact named `step.field`, as text: what conditions compare.
    pub fn known(&self, fact: &str) -> Vec<String> {
        let Some((step, field)) = fact.split_once('.') else {
            return Vec::new();
        };
        match (self.answers.get(step), field) {
            (Some(Answer::Consent(consents)), terms) => {
                consents.get(terms).map(|c| if c.agreed { "yes" } else { "no" }.to_owned()).into_iter().collect()
            }
            (Some(Answer::Choose { choice }), "choice") => vec![choice.clone()],
            (Some(Answer::Identity(identity)), "method") => vec![identity.method.as_str().to_owned()],
            (Some(Answer::Social(account)), "provider") => vec![account.provider.as_str().to_owned()],
            (Some(Answer::Company { business_number, .. }), "business_number") => {
                vec![business_number.to_string()]
            }
            (Some(Answer::Company { standing, .. }), "standing") => vec![standing.as_str().to_owned()],
            (Some(Answer::Certificate { method, .. }), "method") => {
                vec![method.as_str().to_owned()]
            }
            (Some(Answer::OldAccount { kept, .. }), "login_id") => vec![if *kept { "kept" } else { "new" }.to_owned()],
            (Some(Answer::Form(values)), name) => values.get(name).map(as_texts).unwrap_or_default(),
            _ => Vec::new(),
        }
    }

    /// What is known of the company, if somebody knows more than its number.
    pub fn company_profile(&self) -> Option<&CompanyProfile> {
        self.answers.values().find_map(|answer| match answer {
            Answer::Company { profile, .. } => profile.as_ref(),
            _ => None,
        })
    }

    /// Who the person is, if an identity step was answered.
    pub fn identity(&self) -> Option<&VerifiedIdentity> {
        self.answers.values().find_map(|answer| match answer {
            Answer::Identity(identity) => Some(identity),
            _ => None,
        })
    }

    /// The person's account at a provider, if a social step was answered.
    pub fn social(&self) -> Option<&SocialAccount> {
        self.answers.values().find_map(|answer| match answer {
            Answer::Social(account) => Some(account),
            _ => None,
        })
    }

    /// The business number that the registry confirmed, if a company step was answered.
    pub fn business_number(&self) -> Option<&BusinessNumber> {
        self.answers.values().find_map(|answer| match answer {
            Answer::Company { business_number, .. } => Some(business_number),
            _ => None,
        })
    }
}

fn as_texts(value: &Value) -> Vec<String> {
    match value {
        Value::Text(text) => vec![text.clone()],
        Value::Number(number) => vec![number.to_string()],
        Value::List(list) => list.clone(),
        Value::Numbers(_) | Value::Address { .. } | Value::Files(_) | Value::Secret => Vec::new(),
    }
}

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FieldProblem {
    /// The field's name; in a product `<product id>.<name>`.
    pub field: String,
    /// The code.
    pub error: Invalid,
}
