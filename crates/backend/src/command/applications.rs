//! Companies whose papers an operator looks at (manual rows K45, K46).

use super::number;
use crate::app::{CannotStart, open_store};
use crate::clock::{Clock, korean_day};
use crate::config::Config;
use crate::operators::{self, Deed};
use crate::random::Random;
use crate::store::{
    ApplicationRecord, ApplicationStore, Decided, Failure, FileRecord, MemberRecord, MemberStore, Seen, Slice,
    role_word,
};
use gaip_contract::bodies::LONGEST_REASON;

fn failed(failure: Failure) -> CannotStart {
    CannotStart(vec![failure.to_string()])
}

/// A line for each who waits, oldest first.
pub async fn applications(config: &Config) -> Result<Vec<String>, CannotStart> {
    let store = open_store(config).await?;
    let mut lines = Vec::new();
    let (_, waiting) = store.applications(None, Slice::ALL).await.map_err(failed)?;
    for ApplicationRecord { member, .. } in waiting.into_iter().rev() {
        let files = store.files_of_member(&member.id).await.map_err(failed)?;
        lines.push(line(config, &member, &files));
    }
    Ok(lines)
}

/// Approves: the applicant becomes the master, or an associate where the company has its master by now.
pub async fn approve(
    config: &Config,
    reference: &str,
    clock: &dyn Clock,
    random: &dyn Random,
) -> Result<String, CannotStart> {
    let reference = reference.trim().to_ascii_uppercase();
    let store = open_store(config).await?;
    let deed = Deed { store: &store, clock, random, operator: None };
    let member = decided(operators::approve(&deed, Seen { reference: &reference, at: None }).await, &reference)?;
    Ok(format!("approved, now {}: {}", role_word(member.role), line(config, &member, &[])))
}

/// Refuses with a reason, which the applicant reads. The company is free for others, and papers may come again.
pub async fn reject(
    config: &Config,
    reference: &str,
    reason: &str,
    clock: &dyn Clock,
    random: &dyn Random,
) -> Result<String, CannotStart> {
    let reference = reference.trim().to_ascii_uppercase();
    let store = open_store(config).await?;
    let deed = Deed { store: &store, clock, random, operator: None };
    let done = operators::reject(&deed, Seen { reference: &reference, at: None }, reason).await.map_err(failed)?;
    let wrong = |_| CannotStart(vec![format!("a reason has 1 to {LONGEST_REASON} characters; the applicant reads it")]);
    let member = decided(Ok(done.map_err(wrong)?), &reference)?;
    Ok(format!("refused: {}", line(config, &member, &[])))
}

fn decided(decided: Result<Decided, Failure>, reference: &str) -> Result<MemberRecord, CannotStart> {
    match decided.map_err(failed)? {
        Decided::Done(member) => Ok(*member),
        Decided::Changed | Decided::Unknown => {
            let what = format!("nobody of the number {reference} waits. `gaip-backend applications` lists who does");
            Err(CannotStart(vec![what]))
        }
    }
}

/// The papers are files that the member handed in, or come by fax or mail.
fn line(config: &Config, member: &MemberRecord, files: &[FileRecord]) -> String {
    let path = |file: &FileRecord| {
        let folder = config.uploads_folder().join(file.id.get(..2).unwrap_or_default());
        format!("{} ({})", file.name, folder.join(&file.id).display())
    };
    let papers = match (member.provisional, files) {
        (false, _) => String::new(),
        (true, []) => "by fax or mail".to_owned(),
        (true, files) => files.iter().map(path).collect::<Vec<_>>().join(", "),
    };
    let MemberRecord { reference, portal, company, joined_at, .. } = member;
    format!("{reference}\t{portal}\t{}\t{company}\t{}\t{papers}", number(member), korean_day(*joined_at))
}
