//! One use of the dialog: what was found, what is chosen, how far it is.

use super::ask::Ask;
use super::environment::{self, Environment};
use crate::api::{self, Failure, signer};
use crate::i18n;
use crate::ui::file_walk::Picked;
use gaip_contract::bodies::CertificateRule;
use gaip_contract::signer::{Answer, Entry, Fault, Listing, State, What};
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

    /// Reads what is kept in this browser.
    pub async fn read_kept(self) {
        if let Answer::Listed(listing) = signer::ask(What::Kept).await {
            self.kept.try_set(listing);
        }
    }

    /// The place that is looked at.
    pub fn place(self) -> Medium {
        self.medium
            .with(|now| media(self.portal).iter().copied().find(|medium| code(*medium) == now))
            .unwrap_or(Medium::File)
    }

    /// What there is at the place that is looked at.
    pub fn listing(self) -> Option<Listing> {
        match self.place() {
            Medium::Browser => Some(self.kept.get()),
            place => self.found.with(|found| found.as_ref().filter(|(at, _)| *at == place).map(|(_, all)| all.clone())),
        }
    }

    /// The chosen entry.
    pub fn entry(self) -> Option<Entry> {
        let listing = self.listing()?;
        self.chosen.with(|chosen| listing.entries.into_iter().find(|entry| entry.id == *chosen))
    }

    /// Chooses an entry.
    pub fn choose(self, id: &str) {
        if self.chosen.with_untracked(|chosen| chosen != id) {
            self.chosen.set(id.to_owned());
            self.tries.set(0);
            self.password.set(String::new());
            self.trouble.set(None);
            self.done.set(String::new());
        }
    }

    /// Looks through picked files.
    pub fn look(self, picked: Vec<Picked>) {
        let place = untrack(|| self.place());
        self.looking.set(true);
        self.trouble.set(None);
        let (paths, files): (Vec<_>, Vec<_>) = picked.into_iter().map(|picked| (picked.path, picked.what)).unzip();
        spawn_local(async move {
            let answer = signer::ask_about(What::Look { paths }, &files).await;
            if self.looking.try_set(false).is_some() {
                return;
            }
            match answer {
                Answer::Listed(listing) => self.show(place, listing),
                Answer::Failed(fault) => self.trouble.set(Some(Trouble::Fault(fault))),
                _ => {}
            }
        });
    }

    /// Shows what was found.
    pub fn show(self, place: Medium, listing: Listing) {
        self.said.set(i18n::fill(i18n::certificate_words().count, listing.entries.len()));
        self.found.set(Some((place, listing)));
        self.choose_only();
    }

    /// Chooses the only certificate that can be used; none where there are several.
    pub fn choose_only(self) {
        let entries = untrack(|| self.listing()).map(|listing| listing.entries).unwrap_or_default();
        let mut usable = entries.iter().filter(|entry| entry.state.usable());
        let only = usable.next().filter(|_| usable.next().is_none());
        self.choose(only.map_or("", |entry| entry.id.as_str()));
    }

    /// Begins once more, with a new worker, which has forgotten everything.
    pub fn restart(self) {
        self.trouble.set(None);
        self.found.set(None);
        self.entered.set(false);
        self.begin();
    }

    /// Takes over what is known better now.
    pub fn learn(self, entry: Entry) {
        let renew = |listing: &mut Listing| {
            for known in listing.entries.iter_mut().filter(|known| known.id == entry.id) {
                *known = entry.clone();
            }
        };
        self.kept.update(renew);
        self.found.update(|found| found.iter_mut().for_each(|(_, listing)| renew(listing)));
    }

    /// The name of a kind.
    pub fn kind_name(self, kind: Option<&str>) -> String {
        let name = self
            .rules
            .with(|rules| rules.iter().find(|rule| Some(rule.id.as_str()) == kind).map(|rule| i18n::local(&rule.name)));
        name.unwrap_or_else(|| i18n::certificate_words().unknown_kind.to_owned())
    }
}

/// The places of a portal, in its order.
pub fn media(portal: &Portal) -> &[Medium] {
    portal.certificates.as_ref().map_or(&[Medium::File], |certificates| &certificates.media)
}

/// What a place is called in ids.
pub fn code(medium: Medium) -> &'static str {
    match medium {
        Medium::Browser => "browser",
        Medium::File => "file",
        Medium::HardDisk => "hard-disk",
        Medium::RemovableDisk => "removable-disk",
        Medium::Smart => "smart",
        Medium::SecurityToken => "security-token",
        Medium::StorageToken => "storage-token",
        Medium::Phone => "phone",
    }
}
