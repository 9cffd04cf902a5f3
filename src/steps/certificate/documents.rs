//! The route by documents: scans now, originals later (manual rows D43 to D51).

use super::paragraphs;
use crate::i18n::{local, words};
use crate::routes;
use crate::steps::field::FieldView;
use crate::ui::alert::{Notice, NoticeKind};
use crate::ui::button::{Button, ButtonKind, LinkButton};
use crate::ui::card::Card;
use crate::ui::dynamic::dynamic;
use crate::ui::focus::focus_soon;
use crate::wizard::answering::Answering;
use crate::wizard::bind::Binder;
use gaip_domain::portal::{CertificateMethod, DocumentsRoute};
use leptos::prelude::*;

/// What to hand in, and the field for it once the route is taken.
#[component]
pub fn DocumentsCard(
    answering: Answering,
    route: &'static DocumentsRoute,
    method: RwSignal<String>,
    id: &'static str,
) -> impl IntoView {
    let binder = Binder::step(answering);
    let chosen = Memo::new(move |_| method.with(|method| method == CertificateMethod::Documents.as_str()));
    let choose = move |()| {
        method.set(CertificateMethod::Documents.as_str().to_owned());
        focus_soon(route.scans.name.clone());
    };
    view! {
        <Card title=local(&route.title)>
            {paragraphs(&route.text)}
            <h3>{words().signup.documents_list}</h3>
            <ul>
                {route.documents.iter().enumerate().map(|(i, document)| view! {
                    <li>{local(document)} " " {(i == 0).then(|| view! { <FormDownload answering route/> })}</li>
                }).collect_view()}
            </ul>
            <p>{local(&route.desk)}</p>
            <Notice kind=NoticeKind::Warning><p>{local(&route.notice)}</p></Notice>
            {dynamic(move || if chosen.get() {
                view! { <FieldView binder field=&route.scans/> }.into_any()
            } else {
                view! { <Button id kind=ButtonKind::Secondary on_click=choose>{local(&route.action)}</Button> }.into_any()
            })}
        </Card>
    }
}

/// The form to stamp and scan (manual row D44).
#[component]
fn FormDownload(answering: Answering, route: &'static DocumentsRoute) -> impl IntoView {
    let href = routes::portal_file(&answering.draft.portal.id, &route.form);
    let name = route.form.rsplit('/').next().unwrap_or_default().to_owned();
    let title = route.documents.first().map(local).unwrap_or_default();
    view! {
        <LinkButton kind=ButtonKind::Text href download=name>
            <span class="visually-hidden">{title} " "</span>
            {words().signup.download} " [PDF]"
        </LinkButton>
    }
}
