//! The approval password of a company: its change after the certificate, telling people that it changed, and showing it to
//! whom the table lets (manual rows T17, T104, T105, X11).

use super::password::stepped_up;
use super::{deed_of, own};
use crate::account::{self, Admin, CompanyLogin, company_deed};
use crate::app::AppState;
use crate::clock::{MINUTE, Millis};
use crate::providers::mail::Mail;
use crate::refusal::{Outcome, Refusal};
use crate::sealed;
use crate::store::NewApproval;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Notified, ShownApproval};
use gaip_domain::form;
use gaip_domain::permission::Service;
use gaip_domain::portal::Portal;
use gaip_domain::value::{BusinessNumber, Invalid};
use std::net::IpAddr;

/// People are told of a new approval password no more often than this.
const TOLD: Millis = 10 * MINUTE;

/// Changes the approval password. Whoever is linked stays so.
pub async fn change(app: &AppState, login: &CompanyLogin, typed: &str) -> Outcome<()> {
    stepped_up(login)?;
    let number = BusinessNumber::parse(&login.company.business_number).ok();
    let pin = form::parse_pin(typed).map_err(|error| Refusal::field("approval", error))?;
    form::check_pin(&pin, number.as_ref()).map_err(|flaw| Refusal::field("approval", Invalid::Password(flaw)))?;
    let hash = app.passwords.hash(&pin, &*app.random).await;
    let sealed = sealed::seal(&app.people, &login.company.business_number, &pin, &*app.random);
    let new = NewApproval { hash: &hash, sealed: Some(&sealed) };
    Ok(app.store.change_approval(company_deed(app, login), new).await??)
}

/// Shows the approval password to whom the table lets tell it to colleagues (row T17): to the company once its certificate
/// was shown, to a member who shows to be themselves. None where it was set under another key.
pub async fn show(app: &AppState, admin: &Admin, peer: IpAddr, password: Option<&str>) -> Outcome<ShownApproval> {
    let company = own(app, admin, Service::TellApproval).await?;
    match admin {
        Admin::Member(login) => account::shown(app, login, peer, password).await?,
        Admin::Company(_) => admin.stepped_up()?,
    }
    let sealed = app.store.show_approval(deed_of(app, admin)).await??;
    let open = |sealed: String| sealed::open(&app.people, &company.business_number, &sealed);
    Ok(ShownApproval { approval: sealed.and_then(open) })
}

/// Tells the company's people by e-mail that the approval password changed; never what it is (rows T105, X11).
pub async fn tell(app: &AppState, login: &CompanyLogin) -> Outcome<Notified> {
    stepped_up(login)?;
    if app.mails.ready("").await.is_err() {
        return Err(ProblemCode::MailUnavailable.into());
    }
    let deed = company_deed(app, login);
    let addresses = app.store.tell_approval(deed, deed.at - TOLD).await??;
    let mails: Vec<Mail> =
        addresses.into_iter().map(|to| letter(portal(app, &login.company.portal), &login.company.name, to)).collect();
    let told = Notified { mails: u32::try_from(mails.len()).unwrap_or(u32::MAX) };
    let server = app.mails.clone();
    tokio::spawn(async move {
        let mut failed = 0_u32;
        for mail in &mails {
            if server.send(mail).await.is_err() && server.send(mail).await.is_err() {
                failed += 1;
            }
        }
        if failed > 0 {
            tracing::error!(failed, "the mail server did not take notices of new approval passwords");
        }
    });
    Ok(told)
}

fn letter(portal: Outcome<&Portal>, company: &str, to: String) -> Mail {
    let name = portal.map_or("", |portal| portal.name.ko.as_str());
    Mail {
        to,
        subject: format!("[{name}] {company}의 승인 비밀번호가 변경되었습니다"),
        text: format!(
            "{company}의 승인 비밀번호(6자리)가 변경되었습니다.\n\n이미 소속기업과 연결된 회원은 따로 할 일이 없습니다. 새 승인 비밀번호는 메일로 보내지 않으니, 필요하면 소속기업의 기업정보 관리자에게 확인해 주세요.\n\nThe approval password of {company} was changed. Your link to the company stays as it is. The password is never sent by e-mail; ask your company's administrator.\n"
        ),
    }
}

fn portal<'a>(app: &'a AppState, id: &str) -> Outcome<&'a Portal> {
    let served = app.portals.get(id).ok_or(ProblemCode::NotAllowed)?;
    Ok(&served.portal)
}
