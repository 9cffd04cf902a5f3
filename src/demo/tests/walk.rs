//! Somebody who fills in whatever a journey asks.

use super::filling::text;
use crate::api::stand_in::Asked;
use crate::demo::proofs::RIGHT_CODE;
use crate::demo::samples::{self, APPROVAL};
use crate::demo::state::Demo;
use crate::demo::table::Ask;
use crate::demo::{answer, portals};
use gaip_contract::bodies::{
    AnswerStep, AskEmailCode, AskIdentity, AskSocial, DraftView, Empty, FileView, IdentityCode, NewFile, OpenDraft,
    Proof,
};
use gaip_contract::endpoints::{
    ConfirmIdentity, GetTerms, ListOldAccounts, PatchFile, PostDraft, PostEmailCode, PostFile, PostIdentity,
    PostSocial, PostSubmission, PutAnswer,
};
use gaip_contract::{Endpoint, OFFSET_HEADER, ProblemCode};
use gaip_domain::facts::{FieldInput, ProductInput, StepInput};
use gaip_domain::journey;
use gaip_domain::portal::{IdentityMethod, Step, StepKind};
use std::collections::BTreeMap;

/// When the tests begin: 2026-11-27.
const NOW: i64 = 1_795_737_600_000;
/// The password that is chosen.
pub const CHOSEN: &str = "walking-there-77";

/// Somebody with what they want to enter.
pub struct Walk {
    /// The demo.
    pub demo: Demo,
    /// The business number.
    pub number: &'static str,
    /// The person's name.
    pub name: &'static str,
    /// The day of birth.
    pub birth: &'static str,
    /// The login id.
    pub login_id: &'static str,
    /// The address for mails.
    pub email: &'static str,
    /// The address names no step of the journey.
    pub begins: bool,
    /// Choices that are not the first: values of options.
    pub choices: &'static [&'static str],
}

impl Walk {
    /// A new person.
    pub fn new() -> Self {
        Self {
            demo: samples::begin(NOW),
            number: "2208162517",
            name: "홍길동",
            birth: "1990-03-01",
            login_id: "gildong77",
            email: "gildong@example.com",
            begins: true,
            choices: &[],
        }
    }

    /// Asks an endpoint; the code where it refuses.
    pub fn ask<E: Endpoint>(&mut self, parts: &[&str], body: &E::Request) -> Result<E::Answer, ProblemCode> {
        let json = serde_json::to_string(body).unwrap();
        self.send::<E>(parts, json, &[], 0)
    }

    fn send<E: Endpoint>(
        &mut self,
        parts: &[&str],
        body: String,
        headers: &[(&str, &str)],
        bytes: u64,
    ) -> Result<E::Answer, ProblemCode> {
        let own = |text: &&str| (*text).to_owned();
        let asked = Asked {
            method: E::METHOD,
            path: E::PATH,
            parts: parts.iter().map(own).collect(),
            query: Vec::new(),
            headers: headers.iter().map(|(name, value)| (own(name), own(value))).collect(),
            body,
            bytes,
        };
        let ask = Ask { asked: &asked, file: Some("# 견본\n\n글"), begins: self.begins };
        let json = answer(&mut self.demo, &ask).map_err(|refusal| refusal.0.code)?;
        Ok(crate::api::json::read(&json).expect("the browser can read the answer"))
    }

    /// Walks a journey from its beginning to its end.
    pub fn completes(&mut self, portal: &str, journey: &str) -> Result<DraftView, ProblemCode> {
        let found = portals::find(portal).unwrap().journey(journey).expect("the portal has the journey");
        let mut view = self.ask::<PostDraft>(&[portal, journey], &OpenDraft { take_over: false })?;
        for _ in 0..20 {
            let step = journey::frontier(found, &view.facts).expect("a step");
            if journey::ready(found, &view.facts) {
                view = self.ask::<PostSubmission>(&[portal, journey], &Empty {})?;
                assert!(view.facts.submitted);
                return Ok(view);
            }
            view = self.answers(&[portal, journey, &step.id], step)?;
        }
        panic!("{portal}/{journey} does not end");
    }

    fn answers(&mut self, parts: &[&str; 3], step: &Step) -> Result<DraftView, ProblemCode> {
        let mut body = AnswerStep {
            input: StepInput::default(),
            secrets: BTreeMap::new(),
            seen: BTreeMap::new(),
            forget: false,
            proof: None,
            financial: None,
        };
        let mut say = |name: &str, value: &str| body.input.fields.insert(name.to_owned(), text(value));
        match &step.kind {
            StepKind::Choose(settings) => {
                let options = || settings.options.iter().map(|option| option.value.as_str());
                let wanted = options().find(|value| self.choices.contains(value)).or(options().next());
                say("choice", wanted.unwrap());
            }
            StepKind::Consent(settings) => {
                for item in &settings.items {
                    say(&item.terms, "yes");
                    let view = self.ask::<GetTerms>(&[parts[0], &item.terms], &Empty {})?;
                    body.seen.insert(item.terms.clone(), view.hash);
                }
            }
            StepKind::Identity(settings) => {
                let way = settings.methods.iter().find(|way| way.off.is_none()).unwrap();
                self.proves(parts, way.method)?;
            }
            StepKind::OldAccount(_) => {
                let accounts = self.ask::<ListOldAccounts>(parts, &Empty {})?.accounts;
                let wanted = accounts.iter().find(|account| self.choices.contains(&account.kind.as_str()));
                let account = wanted.or(accounts.first()).ok_or(ProblemCode::NotFound)?;
                say("account", &account.id);
            }
            StepKind::Social(settings) => {
                let provider = settings.providers[0];
                self.ask::<PostSocial>(parts, &AskSocial { provider })?;
                say("provider", provider.as_str());
            }
            StepKind::Company(_) => {
                say("business_number", self.number);
                say("representative", "김대표");
                say("opened", "2019-03-04");
            }
            StepKind::Certificate(settings) if settings.joint.is_some() && !self.choices.contains(&"documents") => {
                say("method", "joint");
                let (challenge, signature) = ("c".to_owned(), "demo".to_owned());
                body.proof = Some(Proof { challenge, signature, sealed_random: None });
            }
            StepKind::Certificate(settings) => {
                say("method", "documents");
                let scans = &settings.documents.as_ref().unwrap().scans;
                let file = self.uploads(parts)?;
                body.input.fields.insert(scans.name.clone(), FieldInput::List(vec![file.id]));
            }
            StepKind::Approval(_) => {
                body.secrets.insert("approval".to_owned(), APPROVAL.to_owned());
            }
            StepKind::EmailCode(settings) => {
                body.input.fields = self.fills(parts, settings.fields.iter(), &mut body.secrets)?;
                self.ask::<PostEmailCode>(parts, &AskEmailCode { input: body.input.clone() })?;
                body.secrets.insert("code".to_owned(), RIGHT_CODE.to_owned());
            }
            StepKind::Form(settings) => {
                body.input.fields = self.fills(parts, settings.fields(), &mut body.secrets)?;
            }
            StepKind::Products(settings) => {
                let fields = self.fills(parts, settings.fields.iter(), &mut body.secrets)?;
                body.input.products.push(ProductInput { id: "p1".to_owned(), fields });
            }
            StepKind::Review | StepKind::Complete(_) => unreachable!("it asks nothing"),
        }
        self.ask::<PutAnswer>(parts, &body)
    }

    fn proves(&mut self, parts: &[&str; 3], method: IdentityMethod) -> Result<(), ProblemCode> {
        let asked = AskIdentity {
            method,
            name: self.name.to_owned(),
            birth_date: self.birth.to_owned(),
            mobile: "010-1234-5678".to_owned(),
            carrier: "SKT".to_owned(),
            agency: "KAKAO".to_owned(),
            agreed: true,
        };
        self.ask::<PostIdentity>(parts, &asked)?;
        if method == IdentityMethod::Simple {
            let early = self.ask::<ConfirmIdentity>(parts, &IdentityCode { code: String::new() });
            assert_eq!(early.unwrap_err(), ProblemCode::IdentityPending);
            self.demo.now += 3_000;
        } else {
            let wrong = self.ask::<ConfirmIdentity>(parts, &IdentityCode { code: "000000".to_owned() });
            assert_eq!(wrong.unwrap_err(), ProblemCode::IdentityCodeWrong);
        }
        self.ask::<ConfirmIdentity>(parts, &IdentityCode { code: RIGHT_CODE.to_owned() }).map(drop)
    }

    /// A small file in one chunk.
    pub(super) fn uploads(&mut self, parts: &[&str]) -> Result<FileView, ProblemCode> {
        let file = NewFile { name: "사업자등록증.pdf".to_owned(), size: 1_000 };
        let file = self.ask::<PostFile>(&parts[..2], &file)?;
        let file = self.send::<PatchFile>(&[&file.id], String::new(), &[(OFFSET_HEADER, "0")], 1_000)?;
        assert!(file.complete);
        Ok(file)
    }
}
