//! What a tab shows that cannot go on: another tab holds the sign-up, or it is gone.

use super::draft::Trouble;
use crate::i18n::words;
use crate::ui::button::Button;
use crate::ui::page_heading::PageHeading;
use gaip_domain::portal::Purpose;
use leptos::prelude::*;

/// The trouble, and the one thing to do about it.
#[component]
pub fn TroublePage(
    /// The trouble.
    trouble: Trouble,
    /// What the journey is for; a sign-up where it is not known.
    #[prop(optional)]
    purpose: Purpose,
    /// Takes over, or starts again.
    #[prop(into)]
    on_act: Callback<()>,
) -> impl IntoView {
    let words = &words().signup;
    let (title, text, act) = match trouble {
        Trouble::Held => (words.held_title, words.held_text, words.held_take),
        Trouble::Gone if purpose == Purpose::Join => (words.gone_title, words.gone_text, words.start),
        Trouble::Gone => (words.gone_other, words.gone_text, words.start_other),
    };
    view! {
        <PageHeading title lead=text/>
        <Button on_click=on_act>{act}</Button>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::ui::story::Story;
    &[
        Story {
            name: "wizard/trouble/held",
            view: || view! { <TroublePage trouble=Trouble::Held on_act=|()| {}/> }.into_any(),
        },
        Story {
            name: "wizard/trouble/gone",
            view: || view! { <TroublePage trouble=Trouble::Gone on_act=|()| {}/> }.into_any(),
        },
        Story {
            name: "wizard/trouble/gone-recovery",
            view: || {
                let purpose = Purpose::NewPassword;
                view! { <TroublePage trouble=Trouble::Gone purpose on_act=|()| {}/> }.into_any()
            },
        },
    ]
};
