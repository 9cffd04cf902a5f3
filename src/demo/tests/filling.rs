//! What is typed into a field that must be filled.

use super::walk::{CHOSEN, Walk};
use crate::demo::samples::APPROVAL;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::LoginIdCheck;
use gaip_contract::endpoints::CheckLoginId;
use gaip_domain::facts::{FieldInput, Fields};
use gaip_domain::portal::{AccountPart, Field, Input, Presence};
use gaip_domain::value::Script;
use std::collections::BTreeMap;

impl Walk {
    /// Fills in the fields that must be; secrets apart.
    pub(super) fn fills<'a>(
        &mut self,
        parts: &[&str],
        fields: impl Iterator<Item = &'a Field>,
        secrets: &mut BTreeMap<String, String>,
    ) -> Result<Fields, ProblemCode> {
        let mut filled = Fields::new();
        for field in fields.filter(|field| field.presence != Presence::Optional) {
            let value = match &field.input {
                Input::NewPassword => {
                    secrets.insert(field.name.clone(), CHOSEN.to_owned());
                    continue;
                }
                Input::NewPin => {
                    secrets.insert(field.name.clone(), APPROVAL.to_owned());
                    continue;
                }
                Input::LoginId => {
                    let check = LoginIdCheck { login_id: self.login_id.to_owned() };
                    assert!(self.ask::<CheckLoginId>(&parts[..2], &check)?.available);
                    text(self.login_id)
                }
                Input::Files { .. } => FieldInput::List(vec![self.uploads(parts)?.id]),
                _ => self.value(field),
            };
            filled.insert(field.name.clone(), value);
        }
        Ok(filled)
    }

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
