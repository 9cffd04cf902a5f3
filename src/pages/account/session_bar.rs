//! Who is logged in and for how long, in the header (KRDS header).

use super::login::logged_out;
use crate::api::Failure;
use crate::i18n::{company_login_words, fill, local, my_page, problem, words};
use crate::routes;
use crate::session::{Session, use_session};
use crate::ui::button::{Button, ButtonKind, ButtonSize, LinkButton};
use crate::ui::toast::Toaster;
use gaip_contract::bodies::{CompanyBrief, MemberBrief};
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;

pub use super::session_dialog::SessionDialog;

/// Name, time left, and the ways to extend it, to my page and out. Nothing while nobody is logged in.
#[component]
pub fn SessionBar(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    let words = &words().account;
    let session = use_session();
    let member = Memo::new(move |_| session.member(&portal.id));
    let company = Memo::new(move |_| session.company(&portal.id));
    let toaster = use_context::<Toaster>();
    let tell = Callback::new(move |result: Result<(), Failure>| {
        if let Some(toaster) = toaster {
            toaster.show(result.map_or_else(|failure| problem(&failure), |()| words.extended.to_owned()));
        }
    });
    let leave =
        move |()| log_out(logged_out(&portal.id), session, Callback::new(move |failure| tell.run(Err(failure))));
    move || {
        let (who, page, href) = match company.get() {
            Some(company) => {
                let name = portal.my_page.as_ref().map_or_else(|| company_login_words().manage.to_owned(), local);
                (who_company(company), name, routes::company(&portal.id))
            }
            None => (who(portal, member.get()?), my_page(portal), routes::my(&portal.id)),
        };
        Some(view! {
            <span class="session__who">{who}</span>
            <span class="session__left">{words.expires_text} " " <TimeLeft/></span>
            <Button kind=ButtonKind::Tertiary size=ButtonSize::Small on_click=move |()| extend(session, tell)>
                {words.extend}
            </Button>
            <LinkButton kind=ButtonKind::Text size=ButtonSize::Small href>{page}</LinkButton>
            <Button kind=ButtonKind::Text size=ButtonSize::Small on_click=leave>{words.logout}</Button>
        })
    }
}

/// The time left, counted down before the eyes. It is not announced each second: the warning is.
#[component]
pub fn TimeLeft() -> impl IntoView {
    let session = use_session();
    let text = Memo::new(move |_| session.left.get().map(time_left));
    view! { <span class="session__time">{text}</span> }
}

/// Minutes; seconds too in the last three minutes.
pub(super) fn time_left(seconds: u32) -> String {
    let words = &words().account;
    let (minutes, rest) = (seconds / 60, seconds % 60);
    match (minutes, rest) {
        _ if seconds > 180 => fill(words.minutes_left, seconds.div_ceil(60)),
        (0, _) => fill(words.seconds_left, rest),
        (_, 0) => fill(words.minutes_left, minutes),
        _ => [fill(words.minutes_left, minutes), fill(words.seconds_left, rest)].join(" "),
    }
}

/// Extends the login and hands on what came of it.
pub fn extend(session: Session, then: Callback<Result<(), Failure>>) {
    spawn_local(async move {
        let result = session.extend().await;
        then.try_run(result);
    });
}

/// Logs out and loads the page that says so anew, so that nothing of the login stays in memory. If the backend is out
/// of reach, the login stays, and so does the page.
pub fn log_out(then: String, session: Session, failed: Callback<Failure>) {
    spawn_local(async move {
        match session.log_out().await {
            Ok(()) => drop(window().location().assign(&then)),
            Err(failure) => drop(failed.try_run(failure)),
        }
    });
}

/// The company that is logged in as itself.
fn who_company(company: CompanyBrief) -> AnyView {
    view! { <strong>{company.name}</strong> " (" {company_login_words().manager} ")" }.into_any()
}

/// The company and the login id; a member by an account at a provider has neither, one by certificate has no login id.
fn who(portal: &Portal, member: MemberBrief) -> AnyView {
    let MemberBrief { company, login_id, role, .. } = member;
    match (company.is_empty(), login_id.is_empty()) {
        (_, true) => words().account.by_account.into_any(),
        (true, false) => login_id.into_any(),
        (false, false) if !portal.has_password(role) => view! { <strong>{company}</strong> }.into_any(),
        (false, false) => view! { <strong>{company}</strong> " (" {login_id} ")" }.into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_told_and_at_last_seconds() {
        assert_eq!(time_left(1800), "30분");
        assert_eq!(time_left(1741), "30분");
        assert_eq!(time_left(181), "4분");
        assert_eq!(time_left(180), "3분");
        assert_eq!(time_left(150), "2분 30초");
        assert_eq!(time_left(120), "2분");
        assert_eq!(time_left(59), "59초");
        assert_eq!(time_left(0), "0초");
    }
}
