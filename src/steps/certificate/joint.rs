//! The route by joint certificate (manual rows D38 to D42).

use super::evidence::{Evidence, of_method};
use super::kinds::{AcceptedKinds, use_rules};
use super::paragraphs;
use crate::i18n::{certificate_words, local, words};
use crate::steps::certificate_dialog::ask::sender;
use crate::steps::certificate_dialog::{Ask, CertificateAsking, CertificateDialog};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::card::Card;
use crate::ui::dynamic::dynamic;
use crate::wizard::answering::{Answering, Shown};
use gaip_contract::bodies::ChallengePurpose;
use gaip_domain::portal::{CertificateMethod, JointRoute};
use gaip_domain::value::BusinessNumber;
use leptos::prelude::*;

/// Id of the button; the error summary leads to it.
const ACTION: &str = "method";

/// The kinds that are taken, the button that opens the dialog, and what was seen of a certificate before.
#[component]
pub fn JointCard(answering: Answering, route: &'static JointRoute) -> impl IntoView {
    let draft = answering.draft;
    let number = move || draft.view.with_untracked(|view| view.facts.business_number().cloned());
    let asking = CertificateAsking::default();
    let rules = use_rules(&draft.portal.id);
    let proved = Memo::new(move |_| of_method(answering, CertificateMethod::Joint));
    let open = move |()| {
        asking.open_for(Ask {
            portal: draft.portal,
            purpose: ChallengePurpose::SignUp { journey: draft.journey.id.clone(), step: answering.step.id.clone() },
            // Where the owner is checked the number is entered anew.
            number: Some(number().filter(|_| !route.owner_check).map(|number| number.hyphenated()).unwrap_or_default()),
            back: ACTION.to_owned(),
            send: sender(move |proof| answering.prove(Shown::Joint(proof))),
        });
    };
    view! {
        <Card title=local(&route.title)>
            {paragraphs(&route.text)}
            <p>{words().signup.business_number} ": " <strong>{number().as_ref().map(BusinessNumber::hyphenated)}</strong></p>
            <AcceptedKinds rules/>
            {dynamic(move || match proved.get() {
                Some(evidence) => view! {
                    <Evidence evidence rules/>
                    <Button id=ACTION kind=ButtonKind::Secondary on_click=open>{certificate_words().prove_again}</Button>
                }.into_any(),
                None => view! { <Button id=ACTION kind=ButtonKind::Secondary on_click=open>{local(&route.action)}</Button> }
                    .into_any(),
            })}
        </Card>
        <CertificateDialog asking/>
    }
}
