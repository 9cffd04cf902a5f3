//! One use of the dialog: what was typed, what is under way, and what its answers do.

use super::ask::FinancialAsk;
use crate::api::Failure;
use crate::i18n::{certificate_words, fill, financial_words, refusal};
use crate::steps::certificate_dialog::{WayOut, is_resident};
use crate::steps::identity::Clock;
use crate::ui::focus::focus_soon;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AskFinancial, FinancialAttempt, FinancialState, FinancialWay};
use gaip_domain::text::digits;
use gaip_domain::value::{self, BusinessNumber};
use leptos::prelude::*;

/// Ids of the inputs.
pub const NUMBER: &str = "financial-number";
pub const MOBILE: &str = "financial-mobile";
pub const AGREED: &str = "financial-agreed";
pub const OTP: &str = "financial-otp";
/// Id of the part that waits.
pub const WAITING: &str = "financial-waiting";

/// Which part is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Numbers and way.
    Details,
    /// The service's terms.
    Account,
    /// Two digits to send.
    Reply,
    /// Two digits to key in.
    Call,
    /// The number of a device.
    Otp,
    /// Verified; it is being used.
    Finishing,
}

/// One use of the dialog.
#[derive(Clone, Copy)]
pub struct Flow {
    pub(super) ask: StoredValue<FinancialAsk>,
    /// Closes the dialog.
    pub on_close: Callback<()>,
    /// The business number as typed.
    pub number: RwSignal<String>,
    /// A number of thirteen digits was typed and dropped.
    pub dropped: RwSignal<bool>,
    /// The mobile number as typed.
    pub mobile: RwSignal<String>,
    /// The way.
    pub way: RwSignal<String>,
    /// The service is to log in by itself.
    pub remember: RwSignal<bool>,
    /// The service's terms are agreed to.
    pub agreed: RwSignal<bool>,
    /// The number of the device as typed.
    pub otp: RwSignal<String>,
    /// What is under way.
    pub attempt: RwSignal<Option<FinancialAttempt>>,
    /// The time that runs.
    pub clock: Clock,
    /// The input that is wrong, and why.
    pub wrong: RwSignal<Vec<(&'static str, String)>>,
    /// Why it does not go on, where no input is to blame.
    pub failure: RwSignal<Option<Failure>>,
    /// What a press did.
    pub said: RwSignal<String>,
    /// A request is under way.
    pub busy: RwSignal<bool>,
    /// How it stands is being asked unseen.
    pub(super) asking: StoredValue<bool>,
}

impl Flow {
    /// Nothing was asked yet.
    pub fn new(ask: FinancialAsk, on_close: Callback<()>) -> Self {
        let number = BusinessNumber::parse(&ask.number).map_or(ask.number.clone(), |number| number.hyphenated());
        Self {
            on_close,
            number: RwSignal::new(number),
            dropped: RwSignal::new(false),
            mobile: RwSignal::new(String::new()),
            way: RwSignal::new(FinancialWay::Sms.as_str().to_owned()),
            remember: RwSignal::new(false),
            agreed: RwSignal::new(false),
            otp: RwSignal::new(String::new()),
            attempt: RwSignal::new(None),
            clock: Clock::fixed(0, 0),
            wrong: RwSignal::new(Vec::new()),
            failure: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            busy: RwSignal::new(false),
            asking: StoredValue::new(false),
            ask: StoredValue::new(ask),
        }
    }

    /// Which part is shown.
    pub fn stage(self) -> Stage {
        match self.attempt.with(|attempt| attempt.as_ref().map(|attempt| attempt.state)) {
            None => Stage::Details,
            Some(FinancialState::Account) => Stage::Account,
            Some(FinancialState::Reply) => Stage::Reply,
            Some(FinancialState::Call) => Stage::Call,
            Some(FinancialState::Otp) => Stage::Otp,
            Some(FinancialState::Verified) => Stage::Finishing,
        }
    }

    /// What is wrong with an input.
    pub fn error(self, id: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || self.wrong.with(|all| all.iter().find(|(at, _)| *at == id).map(|(_, why)| why.clone())))
    }

    /// A number of thirteen digits could be a resident's: it is dropped as soon as it is typed, and never sent (X29).
    pub fn drop_residents(self) {
        Effect::new(move || {
            if self.number.with(|typed| is_resident(typed)) {
                self.number.set(String::new());
                self.dropped.set(true);
                self.wrong.set(vec![(NUMBER, certificate_words().number_dropped.to_owned())]);
            } else if self.number.with(|typed| !typed.is_empty()) && self.dropped.get_untracked() {
                self.dropped.set(false);
                self.wrong.update(|all| all.retain(|(at, _)| *at != NUMBER));
            }
        });
    }

    /// Back to what was typed, which is as it was.
    pub fn back(self) {
        self.clear();
        self.attempt.set(None);
        focus_soon(NUMBER);
    }

    pub(super) fn clear(self) {
        self.wrong.set(Vec::new());
        self.failure.set(None);
        self.said.set(String::new());
    }

    pub(super) fn blame(self, wrong: Vec<(&'static str, String)>) {
        let first = wrong.first().map(|(id, _)| *id);
        self.wrong.set(wrong);
        if let Some(first) = first {
            focus_soon(first);
        }
    }

    /// The request, or what is wrong with what was typed, in the order of the page.
    pub(super) fn request(self) -> Result<AskFinancial, Vec<(&'static str, String)>> {
        let (business_number, mobile) = (self.number.get_untracked(), self.mobile.get_untracked());
        let mut wrong = Vec::new();
        if BusinessNumber::parse(&business_number).is_err() {
            wrong.push((NUMBER, certificate_words().number_wrong.to_owned()));
        }
        if value::mobile(&mobile).is_err() {
            wrong.push((MOBILE, financial_words().mobile_wrong.to_owned()));
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let way = match self.way.get_untracked().as_str() {
            "otp" => FinancialWay::Otp,
            "ars" => FinancialWay::Ars,
            _ => FinancialWay::Sms,
        };
        let purpose = self.ask.with_value(|ask| ask.purpose.clone());
        let (remember, agreed) = (self.remember.get_untracked(), self.agreed.get_untracked());
        Ok(AskFinancial { purpose, business_number, mobile, way, remember, agreed })
    }

    /// The six digits of a device.
    pub(super) fn six_digits(self) -> Option<String> {
        let otp = digits(&self.otp.get_untracked());
        (otp.len() == 6).then_some(otp)
    }

    /// Says why a request was refused, and where one goes on.
    pub(super) fn refuse(self, failure: Failure) {
        match failure.code() {
            Some(ProblemCode::FinancialOtpWrong) => {
                self.otp.set(String::new());
                let left = self.attempt.try_update(|attempt| {
                    let attempt = attempt.as_mut()?;
                    attempt.tries_left = attempt.tries_left.saturating_sub(1);
                    Some(attempt.tries_left)
                });
                return self.blame(vec![(OTP, fill(financial_words().otp_wrong, left.flatten().unwrap_or_default()))]);
            }
            Some(code) if ends(code) => {
                self.attempt.set(None);
                self.otp.set(String::new());
            }
            _ => {}
        }
        self.failure.set(Some(failure));
    }

    /// The words for a failure at this portal.
    pub fn say(self, failure: &Failure) -> String {
        if self.checks_owner() && is_others(failure) {
            return financial_words().owner_mismatch.to_owned();
        }
        self.way_out(failure).map_or_else(|| refusal(failure), |way| way.text.to_owned())
    }

    /// Where a refusal leads to.
    pub fn way_out(self, failure: &Failure) -> Option<WayOut> {
        self.ask.with_value(|ask| WayOut::of(ask.portal, failure))
    }

    /// Whether the portal says in its own words that a certificate is another company's.
    pub fn checks_owner(self) -> bool {
        self.ask.with_value(|ask| ask.portal.checks_owner())
    }

    /// The certificate is not that of the number.
    pub fn is_others(self) -> bool {
        self.failure.with(|failure| failure.as_ref().is_some_and(is_others))
    }

    /// No account has the certificate, and the portal registers further ones.
    pub fn is_unregistered(self) -> bool {
        let portal = self.ask.with_value(|ask| ask.portal);
        self.failure.with(|failure| failure.as_ref().is_some_and(|failure| WayOut::registers(portal, failure)))
    }
}

fn is_others(failure: &Failure) -> bool {
    failure.code() == Some(ProblemCode::CertificateOtherCompany)
}

/// Whether a refusal is the end of an attempt, so that one begins anew.
fn ends(code: ProblemCode) -> bool {
    matches!(
        code,
        ProblemCode::FinancialGone
            | ProblemCode::FinancialTimeout
            | ProblemCode::FinancialRefused
            | ProblemCode::FinancialTriesOver
            | ProblemCode::CertificateOtherCompany
            | ProblemCode::CertificateExpired
            | ProblemCode::CertificateUnregistered
            | ProblemCode::CertificateRegistered
            | ProblemCode::CompanyNotRegistered
    )
}
