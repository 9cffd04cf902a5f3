//! The parts of my page beside what was entered, each with an address of its own.

mod again;
mod consents;
mod data;
mod deciding;
mod leave;
mod logins;
mod own;
#[cfg(feature = "gallery")]
mod stories;

pub use again::ConsentAgain;
pub use consents::MyConsents;
pub use data::DownloadData;
pub use leave::LeavePage;
pub use logins::{MyLogins, OpenLogins};
#[cfg(feature = "gallery")]
pub use own::STORIES as OWN_STORIES;
pub use own::{MyInfoPage, MyPassword};
#[cfg(feature = "gallery")]
pub use stories::STORIES;

use crate::i18n::{mine_words, own_words};
use crate::routes;
use crate::ui::link_tabs::{LinkTab, LinkTabs};
use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// One part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The membership and what was entered.
    Info,
    /// Changing what was entered.
    Change,
    /// A new password.
    Password,
    /// The consents with their history.
    Consents,
    /// The logins in every browser.
    Logins,
    /// Leaving for good.
    Leave,
}

impl Section {
    const ALL: [Self; 6] = [Self::Info, Self::Change, Self::Password, Self::Consents, Self::Logins, Self::Leave];

    /// Its part of the address.
    fn name(self) -> &'static str {
        match self {
            Self::Info => "",
            Self::Change => "info",
            Self::Password => "password",
            Self::Consents => "consents",
            Self::Logins => "logins",
            Self::Leave => "leave",
        }
    }

    /// The part of an address, if there is one.
    pub fn at(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.name() == name)
    }

    /// Its address.
    pub fn href(self, portal: &str) -> String {
        if self == Self::Info { routes::my(portal) } else { routes::my_part(portal, self.name()) }
    }
}

/// The ways between the parts.
#[component]
pub fn MyTabs(
    /// The portal.
    portal: &'static Portal,
    /// The one that is shown.
    section: Section,
) -> impl IntoView {
    let words = mine_words();
    let tab = |of: Section| {
        let name = match of {
            Section::Info => words.info,
            Section::Change => own_words().tab,
            Section::Password => own_words().password_tab,
            Section::Consents => words.consents,
            Section::Logins => words.logins,
            Section::Leave => words.leave,
        };
        LinkTab { name: name.to_owned(), href: of.href(&portal.id), current: of == section }
    };
    view! { <LinkTabs label=words.menu tabs=Section::ALL.map(tab).into()/> }
}
