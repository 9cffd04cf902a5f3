//! Where the folder of certificates usually lies, to be copied into the window that asks for a folder.

use crate::i18n::certificate_words;
use crate::ui::copy_line::CopyLine;
use crate::ui::disclosure::Disclosure;
use gaip_domain::portal::Medium;
use leptos::prelude::*;

/// Windows names the person's own folder by itself.
const WINDOWS: &str = "%USERPROFILE%\\AppData\\LocalLow\\NPKI";
const STICK: &str = "E:\\NPKI";
const MAC: &str = "~/Library/Preferences/NPKI";

/// The usual folders of a place.
#[component]
pub fn Places(place: Medium) -> impl IntoView {
    let words = certificate_words();
    let disk = [(words.windows, WINDOWS), (words.mac, MAC)];
    let lines: Vec<_> = match place {
        Medium::HardDisk => disk.to_vec(),
        Medium::RemovableDisk => vec![(words.stick, STICK)],
        _ => disk.into_iter().chain([(words.stick, STICK)]).collect(),
    };
    let lines = lines.into_iter().map(|(name, text)| {
        view! { <CopyLine name text copy=words.copy done=words.copied/> }
    });
    view! {
        <Disclosure summary=words.places>
            <p>{words.folder_hidden}</p>
            {lines.collect_view()}
        </Disclosure>
    }
}
