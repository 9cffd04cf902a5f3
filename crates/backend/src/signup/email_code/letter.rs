//! The mail with a code, in Korean and then in English: it may be read by somebody who did not ask for it.

use super::{LIFE, Mail};
use crate::clock::MINUTE;
use gaip_domain::portal::Portal;

/// The mail to an address of a member's.
pub(super) fn write(portal: &Portal, to: String, code: &str) -> Mail {
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
