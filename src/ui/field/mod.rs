//! Form fields: label, hint, error and control in one component each.
//!
//! Words come by props, only values and errors are signals. What a person typed stays as it was
//! typed; whether it is right is said by the caller, in `error`.

mod frame;
mod input_box;
mod parts;
mod select_box;

mod address;
mod amounts;
mod checkbox;
mod chips;
mod choices;
mod consent;
mod consent_all;
mod date;
mod email;
mod file_row;
mod file_source;
mod files;
mod masked;
mod number;
mod option_list;
mod password;
mod phone;
mod radio;
mod radio_cards;
mod select;
mod text;
mod textarea;

pub use address::AddressField;
pub use amounts::AmountsField;
pub use checkbox::{Checkbox, CheckboxGroup};
pub use chips::Chips;
pub use choices::MultiSelect;
pub use consent::ConsentBox;
pub use consent_all::ConsentAll;
pub use date::DateField;
pub use email::EmailField;
pub use file_row::{FileRow, FileState};
pub use file_source::FileSource;
pub use files::FilesField;
pub use frame::{FieldFrame, GroupFrame};
pub use input_box::Width;
pub use masked::DigitsField;
pub use number::{NumberField, in_thousands};
pub use password::PasswordField;
pub use phone::PhoneField;
pub use radio::RadioGroup;
pub use radio_cards::{RadioCard, RadioCards};
pub use select::SelectField;
pub use text::TextField;
pub use textarea::TextareaField;

/// One answer a person can choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is kept.
    pub code: String,
    /// What is read.
    pub name: String,
    /// A line of explanation below the name; radios and checkboxes show it.
    pub note: Option<String>,
}

impl Choice {
    /// A choice without explanation.
    pub fn new(code: impl Into<String>, name: impl Into<String>) -> Self {
        Self { code: code.into(), name: name.into(), note: None }
    }

    /// The same choice, explained.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }
}

impl From<(String, String)> for Choice {
    fn from((code, name): (String, String)) -> Self {
        Self::new(code, name)
    }
}

/// Every state of every field.
#[cfg(feature = "gallery")]
pub fn stories() -> Vec<super::story::Story> {
    [
        text::STORIES,
        password::STORIES,
        textarea::STORIES,
        select::STORIES,
        radio::STORIES,
        radio_cards::STORIES,
        checkbox::STORIES,
        date::STORIES,
        phone::STORIES,
        email::STORIES,
        masked::STORIES,
        number::STORIES,
        amounts::STORIES,
        address::STORIES,
        choices::STORIES,
        files::STORIES,
        file_source::STORIES,
        consent::STORIES,
        consent_all::STORIES,
    ]
    .concat()
}
