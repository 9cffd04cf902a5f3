//! Mistakes in the journeys by which members get back what they forgot.

use super::Found;
use crate::portal::{AccountPart, EmailCodeStep, Input, Journey, Purpose, StepKind};

/// A recovery ends with its completion alone, proves whose account it is, and keeps nothing new of anybody.
pub(super) fn check_recovery(found: &mut Found, path: &str, journey: &Journey) {
    let steps = format!("{path}.steps");
    let any = |wanted: fn(&StepKind) -> bool| journey.steps.iter().any(|step| wanted(&step.kind));
    if !matches!(&journey.steps[..], [.., last] if matches!(last.kind, StepKind::Complete(_))) {
        found.add(&steps, "it does not end with complete".to_owned(), "Somebody must hear what became of it");
    }
    if any(|kind| matches!(kind, StepKind::Review | StepKind::Consent(_) | StepKind::Products(_) | StepKind::Social(_)))
    {
        let mend = "Leave out `review`, `consent`, `products` and `social`: the last answer sends a recovery";
        found.add(&steps, "it asks what a recovery does not need".to_owned(), mend);
    }
    let by_mail = any(|kind| matches!(kind, StepKind::EmailCode(_)));
    let by_identity = any(|kind| matches!(kind, StepKind::Identity(_)));
    let by_certificate = any(|kind| matches!(kind, StepKind::Certificate(_)));
    let named = journey.fields().any(|field| field.account == Some(AccountPart::LoginId));
    let proved = match journey.purpose {
        Purpose::NewPassword => by_mail || by_certificate || (by_identity && named),
        _ => by_mail || by_identity,
    };
    if !proved {
        let mend = "Ask an `email_code`, or an `identity` (for a new password with the login id, as `account`)";
        found.add(&steps, "nothing proves whose account it is".to_owned(), mend);
    }
    let passwords = journey.fields().filter(|field| field.input == Input::NewPassword).count();
    if passwords != usize::from(journey.purpose == Purpose::NewPassword) {
        let mend = "A journey with the purpose `new_password` asks one `new_password`, another recovery none";
        found.add(&steps, format!("it asks {passwords} new passwords"), mend);
    }
}

/// A code goes to one address, and is asked only where an account is recovered.
pub(super) fn check_email_code(found: &mut Found, path: &str, settings: &EmailCodeStep, journey: &Journey) {
    let of = |part| settings.fields.iter().filter(|field| field.account == Some(part)).count();
    if of(AccountPart::Email) != 1 {
        let mend = "Name one field with the input and the `account` `email`";
        found.add(path, "there is not one address".to_owned(), mend);
    }
    if settings.fields.iter().any(|field| field.account.is_none()) {
        let mend = "Say with `account` what it is compared with";
        found.add(path, "a field is compared with nothing".to_owned(), mend);
    }
    if !journey.purpose.recovers() {
        let mend = "Only a journey that recovers an account sends a code to its address";
        found.add(path, "there is no account yet".to_owned(), mend);
    }
}
