//! What is found at a place, and which of it is chosen.

use super::choosing::{Choosing, Trouble};
use super::list::FIRST;
use crate::api::signer;
use crate::i18n;
use crate::ui::file_walk::Picked;
use crate::ui::focus::focus_soon;
use gaip_contract::signer::{Answer, Entry, Listing, What};
use gaip_domain::portal::{Medium, Portal};
use leptos::prelude::*;
use leptos::task::spawn_local;

impl Choosing {
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
        // What was found may be below the window's edge.
        if !listing.entries.is_empty() {
            focus_soon(FIRST);
        }
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
