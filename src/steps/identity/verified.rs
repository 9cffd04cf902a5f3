//! Who was verified before.

use super::flow::Flow;
use crate::i18n::{identity_words, local};
use crate::ui::alert::{Notice, NoticeKind};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::summary_list::{SummaryList, SummaryRow};
use gaip_domain::facts::VerifiedIdentity;
use gaip_domain::portal::{IdentityMethod, IdentityStep};
use leptos::prelude::*;

/// What was verified, and the way to be verified anew.
#[component]
pub fn VerifiedPart(
    /// The verification.
    flow: Flow,
    /// Who was verified.
    identity: VerifiedIdentity,
) -> impl IntoView {
    let words = identity_words();
    let VerifiedIdentity { method, name, mobile, birth_date } = identity;
    view! {
        <Notice kind=NoticeKind::Success><p>{words.verified}</p></Notice>
        <SummaryList>
            <SummaryRow name=words.name>{name}</SummaryRow>
            <SummaryRow name=words.verified_method>{method_title(flow.settings, method)}</SummaryRow>
            <SummaryRow name=words.birth_date>{birth_date}</SummaryRow>
            {mobile.map(|mobile| view! { <SummaryRow name=words.mobile>{mobile}</SummaryRow> })}
        </SummaryList>
        <div>
            <Button kind=ButtonKind::Secondary size=ButtonSize::Medium on_click=move |()| flow.renew()>
                {words.verify_again}
            </Button>
        </div>
    }
}

/// What the portal calls a method.
pub fn method_title(settings: &IdentityStep, method: IdentityMethod) -> String {
    settings.methods.iter().find(|way| way.method == method).map(|way| local(&way.title)).unwrap_or_default()
}
