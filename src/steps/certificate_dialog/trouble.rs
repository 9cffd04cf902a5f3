//! Why it does not go on, where no field is to blame.

use super::choosing::{Choosing, Trouble};
use super::way_out::{WayOut, WayOutLink};
use crate::i18n::{certificate_words, fault, financial_words, refusal, ui_words, why};
use crate::steps::refusal_text::RefusalText;
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use gaip_contract::ProblemCode;
use gaip_contract::signer::Fault;
use leptos::prelude::*;

/// Where the person is taken to: the notice may lie below what is in sight.
pub const TROUBLE: &str = "certificate-trouble";

/// The reason and its mend.
#[component]
pub fn TroubleNotice(choosing: Choosing) -> impl IntoView {
    let notice = dynamic(move || {
        let others = || choosing.is_others().then(|| financial_words().owner_mismatch.to_owned());
        let way = choosing.trouble.with(|trouble| match trouble {
            Some(Trouble::Refused(failure)) => WayOut::of(choosing.portal, failure),
            _ => None,
        });
        let told = || choosing.trouble.with(|trouble| trouble.as_ref().and_then(words));
        let text = others().or_else(|| way.as_ref().map(|way| way.text.to_owned())).or_else(told)?;
        let limited = choosing.trouble.with(|trouble| match trouble {
            Some(Trouble::Refused(failure)) if failure.code() == Some(ProblemCode::TooMany) => Some(failure.clone()),
            _ => None,
        });
        let again = choosing.trouble.with(|trouble| *trouble == Some(Trouble::Fault(Fault::Silent)));
        Some(view! {
            <Notice kind=NoticeKind::Danger live=Live::Assertive>
                {match limited {
                    Some(failure) => view! { <RefusalText failure/> }.into_any(),
                    None => view! { <p>{text}</p> }.into_any(),
                }}
                {way.map(|way| view! { <WayOutLink way/> })}
                {again.then(|| view! {
                    <Button kind=ButtonKind::Tertiary size=ButtonSize::Medium on_click=move |()| choosing.restart()>
                        {ui_words().retry}
                    </Button>
                })}
            </Notice>
        })
    });
    view! { <div id=TROUBLE tabindex="-1">{notice}</div> }
}

fn words(trouble: &Trouble) -> Option<String> {
    match trouble {
        // Their fields say it.
        Trouble::NoPassword | Trouble::Number | Trouble::Fault(Fault::WrongPassword) => None,
        Trouble::NoChoice => Some(certificate_words().missing_choice.to_owned()),
        Trouble::State(state) => why(*state).map(str::to_owned),
        Trouble::Fault(found) => Some(fault(*found).to_owned()),
        Trouble::Refused(failure) => Some(refusal(failure)),
    }
}
