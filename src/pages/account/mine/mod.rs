//! The parts of my page beside what was entered, each with an address of its own.

mod activity;
mod again;
mod consents;
mod data;
mod deciding;
mod leave;
mod left;
mod log_in_again;
mod logins;
mod own;
#[cfg(feature = "gallery")]
mod stories;

pub use activity::MyActivity;
pub use again::ConsentAgain;
pub use consents::MyConsents;
pub use data::DownloadData;
pub use leave::LeavePage;
pub use left::{LeftPage, left_of};
pub use log_in_again::{LogInAgain, log_in_again};
pub use logins::{MyLogins, OpenLogins};
#[cfg(feature = "gallery")]
pub use own::STORIES as OWN_STORIES;
pub use own::{MyInfoPage, MyPassword};
#[cfg(feature = "gallery")]
pub use stories::STORIES;

use crate::i18n::{activity_words, fill, mine_words, my_page, own_words};
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
    /// What happened to the account.
    Activity,
    /// Leaving for good.
    Leave,
}

impl Section {
    const ALL: [Self; 7] =
        [Self::Info, Self::Change, Self::Password, Self::Consents, Self::Logins, Self::Activity, Self::Leave];

    /// Its part of the address.
    fn name(self) -> &'static str {
        match self {
            Self::Info => "",
            Self::Change => "info",
            Self::Password => "password",
            Self::Consents => "consents",
            Self::Logins => "logins",
            Self::Activity => "activity",
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
            Section::Activity => activity_words().title,
            Section::Leave => words.leave,
        };
        LinkTab { name: name.to_owned(), href: of.href(&portal.id), current: of == section }
    };
    view! { <LinkTabs label=fill(words.menu, my_page(portal)) tabs=Section::ALL.map(tab).into()/> }
}
