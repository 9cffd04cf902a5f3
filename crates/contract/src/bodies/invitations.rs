//! What invitations by e-mail carry.

use serde::{Deserialize, Serialize};

/// Days after which an invitation is over.
pub const INVITATION_DAYS: u32 = 7;
/// How often one is sent again at most.
pub const INVITATION_RESENDS: u32 = 5;

bodies! {
    /// Whom to invite.
    pub struct Invite {
        /// E-mail addresses as typed, 20 at most; what is wrong with one is told of the field `emails.0` and so on.
        pub emails: Vec<String>,
    }

    /// The invitations of a company that nobody used, and that it did not withdraw.
    pub struct Invitations {
        /// The one that was sent last comes first.
        pub rows: Vec<InvitationView>,
    }

    /// One of them.
    pub struct InvitationView {
        /// Its id.
        pub id: String,
        /// The address by its ends.
        pub email: String,
        /// When it was sent last: ISO 8601 in UTC.
        pub sent_at: String,
        /// When it is over: ISO 8601 in UTC.
        pub expires_at: String,
        /// It is over; it counts anew when it is sent again.
        pub expired: bool,
        /// How often it can be sent again.
        pub resends_left: u32,
    }

    /// What the link of the mail holds.
    pub struct InvitationToken {
        /// The part behind `#`.
        pub token: String,
    }

    /// What somebody is invited to.
    pub struct InvitationOffer {
        /// The company's name.
        pub company: String,
        /// The name of who invites, by its ends; absent where the company itself does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub inviter: Option<String>,
        /// When it is over: ISO 8601 in UTC.
        pub expires_at: String,
    }
}
