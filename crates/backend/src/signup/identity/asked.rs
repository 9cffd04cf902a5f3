//! What is asked of somebody before they are verified.

use crate::providers::identity::Asked;
use gaip_contract::bodies::AskIdentity;
use gaip_domain::facts::FieldProblem;
use gaip_domain::portal::{IdentityMethod, IdentityStep};
use gaip_domain::text::{digits, tidy};
use gaip_domain::value::{self, Date, Invalid, Parsed};
use std::net::IpAddr;

/// Networks and their resellers.
const CARRIERS: [&str; 6] = ["SKT", "KT", "LGU", "SKT_MVNO", "KT_MVNO", "LGU_MVNO"];
/// Apps of simple authentication.
const APPS: [&str; 5] = ["KAKAO", "NAVER", "TOSS", "PASS", "KFTC"];
/// Most characters of a name, and of a card issuer.
const LONGEST: usize = 100;

/// Reads what was typed; every problem is told at once.
pub fn parse(
    settings: &IdentityStep,
    ask: &AskIdentity,
    today: Date,
    peer: IpAddr,
) -> Result<Asked, Vec<FieldProblem>> {
    let way = settings.methods.iter().find(|way| way.method == ask.method && way.off.is_none());
    if way.is_none() || ask.method == IdentityMethod::Ipin {
        return Err(vec![FieldProblem { field: "method".to_owned(), error: Invalid::UnknownChoice }]);
    }
    let (name, birth_date) = (text(&ask.name), born(&ask.birth_date, today));
    let mobile = mobile(ask);
    let carrier = match ask.method {
        IdentityMethod::Phone => one_of(&CARRIERS, &ask.carrier),
        _ => Ok(String::new()),
    };
    let agency = match ask.method {
        IdentityMethod::Simple => one_of(&APPS, &ask.agency),
        IdentityMethod::Card => text(&ask.agency),
        _ => Ok(String::new()),
    };
    let agreed = if ask.agreed { Ok(()) } else { Err(Invalid::NotAgreed) };
    let problems = [
        ("carrier", carrier.as_ref().err().copied()),
        ("agency", agency.as_ref().err().copied()),
        ("name", name.as_ref().err().copied()),
        ("birth_date", birth_date.as_ref().err().copied()),
        ("mobile", mobile.as_ref().err().copied()),
        ("agreed", agreed.as_ref().err().copied()),
    ];
    match (name, birth_date, mobile, carrier, agency, agreed) {
        (Ok(name), Ok(birth_date), Ok(mobile), Ok(carrier), Ok(agency), Ok(())) => {
            Ok(Asked { method: ask.method, name, birth_date, mobile, carrier, agency, peer })
        }
        _ => Err(problems
            .into_iter()
            .filter_map(|(field, error)| Some(FieldProblem { field: field.to_owned(), error: error? }))
            .collect()),
    }
}

fn text(raw: &str) -> Parsed<String> {
    match tidy(raw) {
        text if text.is_empty() => Err(Invalid::Missing),
        text if text.chars().count() > LONGEST => Err(Invalid::TooLong(100)),
        text => Ok(text),
    }
}

fn born(raw: &str, today: Date) -> Parsed<Date> {
    match Date::parse(raw)? {
        day if day > today => Err(Invalid::Future),
        day => Ok(day),
    }
}

/// Digits of the number. A card needs none.
fn mobile(ask: &AskIdentity) -> Parsed<String> {
    match value::mobile(&ask.mobile) {
        Ok(number) => Ok(digits(&number.to_string())),
        Err(Invalid::Missing) if ask.method == IdentityMethod::Card => Ok(String::new()),
        Err(error) => Err(error),
    }
}

fn one_of(known: &[&str], chosen: &str) -> Parsed<String> {
    match chosen {
        "" => Err(Invalid::Missing),
        chosen if known.contains(&chosen) => Ok(chosen.to_owned()),
        _ => Err(Invalid::UnknownChoice),
    }
}
