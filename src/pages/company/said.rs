//! What came of an act, above the list that it changed; an approval can be taken back here.

use super::acts::{Acting, SAID, Said};
use crate::i18n::{admin_words, fill};
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Shows it, has it read, and takes the focus, since the button that was pressed may be gone.
#[component]
pub(super) fn SaidNotice(acting: Acting) -> impl IntoView {
    let words = admin_words();
    view! {
        <div id=SAID class="company__said" tabindex="-1">
            {dynamic(move || acting.said.get().map(|said| match said {
                Said::Approved(ids) => view! {
                    <Notice kind=NoticeKind::Success live=Live::Polite>
                        <p>{fill(words.approved, ids.len())}</p>
                        <Button kind=ButtonKind::Secondary size=ButtonSize::Small on_click=move |()| acting.undo(ids.clone())>
                            {words.undo}
                        </Button>
                    </Notice>
                }.into_any(),
                Said::Done(text) => view! {
                    <Notice kind=NoticeKind::Success live=Live::Polite><p>{text}</p></Notice>
                }.into_any(),
                Said::Refused(text) => view! {
                    <Notice kind=NoticeKind::Warning live=Live::Assertive><p>{text}</p></Notice>
                }.into_any(),
                Said::ChooseFirst => dynamic(move || acting.selected.with(BTreeSet::is_empty).then(|| view! {
                    <Notice kind=NoticeKind::Warning live=Live::Assertive><p>{words.choose_first}</p></Notice>
                })).into_any(),
            }))}
        </div>
    }
}
