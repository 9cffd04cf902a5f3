//! Adding a passkey: its name, perhaps the password, and then the browser asks.

use super::mine::Passkeys;
use super::{Trouble, Until, browser, told};
use crate::api;
use crate::i18n::{fill, passkey_words};
use crate::ui::alert::{Notice, NoticeKind};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dynamic::dynamic;
use crate::ui::field::{PasswordField, TextField};
use crate::ui::focus::focus_soon;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{NewPasskey, PASSKEY_NAME, PasskeyView, Themselves};
use gaip_contract::endpoints::{AskForPasskey, RegisterPasskey as Register};
use leptos::prelude::*;
use leptos::task::spawn_local;

const NAME: &str = "passkey-name";
const PASSWORD: &str = "passkey-password";

/// A passkey being added.
#[derive(Clone, Copy)]
pub struct Registering {
    passkeys: Passkeys,
    supported: bool,
    name: RwSignal<String>,
    password: RwSignal<String>,
    /// The login is too old: the password is asked for.
    asked: RwSignal<bool>,
    checked: RwSignal<bool>,
    busy: RwSignal<bool>,
    /// Why none was added.
    pub trouble: RwSignal<Option<Trouble>>,
    until: Until,
}

impl Registering {
    /// None yet.
    pub fn new(passkeys: Passkeys, supported: bool) -> Self {
        Self {
            passkeys,
            supported,
            name: RwSignal::new(default_name()),
            password: RwSignal::new(String::new()),
            asked: RwSignal::new(false),
            checked: RwSignal::new(false),
            busy: RwSignal::new(false),
            trouble: RwSignal::new(None),
            until: Until::left(),
        }
    }

    fn name_error(self) -> Option<String> {
        let words = passkey_words();
        let length = self.name.with(|name| name.trim().chars().count());
        let error = match u32::try_from(length) {
            Ok(0) => words.name_missing,
            Ok(length) if length <= PASSKEY_NAME => return None,
            _ => words.name_long,
        };
        self.checked.get().then(|| error.to_owned())
    }

    fn password_error(self) -> Option<String> {
        let missing = self.checked.get() && self.asked.get() && self.password.with(String::is_empty);
        missing.then(|| passkey_words().password_missing.to_owned())
    }

    fn submit(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.checked.set(true);
        self.passkeys.said.set(String::new());
        let wrong = untrack(|| [(NAME, self.name_error()), (PASSWORD, self.password_error())]);
        if let Some((id, _)) = wrong.iter().find(|(_, error)| error.is_some()) {
            return focus_soon(*id);
        }
        self.busy.set(true);
        self.trouble.set(None);
        spawn_local(async move {
            let made = self.make().await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            match made {
                Ok(list) => {
                    self.checked.set(false);
                    self.asked.set(false);
                    self.password.set(String::new());
                    self.name.set(default_name());
                    self.passkeys.done(list, passkey_words().added);
                    focus_soon("my-passkeys");
                }
                Err(why) => {
                    self.fail(why);
                    if self.asked.get_untracked() {
                        focus_soon(PASSWORD);
                    }
                }
            }
        });
    }

    async fn make(self) -> Result<Vec<PasskeyView>, Trouble> {
        let password = self.password.get_untracked();
        let body = Themselves { password: (!password.is_empty()).then_some(password) };
        let options = api::send::<AskForPasskey>(&[], &body).await?;
        let credential = browser::create(&options, &self.until.signal()?).await?;
        let body = NewPasskey { name: self.name.get_untracked(), credential };
        Ok(api::send::<Register>(&[], &body).await?)
    }

    /// What was typed stays, but for a wrong password.
    pub fn fail(self, why: Trouble) {
        self.checked.set(false);
        match why.code() {
            Some(ProblemCode::LoginAgain) if self.passkeys.password => self.asked.set(true),
            Some(ProblemCode::PasswordWrong) => self.password.set(String::new()),
            _ => {}
        }
        self.trouble.set(Some(why));
    }
}

fn default_name() -> String {
    fill(passkey_words().default_name, browser::today())
}

/// The form; where it cannot be used, why.
#[component]
pub fn RegisterPasskey(
    /// The passkey.
    registering: Registering,
    /// There are as many as one may have.
    full: bool,
) -> impl IntoView {
    let words = passkey_words();
    let unusable = match (registering.supported, full) {
        (false, _) => Some(words.unsupported),
        (true, true) => Some(words.full),
        (true, false) => None,
    };
    if let Some(why) = unusable {
        return view! { <div class="my__print"><Notice kind=NoticeKind::Info><p>{why}</p></Notice></div> }.into_any();
    }
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        registering.submit();
    };
    let (name_error, password_error) =
        (Signal::derive(move || registering.name_error()), Signal::derive(move || registering.password_error()));
    view! {
        <form class="login" novalidate on:submit=submit aria-labelledby="passkey-add">
            <h3 class="my__device" id="passkey-add">{words.add_title}</h3>
            {told(registering.trouble)}
            <TextField id=NAME label=words.name value=registering.name hint=words.name_hint.to_owned() error=name_error/>
            {dynamic(move || registering.asked.get().then(|| view! {
                <p>{words.again}</p>
                <PasswordField id=PASSWORD label=words.password value=registering.password
                    hint=words.password_hint.to_owned() error=password_error/>
            }))}
            <Button submit=true kind=ButtonKind::Secondary busy=registering.busy>{words.add}</Button>
        </form>
    }
    .into_any()
}
