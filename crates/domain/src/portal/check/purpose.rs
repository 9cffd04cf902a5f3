//! Mistakes in what a journey does.

use super::Found;
use super::old_member::check_old_member;
use crate::portal::{
    CertificateStep, CompanyStep, Journey, Membership, Portal, Purpose, RegisteredCompany, Step, StepKind,
    UnlistedCompany,
};

pub(super) fn check_purpose(found: &mut Found, path: &str, portal: &Portal, journey: &Journey) {
    if journey.sync && !journey.purpose.makes_member() {
        let mend = "Leave `sync` out: other systems are told of new members";
        found.add(&format!("{path}.sync"), "it makes no member".to_owned(), mend);
    }
    match journey.purpose {
        Purpose::Conversion => conversion(found, path, portal, journey),
        Purpose::Link => link(found, path, journey),
        Purpose::Certificate => certificate(found, path, portal, journey),
        Purpose::OldMember => check_old_member(found, path, journey),
        // What recovers an account is checked in a place of its own.
        Purpose::Join | Purpose::Company | Purpose::FindLoginId | Purpose::NewPassword => {}
    }
}

/// Its answers are kept beside those of the sign-up, and its papers are an applicant's.
fn conversion(found: &mut Found, path: &str, portal: &Portal, journey: &Journey) {
    if journey.membership != Membership::Employees {
        let mend = "Give it the membership `employees`: who converts joins a company of several people";
        found.add(&format!("{path}.membership"), "it converts nobody".to_owned(), mend);
    }
    let joins = |journey: &&Journey| journey.membership == Membership::Employees;
    if !portal.ways_to_join().any(|journey| joins(&journey)) {
        let mend = "Add a journey of `employees` by which people join without a company";
        found.add(&format!("{path}.purpose"), "the portal has no personal members".to_owned(), mend);
    }
    if journey.steps.iter().all(|step| !matches!(step.kind, StepKind::Company(_))) {
        found.add(&format!("{path}.steps"), "no step asks the company".to_owned(), "Add a `company` step");
    }
    for (i, step) in journey.steps.iter().enumerate().filter(|(_, step)| step.kind.asks()) {
        if portal.ways_to_join().any(|journey| journey.step(&step.id).is_some()) {
            let mend = "Give it another id: its answer is kept beside those of the sign-up";
            found.add(&format!("{path}.steps[{i}].id"), format!("a sign-up has the step `{}` too", step.id), mend);
        }
    }
}

/// Nothing but the company, and what shows that the member is of it.
fn link(found: &mut Found, path: &str, journey: &Journey) {
    if journey.membership != Membership::General {
        let mend = "Give it the membership `general`: who links is a general member";
        found.add(&format!("{path}.membership"), "it links nobody".to_owned(), mend);
    }
    let names = |step: &Step| match &step.kind {
        StepKind::Company(settings) => settings.registered == RegisteredCompany::Only && step.when.is_none(),
        _ => false,
    };
    if !journey.steps.iter().any(names) {
        let mend = "Add one with `registered` `only`, asked always";
        found.add(&format!("{path}.steps"), "no `company` step finds a registered company".to_owned(), mend);
    }
    let shows = |step: &&Step| matches!(step.kind, StepKind::Approval(_) | StepKind::Certificate(_));
    if journey.steps.iter().filter(shows).count() == 0 {
        let mend = "Add an `approval` or a `certificate` step";
        found.add(&format!("{path}.steps"), "nothing shows that the member is of the company".to_owned(), mend);
    }
    let papers = |step: &Step| matches!(&step.kind, StepKind::Certificate(settings) if settings.documents.is_some());
    for (i, step) in journey.steps.iter().enumerate() {
        let keeps = !matches!(
            step.kind,
            StepKind::Choose(_)
                | StepKind::Company(_)
                | StepKind::Approval(_)
                | StepKind::Certificate(_)
                | StepKind::Review
                | StepKind::Complete(_)
        );
        if keeps || papers(step) {
            let mend = "Ask the company, `choose`, `approval` and `certificate` only: nothing else is kept of a link";
            found.add(&format!("{path}.steps[{i}]"), format!("the answer of `{}` is kept nowhere", step.id), mend);
        }
    }
}

/// Whoever comes is a stranger until the certificate proved the company.
fn certificate(found: &mut Found, path: &str, portal: &Portal, journey: &Journey) {
    if !portal.ways_to_join().any(|journey| journey.membership.is_company()) {
        let mend =
            "Add a journey of `contact` or `certificate`: certificates are registered with the company's account";
        found.add(&format!("{path}.purpose"), "no company has an account here".to_owned(), mend);
    }
    let verifies = |settings: &CompanyStep| {
        let plain = settings.registered == RegisteredCompany::default();
        settings.verify && plain && settings.unlisted == UnlistedCompany::default()
    };
    let proves = |settings: &CertificateStep| settings.documents.is_none();
    let asked = |step: &&Step| step.when.is_none();
    let mut steps = journey.steps.iter().filter(asked);
    if !steps.any(|step| matches!(&step.kind, StepKind::Company(settings) if verifies(settings))) {
        let mend = "Add one with `verify` and nothing of `registered` and `unlisted`, asked always";
        found.add(&format!("{path}.steps"), "no `company` step compares with the tax office".to_owned(), mend);
    }
    let mut steps = journey.steps.iter().filter(asked);
    if !steps.any(|step| matches!(&step.kind, StepKind::Certificate(settings) if proves(settings))) {
        let mend = "Add a `certificate` step with `joint` or `financial` and no `documents`, asked always";
        found.add(&format!("{path}.steps"), "no step takes the certificate".to_owned(), mend);
    }
}
