//! Header and footer round the pages of operators.

use super::bar::OperatorBar;
use crate::i18n::{local, operator_words, words};
use crate::pages::account::session_bar::SessionDialog;
use crate::pages::site::{Display, SiteFooter};
use crate::routes;
use crate::session::use_session;
use crate::ui::alert::{Notice, NoticeKind};
use crate::ui::dynamic::dynamic;
use crate::ui::header::Header;
use crate::ui::masthead::Masthead;
use crate::ui::skip_link::SkipLink;
use crate::ui::toast::{ToastRegion, provide_toaster};
use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// The site of a portal's operators. It says throughout that it is theirs.
#[component]
pub(super) fn OperatorSite(
    /// The portal.
    portal: &'static Portal,
    /// The page.
    children: Children,
) -> impl IntoView {
    provide_toaster();
    let session = use_session();
    let frame = &words().frame;
    let name = format!("{} {}", local(&portal.name), operator_words().title);
    view! {
        <SkipLink text=frame.skip/>
        {portal.masthead.then(|| view! { <Masthead/> })}
        <Header
            name=name
            home_href=routes::operator(&portal.id)
            session=move || view! { <OperatorBar portal/> }
            utility=|| view! { <Display/> }
        />
        {dynamic(move || session.sandbox().then(|| view! {
            <aside class="container"><Notice kind=NoticeKind::Warning><p>{frame.sandbox}</p></Notice></aside>
        }))}
        <main id="main" class="container page desk" tabindex="-1">{children()}</main>
        <SiteFooter portal/>
        <SessionDialog portal/>
        <ToastRegion/>
    }
}
