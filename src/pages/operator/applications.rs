//! The queue of papers of companies that nobody knows (manual rows K39, K40, K46).

use super::decide::{DecideDialogs, Deciding};
use super::notice::{Said, SaidNotice};
use super::paging::{NoRows, Pages, Total, arrived, page_of_address};
use super::sections::Section;
use crate::api::{self, Call};
use crate::i18n::{date_time, fill, local, operator_words};
use crate::pages::account::page::arrive;
use crate::pages::load::{Load, Loaded};
use crate::session::use_session;
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::page_heading::PageHeading;
use crate::ui::table::{Cell, Column, Table};
use gaip_contract::bodies::{ApplicationPage, ApplicationView, Empty, FileView};
use gaip_contract::endpoints::{self, GetMemberFile, ListApplications};
use gaip_domain::portal::{Input, PapersPart, Portal};
use gaip_domain::value::BusinessNumber;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The page.
#[component]
pub fn Applications(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    let words = operator_words();
    arrive(portal, words.applications);
    let session = use_session();
    let page = page_of_address();
    let state = RwSignal::new(Load::Waiting);
    let load = Callback::new(move |()| {
        let page = page.get_untracked().to_string();
        spawn_local(async move {
            let call = Call { parts: &[&portal.id], query: &[("page", &page)], headers: &[] };
            arrived(state, session, api::send_with::<ListApplications>(&call, &Empty {}).await);
        });
    });
    Effect::new(move || {
        page.track();
        load.run(());
    });
    let retry = Callback::new(move |()| {
        state.set(Load::Waiting);
        load.run(());
    });
    let said = RwSignal::new(None::<Said>);
    let deciding = Deciding::new(portal, said, load);
    view! {
        <PageHeading title=words.applications lead=words.applications_lead/>
        <SaidNotice said/>
        <Loaded state on_retry=retry children={move |page: ApplicationPage| view! { <ApplicationList portal page deciding/> }}/>
        <DecideDialogs deciding/>
    }
}

/// A page of the queue.
#[component]
pub fn ApplicationList(
    /// The portal.
    portal: &'static Portal,
    /// The page.
    page: ApplicationPage,
    /// Takes decisions.
    deciding: Deciding,
) -> impl IntoView {
    let words = operator_words();
    let ApplicationPage { total, page, pages, rows } = page;
    if total == 0 {
        return view! { <NoRows title=words.applications_none/> }.into_any();
    }
    let columns =
        [words.company, words.applicant, words.handed_in, words.way, words.papers, words.decision].map(Column::text);
    let rows = rows.into_iter().map(move |application| view! { <ApplicationRow portal application deciding/> });
    view! {
        <Total total/>
        <Table id="applications" caption=words.applications_list hide_caption=true cards=true columns=columns.into()>
            {rows.collect_view()}
        </Table>
        <Pages page pages href=Section::Applications.href(&portal.id)/>
    }
    .into_any()
}

#[component]
fn ApplicationRow(portal: &'static Portal, application: ApplicationView, deciding: Deciding) -> impl IntoView {
    let words = operator_words();
    let way = way(portal, &application);
    let at = date_time(&application.handed_in_at);
    let (approve, reject) = (application.clone(), application.clone());
    let (company, of_approve, of_reject) =
        (application.company.clone(), application.company.clone(), application.company);
    view! {
        <tr>
            <th scope="row"><Company name=company number=application.business_number reference=application.reference/></th>
            <Cell name=words.applicant>{application.applicant}</Cell>
            <Cell name=words.handed_in><time datetime=application.handed_in_at>{at}</time></Cell>
            <Cell name=words.way>{way}</Cell>
            <Cell name=words.papers><Files portal files=application.files/></Cell>
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

/// A company by name, number and the reference of its sign-up.
#[component]
pub fn Company(
    /// Its name.
    name: String,
    /// Ten digits.
    number: String,
    /// The reference.
    reference: String,
) -> impl IntoView {
    let number = BusinessNumber::parse(&number).map_or(number, |number| number.hyphenated());
    view! {
        <span class="desk__company">{name}</span>
        <span class="desk__line">{number}</span>
        <span class="desk__line">{reference}</span>
    }
}

/// Whose button it is, for those who hear it without its row.
#[component]
pub fn Of(
    /// The company's name.
    name: String,
) -> impl IntoView {
    view! { <span class="visually-hidden">{name} " "</span> }
}

/// The files that were handed in. Each is saved, not shown: a stranger sent it.
#[component]
pub fn Files(
    /// The portal.
    portal: &'static Portal,
    /// The files.
    files: Vec<FileView>,
) -> impl IntoView {
    let words = operator_words();
    if files.is_empty() {
        return view! { <span>{words.no_file}</span> }.into_any();
    }
    let link = |file: FileView| {
        let href = endpoints::path::<GetMemberFile>(&[&portal.id, &file.id]);
        // The words of the link are the name that is seen, so that both can be spoken.
        view! { <li><a href=href download=file.name.clone() rel="external" title=fill(words.open_file, &file.name)>{file.name.clone()}</a></li> }
    };
    view! { <ul class="desk__files">{files.into_iter().map(link).collect_view()}</ul> }.into_any()
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
