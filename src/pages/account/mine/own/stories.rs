//! States of changing one's own information for the gallery.

use super::editing::Editing;
use super::form::InfoForm;
use super::password::PasswordPart;
use crate::api::Failure;
use crate::pages::password::form::PasswordForm;
use crate::steps::samples;
use crate::ui::story::Story;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{EmailCodeAttempt, MyInfo};
use gaip_domain::facts::{Answer, Facts, Value};
use gaip_domain::portal::{Input, Portal};
use leptos::prelude::*;

/// Every state.
pub const STORIES: &[Story] = &[
    Story { name: "pages/my/info", view: || shown(true, |_| {}) },
    Story { name: "pages/my/info-two-emails", view: || shown(true, two_emails) },
    Story { name: "pages/my/info-new-email", view: || shown(true, |editing| address(editing, false)) },
    Story { name: "pages/my/info-code-sent", view: || shown(true, |editing| address(editing, true)) },
    Story { name: "pages/my/info-missing", view: || shown(true, missing) },
    Story { name: "pages/my/info-log-in-again", view: || shown(false, |editing| address(editing, false)) },
    Story { name: "pages/my/info-fresh", view: || shown(false, |editing| editing.fresh.set(true)) },
    Story {
        name: "pages/my/info-conflict",
        view: || shown(true, |editing| refused(editing, ProblemCode::InfoChanged)),
    },
    Story {
        name: "pages/my/info-wrong-password",
        view: || shown(true, |editing| refused(editing, ProblemCode::PasswordWrong)),
    },
    Story { name: "pages/my/password", view: || password(false) },
    Story { name: "pages/my/password-none", view: || password(true) },
];

fn portal() -> &'static Portal {
    samples::answering("review").draft.portal
}

fn info(password: bool) -> MyInfo {
    let portal = portal();
    let journey = &portal.journeys[0];
    let text = |name: &str, text: &str| (name.to_owned(), Value::Text(text.to_owned()));
    let contact = [
        text("login_id", "hanbit1"),
        text("name", "홍길동"),
        text("department", "수출팀"),
        text("position", "과장"),
        text("phone", "042-123-4567"),
        text("mobile", "010-1234-5678"),
        text("email", "hong@example.kr"),
    ];
    let mut facts = Facts::default();
    let company = [
        text("business_number", "2208162517"),
        text("name", "(주)한빛무역"),
        text("representative", "김대표"),
        text("representative_gender", "female"),
        text("founded", "2010-03-02"),
        text("phone", "042-123-4567"),
        text("email", "info@example.kr"),
        text("business_item", "26110"),
        text("business_type", "제조"),
        text("main_product", "반도체 검사 장비"),
        ("employees".to_owned(), Value::Number(12)),
        ("assets".to_owned(), Value::Number(900)),
        ("export_countries".to_owned(), Value::List(vec!["US".to_owned(), "VN".to_owned()])),
        ("sales".to_owned(), Value::Numbers(vec![100, 200, 300])),
        ("exports".to_owned(), Value::Numbers(vec![10, 20, 30])),
    ];
    facts.answers.insert("contact".to_owned(), Answer::Form(contact.into_iter().collect()));
    facts.answers.insert("company-info".to_owned(), Answer::Form(company.into_iter().collect()));
    MyInfo { version: 1, journeys: vec![journey.id.clone()], facts, password, fresh: false }
}

fn shown(password: bool, state: fn(Editing)) -> AnyView {
    let editing = Editing::new(portal(), info(password), 2026);
    state(editing);
    view! { <InfoForm editing/> }.into_any()
}

fn email(editing: Editing, text: &str) {
    emails(editing, &[text]);
}

/// Types addresses, one a form.
fn emails(editing: Editing, texts: &[&str]) {
    editing.forms.with_value(|forms| {
        let typed = forms.iter().flat_map(|(_, typed)| typed).filter(|one| one.field.input == Input::Email);
        typed.zip(texts).for_each(|(one, text)| one.text.set((*text).to_owned()));
    });
}

fn two_emails(editing: Editing) {
    emails(editing, &["new@example.com", "other@example.com"]);
    editing.problems.set(editing.judge());
}

fn address(editing: Editing, sent: bool) {
    email(editing, "new@example.com");
    if sent {
        let attempt = EmailCodeAttempt { expires_in: 600, resend_in: 30, resends_left: 5, tries_left: 5 };
        editing.attempt.set(Some(("new@example.com".to_owned(), attempt)));
        editing.clock.left.set(598);
        editing.clock.resend.set(28);
    }
}

fn missing(editing: Editing) {
    email(editing, "new@");
    editing.problems.set(editing.judge());
}

fn refused(editing: Editing, code: ProblemCode) {
    editing.failure.set(Some(Failure::Refused(Box::new(code.into()))));
}

fn password(none: bool) -> AnyView {
    let form = PasswordForm::new("hanbit1".to_owned());
    view! { <PasswordPart portal=portal() none form on_submit=Callback::new(|()| {})/> }.into_any()
}
