//! Where the member, or the company itself, is logged in, and ending it.

use super::{MyTabs, Section};
use crate::api::{self, Failure, Reply};
use crate::i18n::{date_time, mine_words, refusal};
use crate::pages::account::page::arrive;
use crate::pages::account::passkeys::MyPasskeys;
use crate::pages::load::{Load, Loaded};
use crate::session::use_session;
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::badge::{Badge, BadgeKind};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use crate::ui::focus::focus_soon;
use crate::ui::page_heading::PageHeading;
use crate::ui::summary_list::{SummaryList, SummaryRow};
use gaip_contract::bodies::{Empty, LoginView};
use gaip_contract::endpoints::{EndMyLogin, EndOtherLogins, ListMyLogins};
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Which logins are to end.
#[derive(Clone)]
pub enum Ending {
    /// This one.
    One(String),
    /// Every one but that of this browser.
    Others,
}

/// The part of my page.
#[component]
pub fn MyLogins(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    let words = mine_words();
    arrive(portal, words.logins);
    view! {
        <PageHeading title=words.logins lead=words.logins_lead/>
        <MyTabs portal section=Section::Logins/>
        <OpenLogins/>
        <MyPasskeys portal/>
    }
}

/// The logins of who is logged in.
#[component]
pub fn OpenLogins() -> impl IntoView {
    let words = mine_words();
    let session = use_session();
    let state = RwSignal::new(Load::Waiting);
    let (busy, failure, said) = (RwSignal::new(false), RwSignal::new(None::<Failure>), RwSignal::new(String::new()));
    let load = Callback::new(move |()| {
        state.set(Load::Waiting);
        spawn_local(async move {
            let reply = api::send::<ListMyLogins>(&[], &Empty {}).await;
            state.try_set(reply.map_or_else(Load::Failed, Load::Ready));
        });
    });
    load.run(());
    let end = Callback::new(move |which: Ending| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        said.set(String::new());
        spawn_local(async move {
            let (reply, done): (Reply<ListMyLogins>, _) = match &which {
                Ending::One(id) => (api::send::<EndMyLogin>(&[id], &Empty {}).await, words.ended),
                Ending::Others => (api::send::<EndOtherLogins>(&[], &Empty {}).await, words.ended_all),
            };
            busy.try_set(false);
            match reply {
                Ok(list) => {
                    state.try_set(Load::Ready(list));
                    said.try_set(done.to_owned());
                    focus_soon("page-title");
                }
                Err(refused) => {
                    session.refresh();
                    failure.try_set(Some(refused));
                }
            }
        });
    });
    view! {
        <p class="field__status field__status--good" role="status">{said}</p>
        {dynamic(move || failure.get().map(|failure| view! {
            <Notice kind=NoticeKind::Danger live=Live::Assertive><p>{refusal(&failure)}</p></Notice>
        }))}
        <Loaded state on_retry=load children={move |list| view! { <LoginRows list busy on_end=end/> }}/>
    }
}

/// A card for each login, and the way to end all others.
#[component]
pub fn LoginRows(
    /// The logins.
    list: Vec<LoginView>,
    /// One is being ended.
    #[prop(into)]
    busy: Signal<bool>,
    /// Ends some.
    on_end: Callback<Ending>,
) -> impl IntoView {
    let words = mine_words();
    let others = list.iter().any(|login| !login.here);
    let row = move |login: LoginView| {
        let LoginView { id, since, active_at, device, here } = login;
        let device = device.unwrap_or_else(|| words.unknown_device.to_owned());
        let name = device.clone();
        view! {
            <li class="card">
                <h2 class="my__device">{device} " " {here.then(|| view! { <Badge kind=BadgeKind::Success text=words.here/> })}</h2>
                <SummaryList>
                    <SummaryRow name=words.since>{date_time(&since)}</SummaryRow>
                    <SummaryRow name=words.active>{date_time(&active_at)}</SummaryRow>
                </SummaryList>
                {(!here).then(|| view! {
                    <Button kind=ButtonKind::Tertiary size=ButtonSize::Small busy
                        on_click=move |()| on_end.run(Ending::One(id.clone()))>
                        <span class="visually-hidden">{name} " "</span>
                        {words.end}
                    </Button>
                })}
            </li>
        }
    };
    view! {
        <ul class="stack">{list.into_iter().map(row).collect_view()}</ul>
        {if others {
            view! {
                <div class="my__print">
                    <Button kind=ButtonKind::Secondary busy on_click=move |()| on_end.run(Ending::Others)>{words.end_others}</Button>
                </div>
            }.into_any()
        } else {
            view! { <p class="my__meaning">{words.no_others}</p> }.into_any()
        }}
    }
}
