//! Refusals as RFC 9457 problems with stable codes; words belong to i18n.

use gaip_domain::facts::FieldProblem;
use serde::{Deserialize, Serialize};

/// Declares the codes once: variant, name on the wire, HTTP status, a title for engineers.
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $status:literal, $title:literal;)+) => {
        /// Why a request was refused.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum ProblemCode { $($(#[doc = $doc])+ #[serde(rename = $name)] $variant,)+ }

        impl ProblemCode {
            /// Every code.
            pub const ALL: &[ProblemCode] = &[$(ProblemCode::$variant),+];
            /// The code on the wire.
            pub fn name(self) -> &'static str { match self { $(Self::$variant => $name),+ } }
            /// The HTTP status that carries it.
            pub fn status(self) -> u16 { match self { $(Self::$variant => $status),+ } }
            /// What it means, for engineers; people read i18n's words.
            pub fn title(self) -> &'static str { match self { $(Self::$variant => $title),+ } }
        }
    };
}

codes! {
    /// Fields are wrong; `fields` names each.
    Invalid = "invalid", 422, "Fields are wrong";
    /// The body is not of the endpoint's form.
    BadRequest = "bad_request", 400, "The request is not of the endpoint's form";
    /// Nobody is logged in, or the session is over.
    LoginRequired = "login_required", 401, "Log in first";
    /// A document of the member's journey changed: agree to the version in force first.
    ConsentRequired = "consent_required", 403, "Agree to the documents in force first";
    /// Nobody is a member without this consent; it ends by leaving.
    ConsentStays = "consent_stays", 409, "A required consent ends by leaving";
    /// It wants a login of the last minutes, or a proof by the company's certificate.
    LoginAgain = "login_again", 403, "Log in again first";
    /// What was entered was changed elsewhere since it was shown.
    InfoChanged = "info_changed", 409, "What was entered was changed since it was shown";
    /// The journey is not for a member of this kind.
    NotForMember = "not_for_member", 403, "The journey is not for a member of this kind";
    /// Login id and password do not belong together.
    LoginFailed = "login_failed", 401, "Login id or password is wrong";
    /// The account is not of the type that was chosen.
    LoginTypeWrong = "login_type_wrong", 403, "The account is not of the chosen type of login";
    /// By this passkey nobody can log in here: it is unknown or removed, or its proof does not fit.
    PasskeyFailed = "passkey_failed", 401, "The passkey does not log anybody in";
    /// What the browser made is no passkey of this portal.
    PasskeyRefused = "passkey_refused", 422, "The new passkey does not fit what was asked";
    /// The passkey is registered already.
    PasskeyRegistered = "passkey_registered", 409, "The passkey is registered already";
    /// The member has as many passkeys as one may have.
    PasskeysFull = "passkeys_full", 409, "The member has as many passkeys as one may have";
    /// What was entered as the present password is not.
    PasswordWrong = "password_wrong", 422, "The present password is wrong";
    /// The request came from another site.
    CrossSite = "cross_site", 403, "The request came from another site";
    /// No such thing, or none of this session.
    NotFound = "not_found", 404, "Not found";
    /// No sign-up is open in this session; it was submitted, given up or is too old.
    DraftGone = "draft_gone", 404, "No sign-up is open";
    /// Another tab writes this sign-up.
    HeldElsewhere = "held_elsewhere", 409, "Another tab holds the draft";
    /// The step may not be answered yet, or no longer.
    StepClosed = "step_closed", 409, "The step is not open";
    /// The answer voids others; `forgotten` names them. Send it again with `forget`.
    WouldForget = "would_forget", 409, "The answer voids later answers";
    /// The documents changed since they were shown.
    TermsChanged = "terms_changed", 409, "The documents changed since they were shown";
    /// The sign-up was submitted already.
    AlreadySubmitted = "already_submitted", 409, "The sign-up was submitted already";
    /// The idempotency key was used for something else.
    KeyReused = "key_reused", 422, "The idempotency key was used for another submission";
    /// The company is a member already.
    CompanyIsMember = "company_is_member", 409, "The company is a member already";
    /// The registry says that the business is suspended (휴업).
    BusinessSuspended = "business_suspended", 422, "The business is suspended";
    /// The registry says that the business is closed (폐업).
    BusinessClosed = "business_closed", 422, "The business is closed";
    /// The registry does not know the number.
    BusinessUnregistered = "business_unregistered", 422, "The registry does not know the number";
    /// Number, representative and opening date are not those that the registry has.
    BusinessMismatch = "business_mismatch", 422, "Number, representative and opening date do not agree";
    /// The registry cannot be reached; this is never taken for a valid business.
    RegistryUnavailable = "registry_unavailable", 503, "The registry cannot be reached";
    /// The address search cannot be reached; addresses can be typed.
    AddressesUnavailable = "addresses_unavailable", 503, "The address search cannot be reached";
    /// The address search finds too much for this keyword, or the keyword is too short.
    KeywordTooBroad = "keyword_too_broad", 422, "The keyword is too broad";
    /// No verification is under way, or it is too old.
    IdentityGone = "identity_gone", 409, "No verification is under way";
    /// The code is not the one that was sent.
    IdentityCodeWrong = "identity_code_wrong", 422, "The code is wrong";
    /// The code is too old.
    IdentityCodeExpired = "identity_code_expired", 422, "The code has expired";
    /// Too many wrong codes; begin again.
    IdentityTriesOver = "identity_tries_over", 422, "Too many wrong codes";
    /// The person has not consented in the app yet.
    IdentityPending = "identity_pending", 409, "The person has not consented yet";
    /// The person refused, or the service found that the details do not belong together.
    IdentityMismatch = "identity_mismatch", 422, "The details do not belong to one person";
    /// The service cannot be reached; this is never taken for verified.
    IdentityUnavailable = "identity_unavailable", 503, "The identity service cannot be reached";
    /// The service gave nothing that tells this person from others.
    IdentityIncomplete = "identity_incomplete", 422, "The service does not tell the person from others";
    /// The person is under 14.
    UnderAge = "under_age", 422, "The person is under 14";
    /// The code was sent a moment ago; `retry_after` says how long to wait.
    ResendTooSoon = "resend_too_soon", 429, "Wait before the code is sent again";
    /// The code was sent as often as it may be.
    ResendsOver = "resends_over", 429, "The code was sent too often";
    /// Somebody with this identity is a member of this portal already.
    PersonIsMember = "person_is_member", 409, "The person is a member already";
    /// The company is not registered at this portal, so nobody can be linked to it.
    CompanyNotRegistered = "company_not_registered", 409, "The company is not registered here";
    /// The approval password is not the company's.
    ApprovalWrong = "approval_wrong", 422, "The approval password is wrong";
    /// Approval passwords were tried too often.
    ApprovalTriesOver = "approval_tries_over", 429, "Too many wrong approval passwords";
    /// No code was asked for by e-mail with what is typed, or it is too old.
    EmailCodeGone = "email_code_gone", 409, "No code was asked for with this input";
    /// The code is not the one that was sent by e-mail.
    EmailCodeWrong = "email_code_wrong", 422, "The code by e-mail is wrong";
    /// The code is too old.
    EmailCodeExpired = "email_code_expired", 422, "The code by e-mail has expired";
    /// Too many wrong codes; ask for another.
    EmailCodeTriesOver = "email_code_tries_over", 422, "Too many wrong codes by e-mail";
    /// The portal's backend of services and mileage does not answer.
    ServicesUnavailable = "services_unavailable", 503, "The portal's backend of services cannot be reached";
    /// Mails cannot be sent now.
    MailUnavailable = "mail_unavailable", 503, "The mail server cannot be reached";
    /// No member has this login id and name and is the person who was verified.
    AccountMismatch = "account_mismatch", 422, "Login id, name and person are not one member's";
    /// No account at a provider was shown for this step, or it is too old.
    SocialGone = "social_gone", 409, "No account at a provider was shown";
    /// The provider of accounts cannot be reached or is not offered.
    SocialUnavailable = "social_unavailable", 503, "The provider of accounts cannot be reached";
    /// The company directory cannot be reached.
    DirectoryUnavailable = "directory_unavailable", 503, "The company directory cannot be reached";
    /// The challenge is unknown, too old, or of another session, sign-up or purpose.
    ChallengeGone = "challenge_gone", 409, "The challenge is void; ask for another";
    /// The challenge was answered before.
    ChallengeUsed = "challenge_used", 409, "The challenge was answered already";
    /// The proof is not a signature over the challenge by the certificate in it.
    SignatureWrong = "signature_wrong", 422, "The signature does not fit the challenge";
    /// What should be a certificate is none, or breaks the rules of its profile.
    CertificateBroken = "certificate_broken", 422, "The certificate is damaged or not of the profile";
    /// The certificate is over.
    CertificateExpired = "certificate_expired", 422, "The certificate has expired";
    /// The certificate is not valid yet.
    CertificateNotYetValid = "certificate_not_yet_valid", 422, "The certificate is not valid yet";
    /// The certificate was revoked (폐지).
    CertificateRevoked = "certificate_revoked", 422, "The certificate is revoked";
    /// The certificate is on hold (효력정지).
    CertificateOnHold = "certificate_on_hold", 422, "The certificate is on hold";
    /// No authority that is trusted here issued it.
    CertificateAuthority = "certificate_authority", 422, "No trusted authority issued the certificate";
    /// The authority has ended.
    CertificateAuthorityEnded = "certificate_authority_ended", 422, "The authority of the certificate has ended";
    /// Its kind is not taken at this portal.
    CertificateKind = "certificate_kind", 422, "The kind of certificate is not taken here";
    /// It certifies a person, not a company.
    CertificatePersonal = "certificate_personal", 422, "The certificate is a person's, not a company's";
    /// It is another company's.
    CertificateOtherCompany = "certificate_other_company", 422, "The certificate is another company's";
    /// Whose it is cannot be proved: the certificate or the key lacks what that needs.
    CertificateOwnerUnproved = "certificate_owner_unproved", 422, "Whose certificate it is cannot be proved";
    /// Whether it was revoked cannot be found out now; this is never taken for valid.
    RevocationUnavailable = "revocation_unavailable", 503, "Whether the certificate was revoked cannot be found out";
    /// No member registered this certificate.
    CertificateUnregistered = "certificate_unregistered", 401, "No member registered the certificate";
    /// The certificate is registered already.
    CertificateRegistered = "certificate_registered", 409, "The certificate is registered already";
    /// No attempt by a financial certificate is under way, or it was used.
    FinancialGone = "financial_gone", 409, "No attempt by a financial certificate is under way";
    /// Nobody answered in time.
    FinancialTimeout = "financial_timeout", 422, "The attempt ran out of time";
    /// The holder refused, or the service refused the holder.
    FinancialRefused = "financial_refused", 422, "The service or the holder refused";
    /// The number of the device is wrong.
    FinancialOtpWrong = "financial_otp_wrong", 422, "The number of the device is wrong";
    /// Too many wrong numbers; begin again.
    FinancialTriesOver = "financial_tries_over", 422, "Too many wrong numbers";
    /// The service cannot be reached or does not make sense; this is never taken for verified.
    FinancialUnavailable = "financial_unavailable", 503, "The financial certificate service cannot be reached";
    /// The service was asked too often of late; `retry_after` says how long to wait.
    FinancialTooOften = "financial_too_often", 429, "The service was asked too often";
    /// A proof by the company's certificate is wanted first.
    StepUpRequired = "step_up_required", 403, "A proof by the company's certificate is wanted first";
    /// Somebody decided it meanwhile, or it changed since it was shown.
    AlreadyDecided = "already_decided", 409, "Somebody decided it already, or it changed meanwhile";
    /// The kind of member may not do this.
    NotAllowed = "not_allowed", 403, "This kind of member may not do this";
    /// The time in which it could be taken back is over, or it was taken back.
    UndoOver = "undo_over", 409, "It cannot be taken back any more";
    /// A master stays in the company until another is the master.
    MasterStays = "master_stays", 409, "The master cannot leave the company; hand the role over first";
    /// The master's role is offered to somebody already.
    OfferPending = "offer_pending", 409, "The role is offered to somebody already";
    /// There is no such offer any more: it was answered, withdrawn or is over.
    OfferGone = "offer_gone", 409, "There is no such offer any more";
    /// No invitation has this link, or none was opened in this session.
    InvitationGone = "invitation_gone", 404, "No invitation has this link";
    /// The invitation is older than a week.
    InvitationExpired = "invitation_expired", 409, "The invitation is over";
    /// The company withdrew the invitation.
    InvitationWithdrawn = "invitation_withdrawn", 409, "The invitation was withdrawn";
    /// Somebody accepted the invitation.
    InvitationUsed = "invitation_used", 409, "The invitation was accepted already";
    /// The company invited as many, or sent as often, as it may.
    InvitationsOver = "invitations_over", 429, "The company invited as often as it may";
    /// The member belongs to a company already.
    CompanyLinked = "company_linked", 409, "The member belongs to a company already";
    /// The login id is somebody's.
    LoginIdTaken = "login_id_taken", 409, "The login id is taken";
    /// The file is larger than the limit.
    FileTooLarge = "file_too_large", 413, "The file is too large";
    /// The file is empty.
    FileEmpty = "file_empty", 422, "The file is empty";
    /// The ending is not among those taken, or the content is of another kind.
    FileType = "file_type", 422, "The file is not of a kind that is taken";
    /// The archive unpacks to too much, holds too many files, other archives, or is locked by a password.
    FileArchive = "file_archive", 422, "The archive is not acceptable";
    /// The sign-up holds too many files.
    TooManyFiles = "too_many_files", 422, "Too many files";
    /// The chunk does not start where the file ends; ask for its state and go on from there.
    WrongOffset = "wrong_offset", 409, "The chunk does not start where the file ends";
    /// Too many requests; `retry_after` says how long to wait.
    TooMany = "too_many", 429, "Too many requests";
    /// Something is broken here; the request id is in the logs.
    Internal = "internal", 500, "Internal error";
}

/// A refusal: `application/problem+json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Problem {
    /// `/problems/<code>`, a stable name (RFC 9457 section 3.1.1).
    #[serde(rename = "type")]
    pub kind: String,
    /// For engineers.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// The code.
    pub code: ProblemCode,
    /// Fields that are wrong, for `invalid`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldProblem>,
    /// Steps whose answers would be void, for `would_forget`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forgotten: Vec<String>,
    /// Seconds to wait, for `too_many`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u32>,
    /// Names the request in the logs, so that a person can quote it to the help line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

impl Problem {
    /// A problem of this code with nothing beside it.
    pub fn new(code: ProblemCode) -> Self {
        Self {
            kind: format!("/problems/{}", code.name()),
            title: code.title().to_owned(),
            status: code.status(),
            code,
            fields: Vec::new(),
            forgotten: Vec::new(),
            retry_after: None,
            request_id: None,
        }
    }

    /// Wrong fields.
    pub fn invalid(fields: Vec<FieldProblem>) -> Self {
        Self { fields, ..Self::new(ProblemCode::Invalid) }
    }
}

impl From<ProblemCode> for Problem {
    fn from(code: ProblemCode) -> Self {
        Self::new(code)
    }
}
