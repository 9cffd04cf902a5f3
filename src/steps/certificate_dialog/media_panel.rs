//! What to do at a place: choose files, or something else instead (X9, X28).

use super::choosing::Choosing;
use super::environment::Part;
use super::places::Places;
use crate::i18n::{certificate_words, instead};
use crate::ui::alert::Notice;
use crate::ui::field::FileSource;
use crate::ui::file_walk::Picked;
use crate::ui::spinner::Spinner;
use gaip_contract::signer::FILES;
use gaip_domain::portal::Medium;
use leptos::prelude::*;

/// The upper part of a tab.
#[component]
pub fn MediumPanel(choosing: Choosing, place: Medium) -> impl IntoView {
    match (place, instead(place)) {
        (_, Some([why, what])) => view! { <Notice><p>{why}</p><p>{what}</p></Notice> }.into_any(),
        (Medium::Browser, None) => ().into_any(),
        (_, None) => view! { <Files choosing place/> }.into_any(),
    }
}

#[component]
fn Files(choosing: Choosing, place: Medium) -> impl IntoView {
    let words = certificate_words();
    let folder = Signal::derive(move || {
        (choosing.environment.get().folder == Part::There).then(|| words.pick_folder.to_owned())
    });
    let on_pick = Callback::new(move |picked: Vec<Picked>| choosing.look(picked));
    view! {
        <FileSource id="certificate-files" label=words.pick_files hint=words.files_hint drop_words=words.drop folder
            limit={FILES + 1} on_pick/>
        <Spinner active=choosing.looking text=words.reading/>
        <Places place/>
    }
}
