//! Unfinished sign-ups.

use super::Stored;
use crate::clock::Millis;
use async_trait::async_trait;
use gaip_domain::facts::{Answer, Consent, Facts, StepInput};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An answer and when it was taken: the time belongs to the evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// The answer.
    pub answer: Answer,
    /// When it was taken.
    pub at: Millis,
    /// What fields of the answer agreed to or refused, by document (`Field::terms`).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub consents: BTreeMap<String, Consent>,
}

/// Answers by step.
pub type Answers = BTreeMap<String, Answered>;

/// What is kept of a new password until the submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Secret {
    /// Argon2id hash.
    pub hash: String,
    /// An approval password is sealed for the draft too, since it may be shown again.
    pub sealed: Option<String>,
}

/// New passwords by step and field.
pub type Secrets = BTreeMap<(String, String), Secret>;

/// The sign-up of one session in one journey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftRecord {
    /// Its id.
    pub id: String,
    /// The session that it belongs to.
    pub session: String,
    /// The portal.
    pub portal: String,
    /// The journey.
    pub journey: String,
    /// The tab that writes it.
    pub holder: String,
    /// Counts the changes of answers.
    pub version: i64,
    /// What was answered.
    pub answers: Answers,
    /// The login id that was last found free.
    pub checked_login_id: Option<String>,
    /// The member that the submission made, or was about, or that a recovery found.
    pub member: Option<String>,
    /// When answers last changed, or a tab last took it.
    pub touched_at: Millis,
    /// When it was submitted.
    pub submitted_at: Option<Millis>,
    /// The member who began it, in a journey for members who are logged in.
    pub begun_by: Option<String>,
}

impl DraftRecord {
    /// The answers as the journey's rules read them.
    pub fn facts(&self) -> Facts {
        let answers = self.answers.iter().map(|(step, answered)| (step.clone(), answered.answer.clone())).collect();
        Facts { answers, submitted: self.submitted() }
    }

    /// Whether it was submitted: nothing can be changed any more.
    pub fn submitted(&self) -> bool {
        self.submitted_at.is_some()
    }
}

/// A change of the answers of a draft.
#[derive(Clone, Debug)]
pub struct AnswerWrite<'a> {
    /// The draft as it was read; the change holds only while it still is so.
    pub draft: &'a DraftRecord,
    /// All answers from now on.
    pub answers: &'a Answers,
    /// The login id that was last found free.
    pub checked_login_id: Option<&'a str>,
    /// The step whose input is saved with the answers, without passwords.
    pub input: Option<(&'a str, &'a StepInput)>,
    /// New passwords of that step by field.
    pub secrets: &'a BTreeMap<String, Secret>,
    /// Now.
    pub at: Millis,
}

/// Keeps drafts.
#[async_trait]
pub trait DraftStore: Send + Sync {
    /// Begins a draft; `false` when the session has one of this journey already.
    async fn create_draft(&self, draft: &DraftRecord, at: Millis) -> Stored<bool>;
    /// The draft of a session in a journey.
    async fn draft(&self, session: &str, portal: &str, journey: &str) -> Stored<Option<DraftRecord>>;
    /// Gives a draft to a tab.
    async fn hold_draft(&self, id: &str, tab: &str, at: Millis) -> Stored<()>;
    /// Saves input of a step; `false` when the tab does not hold the draft, or it is submitted or gone.
    async fn save_input(&self, id: &str, tab: &str, step: &str, input: &StepInput, at: Millis) -> Stored<bool>;
    /// Input by step.
    async fn inputs(&self, id: &str) -> Stored<BTreeMap<String, StepInput>>;
    /// New passwords.
    async fn secrets(&self, id: &str) -> Stored<Secrets>;
    /// Changes the answers, all or nothing; `false` when the draft is no longer as it was read.
    async fn save_answers(&self, write: AnswerWrite<'_>) -> Stored<bool>;
    /// Remembers the login id that was last found free.
    async fn remember_login_id(&self, id: &str, login_id: Option<&str>) -> Stored<()>;
    /// Deletes a draft and its input; its files are the caller's care.
    async fn remove_draft(&self, id: &str) -> Stored<()>;
    /// Ids of the drafts of a session.
    async fn drafts_of_session(&self, session: &str) -> Stored<Vec<String>>;
    /// Ids of unfinished drafts last touched before one time, and of submitted ones before another.
    async fn old_drafts(&self, touched_before: Millis, submitted_before: Millis) -> Stored<Vec<String>>;
    /// Ids of drafts that are gone while files of theirs are not.
    async fn drafts_with_lost_files(&self) -> Stored<Vec<String>>;
}
