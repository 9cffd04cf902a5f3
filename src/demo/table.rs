//! Which endpoint is answered by what. A line for each: a changed contract breaks the build here, not the demo.

use super::refusal::{Outcome, Refusal};
use super::state::Demo;
use super::{
    account, activity, addresses, certificates, codes, company, drafts, files, info, invitations, mail, mine, offers,
    old_accounts, own, own_code, own_info, own_password, papers, passkeys, portals, proofs, submit,
};
use crate::api::stand_in::Asked;
use gaip_contract::endpoints as e;
use gaip_contract::needs::{Need, Needs};
use gaip_contract::{Method, Problem, ProblemCode};

/// A request to the demo.
pub struct Ask<'a> {
    /// As it was asked.
    pub asked: &'a Asked,
    /// The file that [`portals::file_of`] named, once it was fetched.
    pub file: Option<&'a str>,
    /// The address names a journey and none of its steps: somebody begins.
    pub begins: bool,
}

impl Ask<'_> {
    /// A part of the path, from 0.
    pub fn part(&self, position: usize) -> &str {
        self.asked.parts.get(position).map_or("", String::as_str)
    }

    /// A query parameter; empty where there is none.
    pub fn query(&self, name: &str) -> &str {
        self.asked.query.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// A header of the request's own; empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.asked.headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }
}

/// Answers a request as JSON.
type Act = dyn Fn(&mut Demo, &Ask) -> Outcome<String>;

/// An endpoint and what answers it.
pub struct Row {
    method: Method,
    path: &'static str,
    need: Need,
    act: Box<Act>,
}

/// Answers an endpoint by a function.
fn on<E: Needs + 'static>(act: fn(&mut Demo, &Ask, E::Request) -> Outcome<E::Answer>) -> Row {
    let act = move |demo: &mut Demo, ask: &Ask| {
        let body = if ask.asked.body.is_empty() { "{}" } else { &ask.asked.body };
        let request = serde_json::from_str(body).map_err(|_| Refusal::from(ProblemCode::BadRequest))?;
        let answer = act(demo, ask, request)?;
        serde_json::to_string(&answer).map_err(|_| ProblemCode::Internal.into())
    };
    Row { method: E::METHOD, path: E::PATH, need: E::NEED, act: Box::new(act) }
}

/// Endpoints that the demo does not answer, and why: they are refused as not found.
pub const NOT_SIMULATED: &[(&str, &str, &str)] = &[
    ("GET", "/api/sandbox/messages", "nothing is sent; the bar says which codes are right and shows links"),
    ("POST", "/api/sandbox/replies", "a financial certificate answers by itself"),
    ("GET", "/api/codes/{list}/editions/{edition}", "the page itself searches the built-in edition"),
    (
        "GET",
        "/api/me/data",
        "the browser downloads it by a link, past the application; the bar puts the file into the link",
    ),
    ("POST", "/api/portals/{portal}/operator/session", OPERATORS),
    ("GET", "/api/portals/{portal}/operator/applications", OPERATORS),
    ("GET", "/api/portals/{portal}/operator/applications/{reference}", OPERATORS),
    ("POST", "/api/portals/{portal}/operator/applications/{reference}/decision", OPERATORS),
    ("GET", "/api/portals/{portal}/operator/files/{file}", OPERATORS),
    ("POST", "/api/portals/{portal}/operator/provisional/search", OPERATORS),
    ("POST", "/api/portals/{portal}/operator/provisional/{reference}/received", OPERATORS),
    ("GET", "/api/portals/{portal}/operator/syncs", OPERATORS),
    ("POST", "/api/portals/{portal}/operator/syncs/{reference}/retry", OPERATORS),
    ("PUT", "/api/portals/{portal}/operator/password", OPERATORS),
    ("GET", "/api/portals/{portal}/operator/audit", OPERATORS),
];

const OPERATORS: &str = "operators' pages are stories; the bar decides in their place";

/// Why a request is not answered.
pub fn not_simulated(asked: &Asked) -> Refusal {
    let reason = NOT_SIMULATED.iter().find(|(method, path, _)| *method == asked.method.as_str() && *path == asked.path);
    let mut problem = Problem::new(ProblemCode::NotFound);
    problem.title = format!("Not in the demo: {}", reason.map_or("", |(_, _, why)| why));
    Refusal(Box::new(problem))
}

/// Every endpoint that is answered.
pub fn rows() -> Vec<Row> {
    vec![
        on::<e::GetSession>(account::session),
        on::<e::LogIn>(account::log_in),
        on::<e::LogInByCertificate>(certificates::log_in),
        on::<e::LogInBySocial>(account::log_in_by_social),
        on::<e::LogInByFinancial>(certificates::log_in_by_financial),
        on::<e::AskToLogInByPasskey>(passkeys::ask_login),
        on::<e::LogInByPasskey>(passkeys::log_in),
        on::<e::StepUp>(certificates::step_up),
        on::<e::LogInCompany>(account::log_in_company),
        on::<e::LogInCompanyByCertificate>(certificates::log_in_company),
        on::<e::LogOut>(account::log_out),
        on::<e::ExtendSession>(account::extend),
        on::<e::ListPortals>(portals::list),
        on::<e::GetCertificateRules>(certificates::rules),
        on::<e::PostChallenge>(certificates::challenge),
        on::<e::PostFinancial>(certificates::begin_financial),
        on::<e::ConfirmFinancial>(certificates::confirm_financial),
        on::<e::GetTerms>(portals::terms),
        on::<e::GetPasswordPolicy>(portals::policy),
        on::<e::PostDraft>(drafts::open),
        on::<e::DeleteDraft>(drafts::discard),
        on::<e::PutInput>(drafts::save),
        on::<e::PutAnswer>(drafts::answer),
        on::<e::PostIdentity>(proofs::begin),
        on::<e::GetIdentity>(proofs::look),
        on::<e::ResendIdentity>(proofs::resend),
        on::<e::ExtendIdentity>(proofs::extend),
        on::<e::ConfirmIdentity>(proofs::confirm),
        on::<e::PostEmailCode>(mail::send),
        on::<e::GetEmailCode>(mail::look),
        on::<e::ListOldAccounts>(old_accounts::list),
        on::<e::PostSocial>(proofs::social),
        on::<e::CheckLoginId>(drafts::check_login_id),
        on::<e::PostSubmission>(submit::submit),
        on::<e::PostFile>(files::begin),
        on::<e::PatchFile>(files::add),
        on::<e::GetFile>(files::look),
        on::<e::DeleteFile>(files::delete),
        on::<e::SearchAddresses>(addresses::search),
        on::<e::SearchCodes>(codes::search),
        on::<e::BrowseCodes>(codes::browse),
        on::<e::GetCode>(codes::code),
        on::<e::GetMe>(mine::page),
        on::<e::ListCertificates>(mine::certificates),
        on::<e::RegisterCertificate>(mine::register_certificate),
        on::<e::DeleteCertificate>(mine::delete_certificate),
        on::<e::ListPasskeys>(passkeys::list),
        on::<e::AskForPasskey>(passkeys::ask),
        on::<e::RegisterPasskey>(passkeys::register),
        on::<e::RemovePasskey>(passkeys::remove),
        on::<e::ListMyLogins>(mine::logins),
        on::<e::EndOtherLogins>(mine::end_others),
        on::<e::EndMyLogin>(mine::end_login),
        on::<e::ListMyActivity>(activity::list),
        on::<e::ListMyConsents>(mine::consents),
        on::<e::PutMyConsents>(mine::decide),
        on::<e::PostMyFile>(papers::announce),
        on::<e::PutMyPapers>(papers::again),
        on::<e::GetMyInfo>(info::info),
        on::<e::PutMyInfo>(info::change),
        on::<e::OpenService>(mine::open_service),
        on::<e::PostMyEmailCode>(own_code::ask),
        on::<e::PutMyPassword>(own_password::change),
        on::<e::LeaveMyCompany>(company::leave),
        on::<e::LeaveForGood>(mine::leave),
        on::<e::GetCompany>(company::overview),
        on::<e::SearchEmployees>(company::search),
        on::<e::ApproveAssociates>(company::approve),
        on::<e::UndoApprovals>(company::undo),
        on::<e::EndRelation>(company::end),
        on::<e::PostOffer>(offers::offer),
        on::<e::WithdrawOffer>(offers::withdraw),
        on::<e::GetMyOffer>(offers::mine),
        on::<e::AcceptOffer>(offers::accept),
        on::<e::DeclineOffer>(offers::decline),
        on::<e::PostInvitations>(invitations::invite),
        on::<e::ListInvitations>(invitations::list),
        on::<e::ResendInvitation>(invitations::resend),
        on::<e::WithdrawInvitation>(invitations::withdraw),
        on::<e::OpenInvitation>(invitations::open),
        on::<e::GetInvitation>(invitations::held),
        on::<e::AcceptInvitation>(invitations::accept),
        on::<e::ListCompanyLog>(company::log),
        on::<e::GetCompanyInfo>(own_info::info),
        on::<e::PutCompanyInfo>(own_info::save),
        on::<e::PutApproval>(own::approval),
        on::<e::ShowApproval>(own::shown),
        on::<e::PostApprovalNotice>(own::tell),
        on::<e::PutCompanyPassword>(own::password),
        on::<e::GetCompanyServices>(own::services),
    ]
}

impl Row {
    /// Whether it is the row of a request.
    pub fn is_of(&self, method: &str, path: &str) -> bool {
        self.method.as_str() == method && self.path == path
    }

    /// Answers; what members do waits while consent is due.
    pub fn answer(&self, demo: &mut Demo, ask: &Ask) -> Outcome<String> {
        if matches!(self.need, Need::Admin | Need::Member | Need::Service(_)) {
            mine::consented(demo)?;
        }
        (self.act)(demo, ask)
    }
}
