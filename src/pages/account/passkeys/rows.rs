//! The passkeys of a member, a card each.

use super::remove::Removing;
use crate::i18n::{date_time, passkey_words};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::summary_list::{SummaryList, SummaryRow};
use gaip_contract::bodies::PasskeyView;
use leptos::prelude::*;

/// The list, or that there is none.
#[component]
pub fn PasskeyRows(
    /// The passkeys.
    list: Vec<PasskeyView>,
    /// Removes one.
    removing: Removing,
) -> impl IntoView {
    let words = passkey_words();
    if list.is_empty() {
        return view! { <p class="my__meaning">{words.none}</p> }.into_any();
    }
    let row = move |passkey: PasskeyView| {
        let PasskeyView { id, name, made_at, used_at } = passkey;
        let button = format!("passkey-remove-{id}");
        let back = button.clone();
        let used = used_at.map_or_else(|| words.never_used.to_owned(), |at| date_time(&at));
        view! {
            <li class="card">
                <h3 class="my__device">{name.clone()}</h3>
                <SummaryList>
                    <SummaryRow name=words.made>{date_time(&made_at)}</SummaryRow>
                    <SummaryRow name=words.used>{used}</SummaryRow>
                </SummaryList>
                <Button id=button kind=ButtonKind::Tertiary size=ButtonSize::Small
                    on_click=move |()| removing.ask(&id, &back)>
                    <span class="visually-hidden">{name} " "</span>
                    {words.remove}
                </Button>
            </li>
        }
    };
    view! { <ul class="stack">{list.into_iter().map(row).collect_view()}</ul> }.into_any()
}
