//! Certificates as they may be, for the stories. Nobody and no company is called so; the numbers belong to no tax office.

use gaip_contract::bodies::{CertificateRule, CertificateTaken};
use gaip_contract::signer::{Details, Entry, Fault, Listing, OddFile, State};
use gaip_domain::facts::CertificateEvidence;
use gaip_domain::text::Text;

/// Some kinds of a portal.
pub fn rules() -> Vec<CertificateRule> {
    use CertificateTaken::{Ended, No, Personal, Yes};
    [
        ("kica_corporate", "한국정보인증(법인)", "KICA (corporate)", "KICA", "1.2.410.200004.5.2.1.1", Yes),
        ("yessign_corporate", "금융결제원(법인)", "KFTC (corporate)", "yessign", "1.2.410.200005.1.1.5", Yes),
        (
            "tradesign_corporate",
            "한국무역정보통신(법인)",
            "KTNET (corporate)",
            "TradeSign",
            "1.2.410.200012.1.1.3",
            Yes,
        ),
        ("ncasign_corporate", "한국전산원(법인)", "NIA (corporate)", "NCASign", "1.2.410.200004.5.3.1.2", Ended),
        (
            "yessign_card",
            "금융결제원 신용카드(법인)",
            "KFTC credit card (corporate)",
            "yessign",
            "1.2.410.200005.1.1.6.2",
            No,
        ),
        ("yessign_personal", "금융결제원(개인)", "KFTC (personal)", "yessign", "1.2.410.200005.1.1.1", Personal),
    ]
    .map(|(id, ko, en, organization, policy, taken)| CertificateRule {
        id: id.to_owned(),
        name: text(ko, en),
        authority: text(organization, organization),
        organization: organization.to_owned(),
        policies: vec![policy.to_owned()],
        taken,
    })
    .to_vec()
}

fn text(ko: &str, en: &str) -> Text {
    Text { ko: ko.to_owned(), en: en.to_owned() }
}

/// What the server saw of a certificate.
pub fn evidence() -> CertificateEvidence {
    CertificateEvidence {
        kind: "kica_corporate".to_owned(),
        owner: "주식회사 모두견본".to_owned(),
        subject: "CN=주식회사 모두견본,OU=견본,OU=licensedCA,O=KICA,C=KR".to_owned(),
        issuer: "CN=signGATE CA6,OU=AccreditedCA,O=KICA,C=KR".to_owned(),
        serial: "1a2b3c4d".to_owned(),
        policy: "1.2.410.200004.5.2.1.1".to_owned(),
        fingerprint: "00".repeat(32),
        valid_until: "2027-06-30".to_owned(),
    }
}

/// One certificate.
pub fn entry(id: &str, kind: &str, owner: &str, until: &str, state: State) -> Entry {
    let issuer = if kind.starts_with("yessign") { "yessign" } else { "KICA" };
    Entry {
        id: id.to_owned(),
        name: format!("NPKI/{issuer}/USER/cn={owner}"),
        certificate: Some(Details {
            kind: Some(kind.to_owned()).filter(|kind| !kind.is_empty()),
            owner: owner.to_owned(),
            issuer: issuer.to_owned(),
            subject_name: format!("CN={owner},OU=견본,OU=licensedCA,O={issuer},C=KR"),
            issuer_name: format!("CN={issuer} Sample CA,OU=AccreditedCA,O={issuer},C=KR"),
            serial: "1a2b3c4d".to_owned(),
            policies: vec!["1.2.410.200004.5.2.1.1".to_owned()],
            from: "2026-06-30".to_owned(),
            until: until.to_owned(),
        }),
        state,
        kept: false,
    }
}

/// The one that can be used.
pub fn good() -> Entry {
    entry("a", "kica_corporate", "주식회사 모두견본", "2027-06-30", State::Usable)
}

/// A file that tells nothing yet.
pub fn pfx() -> Entry {
    Entry { name: "모두견본.pfx".to_owned(), certificate: None, ..entry("p", "", "", "", State::Locked) }
}

/// Certificates in every state, and files that are none.
pub fn everything() -> Listing {
    let corporate = "yessign_corporate";
    let entries = vec![
        good(),
        entry("b", corporate, "주식회사 모두견본", "2026-12-09", State::EndsSoon(18)),
        pfx(),
        entry("c", corporate, "주식회사 모두견본", "2025-03-02", State::Expired),
        entry("d", corporate, "주식회사 모두견본", "2028-01-31", State::NotYetValid),
        entry("e", "yessign_card", "주식회사 모두견본", "2027-03-02", State::KindNotTaken),
        entry("f", "yessign_personal", "견본이", "2027-03-02", State::Personal),
        entry("g", "ncasign_corporate", "주식회사 모두견본", "2027-03-02", State::AuthorityEnded),
        entry(
            "h",
            "kica_corporate",
            "아주 긴 이름을 가진 견본정밀기계공업협동조합연합회",
            "2027-03-02",
            State::KeyMissing,
        ),
    ];
    let odd = |name: &str, why| OddFile { name: name.to_owned(), why };
    let odd =
        vec![odd("NPKI/KICA/USER/cn=x/signCert.der", Fault::Damaged), odd("사업자등록증.pdf", Fault::NotCertificate)];
    Listing { entries, odd }
}

/// What is kept in the browser.
pub fn kept() -> Listing {
    Listing { entries: vec![Entry { kept: true, ..good() }], odd: Vec::new() }
}
