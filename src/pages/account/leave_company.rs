//! The end of the member's own link to a company (이직): what it means, the question, and the proof that it is the member.

use crate::api::{self, Failure};
use crate::i18n::{fill, link_words, mine_words, refusal};
use crate::session::use_session;
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonGroup, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use crate::ui::field::PasswordField;
use crate::ui::focus::focus_soon;
use crate::ui::modal::{Modal, ModalKind};
use gaip_contract::bodies::{MemberBrief, MemberView, Role, Themselves};
use gaip_contract::endpoints::LeaveMyCompany;
use leptos::prelude::*;
use leptos::task::spawn_local;

const BUTTON: &str = "company-leave";
const PASSWORD: &str = "company-leave-password";

/// Whether a member of this kind is in a company that they can leave; the account of a company is not.
pub fn may_leave(member: &MemberBrief) -> bool {
    let person = matches!(member.role, Role::Master | Role::Regular | Role::Associate | Role::General);
    person && !member.company.is_empty()
}

/// The part of my page.
#[component]
pub fn LeaveCompany(
    /// The member, who is in a company.
    member: MemberBrief,
    /// It has ended: the member as they are now.
    on_left: Callback<MemberView>,
    /// The question is open from the start, for the gallery.
    #[prop(optional)]
    asked: bool,
    /// Why it was not done, from the start.
    #[prop(optional)]
    failed: Option<Failure>,
) -> impl IntoView {
    let words = link_words();
    let session = use_session();
    let (open, busy) = (RwSignal::new(asked), RwSignal::new(false));
    let (password, failure) = (RwSignal::new(String::new()), RwSignal::new(failed));
    let master = member.role == Role::Master;
    let ask = move |()| {
        failure.set(None);
        open.set(true);
    };
    let missing = RwSignal::new(false);
    let error = move || {
        (missing.get() && password.with(String::is_empty)).then(|| mine_words().leave_password_missing.to_owned())
    };
    let leave = move |()| {
        failure.set(None);
        let typed = password.get_untracked();
        missing.set(typed.is_empty());
        if typed.is_empty() {
            focus_soon(PASSWORD);
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let body = Themselves { password: Some(typed) };
            let reply = api::send::<LeaveMyCompany>(&[], &body).await;
            busy.try_set(false);
            match reply {
                Ok(view) => {
                    open.try_set(false);
                    session.refresh();
                    on_left.try_run(view);
                }
                Err(reason) => {
                    session.refresh();
                    failure.try_set(Some(reason));
                    focus_soon(PASSWORD);
                }
            }
        });
    };
    let close = move |()| {
        open.set(false);
        missing.set(false);
        password.set(String::new());
        focus_soon(BUTTON);
    };
    let question = fill(words.leave_ask, &member.company);
    view! {
        <section class="my__step" aria-labelledby="my-company">
            <h2 id="my-company">{words.leave}</h2>
            <p>{words.leave_text}</p>
            {master.then(|| view! { <p class="my__meaning">{words.leave_master}</p> })}
            <Button id=BUTTON kind=ButtonKind::Tertiary size=ButtonSize::Medium on_click=ask>{words.leave}</Button>
            <Modal id="company-leave-dialog" open title=words.leave_title kind=ModalKind::Decision footer=move || view! {
                <ButtonGroup>
                    <Button kind=ButtonKind::Tertiary on_click=close>{words.cancel}</Button>
                    <Button kind=ButtonKind::Danger busy on_click=leave>{words.leave_yes}</Button>
                </ButtonGroup>
            }>
                <p>{question}</p>
                {dynamic(move || failure.get().map(|failure| view! {
                    <Notice kind=NoticeKind::Danger live=Live::Assertive level=3><p>{refusal(&failure)}</p></Notice>
                }))}
                <PasswordField id=PASSWORD label=words.password value=password hint=words.password_hint.to_owned()
                    error=Signal::derive(error)/>
            </Modal>
        </section>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::steps::samples::{kotra, tradeinvest};
    use crate::ui::story::Story;
    use gaip_contract::ProblemCode;
    use gaip_domain::linked_by::LinkedBy;
    use gaip_domain::portal::Portal;
    fn shown(portal: &'static Portal, role: Role, asked: bool, failed: Option<ProblemCode>) -> AnyView {
        let member = MemberBrief {
            portal: portal.id.clone(),
            login_id: "hanbit2".to_owned(),
            company: "한빛정밀".to_owned(),
            role,
            linked_by: (role == Role::General).then_some(LinkedBy::Approval),
            provisional: false,
        };
        let on_left = Callback::new(|_| {});
        match failed.map(|code| Failure::Refused(Box::new(code.into()))) {
            Some(failed) => view! { <LeaveCompany member on_left asked failed/> }.into_any(),
            None => view! { <LeaveCompany member on_left asked/> }.into_any(),
        }
    }
    &[
        Story { name: "pages/my/company", view: || shown(tradeinvest::portal(), Role::General, false, None) },
        Story { name: "pages/my/company-master", view: || shown(kotra::portal(), Role::Master, false, None) },
        Story { name: "pages/my/company-leave", view: || shown(tradeinvest::portal(), Role::General, true, None) },
        Story {
            name: "pages/my/company-leave-wrong",
            view: || shown(tradeinvest::portal(), Role::General, true, Some(ProblemCode::PasswordWrong)),
        },
        Story {
            name: "pages/my/company-leave-master",
            view: || shown(kotra::portal(), Role::Master, true, Some(ProblemCode::MasterStays)),
        },
    ]
};
