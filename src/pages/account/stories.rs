//! States of the account pages for the gallery.

use super::certificates::{CertificateRows, Removing};
use super::company_login::CompanyLoginPart;
use super::login::{LoggedOut, LoginForm};
use super::my::{LoginRequired, Member};
use super::not_for::NotForMember;
use super::session_bar::SessionBar;
use super::session_dialog::SessionDialog;
use super::social_login::SocialLoginPart;
use crate::api::Failure;
use crate::pages::home::Home;
use crate::session::{Ended, Session};
use crate::steps::certificate_dialog::{StepUp, sample_evidence, sample_rules};
use crate::steps::samples::{self, kotra, tradeinvest};
use crate::ui::header::Header;
use crate::ui::story::Story;
use crate::wizard::answering::Answering;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{
    CompanyBrief, MemberBrief, MemberView, RegisteredCertificate, Role, SessionView, SocialOutcome,
};
use gaip_domain::permission::LoginType;
use gaip_domain::portal::{Portal, Purpose};
use leptos::prelude::*;

/// Every state.
pub const STORIES: &[Story] = &[
    Story { name: "pages/login/empty", view: || view! { <LoginForm portal=portal()/> }.into_any() },
    Story { name: "pages/login/missing", view: || view! { <LoginForm portal=portal() checked=true/> }.into_any() },
    Story { name: "pages/login/refused", view: || refused(ProblemCode::LoginFailed) },
    Story { name: "pages/login/too-many", view: || refused(ProblemCode::TooMany) },
    Story {
        name: "pages/login/unreachable",
        view: || view! { <LoginForm portal=portal() failure=Some(Failure::Unreachable)/> }.into_any(),
    },
    Story { name: "pages/login/two-kinds", view: || view! { <LoginForm portal=tradeinvest::portal()/> }.into_any() },
    Story {
        name: "pages/login/account-unknown",
        view: || view! { <LoginForm portal=tradeinvest::portal() outcome=Some(SocialOutcome::Unknown)/> }.into_any(),
    },
    Story {
        name: "pages/login/company",
        view: || {
            let next = Some("/tradeinvest/company".to_owned());
            view! { <LoginForm portal=tradeinvest::portal() next/> }.into_any()
        },
    },
    Story {
        name: "pages/login/company-missing",
        view: || view! { <CompanyLoginPart portal=tradeinvest::portal() checked=true/> }.into_any(),
    },
    Story {
        name: "pages/login/company-refused",
        view: || {
            let failure = Some(Failure::Refused(Box::new(ProblemCode::LoginFailed.into())));
            view! { <CompanyLoginPart portal=tradeinvest::portal() failure/> }.into_any()
        },
    },
    Story { name: "pages/login/financial", view: || view! { <LoginForm portal=samples::bank::portal()/> }.into_any() },
    Story { name: "pages/login/types", view: || view! { <LoginForm portal=samples::work24::portal()/> }.into_any() },
    Story {
        name: "pages/login/last-channel",
        view: || {
            let last = Some(gaip_domain::portal::SocialProvider::Naver);
            view! { <SocialLoginPart portal=tradeinvest::portal() outcome=None next=None last/> }.into_any()
        },
    },
    Story { name: "pages/login/logged-out", view: || view! { <LoggedOut portal=portal()/> }.into_any() },
    Story { name: "pages/my/provisional", view: || my(true) },
    Story { name: "pages/my/full", view: || my(false) },
    Story { name: "pages/my/agency", view: || my_typed(LoginType::Agency) },
    Story { name: "pages/my/proxy", view: || my_typed(LoginType::Proxy) },
    Story { name: "pages/my/associate", view: || my_as(Role::Associate, "한빛정밀") },
    Story { name: "pages/my/rejected", view: || my_as(Role::Applicant, "한빛정밀") },
    Story { name: "pages/my/personal", view: || my_as(Role::Personal, "") },
    Story {
        name: "pages/my/certificates",
        view: || {
            view! { <CertificateRows list=registered() rules=RwSignal::new(sample_rules()) removing=removing()/> }
                .into_any()
        },
    },
    Story {
        name: "pages/my/certificates-none",
        view: || {
            view! { <CertificateRows list=Vec::new() rules=RwSignal::new(sample_rules()) removing=removing()/> }
                .into_any()
        },
    },
    Story { name: "pages/my/converted", view: converted },
    Story { name: "pages/my/not-for-member", view: || not_for(kotra::portal(), Purpose::Conversion) },
    Story { name: "pages/my/not-for-general", view: || not_for(tradeinvest::portal(), Purpose::Company) },
    Story {
        name: "pages/login/certificate-registration",
        view: || view! { <LoginForm portal=samples::work24::portal()/> }.into_any(),
    },
    Story { name: "pages/my/login-required", view: || view! { <LoginRequired portal=portal()/> }.into_any() },
    Story { name: "pages/session/bar", view: || bar(1_200) },
    Story { name: "pages/session/bar-last-minutes", view: || bar(170) },
    Story { name: "pages/session/bar-named", view: || named(None) },
    Story { name: "pages/session/bar-company", view: || named(Some("한빛정밀")) },
    Story {
        name: "pages/home/personal",
        view: || {
            named(None);
            view! { <Home portal=kotra::portal()/> }.into_any()
        },
    },
    Story { name: "pages/session/warning", view: || dialog(Some(95), None) },
    Story { name: "pages/session/expired", view: || dialog(None, Some(Ended::Expired)) },
    Story { name: "pages/session/ended-elsewhere", view: || dialog(None, Some(Ended::Elsewhere)) },
];

fn refused(code: ProblemCode) -> AnyView {
    let failure = Some(Failure::Refused(Box::new(code.into())));
    view! { <LoginForm portal=portal() failure/> }.into_any()
}

fn my(provisional: bool) -> AnyView {
    view! { <Member portal=portal() view=member(provisional) on_change=Callback::new(|_| {})/> }.into_any()
}

fn my_as(role: Role, company: &str) -> AnyView {
    let portal = kotra::portal();
    let draft = kotra::complete(role).draft;
    let view = draft.view.with_untracked(|known| MemberView {
        member: MemberBrief { portal: portal.id.clone(), role, company: company.to_owned(), ..member(false).member },
        journey: draft.journey.id.clone(),
        facts: known.facts.clone(),
        rejected: (role == Role::Applicant).then(|| "사업자등록증의 글자가 보이지 않습니다.".to_owned()),
        ..member(false)
    });
    view! { <Member portal view on_change=Callback::new(|_| {})/> }.into_any()
}

/// The account of a company at a portal that tells types of logins apart.
fn my_typed(kind: LoginType) -> AnyView {
    let draft = samples::work24::step("review").draft;
    let brief = MemberBrief { portal: draft.portal.id.clone(), login_id: String::new(), ..member(false).member };
    let view = draft.view.with_untracked(|known| MemberView {
        member: brief.clone(),
        journey: draft.journey.id.clone(),
        facts: known.facts.clone(),
        ..member(false)
    });
    let session = session(Some(1_200));
    session.view.update(|known| {
        if let Some(known) = known {
            (known.member, known.login_type) = (Some(brief), Some(kind));
        }
    });
    view! { <Member portal=draft.portal view on_change=Callback::new(|_| {})/> }.into_any()
}

/// Somebody who joined as a person and converted later.
fn converted() -> AnyView {
    let facts = |answering: Answering| answering.draft.view.with_untracked(|view| view.facts.clone());
    let mut known = facts(kotra::complete(Role::Personal));
    known.answers.extend(facts(kotra::converted(Role::Associate)).answers);
    let brief = MemberBrief { portal: kotra::portal().id.clone(), role: Role::Associate, ..member(false).member };
    let view = MemberView {
        member: brief,
        journey: "member".to_owned(),
        converted: Some("conversion".to_owned()),
        facts: known,
        ..member(false)
    };
    view! { <Member portal=kotra::portal() view on_change=Callback::new(|_| {})/> }.into_any()
}

fn not_for(portal: &'static Portal, purpose: Purpose) -> AnyView {
    portal.of_purpose(purpose).map(|journey| view! { <NotForMember portal journey/> }).into_any()
}

fn portal() -> &'static Portal {
    samples::answering("review").draft.portal
}

/// A member who gave the answers of the samples.
fn member(provisional: bool) -> MemberView {
    let draft = samples::answering("review").draft;
    let member = MemberBrief {
        portal: draft.portal.id.clone(),
        login_id: "daejeon2026".to_owned(),
        company: "한빛정밀".to_owned(),
        role: Role::Contact,
        linked_by: None,
        provisional,
    };
    draft.view.with_untracked(|view| MemberView {
        member,
        business_number: Some("1248100998".to_owned()),
        reference: "DJ-2026-000123".to_owned(),
        joined_at: "2026-11-21T05:05:00Z".to_owned(),
        journey: draft.journey.id.clone(),
        facts: view.facts.clone(),
        files: view.files.clone(),
        converted: None,
        rejected: None,
    })
}

fn registered() -> Vec<RegisteredCertificate> {
    let one = |id: &str, registered_at: &str| RegisteredCertificate {
        id: id.to_owned(),
        evidence: sample_evidence(),
        registered_at: registered_at.to_owned(),
    };
    vec![one("c2", "2026-11-21T05:05:00Z"), one("c1", "2026-02-01T00:30:00Z")]
}

fn removing() -> Removing {
    Removing::new(RwSignal::new(None), RwSignal::new(String::new()), StepUp::new(portal()))
}

/// A session that stands still, in the context of the story.
fn session(left: Option<u32>) -> Session {
    let member = left.map(|_| member(true).member);
    let session = Session::fixed(Some(SessionView {
        member,
        operator: None,
        company: None,
        expires_in: left,
        warn_before: 180,
        sandbox: false,
        stepped_up: None,
        login_type: None,
    }));
    provide_context(session);
    session
}

fn bar(left: u32) -> AnyView {
    session(Some(left));
    let portal = portal();
    view! { <Header name="대전광역시 수출지원사업 관리시스템" home_href="#" session=move || view! { <SessionBar portal/> }/> }
        .into_any()
}

/// At a portal with a name of its own for the member's page: a personal member, or a company.
fn named(company: Option<&str>) -> AnyView {
    let portal = kotra::portal();
    let brief =
        MemberBrief { portal: portal.id.clone(), role: Role::Personal, company: String::new(), ..member(false).member };
    let view = SessionView {
        member: company.is_none().then_some(brief),
        company: company.map(|name| CompanyBrief {
            portal: portal.id.clone(),
            name: name.to_owned(),
            business_number: "314-81-00998".to_owned(),
        }),
        operator: None,
        expires_in: Some(1_200),
        warn_before: 180,
        sandbox: false,
        stepped_up: None,
        login_type: None,
    };
    provide_context(Session::fixed(Some(view)));
    view! { <Header name="KOTRA" home_href="#" session=move || view! { <SessionBar portal/> }/> }.into_any()
}

fn dialog(left: Option<u32>, ended: Option<Ended>) -> AnyView {
    session(left).ended.set(ended);
    view! { <SessionDialog portal=portal()/> }.into_any()
}
