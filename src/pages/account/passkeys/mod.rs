//! Passkeys: registering and removing them on my page, and logging in by them.

mod browser;
mod login;
mod mine;
mod register;
mod remove;
mod rows;
#[cfg(feature = "gallery")]
mod stories;

pub use login::PasskeyLoginPart;
pub use mine::MyPasskeys;
#[cfg(feature = "gallery")]
pub use stories::STORIES;

use crate::api::Failure;
use crate::i18n::{passkey_words, refusal};
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::dynamic::dynamic;
use gaip_contract::ProblemCode;
use leptos::prelude::*;
use web_sys::{AbortController, AbortSignal};

/// Why a passkey was not made or used.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// The person turned back, or nobody answered in time.
    Cancelled,
    /// The device has a passkey of this member.
    Known,
    /// The browser or the device could not.
    Failed,
    /// The backend refused.
    Refused(Failure),
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Self::Refused(failure)
    }
}

impl Trouble {
    fn code(&self) -> Option<ProblemCode> {
        if let Self::Refused(failure) = self { failure.code() } else { None }
    }

    fn words(&self) -> String {
        let words = passkey_words();
        match self {
            Self::Cancelled => words.cancelled.to_owned(),
            Self::Known => words.known.to_owned(),
            Self::Failed => words.failed.to_owned(),
            Self::Refused(failure) => match failure.code() {
                Some(ProblemCode::ChallengeGone | ProblemCode::ChallengeUsed) => words.late.to_owned(),
                _ => refusal(failure),
            },
        }
    }

    /// Turning back is no mistake.
    fn kind(&self) -> (NoticeKind, Live) {
        match self {
            Self::Cancelled | Self::Known => (NoticeKind::Info, Live::Polite),
            Self::Failed | Self::Refused(_) => (NoticeKind::Danger, Live::Assertive),
        }
    }
}

/// Says what went wrong, if something did.
fn told(trouble: RwSignal<Option<Trouble>>) -> AnyView {
    dynamic(move || {
        trouble.get().map(|trouble| {
            let (kind, live) = trouble.kind();
            view! { <Notice kind live><p>{trouble.words()}</p></Notice> }
        })
    })
}

/// Ends what the browser asks when the page is left.
#[derive(Clone, Copy)]
struct Until(StoredValue<Option<AbortController>, LocalStorage>);

impl Until {
    /// Of the component that is being built.
    fn left() -> Self {
        let until = Self(StoredValue::new_local(None));
        on_cleanup(move || {
            if let Some(controller) = until.0.try_get_value().flatten() {
                controller.abort();
            }
        });
        until
    }

    /// For one act.
    fn signal(self) -> Result<AbortSignal, Trouble> {
        let controller = AbortController::new().map_err(|_| Trouble::Failed)?;
        let signal = controller.signal();
        self.0.try_set_value(Some(controller));
        Ok(signal)
    }
}
