//! Where the company is logged in itself, and ending it.

use super::{Heading, Part, Tabs};
use crate::i18n::mine_words;
use crate::pages::account::mine::OpenLogins;
use crate::pages::account::page::arrive;
use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// The page.
#[component]
pub(super) fn LoginsPart(portal: &'static Portal) -> impl IntoView {
    arrive(portal, mine_words().logins);
    view! {
        <Heading portal/>
        <Tabs portal at=Part::Logins/>
        <p>{mine_words().logins_lead}</p>
        <OpenLogins/>
    }
}
