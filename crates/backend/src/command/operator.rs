//! Accounts of operators: the agency's staff, each for one portal.

use crate::app::{CannotStart, open_store};
use crate::clock::{Clock, korean_day};
use crate::config::Config;
use crate::operators::{self, Deed};
use crate::portals::Portals;
use crate::random::{self, Random};
use crate::store::{Failure, OperatorRecord, Store};
use clap::Subcommand;
use gaip_domain::text::tidy;
use gaip_domain::value::{LoginId, PasswordPolicy};
use std::io::Read;

/// Longest name, in characters.
const LONGEST_NAME: usize = 50;
/// Letters and digits of a password that is drawn: 100 bits.
const DRAWN: usize = 20;

/// What is to be done.
#[derive(Clone, Debug, Subcommand)]
pub enum Asked {
    /// Adds an account and prints its password, this once.
    Add {
        /// The portal.
        #[arg(long)]
        portal: String,
        /// The name to log in with.
        #[arg(long)]
        login_id: String,
        /// The person's name, which the audit log shows.
        #[arg(long)]
        name: String,
        /// Takes the password from the first line of the standard input instead of drawing one.
        #[arg(long)]
        password_stdin: bool,
    },
    /// Takes an account away; its logins are over at once.
    Remove {
        /// The portal.
        #[arg(long)]
        portal: String,
        /// The name to log in with.
        #[arg(long)]
        login_id: String,
    },
    /// Lists the accounts: portal, login id, name, day.
    List,
}

/// Does it; what is to be said, in lines.
pub async fn operator(
    config: &Config,
    asked: &Asked,
    clock: &dyn Clock,
    random: &dyn Random,
) -> Result<Vec<String>, CannotStart> {
    let store = open_store(config).await?;
    let deed = Deed { store: &store, clock, random, operator: None };
    let done = match asked {
        Asked::Add { portal, login_id, name, password_stdin } => {
            let typed = if *password_stdin { Some(first_line(std::io::stdin())?) } else { None };
            add(config, &deed, portal, login_id, name, typed).await
        }
        Asked::Remove { portal, login_id } => {
            let login_id = login_id.trim().to_ascii_lowercase();
            match operators::remove(&deed, portal, &login_id).await.map_err(failed)? {
                Some(operator) => Ok(vec![format!("taken away: {}", line(&operator))]),
                None => {
                    Err(said(format!("the portal {portal} has no operator {login_id}. `gaip-backend operator list`")))
                }
            }
        }
        Asked::List => Ok(operators::list(&deed).await.map_err(failed)?.iter().map(line).collect()),
    };
    store.close().await;
    done
}

async fn add(
    config: &Config,
    deed: &Deed<'_>,
    portal: &str,
    login_id: &str,
    name: &str,
    typed: Option<String>,
) -> Result<Vec<String>, CannotStart> {
    let portals = Portals::load(&config.portals_folder()).map_err(CannotStart)?;
    if portals.get(portal).is_none() {
        return Err(said(format!("there is no portal {portal}")));
    }
    let rules = "a login id has 5 to 20 letters, digits, - and _, and begins with a letter";
    let login_id = LoginId::parse(login_id).map_err(|_| said(rules.to_owned()))?;
    let name = tidy(name);
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return Err(said(format!("a name has 1 to {LONGEST_NAME} characters")));
    }
    let drawn = typed.is_none();
    let password = typed.unwrap_or_else(|| random::code(deed.random, DRAWN));
    if PasswordPolicy::standard().check(&password, &[]).is_err() {
        return Err(said(
            "the password does not keep the policy: 10 characters or more, and none that many use".to_owned(),
        ));
    }
    let added = operators::add(deed, portal, &login_id, &name, &password).await.map_err(failed)?;
    let operator = added.ok_or_else(|| said(format!("the portal {portal} has an operator {login_id} already")))?;
    let mut lines = vec![format!("added: {}", line(&operator))];
    if drawn {
        lines.push(format!("password: {password}"));
        lines.push("It is kept nowhere and shown this once.".to_owned());
    }
    Ok(lines)
}

/// The first line of what comes in, without its end.
fn first_line(mut input: impl Read) -> Result<String, CannotStart> {
    let mut text = String::new();
    input.read_to_string(&mut text).map_err(|error| said(format!("the standard input: {error}")))?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

fn line(operator: &OperatorRecord) -> String {
    let OperatorRecord { portal, login_id, name, added_at, .. } = operator;
    format!("{portal}\t{login_id}\t{name}\t{}", korean_day(*added_at))
}

fn said(what: String) -> CannotStart {
    CannotStart(vec![what])
}

fn failed(failure: Failure) -> CannotStart {
    said(failure.to_string())
}
