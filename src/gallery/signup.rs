//! Whole pages of a sign-up: every step in its frame, met empty, filled in, and sent with nothing in it.

use crate::pages::display::DisplayChoices;
use crate::pages::home::Home;
use crate::steps::StepView;
use crate::steps::samples::{self, kotra, recovery, tradeinvest, work24};
use crate::ui::story::Story;
use crate::wizard::answering::Answering;
use crate::wizard::cancel::CancelDialog;
use gaip_contract::bodies::Role;
use gaip_domain::facts::CompanyStanding;
use leptos::prelude::*;

/// Every state.
pub const STORIES: &[Story] = &[
    Story {
        name: "pages/home/portal",
        view: || view! { <Home portal=samples::answering("review").draft.portal/> }.into_any(),
    },
    Story { name: "pages/display/choices", view: || view! { <DisplayChoices/> }.into_any() },
    Story { name: "wizard/cancel/asked", view: cancel },
    Story { name: "pages/home/kotra", view: || view! { <Home portal=kotra::portal()/> }.into_any() },
    Story { name: "pages/home/tradeinvest", view: || view! { <Home portal=tradeinvest::portal()/> }.into_any() },
    Story { name: "pages/home/work24", view: || view! { <Home portal=work24::portal()/> }.into_any() },
    Story { name: "steps/company/verified-empty", view: || page(work24::step, "company") },
    Story { name: "steps/company/verified-errors", view: || page(work24::errors, "company") },
    Story { name: "steps/form/company-agency", view: || page(work24::step, "info") },
    Story { name: "steps/form/contact-rules", view: || page(work24::errors, "contact") },
    Story { name: "steps/form/advice", view: || page(work24::advised, "contact") },
    Story { name: "steps/complete/delayed", view: || view! { <StepView answering=work24::delayed()/> }.into_any() },
    Story { name: "steps/company/member-already", view: || shown(work24::member_already()) },
    Story { name: "steps/company/further-certificate", view: || page(work24::further, "company") },
    Story { name: "steps/certificate/further", view: || page(work24::further, "certificate") },
    Story { name: "steps/review/further-certificate", view: || page(work24::further, "review") },
    Story { name: "steps/complete/further-certificate", view: || shown(work24::registered()) },
    Story {
        name: "steps/company/conversion-registered",
        view: || converting("conversion-company", CompanyStanding::Registered),
    },
    Story {
        name: "steps/company/conversion-unlisted",
        view: || converting("conversion-company", CompanyStanding::Unlisted),
    },
    Story { name: "steps/form/conversion-listed", view: || converting("conversion-info", CompanyStanding::Listed) },
    Story { name: "steps/form/conversion-unlisted", view: || converting("conversion-info", CompanyStanding::Unlisted) },
    Story { name: "steps/review/conversion-registered", view: || converting("review", CompanyStanding::Registered) },
    Story { name: "steps/review/conversion-unlisted", view: || converting("review", CompanyStanding::Unlisted) },
    Story { name: "steps/complete/conversion-associate", view: || shown(kotra::converted(Role::Associate)) },
    Story { name: "steps/complete/conversion-master", view: || shown(kotra::converted(Role::Master)) },
    Story { name: "steps/complete/conversion-applicant", view: || shown(kotra::converted(Role::Applicant)) },
    Story {
        name: "wizard/cancel/conversion",
        view: || cancel_of(kotra::converting("review", CompanyStanding::Listed)),
    },
    Story { name: "steps/form/account-given", view: || page(tradeinvest::social, "info") },
    Story {
        name: "steps/complete/social",
        view: || view! { <StepView answering=tradeinvest::complete()/> }.into_any(),
    },
    Story { name: "steps/choose/company-link", view: || page(tradeinvest::general, "link") },
    Story { name: "steps/approval/empty", view: || page(tradeinvest::general, "approval") },
    Story { name: "steps/approval/errors", view: || page(tradeinvest::errors, "approval") },
    Story { name: "steps/approval/given", view: || page(tradeinvest::approved, "approval") },
    Story { name: "steps/certificate/company", view: || page(tradeinvest::company, "certificate") },
    Story { name: "steps/form/company-registration", view: || page(tradeinvest::company, "info") },
    Story { name: "steps/form/company-registration-errors", view: || page(tradeinvest::company_errors, "info") },
    Story {
        name: "steps/complete/company",
        view: || view! { <StepView answering=tradeinvest::registered()/> }.into_any(),
    },
    Story { name: "steps/form/general-basic", view: || page(tradeinvest::general, "basic") },
    Story { name: "steps/form/general-basic-errors", view: || page(tradeinvest::errors, "basic") },
    Story { name: "steps/form/general-interests", view: || page(tradeinvest::general, "interests") },
    Story { name: "steps/choose/page-empty", view: || page(kotra::empty, "type") },
    Story { name: "steps/choose/page-filled", view: || page(kotra::listed, "type") },
    Story { name: "steps/choose/page-errors", view: || page(kotra::errors, "type") },
    Story { name: "steps/identity/page-empty", view: || page(kotra::empty, "identity") },
    Story { name: "steps/company/search-empty", view: || page(kotra::empty, "company") },
    Story { name: "steps/company/search-listed", view: || page(kotra::listed, "company") },
    Story { name: "steps/company/search-unlisted", view: || page(kotra::unlisted, "company") },
    Story { name: "steps/form/locked-person", view: || page(kotra::listed, "basic") },
    Story { name: "steps/form/locked-company", view: || page(kotra::listed, "company-info") },
    Story { name: "steps/form/unlisted-company", view: || page(kotra::unlisted, "company-info") },
    Story { name: "steps/review/page-kotra", view: || page(kotra::unlisted, "review") },
    Story { name: "steps/complete/master", view: || complete(Role::Master) },
    Story { name: "steps/complete/associate", view: || complete(Role::Associate) },
    Story { name: "steps/complete/applicant", view: || complete(Role::Applicant) },
    Story { name: "steps/complete/personal", view: || complete(Role::Personal) },
    Story { name: "steps/consent/page-empty", view: || page(samples::empty, "terms") },
    Story { name: "steps/consent/page-filled", view: || page(samples::answering, "terms") },
    Story { name: "steps/consent/page-errors", view: || page(samples::errors, "terms") },
    Story { name: "steps/company/page-empty", view: || page(samples::empty, "company") },
    Story { name: "steps/company/page-filled", view: || page(samples::answering, "company") },
    Story { name: "steps/company/page-errors", view: || page(samples::errors, "company") },
    Story { name: "steps/certificate/page-empty", view: || page(samples::empty, "certificate") },
    Story { name: "steps/certificate/page-filled", view: || page(samples::answering, "certificate") },
    Story { name: "steps/certificate/page-proved", view: || page(samples::proved, "certificate") },
    Story { name: "steps/certificate/page-errors", view: || page(samples::errors, "certificate") },
    Story { name: "steps/form/contact-page-empty", view: || page(samples::empty, "contact") },
    Story { name: "steps/form/contact-page-filled", view: || page(samples::answering, "contact") },
    Story { name: "steps/form/contact-page-errors", view: || page(samples::errors, "contact") },
    Story { name: "steps/form/company-page-empty", view: || page(samples::empty, "company-info") },
    Story { name: "steps/form/company-page-filled", view: || page(samples::answering, "company-info") },
    Story { name: "steps/form/company-page-errors", view: || page(samples::errors, "company-info") },
    Story { name: "steps/products/page-empty", view: || page(samples::empty, "products") },
    Story { name: "steps/products/page-filled", view: || page(samples::answering, "products") },
    Story { name: "steps/products/page-errors", view: || page(samples::errors, "products") },
    Story { name: "steps/choose/find-id", view: || page(recovery::person, "method") },
    Story { name: "steps/form/account", view: || page(recovery::password, "account") },
    Story {
        name: "steps/form/account-errors",
        view: || page(|step| recovery::wrong(recovery::password(step)), "account"),
    },
    Story { name: "steps/form/reset-password", view: || page(recovery::password, "password") },
    Story { name: "steps/recovered/found", view: || recovered("find-id", true) },
    Story { name: "steps/recovered/not-found", view: || recovered("find-id", false) },
    Story { name: "steps/recovered/new-password", view: || recovered("reset-password", true) },
    Story { name: "wizard/cancel/recovery", view: || cancel_of(recovery::password("account")) },
    Story { name: "steps/review/page", view: || page(samples::answering, "review") },
    Story { name: "steps/review/page-proved", view: || page(samples::proved, "review") },
    Story { name: "steps/complete/page", view: || page(samples::answering, "complete") },
    Story { name: "steps/complete/page-proved", view: || page(samples::proved, "complete") },
];

/// The question of the cancel button.
fn cancel() -> AnyView {
    cancel_of(samples::answering("contact"))
}

fn cancel_of(answering: Answering) -> AnyView {
    let draft = answering.draft;
    draft.cancelling.set(true);
    view! { <CancelDialog draft/> }.into_any()
}

fn converting(step: &str, standing: CompanyStanding) -> AnyView {
    shown(kotra::converting(step, standing))
}

fn shown(answering: Answering) -> AnyView {
    view! { <StepView answering/> }.into_any()
}

fn page(open: fn(&str) -> Answering, step: &str) -> AnyView {
    let answering = open(step);
    view! { <StepView answering/> }.into_any()
}

fn recovered(journey: &str, found: bool) -> AnyView {
    view! { <StepView answering=recovery::done(journey, found)/> }.into_any()
}

fn complete(role: Role) -> AnyView {
    let answering = kotra::complete(role);
    view! { <StepView answering/> }.into_any()
}
