//! The business number, which the backend asks of the registry, and what was found of the company (manual rows K35 to K38).

use super::company_refused::WhatNow;
use crate::api::Failure;
use crate::i18n::{company_words, local, old_member_words, words};
use crate::ui::alert::{Notice, NoticeKind};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use crate::ui::field::{DateField, DigitsField, TextField, Width};
use crate::ui::spinner::Spinner;
use crate::ui::summary_list::{SummaryList, SummaryRow};
use crate::wizard::answering::{Answering, Press};
use crate::wizard::bind::Binder;
use gaip_contract::ProblemCode;
use gaip_domain::facts::{Answer, CompanyProfile, CompanyStanding};
use gaip_domain::portal::{CompanyStep, Purpose, RegisteredCompany, UnlistedCompany};
use gaip_domain::value::BusinessNumber;
use leptos::prelude::*;

/// Name of the one field.
const FIELD: &str = "business_number";

/// What was found of the number that is typed.
type Found = (CompanyStanding, Option<CompanyProfile>);

/// The number and what was found. Where there is more to say than that the business is continuing, the page stays to say
/// it, and the button goes on only then.
#[component]
pub fn CompanyStepView(
    /// The step.
    answering: Answering,
    /// Its settings.
    settings: &'static CompanyStep,
) -> impl IntoView {
    let (signup, company) = (&words().signup, company_words());
    let value = Binder::step(answering).text(FIELD);
    let error = answering.error(FIELD.to_owned());
    // What was found counts for the number that was asked.
    let found = Memo::new(move |_| found(answering, &value.get()));
    let purpose = answering.draft.journey.purpose;
    let links = matches!(purpose, Purpose::OldMember | Purpose::Link);
    let registers = settings.unlisted == UnlistedCompany::Enter;
    let searches = links || registers || settings.registered == RegisteredCompany::Join;
    let search = move |()| answering.submit(false);
    if searches {
        answering.stays.set(true);
        let act = move |()| if found.with_untracked(Option::is_some) { answering.go_on() } else { search(()) };
        let act = Callback::new(act);
        // Who converts says that the company is to be registered anew (manual row K45).
        let converts = purpose == Purpose::Conversion;
        let unlisted = move |found: &Option<Found>| matches!(found, Some((CompanyStanding::Unlisted, _)));
        let press = move |new: bool| {
            let label = if converts && new { company.new_company } else { signup.next };
            answering.press.set(Some(Press { label, act }));
        };
        press(found.with_untracked(unlisted));
        Effect::new(move || press(found.with(unlisted)));
    }
    let continuing = move || (!searches && found.with(Option::is_some)).then_some(signup.continuing);
    view! {
        <DigitsField id=FIELD label=signup.business_number value groups=&[3, 2, 5]
            hint=signup.business_number_hint.to_owned() error>
            {searches.then(|| view! {
                <Button kind=ButtonKind::Secondary size=ButtonSize::Medium on_click=search>{company.search}</Button>
            })}
        </DigitsField>
        {settings.verify.then(|| view! { <Verified answering/> })}
        <p class="field__status field__status--good" role="status">{dynamic(continuing)}</p>
        <Spinner active=answering.busy text=signup.checking/>
        <div class="company-found" role="status">
            {dynamic(move || found.get().filter(|_| searches).map(|found| view! { <FoundCompany found purpose/> }))}
        </div>
        {settings.note.as_ref().map(|note| view! { <p class="legend">{local(note)}</p> })}
        {dynamic(move || refused(answering).map(|code| view! { <WhatNow answering settings code/> }))}
    }
}

fn refused(answering: Answering) -> Option<ProblemCode> {
    answering.failure.with(|failure| failure.as_ref().and_then(Failure::code))
}

/// What the registration certificate says beside the number (manual rows W14 to W16).
#[component]
fn Verified(answering: Answering) -> impl IntoView {
    let words = company_words();
    let binder = Binder::step(answering);
    view! {
        <TextField id="representative" label=words.representative_name value=binder.text("representative")
            hint=words.representative_hint.to_owned() error=answering.error("representative".to_owned()) width=Width::Medium/>
        <DateField id="opened" label=words.opened value=binder.text("opened")
            hint=words.opened_hint.to_owned() error=answering.error("opened".to_owned())/>
    }
}

fn found(answering: Answering, typed: &str) -> Option<Found> {
    let typed = BusinessNumber::parse(typed).ok()?;
    answering.draft.view.with(|view| match view.facts.answers.get(&answering.step.id) {
        Some(Answer::Company { business_number, standing, profile }) if *business_number == typed => {
            Some((*standing, profile.clone()))
        }
        _ => None,
    })
}

/// What the standing of a company is called, and what it means for who joins.
pub fn standing_words(standing: CompanyStanding) -> (&'static str, &'static str) {
    let words = company_words();
    match standing {
        CompanyStanding::Continuing => (self::words().signup.continuing, ""),
        CompanyStanding::Registered => (words.registered, words.registered_text),
        CompanyStanding::Listed => (words.listed, words.listed_text),
        CompanyStanding::Unlisted => (words.unlisted, words.unlisted_text),
    }
}

/// What was found, and what it means.
#[component]
pub fn FoundCompany(
    /// What was found.
    found: Found,
    /// What the person is about to do.
    #[prop(optional)]
    purpose: Purpose,
) -> impl IntoView {
    let words = company_words();
    let (standing, profile) = found;
    let (title, text) = match (purpose, standing, old_member_words()) {
        (Purpose::OldMember | Purpose::Link, CompanyStanding::Registered, own) => {
            (words.registered, own.registered_text)
        }
        (Purpose::OldMember | Purpose::Link, _, own) => (own.unregistered, own.unregistered_text),
        // Nobody is the master of a company that logs in as itself (manual row T19).
        (Purpose::Company, CompanyStanding::Listed, _) => (words.listed, words.owned_listed_text),
        (Purpose::Company, CompanyStanding::Unlisted, _) => (words.unlisted, words.owned_unlisted_text),
        _ => standing_words(standing),
    };
    let kind = if standing == CompanyStanding::Unlisted { NoticeKind::Info } else { NoticeKind::Success };
    let row = |name: &'static str, value: Option<String>| {
        value.filter(|value| !value.trim().is_empty()).map(|value| view! { <SummaryRow name>{value}</SummaryRow> })
    };
    view! {
        <Notice kind title><p>{text}</p></Notice>
        {profile.map(|profile| {
            let address = profile.address.map(|parts| parts.join(" "));
            view! {
                <SummaryList>
                    {row(words.name, Some(profile.name))}
                    {row(words.representative, profile.representative)}
                    {row(words.address, address)}
                    {row(words.phone, profile.phone)}
                </SummaryList>
            }
        })}
    }
}

/// States for the gallery; the page as it is met is in `gallery/signup.rs`.
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::steps::samples::kotra::profile;
    use crate::ui::story::Story;
    fn shown(standing: CompanyStanding, known: bool) -> AnyView {
        let found = (standing, known.then(profile));
        view! { <FoundCompany found/> }.into_any()
    }
    fn owned(standing: CompanyStanding, known: bool) -> AnyView {
        let found = (standing, known.then(profile));
        view! { <FoundCompany found purpose=Purpose::Company/> }.into_any()
    }
    &[
        Story { name: "steps/company/registered", view: || shown(CompanyStanding::Registered, true) },
        Story { name: "steps/company/listed", view: || shown(CompanyStanding::Listed, true) },
        Story { name: "steps/company/unlisted", view: || shown(CompanyStanding::Unlisted, false) },
        Story { name: "steps/company/owned-listed", view: || owned(CompanyStanding::Listed, true) },
        Story { name: "steps/company/owned-unlisted", view: || owned(CompanyStanding::Unlisted, false) },
    ]
};
