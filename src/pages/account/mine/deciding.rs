//! Withdraws an optional consent or gives it again: one press and a confirmation.

use crate::api::{self, Failure};
use crate::i18n::{lang, local, mine_words, refusal};
use crate::pages::load::Load;
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::dynamic::dynamic;
use crate::ui::focus::focus_soon;
use crate::ui::modal::{Modal, ModalKind};
use gaip_contract::bodies::{ConsentView, DecideConsents, TermsView};
use gaip_contract::endpoints::PutMyConsents;
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A decision being taken.
#[derive(Clone, Copy)]
pub struct Deciding {
    portal: &'static Portal,
    list: RwSignal<Load<Vec<ConsentView>>>,
    /// What was done.
    pub said: RwSignal<String>,
    open: RwSignal<bool>,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
    /// The document and the choice.
    which: RwSignal<(String, bool)>,
    /// What is agreed to, once it is here.
    shown: RwSignal<Option<TermsView>>,
}

impl Deciding {
    /// None yet.
    pub fn new(portal: &'static Portal, list: RwSignal<Load<Vec<ConsentView>>>) -> Self {
        Self {
            portal,
            list,
            said: RwSignal::new(String::new()),
            open: RwSignal::new(false),
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
            which: RwSignal::default(),
            shown: RwSignal::new(None),
        }
    }

    /// Asks whether it is to be so; whoever agrees reads the document that is in force.
    pub fn ask(self, terms: &str, agree: bool) {
        self.which.set((terms.to_owned(), agree));
        self.failure.set(None);
        self.shown.set(None);
        self.said.set(String::new());
        self.open.set(true);
        if agree {
            let terms = terms.to_owned();
            spawn_local(async move {
                match api::terms(&self.portal.id, &terms, lang()).await {
                    Ok(view) => drop(self.shown.try_set(Some(view))),
                    Err(failure) => drop(self.failure.try_set(Some(failure))),
                }
            });
        }
    }

    fn act(self) {
        let (terms, agree) = self.which.get_untracked();
        let seen = self.shown.get_untracked().map(|view| (terms.clone(), view.hash));
        if self.busy.get_untracked() || (agree && seen.is_none()) {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            let body = DecideConsents { choices: [(terms.clone(), agree)].into(), seen: seen.into_iter().collect() };
            let reply = api::send::<PutMyConsents>(&[], &body).await;
            self.busy.try_set(false);
            match reply {
                Ok(list) => {
                    self.open.try_set(false);
                    self.list.try_set(Load::Ready(list));
                    let words = mine_words();
                    self.said.try_set(if agree { words.given } else { words.withdrawn }.to_owned());
                    focus_soon(["decide-", &terms].concat());
                }
                Err(failure) => drop(self.failure.try_set(Some(failure))),
            }
        });
    }
}

/// Asks before it is done.
#[component]
pub fn DecideDialog(
    /// The decision.
    deciding: Deciding,
) -> impl IntoView {
    let Deciding { open, which, .. } = deciding;
    // The title of a dialog stands still: the document's own stands below it.
    view! {
        {dynamic(move || {
            let (terms, agree) = which.get();
            let words = mine_words();
            let title = if agree { words.give_title } else { words.withdraw_title };
            let document = deciding.portal.terms_document(&terms).map(|terms| local(&terms.title)).unwrap_or_default();
            view! {
                <Modal id="consent-decide" open title kind=ModalKind::Decision footer=move || view! {
                    <ButtonGroup>
                        <Button kind=ButtonKind::Tertiary on_click=move |()| open.set(false)>{words.cancel}</Button>
                        <Button busy=deciding.busy on_click=move |()| deciding.act()>
                            {if agree { words.give } else { words.withdraw }}
                        </Button>
                    </ButtonGroup>
                }>
                    <p><strong>{document}</strong></p>
                    {(!agree).then(|| view! { <p>{words.withdraw_text}</p> })}
                    {dynamic(move || deciding.shown.get().map(|view| view! { <div class="document" inner_html=view.html></div> }))}
                    {dynamic(move || deciding.failure.get().map(|failure| view! {
                        <Notice kind=NoticeKind::Danger live=Live::Assertive><p>{refusal(&failure)}</p></Notice>
                    }))}
                </Modal>
            }
        })}
    }
}
