//! The inbox of the sandbox: texts and e-mails that were not really sent, with the codes in them.

use super::sandbox_reply::ReplyForm;
use crate::api::{self, Reply};
use crate::i18n::{date_time, fill, sandbox_words, service_name};
use crate::pages::load::{Bare, Load, Loaded};
use crate::ui::alert::{Notice, NoticeKind};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::card::Card;
use crate::ui::dynamic::dynamic;
use crate::ui::empty::Empty;
use crate::ui::page_heading::PageHeading;
use crate::ui::summary_list::{SummaryList, SummaryRow};
use gaip_contract::bodies::{Empty as Nothing, SandboxMessage};
use gaip_contract::endpoints::ListSandboxMessages;
use gaip_domain::permission::Service;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_query_map;
use std::time::Duration;

/// How often it looks by itself.
const PAUSE: Duration = Duration::from_secs(4);

/// The page. It looks for new messages by itself.
#[component]
pub fn SandboxPage() -> impl IntoView {
    let state: RwSignal<Load<()>> = RwSignal::new(Load::Waiting);
    let messages = RwSignal::new(Vec::new());
    let busy = RwSignal::new(false);
    let look = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let reply: Reply<ListSandboxMessages> = api::send::<ListSandboxMessages>(&[], &Nothing {}).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match reply {
                Ok(found) => {
                    messages.set(found);
                    state.set(Load::Ready(()));
                }
                // What was shown stays while the line is down.
                Err(_) if state.with_untracked(|state| *state == Load::Ready(())) => {}
                Err(failure) => state.set(Load::Failed(failure)),
            }
        });
    });
    look.run(());
    Effect::new(move || {
        document().set_title(sandbox_words().title);
        if let Ok(ticks) = set_interval_with_handle(move || look.run(()), PAUSE) {
            on_cleanup(move || ticks.clear());
        }
    });
    let address = use_query_map();
    let service = move || address.with(|map| map.get_str("service").map(str::to_owned)).and_then(|word| opened(&word));
    view! {
        <Bare>
            {dynamic(move || service().map(|service| view! { <ServiceOpened service/> }))}
            <Loaded state on_retry=look children=move |()| view! { <Messages messages on_refresh=look/> }/>
        </Bare>
    }
}

/// The service of a word.
fn opened(word: &str) -> Option<Service> {
    Service::all().find(|service| service.opened_as() == Some(word))
}

/// Stands for the page that a portal has of a service.
#[component]
pub fn ServiceOpened(
    /// The service.
    service: Service,
) -> impl IntoView {
    let words = sandbox_words();
    view! {
        <Notice kind=NoticeKind::Info title=fill(words.service_opened, service_name(service))>
            <p>{words.service_text}</p>
        </Notice>
    }
}

/// The messages, the newest first.
#[component]
pub fn Messages(
    /// The messages.
    #[prop(into)]
    messages: Signal<Vec<SandboxMessage>>,
    /// Looks for new ones.
    on_refresh: Callback<()>,
) -> impl IntoView {
    let words = sandbox_words();
    view! {
        <PageHeading title=words.title lead=words.lead/>
        <Button kind=ButtonKind::Secondary size=ButtonSize::Medium on_click=on_refresh>{words.refresh}</Button>
        <ReplyForm on_sent=on_refresh/>
        {dynamic(move || messages.with(Vec::is_empty).then(|| view! { <Empty title=words.none/> }))}
        <ul class="messages" aria-label=words.list>
            {dynamic(move || messages.get().into_iter().map(|message| view! { <Message message/> }).collect_view())}
        </ul>
    }
}

#[component]
fn Message(message: SandboxMessage) -> impl IntoView {
    let words = sandbox_words();
    view! {
        <li>
            <Card>
                <p><strong>{message.text}</strong></p>
                <SummaryList>
                    <SummaryRow name=words.to>{message.to}</SummaryRow>
                    <SummaryRow name=words.at>{date_time(&message.at)}</SummaryRow>
                </SummaryList>
            </Card>
        </li>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::ui::story::Story;
    fn shown(count: usize) -> AnyView {
        let message = |at: usize| SandboxMessage {
            at: format!("2026-11-21T05:0{at}:00Z"),
            to: "010-1234-5678".to_owned(),
            text: format!("[본인확인] 인증번호는 12345{at}입니다. 다른 사람에게 알려 주지 마세요."),
        };
        view! { <Messages messages=Signal::stored((0..count).rev().map(message).collect()) on_refresh=Callback::new(|()| {})/> }.into_any()
    }
    &[
        Story {
            name: "pages/sandbox/service",
            view: || view! { <ServiceOpened service=Service::Briefing/> }.into_any(),
        },
        Story { name: "pages/sandbox/none", view: || shown(0) },
        Story { name: "pages/sandbox/messages", view: || shown(2) },
    ]
};
