//! What the demo knows: everything that a backend would keep, for as long as the tab lives.

use super::clock::{self, MINUTE};
pub use super::record::{Account, Company, Invitation, Line, Member, Offer};
use super::refusal::Outcome;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Completion, FileView, IdentityAttempt, LoginView, Recovered};
use gaip_domain::facts::{Facts, SocialAccount, StepInput, Values, VerifiedIdentity};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A login that is not used ends after this time.
pub const IDLE: i64 = 30 * MINUTE;

/// Everything.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Demo {
    /// The time of the request that is answered, in milliseconds.
    pub now: i64,
    /// How many ids were made.
    pub made: u32,
    /// Who is logged in.
    pub who: Who,
    /// When the login was used last.
    pub used_at: i64,
    /// When whoever is logged in did so.
    pub since: i64,
    /// Until when sensitive changes are open.
    pub open_until: i64,
    /// Other logins of whoever is logged in.
    pub logins: Vec<LoginView>,
    /// Sign-ups by portal and journey.
    pub drafts: BTreeMap<String, Draft>,
    /// Files that were uploaded, by id; of their bytes only the number.
    pub files: BTreeMap<String, FileView>,
    /// Attempts by a financial certificate that are verified, with the company's number.
    pub financial: BTreeMap<String, Financial>,
    /// Members of every portal.
    pub members: Vec<Member>,
    /// Companies of every portal.
    pub companies: Vec<Company>,
    /// The offers of the master's role that are open.
    pub offers: Vec<Offer>,
    /// Invitations to companies.
    pub invitations: Vec<Invitation>,
    /// The invitation that was opened last, by id.
    pub held: Option<String>,
    /// What was done for companies, oldest first.
    pub log: Vec<Line>,
}

/// Who is logged in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Who {
    /// Nobody.
    #[default]
    Nobody,
    /// A member, by id.
    Member(String),
    /// A company, by id.
    Company(String),
}

/// A sign-up, or another journey.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Draft {
    /// The member who began it, in a journey for members.
    pub by: Option<String>,
    /// Its answers.
    pub facts: Facts,
    /// What was typed, by step.
    pub inputs: BTreeMap<String, StepInput>,
    /// Ids of its files.
    pub files: Vec<String>,
    /// The login id that was last found free.
    pub checked: Option<String>,
    /// Marks of secrets by `step/field`.
    pub secrets: BTreeMap<String, u64>,
    /// Verifications by step.
    pub attempts: BTreeMap<String, Attempt>,
    /// Codes by e-mail by step.
    pub codes: BTreeMap<String, EmailCode>,
    /// Accounts at providers by step.
    pub accounts: BTreeMap<String, SocialAccount>,
    /// What its submission made.
    pub completion: Option<Completion>,
    /// What a recovery came to.
    pub recovered: Option<Recovered>,
}

/// A verification under way.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Attempt {
    /// As it is told.
    pub view: IdentityAttempt,
    /// Whom it will verify.
    pub person: VerifiedIdentity,
    /// When it was begun or sent again.
    pub sent_at: i64,
    /// When the code is void.
    pub ends_at: i64,
}

/// A code by e-mail.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct EmailCode {
    /// What was typed.
    pub claim: Values,
    /// Whose it is; nobody's, and then no code is right.
    pub member: Option<String>,
    /// When it was sent.
    pub sent_at: i64,
    /// Wrong codes that are still allowed.
    pub tries: u32,
    /// It was right once.
    pub right: bool,
}

/// An attempt by a financial certificate.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Financial {
    /// Ten digits.
    pub number: String,
    /// When it was begun.
    pub at: i64,
    /// It asks for the number of a device.
    pub otp: bool,
    /// Wrong numbers that are still allowed.
    pub tries: u32,
    /// It is verified.
    pub verified: bool,
}

/// Stands for a secret, so that the demo compares what it does not keep.
pub fn mark(secret: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    secret.hash(&mut hasher);
    hasher.finish()
}

/// Stands for an approval password: it is the number itself, since it is shown to whom the table lets.
pub fn pin_mark(pin: &str) -> u64 {
    pin.parse().unwrap_or_default()
}

impl Demo {
    /// An id that was not there before.
    pub fn id(&mut self) -> String {
        self.made += 1;
        format!("demo{:06}", self.made)
    }

    /// The time of the request, as it is written.
    pub fn stamp(&self) -> String {
        clock::iso(self.now)
    }

    /// The member who is logged in.
    pub fn me(&self) -> Outcome<&Member> {
        match &self.who {
            Who::Member(id) => self.member(id).ok_or_else(|| ProblemCode::LoginRequired.into()),
            _ => Err(ProblemCode::LoginRequired.into()),
        }
    }

    /// The same, to be changed.
    pub fn me_mut(&mut self) -> Outcome<&mut Member> {
        let id = self.me()?.id.clone();
        self.member_mut(&id).ok_or_else(|| ProblemCode::LoginRequired.into())
    }

    /// A member.
    pub fn member(&self, id: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.id == id)
    }

    /// The same, to be changed.
    pub fn member_mut(&mut self, id: &str) -> Option<&mut Member> {
        self.members.iter_mut().find(|member| member.id == id)
    }

    /// The company of a business number at a portal.
    pub fn registered(&self, portal: &str, number: &str) -> Option<&Company> {
        self.companies.iter().find(|company| company.portal == portal && company.number == number)
    }

    /// A company.
    pub fn company(&self, id: &str) -> Option<&Company> {
        self.companies.iter().find(|company| company.id == id)
    }

    /// The same, to be changed.
    pub fn company_mut(&mut self, id: &str) -> Option<&mut Company> {
        self.companies.iter_mut().find(|company| company.id == id)
    }

    /// Whether somebody has the login id.
    pub fn login_id_taken(&self, portal: &str, login_id: &str) -> bool {
        self.members.iter().any(|member| member.portal == portal && member.login_id == login_id)
    }
}
