//! The route by financial certificate (manual rows W23, W123).

use super::evidence::{Evidence, of_method};
use super::paragraphs;
use crate::i18n::{financial_words, local, words};
use crate::steps::financial_dialog::{FinancialAsk, FinancialAsking, FinancialDialog, user};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::card::Card;
use crate::ui::dynamic::dynamic;
use crate::wizard::answering::{Answering, Shown};
use gaip_contract::bodies::FinancialPurpose;
use gaip_domain::portal::{CertificateMethod, FinancialRoute};
use gaip_domain::value::BusinessNumber;
use leptos::prelude::*;

/// The button that opens the service's dialog, and what was seen of a certificate before.
#[component]
pub fn FinancialCard(answering: Answering, route: &'static FinancialRoute, id: &'static str) -> impl IntoView {
    let draft = answering.draft;
    let number = draft.view.with_untracked(|view| view.facts.business_number().map(BusinessNumber::hyphenated));
    let shown = number.clone();
    let asking = FinancialAsking::default();
    let proved = Memo::new(move |_| of_method(answering, CertificateMethod::Financial));
    let open = move |()| {
        asking.open_for(FinancialAsk {
            portal: draft.portal,
            purpose: FinancialPurpose::SignUp { journey: draft.journey.id.clone(), step: answering.step.id.clone() },
            number: number.clone().unwrap_or_default(),
            back: id,
            use_attempt: user(move |attempt| answering.prove(Shown::Financial(attempt))),
        });
    };
    let open = Callback::new(open);
    view! {
        <Card title=local(&route.title)>
            {paragraphs(&route.text)}
            <p>{words().signup.business_number} ": " <strong>{shown}</strong></p>
            {dynamic(move || match proved.get() {
                Some(evidence) => view! {
                    <Evidence evidence rules=RwSignal::new(Vec::new())/>
                    <Button id kind=ButtonKind::Secondary on_click=open>{financial_words().again}</Button>
                }.into_any(),
                None => view! { <Button id kind=ButtonKind::Secondary on_click=open>{local(&route.action)}</Button> }
                    .into_any(),
            })}
        </Card>
        <FinancialDialog asking/>
    }
}
