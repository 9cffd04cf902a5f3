//! Separate documents to agree to (KRDS consent pattern; manual rows D12 to D25).

use crate::api::{self, Failure};
use crate::i18n::{fill, lang, local, problem, words};
use crate::later::prefetch;
use crate::routes;
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::Button;
use crate::ui::dynamic::dynamic;
use crate::ui::field::ConsentAll;
use crate::ui::field::ConsentBox;
use crate::ui::link::NewWindowLink;
use crate::ui::spinner::Spinner;
use crate::wizard::answering::Answering;
use crate::wizard::bind::Binder;
use gaip_contract::bodies::TermsView;
use gaip_domain::portal::{ConsentItem, ConsentStep};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The documents of a consent step.
#[component]
pub fn ConsentStepView(
    /// The step.
    answering: Answering,
    /// Its settings.
    settings: &'static ConsentStep,
) -> impl IntoView {
    let documents: RwSignal<Option<Vec<TermsView>>> = RwSignal::new(None);
    let failure = RwSignal::new(None);
    let load = Callback::new(move |()| {
        failure.set(None);
        spawn_local(async move {
            match fetch(answering, settings).await {
                Ok(views) => {
                    answering.seen.update(|seen| {
                        for view in &views {
                            seen.insert(view.id.clone(), view.hash.clone());
                        }
                    });
                    documents.try_set(Some(views));
                    // Now that there is something to read, what the next step needs.
                    prefetch();
                }
                Err(reason) => drop(failure.try_set(Some(reason))),
            }
        });
    });
    Effect::new(move || load.run(()));
    let waiting = Signal::derive(move || documents.with(Option::is_none) && failure.with(Option::is_none));
    view! {
        <Spinner active=waiting text=words().signup.terms_loading/>
        {dynamic(move || failure.get().map(|failure: Failure| view! {
            <Notice kind=NoticeKind::Danger live=Live::Assertive>
                <p>{problem(&failure)}</p>
                <Button on_click=load>{words().frame.retry}</Button>
            </Notice>
        }))}
        {dynamic(move || documents.get().map(|documents| view! { <Documents answering settings documents/> }))}
    }
}

async fn fetch(answering: Answering, settings: &'static ConsentStep) -> Result<Vec<TermsView>, Failure> {
    let mut views = Vec::new();
    for item in &settings.items {
        views.push(api::terms(&answering.draft.portal.id, &item.terms, lang()).await?);
    }
    Ok(views)
}

/// The documents once they are here.
#[component]
pub fn Documents(
    /// The step.
    answering: Answering,
    /// Its settings.
    settings: &'static ConsentStep,
    /// The documents in the order of the items.
    documents: Vec<TermsView>,
) -> impl IntoView {
    let words = &words().signup;
    let binder = Binder::step(answering);
    let choices: Vec<(&'static ConsentItem, RwSignal<bool>)> =
        settings.items.iter().map(|item| (item, choice(binder, item))).collect();
    let required: Vec<RwSignal<bool>> =
        choices.iter().filter(|(item, _)| item.required).map(|(_, choice)| *choice).collect();
    let count = required.len();
    let of_required = required.clone();
    let agreed = Signal::derive(move || (of_required.iter().filter(|choice| choice.get()).count(), count));
    let all = move |agree: bool| required.iter().for_each(|choice| choice.set(agree));
    view! {
        <ConsentAll id="all-required" label=words.all_required description=words.all_required_help agreed on_change=all/>
        {choices.into_iter().zip(documents).map(|((item, value), document)| {
            view! { <Document answering item value document/> }
        }).collect_view()}
    }
}

/// The choice of one document, kept as `yes` or `no` in the typed input; nothing is chosen beforehand.
fn choice(binder: Binder, item: &'static ConsentItem) -> RwSignal<bool> {
    let typed = binder.text(&item.terms);
    let choice = RwSignal::new(typed.with_untracked(|typed| typed == "yes"));
    Effect::new(move |before: Option<()>| {
        let agreed = choice.get();
        if before.is_some() {
            typed.set(if agreed { "yes" } else { "no" }.to_owned());
        }
    });
    choice
}

#[component]
fn Document(
    answering: Answering,
    item: &'static ConsentItem,
    value: RwSignal<bool>,
    document: TermsView,
) -> impl IntoView {
    let portal = answering.draft.portal;
    let title = portal.terms_document(&item.terms).map(|terms| local(&terms.title)).unwrap_or_default();
    let error = answering.error(item.terms.clone());
    view! {
        <ConsentBox id=item.terms.clone() title required=item.required html=document.html value
            version=fill(words().frame.version, &document.version)
            hint=item.hint.as_ref().map(local) error agree=local(&item.label)>
            <NewWindowLink href=routes::terms(&portal.id, &item.terms) text=words().signup.read/>
        </ConsentBox>
    }
}
