//! The words of the application in every language. A word that lacks a translation does not compile.
//!
//! The words of one portal (its terms, labels, notes) are in its folder, not here.

mod account;
mod activity;
mod approval;
mod certificate;
mod certificate_problem;
mod codes;
mod company;
mod company_admin;
mod company_login;
mod entrance;
mod field;
mod financial;
mod frame;
mod identity;
mod identity_problem;
mod invalid;
mod invitation;
mod link;
mod mine;
mod old_member;
mod operator;
mod own;
mod passkey;
mod problem;
mod products;
mod recovery;
mod refusal;
mod sandbox;
mod signup;
mod social;

pub use account::{my_page, to_my_page};
pub use activity::{activity_by, activity_event, activity_words};
pub use approval::{ApprovalWords, approval_words};
pub use certificate::{CertificateWords, certificate_words, instead, medium};
pub use certificate_problem::{fault, state, why};
pub use codes::{advice, code_words, list_words, read_as};
pub use company::{CompanyWords, company_words, role_meaning, role_name};
pub use company_admin::{AdminWords, admin_words, service_name};
pub use company_login::{CompanyLoginWords, company_login_words};
pub use entrance::{EntranceWords, WaitWords, entrance_words, login_type_name, login_type_work, wait_words};
pub use field::field_words;
pub use financial::{FinancialWords, financial_words};
pub use identity::{IdentityWords, apps, carriers, identity_invalid, identity_words, issuers, time_left};
pub use invalid::{as_object, invalid, invalid_of};
pub use invitation::{InvitationWords, invitation_words, wrong_addresses};
pub use link::{link_words, linked_by_meaning, linked_by_name};
pub use mine::mine_words;
pub use old_member::{old_kind, old_member_words};
pub use operator::{OperatorWords, PapersWords, application_state, audit_event, operator_words, papers_words};
pub use own::{OwnWords, own_words};
pub use passkey::passkey_words;
pub use problem::problem;
pub use products::product_words;
pub use recovery::{email_code_words, recovery_words};
pub use refusal::refusal;
pub use sandbox::{SandboxWords, sandbox_words};
pub use social::{provider_act, provider_name, social_outcome, social_words};

use crate::ui::words::UiWords;
use gaip_domain::text::{Lang, Text};
use std::cell::Cell;

/// Declares words: `name: "Korean", "English";`.
macro_rules! word_list {
    ($(#[$meta:meta])* $group:ident; $($key:ident: $ko:literal, $en:literal;)*) => {
        $(#[$meta])*
        #[allow(missing_docs, reason = "the words document themselves")]
        pub struct $group { $(pub $key: &'static str,)* }
        impl $group {
            /// Korean.
            pub const KO: Self = Self { $($key: $ko,)* };
            /// English.
            pub const EN: Self = Self { $($key: $en,)* };
        }
    };
}
use word_list;

/// The words that any page may need, in one language, by area. Others stand apart, because they come later
/// (`src/later.rs`).
pub struct Words {
    /// Header, footer, settings, home.
    pub frame: frame::FrameWords,
    /// The pages of a sign-up.
    pub signup: signup::SignupWords,
    /// Login, my page, session.
    pub account: account::AccountWords,
}

static KO: Words =
    Words { frame: frame::FrameWords::KO, signup: signup::SignupWords::KO, account: account::AccountWords::KO };

static EN: Words =
    Words { frame: frame::FrameWords::EN, signup: signup::SignupWords::EN, account: account::AccountWords::EN };

thread_local! {
    static LANG: Cell<Lang> = const { Cell::new(Lang::Ko) };
}

/// The language in force. It is fixed while a page lives: changing it builds the page anew.
pub fn lang() -> Lang {
    LANG.get()
}

/// Fixes the language.
pub fn set_lang(lang: Lang) {
    LANG.set(lang);
}

/// The words in the language in force.
pub fn words() -> &'static Words {
    match lang() {
        Lang::Ko => &KO,
        Lang::En => &EN,
    }
}

/// One of two texts, in the language in force.
fn pick(ko: &'static str, en: &'static str) -> &'static str {
    match lang() {
        Lang::Ko => ko,
        Lang::En => en,
    }
}

/// Words of a portal in the language in force.
pub fn local(text: &Text) -> String {
    text.get(lang()).to_owned()
}

/// Puts a value into a `{}` of some words.
pub fn fill(words: &str, value: impl std::fmt::Display) -> String {
    words.replacen("{}", &value.to_string(), 1)
}

/// The small words of the design kit.
pub fn ui_words() -> UiWords {
    match lang() {
        Lang::Ko => UiWords::KO,
        Lang::En => frame::UI_EN,
    }
}

#[cfg(target_arch = "wasm32")]
thread_local! {
    /// Writes instants. Made once: it takes a browser longer than a whole page of rows.
    static INSTANT: std::cell::OnceCell<js_sys::Function> = const { std::cell::OnceCell::new() };
    /// Writes days.
    static DAY: std::cell::OnceCell<js_sys::Function> = const { std::cell::OnceCell::new() };
}

/// An ISO 8601 instant as people in Korea read it; the text itself where there is no browser.
pub fn date_time(iso: &str) -> String {
    instant(iso, true)
}

/// The day of an ISO 8601 instant in Korea; the text itself where there is no browser.
pub fn date(iso: &str) -> String {
    instant(iso, false)
}

#[cfg(target_arch = "wasm32")]
fn instant(iso: &str, with_time: bool) -> String {
    use wasm_bindgen::JsValue;
    let make = || {
        let options = js_sys::Object::new();
        let time = with_time.then_some(("timeStyle", "short"));
        for (name, value) in [("dateStyle", "long"), ("timeZone", "Asia/Seoul")].into_iter().chain(time) {
            let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
        }
        js_sys::Intl::DateTimeFormat::new(&js_sys::Array::of1(&lang().tag().into()), &options).format()
    };
    let date = js_sys::Date::new(&JsValue::from_str(iso));
    let kept = if with_time { &INSTANT } else { &DAY };
    let written = kept.with(|writer| writer.get_or_init(make).call1(&JsValue::UNDEFINED, &date));
    let written = written.ok().and_then(|text| text.as_string()).unwrap_or_else(|| iso.to_owned());
    match written.rsplit_once(' ').filter(|_| with_time) {
        // The hour stays beside its half of the day when a line ends.
        Some((day, hour)) => [day, "\u{a0}", hour].concat(),
        None => written,
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn instant(iso: &str, _with_time: bool) -> String {
    iso.to_owned()
}
