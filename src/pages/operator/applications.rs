//! The queue of papers of companies that nobody knows (manual rows K39, K40, K46).

use super::cells::{At, Files, Of, Who};
use super::decide::{DecideDialogs, Deciding};
use super::list::{List, Listed};
use super::notice::{Said, SaidNotice};
use super::rows::Rows;
use super::sections::Section;
use crate::api::{self, Call};
use crate::i18n::{local, operator_words};
use crate::pages::account::page::arrive;
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::page_heading::PageHeading;
use crate::ui::table::Cell;
use gaip_contract::bodies::{ApplicationView, Empty, Page};
use gaip_contract::endpoints::ListApplications;
use gaip_domain::portal::{Input, PapersPart, Portal};
use leptos::prelude::*;

/// The page.
#[component]
pub fn Applications(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    let words = operator_words();
    arrive(portal, words.applications);
    let list = List::new(move |page| async move {
        let page = page.to_string();
        let call = Call { parts: &[&portal.id], query: &[("page", &page)], headers: &[] };
        api::send_with::<ListApplications>(&call, &Empty {}).await
    });
    let said = RwSignal::new(None::<Said>);
    let deciding = Deciding::new(portal, said, list.reload);
    view! {
        <PageHeading title=words.applications lead=words.applications_lead/>
        <SaidNotice said/>
        <Listed list children=move |page| view! { <ApplicationList portal page deciding/> }/>
        <DecideDialogs deciding/>
    }
}

/// A page of the queue.
#[component]
pub fn ApplicationList(
    /// The portal.
    portal: &'static Portal,
    /// The page.
    page: Page<ApplicationView>,
    /// Takes decisions.
    deciding: Deciding,
) -> impl IntoView {
    let words = operator_words();
    let columns = vec![words.company, words.applicant, words.handed_in, words.way, words.papers, words.decision];
    view! {
        <Rows id="applications" caption=words.applications_list columns page href=Section::Applications.href(&portal.id)
            none=words.applications_none
            children=move |application| view! { <ApplicationRow portal application deciding/> }/>
    }
}

#[component]
fn ApplicationRow(portal: &'static Portal, application: ApplicationView, deciding: Deciding) -> impl IntoView {
    let words = operator_words();
    let way = way(portal, &application);
    let (approve, reject) = (application.clone(), application.clone());
    let ApplicationView { company, business_number, reference, applicant, handed_in_at, files, .. } = application;
    let (of_approve, of_reject) = (company.clone(), company.clone());
    view! {
        <tr>
            <th scope="row"><Who name=company number=business_number reference/></th>
            <Cell name=words.applicant>{applicant}</Cell>
            <Cell name=words.handed_in><At time=handed_in_at/></Cell>
            <Cell name=words.way>{way}</Cell>
            <Cell name=words.papers><Files portal files/></Cell>
            <Cell name=words.decision>
                <div class="row">
                    <Button size=ButtonSize::Small kind=ButtonKind::Secondary on_click=move |()| deciding.ask_approve(&approve)>
                        <Of name=of_approve.clone()/>{words.approve}
                    </Button>
                    <Button size=ButtonSize::Small kind=ButtonKind::Tertiary on_click=move |()| deciding.ask_reject(&reject)>
                        <Of name=of_reject.clone()/>{words.reject}
                    </Button>
                </div>
            </Cell>
        </tr>
    }
}

/// The way of handing in, in the words of the portal.
fn way(portal: &'static Portal, application: &ApplicationView) -> String {
    let chosen = application.way.as_deref().unwrap_or("-");
    let fields = portal.journey(&application.journey).and_then(|journey| journey.papers());
    let label = fields.into_iter().flat_map(|(_, fields)| fields).find_map(|field| match &field.input {
        Input::Choice(choices) if field.papers == Some(PapersPart::Way) => {
            choices.iter().find(|choice| choice.value == chosen).map(|choice| local(&choice.label))
        }
        _ => None,
    });
    label.unwrap_or_else(|| chosen.to_owned())
}
