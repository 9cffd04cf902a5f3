//! The mail with a code, in Korean and then in English: it may be read by somebody who did not ask for it.

use super::LIFE;
use crate::clock::MINUTE;
use crate::providers::mail::Mail;
use gaip_domain::portal::Portal;

/// The mail to an address of a member's.
pub(crate) fn write(portal: &Portal, to: String, code: &str) -> Mail {
    let (ko, en, minutes) = (&portal.name.ko, &portal.name.en, LIFE / MINUTE);
    let subject = format!("[{ko}] 인증번호 {code}");
    let text = format!(
        "인증번호는 {code} 입니다. {minutes}분 안에 요청하신 화면에 입력해 주세요.\n\
         요청하신 적이 없으면 이 메일을 무시해 주세요. 인증번호는 누구에게도 알려 주지 마세요. {ko}은(는) 인증번호를 묻지 않습니다.\n\n\
         Your code is {code}. Enter it within {minutes} minutes on the page where you asked for it.\n\
         If you did not ask for it, ignore this mail. Tell nobody the code; {en} never asks for it.\n"
    );
    Mail { to, subject, text }
}

/// The mail to an address that a member has given up: whoever did not do it can act. The new one is not named.
pub(crate) fn changed(portal: &Portal, to: String) -> Mail {
    let (ko, en) = (&portal.name.ko, &portal.name.en);
    let help = portal.contacts.first().map(|contact| contact.phone.as_str()).unwrap_or_default();
    let subject = format!("[{ko}] 회원 이메일 주소가 변경되었습니다");
    let text = format!(
        "{ko} 회원정보의 이메일 주소가 다른 주소로 변경되었습니다. 앞으로 이 주소로는 메일을 보내지 않습니다.\n\
         직접 변경하지 않으셨다면 비밀번호를 바꾸고 {help}(으)로 바로 알려 주세요.\n\n\
         The e-mail address of your account at {en} was changed to another one. This address gets no more mail.\n\
         If you did not do this, change your password and call {help} at once.\n"
    );
    Mail { to, subject, text }
}
