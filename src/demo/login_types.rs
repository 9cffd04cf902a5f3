//! As what a company's account logs in, where the portal tells its accounts apart.

use super::portals;
use super::state::{Demo, Member};
use gaip_domain::facts::Answer;
use gaip_domain::permission::LoginType;
use gaip_domain::portal::StepKind;

/// What an account is: by the way that its sign-up went.
pub fn of(member: &Member) -> Option<LoginType> {
    let journey = portals::find(&member.portal).ok()?.journey(&member.journey)?;
    journey.steps.iter().find_map(|step| match (&step.kind, member.facts.answers.get(&step.id)?) {
        (StepKind::Choose(settings), Answer::Choose { choice }) => {
            settings.options.iter().find(|option| option.value == *choice)?.login
        }
        _ => None,
    })
}

impl Demo {
    /// The same of whoever is logged in.
    pub fn login_type(&self) -> Option<LoginType> {
        self.me().ok().and_then(of)
    }
}
