//! Mails that the demo would have sent, with where their links lead.

use super::say;
use crate::demo;
use crate::ui::dynamic::dynamic;
use leptos::prelude::*;

/// Links of invitations; nothing while nobody is invited. The demo ends with its tab, so they open here.
#[component]
pub(super) fn DemoMails() -> impl IntoView {
    let mails = demo::mails();
    dynamic(move || {
        let mails = mails.get();
        (!mails.is_empty()).then(|| {
            view! {
                <p id="demo-mails">{say(
                    "메일은 보내지 않습니다. 초대받은 사람에게는 아래 링크가 갑니다.",
                    "No mail is sent. Who is invited would get this link.",
                )}</p>
                <ul class="demo__acts" aria-labelledby="demo-mails">
                    {mails.into_iter().map(|mail| view! {
                        <li><a href=mail.link>{mail.to}" "{say("초대 열기", "invitation")}</a></li>
                    }).collect_view()}
                </ul>
            }
        })
    })
}
