//! From the press on "confirm" to a proof that the server took.

use super::choosing::{Choosing, Trouble, Work};
use super::list::FIRST;
use super::number::NUMBER;
use super::password::PASSWORD;
use super::trouble::TROUBLE;
use crate::api::{certificates, signer};
use crate::ui::focus::focus_soon;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Challenge, Proof};
use gaip_contract::signer::{Answer, Fault, What};
use gaip_domain::value::BusinessNumber;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How often a challenge is asked for before the person hears of it.
const CHALLENGES: u32 = 2;

impl Choosing {
    /// Opens the key, has something to sign sent, signs it and hands the proof over. A second press does nothing.
    pub fn confirm(self) {
        if !self.entered.get_untracked() || self.work.with_untracked(Option::is_some) {
            return;
        }
        self.trouble.set(None);
        let (entry, number) = match self.input() {
            Ok(input) => input,
            Err(trouble) => return self.meet(trouble),
        };
        self.work.set(Some(Work::Opening));
        spawn_local(async move {
            let proved = self.prove(entry, number).await;
            signer::ask(What::Close).await;
            if self.work.try_set(None).is_some() {
                return;
            }
            match proved {
                Ok(()) => {
                    self.password.set(String::new());
                    self.on_close.run(());
                }
                Err(trouble) => self.meet(trouble),
            }
        });
    }

    /// The chosen entry and the number, as far as the page can judge them.
    fn input(self) -> Result<(String, Option<String>), Trouble> {
        let entry = untrack(|| self.entry()).ok_or(Trouble::NoChoice)?;
        if !entry.state.usable() {
            return Err(Trouble::State(entry.state));
        }
        // In the order of the page.
        if self.checks_owner() && self.password.with_untracked(String::is_empty) {
            return Err(Trouble::NoPassword);
        }
        let number = if self.asks_number() {
            let typed = self.number.get_untracked();
            Some(BusinessNumber::parse(&typed).map_err(|_| Trouble::Number)?.to_string())
        } else {
            None
        };
        if self.password.with_untracked(String::is_empty) {
            return Err(Trouble::NoPassword);
        }
        Ok((entry.id, number))
    }

    async fn prove(self, entry: String, business_number: Option<String>) -> Result<(), Trouble> {
        let password = self.password.get_untracked();
        let entry = match signer::ask(What::Open { entry, password, business_number }).await {
            Answer::Opened(entry) => *entry,
            Answer::Failed(fault) => return Err(Trouble::Fault(fault)),
            _ => return Err(Trouble::Fault(Fault::Silent)),
        };
        let state = entry.state;
        self.learn(entry);
        if !state.usable() {
            return Err(Trouble::State(state));
        }
        let ask = self.ask();
        for left in (0..CHALLENGES).rev() {
            self.work.try_set(Some(Work::Signing));
            let challenge = certificates::challenge(&ask.portal.id, ask.purpose.clone()).await;
            let proof = sign(challenge.map_err(Trouble::Refused)?).await?;
            self.work.try_set(Some(Work::Sending));
            match (ask.send)(proof).await {
                Ok(()) => return Ok(()),
                // A slow line can use up its time: the person need not know.
                Err(failure) if left > 0 && is_void(failure.code()) => {}
                Err(failure) => return Err(Trouble::Refused(failure)),
            }
        }
        Err(Trouble::Fault(Fault::Silent))
    }

    /// Shows the trouble, and takes the person to where it can be mended.
    fn meet(self, trouble: Trouble) {
        let at = match &trouble {
            Trouble::Fault(Fault::WrongPassword) => {
                self.tries.update(|tries| *tries += 1);
                self.password.set(String::new());
                PASSWORD
            }
            Trouble::NoPassword => PASSWORD,
            Trouble::Number | Trouble::Fault(Fault::OtherCompany) if self.asks_number() => NUMBER,
            Trouble::NoChoice => FIRST,
            _ => TROUBLE,
        };
        self.trouble.set(Some(trouble));
        focus_soon(at);
    }
}

async fn sign(challenge: Challenge) -> Result<Proof, Trouble> {
    let Challenge { id, content, seal_key, .. } = challenge;
    match signer::ask(What::Sign { content, seal_key }).await {
        Answer::Signed { signature, sealed_random } => Ok(Proof { challenge: id, signature, sealed_random }),
        Answer::Failed(fault) => Err(Trouble::Fault(fault)),
        _ => Err(Trouble::Fault(Fault::Silent)),
    }
}

fn is_void(code: Option<ProblemCode>) -> bool {
    matches!(code, Some(ProblemCode::ChallengeGone | ProblemCode::ChallengeUsed))
}
