//! What every step looks like: where one is, what is asked, what is wrong, and the way on and back.

use super::answering::Answering;
use super::autosave::SavingLine;
use super::draft::Draft;
use crate::i18n::{local, words};
use crate::routes;
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::breadcrumb::Breadcrumb;
use crate::ui::button::{Button, ButtonGroup, ButtonKind, LinkButton};
use crate::ui::dynamic::dynamic;
use crate::ui::error_summary::ErrorSummary;
use crate::ui::focus::focus_soon;
use crate::ui::link_tabs::{LinkTab, LinkTabs};
use crate::ui::page_heading::PageHeading;
use crate::ui::step_indicator::StepIndicator;
use gaip_contract::ProblemCode;
use gaip_domain::journey;
use gaip_domain::portal::{Journey, StepKind};
use leptos::prelude::*;

/// Id of what says why the backend did not take the answer.
const FAILURE: &str = "failure";

/// The frame of a step. Its children are what the step asks.
#[component]
pub fn StepFrame(
    /// The step.
    answering: Answering,
    /// What the step asks.
    children: Children,
) -> impl IntoView {
    let Answering { draft, step, .. } = answering;
    let complete = matches!(step.kind, StepKind::Complete(_));
    let summary = Signal::derive(move || answering.summary());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        answering.press();
    };
    view! {
        <Place answering/>
        <PageHeading title=local(&step.title) lead=step.lead.as_ref().map(local).unwrap_or_default()/>
        {(!step.notes.is_empty()).then(|| view! {
            <ul class="notes">
                {step.notes.iter().map(|note| view! { <li>{local(note)}</li> }).collect_view()}
            </ul>
        })}
        <ErrorSummary errors=summary/>
        <FailureNotice answering/>
        {if complete {
            children().into_any()
        } else {
            view! {
                <form class="wizard-form" novalidate autocomplete="on" on:submit=submit>
                    {children()}
                    <SavingLine saving=draft.saving/>
                    <Buttons answering/>
                </form>
            }
            .into_any()
        }}
    }
}

/// Breadcrumb, step indicator and the introduction of the journey.
#[component]
fn Place(answering: Answering) -> impl IntoView {
    let Answering { draft, step, .. } = answering;
    let journey = draft.journey;
    let words = words();
    let phases: Vec<String> = journey.phases.iter().map(|phase| local(&phase.title)).collect();
    let current = journey.phases.iter().position(|phase| phase.id == step.phase).unwrap_or_default();
    let home = routes::portal(&draft.portal.id);
    let links = [words.frame.home, words.frame.member_services].map(|place| (place.to_owned(), home.clone())).to_vec();
    view! {
        <Breadcrumb links current=local(&journey.title)/>
        {journey.purpose.recovers().then(|| recoveries(draft))}
        <StepIndicator label=if journey.purpose.recovers() { local(&journey.title) } else { words.signup.steps.to_owned() } steps=phases current=Signal::stored(current)/>
        <p class="journey-intro">{local(&journey.intro)}</p>
    }
}

/// What one forgot may be something else (manual rows D123, D127).
fn recoveries(draft: Draft) -> impl IntoView {
    let tab = |journey: &Journey| LinkTab {
        name: local(&journey.title),
        href: routes::signup(&draft.portal.id, &journey.id),
        current: journey.id == draft.journey.id,
    };
    view! { <LinkTabs label=words().account.recovery tabs=draft.portal.recoveries().map(tab).collect()/> }
}

/// Why the backend did not take the answer, with a way on where there is one.
#[component]
fn FailureNotice(answering: Answering) -> impl IntoView {
    let words = words();
    let portal = &answering.draft.portal.id;
    // The button that was pressed may be far below: the person is taken to what stopped them.
    Effect::new(move || {
        if answering.failure.with(Option::is_some) {
            focus_soon(FAILURE);
        }
    });
    move || {
        let failure = answering.failure.get()?;
        let code = failure.code();
        let unsure = matches!(answering.step.kind, StepKind::Review) && code.is_none();
        let text = match code {
            _ if unsure && answering.draft.journey.submit.is_empty() => words.signup.submit_unsure.to_owned(),
            _ if unsure => words.signup.submit_other_unsure.to_owned(),
            Some(ProblemCode::Invalid) => words.signup.files_unfinished.to_owned(),
            _ => answering.say(&failure),
        };
        Some(view! {
            <div class="failure" id=FAILURE tabindex="-1">
            <Notice kind=NoticeKind::Danger live=Live::Assertive>
                <p>{text}</p>
                {code.is_some_and(|code| [ProblemCode::CompanyIsMember, ProblemCode::PersonIsMember].contains(&code))
                    .then(|| view! { <p><a href=routes::login(portal)>{words.frame.login}</a></p> })}
            </Notice>
            </div>
        })
    }
}

#[component]
fn Buttons(answering: Answering) -> impl IntoView {
    let Answering { draft, step, .. } = answering;
    let words = &words().signup;
    let previous = draft.view.with_untracked(|view| journey::previous(draft.journey, &view.facts, &step.id));
    let next = draft.view.with_untracked(|view| journey::next(draft.journey, &view.facts, &step.id));
    let own = || draft.view.with_untracked(|view| draft.journey.submit_words(&view.facts));
    let label = match (&step.kind, next.map(|next| &next.kind)) {
        (StepKind::Review, _) => own().map_or_else(|| words.submit.to_owned(), local),
        // What comes after a choice is not known before it is made.
        (StepKind::Choose(_), _) => words.next.to_owned(),
        (_, Some(StepKind::Complete(_))) => own().map_or_else(|| words.save.to_owned(), local),
        _ => words.next.to_owned(),
    };
    view! {
        <div class="wizard-buttons">
            <Button kind=ButtonKind::Text on_click=move |()| draft.cancelling.set(true)>{words.cancel}</Button>
            <ButtonGroup>
                {previous.map(|previous| view! {
                    <LinkButton kind=ButtonKind::Tertiary href=routes::step(&draft.portal.id, draft.journey, &previous.id)>
                        {words.previous}
                    </LinkButton>
                })}
                <Button submit=true busy=answering.busy>
                    {dynamic(move || answering.press.get().map_or_else(|| label.clone(), |press| press.label.to_owned()))}
                </Button>
            </ButtonGroup>
        </div>
    }
}
