//! The step by which somebody takes an account of before over (manual rows T20, T69; decision 0021).
//!
//! Which accounts somebody has, the identity that was verified in this very draft tells, and nothing that is sent.

use super::judge::Case;
use super::{Caller, Place, identity};
use crate::app::AppState;
use crate::refusal::{Outcome, Refusal};
use crate::store::OldAccountRecord;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{OldAccountView, OldAccounts};
use gaip_domain::facts::{Answer, Facts, StepInput};
use gaip_domain::form;
use gaip_domain::portal::{Step, StepKind};
use gaip_domain::value::{Invalid, LoginId};

/// Name of the one input.
const FIELD: &str = "account";
/// What a hidden part is shown as; its length tells nothing.
const HIDDEN: &str = "***";

/// The accounts of the person who was verified.
pub async fn old_accounts(app: &AppState, caller: &Caller, place: Place<'_>, step: &str) -> Outcome<OldAccounts> {
    let (_, journey) = place.find(app)?;
    let asks = |step: &&Step| matches!(step.kind, StepKind::OldAccount(_));
    journey.step(step).filter(asks).ok_or(ProblemCode::NotFound)?;
    let draft = identity::at_step(app, caller, place, step).await?;
    let accounts = app.store.old_accounts(place.portal, &draft.id).await?;
    Ok(OldAccounts { accounts: accounts.into_iter().map(view).collect() })
}

fn view(account: OldAccountRecord) -> OldAccountView {
    OldAccountView {
        id: account.id,
        login_id: masked(&account.login_id),
        kind: account.kind,
        company: account.company,
        joined_on: account.joined_on,
    }
}

/// The ends of a login id: `ab***9`. Of a short one only the first letter.
fn masked(login_id: &str) -> String {
    let letters: Vec<char> = login_id.chars().collect();
    match letters[..] {
        [first, second, _, _, .., last] => format!("{first}{second}{HIDDEN}{last}"),
        [first, ..] => format!("{first}{HIDDEN}"),
        [] => HIDDEN.to_owned(),
    }
}

impl Case<'_> {
    /// An account of the person's own. Its login id stays if it is of the present form and nobody's here.
    pub(super) async fn old_account(&self, input: &StepInput) -> Outcome<Answer> {
        let chosen = form::parse_old_account(input).map_err(Refusal::invalid)?;
        let accounts = self.app.store.old_accounts(&self.draft.portal, &self.draft.id).await?;
        let account = accounts
            .into_iter()
            .find(|account| account.id == chosen)
            .ok_or_else(|| Refusal::field(FIELD, Invalid::UnknownChoice))?;
        let kept = match LoginId::parse(&account.login_id) {
            Ok(id) => !self.app.store.login_id_taken(&self.draft.portal, id.as_str()).await?,
            Err(_) => false,
        };
        Ok(Answer::OldAccount { login_id: masked(&account.login_id), account: account.id, kept })
    }
}

/// The login id that stays, of the account that was chosen; none where a new one was asked. Whether the account is still
/// nobody's the submission decides.
pub(super) async fn kept_login_id(app: &AppState, facts: &Facts) -> Outcome<Option<String>> {
    let kept = facts.answers.values().find_map(|answer| match answer {
        Answer::OldAccount { account, kept: true, .. } => Some(account),
        _ => None,
    });
    let Some(kept) = kept else { return Ok(None) };
    let account = app.store.old_account(kept).await?;
    Ok(account.and_then(|account| LoginId::parse(&account.login_id).ok()).map(|id| id.to_string()))
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn only_the_ends_of_a_login_id_show() {
        for (login_id, shown) in
            [("abcdef9", "ab***9"), ("abcd9", "ab***9"), ("abcd", "a***"), ("홍", "홍***"), ("", "***")]
        {
            assert_eq!(masked(login_id), shown, "{login_id}");
        }
    }
}
