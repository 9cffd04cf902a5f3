//! The endpoints.

use crate::bodies::{
    ActivityLine, AddressPage, AddressSearch, AnswerStep, ApplicationView, AskAddressCode, AskChallenge, AskEmailCode,
    AskFinancial, AskIdentity, AskPasskeyLogin, AskSocial, AuditLine, CertificateLogin, CertificateRules, Challenge,
    ChangeCompany, ChangeInfo, ChangePassword, CodePage, CodeRow, CodeRows, CompanyCertificateLogin, CompanyInfo,
    CompanyLog, CompanyLogin, CompanyServices, CompanyView, ConsentView, Decide, DecideConsents, DraftView,
    EmailCodeAttempt, EmployeePage, EmployeeSearch, Employees, Empty, FileView, FinancialAttempt, FinancialLogin,
    FinancialOtp, IdentityAttempt, IdentityCode, InvitationOffer, InvitationToken, Invitations, Invite, Leave,
    LeftView, Login, LoginIdAnswer, LoginIdCheck, LoginView, MasterOffer, MemberView, MyData, MyInfo, MyOffer,
    NewApproval, NewCompanyPassword, NewFile, NewPapers, NewPasskey, Notified, OfferMaster, OldAccounts, OpenDraft,
    OpenedService, OperatorLogin, Page, PasskeyCreation, PasskeyLogin, PasskeyRequest, PasskeyView, PortalBrief,
    Proving, ProvisionalSearch, ProvisionalView, RegisteredCertificate, Retry, SandboxMessage, SandboxReply, SaveInput,
    Saved, SessionView, ShownApproval, SocialLogin, SocialStart, SyncView, TermsView, Themselves,
};
use crate::problem::ProblemCode::{
    self, AccountMismatch, AddressesUnavailable, AlreadyDecided, AlreadySubmitted, ApprovalTriesOver, ApprovalWrong,
    BadRequest, BusinessClosed, BusinessMismatch, BusinessSuspended, BusinessUnregistered, CertificateAuthority,
    CertificateAuthorityEnded, CertificateBroken, CertificateExpired, CertificateKind, CertificateNotYetValid,
    CertificateOnHold, CertificateOtherCompany, CertificateOwnerUnproved, CertificatePersonal, CertificateRegistered,
    CertificateRevoked, CertificateUnregistered, ChallengeGone, ChallengeUsed, CompanyIsMember, CompanyLinked,
    CompanyNotRegistered, ConsentRequired, ConsentStays, CrossSite, DirectoryUnavailable, DraftGone, EmailCodeExpired,
    EmailCodeGone, EmailCodeTriesOver, EmailCodeWrong, FileArchive, FileEmpty, FileTooLarge, FileType, FinancialGone,
    FinancialOtpWrong, FinancialRefused, FinancialTimeout, FinancialTooOften, FinancialTriesOver, FinancialUnavailable,
    HeldElsewhere, IdentityCodeExpired, IdentityCodeWrong, IdentityGone, IdentityIncomplete, IdentityMismatch,
    IdentityPending, IdentityTriesOver, IdentityUnavailable, InfoChanged, Internal, Invalid, InvitationExpired,
    InvitationGone, InvitationUsed, InvitationWithdrawn, InvitationsOver, KeyReused, KeywordTooBroad, LoginAgain,
    LoginFailed, LoginIdTaken, LoginRequired, LoginTypeWrong, MailUnavailable, MasterStays, NotAllowed, NotForMember,
    NotFound, OfferGone, OfferPending, PasskeyFailed, PasskeyRefused, PasskeyRegistered, PasskeysFull, PasswordWrong,
    PersonIsMember, RegistryUnavailable, ResendTooSoon, ResendsOver, RevocationUnavailable, ServicesUnavailable,
    SignatureWrong, SocialGone, SocialUnavailable, StepClosed, StepUpRequired, TermsChanged, TooMany, TooManyFiles,
    UnderAge, UndoOver, WouldForget, WrongOffset,
};
use gaip_domain::value::PasswordPolicy;
use serde::{Serialize, de::DeserializeOwned};

/// HTTP methods in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Makes or does.
    Post,
    /// Replaces.
    Put,
    /// Adds to.
    Patch,
    /// Removes.
    Delete,
}

impl Method {
    /// The method's name.
    pub fn as_str(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Patch => "PATCH",
            Method::Delete => "DELETE",
        }
    }
}

/// One endpoint: everything that both sides must agree on.
pub trait Endpoint {
    /// HTTP method.
    const METHOD: Method;
    /// Path with `{names}` for its parts.
    const PATH: &'static str;
    /// Query parameters in order; all are optional.
    const QUERY: &'static [&'static str];
    /// Problems of its own, beside those of every endpoint ([`EVERYWHERE`]).
    const PROBLEMS: &'static [ProblemCode];
    /// JSON body; [`Empty`] where there is none.
    type Request: Serialize + DeserializeOwned;
    /// JSON answer; [`Empty`] with status 204 where there is none.
    type Answer: Serialize + DeserializeOwned;
}

/// Problems that any endpoint may answer with.
pub const EVERYWHERE: &[ProblemCode] = &[BadRequest, CrossSite, NotFound, TooMany, Internal];

/// Declares an endpoint and lists it in the document.
macro_rules! endpoints {
    ($($(#[doc = $doc:literal])+ $name:ident: $method:ident $path:literal $(? [$($query:literal),+])?, $request:ty => $answer:ty, [$($problem:ident),*];)+) => {
        $(
            $(#[doc = $doc])+
            #[derive(Clone, Copy, Debug)]
            pub struct $name;
            impl Endpoint for $name {
                const METHOD: Method = Method::$method;
                const PATH: &'static str = $path;
                const QUERY: &'static [&'static str] = &[$($($query),+)?];
                const PROBLEMS: &'static [ProblemCode] = &[$($problem),*];
                type Request = $request;
                type Answer = $answer;
            }
        )+

        /// Calls the visitor with every endpoint, in reading order.
        #[cfg(feature = "schema")]
        pub(crate) fn visit(document: &mut crate::openapi::Document) {
            $(document.add::<$name>(stringify!($name), concat!($($doc),+).trim());)+
        }
    };
}

endpoints! {
    /// Who is using the browser. Starts an anonymous session if there is none.
    GetSession: Get "/api/session", Empty => SessionView, [];
    /// Logs a member in, under a new session id.
    LogIn: Post "/api/session", Login => SessionView, [LoginFailed];
    /// Logs a member in by a registered certificate, under a new session id.
    LogInByCertificate: Post "/api/session/certificate", CertificateLogin => SessionView,
        [CertificateUnregistered, LoginTypeWrong, ChallengeGone, ChallengeUsed, SignatureWrong, CertificateBroken, CertificateExpired, CertificateNotYetValid, CertificateRevoked, CertificateOnHold, CertificateAuthority, CertificateAuthorityEnded, CertificateKind, CertificatePersonal, CertificateOtherCompany, CertificateOwnerUnproved, RevocationUnavailable];
    /// Begins to log a member in by an account at a provider: says where the browser goes.
    LogInBySocial: Post "/api/session/social", SocialLogin => SocialStart, [SocialUnavailable];
    /// Logs a member in by a registered financial certificate, under a new session id.
    LogInByFinancial: Post "/api/session/financial", FinancialLogin => SessionView,
        [CertificateUnregistered, LoginTypeWrong, CertificateOtherCompany, CertificateExpired, FinancialGone];
    /// Begins to log a member in by a passkey. The answer is the same whoever asks.
    AskToLogInByPasskey: Post "/api/session/passkey/options", AskPasskeyLogin => PasskeyRequest, [];
    /// Logs a member in by a passkey, under a new session id.
    LogInByPasskey: Post "/api/session/passkey", PasskeyLogin => SessionView, [PasskeyFailed, ChallengeGone, ChallengeUsed];
    /// Opens sensitive changes for a while: the company's certificate is at hand.
    StepUp: Post "/api/session/step-up", Proving => SessionView,
        [LoginRequired, ChallengeGone, ChallengeUsed, SignatureWrong, CertificateBroken, CertificateExpired, CertificateNotYetValid, CertificateRevoked, CertificateOnHold, CertificateAuthority, CertificateAuthorityEnded, CertificateKind, CertificatePersonal, CertificateOtherCompany, CertificateOwnerUnproved, RevocationUnavailable];
    /// Logs a company in by its business number and the password of its own account, under a new session id.
    LogInCompany: Post "/api/session/company", CompanyLogin => SessionView, [LoginFailed];
    /// Logs a company in by its certificate, under a new session id. Only who shows the company's certificate learns
    /// whether it has an account.
    LogInCompanyByCertificate: Post "/api/session/company/certificate", CompanyCertificateLogin => SessionView,
        [Invalid, CompanyNotRegistered, ChallengeGone, ChallengeUsed, SignatureWrong, CertificateBroken, CertificateExpired, CertificateNotYetValid, CertificateRevoked, CertificateOnHold, CertificateAuthority, CertificateAuthorityEnded, CertificateKind, CertificatePersonal, CertificateOtherCompany, CertificateOwnerUnproved, RevocationUnavailable];
    /// Logs out; the session ends on the server.
    LogOut: Delete "/api/session", Empty => SessionView, [];
    /// Extends the login by its full idle time.
    ExtendSession: Post "/api/session/extend", Empty => SessionView, [LoginRequired];
    /// What the sandbox "sent" of late, newest first; nothing but 404 where services are real.
    ListSandboxMessages: Get "/api/sandbox/messages", Empty => Vec<SandboxMessage>, [];
    /// Sends the sandbox a text message, as if it came from a phone; nothing but 404 where services are real.
    PostSandboxReply: Post "/api/sandbox/replies", SandboxReply => Empty, [];
    /// The portals that this backend serves.
    ListPortals: Get "/api/portals", Empty => Vec<PortalBrief>, [];
    /// The kinds of company certificates that a portal lists, and whether it takes them.
    GetCertificateRules: Get "/api/portals/{portal}/certificates", Empty => CertificateRules, [];
    /// Something to sign with a company's certificate: once, soon, by this session, for this purpose.
    PostChallenge: Post "/api/portals/{portal}/challenges", AskChallenge => Challenge,
        [LoginRequired, ConsentRequired, DraftGone, HeldElsewhere, StepClosed, AlreadySubmitted];
    /// Asks the service for a company's financial certificate: for this session and purpose. Where the service does not
    /// know the company, nothing is sent until another attempt agrees to its terms.
    PostFinancial: Post "/api/portals/{portal}/financial", AskFinancial => FinancialAttempt,
        [Invalid, DraftGone, HeldElsewhere, StepClosed, AlreadySubmitted, CertificateOtherCompany, FinancialRefused, FinancialUnavailable, FinancialTooOften];
    /// Confirms an attempt by the number of a device, or asks how it stands where there is none.
    ConfirmFinancial: Post "/api/portals/{portal}/financial/{attempt}", FinancialOtp => FinancialAttempt,
        [Invalid, FinancialGone, FinancialTimeout, FinancialRefused, FinancialOtpWrong, FinancialTriesOver, FinancialUnavailable, CertificateOtherCompany, CertificateExpired];
    /// A document in force, rendered; `lang` is `ko` or `en`.
    GetTerms: Get "/api/portals/{portal}/terms/{terms}" ? ["lang"], Empty => TermsView, [];
    /// The rules for new passwords.
    GetPasswordPolicy: Get "/api/password-policy", Empty => PasswordPolicy, [];
    /// Opens the sign-up of this session, or begins one. The tab of the request holds it from now on.
    PostDraft: Post "/api/portals/{portal}/journeys/{journey}/draft", OpenDraft => DraftView, [HeldElsewhere, LoginRequired, ConsentRequired, NotForMember];
    /// Gives the sign-up up: everything typed and uploaded is deleted.
    DeleteDraft: Delete "/api/portals/{portal}/journeys/{journey}/draft", Empty => Empty, [DraftGone, HeldElsewhere];
    /// Saves input as typed; it need not be complete or right.
    PutInput: Put "/api/portals/{portal}/journeys/{journey}/draft/steps/{step}/input", SaveInput => Saved, [DraftGone, HeldElsewhere, AlreadySubmitted];
    /// Answers a step: the input is judged, evidence is obtained, and both are stored.
    PutAnswer: Put "/api/portals/{portal}/journeys/{journey}/draft/steps/{step}/answer", AnswerStep => DraftView,
        [Invalid, DraftGone, HeldElsewhere, StepClosed, WouldForget, TermsChanged, AlreadySubmitted, CompanyIsMember, BusinessSuspended, BusinessClosed, BusinessUnregistered, BusinessMismatch, RegistryUnavailable, DirectoryUnavailable, IdentityGone, SocialGone, PersonIsMember, LoginIdTaken, CompanyNotRegistered, ApprovalWrong, ApprovalTriesOver, LoginRequired, ConsentRequired, NotForMember, CertificateRegistered,
            EmailCodeGone, EmailCodeWrong, EmailCodeExpired, EmailCodeTriesOver, AccountMismatch,
            ChallengeGone, ChallengeUsed, SignatureWrong, CertificateBroken, CertificateExpired, CertificateNotYetValid, CertificateRevoked, CertificateOnHold, CertificateAuthority, CertificateAuthorityEnded, CertificateKind, CertificatePersonal, CertificateOtherCompany, CertificateOwnerUnproved, RevocationUnavailable, FinancialGone];
    /// Begins to verify who the person is, for an identity step. A new one takes the place of the one before.
    PostIdentity: Post "/api/portals/{portal}/journeys/{journey}/draft/steps/{step}/identity", AskIdentity => IdentityAttempt,
        [Invalid, DraftGone, HeldElsewhere, StepClosed, AlreadySubmitted, IdentityMismatch, IdentityUnavailable, UnderAge, ResendsOver];
    /// How the verification of this step stands.
    GetIdentity: Get "/api/portals/{portal}/journeys/{journey}/draft/steps/{step}/identity", Empty => IdentityAttempt,
        [DraftGone, IdentityGone];
    /// Sends the code again, with its full time.
    ResendIdentity: Post "/api/portals/{portal}/journeys/{journey}/draft/steps/{step}/identity/resend", Empty => IdentityAttempt,
        [DraftGone, HeldElsewhere, StepClosed, AlreadySubmitted, IdentityGone, IdentityUnavailable, ResendTooSoon, ResendsOver];
    /// Gives the code its full time again, without sending it.
    ExtendIdentity: Post "/api/portals/{portal}/journeys/{journey}/draft/steps/{step}/identity/extend", Empty => IdentityAttempt,
        [DraftGone, HeldElsewhere, StepClosed, AlreadySubmitted, IdentityGone, IdentityCodeExpired];
    /// Confirms by the code, or asks whether the person consented. Once verified the step can be answered.
    ConfirmIdentity: Post "/api/portals/{portal}/journeys/{journey}/draft/steps/{step}/identity/confirm", IdentityCode => IdentityAttempt,
        [Invalid, DraftGone, HeldElsewhere, StepClosed, AlreadySubmitted, IdentityGone, IdentityCodeWrong, IdentityCodeExpired, IdentityTriesOver, IdentityPending, IdentityMismatch, IdentityUnavailable, IdentityIncomplete, UnderAge, PersonIsMember];
    /// Sends a code to the e-mail address that is typed, if it is a member's and whatever else is typed is that member's
    /// too, for a step that asks one. The answer and its time do not depend on it. Asking again sends another.
    PostEmailCode: Post "/api/portals/{portal}/journeys/{journey}/draft/steps/{step}/email-code", AskEmailCode => EmailCodeAttempt,
        [Invalid, DraftGone, HeldElsewhere, StepClosed, AlreadySubmitted, MailUnavailable, ResendTooSoon, ResendsOver];
    /// How the code of this step stands.
    GetEmailCode: Get "/api/portals/{portal}/journeys/{journey}/draft/steps/{step}/email-code", Empty => EmailCodeAttempt,
        [DraftGone, EmailCodeGone];
    /// The accounts of before of the person who was verified in this draft, for a step that takes one over. Nothing that
    /// was typed finds them.
    ListOldAccounts: Get "/api/portals/{portal}/journeys/{journey}/draft/steps/{step}/old-accounts", Empty => OldAccounts,
        [DraftGone, HeldElsewhere, StepClosed, AlreadySubmitted];
    /// Begins to show an account at a provider, for a social step: says where the browser goes.
    PostSocial: Post "/api/portals/{portal}/journeys/{journey}/draft/steps/{step}/social", AskSocial => SocialStart,
        [Invalid, DraftGone, HeldElsewhere, StepClosed, AlreadySubmitted, SocialUnavailable];
    /// Asks whether a login id is free; the draft remembers the last one that was.
    CheckLoginId: Post "/api/portals/{portal}/journeys/{journey}/draft/login-id", LoginIdCheck => LoginIdAnswer, [Invalid, DraftGone, HeldElsewhere];
    /// Submits: one transaction, one member, whatever the number of requests. Carries an idempotency key.
    PostSubmission: Post "/api/portals/{portal}/journeys/{journey}/draft/submission", Empty => DraftView,
        [DraftGone, HeldElsewhere, StepClosed, TermsChanged, CompanyIsMember, PersonIsMember, LoginIdTaken, KeyReused, LoginRequired, ConsentRequired, NotForMember, CompanyNotRegistered, CertificateRegistered, AccountMismatch];
    /// Announces a file of the sign-up; its bytes follow in chunks.
    PostFile: Post "/api/portals/{portal}/journeys/{journey}/draft/files", NewFile => FileView, [DraftGone, HeldElsewhere, FileTooLarge, FileEmpty, FileType, TooManyFiles];
    /// Adds a chunk (raw bytes) at the offset of its header. The last chunk completes the file, which is then checked; a file that fails is deleted.
    PatchFile: Patch "/api/files/{file}", Empty => FileView, [WrongOffset, FileTooLarge, FileType, FileArchive];
    /// How much of a file was received.
    GetFile: Get "/api/files/{file}", Empty => FileView, [];
    /// Deletes a file of an unfinished sign-up.
    DeleteFile: Delete "/api/files/{file}", Empty => Empty, [];
    /// Searches road name addresses. A POST, because keywords are personal data and addresses of requests are logged.
    SearchAddresses: Post "/api/addresses/search", AddressSearch => AddressPage, [AddressesUnavailable, KeywordTooBroad];
    /// Searches a code list (`hs` or `ksic`) by word or code; an empty query lists every heading.
    SearchCodes: Get "/api/codes/{list}" ? ["q", "offset", "limit"], Empty => CodePage, [];
    /// The rows below a code; the sections where there is none.
    BrowseCodes: Get "/api/codes/{list}/below" ? ["code"], Empty => CodeRows, [];
    /// One code; also one that an earlier edition had.
    GetCode: Get "/api/codes/{list}/entries/{code}", Empty => CodeRow, [];
    /// A whole edition as `gaip_classify` packs it (raw bytes), for a browser that searches by itself. It never changes
    /// under its name.
    GetEdition: Get "/api/codes/{list}/editions/{edition}", Empty => Empty, [];
    /// The member's own page.
    GetMe: Get "/api/me", Empty => MemberView, [LoginRequired, ConsentRequired];
    /// The certificates that the member registered, newest first.
    ListCertificates: Get "/api/me/certificates", Empty => Vec<RegisteredCertificate>, [LoginRequired, ConsentRequired];
    /// Registers another certificate of the member's company.
    RegisterCertificate: Post "/api/me/certificates", Proving => Vec<RegisteredCertificate>,
        [LoginRequired, ConsentRequired, CertificateRegistered, ChallengeGone, ChallengeUsed, SignatureWrong, CertificateBroken, CertificateExpired, CertificateNotYetValid, CertificateRevoked, CertificateOnHold, CertificateAuthority, CertificateAuthorityEnded, CertificateKind, CertificatePersonal, CertificateOtherCompany, CertificateOwnerUnproved, RevocationUnavailable];
    /// Takes a registered certificate away.
    DeleteCertificate: Delete "/api/me/certificates/{certificate}", Empty => Empty, [LoginRequired, ConsentRequired, StepUpRequired];
    /// The passkeys of the member, newest first.
    ListPasskeys: Get "/api/me/passkeys", Empty => Vec<PasskeyView>, [LoginRequired, ConsentRequired];
    /// Begins to register a passkey: a login of the last minutes, or the password.
    AskForPasskey: Post "/api/me/passkeys/options", Themselves => PasskeyCreation,
        [LoginRequired, ConsentRequired, LoginAgain, PasswordWrong, PasskeysFull];
    /// Registers a passkey that the browser made.
    RegisterPasskey: Post "/api/me/passkeys", NewPasskey => Vec<PasskeyView>,
        [LoginRequired, ConsentRequired, Invalid, ChallengeGone, ChallengeUsed, PasskeyRefused, PasskeyRegistered, PasskeysFull];
    /// Removes a passkey: a login of the last minutes, or the password. A POST, because it carries the password.
    RemovePasskey: Post "/api/me/passkeys/{passkey}/removal", Themselves => Vec<PasskeyView>,
        [LoginRequired, ConsentRequired, LoginAgain, PasswordWrong];
    /// The open logins of the member, or of the company that is logged in itself, the newest first.
    ListMyLogins: Get "/api/me/logins", Empty => Vec<LoginView>, [LoginRequired, ConsentRequired];
    /// Ends every other one at once; says what is left.
    EndOtherLogins: Delete "/api/me/logins", Empty => Vec<LoginView>, [LoginRequired, ConsentRequired];
    /// Ends one login at once; says what is left. The one that asks ends by logging out.
    EndMyLogin: Delete "/api/me/logins/{login}", Empty => Vec<LoginView>, [LoginRequired, ConsentRequired];
    /// What happened to the member's account, newest first: the member's own lines of the audit log.
    ListMyActivity: Get "/api/me/activity" ? ["page"], Empty => Page<ActivityLine>, [LoginRequired, ConsentRequired];
    /// The documents of the member's journeys, with every decision; also while consent is due.
    ListMyConsents: Get "/api/me/consents", Empty => Vec<ConsentView>, [LoginRequired];
    /// Agrees to documents in force or withdraws; earlier decisions stay as history.
    PutMyConsents: Put "/api/me/consents", DecideConsents => Vec<ConsentView>, [LoginRequired, TermsChanged, ConsentStays];
    /// What the member entered, to be changed.
    GetMyInfo: Get "/api/me/info", Empty => MyInfo, [LoginRequired, ConsentRequired];
    /// Changes what was entered. Another address or mobile number wants the password, another address a code sent to it.
    PutMyInfo: Put "/api/me/info", ChangeInfo => MyInfo,
        [LoginRequired, ConsentRequired, Invalid, InfoChanged, PasswordWrong, LoginAgain, TermsChanged, EmailCodeGone, EmailCodeWrong, EmailCodeExpired, EmailCodeTriesOver];
    /// Opens a service of the portal for a member whom the table of permissions lets: says where the browser goes.
    OpenService: Post "/api/me/services/{service}", Empty => OpenedService, [LoginRequired, ConsentRequired, NotAllowed];
    /// Sends a code to a new e-mail address.
    PostMyEmailCode: Post "/api/me/email-code", AskAddressCode => EmailCodeAttempt,
        [LoginRequired, ConsentRequired, Invalid, ResendTooSoon, ResendsOver, MailUnavailable];
    /// Changes the password; every other login of the member ends, and this one goes on under a new session id.
    PutMyPassword: Put "/api/me/password", ChangePassword => SessionView, [LoginRequired, ConsentRequired, Invalid, PasswordWrong, NotAllowed];
    /// Everything that is kept of the member, as an attachment; also while consent is due.
    GetMyData: Get "/api/me/data", Empty => MyData, [LoginRequired];
    /// Leaves the company (이직): the member keeps the account, without a company. Not for the account of a company, nor
    /// for a master with others beside them.
    LeaveMyCompany: Post "/api/me/company/leaving", Themselves => MemberView,
        [LoginRequired, ConsentRequired, PasswordWrong, LoginAgain, NotAllowed, MasterStays];
    /// Leaves for good: everything of the member is deleted, and every login ends; also while consent is due.
    LeaveForGood: Post "/api/me/leaving", Leave => LeftView, [LoginRequired, PasswordWrong, LoginAgain, MasterStays];
    /// Announces a file for papers that are handed in again; its bytes follow in chunks.
    PostMyFile: Post "/api/me/files", NewFile => FileView, [LoginRequired, ConsentRequired, AlreadyDecided, FileTooLarge, FileEmpty, FileType, TooManyFiles];
    /// Hands refused papers in again: the application waits anew.
    PutMyPapers: Put "/api/me/papers", NewPapers => MemberView, [LoginRequired, ConsentRequired, Invalid, AlreadyDecided];
    /// The company of the asking member, who administers it or may change its information.
    GetCompany: Get "/api/company", Empty => CompanyView, [LoginRequired, ConsentRequired, NotAllowed];
    /// Searches the people of the company. A POST, because names are personal data and addresses of requests are logged.
    SearchEmployees: Post "/api/company/employees/search", EmployeeSearch => EmployeePage, [LoginRequired, ConsentRequired, NotAllowed];
    /// Approves associates; says whom. Who is none any more is left as they are.
    ApproveAssociates: Post "/api/company/approvals", Employees => Employees, [LoginRequired, ConsentRequired, NotAllowed, AlreadyDecided];
    /// Takes approvals of the last ten minutes back; says whose.
    UndoApprovals: Post "/api/company/approvals/undo", Employees => Employees, [LoginRequired, ConsentRequired, NotAllowed, UndoOver];
    /// Ends the relation of an employee, or refuses an associate: they keep their account as a person without a company.
    EndRelation: Delete "/api/company/employees/{employee}", Empty => Empty, [LoginRequired, ConsentRequired, NotAllowed, MasterStays];
    /// Offers the master's role to a regular member.
    PostOffer: Post "/api/company/offer", OfferMaster => MasterOffer, [LoginRequired, ConsentRequired, NotAllowed, AlreadyDecided, OfferPending];
    /// Withdraws the offer.
    WithdrawOffer: Delete "/api/company/offer", Empty => Empty, [LoginRequired, ConsentRequired, NotAllowed, OfferGone];
    /// The master's role, where it is offered to the asking member.
    GetMyOffer: Get "/api/company/offer", Empty => MyOffer, [LoginRequired, ConsentRequired];
    /// Accepts the master's role; who had it is a regular member from now on.
    AcceptOffer: Post "/api/company/offer/{offer}/accept", Empty => Empty, [LoginRequired, ConsentRequired, OfferGone];
    /// Declines it.
    DeclineOffer: Post "/api/company/offer/{offer}/decline", Empty => Empty, [LoginRequired, ConsentRequired, OfferGone];
    /// Invites people by e-mail to join the company, all or none. The mails leave after the answer, which says nothing of
    /// whose the addresses are.
    PostInvitations: Post "/api/company/invitations", Invite => Invitations,
        [LoginRequired, ConsentRequired, NotAllowed, Invalid, MailUnavailable, InvitationsOver];
    /// The invitations of the company that are open or over.
    ListInvitations: Get "/api/company/invitations", Empty => Invitations, [LoginRequired, ConsentRequired, NotAllowed];
    /// Sends an invitation again, with a new link and its full time; the old link leads nowhere.
    ResendInvitation: Post "/api/company/invitations/{invitation}/resend", Empty => Invitations,
        [LoginRequired, ConsentRequired, NotAllowed, MailUnavailable, ResendTooSoon, InvitationUsed, InvitationWithdrawn, InvitationsOver];
    /// Withdraws an invitation.
    WithdrawInvitation: Delete "/api/company/invitations/{invitation}", Empty => Invitations,
        [LoginRequired, ConsentRequired, NotAllowed, InvitationUsed, InvitationWithdrawn];
    /// What a link invites to. Nothing is used up; the session holds the invitation from now on, over logging in and
    /// joining.
    OpenInvitation: Post "/api/portals/{portal}/invitation", InvitationToken => InvitationOffer,
        [InvitationGone, InvitationExpired, InvitationWithdrawn, InvitationUsed];
    /// What the invitation invites to that the session holds.
    GetInvitation: Get "/api/portals/{portal}/invitation", Empty => InvitationOffer,
        [InvitationGone, InvitationExpired, InvitationWithdrawn, InvitationUsed];
    /// Accepts the invitation that the session holds: the member belongs to the company from now on. Once, for one.
    AcceptInvitation: Post "/api/portals/{portal}/invitation/accept", Empty => SessionView,
        [LoginRequired, ConsentRequired, InvitationGone, InvitationExpired, InvitationWithdrawn, InvitationUsed, CompanyLinked, NotForMember];
    /// What was done for the company, newest first; `page` from 1.
    ListCompanyLog: Get "/api/company/log" ? ["page"], Empty => CompanyLog, [LoginRequired, ConsentRequired, NotAllowed];
    /// What is known of the company, for whoever may change it: itself, or a member.
    GetCompanyInfo: Get "/api/company/info", Empty => CompanyInfo, [LoginRequired, ConsentRequired, NotAllowed];
    /// Changes it, from the version that was seen. First comes the certificate, or at a portal without certificates the
    /// member's password, or a login of late for a member who has none.
    PutCompanyInfo: Put "/api/company/info", ChangeCompany => CompanyInfo,
        [LoginRequired, ConsentRequired, NotAllowed, StepUpRequired, PasswordWrong, LoginAgain, InfoChanged, Invalid];
    /// Changes the approval password; the certificate comes first. People who are linked stay so.
    PutApproval: Put "/api/company/approval", NewApproval => Empty, [LoginRequired, ConsentRequired, NotAllowed, StepUpRequired, Invalid];
    /// Shows the approval password to whom the table lets tell it to colleagues; noted. First comes the company's
    /// certificate, or a member's password, or a login of late for a member who has none.
    ShowApproval: Post "/api/company/approval/shown", Themselves => ShownApproval,
        [LoginRequired, ConsentRequired, NotAllowed, StepUpRequired, PasswordWrong, LoginAgain, Invalid];
    /// Tells the people of the company by e-mail that the approval password changed; never what it is.
    PostApprovalNotice: Post "/api/company/approval/notice", Empty => Notified,
        [LoginRequired, ConsentRequired, NotAllowed, StepUpRequired, MailUnavailable, ResendTooSoon];
    /// Changes the password of the company's login, under a new session id; its other logins end. The certificate comes
    /// first.
    PutCompanyPassword: Put "/api/company/password", NewCompanyPassword => SessionView,
        [LoginRequired, ConsentRequired, NotAllowed, StepUpRequired, Invalid];
    /// Services in which the company took part, and its mileage, as the portal's own backend has them.
    GetCompanyServices: Get "/api/company/services", Empty => CompanyServices, [LoginRequired, ConsentRequired, NotAllowed, ServicesUnavailable];
    /// Logs an operator of the portal in, under a new session id.
    LogInOperator: Post "/api/portals/{portal}/operator/session", OperatorLogin => SessionView, [LoginFailed];
    /// Applications whose papers wait to be looked at, newest first; `page` from 1.
    ListApplications: Get "/api/portals/{portal}/operator/applications" ? ["page"], Empty => Page<ApplicationView>, [LoginRequired];
    /// One application, waiting or decided.
    GetApplication: Get "/api/portals/{portal}/operator/applications/{reference}", Empty => ApplicationView, [LoginRequired];
    /// Approves or refuses the papers of a company, as they were shown.
    DecideApplication: Post "/api/portals/{portal}/operator/applications/{reference}/decision", Decide => ApplicationView,
        [LoginRequired, Invalid, AlreadyDecided];
    /// A file that a member handed in (raw bytes, as an attachment).
    GetMemberFile: Get "/api/portals/{portal}/operator/files/{file}", Empty => Empty, [LoginRequired];
    /// Searches provisional members. A POST, because what is searched for may be personal and addresses of requests are logged.
    SearchProvisional: Post "/api/portals/{portal}/operator/provisional/search", ProvisionalSearch => Page<ProvisionalView>, [LoginRequired];
    /// Marks the originals of a provisional member as received; the member is a full one from now on.
    ReceiveOriginals: Post "/api/portals/{portal}/operator/provisional/{reference}/received", Empty => ProvisionalView,
        [LoginRequired, AlreadyDecided];
    /// Members whom another system does not know yet, oldest first; `page` from 1. Nothing but 404 where no journey has `sync`.
    ListSyncs: Get "/api/portals/{portal}/operator/syncs" ? ["page"], Empty => Page<SyncView>, [LoginRequired];
    /// Has the other system told of a member at once, unless it was since the attempts that were shown; how it stands then.
    RetrySync: Post "/api/portals/{portal}/operator/syncs/{reference}/retry", Retry => SyncView, [LoginRequired];
    /// Changes the password of the operator who is logged in, under a new session id; their other logins end.
    ChangeOperatorPassword: Put "/api/portals/{portal}/operator/password", ChangePassword => SessionView, [LoginRequired, Invalid, PasswordWrong];
    /// Who did what at this portal, newest first; `event` is one kind, `page` from 1.
    ListAudit: Get "/api/portals/{portal}/operator/audit" ? ["event", "page"], Empty => Page<AuditLine>, [LoginRequired];
}

/// The path of an endpoint with its `{names}` filled, in their order. The parts are ids: letters, digits, `-`, `_`.
pub fn path<E: Endpoint>(parts: &[&str]) -> String {
    fill_path(E::PATH, parts)
}

/// The same for the path itself.
pub fn fill_path(template: &str, parts: &[&str]) -> String {
    let mut path = String::new();
    let mut parts = parts.iter();
    for segment in template.split('/').skip(1) {
        path.push('/');
        path.push_str(if segment.starts_with('{') { parts.next().unwrap_or(&"") } else { segment });
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_a_path_are_filled_in_order() {
        assert_eq!(path::<GetTerms>(&["daejeon", "service"]), "/api/portals/daejeon/terms/service");
        assert_eq!(path::<GetSession>(&[]), "/api/session");
    }
}
