//! Routes of the session, the member's own page, and what the forms before them need to know.

use super::{Call, Reply, answer, mount, mount_raw};
use crate::account;
use crate::app::App;
use crate::operators;
use crate::refusal::Outcome;
use crate::signup;
use axum::Router;
use axum::http::header::{CONTENT_DISPOSITION, HeaderValue};
use axum::response::Response;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{
    ActivityLine, AskAddressCode, ChangeInfo, ChangePassword, ConsentView, DecideConsents, EmailCodeAttempt, Empty,
    Leave, LeftView, Login, LoginView, MemberView, MyInfo, NewPapers, OpenedService, Page, PortalBrief, SessionView,
    Themselves,
};
use gaip_contract::endpoints::{
    EndMyLogin, EndOtherLogins, ExtendSession, GetMe, GetMyData, GetMyInfo, GetPasswordPolicy, GetSession,
    LeaveForGood, LeaveMyCompany, ListMyActivity, ListMyConsents, ListMyLogins, ListPortals, LogIn, LogOut,
    OpenService, PostMyEmailCode, PutMyConsents, PutMyInfo, PutMyPapers, PutMyPassword,
};
use gaip_domain::value::PasswordPolicy;

/// The routes.
pub fn routes() -> Router<App> {
    let router = mount::<GetSession, _, _>(Router::new(), session);
    let router = mount::<LogIn, _, _>(router, log_in);
    let router = mount::<LogOut, _, _>(router, log_out);
    let router = mount::<ExtendSession, _, _>(router, extend);
    let router = mount::<GetMe, _, _>(router, me);
    let router = mount::<PutMyPapers, _, _>(router, hand_in_again);
    let router = mount::<ListMyLogins, _, _>(router, logins);
    let router = mount::<EndOtherLogins, _, _>(router, end_others);
    let router = mount::<EndMyLogin, _, _>(router, end_login);
    let router = mount::<ListMyActivity, _, _>(router, activity);
    let router = mount::<ListMyConsents, _, _>(router, consents);
    let router = mount::<PutMyConsents, _, _>(router, decide);
    let router = mount::<GetMyInfo, _, _>(router, info);
    let router = mount::<PutMyInfo, _, _>(router, change_info);
    let router = mount::<OpenService, _, _>(router, open_service);
    let router = mount::<PostMyEmailCode, _, _>(router, own_code);
    let router = mount::<PutMyPassword, _, _>(router, change_password);
    let router = mount_raw::<GetMyData, _, _>(router, data);
    let router = mount::<LeaveForGood, _, _>(router, leave);
    let router = mount::<LeaveMyCompany, _, _>(router, leave_company);
    let router = mount::<GetPasswordPolicy, _, _>(router, policy);
    mount::<ListPortals, _, _>(router, portals)
}

async fn session(call: Call, _: Empty) -> Outcome<Reply<SessionView>> {
    let (session, cookie) = call.session_or_new().await?;
    if let Some(operator) = operators::current(&call.app, &session).await? {
        return Ok(Reply { body: operators::view(&call.app, &operator), cookie });
    }
    if let Some(company) = account::current_company(&call.app, &session).await? {
        return Ok(Reply { body: account::company_view(&call.app, &company), cookie });
    }
    let login = account::current(&call.app, &session).await?;
    Ok(Reply { body: account::view(&call.app, login.as_ref()), cookie })
}

async fn log_in(call: Call, body: Login) -> Outcome<Reply<SessionView>> {
    let (session, _) = call.session_or_new().await?;
    let (login, token) = account::log_in(&call.app, &session, call.peer, &body).await?;
    Ok(Reply { body: account::view(&call.app, Some(&login)), cookie: Some(call.cookie(&token)) })
}

async fn log_out(call: Call, _: Empty) -> Outcome<Reply<SessionView>> {
    if let Some(session) = call.session().await? {
        signup::forget_session(&call.app, &session.id).await?;
    }
    Ok(Reply { body: account::view(&call.app, None), cookie: Some(call.no_cookie()) })
}

async fn extend(call: Call, _: Empty) -> Outcome<Reply<SessionView>> {
    let session = call.session().await?.ok_or(ProblemCode::LoginRequired)?;
    if let Some(operator) = operators::current(&call.app, &session).await? {
        let operator = operators::use_login(&call.app, &session, &operator.operator.portal).await?;
        return Ok(operators::view(&call.app, &operator).into());
    }
    Ok(account::use_admin(&call.app, &session).await?.view(&call.app).into())
}

async fn hand_in_again(call: Call, body: NewPapers) -> Outcome<Reply<MemberView>> {
    let login = operators::hand_in_again(&call.app, &call.login().await?, &body).await?;
    Ok(account::own_page(&call.app, &login).await?.into())
}

async fn me(call: Call, _: Empty) -> Outcome<Reply<MemberView>> {
    let login = call.login().await?;
    Ok(account::own_page(&call.app, &login).await?.into())
}

async fn logins(call: Call, _: Empty) -> Outcome<Reply<Vec<LoginView>>> {
    Ok(account::logins(&call.app, &call.admin().await?).await?.into())
}

async fn end_others(call: Call, _: Empty) -> Outcome<Reply<Vec<LoginView>>> {
    Ok(account::end_others(&call.app, &call.admin().await?).await?.into())
}

async fn end_login(call: Call, _: Empty) -> Outcome<Reply<Vec<LoginView>>> {
    Ok(account::end_login(&call.app, &call.admin().await?, call.part("login")).await?.into())
}

async fn activity(call: Call, _: Empty) -> Outcome<Reply<Page<ActivityLine>>> {
    Ok(account::activity(&call.app, &call.login().await?, call.page()?).await?.into())
}

async fn consents(call: Call, _: Empty) -> Outcome<Reply<Vec<ConsentView>>> {
    Ok(account::consents(&call.app, &call.login_before_consent().await?).await?.into())
}

async fn decide(call: Call, body: DecideConsents) -> Outcome<Reply<Vec<ConsentView>>> {
    Ok(account::decide(&call.app, &call.login_before_consent().await?, &body).await?.into())
}

async fn info(call: Call, _: Empty) -> Outcome<Reply<MyInfo>> {
    Ok(account::info(&call.app, &call.login().await?).await?.into())
}

async fn change_info(call: Call, body: ChangeInfo) -> Outcome<Reply<MyInfo>> {
    Ok(account::change_info(&call.app, &call.login().await?, call.peer, &body).await?.into())
}

async fn open_service(call: Call, _: Empty) -> Outcome<Reply<OpenedService>> {
    Ok(account::open_service(&call.app, &call.login().await?, call.part("service")).await?.into())
}

async fn own_code(call: Call, body: AskAddressCode) -> Outcome<Reply<EmailCodeAttempt>> {
    Ok(account::ask_own_code(&call.app, &call.login().await?, &body).await?.into())
}

async fn change_password(call: Call, body: ChangePassword) -> Outcome<Reply<SessionView>> {
    let login = call.login().await?;
    let token = account::change_password(&call.app, &login, call.peer, &body).await?;
    Ok(Reply { body: account::view(&call.app, Some(&login)), cookie: Some(call.cookie(&token)) })
}

async fn data(call: Call) -> Outcome<Response> {
    let data = account::everything(&call.app, &call.login_before_consent().await?).await?;
    let mut response = answer(Reply::from(data));
    let attachment = HeaderValue::from_static("attachment; filename=\"my-data.json\"");
    response.headers_mut().insert(CONTENT_DISPOSITION, attachment);
    Ok(response)
}

async fn leave(call: Call, body: Leave) -> Outcome<Reply<LeftView>> {
    let login = call.login_before_consent().await?;
    let left = account::leave(&call.app, &login, call.peer, &body).await?;
    signup::forget_session(&call.app, &login.session).await?;
    Ok(Reply { body: left, cookie: Some(call.no_cookie()) })
}

async fn leave_company(call: Call, body: Themselves) -> Outcome<Reply<MemberView>> {
    Ok(account::leave_company(&call.app, call.login().await?, call.peer, &body).await?.into())
}

async fn policy(call: Call, _: Empty) -> Outcome<Reply<PasswordPolicy>> {
    Ok(call.app.policy.clone().into())
}

async fn portals(call: Call, _: Empty) -> Outcome<Reply<Vec<PortalBrief>>> {
    let brief = |served: &crate::portals::Served| PortalBrief {
        id: served.portal.id.clone(),
        name: served.portal.name.clone(),
        operator: served.portal.operator.clone(),
        intro: served.portal.intro.clone(),
    };
    Ok(call.app.portals.iter().map(brief).collect::<Vec<_>>().into())
}
