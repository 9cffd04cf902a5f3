//! Mistakes in the journey by which old members come over (decision 0021).

use super::Found;
use super::steps::Place;
use crate::condition::Condition;
use crate::portal::{Field, FormStep, Input, Journey, Membership, OldAccountStep, Purpose, Step, StepKind};
use crate::value::Date;

/// A kind of step that everybody is asked, by its word in the file.
type Needed = (&'static str, fn(&StepKind) -> bool);

/// Who comes over proves who they are, chooses one account, sets a password and agrees to the documents of today.
pub(super) fn check_old_member(found: &mut Found, path: &str, journey: &Journey) {
    if journey.membership != Membership::General {
        let mend = "Give it the membership `general`: old members are people with an account of their own";
        found.add(&format!("{path}.membership"), "nobody comes over so".to_owned(), mend);
    }
    let steps = format!("{path}.steps");
    if !matches!(&journey.steps[..], [.., last] if matches!(last.kind, StepKind::Complete(_))) {
        found.add(&steps, "it does not end with complete".to_owned(), "Somebody must hear what became of it");
    }
    let reviews = journey.steps.iter().any(|step| matches!(step.kind, StepKind::Review));
    if reviews {
        found.add(&steps, "it has a review".to_owned(), "Leave `review` out: the last answer sends it");
    }
    let always = |wanted: fn(&StepKind) -> bool| {
        journey.steps.iter().filter(|step| step.when.is_none() && wanted(&step.kind)).count() == 1
    };
    let needed: [Needed; 3] = [
        ("identity", |kind| matches!(kind, StepKind::Identity(_))),
        ("old_account", |kind| matches!(kind, StepKind::OldAccount(_))),
        ("consent", |kind| matches!(kind, StepKind::Consent(_))),
    ];
    for (kind, wanted) in needed {
        if !always(wanted) {
            let mend = format!("Ask one `{kind}` step, always");
            found.add(&steps, format!("there is not one `{kind}` that everybody is asked"), &mend);
        }
    }
    let account = journey.steps.iter().find(|step| matches!(step.kind, StepKind::OldAccount(_)));
    let Some(account) = account else { return };
    let new = Condition::Equals { fact: format!("{}.login_id", account.id), value: "new".to_owned() };
    if fields(journey, account).filter(|field| field.input == Input::NewPassword && field.when.is_none()).count() != 1 {
        let mend = "Ask one `new_password`, always, in a form that depends on the account";
        found.add(&steps, "the account gets no new password".to_owned(), mend);
    }
    let login_ids: Vec<&Field> = fields(journey, account).filter(|field| field.input == Input::LoginId).collect();
    if !matches!(&login_ids[..], [field] if field.when.as_ref() == Some(&new)) {
        let mend = format!("Ask one `login_id` when `{}.login_id` equals `new`, in such a form", account.id);
        found.add(&steps, "a login id that cannot stay is not asked anew".to_owned(), &mend);
    }
    for (i, step) in journey.steps.iter().enumerate() {
        let links = matches!(step.kind, StepKind::Company(_));
        let proved = |proof: &Step| {
            let proves = matches!(proof.kind, StepKind::Approval(_) | StepKind::Certificate(_));
            proves && proof.depends.contains(&step.id)
        };
        if links && !journey.steps[i..].iter().any(proved) {
            let mend = "Let an `approval` or a `certificate` step after it depend on it";
            found.add(&format!("{steps}[{i}]"), "nothing proves that the company is the person's".to_owned(), mend);
        }
    }
}

/// Fields of the forms that are void once another account is chosen.
fn fields<'a>(journey: &'a Journey, account: &'a Step) -> impl Iterator<Item = &'a Field> {
    let forms = journey.steps.iter().filter(|step| step.when.is_none() && step.depends.contains(&account.id));
    forms.filter_map(Step::form).flat_map(FormStep::fields)
}

/// The accounts are those of the person who was verified before.
pub(super) fn check_old_account(found: &mut Found, step: &Step, settings: &OldAccountStep, place: &Place) {
    let path = format!("{}.kind.old_account", place.at);
    found.text(&format!("{path}.others"), &settings.others);
    found.text(&format!("{path}.none"), &settings.none);
    if Date::parse(&settings.before).is_err() {
        found.add(&format!("{path}.before"), "it is no day".to_owned(), "Write it like `2023-05-22`");
    }
    if place.journey.purpose != Purpose::OldMember {
        let mend = "Give the journey the purpose `old_member`";
        found.add(&path, "nobody comes over here".to_owned(), mend);
    }
    let identity = place.before().iter().find(|step| matches!(step.kind, StepKind::Identity(_)));
    if identity.is_none_or(|identity| !step.depends.contains(&identity.id)) {
        let mend = "An account is the person's: name the identity step before it";
        found.add(&format!("{}.depends", place.at), "it does not depend on an identity step".to_owned(), mend);
    }
}
