//! Words of certificates: the dialog, the environment, the step, login and my page.
//!
//! They stand apart from [`super::words`], which every page needs, because all of it comes later (`src/later.rs`).

use super::{lang, word_list};
use gaip_domain::portal::Medium;
use gaip_domain::text::Lang;

word_list! {
    /// Words of certificates.
    CertificateWords;
    title: "인증서 선택", "Choose a certificate";
    lead: "저장 위치를 고르고, 사업자등록번호로 발급받은 인증서를 선택한 뒤 비밀번호를 입력해 주세요. 비밀번호와 개인키는 이 기기를 벗어나지 않습니다.",
        "Choose where it is kept, choose the certificate issued to your business number, and enter its password. Password and key never leave this device.";
    media: "저장 위치", "Where it is kept";
    list: "인증서 목록", "Certificates";
    count: "인증서 {}개", "{} certificates";
    empty: "(인증서 목록이 비어 있음)", "(No certificates listed)";
    empty_files: "위에서 NPKI 폴더나 인증서 파일을 선택해 주세요.", "Choose your NPKI folder or certificate files above.";
    empty_browser: "이 브라우저에 보관한 인증서가 없습니다. 다른 저장 위치에서 인증서를 선택한 뒤 “이 브라우저에 보관”을 누르면 여기에 나타납니다.",
        "No certificate is kept in this browser. Choose one elsewhere and press “Keep in this browser”.";
    empty_found: "선택한 곳에서 인증서를 찾지 못했습니다. signCert.der와 signPri.key가 있는 폴더나 .pfx, .p12 파일을 선택해 주세요.",
        "No certificate was found there. Choose a folder with signCert.der and signPri.key, or a .pfx or .p12 file.";
    reading: "인증서를 찾고 있습니다.", "Looking for certificates.";
    state: "상태", "State";
    kind: "구분", "Kind";
    owner: "사용자", "Owner";
    until: "만료일", "Expires";
    issuer: "발급자", "Issuer";
    usable: "사용 가능", "Usable";
    ends_soon: "{}일 뒤 만료", "{} days left";
    locked: "비밀번호 필요", "Password needed";
    expired: "만료됨", "Expired";
    not_yet: "유효기간 전", "Not valid yet";
    kind_not_taken: "사용 불가", "Not accepted";
    personal: "개인용", "Personal";
    authority_ended: "발급기관 종료", "Issuer ended";
    key_missing: "개인키 없음", "Key missing";
    unknown_kind: "알 수 없는 종류", "Unknown kind";
    not_known_yet: "비밀번호를 입력하면 표시됩니다", "Shown once the password is entered";
    why_ends_soon: "만료 전에 발급기관에서 갱신해 주세요. 지금은 사용할 수 있습니다.",
        "Renew it with its issuer before it expires. You can use it now.";
    why_expired: "만료된 인증서는 사용할 수 없습니다. 발급기관에서 갱신하거나 새로 발급받은 인증서를 선택해 주세요.",
        "An expired certificate cannot be used. Renew it with its issuer or choose another.";
    why_not_yet: "아직 유효기간이 시작되지 않은 인증서입니다. 이 기기의 날짜와 시간이 맞는지도 확인해 주세요.",
        "This certificate is not valid yet. Check the date and time of this device too.";
    why_kind: "이 포털에서 사용할 수 없는 종류입니다. “사용 가능한 인증서”에 있는 종류의 인증서를 선택해 주세요.",
        "This kind is not accepted here. Choose one of the kinds listed under “Accepted certificates”.";
    why_personal: "개인용 인증서로는 기업을 확인할 수 없습니다. 사업자등록번호로 발급받은 기업용 인증서를 선택해 주세요.",
        "A personal certificate does not prove a company. Choose one that was issued to your business number.";
    why_authority: "발급 업무를 마친 기관의 인증서입니다. 다른 기관에서 발급받은 인증서를 선택해 주세요.",
        "Its issuer has ended its service. Choose a certificate of another issuer.";
    why_key: "인증서와 같은 폴더에 개인키 파일(signPri.key)이 없습니다. 두 파일을 함께 선택하거나 폴더째 선택해 주세요.",
        "The key file (signPri.key) is missing. Choose both files together, or the whole folder.";
    odd: "사용할 수 없는 파일 {}개", "{} files that cannot be used";
    pick_folder: "폴더 선택", "Choose folder";
    pick_files: "인증서 파일", "Certificate files";
    files_hint: "signCert.der와 signPri.key를 함께, 또는 .pfx·.p12 파일을 선택해 주세요.",
        "Choose signCert.der and signPri.key together, or a .pfx or .p12 file.";
    files_only: "이 브라우저에서는 폴더를 고를 수 없습니다. 두 파일을 함께 선택해 주세요.",
        "This browser cannot choose folders. Choose both files together.";
    folder_hidden: "숨김 폴더가 보이지 않으면 아래 경로를 복사해 파일 선택 창의 주소란에 붙여 넣거나, 폴더를 여기에 끌어다 놓아 주세요.",
        "If the folder is hidden, copy the path below into the address bar of the file window, or drop the folder here.";
    drop: "NPKI 폴더나 인증서 파일을 여기에 끌어다 놓을 수 있습니다.", "You can drop your NPKI folder or certificate files here.";
    places: "인증서가 저장되는 곳", "Where certificates are kept";
    windows: "Windows 하드디스크", "Windows hard disk";
    stick: "이동식디스크(USB)", "Removable disk (USB)";
    mac: "macOS", "macOS";
    copy: "복사", "Copy";
    copied: "복사했습니다.", "Copied.";
    view: "인증서 보기", "View certificate";
    copy_out: "인증서 복사", "Copy to files";
    delete: "인증서 삭제", "Delete certificate";
    keep: "이 브라우저에 보관", "Keep in this browser";
    keep_note: "개인키는 암호화된 그대로 이 브라우저에만 보관하며 서버로 보내지 않습니다. 여러 사람이 함께 쓰는 기기에는 보관하지 마세요. 브라우저 데이터를 지우면 함께 지워집니다.",
        "The key is kept encrypted as it is, in this browser only, and is not sent to the server. Do not keep it on a shared device. Clearing browser data deletes it.";
    kept: "이 브라우저에 보관했습니다.", "Kept in this browser.";
    copied_out: "인증서 파일을 내려받았습니다.", "The certificate files were downloaded.";
    deleted: "이 브라우저에서 삭제했습니다.", "Deleted from this browser.";
    delete_title: "이 브라우저에서 인증서를 삭제하시겠습니까?", "Delete this certificate from this browser?";
    delete_text: "다른 곳에 저장된 인증서는 그대로 남습니다. 다른 사본이 없으면 먼저 “인증서 복사”로 내려받아 주세요.",
        "Copies elsewhere stay. If there is none, download it first with “Copy to files”.";
    delete_confirm: "삭제하기", "Delete";
    cancel: "취소", "Cancel";
    confirm: "확인", "Confirm";
    password: "인증서 비밀번호", "Certificate password";
    password_hint: "인증서 비밀번호는 대소문자를 구분합니다.", "The password is case-sensitive.";
    password_first: "인증서를 선택한 뒤 비밀번호를 입력해 주세요.", "Choose a certificate, then enter its password.";
    missing_choice: "인증서를 선택해 주세요.", "Choose a certificate.";
    missing_password: "인증서 비밀번호를 입력해 주세요.", "Enter the certificate password.";
    wrong_password: "비밀번호가 맞지 않습니다. ({}회째) 대소문자와 한/영 상태를 확인하고 다시 입력해 주세요.",
        "Wrong password (attempt {}). Check capitals and the keyboard language and try again.";
    wrong_often: "비밀번호가 {}회 맞지 않았습니다. 횟수 때문에 인증서가 잠기지는 않습니다. 잊은 비밀번호는 되찾을 수 없으니 발급기관에서 새로 발급받아 주세요.",
        "Wrong {} times. This does not lock the certificate. A forgotten password cannot be recovered; ask the issuer for a new certificate.";
    number: "사업자등록번호", "Business registration number";
    number_hint: "인증서 소유자 확인에 씁니다. 숫자 10자리를 입력해 주세요. 주민등록번호는 입력하지 마세요.",
        "To check whose certificate it is. Enter 10 digits. Never enter a resident registration number.";
    number_wrong: "사업자등록번호 10자리를 확인해 주세요.", "Check the 10 digits of your business number.";
    number_dropped: "13자리 번호는 받지 않으며 바로 지웠습니다. 사업자등록번호 10자리를 입력해 주세요.",
        "A 13-digit number is not accepted and was removed. Enter the 10 digits of your business number.";
    working_open: "인증서를 확인하고 있습니다.", "Opening the certificate.";
    working_sign: "전자서명하고 있습니다.", "Signing.";
    working_send: "서버에서 확인하고 있습니다.", "The server is checking.";
    details: "인증서 정보", "Certificate details";
    valid_from: "유효 시작일", "Valid from";
    subject: "소유자 이름(DN)", "Subject (DN)";
    issuer_name: "발급자 이름(DN)", "Issuer (DN)";
    serial: "일련번호", "Serial number";
    policy: "정책(OID)", "Policy (OID)";
    found_in: "찾은 곳", "Found in";
    in_browser: "이 브라우저", "This browser";
    rules_failed: "사용 가능한 인증서 종류를 불러오지 못했습니다.", "The accepted kinds could not be loaded.";
    // The environment (manual rows D26 to D36, W33).
    environment: "인증 환경 점검", "Environment check";
    environment_lead: "안전한 공동인증서 이용을 위하여 이 브라우저에서 쓸 수 있는지 확인합니다. 따로 내려받을 프로그램은 없습니다.",
        "We check that this browser can use joint certificates safely. There is no program to download.";
    environment_checking: "인증 환경을 확인하고 있습니다. 확인이 끝나면 다음 화면으로 자동 이동합니다.",
        "Checking. You go on automatically when it is done.";
    environment_item: "점검 항목", "Item";
    environment_use: "기능", "Used for";
    environment_state: "상태", "State";
    supported: "지원됨", "Supported";
    limited: "제한됨", "Limited";
    unsupported: "사용 불가", "Not available";
    checking: "확인 중", "Checking";
    part_worker: "암호 처리(WebAssembly)", "Cryptography (WebAssembly)";
    part_worker_use: "인증서를 열고 전자서명합니다.", "Opens the certificate and signs.";
    part_random: "안전한 난수", "Secure random numbers";
    part_random_use: "소유자 확인값을 암호화합니다.", "Encrypts the proof of ownership.";
    part_folder: "폴더 선택", "Choosing folders";
    part_folder_use: "NPKI 폴더를 한 번에 선택합니다.", "Chooses the NPKI folder at once.";
    part_store: "브라우저 보관", "Keeping in the browser";
    part_store_use: "인증서를 이 브라우저에 보관합니다.", "Keeps a certificate in this browser.";
    limited_text: "공동인증서를 사용할 수 있지만 일부 기능은 쓸 수 없습니다.", "Joint certificates work, but some functions do not.";
    limited_folder: "폴더 대신 인증서 파일(signCert.der와 signPri.key)을 함께 선택해 주세요.",
        "Instead of the folder, choose the files (signCert.der and signPri.key) together.";
    limited_store: "인증서를 이 브라우저에 보관할 수 없습니다. 시크릿 창이라면 일반 창에서 열어 주세요.",
        "Certificates cannot be kept in this browser. In a private window, use a normal one.";
    unsupported_text: "이 브라우저에서는 공동인증서를 사용할 수 없습니다. 브라우저를 최신 버전으로 업데이트하거나 Chrome, Edge, Safari, Firefox에서 다시 열어 주세요.",
        "Joint certificates cannot be used in this browser. Update it, or use Chrome, Edge, Safari or Firefox.";
    unsupported_more: "회사 보안 정책으로 막혀 있을 수 있습니다. 전산 담당자에게 WebAssembly 허용 여부를 확인해 주세요.",
        "A company policy may block it. Ask your administrator whether WebAssembly is allowed.";
    go_on: "계속하기", "Continue";
    check_again: "다시 점검하기", "Check again";
    // The step.
    accepted: "사용 가능한 인증서 {}종", "{} accepted certificates";
    accepted_ended: "발급 종료", "ended";
    accepted_lead: "사업자등록번호로 발급받은 아래 종류의 인증서를 사용할 수 있습니다.",
        "You can use these kinds if they were issued to your business number.";
    proved: "공동인증서로 기업을 확인했습니다.", "Your company was verified by certificate.";
    prove_again: "다른 인증서로 다시 인증", "Verify with another certificate";
    full_title: "정식회원으로 가입되었습니다", "You are a full member";
    full_text: "인증서로 기업을 확인한 정식회원입니다. 따로 제출할 서류는 없습니다.",
        "Your company was verified by certificate. You are a full member and need not send any documents.";
    by_certificate: "공동인증서로 인증", "By joint certificate";
    // Login and my page.
    login: "공동인증서로 로그인", "Log in by certificate";
    login_text: "회원가입 때 사용했거나 회원 정보에 등록한 인증서로 로그인합니다.", "Use the certificate you signed up with or registered on your page.";
    unregistered: "등록된 인증서 정보가 없습니다. 인증서 등록 후 사용하시기 바랍니다.",
        "This certificate is not registered. Please register it before you use it.";
    further_lead: "등록된 인증서만 사용할 수 있습니다. 새로 발급 받은 인증서는 먼저 등록한 뒤 사용해 주세요.",
        "Only registered certificates can be used. Register a new certificate before you use it.";
    no_member: "기업회원으로 가입되지 않은 사업자등록번호입니다. 기업회원으로 먼저 가입해 주세요.",
        "No company member has this business number. Please sign up as a company member first.";
    further_title: "인증서가 등록되었습니다", "The certificate is registered";
    further_text: "등록한 인증서로 바로 로그인할 수 있습니다. 전에 등록한 인증서도 그대로 사용할 수 있습니다.",
        "You can log in with it at once. Certificates that were registered before can still be used.";
    mine: "등록한 인증서", "Registered certificates";
    mine_lead: "여기에 등록한 인증서로 로그인할 수 있습니다.", "You can log in with these certificates.";
    mine_none: "등록한 인증서가 없습니다.", "No certificate is registered.";
    mine_failed: "등록한 인증서를 불러오지 못했습니다.", "Registered certificates could not be loaded.";
    registered_at: "등록일시", "Registered at";
    register: "인증서 등록하기", "Register a certificate";
    registered: "인증서를 등록했습니다.", "The certificate is registered.";
    remove: "등록 해제", "Remove";
    removed: "인증서 등록을 해제했습니다.", "The certificate was removed.";
    remove_title: "인증서 등록을 해제하시겠습니까?", "Remove this certificate?";
    remove_text: "해제하면 이 인증서로 로그인할 수 없습니다. 인증서 파일은 지우지 않습니다.",
        "You can no longer log in with it. The certificate file itself is not deleted.";
    step_up_title: "기업인증이 필요합니다", "Verify your company first";
    step_up_text: "중요한 정보를 바꾸기 전에 회사의 공동인증서로 한 번 더 확인합니다. 확인한 뒤 하던 일을 이어서 처리합니다.",
        "Before a sensitive change we ask for the company’s certificate once more. Afterwards we go on with what you did.";
    step_up: "기업인증", "Verify company";
}

/// The words of certificates, in the language in force.
pub fn certificate_words() -> &'static CertificateWords {
    static KO: CertificateWords = CertificateWords::KO;
    static EN: CertificateWords = CertificateWords::EN;
    match lang() {
        Lang::Ko => &KO,
        Lang::En => &EN,
    }
}

/// What a place is called where certificates are kept (manual rows D54, W26).
pub fn medium(medium: Medium) -> &'static str {
    let (ko, en) = match medium {
        Medium::Browser => ("브라우저", "Browser"),
        Medium::File => ("인증서 찾기", "Find files"),
        Medium::HardDisk => ("하드디스크", "Hard disk"),
        Medium::RemovableDisk => ("이동식디스크", "Removable disk"),
        Medium::Smart => ("스마트인증", "Smart authentication"),
        Medium::SecurityToken => ("보안토큰", "Security token"),
        Medium::StorageToken => ("저장토큰", "Storage token"),
        Medium::Phone => ("휴대폰", "Phone"),
    };
    super::pick(ko, en)
}

/// Why a place is out of reach of a browser, and what to do instead; nothing where it is in reach.
pub fn instead(medium: Medium) -> Option<[&'static str; 2]> {
    let (why, what) = match medium {
        Medium::Browser | Medium::File | Medium::HardDisk | Medium::RemovableDisk => return None,
        Medium::Smart => (
            (
                "스마트인증은 통신사 유심의 인증서를 쓰는 유료 서비스로, 브라우저만으로는 연결할 수 없습니다.",
                "Smart authentication uses a certificate in the SIM card through a paid service; a browser alone cannot reach it.",
            ),
            (
                "같은 인증서를 PC나 이동식디스크에 복사해 두었다면 “하드디스크”나 “이동식디스크”에서 선택해 주세요.",
                "If the certificate is also on this computer or a USB stick, choose it under “Hard disk” or “Removable disk”.",
            ),
        ),
        Medium::SecurityToken => (
            (
                "보안토큰(HSM)은 장치 전용 프로그램이 있어야 하므로 브라우저만으로는 읽을 수 없습니다.",
                "A security token (HSM) needs its own program; a browser alone cannot read it.",
            ),
            (
                "보안토큰의 인증서는 꺼낼 수 없습니다. 발급기관에서 파일로 저장하는 기업용 인증서를 발급받거나 서류로 가입해 주세요.",
                "Its certificate cannot be taken out. Ask the issuer for a certificate kept in files, or sign up with documents.",
            ),
        ),
        Medium::StorageToken => (
            (
                "저장토큰은 장치 전용 프로그램이 있어야 하므로 브라우저만으로는 읽을 수 없습니다.",
                "A storage token needs its own program; a browser alone cannot read it.",
            ),
            (
                "발급기관의 인증서 관리 화면에서 인증서를 이동식디스크로 복사한 뒤 “이동식디스크”에서 선택해 주세요.",
                "Copy the certificate to a USB stick with your issuer’s certificate manager, then choose “Removable disk”.",
            ),
        ),
        Medium::Phone => (
            (
                "휴대폰의 인증서는 PC 브라우저에서 바로 읽을 수 없습니다.",
                "A browser on a computer cannot read certificates on a phone.",
            ),
            (
                "발급기관 앱의 “인증서 내보내기”로 PC에 옮긴 뒤 “인증서 찾기”에서 선택하거나, 휴대폰에서 이 화면을 열고 인증서 파일을 선택해 주세요.",
                "Export it to the computer with your issuer’s app and choose “Find files”, or open this page on the phone and choose the files there.",
            ),
        ),
    };
    Some([super::pick(why.0, why.1), super::pick(what.0, what.1)])
}
