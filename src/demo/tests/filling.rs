//! What is typed into a field that must be filled.

use super::walk::Walk;
use gaip_domain::facts::FieldInput;
use gaip_domain::portal::{AccountPart, Field, Input};
use gaip_domain::value::Script;

impl Walk {
    pub(super) fn value(&self, field: &Field) -> FieldInput {
        let list = |values: &[&str]| FieldInput::List(values.iter().map(|value| (*value).to_owned()).collect());
        match (&field.input, field.account) {
            (_, Some(AccountPart::LoginId)) => text(self.login_id),
            (_, Some(AccountPart::Name)) => text(self.name),
            (_, Some(AccountPart::BusinessNumber)) => text(self.number),
            (Input::Email, _) => text(self.email),
            (Input::Name { script: Script::Hangul, .. }, _) => text("홍길동"),
            (Input::Name { .. }, _) => text("Hong Gildong"),
            (Input::Phone, _) => text("042-123-4567"),
            (Input::Mobile, _) => text("010-1234-5678"),
            (Input::Address, _) => list(&["35242", "대전광역시 서구 둔산로 100", ""]),
            (Input::PastDate, _) => text("2019-03-04"),
            (Input::Choice(choices), _) => text(&choices[0].value),
            (Input::Choices(choices), _) => list(&[&choices[0].value]),
            (Input::Countries, _) => list(&["US"]),
            (Input::Count { .. } | Input::Amount { .. }, _) => text("10"),
            (Input::Amounts { .. }, _) => list(&["1", "2", "3"]),
            (Input::HsCode, _) => text("190230"),
            (Input::HsCodes { .. }, _) => list(&["190230"]),
            (Input::Industry, _) => text("27213"),
            (Input::Industries { .. }, _) => list(&["27213"]),
            (Input::Tags { .. }, _) => list(&["수출"]),
            (Input::WebAddress, _) => text("https://example.com"),
            _ => text("견본"),
        }
    }
}

/// A text as typed.
pub(super) fn text(value: &str) -> FieldInput {
    FieldInput::Text(value.to_owned())
}
