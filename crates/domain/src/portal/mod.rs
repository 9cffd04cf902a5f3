//! A portal as data: `public/portals/<id>/portal.json`.
//!
//! The kinds of step and of input are closed sets; every kind has a designed screen. Conditions are
//! [`Condition`]s, not expressions. A setting that does not exist is a mistake wherever portals are checked; a browser reads
//! what was checked, and leaves the code for that out.

mod certificates;
#[cfg(feature = "check")]
mod check;
mod field;
mod membership;
mod purpose;
mod services;
mod social;
mod step;

pub use certificates::{Authority, CertificateKind, CertificateTable, Certificates, FINANCIAL_KIND, Medium};
#[cfg(feature = "check")]
pub use check::{Mistake, TABLE_FILE, check, check_table, check_taken, parse, parse_table};
pub use field::{AccountPart, Advice, Choice, CompanyPart, Field, IdentityPart, Input, PapersPart, Presence, Section};
pub use membership::Membership;
pub use purpose::Purpose;
pub use services::PortalService;
pub use social::{SocialPart, SocialProvider, SocialStep};
pub use step::{
    ApprovalStep, CertificateMethod, CertificateStep, ChooseOption, ChooseStep, CompanyStep, CompleteStep, ConsentItem,
    ConsentStep, DocumentsRoute, EmailCodeStep, FinancialRoute, FormStep, IdentityMethod, IdentityStep, IdentityWay,
    JointRoute, NextLine, OldAccountStep, ProductsStep, RegisteredCompany, ShownFact, Step, StepKind, UnlistedCompany,
};

use crate::condition::Condition;
use crate::facts::Facts;
use crate::permission::{LoginType, Role};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// A portal of a public agency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct Portal {
    /// Where editors find the schema of this file; not read.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The folder's name and the first part of every address: `daejeon`.
    pub id: String,
    /// The official name of the service; never cut short.
    pub name: Text,
    /// Who runs it, for the footer.
    pub operator: Text,
    /// What the service is and for whom, on its home page.
    pub intro: Text,
    /// Telephone lines and other ways to get help, in the footer of every page.
    pub contacts: Vec<Contact>,
    /// Shows the masthead of official government sites. Off unless the site is one.
    #[serde(default)]
    pub masthead: bool,
    /// Shows the identifier of official government sites. Off unless the site is one.
    #[serde(default)]
    pub identifier: bool,
    /// The company certificates that are taken here, at sign-up, at login and before sensitive changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificates: Option<Certificates>,
    /// Whether members may register passkeys and log in by them, beside their other ways.
    #[serde(default)]
    pub passkeys: bool,
    /// What the member's own page is called, in the header and wherever a link leads there; the application's own word
    /// without it (manual row T108).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub my_page: Option<Text>,
    /// The services that members open from their page, where the portal's manual has a table of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<PortalService>,
    /// The documents that consent steps name.
    pub terms: Vec<TermsDocument>,
    /// The ways to become a member, and what else takes steps.
    pub journeys: Vec<Journey>,
}

/// A way to get help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct Contact {
    /// What it is for.
    pub label: Text,
    /// A telephone number as people dial it.
    pub phone: String,
}

/// A document to agree to or to take note of: `terms/<id>.<version>.<lang>.md` beside `portal.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct TermsDocument {
    /// Names the document in steps, evidence and file names.
    pub id: String,
    /// The version in force; older files may stay beside it.
    pub version: String,
    /// The document's title.
    pub title: Text,
}

impl TermsDocument {
    /// The file of one language, relative to the portal's folder.
    pub fn file(&self, lang: crate::text::Lang) -> String {
        format!("terms/{}.{}.{}.md", self.id, self.version, lang.tag())
    }
}

/// Steps in order, and what their submission does: one way to become a member, or something else that takes steps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct Journey {
    /// Names the journey in addresses.
    pub id: String,
    /// Title of its first page.
    pub title: Text,
    /// Introduction above every step (manual row D10).
    pub intro: Text,
    /// What to have at hand before starting, on the home page.
    pub prepare: Vec<Text>,
    /// What its submission does.
    #[serde(default)]
    pub purpose: Purpose,
    /// What its members are to their company.
    #[serde(default)]
    pub membership: Membership,
    /// Whether another system of the agency is told of each new member (manual row W108).
    #[serde(default)]
    pub sync: bool,
    /// What the button says that submits it: the first line whose condition holds. The application's own word without it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub submit: Vec<NextLine>,
    /// Phases of the step indicator, 3 to 7; several steps may share one.
    pub phases: Vec<Phase>,
    /// The steps in the order in which they are asked.
    pub steps: Vec<Step>,
}

/// A phase of the step indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct Phase {
    /// Names the phase in steps.
    pub id: String,
    /// A short label that does not wrap.
    pub title: Text,
}

impl Portal {
    /// Whether another system is told of the new members of one of its journeys (manual row W108).
    pub fn syncs(&self) -> bool {
        self.journeys.iter().any(|journey| journey.sync)
    }

    /// Whether one of its journeys takes financial certificates; then members log in by them too.
    pub fn takes_financial(&self) -> bool {
        let mut steps = self.journeys.iter().flat_map(|journey| &journey.steps);
        steps.any(|step| matches!(&step.kind, StepKind::Certificate(settings) if settings.financial.is_some()))
    }

    /// Whether one of its journeys asks whose a certificate is to be (manual rows W34, W35).
    pub fn checks_owner(&self) -> bool {
        let mut steps = self.journeys.iter().flat_map(|journey| &journey.steps);
        let joint = |step: &Step| match &step.kind {
            StepKind::Certificate(settings) => settings.joint.as_ref().is_some_and(|joint| joint.owner_check),
            _ => false,
        };
        steps.any(joint)
    }

    /// The ways to become a member.
    pub fn ways_to_join(&self) -> impl Iterator<Item = &Journey> {
        self.journeys.iter().filter(|journey| journey.purpose == Purpose::Join)
    }

    /// What members can do step by step.
    pub fn for_members(&self) -> impl Iterator<Item = &Journey> {
        self.journeys.iter().filter(|journey| journey.purpose.needs_login())
    }

    /// The journey of a purpose, if the portal has one.
    pub fn of_purpose(&self, purpose: Purpose) -> Option<&Journey> {
        self.journeys.iter().find(|journey| journey.purpose == purpose)
    }

    /// Whether members of a role log in by a login id and a password.
    pub fn has_password(&self, role: Role) -> bool {
        let mut joins = self.journeys.iter().filter(|journey| journey.purpose.makes_member());
        match role {
            Role::Social => false,
            Role::Contact => joins.any(|one| one.membership.is_company() && one.membership.has_password()),
            _ => true,
        }
    }

    /// The form that asks about a company, and its fields about it: of the journey that registers companies, else of the
    /// first journey that asks.
    pub fn company_form(&self) -> Option<(&Step, Vec<&Field>)> {
        self.of_purpose(Purpose::Company)
            .and_then(Journey::company_form)
            .or_else(|| self.journeys.iter().find_map(Journey::company_form))
    }

    /// The service of a word in an address.
    pub fn service(&self, word: &str) -> Option<&PortalService> {
        self.services.iter().find(|one| one.service.opened_as() == Some(word))
    }

    /// Whether somebody invites people by e-mail to a company: its master, or the company by its own login.
    pub fn invites(&self) -> bool {
        let has_inviter =
            |journey: &Journey| journey.membership == Membership::Employees || journey.purpose == Purpose::Company;
        self.journeys.iter().any(has_inviter)
    }

    /// How members get back what they forgot.
    pub fn recoveries(&self) -> impl Iterator<Item = &Journey> {
        self.journeys.iter().filter(|journey| journey.purpose.recovers())
    }

    /// The journey of an address.
    pub fn journey(&self, id: &str) -> Option<&Journey> {
        self.journeys.iter().find(|journey| journey.id == id)
    }

    /// As what its accounts log in, where they are told apart: each type that a sign-up makes, in the order of the manual.
    pub fn login_types(&self) -> Vec<LoginType> {
        let told = |step: &Step| match &step.kind {
            StepKind::Choose(settings) => settings.options.iter().filter_map(|option| option.login).collect(),
            _ => Vec::new(),
        };
        let made: Vec<LoginType> = self.journeys.iter().flat_map(|journey| &journey.steps).flat_map(told).collect();
        LoginType::ALL.into_iter().filter(|kind| made.contains(kind)).collect()
    }

    /// The document of an id.
    pub fn terms_document(&self, id: &str) -> Option<&TermsDocument> {
        self.terms.iter().find(|terms| terms.id == id)
    }
}

impl Journey {
    /// The fields of its forms.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.steps.iter().filter_map(Step::form).flat_map(FormStep::fields)
    }

    /// Whether its members choose a login id; who comes by an account at a provider or by certificate has none.
    pub fn asks_login_id(&self) -> bool {
        self.fields().any(|field| field.input == Input::LoginId)
    }

    /// What the button says that submits it, where the portal says so.
    pub fn submit_words(&self, facts: &Facts) -> Option<&Text> {
        let holds = |when: &Condition| when.holds(&|fact| facts.known(fact));
        let line = self.submit.iter().find(|line| line.when.as_ref().is_none_or(holds))?;
        Some(&line.text)
    }

    /// Whether answers are checked on a page of their own before they are sent. Elsewhere the last answer sends them.
    pub fn has_review(&self) -> bool {
        self.steps.iter().any(|step| matches!(step.kind, StepKind::Review))
    }

    /// The step of an address, whether it applies or not.
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }

    /// The step that asks for the papers of a company that nobody knows, and its fields of the papers.
    pub fn papers(&self) -> Option<(&Step, Vec<&Field>)> {
        self.form_of(|field| field.papers.is_some())
    }

    /// The step whose form asks about the company, and its fields about it.
    pub fn company_form(&self) -> Option<(&Step, Vec<&Field>)> {
        self.form_of(|field| field.company.is_some())
    }

    fn form_of(&self, wanted: fn(&Field) -> bool) -> Option<(&Step, Vec<&Field>)> {
        self.steps.iter().find_map(|step| {
            let fields: Vec<&Field> = step.form()?.fields().filter(|field| wanted(field)).collect();
            (!fields.is_empty()).then_some((step, fields))
        })
    }
}
