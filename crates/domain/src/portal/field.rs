//! Fields of a form: a closed set of inputs, each parsing into a domain value.

use super::SocialPart;
use crate::condition::Condition;
use crate::text::Text;
use crate::value::Script;
use serde::{Deserialize, Serialize};

/// Fields under one heading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct Section {
    /// The heading.
    pub title: Text,
    /// Paragraphs under the heading: what the person has to know to answer (manual rows W81 to W84).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub text: Vec<Text>,
    /// The fields in order.
    pub fields: Vec<Field>,
}

/// One field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct Field {
    /// Names the field in input, facts and conditions, unique in its step.
    pub name: String,
    /// The label.
    pub label: Text,
    /// What and how to type, under the label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Text>,
    /// Whether it must be filled.
    #[serde(default)]
    pub presence: Presence,
    /// The field is shown only where this holds; always if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// A field of an earlier step or of this one whose value it starts with (KWCAG 7.3.4: nothing is asked twice).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<String>,
    /// The part of the company that the registry or the directory knows: where it does, the field shows that and cannot be
    /// changed (manual rows K36, K37, W55 to W61).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<CompanyPart>,
    /// The part of the verified identity that the field shows and that cannot be changed (manual row T57).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity: Option<IdentityPart>,
    /// A warning that stops nobody, shown while the typed text ends in a certain way (manual row W75).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advice: Option<Advice>,
    /// The part of the person's account at a provider: shown where the provider vouches for it, else what it gave is where
    /// the field begins (manual row T9).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub social: Option<SocialPart>,
    /// The document that `yes` agrees to and `no` refuses, of a choice between these two: version and text in force when it
    /// was answered are kept as evidence (manual rows W67 to W74, W80).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<String>,
    /// The part of handing in the papers of a company that nobody knows: an applicant whose papers were refused fills it in
    /// anew (manual rows K39, K40, K46).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub papers: Option<PapersPart>,
    /// The part of a member's account that it names, in a journey that recovers one (manual rows T116, T117, D124, D128).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<AccountPart>,
    /// What it takes.
    pub input: Input,
}

/// A warning that stops nobody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct Advice {
    /// Ends of the typed text, in small letters: `gmail.com`.
    pub endings: Vec<String>,
    /// The words.
    pub text: Text,
}

/// How the papers of a company are handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PapersPart {
    /// The way: as files, by fax and the like; a choice.
    Way,
    /// The scans; files.
    Scan,
}

/// What somebody who recovers an account knows of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AccountPart {
    /// The name to log in with.
    LoginId,
    /// A name that was entered at sign-up.
    Name,
    /// The business number of the company.
    BusinessNumber,
    /// An e-mail address that was entered at sign-up.
    Email,
    /// A mobile number that was entered at sign-up.
    Mobile,
}

/// What is known of a company beside its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CompanyPart {
    /// Its name.
    Name,
    /// Its representative.
    Representative,
    /// Its address.
    Address,
    /// Its telephone number.
    Phone,
    /// The day it was opened (개업일).
    Opened,
}

/// What is known of a person whose identity was verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IdentityPart {
    /// The name.
    Name,
    /// The mobile number, where the method proves one.
    Mobile,
    /// The day of birth.
    BirthDate,
}

/// Whether a field must be filled.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// It must.
    #[default]
    Required,
    /// It may stay empty.
    Optional,
    /// It must where this holds.
    RequiredWhen(Condition),
}

/// The kinds of input.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub enum Input {
    /// A line or several of free text.
    Text {
        /// Most characters.
        max: u32,
        /// Several lines.
        #[serde(default)]
        lines: bool,
        /// The browser's autofill token, such as `organization-title`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        autocomplete: Option<String>,
    },
    /// A name in one script.
    Name {
        /// The letters it is written in.
        script: Script,
        /// The browser's autofill token, such as `name` or `organization`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        autocomplete: Option<String>,
    },
    /// A login id with a duplicate check.
    LoginId,
    /// A new password, typed twice, under the server's policy; never stored as typed.
    NewPassword,
    /// A new secret of exactly six digits, typed twice; never stored as typed (manual rows T81, T87).
    NewPin,
    /// A telephone number.
    Phone,
    /// A mobile number.
    Mobile,
    /// An e-mail address in two parts.
    Email,
    /// Postcode, road address and the rest.
    Address,
    /// A day that is not in the future.
    PastDate,
    /// One of a few.
    Choice(Vec<Choice>),
    /// Any of a few.
    Choices(Vec<Choice>),
    /// The verified business number, shown and not asked again.
    BusinessNumber,
    /// A corporation registration number; a wrong check digit is a warning.
    CorporationNumber,
    /// A whole number with a unit.
    Count {
        /// What is counted, such as 명.
        unit: Text,
    },
    /// An amount of money.
    Amount {
        /// The unit, such as 백만원.
        unit: Text,
    },
    /// Amounts of the last three years, oldest first, years by the server's clock.
    Amounts {
        /// The unit, such as 천불.
        unit: Text,
    },
    /// Any countries.
    Countries,
    /// An HS code found in the picker or typed.
    HsCode,
    /// HS codes of things that one is interested in.
    HsCodes {
        /// Most codes.
        max: u32,
    },
    /// An industry (KSIC) found in the picker or typed; one that has no others below it.
    Industry,
    /// Industries that one is interested in, found in the picker (manual row T61).
    Industries {
        /// Most codes.
        max: u32,
    },
    /// Words of one's own, each a tag (manual row T60).
    Tags {
        /// Most tags.
        max: u32,
        /// Most characters of a tag.
        length: u32,
    },
    /// Files.
    Files {
        /// Most files.
        max: u32,
    },
    /// The address of a home page.
    WebAddress,
}

impl Input {
    /// Whether it takes a secret: typed twice, kept as a hash, never part of saved input.
    pub fn is_secret(&self) -> bool {
        matches!(self, Input::NewPassword | Input::NewPin)
    }
}

/// One option of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct Choice {
    /// The word in input and facts.
    pub value: String,
    /// The words beside the mark.
    pub label: Text,
}
