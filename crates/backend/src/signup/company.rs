//! The company step: who knows the business, and whether one may join for it.

use super::judge::Case;
use crate::providers::registry::Standing;
use crate::refusal::{Outcome, Refusal};
use gaip_contract::ProblemCode;
use gaip_domain::facts::{Answer, CompanyProfile, CompanyStanding, StepInput};
use gaip_domain::form;
use gaip_domain::portal::{CompanyStep, RegisteredCompany, UnlistedCompany};
use gaip_domain::value::BusinessNumber;

impl Case<'_> {
    /// A business that may join. Suspended and closed ones may nowhere, and no answer is no consent.
    pub(super) async fn company(&self, settings: &CompanyStep, input: &StepInput) -> Outcome<Answer> {
        let business_number = form::parse_company(input).map_err(Refusal::invalid)?;
        let registered = self.app.store.registered_company(&self.draft.portal, business_number.as_str()).await?;
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
        let (standing, profile) = match (registered, settings.unlisted) {
            (Some(profile), _) => (CompanyStanding::Registered, Some(profile)),
            (None, UnlistedCompany::NotAsked) if continuing => (CompanyStanding::Continuing, None),
            (None, UnlistedCompany::NotAsked) => return Err(ProblemCode::BusinessUnregistered.into()),
            (None, UnlistedCompany::Enter) if continuing => self.listed(&business_number).await?,
            // Whom the tax office does not know yet no directory knows either.
            (None, UnlistedCompany::Enter) => (CompanyStanding::Unlisted, None),
        };
        Ok(Answer::Company { business_number, standing, profile })
    }

    async fn listed(&self, number: &BusinessNumber) -> Outcome<(CompanyStanding, Option<CompanyProfile>)> {
        match self.app.directory.find(number).await {
            Ok(Some(profile)) => Ok((CompanyStanding::Listed, Some(profile))),
            Ok(None) => Ok((CompanyStanding::Unlisted, None)),
            Err(_) => Err(ProblemCode::DirectoryUnavailable.into()),
        }
    }
}
