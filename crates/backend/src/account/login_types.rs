//! As what a company's account logs in, where a portal tells its accounts apart (manual rows W109 to W111).

use crate::app::AppState;
use crate::refusal::Outcome;
use crate::store::MemberRecord;
use gaip_contract::ProblemCode;
use gaip_domain::facts::Answer;
use gaip_domain::permission::LoginType;
use gaip_domain::portal::StepKind;

/// What an account is: by the way that its sign-up went.
pub(super) async fn of(app: &AppState, member: &MemberRecord) -> Outcome<Option<LoginType>> {
    let Some(served) = app.portals.get(&member.portal) else { return Ok(None) };
    if served.portal.login_types().is_empty() {
        return Ok(None);
    }
    let Some(journey) = served.portal.journey(&member.journey) else { return Ok(None) };
    let facts = app.store.facts_of_member(&member.id).await?;
    Ok(journey.steps.iter().find_map(|step| match (&step.kind, facts.answers.get(&step.id)?) {
        (StepKind::Choose(settings), Answer::Choose { choice }) => {
            settings.options.iter().find(|option| option.value == *choice)?.login
        }
        _ => None,
    }))
}

/// Passes where the account is of the type that was chosen, or none was chosen.
pub(super) async fn admit(app: &AppState, member: &MemberRecord, chosen: Option<LoginType>) -> Outcome<()> {
    if chosen.is_some() && of(app, member).await? != chosen {
        return Err(ProblemCode::LoginTypeWrong.into());
    }
    Ok(())
}
