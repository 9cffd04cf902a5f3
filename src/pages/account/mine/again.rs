//! Documents changed since the member agreed: they are asked again before anything else (manual row T71).

use super::{DownloadData, Section};
use crate::api::{self, Failure};
use crate::i18n::{fill, lang, local, mine_words, refusal};
use crate::pages::account::login::logged_out;
use crate::pages::account::page::arrive;
use crate::pages::account::session_bar::log_out;
use crate::pages::load::{Load, Loaded};
use crate::routes;
use crate::session::use_session;
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonGroup, ButtonKind, LinkButton};
use crate::ui::dynamic::dynamic;
use crate::ui::error_summary::ErrorSummary;
use crate::ui::field::ConsentBox;
use crate::ui::link::NewWindowLink;
use crate::ui::page_heading::PageHeading;
use gaip_contract::bodies::{ConsentView, DecideConsents, Empty, TermsView};
use gaip_contract::endpoints::{ListMyConsents, PutMyConsents};
use gaip_domain::portal::{ConsentItem, Portal, StepKind};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Asks, and goes on once every required document is agreed to.
#[component]
pub fn ConsentAgain(
    /// The portal.
    portal: &'static Portal,
    /// The member agreed.
    on_done: Callback<()>,
) -> impl IntoView {
    let words = mine_words();
    arrive(portal, words.again_title);
    let session = use_session();
    let state = RwSignal::new(Load::Waiting);
    let load = Callback::new(move |()| {
        state.set(Load::Waiting);
        spawn_local(async move {
            let fetched = fetch(portal).await;
            state.try_set(fetched.map_or_else(Load::Failed, Load::Ready));
        });
    });
    load.run(());
    let failure = RwSignal::new(None::<Failure>);
    let failed = Callback::new(move |reason| failure.set(Some(reason)));
    view! {
        <PageHeading title=words.again_title lead=words.again_lead/>
        <Loaded state on_retry=load children={move |asked| view! { <AskAgain portal asked on_done/> }}/>
        <section class="my__step" aria-labelledby="again-else">
            <h2 id="again-else">{words.again_else}</h2>
            <p>{words.again_else_text}</p>
            {dynamic(move || failure.get().map(|failure| view! {
                <Notice kind=NoticeKind::Danger live=Live::Assertive><p>{refusal(&failure)}</p></Notice>
            }))}
            <ButtonGroup>
                <Button kind=ButtonKind::Tertiary on_click=move |()| log_out(logged_out(&portal.id), session, failed)>
                    {crate::i18n::words().account.logout}
                </Button>
                <LinkButton kind=ButtonKind::Tertiary href=Section::Leave.href(&portal.id)>{words.leave_title}</LinkButton>
            </ButtonGroup>
        </section>
        <DownloadData/>
    }
}

/// What changed, with the texts in force: what is due, and optional documents that were agreed to in an earlier version.
async fn fetch(portal: &'static Portal) -> Result<Vec<(ConsentView, TermsView)>, Failure> {
    let all = api::send::<ListMyConsents>(&[], &Empty {}).await?;
    let mut asked = Vec::new();
    for consent in all {
        let older = consent.decisions.first().is_some_and(|newest| newest.agreed && newest.version != consent.version);
        if consent.due || (!consent.required && older) {
            let document = api::terms(&portal.id, &consent.terms, lang()).await?;
            asked.push((consent, document));
        }
    }
    Ok(asked)
}

/// The documents, nothing chosen beforehand.
#[component]
pub fn AskAgain(
    /// The portal.
    portal: &'static Portal,
    /// The documents in force.
    asked: Vec<(ConsentView, TermsView)>,
    /// The member agreed.
    on_done: Callback<()>,
    /// Names what is missing from the start, for the gallery.
    #[prop(optional)]
    checked: bool,
) -> impl IntoView {
    let words = mine_words();
    let (checked, busy, failure) = (RwSignal::new(checked), RwSignal::new(false), RwSignal::new(None::<Failure>));
    let choices: Vec<RwSignal<bool>> = asked.iter().map(|_| RwSignal::new(false)).collect();
    let known: Vec<(String, bool, String, RwSignal<bool>)> = asked
        .iter()
        .zip(&choices)
        .map(|((consent, document), choice)| (consent.terms.clone(), consent.due, document.hash.clone(), *choice))
        .collect();
    let known = StoredValue::new(known);
    let errors = Signal::derive(move || {
        let missing = |(terms, due, _, choice): &(String, bool, String, RwSignal<bool>)| {
            (checked.get() && *due && !choice.get()).then(|| (terms.clone(), words.again_missing.to_owned()))
        };
        known.with_value(|known| known.iter().filter_map(missing).collect::<Vec<_>>())
    });
    let submit = move |()| {
        checked.set(true);
        let open = errors.get_untracked();
        if let Some((first, _)) = open.first() {
            crate::ui::focus::focus_soon(first.clone());
            return;
        }
        busy.set(true);
        failure.set(None);
        let body = known.with_value(|known| DecideConsents {
            choices: known.iter().map(|(terms, _, _, choice)| (terms.clone(), choice.get_untracked())).collect(),
            seen: known.iter().map(|(terms, _, hash, _)| (terms.clone(), hash.clone())).collect(),
        });
        spawn_local(async move {
            let reply = api::send::<PutMyConsents>(&[], &body).await;
            busy.try_set(false);
            match reply {
                Ok(_) => on_done.run(()),
                Err(reason) => drop(failure.try_set(Some(reason))),
            }
        });
    };
    let boxes = asked.into_iter().zip(choices).map(|((consent, document), value)| {
        let id = consent.terms.clone();
        let error = Signal::derive({
            let id = id.clone();
            move || errors.get().into_iter().find(|(of, _)| *of == id).map(|(_, text)| text)
        });
        let title = portal.terms_document(&id).map(|terms| local(&terms.title)).unwrap_or_default();
        let item = item(portal, &id);
        view! {
            <ConsentBox id=id.clone() title required=consent.required html=document.html value error
                version=fill(crate::i18n::words().frame.version, &document.version)
                hint=item.and_then(|item| item.hint.as_ref()).map(local) agree=item.map(|item| local(&item.label))>
                <NewWindowLink href=routes::terms(&portal.id, &id) text=crate::i18n::words().signup.read/>
            </ConsentBox>
        }
    });
    let boxes = boxes.collect_view();
    view! {
        <ErrorSummary errors/>
        {boxes}
        {dynamic(move || failure.get().map(|failure| view! {
            <Notice kind=NoticeKind::Danger live=Live::Assertive><p>{refusal(&failure)}</p></Notice>
        }))}
        <ButtonGroup><Button busy on_click=submit>{words.again_submit}</Button></ButtonGroup>
    }
}

/// The words by which a sign-up asks for the document.
fn item(portal: &'static Portal, terms: &str) -> Option<&'static ConsentItem> {
    let steps = portal.journeys.iter().flat_map(|journey| &journey.steps);
    let items = steps.filter_map(|step| match &step.kind {
        StepKind::Consent(settings) => Some(&settings.items),
        _ => None,
    });
    items.flatten().find(|item| item.terms == terms)
}
