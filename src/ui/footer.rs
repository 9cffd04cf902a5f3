//! The foot of every page: who answers, and the policies.

use leptos::prelude::*;

use super::link::NewWindowLink;

/// A link in the footer.
pub struct FooterLink {
    /// Words. The privacy policy is called "개인정보 처리방침", exactly.
    pub text: String,
    /// Where it goes.
    pub href: String,
    /// Stands out; for the privacy policy.
    pub emphasised: bool,
    /// Opens a new window.
    pub new_window: bool,
}

/// The footer, in the order of KRDS: operator, contact, policies, copyright.
#[component]
pub fn Footer(
    /// Who runs the service.
    #[prop(into)]
    operator: String,
    /// Address, telephone and hours.
    #[prop(into, optional)]
    contact: Option<ViewFn>,
    /// Policies.
    links: Vec<FooterLink>,
    /// Copyright line.
    #[prop(into)]
    copyright: String,
    /// Whose works the service uses.
    #[prop(into, optional)]
    attribution: Option<ViewFn>,
) -> impl IntoView {
    let links = links.into_iter().map(|link| {
        let class = if link.emphasised { "footer__link footer__link--strong" } else { "footer__link" };
        let anchor = if link.new_window {
            view! { <NewWindowLink href=link.href text=link.text /> }.into_any()
        } else {
            view! { <a href=link.href>{link.text}</a> }.into_any()
        };
        view! { <li class=class>{anchor}</li> }
    });
    view! {
        <footer class="footer">
            <div class="container">
                <p class="footer__operator">{operator}</p>
                {contact.map(|contact| view! { <div class="footer__contact">{contact.run()}</div> })}
                <ul class="footer__links">{links.collect_view()}</ul>
                <p class="footer__copyright">{copyright}</p>
                {attribution.map(|text| view! { <div class="footer__attribution">{text.run()}</div> })}
            </div>
        </footer>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = &[super::story::Story {
    name: "ui/footer/full",
    view: || {
        let links = [("이용약관", false, false), ("개인정보 처리방침", true, false), ("저작권 정책", false, true)].map(
            |(text, emphasised, new_window)| FooterLink {
                text: text.to_owned(),
                href: "#".to_owned(),
                emphasised,
                new_window,
            },
        );
        view! {
            <Footer
                operator="대전일자리경제진흥원"
                contact=|| {
                    view! {
                        <p>"(34126) 대전광역시 유성구 대덕대로 512"</p>
                        <p>"대표전화 042-000-0000 (평일 09:00~18:00)"</p>
                    }
                }
                links=links.into()
                copyright="© 대전일자리경제진흥원"
            />
        }
        .into_any()
    },
}];
