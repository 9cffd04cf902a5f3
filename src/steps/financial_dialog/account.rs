//! The first use of the service: what is to be registered, and its terms (manual rows W42 to W45).

use super::flow::{AGREED, Flow};
use crate::i18n::financial_words;
use crate::ui::alert::{Notice, NoticeKind};
use crate::ui::field::{Checkbox, GroupFrame};
use crate::ui::summary_list::{SummaryList, SummaryRow};
use leptos::prelude::*;

/// What is to be registered, and the consent without which nothing is.
#[component]
pub fn AccountPart(
    /// The use.
    flow: Flow,
) -> impl IntoView {
    let words = financial_words();
    let error = flow.error(AGREED);
    let change = move |on: bool| {
        flow.agreed.set(on);
        flow.wrong.set(Vec::new());
    };
    view! {
        <Notice kind=NoticeKind::Info><p>{words.account_text}</p></Notice>
        <h3>{words.account_title}</h3>
        <SummaryList>
            <SummaryRow name=words.number>{flow.number.get_untracked()}</SummaryRow>
            <SummaryRow name=words.mobile>{flow.mobile.get_untracked()}</SummaryRow>
        </SummaryList>
        <p>{words.account_terms}</p>
        <GroupFrame id=AGREED label=words.account_next error>
            <Checkbox id=AGREED label=words.agree note=words.agree_note.to_owned() checked=flow.agreed on_change=change
                invalid=Signal::derive(move || error.with(Option::is_some)) required=true/>
        </GroupFrame>
    }
}
