//! Words of changing what one entered at sign-up. They come later (`src/later.rs`).

use super::{lang, word_list};
use gaip_domain::text::Lang;

word_list! {
    /// My page: changing one's own information.
    OwnWords;
    tab: "정보 변경", "Change";
    title: "회원정보 변경", "Change your information";
    lead: "가입할 때 입력한 정보를 확인하고 바꿀 수 있습니다.", "See what you entered when you signed up, and change it.";
    kept: "바꿀 수 없는 정보", "What cannot be changed here";
    proven: "본인확인으로 확인된 정보", "Confirmed by verification";
    proven_text: "본인확인으로 확인한 정보는 직접 고칠 수 없습니다. 바뀌었으면 본인확인을 다시 해야 하니 고객센터로 연락해 주세요.",
        "What was verified cannot be typed anew. If it has changed, you need to verify yourself again; please contact the help line.";
    registered: "국세청 조회와 인증서로 확인된 정보", "Confirmed by the tax office or the certificate";
    registered_text: "사업자등록번호처럼 국세청 조회나 인증서로 확인한 정보는 고칠 수 없습니다. 바뀌었으면 국세청에 먼저 정정 신고한 뒤 고객센터로 연락해 주세요.",
        "What the tax office or the certificate confirmed, such as the business number, cannot be typed anew. If it has changed, have it corrected at the tax office first, then contact the help line.";
    products_text: "수출 상품(H.S.CODE)과 제출한 파일은 여기에서 바꿀 수 없습니다. 바꾸려면 고객센터에 바뀐 내용을 알려 주세요.",
        "Products (HS codes) and files that you handed in cannot be changed here. Tell the help line what has changed.";
    one_email: "새 이메일은 한 번에 하나만 바꿀 수 있습니다. 하나를 먼저 저장한 뒤 다음 이메일을 바꿔 주세요.",
        "One new e-mail address at a time: save one, then change the next.";
    fixed_text: "이 정보는 여기서 바꿀 수 없습니다. 틀린 내용이 있으면 고객센터로 연락해 주세요.",
        "This cannot be changed here. If something is wrong, please contact the help line.";
    nothing: "여기에서 바꿀 수 있는 정보가 없습니다.", "There is nothing that you can change here.";
    new_email: "새 이메일 확인", "Confirm the new e-mail address";
    new_email_text: "{} 주소로 인증번호를 보냅니다. 확인이 끝날 때까지 지금 이메일을 그대로 씁니다. 바뀌면 지금 이메일로 알려 드립니다.",
        "A code is sent to {}. Your present address counts until then, and is told of the change.";
    ask_code: "인증번호 받기", "Send me a code";
    ask_again: "인증번호 다시 받기", "Send it again";
    code: "인증번호", "Code";
    code_hint: "새 이메일로 받은 숫자 6자리를 입력해 주세요.", "Enter the 6 digits from the mail.";
    code_missing: "새 이메일로 받은 인증번호 6자리를 입력해 주세요.", "Enter the 6 digits that were sent to the new address.";
    code_sent: "인증번호를 보냈습니다.", "The code is sent.";
    password: "현재 비밀번호", "Present password";
    password_hint: "이메일, 휴대전화, 담당자 성명, 기업 정보를 바꾸려면 본인인지 확인해야 합니다.",
        "To change an e-mail address, a mobile number, the contact person or the company, show that it is you.";
    password_missing: "현재 비밀번호를 입력해 주세요.", "Enter your present password.";
    fresh_title: "연락처나 기업 정보를 바꾸려면 먼저 본인인지 확인해 주세요", "Before you change contacts or the company, show that it is you";
    fresh_text: "비밀번호 없이 로그인하는 회원은 로그인한 지 10분 안에 이메일, 휴대전화, 담당자 성명, 기업 정보를 바꿀 수 있습니다. 다시 로그인하면 이 화면으로 돌아옵니다.",
        "Members without a password change e-mail address, mobile number, contact person and company within ten minutes of logging in. Logging in again leads back to this page.";
    fresh_cost: "다시 로그인하기를 누르면 그 밖의 변경 내용은 먼저 저장합니다. 이메일, 휴대전화, 담당자 성명, 기업 정보는 보관하지 않으니 로그인한 뒤 입력해 주세요.",
        "“Log in again” saves your other changes first. These four are not kept: type them after logging in.";
    fresh_now: "비밀번호 없이 로그인하는 회원은 로그인한 지 10분 안에 이메일, 휴대전화, 담당자 성명, 기업 정보를 바꿀 수 있습니다. 그 뒤에는 다시 로그인해야 합니다.",
        "You log in without a password, so you can change e-mail address, mobile number, contact person and company for ten minutes after logging in. Later you log in again first.";
    save: "변경 내용 저장", "Save changes";
    saved: "회원정보를 변경했습니다.", "Your information is changed.";
    unchanged: "바뀐 내용이 없습니다.", "Nothing was changed.";
    conflict: "다른 창에서 회원정보가 바뀌었습니다", "Your information was changed in another window";
    conflict_text: "아직 저장하지 않았습니다. 입력한 내용은 그대로 두고, 고치지 않은 항목만 바뀐 정보로 채웁니다.",
        "Nothing was saved yet. What you typed stays; only what you did not touch is filled in anew.";
    conflict_look: "바뀐 정보 불러오기", "Load what has changed";
    conflict_done: "바뀐 정보를 불러왔습니다. 확인한 뒤 다시 저장해 주세요.", "It is loaded. Please check and save again.";
    password_tab: "비밀번호", "Password";
    no_password: "비밀번호 없이 로그인하는 회원입니다. 바꿀 비밀번호가 없습니다.",
        "You log in without a password, so there is none to change.";
}

/// The words of changing one's own information, in the language in force.
pub fn own_words() -> &'static OwnWords {
    static KO: OwnWords = OwnWords::KO;
    static EN: OwnWords = OwnWords::EN;
    match lang() {
        Lang::Ko => &KO,
        Lang::En => &EN,
    }
}
