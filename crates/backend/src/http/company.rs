//! Routes of the administration of a company.

use super::{Call, Reply, mount};
use crate::app::App;
use crate::company;
use crate::refusal::{Outcome, Refusal};
use axum::Router;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{
    CompanyLog, CompanyView, EmployeePage, EmployeeSearch, Employees, Empty, MasterOffer, MyOffer, OfferMaster,
};
use gaip_contract::endpoints::{
    AcceptOffer, ApproveAssociates, DeclineOffer, EndRelation, GetCompany, GetMyOffer, ListCompanyLog, PostOffer,
    SearchEmployees, UndoApprovals, WithdrawOffer,
};

/// The routes.
pub fn routes() -> Router<App> {
    let router = mount::<GetCompany, _, _>(Router::new(), overview);
    let router = mount::<SearchEmployees, _, _>(router, search);
    let router = mount::<ApproveAssociates, _, _>(router, approve);
    let router = mount::<UndoApprovals, _, _>(router, undo);
    let router = mount::<EndRelation, _, _>(router, end);
    let router = mount::<PostOffer, _, _>(router, offer);
    let router = mount::<WithdrawOffer, _, _>(router, withdraw);
    let router = mount::<GetMyOffer, _, _>(router, my_offer);
    let router = mount::<AcceptOffer, _, _>(router, accept);
    let router = mount::<DeclineOffer, _, _>(router, decline);
    mount::<ListCompanyLog, _, _>(router, log)
}

async fn overview(call: Call, _: Empty) -> Outcome<Reply<CompanyView>> {
    Ok(company::overview(&call.app, &call.login().await?).await?.into())
}

async fn search(call: Call, body: EmployeeSearch) -> Outcome<Reply<EmployeePage>> {
    Ok(company::search(&call.app, &call.login().await?, body).await?.into())
}

async fn approve(call: Call, body: Employees) -> Outcome<Reply<Employees>> {
    Ok(company::approve(&call.app, &call.login().await?, body).await?.into())
}

async fn undo(call: Call, body: Employees) -> Outcome<Reply<Employees>> {
    Ok(company::undo(&call.app, &call.login().await?, body).await?.into())
}

async fn end(call: Call, _: Empty) -> Outcome<Reply<Empty>> {
    company::end(&call.app, &call.login().await?, call.part("employee")).await?;
    Ok(Empty {}.into())
}

async fn offer(call: Call, body: OfferMaster) -> Outcome<Reply<MasterOffer>> {
    Ok(company::offer(&call.app, &call.login().await?, &body).await?.into())
}

async fn withdraw(call: Call, _: Empty) -> Outcome<Reply<Empty>> {
    company::withdraw(&call.app, &call.login().await?).await?;
    Ok(Empty {}.into())
}

async fn my_offer(call: Call, _: Empty) -> Outcome<Reply<MyOffer>> {
    Ok(company::my_offer(&call.app, &call.login().await?).await?.into())
}

async fn accept(call: Call, _: Empty) -> Outcome<Reply<Empty>> {
    company::accept(&call.app, &call.login().await?, call.part("offer")).await?;
    Ok(Empty {}.into())
}

async fn decline(call: Call, _: Empty) -> Outcome<Reply<Empty>> {
    company::decline(&call.app, &call.login().await?, call.part("offer")).await?;
    Ok(Empty {}.into())
}

async fn log(call: Call, _: Empty) -> Outcome<Reply<CompanyLog>> {
    let page = call.query("page").filter(|page| !page.is_empty());
    let page = page.map_or(Ok(1), |page| page.parse().map_err(|_| Refusal::from(ProblemCode::BadRequest)))?;
    Ok(company::log_lines(&call.app, &call.login().await?, page).await?.into())
}
