//! An HS code: typed, or found by the picker (manual rows D108 to D110).

use super::is_optional;
use crate::api::{self, Call, Reply};
use crate::i18n::{local, words};
use crate::steps::products::hs_picker::{HsPicker, HsPickerDialog, Target};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::field::{TextField, Width};
use crate::wizard::bind::Binder;
use gaip_contract::bodies::Empty;
use gaip_contract::endpoints::SearchHs;
use gaip_domain::portal::Field;
use gaip_domain::value::HsCode;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Milliseconds after the last key until the label is looked up.
const PAUSE: u32 = 500;

/// The input, its picker, and the label of what was typed.
#[component]
pub fn HsCodeInput(
    /// The step or product that the field belongs to.
    binder: Binder,
    /// The field.
    field: &'static Field,
) -> impl IntoView {
    let id = binder.key(&field.name);
    let value = binder.text(&field.name);
    let error = binder.answering.error(id.clone());
    let status = RwSignal::new(None);
    let target = Target { id: id.clone(), value, status, chosen: StoredValue::new(String::new()) };
    name_typed(&target);
    let target = StoredValue::new(target);
    // A page of many products has one picker; a field on its own brings one.
    let shared = use_context::<HsPicker>();
    let picker = shared.unwrap_or_default();
    view! {
        <TextField id label=local(&field.label) value hint=field.hint.as_ref().map(local) error status
            optional=is_optional(field) inputmode="decimal" width=Width::Medium>
            <Button kind=ButtonKind::Secondary size=ButtonSize::Medium
                on_click=move |()| picker.open_for(target.get_value())>
                {words().products.find_hs}
            </Button>
        </TextField>
        {shared.is_none().then(|| view! { <HsPickerDialog picker/> })}
    }
}

/// Shows the label of a code that was typed; a code that was chosen says so itself.
fn name_typed(target: &Target) {
    let Target { value, status, chosen, .. } = *target;
    Effect::new(move |before: Option<()>| {
        let typed = value.get();
        if before.is_none() || chosen.with_value(|chosen| *chosen == typed) {
            return;
        }
        status.set(None);
        let Ok(code) = HsCode::parse(&typed) else { return };
        spawn_local(async move {
            TimeoutFuture::new(PAUSE).await;
            let still = || value.try_with_untracked(|now| *now == typed) == Some(true);
            if !still() {
                return;
            }
            let label = label_of(code.as_str()).await;
            if let (true, Some(label)) = (still(), label) {
                status.set(Some(label));
            }
        });
    });
}

/// The closest entry at or above a code and whether there is one; nothing where it cannot be asked.
async fn label_of(code: &str) -> Option<(bool, String)> {
    let query = [("q", code), ("limit", "5")];
    let reply: Reply<SearchHs> =
        api::send_with::<SearchHs>(&Call { parts: &[], query: &query, headers: &[] }, &Empty {}).await;
    let rows = reply.ok()?.rows;
    let above = rows.into_iter().filter(|row| code.starts_with(&row.code)).max_by_key(|row| row.code.len());
    Some(match above {
        Some(row) => (true, format!("{} {}", row.code, local(&row.label))),
        None => (false, words().products.hs_unknown.to_owned()),
    })
}
