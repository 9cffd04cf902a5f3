//! States of an invitation, for the gallery.

use super::accept::Accept;
use super::offer::OfferView;
use super::refused::Refused;
use super::waiting::WaitingInvitation;
use crate::api::Failure;
use crate::session::Session;
use crate::steps::samples::{kotra, tradeinvest};
use crate::ui::story::Story;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{CompanyBrief, InvitationOffer, MemberBrief, Role, SessionView};
use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// Every state.
pub const STORIES: &[Story] = &[
    Story { name: "pages/invitation/nobody", view: || offered(kotra::portal(), None, None, false) },
    Story {
        name: "pages/invitation/nobody-at-tradeinvest",
        view: || offered(tradeinvest::portal(), None, None, false),
    },
    Story { name: "pages/invitation/member", view: || offered(kotra::portal(), Some(member()), None, false) },
    Story { name: "pages/invitation/company", view: || offered(tradeinvest::portal(), None, Some(company()), false) },
    Story { name: "pages/invitation/accepted", view: || offered(kotra::portal(), Some(member()), None, true) },
    Story { name: "pages/invitation/linked", view: linked },
    Story { name: "pages/invitation/used", view: || refused(ProblemCode::InvitationUsed) },
    Story { name: "pages/invitation/expired", view: || refused(ProblemCode::InvitationExpired) },
    Story { name: "pages/invitation/withdrawn", view: || refused(ProblemCode::InvitationWithdrawn) },
    Story { name: "pages/invitation/gone", view: || refused(ProblemCode::InvitationGone) },
    Story {
        name: "pages/invitation/waiting",
        view: || view! { <WaitingInvitation portal=kotra::portal() offer=Some(offer())/> }.into_any(),
    },
];

fn offer() -> InvitationOffer {
    InvitationOffer {
        company: "한빛정밀".to_owned(),
        inviter: Some("김*나".to_owned()),
        expires_at: "2026-11-28T05:05:00Z".to_owned(),
    }
}

fn member() -> MemberBrief {
    MemberBrief {
        portal: "kotra".to_owned(),
        login_id: "hanbit3".to_owned(),
        company: String::new(),
        role: Role::Personal,
        linked_by: None,
        provisional: false,
    }
}

fn company() -> CompanyBrief {
    CompanyBrief {
        portal: "tradeinvest".to_owned(),
        name: "한빛정밀".to_owned(),
        business_number: "124-81-00998".to_owned(),
    }
}

fn offered(
    portal: &'static Portal,
    member: Option<MemberBrief>,
    company: Option<CompanyBrief>,
    accepted: bool,
) -> AnyView {
    // A company invites by its own login at that portal.
    let offer = InvitationOffer { inviter: offer().inviter.filter(|_| portal.id == "kotra"), ..offer() };
    provide_context(Session::fixed(Some(SessionView {
        login_type: None,
        member,
        operator: None,
        company,
        expires_in: Some(1_200),
        warn_before: 180,
        sandbox: true,
        stepped_up: None,
    })));
    view! { <OfferView portal offer refuse=Callback::new(|_| {}) accepted/> }.into_any()
}

fn linked() -> AnyView {
    let failure = Failure::Refused(Box::new(ProblemCode::CompanyLinked.into()));
    let (on_done, refuse) = (Callback::new(|()| {}), Callback::new(|_| {}));
    view! { <Accept portal=kotra::portal() member=member() on_done refuse failure=Some(failure)/> }.into_any()
}

fn refused(code: ProblemCode) -> AnyView {
    let failure = Failure::Refused(Box::new(code.into()));
    view! { <Refused portal=kotra::portal() failure/> }.into_any()
}
