//! The company step: the number, and what the tax office is to confirm with it.

use super::{at_most, day_passed};
use crate::facts::{CompanyProfile, FieldProblem, StepInput};
use crate::portal::CompanyStep;
use crate::text::tidy;
use crate::value::{BusinessNumber, Date, Invalid, Parsed};

/// Parses a company step; whether the business exists is a question for the registry.
pub fn parse_company(
    settings: &CompanyStep,
    input: &StepInput,
    today: Date,
) -> Result<CompanyAsked, Vec<FieldProblem>> {
    let mut problems = Vec::new();
    let mut problem = |field: &str, error| problems.push(FieldProblem { field: field.to_owned(), error });
    let number =
        BusinessNumber::parse(input.text("business_number")).map_err(|error| problem("business_number", error));
    let registered = settings.verify.then(|| {
        let name = representative(input.text("representative")).map_err(|error| problem("representative", error));
        let day = day_passed(input.text("opened"), today).map_err(|error| problem("opened", error));
        name.ok().zip(day.ok()).map(|(representative, opened)| Registered { representative, opened })
    });
    match (number, registered) {
        (Ok(business_number), None) => Ok(CompanyAsked { business_number, registered: None }),
        (Ok(business_number), Some(Some(registered))) => {
            Ok(CompanyAsked { business_number, registered: Some(registered) })
        }
        _ => Err(problems),
    }
}

fn representative(raw: &str) -> Parsed<String> {
    let name = tidy(raw);
    at_most(name.chars().count(), REPRESENTATIVE, Invalid::TooLong)?;
    if name.is_empty() { Err(Invalid::Missing) } else { Ok(name) }
}

/// Most characters of a representative's name.
const REPRESENTATIVE: u32 = 50;

/// What a company step asks of the registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompanyAsked {
    /// The number.
    pub business_number: BusinessNumber,
    /// What the tax office is to confirm besides, where the step verifies.
    pub registered: Option<Registered>,
}

/// What the business registration certificate says beside the number (manual rows W14, W15).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registered {
    /// The representative's name.
    pub representative: String,
    /// The day it was opened (개업일).
    pub opened: Date,
}

/// What is known of a company with what the tax office confirmed of it, which goes first.
pub fn with_claim(profile: Option<CompanyProfile>, claim: Option<Registered>) -> Option<CompanyProfile> {
    let Some(Registered { representative, opened }) = claim else { return profile };
    let profile = profile.unwrap_or_default();
    Some(CompanyProfile { representative: Some(representative), opened: Some(opened.to_string()), ..profile })
}
