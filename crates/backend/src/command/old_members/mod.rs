//! Accounts of the system of before: they are imported once, and wait for their people (decision 0021).

mod file;

use crate::app::{CannotStart, open_store};
use crate::clock::Clock;
use crate::config::Config;
use crate::people::PeopleKey;
use crate::portals::Portals;
use crate::random::{self, Random};
use crate::store::sql::SqlStore;
use crate::store::{Failure, OldAccountRecord, OldAccountStore, Store};
use clap::Subcommand;
use file::Row;
use gaip_domain::portal::{Portal, StepKind};
use gaip_domain::value::Date;
use std::path::{Path, PathBuf};

/// Refused lines that are shown of a file that is all wrong.
const SHOWN: usize = 50;

/// What is to be done.
#[derive(Clone, Debug, Subcommand)]
pub enum Asked {
    /// Imports accounts from a CSV file. Those that are there already stay as they are.
    Import {
        /// The portal whose members they become.
        #[arg(long)]
        portal: String,
        /// The file: UTF-8, with the columns `login_id`, `ci`, `kind`, `joined_on` and, if known, `company`, `business_number`.
        #[arg(value_name = "FILE.csv")]
        file: PathBuf,
    },
    /// Deletes the accounts that nobody took over: the time for it has ended.
    End {
        /// The portal.
        #[arg(long)]
        portal: String,
    },
}

/// Does it; what is to be said, in lines.
pub async fn old_members(
    config: &Config,
    asked: &Asked,
    clock: &dyn Clock,
    random: &dyn Random,
) -> Result<Vec<String>, CannotStart> {
    let (Asked::Import { portal, .. } | Asked::End { portal }) = asked;
    let portals = Portals::load(&config.portals_folder()).map_err(CannotStart)?;
    let served = portals.get(portal).ok_or_else(|| said(format!("there is no portal {portal}")))?;
    let before = before(&served.portal).ok_or_else(|| said(format!("nobody takes an old account over at {portal}")))?;
    let store = open_store(config).await?;
    let done = match asked {
        Asked::Import { file, .. } => match read(file, before) {
            Ok(read) => import(config, &store, portal, read, clock, random).await,
            Err(refused) => Err(refused),
        },
        Asked::End { .. } => {
            let ended = store.end_old_accounts(portal).await.map_err(failed);
            ended.map(|ended| vec![format!("deleted: {ended} accounts that nobody took over")])
        }
    };
    store.close().await;
    done
}

/// The day from which on accounts are no old ones.
fn before(portal: &Portal) -> Option<Date> {
    portal.journeys.iter().flat_map(|journey| &journey.steps).find_map(|step| match &step.kind {
        StepKind::OldAccount(settings) => Date::parse(&settings.before).ok(),
        _ => None,
    })
}

fn read(file: &Path, before: Date) -> Result<file::Read, CannotStart> {
    let shown = file.display();
    let bytes = std::fs::read(file).map_err(|error| said(format!("{shown}: {error}")))?;
    file::read(&bytes, before).map_err(|what| {
        let lines = what.into_iter().map(|line| format!("{shown}: {line}"));
        CannotStart(lines.chain(["nothing was imported".to_owned()]).collect())
    })
}

async fn import(
    config: &Config,
    store: &SqlStore,
    portal: &str,
    read: file::Read,
    clock: &dyn Clock,
    random: &dyn Random,
) -> Result<Vec<String>, CannotStart> {
    let people = PeopleKey::open(config, Some("an identity"), random).map_err(said)?;
    let record = |row: Row| OldAccountRecord {
        id: random::id(random),
        portal: portal.to_owned(),
        login_id: row.login_id,
        person: people.person(&row.ci),
        kind: row.kind,
        company: row.company,
        business_number: row.business_number,
        joined_on: row.joined_on.to_string(),
    };
    let accounts: Vec<OldAccountRecord> = read.rows.into_iter().map(record).collect();
    let added = store.add_old_accounts(&accounts, clock.now()).await.map_err(failed)?;
    let there = accounts.len().saturating_sub(usize::try_from(added).unwrap_or_default());
    let refused = read.refused.len();
    let mut lines = vec![format!("added: {added}"), format!("there already: {there}"), format!("refused: {refused}")];
    lines.extend(read.refused.iter().take(SHOWN).map(ToString::to_string));
    if refused > SHOWN {
        lines.push(format!("and {} more", refused - SHOWN));
    }
    Ok(lines)
}

fn said(what: String) -> CannotStart {
    CannotStart(vec![what])
}

fn failed(failure: Failure) -> CannotStart {
    said(failure.to_string())
}
