//! What a caller must be for each endpoint. `openapi.json` says it of every operation (`x-needs`), and the backend's tests
//! walk every operation with every kind of caller by it.

use crate::endpoints::Endpoint;
use gaip_domain::permission::Service;

/// What a caller must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Anybody.
    Anybody,
    /// The browser that began what is asked for: a file, an attempt, an invitation that was opened.
    Holder,
    /// The browser that fills the sign-up that the address names.
    Draft,
    /// Whoever is logged in: a member, a company or an operator.
    Login,
    /// A member who agreed to the documents in force, or a company by its own login.
    Admin,
    /// The same, also while consent is due.
    AdminBeforeConsent,
    /// A member who agreed to the documents in force.
    Member,
    /// A member, also while consent is due.
    MemberBeforeConsent,
    /// A member or a company by its own login, whom the table of permissions lets use the service.
    Service(Service),
    /// A company by its own login.
    Company,
    /// An operator of the portal that the address names.
    Operator,
}

/// An endpoint that says what it needs; every one does.
pub trait Needs: Endpoint {
    /// What it needs.
    const NEED: Need;
}

/// Declares what endpoints need, and lists them by name.
macro_rules! needs {
    ($($need:expr => [$($name:ident),+ $(,)?];)+) => {
        $($(impl Needs for crate::endpoints::$name { const NEED: Need = $need; })+)+

        /// What each endpoint needs, by its name.
        pub const NEEDS: &[(&str, Need)] = &[$($((stringify!($name), $need)),+),+];
    };
}

needs! {
    // What is asked of a challenge depends on its purpose.
    Need::Anybody => [
        GetSession, LogIn, LogInByCertificate, LogInBySocial, LogInByFinancial, AskToLogInByPasskey, LogInByPasskey,
        LogInCompany, LogInCompanyByCertificate, LogInOperator, LogOut, ListSandboxMessages, PostSandboxReply, ListPortals,
        GetCertificateRules, PostChallenge, PostFinancial, GetTerms, GetPasswordPolicy, PostDraft, SearchAddresses,
        SearchCodes, BrowseCodes, GetCode, GetEdition, OpenInvitation,
    ];
    Need::Holder => [ConfirmFinancial, PatchFile, GetFile, DeleteFile, GetInvitation];
    Need::Draft => [
        DeleteDraft, PutInput, PutAnswer, PostIdentity, GetIdentity, ResendIdentity, ExtendIdentity, ConfirmIdentity,
        PostEmailCode, GetEmailCode, ListOldAccounts, PostSocial, CheckLoginId, PostSubmission, PostFile,
    ];
    Need::Login => [ExtendSession];
    Need::Admin => [ListMyLogins, EndOtherLogins, EndMyLogin];
    Need::AdminBeforeConsent => [StepUp];
    Need::Member => [
        GetMe, ListCertificates, RegisterCertificate, DeleteCertificate, ListMyActivity, ListPasskeys, AskForPasskey, RegisterPasskey,
        RemovePasskey, GetMyInfo, PutMyInfo, PostMyEmailCode, PutMyPassword, OpenService,
        PostMyFile, PutMyPapers, GetMyOffer, LeaveMyCompany, AcceptOffer, DeclineOffer, AcceptInvitation,
    ];
    Need::MemberBeforeConsent => [ListMyConsents, PutMyConsents, GetMyData, LeaveForGood];
    Need::Service(Service::EndRelations) => [SearchEmployees, EndRelation, ListCompanyLog];
    Need::Service(Service::ApproveAssociates) => [ApproveAssociates, UndoApprovals];
    Need::Service(Service::HandOverMaster) => [PostOffer, WithdrawOffer];
    Need::Service(Service::InviteEmployees) => [PostInvitations, ListInvitations, ResendInvitation, WithdrawInvitation];
    Need::Service(Service::Mileage) => [GetCompanyServices];
    Need::Service(Service::EditCompany) => [GetCompany, GetCompanyInfo, PutCompanyInfo];
    Need::Service(Service::TellApproval) => [ShowApproval];
    Need::Company => [PutApproval, PostApprovalNotice, PutCompanyPassword];
    Need::Operator => [
        ListApplications, GetApplication, DecideApplication, GetMemberFile, SearchProvisional, ReceiveOriginals, ListSyncs,
        RetrySync, ChangeOperatorPassword, ListAudit,
    ];
}

#[cfg(all(test, feature = "schema"))]
mod tests {
    use super::*;
    use crate::ProblemCode::{self, ConsentRequired, DraftGone, LoginRequired, NotAllowed};

    #[test]
    fn what_an_endpoint_needs_is_among_its_refusals() {
        let document = crate::openapi::document();
        let operations = document["paths"].as_object().into_iter().flatten();
        let operations = operations.flat_map(|(_, methods)| methods.as_object().into_iter().flatten());
        let mut told = 0;
        for (_, operation) in operations {
            let (id, said) = (&operation["operationId"], operation["responses"].to_string());
            let need = NEEDS.iter().find(|(name, _)| id == name).map(|(_, need)| *need);
            let says = |code: ProblemCode| said.contains(&format!("{}: ", code.name()));
            let wanted: &[ProblemCode] = match need.unwrap_or(Need::Anybody) {
                Need::Anybody | Need::Holder => &[],
                Need::Draft => &[DraftGone],
                Need::Login | Need::AdminBeforeConsent | Need::MemberBeforeConsent | Need::Operator => &[LoginRequired],
                Need::Admin | Need::Member => &[LoginRequired, ConsentRequired],
                Need::Service(_) | Need::Company => &[LoginRequired, ConsentRequired, NotAllowed],
            };
            assert!(wanted.iter().all(|code| says(*code)), "{id} needs {need:?}");
            assert_eq!(operation["x-needs"].as_str().map(str::to_owned), need.map(|need| format!("{need:?}")), "{id}");
            told += 1;
        }
        assert_eq!(told, NEEDS.len());
    }
}
