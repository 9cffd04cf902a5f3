//! What is asked before a relation ends, and before the role is offered.

use super::acts::{Acting, Asked};
use crate::i18n::{admin_words, company_login_words, fill};
use crate::ui::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::dynamic::dynamic;
use crate::ui::modal::{Modal, ModalKind};
use gaip_contract::bodies::Role;
use leptos::prelude::*;

/// The question.
#[component]
pub(super) fn AskDialog(acting: Acting) -> impl IntoView {
    dynamic(move || acting.asked.get().map(|asked| view! { <Question asked acting/> }))
}

#[component]
fn Question(asked: Asked, acting: Acting) -> impl IntoView {
    let words = admin_words();
    let (id, title, text, kind, act) = match asked {
        Asked::End(who) if who.role == Role::Associate => {
            ("end-relation", words.refuse_title, fill(words.end_text, who.name), ButtonKind::Danger, words.refuse)
        }
        Asked::End(who) if who.role == Role::General => {
            let text = fill(company_login_words().end_text, who.name);
            ("end-relation", words.end_title, text, ButtonKind::Danger, words.end)
        }
        Asked::End(who) => {
            ("end-relation", words.end_title, fill(words.end_text, who.name), ButtonKind::Danger, words.end)
        }
        Asked::HandOver(who) => {
            let text = fill(words.hand_over_text, who.name);
            ("hand-over", words.hand_over_title, text, ButtonKind::Primary, words.propose)
        }
    };
    let Acting { open, busy, .. } = acting;
    view! {
        <Modal id open title kind=ModalKind::Decision described_by=[id, "-text"].concat() footer=move || view! {
            <ButtonGroup>
                <Button kind=ButtonKind::Tertiary on_click=move |()| open.set(false)>{words.cancel}</Button>
                <Button kind busy on_click=move |()| acting.confirm()>{act}</Button>
            </ButtonGroup>
        }>
            <p id=[id, "-text"].concat()>{text}</p>
        </Modal>
    }
}
