//! The places where certificates are kept, as tabs in the portal's order (manual rows D54, W26).

use super::actions::Actions;
use super::choosing::Choosing;
use super::finding::{code, media};
use super::list::CertificateList;
use super::media_panel::MediumPanel;
use crate::i18n::{certificate_words, instead, medium};
use crate::ui::dynamic::dynamic;
use crate::ui::field::Choice;
use crate::ui::tabs::Tabs;
use leptos::prelude::*;

/// The tabs, and the certificates of the place that is looked at.
#[component]
pub fn Media(choosing: Choosing) -> impl IntoView {
    let tabs = media(choosing.portal).iter().map(|place| Choice::new(code(*place), medium(*place))).collect();
    let place = Memo::new(move |_| choosing.place());
    Effect::new(move |before: Option<()>| {
        place.track();
        if before.is_some() {
            choosing.choose_only();
            choosing.trouble.set(None);
        }
    });
    view! {
        <Tabs id="certificate-media" label=certificate_words().media tabs value=choosing.medium>
            {dynamic(move || view! { <MediumPanel choosing place=place.get()/> })}
            {dynamic(move || instead(place.get()).is_none().then(|| view! {
                <CertificateList choosing/> <Actions choosing/>
            }))}
        </Tabs>
    }
}
