//! States of passkeys for the gallery.

use super::Trouble;
use super::login::PasskeyLogin;
use super::mine::{PasskeySection, Passkeys};
use super::register::Registering;
use super::remove::{self, RemovePasskey, Removing};
use crate::api::Failure;
use crate::pages::load::Load;
use crate::steps::samples;
use crate::ui::story::Story;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::PasskeyView;
use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// Every state.
pub const STORIES: &[Story] = &[
    Story { name: "pages/login/passkey", view: || login(None, false) },
    Story { name: "pages/login/passkey-busy", view: || login(None, true) },
    Story { name: "pages/login/passkey-cancelled", view: || login(Some(Trouble::Cancelled), false) },
    Story { name: "pages/login/passkey-device-failed", view: || login(Some(Trouble::Failed), false) },
    Story { name: "pages/login/passkey-refused", view: || login(Some(refused(ProblemCode::PasskeyFailed)), false) },
    Story { name: "pages/login/passkey-late", view: || login(Some(refused(ProblemCode::ChallengeGone)), false) },
    Story { name: "pages/my/passkeys-none", view: || mine(0, true, None) },
    Story { name: "pages/my/passkeys", view: || mine(2, true, None) },
    Story { name: "pages/my/passkeys-full", view: || mine(10, true, None) },
    Story { name: "pages/my/passkeys-unsupported", view: || mine(1, false, None) },
    Story { name: "pages/my/passkeys-cancelled", view: || mine(1, true, Some(Trouble::Cancelled)) },
    Story { name: "pages/my/passkeys-known", view: || mine(1, true, Some(Trouble::Known)) },
    Story { name: "pages/my/passkeys-failed", view: || mine(1, true, Some(refused(ProblemCode::PasskeyRefused))) },
    Story { name: "pages/my/passkeys-password", view: || mine(1, true, Some(refused(ProblemCode::LoginAgain))) },
    Story {
        name: "pages/my/passkeys-log-in-again",
        view: || section(passkeys(1, false), true, Some(refused(ProblemCode::LoginAgain))),
    },
    Story { name: "pages/my/passkeys-remove", view: || removal(None) },
    Story { name: "pages/my/passkeys-remove-password", view: || removal(Some(refused(ProblemCode::LoginAgain))) },
];

fn refused(code: ProblemCode) -> Trouble {
    Trouble::Refused(Failure::Refused(Box::new(code.into())))
}

fn login(trouble: Option<Trouble>, busy: bool) -> AnyView {
    view! { <PasskeyLogin busy trouble=RwSignal::new(trouble) on_press=Callback::new(|()| {})/> }.into_any()
}

fn passkeys(number: usize, password: bool) -> Passkeys {
    let names = ["사무실 노트북", "패스키 · 2026. 11. 27."];
    let one = |n: usize| PasskeyView {
        id: n.to_string(),
        name: names[n % 2].to_owned(),
        made_at: "2026-11-21T05:05:00Z".to_owned(),
        used_at: n.is_multiple_of(2).then(|| "2026-11-27T00:10:00Z".to_owned()),
    };
    Passkeys::new(portal(), Load::Ready((0..number).map(one).collect()), password)
}

fn portal() -> &'static Portal {
    samples::answering("review").draft.portal
}

fn mine(number: usize, supported: bool, trouble: Option<Trouble>) -> AnyView {
    section(passkeys(number, true), supported, trouble)
}

fn section(passkeys: Passkeys, supported: bool, trouble: Option<Trouble>) -> AnyView {
    let registering = Registering::new(passkeys, supported);
    if let Some(why) = trouble {
        registering.fail(why);
    }
    let removing = Removing::new(passkeys);
    view! { <PasskeySection passkeys registering removing on_retry=Callback::new(|()| {})/> }.into_any()
}

fn removal(trouble: Option<Trouble>) -> AnyView {
    let removing = remove::asked(passkeys(1, true));
    if let Some(why) = trouble {
        removing.fail(why);
    }
    view! { <RemovePasskey removing/> }.into_any()
}
