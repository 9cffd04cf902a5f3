//! Why a certificate does not do, and how to mend it: faults that the browser finds, and refusals of the backend.

use super::{certificate_words, fill, pick};
use gaip_contract::ProblemCode;
use gaip_contract::signer::{Fault, State};

/// A fault in words.
pub fn fault(fault: Fault) -> &'static str {
    let (ko, en) = match fault {
        Fault::WrongPassword => (
            "비밀번호가 맞지 않습니다. 대소문자와 한/영 상태를 확인해 주세요.",
            "Wrong password. Check capitals and the keyboard language.",
        ),
        Fault::Damaged => (
            "파일이 손상되어 읽을 수 없습니다. 원본을 다시 복사하거나 다른 곳에 저장된 인증서를 선택해 주세요.",
            "The file is damaged. Copy the original again or choose a copy elsewhere.",
        ),
        Fault::WrongPair => (
            "인증서와 개인키가 서로 다른 쌍입니다. 같은 폴더에 있던 signCert.der와 signPri.key를 함께 선택해 주세요.",
            "Certificate and key do not belong together. Choose signCert.der and signPri.key of the same folder.",
        ),
        Fault::Unsupported => (
            "지원하지 않는 방식으로 암호화된 파일입니다. 발급기관 누리집에서 인증서를 .pfx 파일로 내보내 선택해 주세요.",
            "The file is encrypted in a way that is not supported. Export it as .pfx on your issuer’s site and choose that.",
        ),
        Fault::NotCertificate => (
            "공동인증서 파일이 아닙니다. signCert.der와 signPri.key, 또는 .pfx·.p12 파일을 선택해 주세요.",
            "This is no certificate file. Choose signCert.der and signPri.key, or a .pfx or .p12 file.",
        ),
        Fault::TooLarge => (
            "인증서라고 보기에는 파일이 너무 큽니다. 파일을 다시 확인해 주세요.",
            "The file is too large to be a certificate. Please check it.",
        ),
        Fault::TooMany => (
            "파일이 2,000개가 넘어 모두 살펴보지 못했습니다. NPKI 폴더만 선택해 주세요.",
            "There are more than 2,000 files, so not all were looked at. Choose the NPKI folder only.",
        ),
        Fault::NoRandom => (
            "개인키에 소유자 확인값이 없어 누구의 인증서인지 확인할 수 없습니다. 다른 프로그램으로 변환한 파일이라면 발급기관에서 받은 원본 인증서를 선택해 주세요.",
            "The key lacks the value that proves its owner. If another program converted the file, choose the original from your issuer.",
        ),
        Fault::OtherCompany => (
            "입력한 사업자등록번호로 발급받은 인증서가 아닙니다. 사업자등록번호와 인증서를 확인해 주세요.",
            "This certificate was not issued to that business number. Check the number and the certificate.",
        ),
        Fault::Gone => (
            "파일이 더 이상 없습니다. 이동식디스크가 연결되어 있는지 확인하고 다시 선택해 주세요.",
            "The file is no longer there. Check that the disk is connected and choose again.",
        ),
        Fault::Storage => (
            "이 브라우저에 보관하지 못했습니다. 시크릿 창이거나 저장 공간이 부족할 수 있습니다.",
            "This browser could not keep it: perhaps a private window, or too little space.",
        ),
        Fault::Silent => (
            "인증 기능을 불러오지 못했습니다. 인터넷 연결을 확인하고 다시 시도해 주세요.",
            "The certificate functions could not be loaded. Check your connection and try again.",
        ),
    };
    pick(ko, en)
}

/// Why a certificate cannot be used, or should be renewed; nothing where all is well.
pub fn why(state: State) -> Option<&'static str> {
    let words = certificate_words();
    match state {
        State::Usable | State::Locked => None,
        State::EndsSoon(_) => Some(words.why_ends_soon),
        State::Expired => Some(words.why_expired),
        State::NotYetValid => Some(words.why_not_yet),
        State::KindNotTaken => Some(words.why_kind),
        State::Personal => Some(words.why_personal),
        State::AuthorityEnded => Some(words.why_authority),
        State::KeyMissing => Some(words.why_key),
    }
}

/// A state in a word or two.
pub fn state(state: State) -> String {
    let words = certificate_words();
    let word = match state {
        State::EndsSoon(days) => return fill(words.ends_soon, days),
        State::Usable => words.usable,
        State::Locked => words.locked,
        State::Expired => words.expired,
        State::NotYetValid => words.not_yet,
        State::KindNotTaken => words.kind_not_taken,
        State::Personal => words.personal,
        State::AuthorityEnded => words.authority_ended,
        State::KeyMissing => words.key_missing,
    };
    word.to_owned()
}

/// A refusal of a proof, Korean and English.
pub(super) fn of_code(code: ProblemCode) -> Option<(&'static str, &'static str)> {
    let words = match code {
        ProblemCode::ChallengeGone | ProblemCode::ChallengeUsed => (
            "인증 요청의 시간이 지났습니다. “확인”을 다시 눌러 주세요.",
            "The request ran out of time. Press “Confirm” again.",
        ),
        ProblemCode::SignatureWrong => (
            "전자서명을 확인하지 못했습니다. 다시 시도하고, 계속되면 인증서를 다시 복사해 선택해 주세요.",
            "The signature could not be verified. Try again; if it continues, copy the certificate again.",
        ),
        ProblemCode::CertificateBroken => (
            "인증서가 손상되었거나 공동인증서 규격에 맞지 않습니다. 발급기관에서 다시 받은 인증서를 선택해 주세요.",
            "The certificate is damaged or not a joint certificate. Choose one newly received from your issuer.",
        ),
        ProblemCode::CertificateExpired => (
            "만료된 인증서입니다. 발급기관에서 갱신하거나 새로 발급받은 인증서를 선택해 주세요.",
            "The certificate has expired. Renew it with its issuer or choose another.",
        ),
        ProblemCode::CertificateNotYetValid => (
            "아직 유효기간이 시작되지 않은 인증서입니다. 유효기간을 확인하고 다른 인증서를 선택해 주세요.",
            "The certificate is not valid yet. Check its dates or choose another.",
        ),
        ProblemCode::CertificateRevoked => (
            "폐지된 인증서입니다. 발급기관에서 새로 발급받은 인증서를 선택해 주세요.",
            "The certificate was revoked. Choose a new one from your issuer.",
        ),
        ProblemCode::CertificateOnHold => (
            "효력이 정지된 인증서입니다. 발급기관에서 효력을 회복한 뒤 다시 시도해 주세요.",
            "The certificate is on hold. Ask your issuer to restore it, then try again.",
        ),
        ProblemCode::CertificateAuthority => (
            "이 포털이 신뢰하는 기관에서 발급한 인증서가 아닙니다. 사용 가능한 인증서를 확인하고 다시 선택해 주세요.",
            "No authority that is trusted here issued this certificate. See the accepted certificates and choose again.",
        ),
        ProblemCode::CertificateAuthorityEnded => (
            "발급 업무를 마친 기관의 인증서입니다. 다른 기관에서 발급받은 인증서를 선택해 주세요.",
            "Its issuer has ended its service. Choose a certificate of another issuer.",
        ),
        ProblemCode::CertificateKind => (
            "이 포털에서 사용할 수 없는 종류의 인증서입니다. 사용 가능한 인증서를 확인하고 다시 선택해 주세요.",
            "This kind of certificate is not accepted here. See the accepted certificates and choose again.",
        ),
        ProblemCode::CertificatePersonal => (
            "개인용 인증서로는 기업을 확인할 수 없습니다. 사업자등록번호로 발급받은 기업용 인증서를 선택해 주세요.",
            "A personal certificate does not prove a company. Choose one issued to your business number.",
        ),
        ProblemCode::CertificateOtherCompany => (
            "다른 회사의 인증서입니다. 회원의 사업자등록번호로 발급받은 인증서를 선택해 주세요.",
            "This is another company’s certificate. Choose one issued to the member’s business number.",
        ),
        ProblemCode::CertificateOwnerUnproved => (
            "누구의 인증서인지 확인할 수 없습니다. 변환하지 않은 원본 인증서를 선택하거나 발급기관에 문의해 주세요.",
            "Whose certificate it is cannot be proved. Choose the original, unconverted certificate or ask its issuer.",
        ),
        ProblemCode::RevocationUnavailable => (
            "지금은 인증서의 폐지 여부를 확인할 수 없습니다. 인증서가 잘못된 것은 아닙니다. 잠시 후 다시 시도해 주세요.",
            "Whether the certificate was revoked cannot be checked now. Nothing is wrong with it. Please try again shortly.",
        ),
        ProblemCode::CertificateUnregistered => (
            "등록되지 않은 인증서입니다. 아이디로 로그인한 뒤 회원 정보에서 인증서를 등록하거나, 아직 회원이 아니면 가입해 주세요.",
            "This certificate is not registered. Log in with your ID and register it on your page, or sign up first.",
        ),
        ProblemCode::CertificateRegistered => (
            "이미 등록된 인증서입니다. 이 인증서로 로그인할 수 있습니다. 다른 인증서를 선택하거나 창을 닫아 주세요.",
            "This certificate is registered already: you can log in with it. Choose another or close the window.",
        ),
        ProblemCode::StepUpRequired => (
            "기업인증을 먼저 해야 합니다. “기업인증”을 누르고 회사의 인증서로 확인해 주세요.",
            "Verify your company first: press “Verify company” and use its certificate.",
        ),
        _ => return None,
    };
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_that_a_proof_can_meet_says_how_to_mend_it_in_both_languages() {
        let codes = ProblemCode::ALL.iter().filter(|code| of_code(**code).is_some());
        let mut count = 0;
        for code in codes {
            let (ko, en) = of_code(*code).expect("it has words");
            assert!(ko.ends_with("주세요.") && en.ends_with('.'), "{code:?}: {ko} {en}");
            count += 1;
        }
        assert_eq!(count, 18, "the codes of certificates in the contract");
    }
}
