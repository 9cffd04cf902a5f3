//! A member's new password, by the old one.

use super::themselves::themselves;
use super::{Login, audit};
use crate::app::AppState;
use crate::refusal::{Outcome, Refusal};
use crate::signup::judge::known_of_person;
use crate::store::{Event, MemberRecord, NewOwnHash};
use crate::{http, random};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::ChangePassword;
use gaip_domain::facts::Answer;
use gaip_domain::form;
use gaip_domain::portal::StepKind;
use gaip_domain::value::{BusinessNumber, Invalid};
use std::net::IpAddr;

/// Changes it. Every login of the member ends but this one, which goes on under a new token; that is returned.
pub async fn change_password(app: &AppState, login: &Login, peer: IpAddr, body: &ChangePassword) -> Outcome<String> {
    let member = &login.member;
    let known = app.store.credentials(&member.portal, &member.login_id).await?;
    let before = known.and_then(|(_, hash)| hash).ok_or(ProblemCode::NotAllowed)?;
    let said = said(app, member).await?;
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    if let Err(flaw) = app.policy.check(&body.new, &said) {
        return Err(Refusal::field("new", Invalid::Password(flaw)));
    }
    themselves(app, login, peer, Some(&body.current)).await?;
    let hash = app.passwords.hash(&body.new, &*app.random).await;
    let token = random::token(&*app.random);
    let new = NewOwnHash {
        member: &member.id,
        before: &before,
        hash: &hash,
        session: &login.session,
        token_hash: &http::session::hash(&token),
    };
    if app.store.change_own_password(new, &audit(app, login, Event::PasswordChanged)).await? {
        Ok(token)
    } else {
        Err(ProblemCode::PasswordWrong.into())
    }
}

/// What was entered of the person: a password must not be made of it (as at sign-up).
async fn said(app: &AppState, member: &MemberRecord) -> Outcome<Vec<String>> {
    let facts = app.store.facts_of_member(&member.id).await?;
    let number = member.business_number.as_deref().and_then(|number| BusinessNumber::parse(number).ok());
    let served = app.portals.get(&member.portal).ok_or(ProblemCode::NotFound)?;
    let journeys = [Some(&member.journey), member.converted.as_ref()];
    let journeys = journeys.into_iter().flatten().filter_map(|id| served.portal.journey(id));
    let forms = journeys.flat_map(|journey| &journey.steps).filter_map(|step| {
        match (&step.kind, facts.answers.get(&step.id)?) {
            (StepKind::Form(settings), Answer::Form(values)) => Some((settings, values)),
            _ => None,
        }
    });
    let mut said: Vec<String> = forms
        .flat_map(|(settings, values)| {
            let typed = values.iter().filter_map(|(name, value)| Some((name.clone(), form::as_input(value)?)));
            known_of_person(settings, &typed.collect(), number.as_ref())
        })
        .collect();
    said.push(member.login_id.clone());
    Ok(said)
}
