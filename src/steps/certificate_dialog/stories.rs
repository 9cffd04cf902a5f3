//! States of the dialog for the gallery.

use super::ask::{Ask, sender};
use super::body::Body;
use super::choosing::{Choosing, Trouble, Work};
use super::dialog::Frame;
use super::environment::{Environment, Part};
use super::finding::code;
use super::{StepUpDialog, samples, step_up};
use crate::api::Failure;
use crate::steps::samples as signup;
use crate::ui::story::Story;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::ChallengePurpose;
use gaip_contract::signer::{Fault, Listing, State};
use gaip_domain::portal::{Medium, Portal};
use leptos::prelude::*;

const READY: Environment =
    Environment { worker: Part::There, random: Part::There, folder: Part::There, store: Part::There };

fn portal() -> &'static Portal {
    signup::answering("certificate").draft.portal
}

fn fresh(environment: Environment) -> Choosing {
    let ask = Ask {
        portal: portal(),
        purpose: ChallengePurpose::Login,
        number: Some("124-81-00998".to_owned()),
        back: String::new(),
        send: sender(|_| async { Ok(()) }),
    };
    let choosing = Choosing::new(ask, Callback::new(|()| {}));
    choosing.environment.set(environment);
    choosing
}

fn environment(environment: Environment) -> AnyView {
    let choosing = fresh(environment);
    view! { <Body choosing/> }.into_any()
}

fn at(medium: Medium) -> Choosing {
    let choosing = fresh(READY);
    choosing.rules.set(samples::rules());
    choosing.medium.set(code(medium).to_owned());
    choosing.entered.set(true);
    choosing
}

/// Certificates in files, one chosen.
fn found(listing: Listing, chosen: &str) -> Choosing {
    let choosing = at(Medium::HardDisk);
    choosing.found.set(Some((Medium::HardDisk, listing)));
    choosing.choose(chosen);
    choosing
}

fn one() -> Choosing {
    found(Listing { entries: vec![samples::good()], odd: Vec::new() }, "a")
}

fn troubled(trouble: Trouble, tries: u32) -> AnyView {
    let choosing = one();
    choosing.tries.set(tries);
    choosing.trouble.set(Some(trouble));
    view! { <Body choosing/> }.into_any()
}

/// In a portal that asks whose a certificate is to be.
fn owner(trouble: Option<Trouble>) -> AnyView {
    dialog_of(signup::bank::portal(), trouble)
}

fn dialog_of(portal: &'static Portal, trouble: Option<Trouble>) -> AnyView {
    let ask = Ask {
        portal,
        purpose: ChallengePurpose::Login,
        number: Some(String::new()),
        back: String::new(),
        send: sender(|_| async { Ok(()) }),
    };
    let choosing = Choosing::new(ask, Callback::new(|()| {}));
    choosing.environment.set(READY);
    choosing.rules.set(samples::rules());
    choosing.medium.set(code(Medium::HardDisk).to_owned());
    choosing.found.set(Some((Medium::HardDisk, Listing { entries: vec![samples::good()], odd: Vec::new() })));
    choosing.choose("a");
    choosing.entered.set(true);
    choosing.trouble.set(trouble);
    window_of(choosing)
}

/// A refusal in a portal that registers further certificates.
fn led_out(code: ProblemCode) -> AnyView {
    let failure = Failure::Refused(Box::new(code.into()));
    dialog_of(signup::work24::portal(), Some(Trouble::Refused(failure)))
}

fn fault(fault: Fault) -> AnyView {
    troubled(Trouble::Fault(fault), 0)
}

fn refused(code: ProblemCode) -> AnyView {
    troubled(Trouble::Refused(Failure::Refused(Box::new(code.into()))), 0)
}

fn working(work: Work) -> AnyView {
    let choosing = one();
    choosing.work.set(Some(work));
    window_of(choosing)
}

fn window_of(choosing: Choosing) -> AnyView {
    view! { <Frame choosing open=RwSignal::new(true)/> }.into_any()
}

fn body(choosing: Choosing) -> AnyView {
    view! { <Body choosing/> }.into_any()
}

fn kept() -> Choosing {
    let choosing = at(Medium::Browser);
    choosing.kept.set(samples::kept());
    choosing.choose("a");
    choosing
}

/// Every state.
pub const STORIES: &[Story] = &[
    Story { name: "steps/certificate-dialog/environment-checking", view: || environment(Environment::CHECKING) },
    Story { name: "steps/certificate-dialog/environment-ready", view: || environment(READY) },
    Story {
        name: "steps/certificate-dialog/environment-limited",
        view: || environment(Environment { folder: Part::Missing, store: Part::Missing, ..READY }),
    },
    Story {
        name: "steps/certificate-dialog/environment-unusable",
        view: || environment(Environment { worker: Part::Missing, ..READY }),
    },
    Story {
        name: "steps/certificate-dialog/environment-no-rules",
        view: || {
            let choosing = fresh(Environment::CHECKING);
            choosing.unruled.set(Some(Failure::Unreachable));
            body(choosing)
        },
    },
    Story { name: "steps/certificate-dialog/window", view: || window_of(one()) },
    Story { name: "steps/certificate-dialog/empty", view: || body(at(Medium::HardDisk)) },
    Story { name: "steps/certificate-dialog/nothing-found", view: || body(found(Listing::default(), "")) },
    Story { name: "steps/certificate-dialog/files", view: || body(at(Medium::File)) },
    Story {
        name: "steps/certificate-dialog/files-only",
        view: || {
            let choosing = at(Medium::RemovableDisk);
            choosing.environment.set(Environment { folder: Part::Missing, ..READY });
            body(choosing)
        },
    },
    Story { name: "steps/certificate-dialog/all-states", view: || body(found(samples::everything(), "a")) },
    Story { name: "steps/certificate-dialog/expired-chosen", view: || body(found(samples::everything(), "c")) },
    Story {
        name: "steps/certificate-dialog/expired-refused",
        view: || {
            let choosing = found(samples::everything(), "c");
            choosing.trouble.set(Some(Trouble::State(State::Expired)));
            body(choosing)
        },
    },
    Story { name: "steps/certificate-dialog/pfx", view: || body(found(samples::everything(), "p")) },
    Story { name: "steps/certificate-dialog/browser", view: || body(kept()) },
    Story { name: "steps/certificate-dialog/browser-empty", view: || body(at(Medium::Browser)) },
    Story { name: "steps/certificate-dialog/smart", view: || body(at(Medium::Smart)) },
    Story { name: "steps/certificate-dialog/security-token", view: || body(at(Medium::SecurityToken)) },
    Story { name: "steps/certificate-dialog/storage-token", view: || body(at(Medium::StorageToken)) },
    Story { name: "steps/certificate-dialog/phone", view: || body(at(Medium::Phone)) },
    Story { name: "steps/certificate-dialog/no-choice", view: || troubled(Trouble::NoChoice, 0) },
    Story { name: "steps/certificate-dialog/no-password", view: || troubled(Trouble::NoPassword, 0) },
    Story { name: "steps/certificate-dialog/owner", view: || owner(None) },
    Story { name: "steps/certificate-dialog/owner-wrong", view: || owner(Some(Trouble::Number)) },
    Story {
        name: "steps/certificate-dialog/owner-mismatch",
        view: || owner(Some(Trouble::Fault(Fault::OtherCompany))),
    },
    Story { name: "steps/certificate-dialog/number-wrong", view: || troubled(Trouble::Number, 0) },
    Story {
        name: "steps/certificate-dialog/wrong-password",
        view: || troubled(Trouble::Fault(Fault::WrongPassword), 1),
    },
    Story {
        name: "steps/certificate-dialog/wrong-password-often",
        view: || troubled(Trouble::Fault(Fault::WrongPassword), 5),
    },
    Story { name: "steps/certificate-dialog/damaged", view: || fault(Fault::Damaged) },
    Story { name: "steps/certificate-dialog/wrong-pair", view: || fault(Fault::WrongPair) },
    Story { name: "steps/certificate-dialog/unsupported", view: || fault(Fault::Unsupported) },
    Story { name: "steps/certificate-dialog/not-certificate", view: || fault(Fault::NotCertificate) },
    Story { name: "steps/certificate-dialog/too-large", view: || fault(Fault::TooLarge) },
    Story { name: "steps/certificate-dialog/no-random", view: || fault(Fault::NoRandom) },
    Story { name: "steps/certificate-dialog/other-company", view: || fault(Fault::OtherCompany) },
    Story { name: "steps/certificate-dialog/gone", view: || fault(Fault::Gone) },
    Story { name: "steps/certificate-dialog/storage", view: || fault(Fault::Storage) },
    Story { name: "steps/certificate-dialog/silent", view: || fault(Fault::Silent) },
    Story { name: "steps/certificate-dialog/revoked", view: || refused(ProblemCode::CertificateRevoked) },
    Story { name: "steps/certificate-dialog/on-hold", view: || refused(ProblemCode::CertificateOnHold) },
    Story { name: "steps/certificate-dialog/revocation-unknown", view: || refused(ProblemCode::RevocationUnavailable) },
    Story { name: "steps/certificate-dialog/unregistered", view: || refused(ProblemCode::CertificateUnregistered) },
    Story {
        name: "steps/certificate-dialog/unregistered-register",
        view: || led_out(ProblemCode::CertificateUnregistered),
    },
    Story { name: "steps/certificate-dialog/no-member", view: || led_out(ProblemCode::CompanyNotRegistered) },
    Story { name: "steps/certificate-dialog/opening", view: || working(Work::Opening) },
    Story { name: "steps/certificate-dialog/signing", view: || working(Work::Signing) },
    Story { name: "steps/certificate-dialog/sending", view: || working(Work::Sending) },
    Story {
        name: "steps/certificate-dialog/view",
        view: || {
            let choosing = one();
            choosing.viewing.set(true);
            window_of(choosing)
        },
    },
    Story {
        name: "steps/certificate-dialog/delete",
        view: || {
            let choosing = kept();
            choosing.deleting.set(true);
            window_of(choosing)
        },
    },
    Story {
        name: "steps/certificate-dialog/step-up",
        view: || view! { <StepUpDialog step_up=step_up::asked(portal())/> }.into_any(),
    },
];
