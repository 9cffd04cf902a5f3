//! The dialog round the parts. It begins anew each time it is opened.

use super::account::AccountPart;
use super::ask::{FinancialAsk, FinancialAsking};
use super::details::DetailsPart;
use super::flow::{Flow, NUMBER, Stage};
use super::otp::OtpPart;
use super::waiting::WaitingPart;
use crate::i18n::financial_words;
use crate::steps::certificate_dialog::{Alert, CertificateAlert, WayOutLink};
use crate::steps::refusal_text::RefusalText;
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::dynamic::dynamic;
use crate::ui::focus::focus_soon;
use crate::ui::ime::is_composing;
use crate::ui::modal::{Modal, ModalKind};
use crate::ui::spinner::Spinner;
use gaip_contract::ProblemCode;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// Where the reason stands why it does not go on.
const TROUBLE: &str = "financial-trouble";

/// The dialog; one for all acts of a page.
#[component]
pub fn FinancialDialog(
    /// Opens it.
    asking: FinancialAsking,
) -> impl IntoView {
    dynamic(move || asking.ask.get().map(|ask| view! { <Asked asking ask/> }))
}

#[component]
fn Asked(asking: FinancialAsking, ask: FinancialAsk) -> impl IntoView {
    let open = asking.open;
    let back = ask.back;
    Effect::new(move |was: Option<bool>| {
        let now = open.get();
        if was == Some(true) && !now {
            focus_soon(back);
        }
        now
    });
    dynamic(move || {
        open.get().then(|| {
            let flow = Flow::new(ask.clone(), Callback::new(move |()| open.set(false)));
            flow.clock.run();
            view! { <Frame flow open/> }
        })
    })
}

/// One use of it, in its window.
#[component]
pub fn Frame(
    /// The use.
    flow: Flow,
    /// Whether it is shown.
    open: RwSignal<bool>,
) -> impl IntoView {
    let words = financial_words();
    view! {
        <Modal id="financial" open title=words.title kind=ModalKind::Sheet footer=move || view! { <Footer flow/> }>
            <Body flow/>
        </Modal>
        {flow.checks_owner().then(|| view! {
            <CertificateAlert id="financial-owner" alert=Alert::Others found=Signal::derive(move || flow.is_others())
                mend=NUMBER/>
        })}
        <CertificateAlert id="financial-unregistered" alert=Alert::Unregistered
            found=Signal::derive(move || flow.is_unregistered()) mend=TROUBLE/>
    }
}

/// The part that is shown, and why it does not go on.
#[component]
pub fn Body(
    /// The use.
    flow: Flow,
) -> impl IntoView {
    let words = financial_words();
    let stage = Memo::new(move |_| flow.stage());
    view! {
        <div class="financial" on:keydown=move |event| key(&event, flow)>
            <div id=TROUBLE tabindex="-1">{dynamic(move || flow.failure.get().map(|failure| view! {
                <Notice kind=NoticeKind::Danger live=Live::Assertive>
                    {if failure.code() == Some(ProblemCode::TooMany) {
                        view! { <RefusalText failure=failure.clone()/> }.into_any()
                    } else {
                        view! { <p>{flow.say(&failure)}</p> }.into_any()
                    }}
                    {flow.way_out(&failure).map(|way| view! { <WayOutLink way/> })}
                </Notice>
            }))}</div>
            {dynamic(move || match stage.get() {
                Stage::Details => view! { <DetailsPart flow/> }.into_any(),
                Stage::Account => view! { <AccountPart flow/> }.into_any(),
                stage @ (Stage::Reply | Stage::Call) => view! { <WaitingPart flow stage/> }.into_any(),
                Stage::Otp => view! { <OtpPart flow/> }.into_any(),
                Stage::Finishing => view! { <Spinner text=words.finishing/> }.into_any(),
            })}
        </div>
    }
}

#[component]
fn Footer(flow: Flow) -> impl IntoView {
    let words = financial_words();
    let label = move || match flow.stage() {
        Stage::Reply | Stage::Call if flow.clock.left.get() == 0 => words.retry,
        Stage::Reply => words.check,
        Stage::Call => words.check_call,
        _ => words.confirm,
    };
    let unready = Signal::derive(move || flow.stage() == Stage::Account && !flow.agreed.get());
    view! {
        <ButtonGroup>
            <Button kind=ButtonKind::Tertiary on_click=flow.on_close>{words.cancel}</Button>
            <Button busy=flow.busy unready on_click=move |()| flow.press()>{dynamic(label)}</Button>
        </ButtonGroup>
    }
}

/// The dialog may stand in the form of a step, which no Enter here must submit. In a text it confirms.
fn key(event: &KeyboardEvent, flow: Flow) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input.filter(|_| event.key() == "Enter") else { return };
    event.prevent_default();
    if !is_composing(event) && !["radio", "checkbox"].contains(&input.type_().as_str()) {
        flow.press();
    }
}
