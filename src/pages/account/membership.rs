//! Whether the originals were received, and what identifies the member.

use crate::i18n::{
    certificate_words, company_words, entrance_words, lang, link_words, linked_by_meaning, linked_by_name,
    login_type_name, login_type_work, mine_words, provider_name, role_meaning, role_name, words,
};
use crate::session::use_session;
use crate::ui::alert::{Notice, NoticeKind};
use crate::ui::badge::{Badge, BadgeKind};
use crate::ui::summary_list::{SummaryList, SummaryRow};
use gaip_contract::bodies::{MemberView, Role};
use gaip_domain::facts::Answer;
use gaip_domain::linked_by::LinkedBy;
use gaip_domain::portal::{Portal, Purpose};
use gaip_domain::text::Lang;
use leptos::prelude::*;

/// The member in a list of names and values.
#[component]
pub fn Membership(
    /// The portal.
    portal: &'static Portal,
    /// What the backend knows.
    view: MemberView,
) -> impl IntoView {
    let words = words();
    let session = use_session();
    let login_type = session.login_type();
    let account = &words.account;
    let (kind, state, meaning) = match view.member.provisional {
        _ if view.member.role != Role::Contact => {
            let converts = portal.of_purpose(Purpose::Conversion).is_some();
            of_role(view.member.role, view.member.linked_by, converts)
        }
        true => (BadgeKind::Warning, account.provisional, account.provisional_text),
        false if is_certified(&view) => (BadgeKind::Success, account.full, certificate_words().full_text),
        false => (BadgeKind::Success, account.full, account.full_text),
    };
    let provider = view.facts.social().map(|account| provider_name(account.provider));
    let channel = provider.unwrap_or(mine_words().channel_own);
    // The browser knows the calendar and the time zone; until it has said so the exact time stands there.
    let joined = RwSignal::new(view.joined_at.clone());
    let stamp = view.joined_at.clone();
    Effect::new(move || joined.set(korean_time(&stamp)));
    view! {
        <SummaryList>
            <SummaryRow name=account.state>
                <Badge kind text=state/>
                {(!meaning.is_empty()).then(|| view! { <p class="my__meaning">{meaning}</p> })}
                {view.rejected.map(|reason| view! {
                    <Notice kind=NoticeKind::Warning title=company_words().rejected><p>{reason}</p></Notice>
                })}
            </SummaryRow>
            <SummaryRow name=mine_words().kind>{role_name(view.member.role)}</SummaryRow>
            {login_type.map(|kind| view! {
                <SummaryRow name=entrance_words().login_type>
                    {format!("{} ({})", login_type_name(kind), login_type_work(kind))}
                </SummaryRow>
            })}
            <SummaryRow name=mine_words().channel>{channel}</SummaryRow>
            {(!view.member.company.is_empty())
                .then(|| view! { <SummaryRow name=account.company>{view.member.company}</SummaryRow> })}
            {view.member.linked_by.map(|by| view! {
                <SummaryRow name=link_words().how>{linked_by_name(by)}</SummaryRow>
            })}
            {(!view.member.login_id.is_empty() && portal.has_password(view.member.role)).then(|| view! {
                <SummaryRow name=account.login_id>{view.member.login_id}</SummaryRow>
            })}
            <SummaryRow name=words.signup.reference>{view.reference}</SummaryRow>
            <SummaryRow name=account.joined_at><time datetime=view.joined_at>{joined}</time></SummaryRow>
        </SummaryList>
    }
}

/// What the member is to the company: the badge and what it means.
fn of_role(role: Role, linked_by: Option<LinkedBy>, converts: bool) -> (BadgeKind, &'static str, &'static str) {
    let waits = matches!(role, Role::Associate | Role::Applicant);
    let kind = if waits { BadgeKind::Warning } else { BadgeKind::Success };
    let meaning = role_meaning(role, converts).and_then(|(_, texts)| texts.into_iter().next());
    (kind, role_name(role), linked_by.map(linked_by_meaning).or(meaning).unwrap_or_default())
}

/// Whether the company was proved by its certificate.
fn is_certified(view: &MemberView) -> bool {
    let mut answers = view.facts.answers.values();
    answers.any(|answer| matches!(answer, Answer::Certificate { certificate: Some(_), .. }))
}

/// A time in ISO 8601 as people in Korea read it, in the language in force.
fn korean_time(stamp: &str) -> String {
    let options = js_sys::Object::new();
    for (name, value) in [("timeZone", "Asia/Seoul"), ("dateStyle", "long"), ("timeStyle", "short")] {
        // Setting a property of a plain object cannot fail.
        let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
    }
    let locale = match lang() {
        Lang::Ko => "ko-KR",
        Lang::En => "en-GB",
    };
    js_sys::Date::new(&stamp.into()).to_locale_string(locale, &options).into()
}
