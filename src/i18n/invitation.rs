//! Words of invitations by e-mail, for who invites and for who is invited. They come later (`src/later.rs`).

use super::{fill, invalid_of, lang, word_list};
use gaip_contract::problem::ProblemCode;
use gaip_domain::facts::FieldProblem;
use gaip_domain::invitation;
use gaip_domain::portal::Input;
use gaip_domain::text::Lang;
use gaip_domain::value::Invalid;

word_list! {
    /// Words of invitations.
    InvitationWords;
    invite: "직원 초대", "Invite people";
    invite_text: "이메일로 초대합니다. 로그인 정보를 나누지 않아도, 받은 사람이 자기 계정으로 수락하면 바로 소속 직원이 됩니다.",
        "Invite by e-mail. Whoever gets the link accepts with an account of their own; no login is shared.";
    emails: "이메일 주소", "E-mail addresses";
    emails_hint: "한 번에 20개까지 입력할 수 있습니다. 한 줄에 하나씩 쓰거나 쉼표로 나누어 주세요.",
        "20 at a time at most: one a line, or with commas between them.";
    emails_missing: "초대할 이메일 주소를 입력해 주세요.", "Enter the addresses to invite.";
    emails_many: "한 번에 20개까지 초대할 수 있습니다. 나누어 보내 주세요.", "20 at a time at most. Send the others afterwards.";
    wrong: "보내지 않았습니다. 고칠 주소가 {}개 있습니다.", "Nothing was sent. {} to be corrected.";
    wrong_list: "고칠 주소", "To be corrected";
    taken: "이미 초대했습니다. 목록에서 다시 보낼 수 있습니다.", "Invited already. You can send it again from the list.";
    cancel: "닫기", "Close";
    send: "초대 보내기", "Send";
    sent: "{}명에게 초대를 보냈습니다. 초대는 7일 동안 유효합니다.", "{} invited. Each invitation counts for 7 days.";
    list: "보낸 초대", "Invitations";
    none: "수락을 기다리는 초대가 없습니다.", "No invitation waits to be accepted.";
    email: "이메일", "E-mail";
    sent_at: "보낸 때", "Sent";
    until: "유효기간", "Counts until";
    state: "상태", "State";
    open: "수락 대기", "Open";
    expired: "기간 만료", "Over";
    act: "처리", "Act";
    resend: "다시 보내기", "Send again";
    resent: "초대를 다시 보냈습니다. 앞서 보낸 메일의 링크는 더 이상 열리지 않습니다.",
        "It was sent again. The link of the earlier mail leads nowhere now.";
    withdraw: "초대 취소", "Withdraw";
    withdrawn: "초대를 취소했습니다.", "The invitation was withdrawn.";
    title: "소속 직원 초대", "An invitation to a company";
    lead: "초대한 기업을 확인하고 수락해 주세요. 수락하기 전에는 아무것도 바뀌지 않습니다.",
        "Look at who invites you, and accept. Nothing changes before that.";
    company: "초대한 기업", "Company";
    inviter: "초대한 사람", "Invited by";
    accept: "초대 수락", "Accept";
    accept_text: "수락하면 지금 로그인한 계정({})으로 이 기업의 소속 직원이 됩니다.",
        "If you accept, your account {} belongs to the company.";
    accept_here: "수락하면 지금 로그인한 계정이 이 기업의 소속 직원이 됩니다.",
        "If you accept, the account that is logged in belongs to the company.";
    enter: "로그인하거나 가입해 주세요", "Log in or join first";
    enter_text: "초대는 회원이 수락합니다. 로그인하거나 회원가입을 마치고 로그인하면 이 화면으로 돌아옵니다. 가입할 때는 소속 기업 없이(개인회원 또는 일반회원) 가입해 주세요.",
        "Members accept invitations. Once you have logged in, or joined and then logged in, you come back here. Join as a person, without naming a company.";
    as_company: "기업으로 로그인되어 있습니다", "The company itself is logged in";
    as_company_text: "초대는 사람이 자기 계정으로 수락합니다. 로그아웃한 뒤 메일의 링크를 다시 열고 회원으로 로그인해 주세요.",
        "People accept with accounts of their own. Log out, open the link in the mail again and log in as a member.";
    done: "소속 직원이 되었습니다", "You belong to the company";
    done_text: "{}의 소속 직원이 되었습니다. 회원 정보에서 이용할 수 있는 서비스를 볼 수 있습니다.",
        "You belong to {} now. Your page shows what you can use.";
    refused: "이 초대는 수락할 수 없습니다", "This invitation cannot be accepted";
    waiting: "받은 초대가 있습니다", "You were invited";
    waiting_text: "{}에서 소속 직원으로 초대했습니다.", "{} invites you to join the company.";
    look: "초대 확인", "Look at it";
}

/// The words, in the language in force.
pub fn invitation_words() -> &'static InvitationWords {
    static KO: InvitationWords = InvitationWords::KO;
    static EN: InvitationWords = InvitationWords::EN;
    match lang() {
        Lang::Ko => &KO,
        Lang::En => &EN,
    }
}

/// What is wrong with the addresses that were typed: of all of them, and of each.
pub fn wrong_addresses(typed: &[String], problems: &[FieldProblem]) -> (String, Vec<String>) {
    let words = invitation_words();
    let each = |(place, address): (usize, &String)| {
        let field = invitation::field(place);
        let error = problems.iter().find(|problem| problem.field == field)?.error;
        let why = match error {
            Invalid::Taken => words.taken.to_owned(),
            error => invalid_of(words.emails, &Input::Email, error),
        };
        Some([address, ": ", &why].concat())
    };
    let each: Vec<String> = typed.iter().enumerate().filter_map(each).collect();
    let whole = match problems.iter().find(|problem| problem.field == invitation::FIELD).map(|problem| problem.error) {
        Some(Invalid::TooMany(_)) => words.emails_many.to_owned(),
        Some(_) => words.emails_missing.to_owned(),
        None => fill(words.wrong, each.len()),
    };
    (whole, each)
}

/// The words of refusals of invitations.
pub(super) fn of_code(code: ProblemCode) -> Option<(&'static str, &'static str)> {
    let words = match code {
        ProblemCode::InvitationGone => (
            "초대 링크가 맞지 않거나 다시 보낸 초대로 바뀌었습니다. 가장 최근에 받은 메일의 링크를 열어 주세요. 계속되면 초대한 기업에 다시 보내 달라고 해 주세요.",
            "No invitation has this link; it may have been sent again. Open the link of the newest mail, or ask the company to send it again.",
        ),
        ProblemCode::InvitationExpired => (
            "초대의 유효기간 7일이 지났습니다. 초대한 기업에 다시 보내 달라고 해 주세요.",
            "The 7 days of the invitation are over. Ask the company to send it again.",
        ),
        ProblemCode::InvitationWithdrawn => (
            "초대한 기업이 이 초대를 취소했습니다. 소속되어야 한다면 그 기업에 다시 초대해 달라고 해 주세요.",
            "The company withdrew this invitation. If you belong to it, ask to be invited again.",
        ),
        ProblemCode::InvitationUsed => (
            "이미 수락된 초대입니다. 본인이 수락했다면 로그인해서 회원 정보의 소속 기업을 확인해 주세요. 아니라면 초대한 기업에 다시 초대해 달라고 해 주세요.",
            "This invitation was accepted already. If it was you, log in and see your page. If not, ask the company to invite you again.",
        ),
        ProblemCode::InvitationsOver => (
            "지금은 초대를 더 보낼 수 없습니다. 하루 100통, 초대마다 다시 보내기 5번, 수락을 기다리는 초대 200건까지입니다. 쓰지 않는 초대를 취소하거나 내일 다시 시도해 주세요.",
            "No more can be sent now: 100 a day, each 5 times again, and 200 open at once. Withdraw what is not needed, or try tomorrow.",
        ),
        ProblemCode::CompanyLinked => (
            "이미 소속된 기업이 있어 수락할 수 없습니다. 그 기업의 관리자에게 관계 해지를 요청한 뒤 이 초대를 다시 열어 주세요. MASTER는 먼저 권한을 넘겨야 합니다.",
            "You belong to a company already. Ask its administrator to end the relation, then open this invitation again. A MASTER hands the role over first.",
        ),
        _ => return None,
    };
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_wrong_address_is_named_with_its_reason() {
        let typed = ["kim@example.com".to_owned(), "lee@example".to_owned()];
        let problem = |place, error| FieldProblem { field: invitation::field(place), error };
        let (whole, each) = wrong_addresses(&typed, &[problem(0, Invalid::Taken), problem(1, Invalid::Format)]);
        assert_eq!(whole, "보내지 않았습니다. 고칠 주소가 2개 있습니다.");
        assert!(each[0].starts_with("kim@example.com: 이미 초대했습니다.") && each[1].starts_with("lee@example: "));
        let many = FieldProblem { field: invitation::FIELD.to_owned(), error: Invalid::TooMany(20) };
        assert_eq!(wrong_addresses(&typed, &[many]), (InvitationWords::KO.emails_many.to_owned(), vec![]));
    }
}
