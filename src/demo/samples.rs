//! Who is there when the demo begins: a company of about three hundred people, and an account at each other portal.
//! Nobody is called so; the answers are those of the stories.

use super::clock::{DAY, iso};
use super::info::journeys;
use super::portals;
use super::state::{Account, Company, Demo, Line, Member, Who, mark, pin_mark};
use crate::steps::certificate_dialog::sample_evidence;
use crate::steps::samples::{self, kotra};
use gaip_contract::bodies::{AuditEvent, ConsentDecision, FileView, RegisteredCertificate, Role};
use gaip_domain::facts::{
    Answer, CertificateEvidence, CompanyProfile, CompanyStanding, Consent, Facts, Value, Values, VerifiedIdentity,
};
use gaip_domain::linked_by::LinkedBy;
use gaip_domain::portal::{CertificateMethod, FINANCIAL_KIND, IdentityMethod, Input, Portal, StepKind};
use gaip_domain::value::BusinessNumber;
use gaip_domain::{form, own};
use std::collections::BTreeMap;

/// The password of every sample account.
pub const PASSWORD: &str = "hanbit-demo-2026";
/// The approval password of the sample company.
pub const APPROVAL: &str = "274913";
/// The business number of the sample company.
pub const NUMBER: &str = "1248100998";
/// When every sample was born, so that a designer recovers an account by the name alone.
pub const BIRTH: &str = "1985-05-05";
/// The version of a document before the one in force.
const BEFORE: &str = "0.9";
/// People of the sample company.
const PEOPLE: usize = 300;
/// Of them so many wait to be approved.
const ASSOCIATES: usize = 60;

const FAMILY: [&str; 12] = ["김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오"];
const GIVEN: [&str; 25] = [
    "하나", "두리", "세나", "네오", "다솜", "여름", "새봄", "가람", "나래", "다온", "라온", "마루", "바다", "보람",
    "아름", "찬솔", "초롱", "한결", "해솔", "슬기", "은별", "예슬", "우주", "윤슬", "한별",
];

/// The demo as it begins.
pub fn begin(now: i64) -> Demo {
    let mut demo = Demo {
        now,
        made: 0,
        who: Who::Nobody,
        used_at: now,
        since: now,
        open_until: 0,
        logins: Vec::new(),
        drafts: BTreeMap::new(),
        files: BTreeMap::new(),
        financial: BTreeMap::new(),
        members: Vec::new(),
        companies: Vec::new(),
        offers: Vec::new(),
        invitations: Vec::new(),
        held: None,
        log: Vec::new(),
    };
    employees(&mut demo);
    alone(&mut demo);
    general(&mut demo);
    contact(&mut demo);
    certified(&mut demo);
    demo
}

/// A company of KOTRA.
fn employees(demo: &mut Demo) {
    let company = company(demo, "kotra", NUMBER, false);
    for at in 0..PEOPLE {
        let name = [FAMILY[at % FAMILY.len()], GIVEN[at % GIVEN.len()]].concat();
        let role = match at {
            0 => Role::Master,
            // Everybody else who is written down first, so that both kinds stand on every page.
            at if at % (PEOPLE / ASSOCIATES) == 2 => Role::Associate,
            _ => Role::Regular,
        };
        let mut member = person(demo, "kotra", "member", &name, BIRTH);
        member.login_id = format!("hanbit{}", at + 1);
        (member.company, member.role) = (Some(company.clone()), role);
        member.joined_at -= i64::try_from(PEOPLE - at).unwrap_or_default() * DAY / 2;
        if at < 4 {
            let answers = kotra::facts(CompanyStanding::Listed).answers;
            member.facts = renamed(answers, &member);
        }
        let known = member.name.clone();
        enter(demo, member);
        if at == 3 {
            agreed_before(demo);
            let at = demo.now - DAY;
            let (company, event, by) = (company.clone(), AuditEvent::AssociateApproved, "김하나".to_owned());
            demo.log.push(Line { company, at, event, by, whom: known });
        }
    }
}

/// Who was entered last agreed to an earlier version of the first document, and is asked anew.
fn agreed_before(demo: &mut Demo) {
    if let Some((_, decision)) = demo.members.last_mut().and_then(|member| member.decisions.first_mut()) {
        BEFORE.clone_into(&mut decision.version);
    }
}

/// A person of KOTRA who has no company yet.
fn alone(demo: &mut Demo) {
    let mut member = person(demo, "kotra", "member", "정다솜", BIRTH);
    "dasom1".clone_into(&mut member.login_id);
    member.facts.answers.insert("type".to_owned(), Answer::Choose { choice: "individual".to_owned() });
    filled(&mut member, "basic");
    enter(demo, member);
}

/// A company of 무역투자24 with a login of its own, and three of its people.
fn general(demo: &mut Demo) {
    let company = company(demo, "tradeinvest", NUMBER, true);
    for (at, name) in ["김하나", "이두리", "박세나"].into_iter().enumerate() {
        let mut member = person(demo, "tradeinvest", "general", name, BIRTH);
        member.login_id = format!("hanbit{}", at + 1);
        (member.company, member.role) = (Some(company.clone()), Role::General);
        // The first registered the company; the others knew the password, or were invited.
        member.linked_by = LinkedBy::ALL.get(at).copied();
        filled(&mut member, "basic");
        enter(demo, member);
    }
    let mut alone = person(demo, "tradeinvest", "general", "정다솜", BIRTH);
    (alone.login_id, alone.role) = ("dasom1".to_owned(), Role::General);
    filled(&mut alone, "basic");
    enter(demo, alone);
}

/// A company of Daejeon and its contact.
fn contact(demo: &mut Demo) {
    let company = company(demo, "daejeon", NUMBER, false);
    let mut member = person(demo, "daejeon", "member", "김하나", BIRTH);
    (member.login_id, member.company, member.role) = ("hanbit1".to_owned(), Some(company), Role::Contact);
    member.facts = renamed(samples::member_facts().answers, &member);
    let whole = |file: FileView| FileView { received: file.size, complete: true, ..file };
    member.files = samples::member_files().into_iter().map(whole).collect();
    enter(demo, member);
}

/// A company of 고용24, which logs in by certificate, and a person.
fn certified(demo: &mut Demo) {
    let company = company(demo, "work24", NUMBER, false);
    let mut member = person(demo, "work24", "company", "김하나", BIRTH);
    (member.login_id, member.company, member.role) = (NUMBER.to_owned(), Some(company), Role::Contact);
    member.password = None;
    member.facts.answers = of_business();
    for kind in [sample_evidence().kind, FINANCIAL_KIND.to_owned()] {
        let (id, registered_at) = (demo.id(), iso(member.joined_at));
        let evidence = CertificateEvidence { kind, serial: id.clone(), ..sample_evidence() };
        member.certificates.push(RegisteredCertificate { id, evidence, registered_at });
    }
    enter(demo, member);
    let mut member = person(demo, "work24", "individual", "이두리", BIRTH);
    (member.login_id, member.role) = ("hanbit2".to_owned(), Role::Personal);
    filled(&mut member, "information");
    enter(demo, member);
}

/// What the contact of a business entered.
fn of_business() -> BTreeMap<String, Answer> {
    let company = Answer::Company {
        business_number: BusinessNumber::parse(NUMBER).expect("a number of the samples"),
        standing: CompanyStanding::Listed,
        profile: Some(CompanyProfile { opened: Some("2009-03-02".to_owned()), ..kotra::profile() }),
    };
    let contact = [
        ("name", "김하나"),
        ("phone", "042-123-4567"),
        ("mobile", "010-1234-5678"),
        ("email", "hana@example.com"),
        ("sms_cases", "yes"),
        ("sms_news", "no"),
        ("email_news", "no"),
        ("e_notice", "no"),
        ("membership", "no"),
    ];
    let form = |known: &[(&str, &str)]| {
        Answer::Form(known.iter().map(|(name, text)| ((*name).to_owned(), Value::Text((*text).to_owned()))).collect())
    };
    let certificate = Answer::Certificate {
        method: CertificateMethod::Joint,
        files: Vec::new(),
        certificate: Some(sample_evidence()),
    };
    let answers = [
        ("type", Answer::Choose { choice: "business".to_owned() }),
        ("company", company),
        ("certificate", certificate),
        ("info", form(&[("industry", "27213")])),
        ("contact", form(&contact)),
    ];
    answers.map(|(step, answer)| (step.to_owned(), answer)).into()
}

fn company(demo: &mut Demo, portal: &str, number: &str, account: bool) -> String {
    let (id, profile) = (demo.id(), kotra::profile());
    let text = |text: &Option<String>| Value::Text(text.clone().unwrap_or_default());
    let [postcode, road, detail] = profile.address.clone().unwrap_or_default();
    let values = [
        ("name", Value::Text(profile.name.clone())),
        ("representative", text(&profile.representative)),
        ("address", Value::Address { postcode, road, detail }),
        ("phone", text(&profile.phone)),
    ];
    demo.companies.push(Company {
        id: id.clone(),
        portal: portal.to_owned(),
        number: number.to_owned(),
        profile,
        account: account.then(|| (mark(PASSWORD), pin_mark(APPROVAL))),
        values: values.map(|(name, value)| (name.to_owned(), value)).into(),
        version: 0,
        told_at: None,
    });
    id
}

/// Somebody who joined a while ago.
fn person(demo: &mut Demo, portal: &str, journey: &str, name: &str, birth_date: &str) -> Member {
    let id = demo.id();
    let identity = VerifiedIdentity {
        method: IdentityMethod::Phone,
        name: name.to_owned(),
        mobile: Some("010-1234-5678".to_owned()),
        birth_date: birth_date.to_owned(),
    };
    Member {
        reference: format!("DEMO-{}", id.trim_start_matches("demo")),
        id,
        portal: portal.to_owned(),
        login_id: String::new(),
        password: Some(mark(PASSWORD)),
        name: name.to_owned(),
        company: None,
        role: Role::Personal,
        linked_by: None,
        approved_at: None,
        provisional: false,
        rejected: None,
        joined_at: demo.now - 30 * DAY,
        journey: journey.to_owned(),
        converted: None,
        facts: Facts { answers: [("identity".to_owned(), Answer::Identity(identity))].into(), submitted: true },
        files: Vec::new(),
        decisions: Vec::new(),
        certificates: Vec::new(),
        social: None,
        account: Account::default(),
    }
}

/// What a member entered in the form about themselves.
fn filled(member: &mut Member, step: &str) {
    let email = format!("{}@example.com", member.login_id);
    let known =
        [("login_id", &*member.login_id), ("name", &member.name), ("mobile", "010-1234-5678"), ("email", &email)];
    let values = known.map(|(name, text)| (name.to_owned(), Value::Text(text.to_owned())));
    member.facts.answers.insert(step.to_owned(), Answer::Form(values.into()));
}

/// Answers of the stories, in the name of a member.
fn renamed(mut answers: BTreeMap<String, Answer>, member: &Member) -> Facts {
    answers.extend(member.facts.answers.clone());
    let new = [("login_id", &member.login_id), ("name", &member.name)];
    let new: Values = new.map(|(name, text)| (name.to_owned(), Value::Text(text.clone()))).into();
    for answer in answers.values_mut() {
        if let Answer::Form(values) = answer
            && values.contains_key("login_id")
        {
            values.extend(new.clone());
        }
    }
    Facts { answers, submitted: true }
}

/// Fills in what a sign-up takes over from earlier steps, keeps secret or asks consent to.
fn complete(portal: &Portal, member: &mut Member) {
    let Some(journey) = portal.journey(&member.journey).filter(|_| member.facts.answers.len() > 1) else { return };
    for step in &journey.steps {
        match &step.kind {
            StepKind::Consent(settings) => {
                let given = settings.items.iter().filter_map(|item| {
                    let version = portal.terms_document(&item.terms)?.version.clone();
                    Some((item.terms.clone(), Consent { version, hash: String::new(), agreed: item.required }))
                });
                member.facts.answers.insert(step.id.clone(), Answer::Consent(given.collect()));
            }
            StepKind::Form(settings) => {
                let Some(Answer::Form(mut values)) = member.facts.answers.get(&step.id).cloned() else { continue };
                for field in settings.fields() {
                    let known = match field.input {
                        _ if field.input.is_secret() => Some(Value::Secret),
                        Input::BusinessNumber => {
                            member.facts.business_number().map(|number| Value::Text(number.to_string()))
                        }
                        _ => form::known_already(field, &member.facts),
                    };
                    if let Some(known) = known {
                        values.entry(field.name.clone()).or_insert(known);
                    }
                }
                member.facts.answers.insert(step.id.clone(), Answer::Form(values));
            }
            _ => {}
        }
    }
}

/// Enters a member, who agreed to the documents in force.
fn enter(demo: &mut Demo, mut member: Member) {
    if let Ok(portal) = portals::find(&member.portal) {
        complete(portal, &mut member);
        let decided =
            own::documents(portal, &journeys(&member), &member.facts).into_iter().filter_map(|(terms, required)| {
                let version = portal.terms_document(terms)?.version.clone();
                Some((terms.to_owned(), ConsentDecision { version, agreed: required, at: iso(member.joined_at) }))
            });
        member.decisions = decided.collect();
    }
    demo.members.push(member);
}
