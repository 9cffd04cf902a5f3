//! Somebody else changed the company's information first: what was typed stays, the rest is filled in anew.

use super::saying::Saying;
use crate::api;
use crate::i18n::{company_login_words, own_words};
use crate::steps::field::typed::Typed;
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonKind};
use gaip_contract::bodies::{CompanyInfo, Empty};
use gaip_contract::endpoints::GetCompanyInfo;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What happened, and the way on.
#[component]
pub(super) fn Conflict(
    /// The fields with what is typed.
    all: StoredValue<Vec<Typed>>,
    /// What the form was filled with.
    known: StoredValue<CompanyInfo>,
    /// What is said of the form.
    saying: Saying,
) -> impl IntoView {
    let words = company_login_words();
    let look = move |()| {
        spawn_local(async move {
            let reply = api::send::<GetCompanyInfo>(&[], &Empty {}).await;
            let said = reply.map(|info| {
                adopt(all, known, info);
                own_words().conflict_done.to_owned()
            });
            saying.said.try_set(Some(said));
        });
    };
    view! {
        <Notice kind=NoticeKind::Warning level=3 title=words.conflict live=Live::Assertive>
            <p>{words.conflict_text}</p>
            <Button kind=ButtonKind::Secondary on_click=look>{own_words().conflict_look}</Button>
        </Notice>
    }
}

/// Fills in what has changed, but for fields that hold something else than they were filled with.
fn adopt(all: StoredValue<Vec<Typed>>, known: StoredValue<CompanyInfo>, info: CompanyInfo) {
    let before = known.try_get_value();
    let fields = all.try_get_value().unwrap_or_default();
    for one in fields {
        let of = |info: &CompanyInfo| info.values.get(&one.field.name).cloned();
        if one.holds(before.as_ref().and_then(of).as_ref()) {
            one.set(of(&info).as_ref());
        }
    }
    known.try_update_value(|known| *known = info);
}
