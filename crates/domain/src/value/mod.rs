//! Values that cannot be wrong: each type is made only by parsing what a person typed.

mod business_number;
mod code_list;
mod corporation_number;
mod date;
mod email;
mod hs_code;
mod industry_code;
mod login_id;
mod name;
mod number;
mod password;
mod phone;
mod web_address;

pub use business_number::BusinessNumber;
pub use code_list::CodeList;
pub use corporation_number::CorporationNumber;
pub use date::Date;
pub use email::Email;
pub use hs_code::HsCode;
pub use industry_code::IndustryCode;
pub use login_id::LoginId;
pub use name::{Script, name};
pub use number::{amount, count};
pub use password::{PasswordFlaw, PasswordPolicy};
pub use phone::{Phone, mobile};
pub use web_address::WebAddress;

use serde::{Deserialize, Serialize};

/// Why typed text is not a value. Codes with numbers; the words belong to i18n.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Invalid {
    /// Nothing was typed or chosen.
    Missing,
    /// Not of the form that the field asks for.
    Format,
    /// Fewer characters or digits than this.
    TooShort(u32),
    /// More characters or digits than this.
    TooLong(u32),
    /// Of the right form, but its check digit is wrong: a slip of the finger.
    Checksum,
    /// Letters other than Hangul in a Korean name.
    NotHangul,
    /// Letters other than Latin in an English name.
    NotLatin,
    /// Not a whole number of zero or more.
    NotNumber,
    /// A number above this.
    TooLarge(u64),
    /// A day that is not in the calendar.
    NoSuchDay,
    /// A day that has not come yet.
    Future,
    /// Not one of the choices that the field offers.
    UnknownChoice,
    /// A code of the right form that the code list in use does not have.
    UnknownCode,
    /// A code that has others below it where the field asks for one of those.
    NotDeepest,
    /// More entries or files than this.
    TooMany(u32),
    /// Fewer entries or files than this.
    TooFew(u32),
    /// A file that is not there, not complete or not of this sign-up.
    UnknownFile,
    /// A required consent that was not given.
    NotAgreed,
    /// The login id was not checked for duplicates since it was typed (manual row D62).
    Unchecked,
    /// Somebody else has it.
    Taken,
    /// The two entries differ.
    Mismatch,
    /// The password breaks the policy.
    Password(PasswordFlaw),
    /// A resident registration number, which no portal may take (PIPA article 24-2).
    ResidentNumber,
}

/// The result of parsing what a person typed.
pub type Parsed<T> = Result<T, Invalid>;

/// Serialises a value type as its text, and refuses text that does not parse.
macro_rules! text_value {
    ($name:ident) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(&self.0)
            }
        }
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(d)?;
                Self::parse(&text)
                    .map_err(|_| serde::de::Error::custom(concat!("not a ", stringify!($name))))
            }
        }
        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string" })
            }
        }
    };
}
use text_value;
