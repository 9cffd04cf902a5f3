//! The way to download what is kept of the member.

use crate::i18n::mine_words;
use crate::ui::button::{ButtonKind, ButtonSize, LinkButton};
use gaip_contract::Endpoint;
use gaip_contract::endpoints::GetMyData;
use leptos::prelude::*;

/// The link that saves the file.
#[component]
pub fn DownloadData() -> impl IntoView {
    let words = mine_words();
    view! {
        <section class="my__step" aria-labelledby="my-data">
            <h2 id="my-data">{words.data}</h2>
            <p>{words.data_lead}</p>
            <div class="row">
                <LinkButton kind=ButtonKind::Secondary size=ButtonSize::Medium href=GetMyData::PATH download="my-data.json">
                    {words.data}
                </LinkButton>
            </div>
        </section>
    }
}
