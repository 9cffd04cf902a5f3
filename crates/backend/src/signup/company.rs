//! The company step: who knows the business, and whether one may join for it.

use super::judge::Case;
use crate::providers::registry::Standing;
use crate::refusal::{Outcome, Refusal};
use gaip_contract::ProblemCode;
use gaip_domain::facts::{Answer, CompanyProfile, CompanyStanding, StepInput};
use gaip_domain::form::{self, CompanyAsked};
use gaip_domain::portal::{CompanyStep, RegisteredCompany, UnlistedCompany};
use gaip_domain::value::BusinessNumber;

impl Case<'_> {
    /// A business that may join. Suspended and closed ones may nowhere, and no answer is no consent.
    pub(super) async fn company(&self, settings: &CompanyStep, input: &StepInput) -> Outcome<Answer> {
        let asked = form::parse_company(settings, input, self.world.today).map_err(Refusal::invalid)?;
        let CompanyAsked { business_number, registered: claim } = asked;
        // Whose account it is its certificate shows; before that nothing is told of the company.
        if self.purpose().recovers() {
            return Ok(Answer::Company { business_number, standing: CompanyStanding::Continuing, profile: None });
        }
        let registered = match self.purpose() {
            purpose if purpose.hides_account() => None,
            _ => self.app.store.registered_company(&self.draft.portal, business_number.as_str()).await?,
        };
        if registered.is_some() && settings.registered == RegisteredCompany::Refuse {
            return Err(ProblemCode::CompanyIsMember.into());
        }
        if registered.is_none() && settings.registered == RegisteredCompany::Only {
            return Err(ProblemCode::CompanyNotRegistered.into());
        }
        let continuing = match self.app.registry.standing(&business_number).await {
            Ok(Standing::Continuing) => true,
            Ok(Standing::Unregistered) => false,
            Ok(Standing::Suspended) => return Err(ProblemCode::BusinessSuspended.into()),
            Ok(Standing::Closed) => return Err(ProblemCode::BusinessClosed.into()),
            Err(_) => return Err(ProblemCode::RegistryUnavailable.into()),
        };
        if let Some(claim) = &claim {
            match self.app.registry.agrees(&business_number, claim).await {
                // An unregistered number agrees with nothing either, and has words of its own.
                Ok(false) if continuing => return Err(ProblemCode::BusinessMismatch.into()),
                Ok(_) => {}
                Err(_) => return Err(ProblemCode::RegistryUnavailable.into()),
            }
        }
        let (standing, profile) = match (registered, settings.unlisted) {
            (Some(profile), _) => (CompanyStanding::Registered, Some(profile)),
            (None, UnlistedCompany::NotAsked | UnlistedCompany::Allow) if !continuing => {
                return Err(ProblemCode::BusinessUnregistered.into());
            }
            (None, UnlistedCompany::NotAsked) => (CompanyStanding::Continuing, None),
            // The directory only spares typing here: its outage stops nobody.
            (None, UnlistedCompany::Allow) => {
                let known = self.app.directory.find(&business_number).await.ok().flatten();
                (known.as_ref().map_or(CompanyStanding::Continuing, |_| CompanyStanding::Listed), known)
            }
            (None, UnlistedCompany::Enter) if continuing => self.listed(&business_number).await?,
            // Whom the tax office does not know yet no directory knows either.
            (None, UnlistedCompany::Enter) => (CompanyStanding::Unlisted, None),
        };
        Ok(Answer::Company { business_number, standing, profile: form::with_claim(profile, claim) })
    }

    async fn listed(&self, number: &BusinessNumber) -> Outcome<(CompanyStanding, Option<CompanyProfile>)> {
        match self.app.directory.find(number).await {
            Ok(Some(profile)) => Ok((CompanyStanding::Listed, Some(profile))),
            Ok(None) => Ok((CompanyStanding::Unlisted, None)),
            Err(_) => Err(ProblemCode::DirectoryUnavailable.into()),
        }
    }
}
