//! The company step: who knows a business. The numbers that choose an outcome are those of docs/sandbox.md.

use super::judge::Case;
use super::refusal::{Outcome, Refusal};
use super::state::Demo;
use crate::steps::samples::kotra::profile;
use gaip_contract::ProblemCode;
use gaip_domain::facts::{Answer, CompanyProfile, CompanyStanding, StepInput};
use gaip_domain::form::{self, CompanyAsked};
use gaip_domain::portal::{CompanyStep, RegisteredCompany, UnlistedCompany};
use gaip_domain::value::BusinessNumber;

/// A representative with whom nothing agrees.
const DISAGREES: &str = "불일치";

impl Case<'_> {
    /// A business that may join.
    pub fn company(&self, settings: &CompanyStep, input: &StepInput) -> Outcome<Answer> {
        let asked = form::parse_company(settings, input, self.world.today).map_err(Refusal::invalid)?;
        let CompanyAsked { business_number, registered: claim } = asked;
        let purpose = self.place.journey.purpose;
        if purpose.recovers() {
            return Ok(Answer::Company { business_number, standing: CompanyStanding::Continuing, profile: None });
        }
        let registered = match purpose {
            purpose if purpose.hides_account() => None,
            _ => known(self.demo, &self.place.portal.id, &business_number),
        };
        if registered.is_some() && settings.registered == RegisteredCompany::Refuse {
            return Err(ProblemCode::CompanyIsMember.into());
        }
        if registered.is_none() && settings.registered == RegisteredCompany::Only {
            return Err(ProblemCode::CompanyNotRegistered.into());
        }
        let continuing = continuing(&business_number)?;
        if continuing && claim.as_ref().is_some_and(|claim| claim.representative == DISAGREES) {
            return Err(ProblemCode::BusinessMismatch.into());
        }
        let (standing, profile) = match (registered, settings.unlisted) {
            (Some(profile), _) => (CompanyStanding::Registered, Some(profile)),
            (None, UnlistedCompany::NotAsked | UnlistedCompany::Allow) if !continuing => {
                return Err(ProblemCode::BusinessUnregistered.into());
            }
            (None, UnlistedCompany::NotAsked) => (CompanyStanding::Continuing, None),
            (None, UnlistedCompany::Allow) => {
                let listed = listed(&business_number);
                (listed.as_ref().map_or(CompanyStanding::Continuing, |_| CompanyStanding::Listed), listed)
            }
            (None, UnlistedCompany::Enter) => match listed(&business_number).filter(|_| continuing) {
                Some(profile) => (CompanyStanding::Listed, Some(profile)),
                None => (CompanyStanding::Unlisted, None),
            },
        };
        Ok(Answer::Company { business_number, standing, profile: form::with_claim(profile, claim) })
    }
}

/// The tax office.
fn continuing(number: &BusinessNumber) -> Result<bool, ProblemCode> {
    match number.as_str() {
        "1111111119" => Err(ProblemCode::BusinessSuspended),
        "2222222227" => Err(ProblemCode::BusinessClosed),
        "5555555553" | "7777777770" => Err(ProblemCode::RegistryUnavailable),
        number => Ok(number != "3333333336"),
    }
}

/// A company that is registered at the portal.
fn known(demo: &Demo, portal: &str, number: &BusinessNumber) -> Option<CompanyProfile> {
    demo.registered(portal, number.as_str()).map(|company| company.profile.clone())
}

/// The company directory, which knows numbers that begin with 1 or 2.
fn listed(number: &BusinessNumber) -> Option<CompanyProfile> {
    let last = number.as_str().get(6..).unwrap_or_default();
    number.as_str().starts_with(['1', '2']).then(|| CompanyProfile { name: format!("예시기업{last}"), ..profile() })
}
