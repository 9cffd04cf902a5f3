//! A portal that takes financial certificates and checks the owner of joint ones, for the gallery: Daejeon's, changed.

use super::{nothing, open_at, read};
use crate::steps::certificate_dialog::sample_evidence;
use crate::wizard::answering::Answering;
use gaip_contract::bodies::DraftView;
use gaip_domain::facts::{Answer, CertificateEvidence, FieldInput, StepInput};
use gaip_domain::portal::{CertificateMethod, FINANCIAL_KIND, FinancialRoute, Portal, StepKind};
use gaip_domain::text::Text;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The portal.
pub fn portal() -> &'static Portal {
    static PORTAL: OnceLock<Portal> = OnceLock::new();
    PORTAL.get_or_init(|| {
        let mut portal = super::portal().clone();
        for step in portal.journeys.iter_mut().flat_map(|journey| &mut journey.steps) {
            let StepKind::Certificate(settings) = &mut step.kind else { continue };
            settings.documents = None;
            if let Some(joint) = &mut settings.joint {
                joint.title = text("공동인증서 확인", "Joint certificate");
                joint.action = joint.title.clone();
                joint.owner_check = true;
            }
            let title = text("금융인증서 확인", "Financial certificate");
            settings.financial = Some(FinancialRoute {
                action: title.clone(),
                title,
                text: vec![text(
                    "회원 가입하려는 “사업자등록번호”로 발급 받은 금융인증서로 확인",
                    "Use a financial certificate issued to the business number that signs up.",
                )],
            });
            settings.issue = vec![text(
                "은행 인증센터에서 “금융인증서 발급”을 선택한 뒤 발급받을 수 있습니다.",
                "Choose “issue a financial certificate” at your bank’s certificate centre.",
            )];
        }
        portal
    })
}

/// The certificate step as it is met.
pub fn empty() -> Answering {
    at(None)
}

/// The certificate step of a company that proved itself by its financial certificate.
pub fn proved() -> Answering {
    let certificate = CertificateEvidence { kind: FINANCIAL_KIND.to_owned(), ..sample_evidence() };
    let method = CertificateMethod::Financial;
    at(Some(Answer::Certificate { method, files: Vec::new(), certificate: Some(certificate) }))
}

fn at(answer: Option<Answer>) -> Answering {
    let mut inputs: BTreeMap<String, StepInput> = read(include_str!("daejeon.json"));
    let mut facts = super::facts(portal(), &inputs, gaip_domain::facts::Facts::default());
    facts.answers.remove("certificate");
    let mut input = StepInput::default();
    if let Some(answer) = answer {
        let method = FieldInput::Text(CertificateMethod::Financial.as_str().to_owned());
        input.fields.insert("method".to_owned(), method);
        facts.answers.insert("certificate".to_owned(), answer);
    }
    inputs.insert("certificate".to_owned(), input);
    open_at(portal(), "certificate", DraftView { facts, inputs, ..nothing() })
}

fn text(ko: &str, en: &str) -> Text {
    Text { ko: ko.to_owned(), en: en.to_owned() }
}
