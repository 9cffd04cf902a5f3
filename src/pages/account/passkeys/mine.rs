//! The passkeys of a member, beside their logins.

use super::register::{RegisterPasskey, Registering};
use super::remove::{RemovePasskey, Removing};
use super::rows::PasskeyRows;
use super::{Trouble, browser, told};
use crate::api;
use crate::i18n::{mine_words, passkey_words};
use crate::pages::account::mine::{LogInAgain, Section};
use crate::pages::load::{Load, Loaded};
use crate::session::use_session;
use crate::ui::dynamic::dynamic;
use crate::ui::focus::focus_soon;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Empty, PasskeyView, Role};
use gaip_contract::endpoints::ListPasskeys;
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The list as it is known, and what was done to it last.
#[derive(Clone, Copy)]
pub struct Passkeys {
    /// The list.
    pub state: RwSignal<Load<Vec<PasskeyView>>>,
    /// What is told of the last act.
    pub said: RwSignal<String>,
    /// The member has a password to show.
    pub password: bool,
    portal: &'static Portal,
}

impl Passkeys {
    /// Of a list that is or will be known.
    pub fn new(portal: &'static Portal, state: Load<Vec<PasskeyView>>, password: bool) -> Self {
        Self { state: RwSignal::new(state), said: RwSignal::new(String::new()), password, portal }
    }

    /// An act is done, and this is the list now. Nothing happens where the page was left meanwhile.
    pub fn done(self, list: Vec<PasskeyView>, said: &str) {
        self.state.try_set(Load::Ready(list));
        self.said.try_set(said.to_owned());
    }
}

/// The part of my page; nothing where the portal offers no passkeys.
#[component]
pub fn MyPasskeys(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    let member = use_session().member(&portal.id);
    let passkeys = Passkeys::new(portal, Load::Waiting, member.is_none_or(|member| member.role != Role::Social));
    let state = passkeys.state;
    let load = Callback::new(move |()| {
        state.set(Load::Waiting);
        spawn_local(async move {
            let reply = api::send::<ListPasskeys>(&[], &Empty {}).await;
            state.try_set(reply.map_or_else(Load::Failed, Load::Ready));
        });
    });
    portal.passkeys.then(|| {
        load.run(());
        let registering = Registering::new(passkeys, browser::supported());
        let removing = Removing::new(passkeys);
        view! { <PasskeySection passkeys registering removing on_retry=load/> }
    })
}

/// The list, and the ways to change it.
#[component]
pub fn PasskeySection(
    /// The passkeys.
    passkeys: Passkeys,
    /// Adds one.
    registering: Registering,
    /// Removes one.
    removing: Removing,
    /// Asks for the list again.
    on_retry: Callback<()>,
) -> impl IntoView {
    let words = passkey_words();
    let again = Memo::new(move |_| {
        let wants =
            |trouble: &Option<Trouble>| trouble.as_ref().and_then(Trouble::code) == Some(ProblemCode::LoginAgain);
        !passkeys.password && (registering.trouble.with(wants) || removing.trouble.with(wants))
    });
    let proven = Callback::new(move |()| {
        registering.trouble.set(None);
        removing.trouble.set(None);
        focus_soon("my-passkeys");
    });
    view! {
        <section class="my__step" aria-labelledby="my-passkeys">
            <h2 id="my-passkeys" tabindex="-1">{words.title}</h2>
            <p>{words.lead}</p>
            {(!passkeys.password).then(|| view! { <p class="my__meaning">{mine_words().soon}</p> })}
            <p class="field__status field__status--good" role="status">{passkeys.said}</p>
            <Loaded state=passkeys.state on_retry children={move |list: Vec<PasskeyView>| {
                let full = list.len() >= gaip_contract::bodies::PASSKEYS;
                view! {
                    <PasskeyRows list removing/>
                    <RegisterPasskey registering full/>
                }
            }}/>
            {dynamic(move || again.get().then(|| view! {
                {told(removing.trouble)}
                <LogInAgain portal=passkeys.portal back=Section::Logins on_proven=proven/>
            }))}
            <RemovePasskey removing/>
        </section>
    }
}
