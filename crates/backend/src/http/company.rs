//! Routes of the administration of a company.

use super::{Call, Reply, mount};
use crate::account;
use crate::app::App;
use crate::company;
use crate::refusal::Outcome;
use axum::Router;
use gaip_contract::bodies::{
    self, ChangeCompany, CompanyInfo, CompanyLog, CompanyServices, CompanyView, EmployeePage, EmployeeSearch,
    Employees, Empty, MasterOffer, MyOffer, NewApproval, NewCompanyPassword, Notified, OfferMaster, SessionView,
    ShownApproval, Themselves,
};
use gaip_contract::endpoints::{
    AcceptOffer, ApproveAssociates, DeclineOffer, EndRelation, GetCompany, GetCompanyInfo, GetCompanyServices,
    GetMyOffer, ListCompanyLog, LogInCompany, LogInCompanyByCertificate, PostApprovalNotice, PostOffer, PutApproval,
    PutCompanyInfo, PutCompanyPassword, SearchEmployees, ShowApproval, UndoApprovals, WithdrawOffer,
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
    let router = mount::<ListCompanyLog, _, _>(router, log);
    let router = mount::<LogInCompany, _, _>(router, log_in);
    let router = mount::<LogInCompanyByCertificate, _, _>(router, log_in_by_certificate);
    let router = mount::<GetCompanyInfo, _, _>(router, info);
    let router = mount::<PutCompanyInfo, _, _>(router, save_info);
    let router = mount::<PutApproval, _, _>(router, approval);
    let router = mount::<ShowApproval, _, _>(router, show_approval);
    let router = mount::<PostApprovalNotice, _, _>(router, tell);
    let router = mount::<PutCompanyPassword, _, _>(router, password);
    mount::<GetCompanyServices, _, _>(router, services)
}

async fn overview(call: Call, _: Empty) -> Outcome<Reply<CompanyView>> {
    Ok(company::overview(&call.app, &call.admin().await?).await?.into())
}

async fn search(call: Call, body: EmployeeSearch) -> Outcome<Reply<EmployeePage>> {
    Ok(company::search(&call.app, &call.admin().await?, body).await?.into())
}

async fn approve(call: Call, body: Employees) -> Outcome<Reply<Employees>> {
    Ok(company::approve(&call.app, &call.admin().await?, body).await?.into())
}

async fn undo(call: Call, body: Employees) -> Outcome<Reply<Employees>> {
    Ok(company::undo(&call.app, &call.admin().await?, body).await?.into())
}

async fn end(call: Call, _: Empty) -> Outcome<Reply<Empty>> {
    company::end(&call.app, &call.admin().await?, call.part("employee")).await?;
    Ok(Empty {}.into())
}

async fn offer(call: Call, body: OfferMaster) -> Outcome<Reply<MasterOffer>> {
    Ok(company::offer(&call.app, call.admin().await?.member()?, &body).await?.into())
}

async fn withdraw(call: Call, _: Empty) -> Outcome<Reply<Empty>> {
    company::withdraw(&call.app, call.admin().await?.member()?).await?;
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
    let page = call.page()?;
    Ok(company::log_lines(&call.app, &call.admin().await?, page).await?.into())
}

async fn log_in(call: Call, body: bodies::CompanyLogin) -> Outcome<Reply<SessionView>> {
    let (session, _) = call.session_or_new().await?;
    let (login, token) = account::log_in_company(&call.app, &session, call.peer, &body).await?;
    Ok(Reply { body: account::company_view(&call.app, &login), cookie: Some(call.cookie(&token)) })
}

async fn log_in_by_certificate(call: Call, body: bodies::CompanyCertificateLogin) -> Outcome<Reply<SessionView>> {
    let (session, _) = call.session_or_new().await?;
    let (login, token) = account::log_in_company_by_certificate(&call.app, &session, call.peer, &body).await?;
    Ok(Reply { body: account::company_view(&call.app, &login), cookie: Some(call.cookie(&token)) })
}

async fn info(call: Call, _: Empty) -> Outcome<Reply<CompanyInfo>> {
    Ok(company::info(&call.app, &call.admin().await?).await?.into())
}

async fn save_info(call: Call, body: ChangeCompany) -> Outcome<Reply<CompanyInfo>> {
    Ok(company::save_info(&call.app, &call.admin().await?, call.peer, &body).await?.into())
}

async fn approval(call: Call, body: NewApproval) -> Outcome<Reply<Empty>> {
    company::change_approval(&call.app, call.admin().await?.company()?, &body.approval).await?;
    Ok(Empty {}.into())
}

async fn show_approval(call: Call, body: Themselves) -> Outcome<Reply<ShownApproval>> {
    let admin = call.admin().await?;
    Ok(company::show_approval(&call.app, &admin, call.peer, body.password.as_deref()).await?.into())
}

async fn tell(call: Call, _: Empty) -> Outcome<Reply<Notified>> {
    Ok(company::tell(&call.app, call.admin().await?.company()?).await?.into())
}

async fn password(call: Call, body: NewCompanyPassword) -> Outcome<Reply<SessionView>> {
    let admin = call.admin().await?;
    let token = company::change_password(&call.app, admin.company()?, &body.password).await?;
    Ok(Reply { body: admin.view(&call.app), cookie: Some(call.cookie(&token)) })
}

async fn services(call: Call, _: Empty) -> Outcome<Reply<CompanyServices>> {
    Ok(company::services(&call.app, &call.admin().await?).await?.into())
}
