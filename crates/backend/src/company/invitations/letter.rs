//! The mail with the link, in Korean and then in English. Of the people concerned it names nobody: it may be read by
//! somebody who is not meant.

use crate::providers::mail::Mail;
use gaip_contract::bodies::INVITATION_DAYS;
use gaip_domain::portal::Portal;

/// The mail to whom a company invites.
pub(super) fn write(portal: Option<&Portal>, company: &str, to: String, link: &str) -> Mail {
    let (ko, en) = portal.map_or(("", ""), |portal| (portal.name.ko.as_str(), portal.name.en.as_str()));
    Mail {
        to,
        subject: format!("[{ko}] {company}의 직원으로 초대합니다"),
        text: format!(
            "{company}에서 {ko}의 소속 직원으로 초대합니다. 아래 주소를 열어 내용을 확인하고 수락해 주세요.\n\n{link}\n\n\
             주소는 {INVITATION_DAYS}일 동안 한 번 쓸 수 있습니다. 열어 보기만 해서는 소속되지 않으며, 로그인하거나 회원가입한 뒤 수락해야 합니다.\n\
             모르는 초대이면 이 메일을 무시해 주세요. 주소를 다른 사람에게 전달하지 마세요.\n\n\
             {company} invites you to join it at {en}. Open the address above, look at the invitation and accept it. It counts once, for {INVITATION_DAYS} days, and only after you have logged in or joined. If you do not know the company, ignore this mail. Do not pass the address on.\n"
        ),
    }
}
