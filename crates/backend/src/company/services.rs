//! Services in which a company took part, and its mileage (manual rows T24, T97): read only, as the portal's own backend
//! has them.

use super::own;
use crate::account::Admin;
use crate::app::AppState;
use crate::refusal::Outcome;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::CompanyServices;
use gaip_domain::permission::Service;

/// Those of the own company.
pub async fn of(app: &AppState, admin: &Admin) -> Outcome<CompanyServices> {
    let company = own(app, admin, Service::Mileage).await?;
    let found = app.services.of(admin.portal(), &company.business_number).await;
    found.map_err(|_| ProblemCode::ServicesUnavailable.into())
}
