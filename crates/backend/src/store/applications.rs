//! Companies whose papers an operator looks at.

use super::{AuditRow, MemberRecord, Slice, Stored};
use crate::clock::Millis;
use async_trait::async_trait;
use gaip_domain::facts::Answer;

/// An application: a member who registered a company that nobody knows, waiting or decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApplicationRecord {
    /// The applicant; whoever was approved has another role by now.
    pub member: MemberRecord,
    /// When the papers were handed in last.
    pub handed_in_at: Millis,
    /// Counts decisions and papers.
    pub version: u32,
}

/// The application that somebody decides on, as they saw it.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// Its reference.
    pub reference: &'a str,
    /// The portal of whoever decides, and the version that they were shown. A command sees all portals, and decides on
    /// the application as it is, refused before or not: papers may come again by mail.
    pub at: Option<(&'a str, u32)>,
}

/// What became of a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decided {
    /// It holds; the member as it is now.
    Done(Box<MemberRecord>),
    /// Somebody decided before, or the papers came anew.
    Changed,
    /// There is no such application.
    Unknown,
}

/// Papers that come again.
#[derive(Clone, Debug)]
pub struct Papers<'a> {
    /// The applicant's id.
    pub member: &'a str,
    /// The step whose answer has the papers.
    pub step: &'a str,
    /// Its answer with the new papers.
    pub answer: &'a Answer,
    /// Files that were uploaded for it.
    pub files: &'a [String],
}

/// Keeps applications.
#[async_trait]
pub trait ApplicationStore: Send + Sync {
    /// Who waits, at one portal or at all, newest first; with how many there are in all.
    async fn applications(&self, portal: Option<&str>, slice: Slice) -> Stored<(u32, Vec<ApplicationRecord>)>;
    /// The application of a reference at a portal, waiting or decided.
    async fn application(&self, portal: &str, reference: &str) -> Stored<Option<ApplicationRecord>>;
    /// Makes the applicant the master, or an associate where the company has its master by now.
    async fn approve(&self, seen: Seen<'_>, audit: &AuditRow) -> Stored<Decided>;
    /// Keeps the applicant waiting, with the reason. The company is free for others.
    async fn reject(&self, seen: Seen<'_>, reason: &str, audit: &AuditRow) -> Stored<Decided>;
    /// Takes the papers of a refused applicant, who waits again. False where the applicant is not refused (any more), or
    /// a file is not there.
    async fn hand_in_again(&self, papers: Papers<'_>, audit: &AuditRow) -> Stored<bool>;
}
