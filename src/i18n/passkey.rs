//! Words of passkeys: registering them on my page, and logging in by them.

use super::{lang, word_list};
use gaip_contract::ProblemCode;
use gaip_domain::text::Lang;

word_list! {
    /// Passkeys.
    PasskeyWords;
    title: "패스키", "Passkeys";
    lead: "지문, 얼굴, 화면 잠금으로 로그인합니다. 아이디와 비밀번호를 입력하지 않아도 됩니다. 패스키는 기기에 저장되며 이 포털에는 확인용 공개 키만 남습니다.",
        "Log in by fingerprint, face or screen lock, without typing an ID or a password. The passkey stays on your device; this portal keeps only its public key.";
    none: "등록한 패스키가 없습니다.", "You have no passkey yet.";
    made: "등록한 날", "Registered";
    used: "마지막 로그인", "Last login";
    never_used: "아직 사용하지 않음", "Not used yet";
    add_title: "패스키 등록", "Add a passkey";
    name: "패스키 이름", "Name of the passkey";
    name_hint: "어느 기기인지 알아볼 수 있게 적어 주세요. 40자까지 쓸 수 있습니다.",
        "So that you know which device it is on. Up to 40 characters.";
    name_missing: "패스키 이름을 입력해 주세요.", "Enter a name for the passkey.";
    name_long: "패스키 이름은 40자까지 쓸 수 있습니다.", "The name can have up to 40 characters.";
    default_name: "패스키 · {}", "Passkey · {}";
    password: "비밀번호", "Password";
    password_hint: "로그인한 지 10분이 지나 본인 확인이 필요합니다.",
        "You logged in more than ten minutes ago, so we ask that it is you.";
    password_missing: "비밀번호를 입력해 주세요.", "Enter your password.";
    again: "비밀번호를 입력하고 다시 눌러 주세요. 비밀번호가 없다면 다시 로그인한 뒤 10분 안에 시도해 주세요.",
        "Enter your password and press again. If you have none, log in again and try within ten minutes.";
    add: "패스키 등록", "Add passkey";
    added: "패스키를 등록했습니다. 다음부터 패스키로 로그인할 수 있습니다.",
        "The passkey is registered. You can log in by it from now on.";
    full: "패스키는 10개까지 등록할 수 있습니다. 더 등록하려면 사용하지 않는 패스키를 삭제해 주세요.",
        "You can have up to 10 passkeys. Remove one that you no longer use to add another.";
    unsupported: "이 브라우저나 주소에서는 패스키를 등록할 수 없습니다. 포털의 정식 주소(https)를 최신 버전의 Chrome, Edge, Safari, Firefox에서 열어 등록해 주세요. 등록한 패스키는 여기서 삭제할 수 있습니다.",
        "Passkeys cannot be made in this browser or at this address. Open the portal’s own address (https) in an up-to-date Chrome, Edge, Safari or Firefox. You can remove passkeys here all the same.";
    remove: "삭제", "Remove";
    remove_title: "패스키를 삭제할까요?", "Remove this passkey?";
    remove_text: "삭제하면 이 패스키로 로그인할 수 없습니다. 기기에 남은 패스키는 기기의 비밀번호 관리 설정에서 지워 주세요.",
        "Nobody can log in by it any more. Delete it in the password settings of your device, too.";
    cancel: "취소", "Cancel";
    removed: "패스키를 삭제했습니다.", "The passkey is removed.";
    log_in: "패스키로 로그인", "Log in by passkey";
    log_in_text: "패스키를 등록한 회원은 아이디를 입력하지 않고 지문, 얼굴, 화면 잠금으로 로그인할 수 있습니다.",
        "Members who have registered a passkey log in by fingerprint, face or screen lock, without an ID.";
    cancelled: "패스키 확인을 취소했거나 시간이 지났습니다. 바뀐 것은 없습니다. 다시 누르거나 다른 방법을 이용해 주세요.",
        "You cancelled, or the time ran out. Nothing has changed. Press again or use another way.";
    known: "이 기기에는 이미 패스키가 등록되어 있습니다.", "This device has a passkey of yours already.";
    failed: "이 기기에서 패스키를 사용하지 못했습니다. 화면 잠금이 켜져 있는지 확인하고 다시 시도하거나 다른 방법을 이용해 주세요.",
        "The passkey could not be used on this device. Check that its screen lock is on and try again, or use another way.";
    late: "시간이 지났습니다. 다시 눌러 주세요.", "The time ran out. Please press again.";
    loading_failed: "패스키 목록을 불러오지 못했습니다.", "Your passkeys could not be loaded.";
}

/// The words in the language in force.
pub fn passkey_words() -> &'static PasskeyWords {
    static KO: PasskeyWords = PasskeyWords::KO;
    static EN: PasskeyWords = PasskeyWords::EN;
    match lang() {
        Lang::Ko => &KO,
        Lang::En => &EN,
    }
}

/// Why a passkey was refused, Korean and English.
pub(super) fn of_code(code: ProblemCode) -> Option<(&'static str, &'static str)> {
    let words = match code {
        ProblemCode::PasskeyFailed => (
            "이 패스키로 로그인할 수 없습니다. 삭제한 패스키이거나 다른 포털의 패스키일 수 있습니다. 다른 방법으로 로그인해 주세요.",
            "You cannot log in by this passkey. It may have been removed, or belong to another portal. Please log in another way.",
        ),
        ProblemCode::PasskeyRefused => (
            "패스키를 확인하지 못해 등록하지 않았습니다. 다시 시도하거나 다른 기기에서 등록해 주세요.",
            "The passkey could not be verified and was not registered. Try again, or use another device.",
        ),
        ProblemCode::PasskeyRegistered => (
            "이미 등록된 패스키입니다. 다른 패스키를 등록해 주세요.",
            "This passkey is registered already. Add another one.",
        ),
        ProblemCode::PasskeysFull => (PasskeyWords::KO.full, PasskeyWords::EN.full),
        _ => return None,
    };
    Some(words)
}
