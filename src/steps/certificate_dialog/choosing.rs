//! One use of the dialog: what is known, what is chosen, how far it is.

use super::ask::Ask;
use super::environment::{self, Environment};
use super::finding::{code, media};
use super::way_out::WayOut;
use crate::api::{self, Failure, signer};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::CertificateRule;
use gaip_contract::signer::{Fault, Listing, State, What};
use gaip_domain::portal::{Medium, Portal};
use gaip_domain::value::BusinessNumber;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How far a proof is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// The key is being opened.
    Opening,
    /// The challenge is being signed.
    Signing,
    /// The server looks at the proof.
    Sending,
}

/// Why it does not go on.
#[derive(Clone, PartialEq)]
pub enum Trouble {
    /// No certificate is chosen.
    NoChoice,
    /// No password was typed.
    NoPassword,
    /// The business number is none.
    Number,
    /// The chosen certificate cannot be used.
    State(State),
    /// The browser found a fault.
    Fault(Fault),
    /// The backend refused, or was not reached.
    Refused(Failure),
}

impl Trouble {
    /// The browser or the backend found the certificate to be another company's.
    fn is_others(&self) -> bool {
        match self {
            Trouble::Fault(fault) => *fault == Fault::OtherCompany,
            Trouble::Refused(failure) => failure.code() == Some(ProblemCode::CertificateOtherCompany),
            _ => false,
        }
    }
}

/// One use of the dialog.
#[derive(Clone, Copy)]
pub struct Choosing {
    ask: StoredValue<Ask>,
    /// The portal.
    pub portal: &'static Portal,
    /// Closes the dialog.
    pub on_close: Callback<()>,
    /// What the browser can do.
    pub environment: RwSignal<Environment>,
    /// The environment is good enough, or the person goes on with what there is.
    pub entered: RwSignal<bool>,
    /// The kinds of the portal.
    pub rules: RwSignal<Vec<CertificateRule>>,
    /// The kinds could not be read.
    pub unruled: RwSignal<Option<Failure>>,
    /// Code of the place that is looked at.
    pub medium: RwSignal<String>,
    /// What was found in files, and at which place.
    pub found: RwSignal<Option<(Medium, Listing)>>,
    /// What is kept in this browser.
    pub kept: RwSignal<Listing>,
    /// Files are being looked through.
    pub looking: RwSignal<bool>,
    /// Id of the chosen entry.
    pub chosen: RwSignal<String>,
    /// The password as typed.
    pub password: RwSignal<String>,
    /// The business number as typed.
    pub number: RwSignal<String>,
    /// How often the password of the chosen entry was wrong.
    pub tries: RwSignal<u32>,
    /// How far the proof is.
    pub work: RwSignal<Option<Work>>,
    /// Why it does not go on.
    pub trouble: RwSignal<Option<Trouble>>,
    /// The chosen entry is looked at.
    pub viewing: RwSignal<bool>,
    /// It is asked whether to delete the chosen entry.
    pub deleting: RwSignal<bool>,
    /// What was done with an entry.
    pub done: RwSignal<String>,
    /// What is read out.
    pub said: RwSignal<String>,
}

impl Choosing {
    /// Nothing is known yet.
    pub fn new(ask: Ask, on_close: Callback<()>) -> Self {
        let portal = ask.portal;
        let first = media(portal).first().copied().unwrap_or(Medium::File);
        let number = ask.number.clone().unwrap_or_default();
        let number = BusinessNumber::parse(&number).map_or(number, |number| number.hyphenated());
        Self {
            portal,
            on_close,
            ask: StoredValue::new(ask),
            environment: RwSignal::new(Environment::CHECKING),
            entered: RwSignal::new(false),
            rules: RwSignal::new(Vec::new()),
            unruled: RwSignal::new(None),
            medium: RwSignal::new(code(first).to_owned()),
            found: RwSignal::new(None),
            kept: RwSignal::new(Listing::default()),
            looking: RwSignal::new(false),
            chosen: RwSignal::new(String::new()),
            password: RwSignal::new(String::new()),
            number: RwSignal::new(number),
            tries: RwSignal::new(0),
            work: RwSignal::new(None),
            trouble: RwSignal::new(None),
            viewing: RwSignal::new(false),
            deleting: RwSignal::new(false),
            done: RwSignal::new(String::new()),
            said: RwSignal::new(String::new()),
        }
    }

    /// What the proof is asked for.
    pub fn ask(self) -> Ask {
        self.ask.get_value()
    }

    /// Whether the business number is asked for.
    pub fn asks_number(self) -> bool {
        self.ask.with_value(|ask| ask.number.is_some())
    }

    /// Whether the number is asked anew, of the certificate's owner (manual rows W34, W35).
    pub fn checks_owner(self) -> bool {
        self.asks_number() && self.portal.checks_owner()
    }

    /// The certificate is not that of the number.
    pub fn is_others(self) -> bool {
        self.checks_owner() && self.trouble.with(|trouble| trouble.as_ref().is_some_and(Trouble::is_others))
    }

    /// No account has the certificate, and the portal registers further ones.
    pub fn is_unregistered(self) -> bool {
        self.trouble.with(|trouble| match trouble {
            Some(Trouble::Refused(failure)) => WayOut::registers(self.portal, failure),
            _ => false,
        })
    }

    /// Looks at the environment and, if it is good, goes on.
    pub fn begin(self) {
        self.environment.set(Environment::CHECKING);
        self.unruled.set(None);
        spawn_local(async move {
            let environment = environment::look().await;
            if !environment.unusable() {
                match api::certificates::rules(&self.portal.id).await {
                    Ok(rules) => {
                        signer::ask(What::Rules(rules.clone())).await;
                        self.rules.try_set(rules);
                    }
                    Err(failure) => return drop(self.unruled.try_set(Some(failure))),
                }
            }
            if self.environment.try_set(environment).is_none() && environment.goes_on() {
                self.enter();
            }
        });
    }

    /// Goes on to the certificates; to those that are kept here, if there are any.
    pub fn enter(self) {
        environment::seen();
        self.entered.set(true);
        spawn_local(async move {
            self.read_kept().await;
            let some = self.kept.try_with_untracked(|kept| !kept.entries.is_empty()) == Some(true);
            if some && media(self.portal).contains(&Medium::Browser) {
                self.medium.set(code(Medium::Browser).to_owned());
            }
        });
    }

    /// Begins once more, with a new worker, which has forgotten everything.
    pub fn restart(self) {
        self.trouble.set(None);
        self.found.set(None);
        self.entered.set(false);
        self.begin();
    }
}
