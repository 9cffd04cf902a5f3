//! The steps of a journey: a closed set of kinds, each with its settings.

mod certificate;

pub use certificate::{CertificateMethod, CertificateStep, DocumentsRoute, FinancialRoute, JointRoute};

use super::{Field, Section, SocialStep};
use crate::condition::Condition;
use crate::permission::LoginType;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// One step: one page of the sign-up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct Step {
    /// Names the step in addresses, facts and conditions.
    pub id: String,
    /// The phase of the step indicator that it belongs to.
    pub phase: String,
    /// The heading of the page.
    pub title: Text,
    /// A paragraph under the heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<Text>,
    /// Things to know, as a list above the fields.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Text>,
    /// The step is asked only where this holds; always if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Earlier steps whose changed answer makes this one's answer void.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub depends: Vec<String>,
    /// What it asks.
    pub kind: StepKind,
}

impl Step {
    /// Its form, if it is one.
    pub fn form(&self) -> Option<&FormStep> {
        if let StepKind::Form(form) = &self.kind { Some(form) } else { None }
    }

    /// Names of the secrets that its form asks.
    pub fn secret_fields(&self) -> impl Iterator<Item = &str> {
        let fields = self.form().into_iter().flat_map(FormStep::fields);
        fields.filter(|field| field.input.is_secret()).map(|field| field.name.as_str())
    }
}

/// The kinds of step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub enum StepKind {
    /// One of a few ways to go on.
    Choose(ChooseStep),
    /// Separate documents to agree to.
    Consent(ConsentStep),
    /// Who the person is, proved by an outside service.
    Identity(IdentityStep),
    /// The person's account at a provider such as Kakao.
    Social(SocialStep),
    /// The business registration number, asked of the registry.
    Company(CompanyStep),
    /// Proof that the person may act for the company.
    Certificate(Box<CertificateStep>),
    /// The approval password of a registered company.
    Approval(ApprovalStep),
    /// The person's accounts of the system of before, of which one is taken over.
    OldAccount(OldAccountStep),
    /// A code that is sent to the member's e-mail address.
    EmailCode(EmailCodeStep),
    /// Sections of fields.
    Form(FormStep),
    /// Any number of products.
    Products(ProductsStep),
    /// Check answers, then submit.
    Review,
    /// What happens next.
    Complete(CompleteStep),
}

impl StepKind {
    /// Whether the step asks something that is saved as its answer.
    pub fn asks(&self) -> bool {
        !matches!(self, StepKind::Review | StepKind::Complete(_))
    }
}

/// Settings of a choice: one card for each way (manual rows K22, W10).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChooseStep {
    /// The ways in order. The fact is `<step>.choice`.
    pub options: Vec<ChooseOption>,
}

/// One way to go on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChooseOption {
    /// The word in input and facts.
    pub value: String,
    /// Heading of its card.
    pub title: Text,
    /// Paragraphs of its card: for whom it is.
    pub text: Vec<Text>,
    /// As what accounts that go this way log in (manual rows W109 to W111).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub login: Option<LoginType>,
}

/// Settings of an identity step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IdentityStep {
    /// The methods in order; one is taken (manual row K25).
    pub methods: Vec<IdentityWay>,
}

/// A method as a portal offers it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IdentityWay {
    /// The method.
    pub method: IdentityMethod,
    /// Heading of its card.
    pub title: Text,
    /// Paragraphs of its card.
    pub text: Vec<Text>,
    /// Why it is shown and cannot be taken, and what to do instead (X7); it can be taken if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub off: Option<Text>,
}

/// How a person proves who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IdentityMethod {
    /// A code sent to the person's mobile phone.
    Phone,
    /// Simple authentication (간편인증): an app of the person's asks for consent.
    Simple,
    /// A credit card, with its issuer's own proof.
    Card,
    /// Public i-PIN (공공아이핀), which has ended.
    Ipin,
}

impl IdentityMethod {
    /// The word in facts and input.
    pub fn as_str(self) -> &'static str {
        match self {
            IdentityMethod::Phone => "phone",
            IdentityMethod::Simple => "simple",
            IdentityMethod::Card => "card",
            IdentityMethod::Ipin => "ipin",
        }
    }
}

/// Settings of a company step.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompanyStep {
    /// What becomes of a company that is registered at the portal already.
    #[serde(default)]
    pub registered: RegisteredCompany,
    /// What becomes of a company that the company directory does not know.
    #[serde(default)]
    pub unlisted: UnlistedCompany,
    /// Asks the representative and the opening day as well, and compares all three with the tax office (manual rows
    /// W14, W15, W49). The fields are `representative` and `opened`.
    #[serde(default)]
    pub verify: bool,
    /// What to do where they do not agree, under the words that say so (manual rows W50, W51, W120).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mismatch: Vec<Text>,
    /// Words on what was found, shown above the button that goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// What becomes of a company that is registered at the portal already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RegisteredCompany {
    /// It has its one account: nobody else can join for it (Daejeon).
    #[default]
    Refuse,
    /// People join it, to be approved later (manual rows K12, K36).
    Join,
    /// Only such a company can be linked; others have to be registered first (manual rows T63, T64).
    Only,
}

/// What becomes of a company that the company directory (KISLINE) does not know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum UnlistedCompany {
    /// The directory is not asked; a business that the tax office knows as continuing is enough.
    #[default]
    NotAsked,
    /// The person enters it and hands in its registration certificate (manual rows K38 to K40).
    Enter,
    /// The person enters it, and a business that the tax office knows as continuing is enough; what the directory knows
    /// is filled in (manual rows W55 to W61).
    Allow,
}

/// Settings of an approval step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ApprovalStep {
    /// The label of the input.
    pub label: Text,
    /// Where one gets it (manual row T65).
    pub hint: Text,
}

/// Settings of a step that shows the accounts of before (manual rows T20, T69).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct OldAccountStep {
    /// The day from which on everybody joined here: `2023-05-22`. Accounts of that day or later are no old ones.
    pub before: String,
    /// What becomes of the accounts that are not chosen, under the list.
    pub others: Text,
    /// What to do where there is none.
    pub none: Text,
}

/// Settings of a step that sends a code to a member's e-mail address.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct EmailCodeStep {
    /// What is asked of the member, each with its `account`; one is the address.
    pub fields: Vec<Field>,
}

/// Settings of a consent step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct ConsentStep {
    /// The documents in order, required ones before optional ones (KRDS consent pattern).
    pub items: Vec<ConsentItem>,
}

/// One document of a consent step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct ConsentItem {
    /// The document's id in the portal's terms.
    pub terms: String,
    /// Whether one can be a member without it.
    pub required: bool,
    /// The words beside the check box, without the tag `[필수]` or `[선택]`.
    pub label: Text,
    /// Help under the check box.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Text>,
}

/// Settings of a form step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct FormStep {
    /// Groups of fields under a heading.
    pub sections: Vec<Section>,
}

impl FormStep {
    /// Every field of every section.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.sections.iter().flat_map(|section| &section.fields)
    }
}

/// Settings of a products step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct ProductsStep {
    /// Fewest products.
    pub min: u32,
    /// Most products.
    pub max: u32,
    /// What is asked of each product.
    pub fields: Vec<Field>,
}

/// Settings of the last page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct CompleteStep {
    /// What happens next, and when.
    pub next: Vec<NextLine>,
    /// Facts that are shown as they were submitted, personal ones masked, in order (manual rows W89 to W104).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shown: Vec<ShownFact>,
    /// Said while another system does not know the member yet (manual row W107); only where the journey has a `sync`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delayed: Option<Text>,
}

/// A fact that is shown at the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ShownFact {
    /// `step.field`.
    pub fact: String,
    /// What it is called at the end; as where it was asked if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
}

/// A line on what happens next.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NextLine {
    /// The words.
    pub text: Text,
    /// It is said only where this holds; always if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
}
