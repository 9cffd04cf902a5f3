//! Leaving for good: what goes, what is kept, and the proof that it is the member.

use super::left::left;
use super::{DownloadData, LogInAgain, MyTabs, Section};
use crate::api::{self, Failure};
use crate::i18n::{mine_words, refusal, to_my_page};
use crate::pages::account::page::arrive;
use crate::session::use_session;
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonGroup, ButtonKind, LinkButton};
use crate::ui::dynamic::dynamic;
use crate::ui::error_summary::ErrorSummary;
use crate::ui::field::{Checkbox, PasswordField};
use crate::ui::focus::focus_soon;
use crate::ui::page_heading::PageHeading;
use crate::ui::summary_list::{SummaryList, SummaryRow};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Leave, Role};
use gaip_contract::endpoints::LeaveForGood;
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;

const SURE: &str = "leave-sure";
const PASSWORD: &str = "leave-password";

/// The page.
#[component]
pub fn LeavePage(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    arrive(portal, mine_words().leave_title);
    let session = use_session();
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let leave = Callback::new(move |password: String| {
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let body = Leave { password: (!password.is_empty()).then_some(password) };
            let reply = api::send::<LeaveForGood>(&[], &body).await;
            busy.try_set(false);
            match reply {
                Ok(view) => drop(window().location().assign(&left(&portal.id, &view))),
                Err(reason) => {
                    session.refresh();
                    if reason.code() == Some(ProblemCode::PasswordWrong) {
                        focus_soon(PASSWORD);
                    }
                    failure.try_set(Some(reason));
                }
            }
        });
    });
    let role = session.member(&portal.id).map_or(Role::Contact, |member| member.role);
    view! { <LeaveForm portal role busy failure on_leave=leave/> }
}

/// What happens, and the question.
#[component]
pub fn LeaveForm(
    /// The portal.
    portal: &'static Portal,
    /// What the member is: some have no password, some have colleagues who need a successor.
    role: Role,
    /// It is being done.
    #[prop(into)]
    busy: Signal<bool>,
    /// Why it was not done.
    failure: RwSignal<Option<Failure>>,
    /// The member wants it; with the password as typed.
    on_leave: Callback<String>,
    /// Names what is missing from the start, for the gallery.
    #[prop(optional)]
    checked: bool,
) -> impl IntoView {
    let words = mine_words();
    let has_password = portal.has_password(role);
    let has_successor = matches!(role, Role::Master | Role::Contact);
    let (sure, password, checked) = (RwSignal::new(false), RwSignal::new(String::new()), RwSignal::new(checked));
    let errors = Signal::derive(move || {
        let checked = checked.get();
        let unproven = checked && has_password && password.with(String::is_empty);
        let unproven = unproven.then(|| (PASSWORD.to_owned(), words.leave_password_missing.to_owned()));
        let unsure = (checked && !sure.get()).then(|| (SURE.to_owned(), words.leave_unsure.to_owned()));
        unproven.into_iter().chain(unsure).collect::<Vec<_>>()
    });
    let error = move |id: &'static str| {
        Signal::derive(move || errors.get().into_iter().find(|(of, _)| of == id).map(|(_, text)| text))
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        checked.set(true);
        if let Some((first, _)) = errors.get_untracked().into_iter().next() {
            focus_soon(first);
        } else if !busy.get_untracked() {
            on_leave.run(password.get_untracked());
        }
    };
    let proven = Callback::new(move |()| on_leave.run(password.get_untracked()));
    view! {
        <PageHeading title=words.leave_title lead=words.leave_lead/>
        <MyTabs portal section=Section::Leave/>
        <SummaryList>
            <SummaryRow name=words.leave_deleted>
                {words.leave_deleted_text}
                <p class="my__meaning">{words.leave_again}</p>
            </SummaryRow>
            <SummaryRow name=words.leave_kept>{words.leave_kept_text}</SummaryRow>
        </SummaryList>
        {has_successor.then(|| view! { <p class="my__meaning">{words.leave_master}</p> })}
        <DownloadData/>
        <ErrorSummary errors/>
        {dynamic(move || failure.get().map(|failure| {
            let again = failure.code() == Some(ProblemCode::LoginAgain);
            view! {
                <Notice kind=NoticeKind::Danger live=Live::Assertive>
                    <p>{refusal(&failure)}</p>
                    {again.then(|| view! { <LogInAgain portal back=Section::Leave on_proven=proven/> })}
                </Notice>
            }
        }))}
        <form class="login my__step" novalidate on:submit=submit>
            {if has_password {
                view! {
                    <PasswordField id=PASSWORD label=words.leave_password value=password hint=words.leave_password_hint.to_owned()
                        error=error(PASSWORD)/>
                }
                .into_any()
            } else {
                view! { <p class="my__meaning">{words.soon}</p> }.into_any()
            }}
            <Checkbox id=SURE label=words.leave_sure checked=sure on_change=move |ticked| sure.set(ticked)/>
            <ButtonGroup>
                <LinkButton kind=ButtonKind::Tertiary href=Section::Info.href(&portal.id)>{to_my_page(portal)}</LinkButton>
                <Button submit=true kind=ButtonKind::Danger busy>{words.leave_submit}</Button>
            </ButtonGroup>
        </form>
    }
}
