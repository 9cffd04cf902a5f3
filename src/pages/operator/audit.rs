//! Who did what, when. Lines are added and never changed.

use super::cells::At;
use super::list::{List, Listed};
use super::rows::Rows;
use super::sections::Section;
use crate::api::{self, Call};
use crate::i18n::{audit_event, operator_words};
use crate::pages::account::page::arrive;
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::field::{Choice, SelectField};
use crate::ui::page_heading::PageHeading;
use crate::ui::table::Cell;
use gaip_contract::bodies::{AuditEvent, AuditLine, Empty, Page};
use gaip_contract::endpoints::ListAudit;
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

/// Stands for every kind in the list of kinds.
const ALL: &str = "all";

/// The page. Kind and page are in the address.
#[component]
pub fn AuditLog(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    let words = operator_words();
    arrive(portal, words.log);
    let address = use_query_map();
    let event = Memo::new(move |_| {
        address.with(|address| address.get_str("event").and_then(AuditEvent::parse)).map_or("", AuditEvent::as_str)
    });
    let list = List::new(move |page| {
        let (event, page) = (event.get(), page.to_string());
        async move {
            let query = [("event", event), ("page", page.as_str())];
            let call = Call { parts: &[&portal.id], query: &query, headers: &[] };
            api::send_with::<ListAudit>(&call, &Empty {}).await
        }
    });
    let chosen = RwSignal::new(Some(event.get_untracked()).filter(|event| !event.is_empty()).unwrap_or(ALL).to_owned());
    let navigate = use_navigate();
    let show = Callback::new(move |()| navigate(&href(portal, &chosen.get_untracked()), NavigateOptions::default()));
    view! {
        <PageHeading title=words.log lead=words.log_lead/>
        <KindForm chosen on_show=show/>
        <Listed list children=move |page| view! { <AuditLines page href=href(portal, event.get_untracked())/> }/>
    }
}

/// The address of the lines of a kind.
fn href(portal: &Portal, event: &str) -> String {
    let path = Section::Log.href(&portal.id);
    if event.is_empty() || event == ALL { path } else { format!("{path}?event={event}") }
}

/// Which kind to show.
#[component]
pub fn KindForm(
    /// The kind that is chosen.
    chosen: RwSignal<String>,
    /// Shows it.
    on_show: Callback<()>,
) -> impl IntoView {
    let words = operator_words();
    // Editions of code lists are of no portal.
    let of_portal =
        |event: &AuditEvent| !matches!(event, AuditEvent::HsEditionInForce | AuditEvent::KsicEditionInForce);
    let kinds = AuditEvent::ALL.iter().copied().filter(of_portal);
    let kinds = kinds.map(|event| Choice::new(event.as_str(), audit_event(event)));
    let options = std::iter::once(Choice::new(ALL, words.log_all)).chain(kinds).collect();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        on_show.run(());
    };
    view! {
        <form class="desk__search" novalidate on:submit=submit>
            <SelectField id="event" label=words.log_filter value=chosen options always=true/>
            <Button submit=true kind=ButtonKind::Secondary size=ButtonSize::Medium>{words.log_show}</Button>
        </form>
    }
}

/// A page of lines.
#[component]
pub fn AuditLines(
    /// The page.
    page: Page<AuditLine>,
    /// Address of the list.
    href: String,
) -> impl IntoView {
    let words = operator_words();
    let columns = vec![words.event, words.who, words.whom, words.at];
    view! {
        <Rows id="log" caption=words.log_list columns page href none=words.log_none
            children=move |line| view! { <Line line/> }/>
    }
}

#[component]
fn Line(line: AuditLine) -> impl IntoView {
    let words = operator_words();
    let (who, whom) = parties(&line);
    view! {
        <tr>
            <th scope="row">{audit_event(line.event)}</th>
            <Cell name=words.who>{who}</Cell>
            <Cell name=words.whom>{whom}</Cell>
            <Cell name=words.at><At time=line.at/></Cell>
        </tr>
    }
}

/// Who did it, and whom it concerns.
fn parties(line: &AuditLine) -> (String, String) {
    let words = operator_words();
    let operator = line.operator.as_ref().map(|operator| format!("{} ({})", operator.name, operator.login_id));
    let member = || line.member.clone().unwrap_or_else(|| "-".to_owned());
    match line.event {
        AuditEvent::OperatorAdded | AuditEvent::OperatorRemoved => {
            (words.by_command.to_owned(), operator.unwrap_or_else(|| "-".to_owned()))
        }
        // Whoever it was, was not let in.
        AuditEvent::OperatorLoginFailed => (words.by_nobody.to_owned(), operator.unwrap_or_else(|| "-".to_owned())),
        AuditEvent::LoginFailed
        | AuditEvent::CertificateLoginFailed
        | AuditEvent::PasskeyLoginFailed
        | AuditEvent::RecoveryFailed => (words.by_nobody.to_owned(), member()),
        AuditEvent::ApplicationApproved | AuditEvent::ApplicationRejected | AuditEvent::OriginalsReceived => {
            (operator.unwrap_or_else(|| words.by_command.to_owned()), member())
        }
        _ => (operator.unwrap_or_else(|| words.by_member.to_owned()), member()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gaip_contract::bodies::OperatorBrief;

    #[test]
    fn a_line_names_who_did_it_and_whom_it_concerns() {
        let operator =
            OperatorBrief { portal: "kotra".to_owned(), name: "이담당".to_owned(), login_id: "staff1".to_owned() };
        let line = |event, operator: Option<&OperatorBrief>, member: Option<&str>| {
            parties(&AuditLine {
                id: "1".to_owned(),
                at: "2026-11-21T05:05:00Z".to_owned(),
                event,
                operator: operator.cloned(),
                member: member.map(str::to_owned),
            })
        };
        let said = |who: &str, whom: &str| (who.to_owned(), whom.to_owned());
        let approved = AuditEvent::ApplicationApproved;
        assert_eq!(line(approved, Some(&operator), Some("KT-1")), said("이담당 (staff1)", "KT-1"));
        assert_eq!(line(approved, None, Some("KT-1")), said("서버 명령", "KT-1"));
        assert_eq!(line(AuditEvent::OperatorRemoved, Some(&operator), None), said("서버 명령", "이담당 (staff1)"));
        assert_eq!(line(AuditEvent::LoginFailed, None, None), said("알 수 없음", "-"));
        assert_eq!(line(AuditEvent::Submitted, None, Some("KT-1")), said("회원", "KT-1"));
    }
}
