//! The end of a sign-up: its number, what happens next, and what was entered.

use super::old_account::AfterMoving;
use super::recovered::RecoveredView;
use super::review::Answers;
use super::shown_facts::ShownFacts;
use crate::i18n::{
    certificate_words, company_words, link_words, local, old_member_words, role_meaning, role_name, to_my_page, words,
};
use crate::routes;
use crate::ui::alert::{Notice, NoticeKind};
use crate::ui::button::{Button, ButtonGroup, ButtonKind, LinkButton};
use crate::ui::summary_list::{SummaryList, SummaryRow};
use crate::wizard::answering::Answering;
use crate::wizard::draft::Draft;
use gaip_contract::bodies::{Completion, Role};
use gaip_domain::condition::Condition;
use gaip_domain::portal::{CompleteStep, Purpose};
use leptos::prelude::*;

/// The page that people print.
#[component]
pub fn CompleteStepView(
    /// The step.
    answering: Answering,
    /// Its settings.
    settings: &'static CompleteStep,
) -> impl IntoView {
    if answering.draft.journey.purpose.recovers() {
        return view! { <RecoveredView draft=answering.draft settings/> }.into_any();
    }
    let words = words();
    let portal = &answering.draft.portal.id;
    let (completion, facts) = answering.draft.view.with_untracked(|view| (view.completion.clone(), view.facts.clone()));
    let delayed = completion.as_ref().is_some_and(|completion| completion.delayed);
    let holds = move |when: &Condition| when.holds(&|fact| facts.known(fact));
    let next = settings.next.iter().filter(|line| line.when.as_ref().is_none_or(&holds));
    view! {
        {settings.delayed.as_ref().filter(|_| delayed).map(|text| view! {
            <Notice kind=NoticeKind::Info><p>{local(text)}</p></Notice>
        })}
        {completion.map(|completion| view! { <Receipt completion draft=answering.draft/> })}
        <section class="section">
            <h2>{words.signup.next_title}</h2>
            <ol>{next.map(|line| view! { <li>{local(&line.text)}</li> }).collect_view()}</ol>
        </section>
        <ButtonGroup>
            <Button kind=ButtonKind::Tertiary on_click=|()| drop(window().print())>{words.frame.print}</Button>
            {match answering.draft.journey.purpose {
                Purpose::OldMember => view! { <AfterMoving answering/> }.into_any(),
                purpose if purpose.needs_login() => {
                    view! { <LinkButton href=routes::my(portal)>{to_my_page(answering.draft.portal)}</LinkButton> }.into_any()
                }
                _ => view! { <LinkButton href=routes::login(portal)>{words.frame.login}</LinkButton> }.into_any(),
            }}
        </ButtonGroup>
        <section class="section">
            <h2>
                // Who is a member already does not sign up.
                {if answering.draft.journey.purpose.needs_login() { company_words().entered } else { words.signup.entered }}
            </h2>
            {if settings.shown.is_empty() {
                view! { <Answers answering change=false masked=true/> }.into_any()
            } else {
                view! { <ShownFacts answering shown=&settings.shown/> }.into_any()
            }}
        </section>
    }
    .into_any()
}

/// What the new member is to the company (manual rows K43, K44, K46).
#[component]
fn RoleNotice(title: &'static str, texts: Vec<&'static str>) -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Success title>
            {texts.into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
        </Notice>
    }
}

/// What the submission did, in words; nothing for a contact who joined, who is told of certificates and originals.
fn meaning(purpose: Purpose, role: Role, converts: bool) -> Option<(&'static str, Vec<&'static str>)> {
    let (company, certificate) = (company_words(), certificate_words());
    let of_role = role_meaning(role, converts);
    match purpose {
        // What a recovery came to stands on a page of its own.
        Purpose::Join | Purpose::FindLoginId | Purpose::NewPassword => of_role,
        Purpose::OldMember => Some((old_member_words().moved, vec![old_member_words().moved_text])),
        Purpose::Company => Some((company.company_title, vec![company.company_text])),
        Purpose::Link => Some((link_words().linked_title, vec![link_words().linked_text])),
        Purpose::Certificate => Some((certificate.further_title, vec![certificate.further_text])),
        Purpose::Conversion => of_role.map(|(title, texts)| match role {
            Role::Associate => (company.converted_associate, [vec![company.converted_text], texts].concat()),
            Role::Master => (company.converted_master, [vec![company.converted_text], texts].concat()),
            Role::Applicant => (company.converted_applicant, texts),
            _ => (title, texts),
        }),
    }
}

#[component]
fn Receipt(completion: Completion, draft: Draft) -> impl IntoView {
    let words = words();
    let purpose = draft.journey.purpose;
    let converts = draft.portal.of_purpose(Purpose::Conversion).is_some();
    let Completion { reference, provisional, role, submitted_at, login_id, delayed: _ } = completion;
    let of_member = purpose.gives_role();
    let meaning = meaning(purpose, role, converts);
    let certified = meaning.is_none();
    view! {
        {meaning.map(|(title, texts)| view! { <RoleNotice title texts/> })}
        {(certified && provisional).then(|| view! {
            <Notice kind=NoticeKind::Success title=words.signup.provisional_title>
                <p>{words.account.provisional_text}</p>
            </Notice>
        })}
        {(certified && !provisional).then(|| view! {
            <Notice kind=NoticeKind::Success title=certificate_words().full_title>
                <p>{certificate_words().full_text}</p>
            </Notice>
        })}
        <SummaryList>
            {(!reference.is_empty()).then(|| view! { <SummaryRow name=words.signup.reference>{reference}</SummaryRow> })}
            <SummaryRow name=words.signup.submitted_at>{crate::i18n::date_time(&submitted_at)}</SummaryRow>
            {(!login_id.is_empty() && of_member).then(|| view! { <SummaryRow name=words.signup.login_id>{login_id}</SummaryRow> })}
            {(!certified && of_member).then(|| view! { <SummaryRow name=company_words().role>{role_name(role)}</SummaryRow> })}
        </SummaryList>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_converted_is_told_of_the_change_and_not_of_a_sign_up() {
        for role in [Role::Associate, Role::Applicant, Role::Master] {
            let (title, texts) = meaning(Purpose::Conversion, role, true).expect("a conversion means something");
            assert!(title.contains("전환") && !title.contains("가입"), "{title}");
            let changed = texts.iter().any(|text| text.contains("바뀌었습니다"));
            assert_eq!(
                changed,
                role != Role::Applicant,
                "an applicant is what they were until the papers are approved"
            );
        }
    }
}
