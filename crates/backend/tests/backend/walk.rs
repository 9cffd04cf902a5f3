//! Every operation of the contract, asked for by every kind of caller, also with things of another company. What each is
//! answered is derived: from what the operation says it needs ([`gaip_contract::needs`]), and from the one table of
//! permissions. Nothing here names an operation that could be forgotten.

pub mod contract;
mod world;

use crate::support::{Backend, on_each_database};
use contract::{Operation, Parts, operations};
use gaip_contract::bodies::Role;
use gaip_contract::needs::Need;
use gaip_contract::{IDEMPOTENCY_HEADER, OFFSET_HEADER};
use gaip_domain::permission::{Service, Standing};
use serde_json::json;
use std::collections::BTreeMap;
use world::{Caller, Login, World};

on_each_database!(every_caller_is_answered_what_the_contract_and_the_table_say,);

/// How callers are refused who may not.
const REFUSALS: [&str; 5] = ["login_required", "consent_required", "not_allowed", "draft_gone", "not_for_member"];

/// What an account that is a company's own cannot do: leave the company, and change a password that it does not have.
const OF_PEOPLE: [&str; 2] = ["LeaveMyCompany", "PutMyPassword"];

async fn every_caller_is_answered_what_the_contract_and_the_table_say(backend: Backend) {
    let World { callers, parts } = World::make(&backend).await;
    every_kind_is_there(&callers);
    let operations = operations();
    let mut faults = Vec::new();
    for caller in &callers {
        let before = rows(&backend).await;
        let parts = &parts[caller.portal];
        let (refused, open): (Vec<_>, Vec<_>) =
            operations.iter().partition(|operation| refusal(operation, caller, parts).is_some());
        for operation in refused {
            let code = ask(&backend, caller, operation, parts).await.0;
            let said = refusal(operation, caller, parts).unwrap_or_default();
            if code != said {
                faults.push(format!("{} at {}: {code:?}, not {said:?}", caller.name, operation.id));
            }
        }
        faults.extend(journeys(&backend, caller).await);
        for (table, is) in rows(&backend).await {
            if before.get(&table) != Some(&is) {
                faults.push(format!("{} changed {table} where everything was refused", caller.name));
            }
        }
        for operation in open {
            let (code, status) = ask(&backend, caller, operation, parts).await;
            if REFUSALS.contains(&code.as_str()) || status >= 500 {
                faults.push(format!("{} at {}: {status} {code:?}, though they may", caller.name, operation.id));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The answer's code and status. Whatever the answer does with the cookie, the caller keeps theirs.
async fn ask(backend: &Backend, caller: &Caller, operation: &Operation, parts: &Parts) -> (String, u16) {
    let browser = backend.browser();
    browser.steal_cookie(&caller.browser);
    let mut parts = parts.clone();
    parts.extend(operation.step(backend).unwrap_or_default());
    let (method, path, body) = operation.request(&parts);
    let headers = [(IDEMPOTENCY_HEADER, "walk-0001"), (OFFSET_HEADER, "0")];
    let answer = browser.send(method, &path, body, &headers).await;
    (answer.code().to_owned(), answer.status.as_u16())
}

/// How a caller is refused; nothing where they may.
fn refusal(operation: &Operation, caller: &Caller, parts: &Parts) -> Option<&'static str> {
    let login = caller.login;
    // What it names is of another company or person.
    let strange = || operation.names.then_some(operation.gone);
    match (operation.need, login) {
        (Need::Anybody, _)
        | (Need::Draft, Login::Filling)
        | (Need::Login | Need::AdminBeforeConsent, Login::Member(..) | Login::Company)
        | (Need::Login, Login::Operator(_)) => None,
        // Nobody who is asked began anything.
        (Need::Holder, _) => Some(operation.gone),
        (Need::Draft, _) => Some("draft_gone"),
        (Need::Service(service), Login::Member(..) | Login::Company) if !may(login, service) => Some("not_allowed"),
        (Need::Company, Login::Member(..)) => Some("not_allowed"),
        // The company's own account, which comes by certificate.
        (Need::Member, Login::Member(_, _, Some(_))) if OF_PEOPLE.contains(&operation.id.as_str()) => {
            Some("not_allowed")
        }
        // Where the portal has it.
        (Need::Member, Login::Member(..)) if operation.opens.is_some_and(|it| serves(parts, it) && !may(login, it)) => {
            Some("not_allowed")
        }
        (Need::Service(_), _) if caller.colleague => None,
        (Need::Admin | Need::Member | Need::MemberBeforeConsent | Need::Service(_), Login::Member(..))
        | (Need::Admin | Need::Service(_) | Need::Company, Login::Company) => strange(),
        (Need::Operator, Login::Operator(portal)) if portal == parts["portal"] => {
            strange().filter(|_| portal != world::REFERENCED)
        }
        _ => Some("login_required"),
    }
}

/// What the table says.
fn may(login: Login, service: Service) -> bool {
    standing(login).is_some_and(|standing| standing.may(service))
}

fn standing(login: Login) -> Option<Standing> {
    match login {
        Login::Member(role, linked_by, login_type) => Standing::of(role, linked_by, login_type),
        Login::Company => Some(Standing::Company),
        Login::No | Login::Filling | Login::Operator(_) => None,
    }
}

/// Whether the portal of these parts has a service.
fn serves(parts: &Parts, service: Service) -> bool {
    parts["services"].split(' ').any(|word| service.opened_as() == Some(word))
}

/// Every standing of the table is walked, and every role.
fn every_kind_is_there(callers: &[Caller]) {
    let logins: Vec<Login> = callers.iter().map(|caller| caller.login).collect();
    for role in Role::ALL {
        assert!(logins.iter().any(|login| matches!(login, Login::Member(of, ..) if *of == role)), "{role:?}");
    }
    for standing in Standing::ALL {
        assert!(logins.iter().any(|login| self::standing(*login) == Some(standing)), "{standing:?}");
    }
}

/// Sign-ups that only some members may begin: what is wrong for this caller.
async fn journeys(backend: &Backend, caller: &Caller) -> Vec<String> {
    let mut faults = Vec::new();
    for journey in backend.app.portals.iter().flat_map(|served| {
        let of = |journey| (served.portal.id.as_str(), journey);
        served.portal.journeys.iter().filter(|journey| journey.purpose.needs_login()).map(of)
    }) {
        let (portal, journey) = journey;
        let said = match caller.login {
            Login::Member(role, linked_by, _) if caller.portal == portal => {
                if role.may_take(journey.purpose, linked_by.is_some()) {
                    continue;
                }
                "not_for_member"
            }
            _ => "login_required",
        };
        let path = format!("/api/portals/{portal}/journeys/{}/draft", journey.id);
        let code = caller.browser.post(&path, json!({})).await.code().to_owned();
        if code != said {
            faults.push(format!("{} at {path}: {code:?}, not {said:?}", caller.name));
        }
    }
    faults
}

/// Every row of every table that people's acts change, as text.
async fn rows(backend: &Backend) -> BTreeMap<String, String> {
    let pool = backend.pool().await;
    let postgres = backend.config.database_url.is_some();
    let tables = if postgres {
        "SELECT CAST(table_name AS TEXT) FROM information_schema.tables WHERE table_schema = 'public'"
    } else {
        "SELECT name FROM sqlite_master WHERE type = 'table'"
    };
    let tables: Vec<String> = sqlx::query_scalar(tables).fetch_all(&pool).await.unwrap();
    let mut rows = BTreeMap::new();
    for table in tables.into_iter().filter(|table| !table.starts_with("edition") && !table.starts_with('_')) {
        let all = if postgres {
            format!("SELECT COALESCE(string_agg(t::TEXT, ' ' ORDER BY t::TEXT), '') FROM {table} t")
        } else {
            let columns =
                format!("SELECT group_concat('quote(' || name || ')', ' || ') FROM pragma_table_info('{table}')");
            let columns: String = sqlx::query_scalar(sqlx::AssertSqlSafe(columns)).fetch_one(&pool).await.unwrap();
            format!(
                "SELECT COALESCE(group_concat(line, ' '), '') FROM (SELECT {columns} AS line FROM {table} ORDER BY 1)"
            )
        };
        let all: String = sqlx::query_scalar(sqlx::AssertSqlSafe(all)).fetch_one(&pool).await.unwrap();
        rows.insert(table, all);
    }
    pool.close().await;
    rows
}
