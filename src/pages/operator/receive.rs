//! Originals that arrived: asks first, and says so when somebody else was first.

use super::act::{Act, ActDialog};
use super::notice::Said;
use crate::api::{self, Failure};
use crate::i18n::{fill, operator_words, words};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Empty, ProvisionalView};
use gaip_contract::endpoints::ReceiveOriginals;
use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// The question.
#[component]
pub fn ReceiveDialog(
    /// The portal.
    portal: &'static Portal,
    /// The act.
    act: Act<ProvisionalView>,
) -> impl IntoView {
    let words = operator_words();
    let confirm = move |()| act.act(|member| receive(portal, member));
    view! {
        <ActDialog id="receive" act name=|member: &ProvisionalView| member.company.clone()
            title=words.receive_title confirm=words.receive on_confirm=confirm>
            <p>{words.receive_text}</p>
        </ActDialog>
    }
}

async fn receive(portal: &Portal, member: ProvisionalView) -> Result<Said, Failure> {
    let own = operator_words();
    match api::send::<ReceiveOriginals>(&[&portal.id, &member.reference], &Empty {}).await {
        Ok(_) => Ok(Said::Done(fill(own.received, &member.company))),
        Err(failure) if failure.code() == Some(ProblemCode::AlreadyDecided) => {
            let text = fill(own.received_before, &member.company);
            Ok(Said::Otherwise { text, now: words().account.full.to_owned() })
        }
        Err(failure) => Err(failure),
    }
}
