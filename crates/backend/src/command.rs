//! Commands of an operator: who is a member, who was one before, marking originals as received (manual row D48), and importing code lists.

mod applications;
mod certificate;
mod old_members;
mod operator;
mod syncs;

pub use applications::{applications, approve, reject};
pub use certificate::{Asked as AskedCertificate, certificate};
pub use old_members::{Asked as AskedOldMembers, old_members};
pub use operator::{Asked as AskedOperator, operator};
pub use syncs::stuck_syncs;

use crate::app::{CannotStart, open_store};
use crate::clock::{Clock, korean_day};
use crate::codes::{self, Import, Refused, Report};
use crate::config::Config;
use crate::operators::{self, Deed};
use crate::random::Random;
use crate::store::{Marked, MemberRecord, MemberStore, Store, role_word};
use gaip_domain::value::{BusinessNumber, CodeList};
use std::path::PathBuf;

/// Refusals that are shown of files that are all wrong.
const SHOWN: usize = 20;

/// A line for each member, newest first.
pub async fn members(config: &Config, provisional_only: bool) -> Result<Vec<String>, CannotStart> {
    let store = open_store(config).await?;
    let members = store.members(provisional_only).await.map_err(|failure| CannotStart(vec![failure.to_string()]))?;
    Ok(members.iter().map(line).collect())
}

/// Makes a provisional member a full one. Doing it again changes nothing.
pub async fn originals_received(
    config: &Config,
    portal: &str,
    wanted: &str,
    clock: &dyn Clock,
    random: &dyn Random,
) -> Result<String, CannotStart> {
    let store = open_store(config).await?;
    // People write business numbers with hyphens; reference numbers hold some of their own.
    let wanted =
        BusinessNumber::parse(wanted).map_or_else(|_| wanted.trim().to_ascii_uppercase(), |number| number.to_string());
    let deed = Deed { store: &store, clock, random, operator: None };
    let marked = operators::receive(&deed, portal, &wanted).await;
    match marked.map_err(|failure| CannotStart(vec![failure.to_string()]))? {
        Marked::Full(member) => Ok(format!("now a full member: {}", line(&member))),
        Marked::Already(member) => Ok(format!("a full member already: {}", line(&member))),
        Marked::Unknown => Err(CannotStart(vec![format!(
            "no member {wanted} in the portal {portal}. `gaip-backend members` lists them"
        )])),
    }
}

/// What an operator asks to be imported.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The list.
    pub list: CodeList,
    /// The files.
    pub files: Vec<PathBuf>,
    /// Only the report; nothing is stored.
    pub check: bool,
    /// Takes an edition of another size.
    pub accept_size_change: bool,
}

/// Imports an edition of a code list. Refusals name file, row and reason, and leave the edition in force as it is.
pub async fn import(
    config: &Config,
    asked: Asked,
    clock: &dyn Clock,
    random: &dyn Random,
) -> Result<Report, CannotStart> {
    let mut files = Vec::new();
    for path in &asked.files {
        let bytes = std::fs::read(path).map_err(|error| CannotStart(vec![format!("{}: {error}", path.display())]))?;
        files.push((path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(), bytes));
    }
    let Asked { list, check, accept_size_change, .. } = asked;
    let store = open_store(config).await?;
    let done = codes::import(&store, Import { list, files, check, accept_size_change }, clock, random).await;
    store.close().await;
    done.map_err(|refused| CannotStart(said(&refused)))
}

fn said(refused: &Refused) -> Vec<String> {
    match refused {
        Refused::Files(refusals) => {
            let mut lines: Vec<String> = refusals.iter().take(SHOWN).map(ToString::to_string).collect();
            if refusals.len() > SHOWN {
                lines.push(format!("and {} more", refusals.len() - SHOWN));
            }
            lines.push("nothing was changed".to_owned());
            lines
        }
        Refused::Store(failure) => vec![format!("the database: {failure}. The edition in force stays")],
        Refused::Meanwhile => vec!["another import ran at the same time. Look and import again".to_owned()],
    }
}

/// The business number with hyphens; a dash for a person without a company.
fn number(member: &MemberRecord) -> String {
    let Some(number) = &member.business_number else { return "-".to_owned() };
    BusinessNumber::parse(number).map_or_else(|_| number.clone(), |number| number.hyphenated())
}

fn line(member: &MemberRecord) -> String {
    let number = number(member);
    let state = if member.provisional { "provisional" } else { "full" };
    let MemberRecord { reference, company, login_id, portal, joined_at, role, .. } = member;
    let role = role_word(*role);
    format!("{reference}\t{portal}\t{number}\t{company}\t{login_id}\t{role}\t{state}\t{}", korean_day(*joined_at))
}
