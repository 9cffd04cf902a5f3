//! What a page and the signer (a web worker) say to each other, as JSON.
//!
//! The page hands picked files over and hears what they are. A password goes in, a signature comes out: neither password
//! nor key is ever told back.

use crate::bodies::CertificateRule;
use serde::{Deserialize, Serialize};

/// Address of the script that starts the worker.
pub const SCRIPT: &str = "/signer_loader.js";
/// Most files that are looked at in one go; more are told as too many.
pub const FILES: usize = 2_000;

/// Names the purpose to which the owner's random number is sealed: `info` of HPKE. Its `aad` is the text of the challenge,
/// so that it opens for that challenge alone.
pub const SEAL_INFO: &[u8] = b"gaip owner random 1";

/// A question of the page. The message is an array: this as text, and behind it the files that it speaks of.
#[derive(Clone, Serialize, Deserialize)]
pub struct Ask {
    /// Comes back with the answer.
    pub id: u32,
    /// What is asked.
    pub what: What,
}

/// What can be asked. It has no `Debug`: a password may be in it.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Judge certificates by these kinds from now on.
    Rules(Vec<CertificateRule>),
    /// Look through the files that come with the message, each with its path, instead of those before.
    Look {
        /// Paths, in the order of the files.
        paths: Vec<String>,
    },
    /// What is kept in this browser.
    Kept,
    /// Open the key of an entry and hold it until `Sign` or `Close`.
    Open {
        /// The entry.
        entry: String,
        /// Its password as typed.
        password: String,
        /// Ten digits: whose it must be. Absent where only the server can know.
        business_number: Option<String>,
    },
    /// Sign with the key that is open.
    Sign {
        /// The text of the challenge.
        content: String,
        /// The key to which the owner's random number is sealed, in base64url.
        seal_key: String,
    },
    /// Forget the key that is open.
    Close,
    /// Keep an entry in this browser, its key closed as it is.
    Keep(String),
    /// Delete an entry that is kept in this browser.
    Delete(String),
    /// Give the files of an entry that is kept in this browser.
    CopyOut(String),
}

/// An answer of the worker, or its first word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The question's.
    pub id: u32,
    /// The answer.
    pub answer: Answer,
}

/// What can be answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Said once and unasked, with the id 0: the worker hears from now on. What was said to it before is lost.
    Ready {
        /// It can make random numbers; without them nothing can be sealed.
        random: bool,
        /// It can keep certificates.
        store: bool,
    },
    /// It is done.
    Done,
    /// To files, and to what is kept.
    Listed(Listing),
    /// The key is open. The entry may be better known than before.
    Opened(Box<Entry>),
    /// A signature over the challenge.
    Signed {
        /// CMS `SignedData` in base64url.
        signature: String,
        /// The owner's random number, sealed, in base64url; absent where the key has none.
        sealed_random: Option<String>,
    },
    /// Files of an entry: name, and content in base64.
    Copied(Vec<(String, String)>),
    /// It did not work.
    Failed(Fault),
}

/// Why something did not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// The password does not open the key.
    WrongPassword,
    /// The file is damaged.
    Damaged,
    /// The key is another certificate's.
    WrongPair,
    /// It is locked in a way that is not known here.
    Unsupported,
    /// It is no certificate.
    NotCertificate,
    /// It is larger than any certificate.
    TooLarge,
    /// There are more files than are looked at.
    TooMany,
    /// The key lacks the random number by which its owner is proved.
    NoRandom,
    /// It is another company's.
    OtherCompany,
    /// The file or entry is not there any more.
    Gone,
    /// The browser keeps nothing for this site.
    Storage,
    /// The worker does not answer.
    Silent,
}

/// Certificates that were found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// Those that can be shown, usable ones first.
    pub entries: Vec<Entry>,
    /// Files that look like certificates or keys and are none that can be used.
    pub odd: Vec<OddFile>,
}

/// A file that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OddFile {
    /// Its path as picked.
    pub name: String,
    /// Why.
    pub why: Fault,
}

/// A certificate with its key, or a PFX file that may hold one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Names it in the worker.
    pub id: String,
    /// The folder or file that it was found in.
    pub name: String,
    /// What stands in the certificate; nothing while only the password of a PFX file could tell.
    pub certificate: Option<Details>,
    /// Whether it can be used.
    pub state: State,
    /// It is kept in this browser.
    pub kept: bool,
}

/// What stands in a certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// Id of its kind among the rules; nothing where they do not know it.
    pub kind: Option<String>,
    /// Whose it is, as people are called.
    pub owner: String,
    /// Who issued it, as its folders are called: `yessign`.
    pub issuer: String,
    /// The whole name of its owner.
    pub subject_name: String,
    /// The whole name of its issuer.
    pub issuer_name: String,
    /// Hexadecimal.
    pub serial: String,
    /// OIDs.
    pub policies: Vec<String>,
    /// First day, in Korean time: `2026-06-30`.
    pub from: String,
    /// Last day, in Korean time.
    pub until: String,
}

/// Whether a certificate can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It can.
    Usable,
    /// It can, for so many days more.
    EndsSoon(u32),
    /// Only the password of the PFX file can tell.
    Locked,
    /// It is over.
    Expired,
    /// It has not begun.
    NotYetValid,
    /// Its kind is not taken here.
    KindNotTaken,
    /// It is a person's.
    Personal,
    /// Its authority has ended.
    AuthorityEnded,
    /// Its key is not among the files.
    KeyMissing,
}

impl State {
    /// Whether it is worth a password.
    pub fn usable(self) -> bool {
        matches!(self, State::Usable | State::EndsSoon(_) | State::Locked)
    }
}
