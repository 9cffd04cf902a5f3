//! What the worker tells of picked files, and what it signs, with identities of a sandbox authority.
#![cfg(not(target_arch = "wasm32"))]

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use gaip_contract::bodies::{CertificateRule, CertificateTaken};
use gaip_contract::signer::{Answer, Entry, Fault, Listing, SEAL_INFO, State};
use gaip_domain::text::Text;
use gaip_npki::certificate::Certificate;
use gaip_npki::cms::SignedData;
use gaip_npki::issue::{
    Authority, KeyFormat, OwnerOrder, PfxFormat, Use, Validity, encrypt_key, generate_key, generate_random, owner, pfx,
};
use gaip_npki::key::{PrivateKey, Random};
use gaip_npki::owner::{Ownership, prove};
use gaip_npki::seal::{self, RecipientSecret};
use gaip_npki::{Oid, Password};
use gaip_signer::{Desk, FoundFile, Opening};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use std::sync::LazyLock;

const NOW: i64 = 1_795_219_200;
const DAY: i64 = 86_400;
const CORPORATE: Oid = Oid::new_unwrap("1.2.410.200005.1.1.5");
const PERSONAL: Oid = Oid::new_unwrap("1.2.410.200005.1.1.1");
/// A number of no tax office.
const NUMBER: &str = "9998113577";
const PASSWORD: &str = "Sample!pass1";

struct World {
    authority: Authority,
    key: PrivateKey,
    other: PrivateKey,
}

/// Keys take long to make, so all tests share them.
static WORLD: LazyLock<World> = LazyLock::new(|| {
    let mut rng = ChaCha20Rng::seed_from_u64(7);
    let authority = Authority::root("DESK", 1, days(-10, 1000), &mut rng).unwrap();
    let key = generate_key(2048, &mut rng).unwrap();
    let random = generate_random(&mut rng);
    World { authority, key: key.with_random(Some(random)), other: generate_key(2048, &mut rng).unwrap() }
});

fn days(from: i64, to: i64) -> Validity {
    Validity { not_before: NOW + from * DAY, not_after: NOW + to * DAY }
}

fn certificate(policy: Oid, validity: Validity) -> Certificate {
    certificate_for(&WORLD.key, policy, validity)
}

fn certificate_for(key: &PrivateKey, policy: Oid, validity: Validity) -> Certificate {
    let order = OwnerOrder {
        serial: u64::try_from(validity.not_after).unwrap(),
        validity,
        folder: "yessign",
        units: &["corporation4EC"],
        common_name: "주식회사 모두견본()0099681202606010001",
        real_name: "주식회사 모두견본",
        number: Some(NUMBER),
        policies: &[policy],
        purpose: Use::Signing,
        crl_point: "ldap://ds.example/ou=dp1p1",
        ocsp: None,
    };
    WORLD.authority.sign(&owner(&order, key, &WORLD.authority), &mut ChaCha20Rng::seed_from_u64(1)).unwrap()
}

fn key_file(key: &PrivateKey, password: &str) -> Vec<u8> {
    let mut rng = ChaCha20Rng::seed_from_u64(2);
    encrypt_key(key, &Password::new(password), KeyFormat::SeedPbe, 16, &mut rng).unwrap()
}

fn file(path: &str, bytes: &[u8]) -> FoundFile {
    FoundFile { path: path.to_owned(), content: Ok(bytes.to_vec()) }
}

fn rule(id: &str, policy: Oid, taken: CertificateTaken) -> CertificateRule {
    let name = Text { ko: id.to_owned(), en: id.to_owned() };
    let (authority, organization) = (name.clone(), "yessign".to_owned());
    CertificateRule { id: id.to_owned(), name, authority, organization, policies: vec![policy.to_string()], taken }
}

fn desk() -> Desk {
    let mut desk = Desk::default();
    desk.set_rules(vec![
        rule("corporate", CORPORATE, CertificateTaken::Yes),
        rule("personal", PERSONAL, CertificateTaken::Personal),
    ]);
    desk
}

fn pair_of(folder: &str, certificate: &Certificate, key: &[u8]) -> [FoundFile; 2] {
    [file(&format!("{folder}/SignCert.der"), certificate.der()), file(&format!("{folder}/signPri.key"), key)]
}

fn look(desk: &mut Desk, files: Vec<FoundFile>) -> Listing {
    desk.look(files, false, NOW)
}

fn states(listing: &Listing) -> Vec<State> {
    listing.entries.iter().map(|entry| entry.state).collect()
}

fn opened(desk: &mut Desk, entry: &str, password: &str, business_number: Option<&str>) -> Answer {
    desk.open(&Opening { entry, password: &Password::new(password), business_number }, NOW)
}

/// A desk with one good pair on it.
fn one() -> (Desk, Entry) {
    let mut desk = desk();
    let files = pair_of("NPKI", &certificate(CORPORATE, days(-1, 300)), &key_file(&WORLD.key, PASSWORD));
    let listing = look(&mut desk, files.into());
    let entry = listing.entries.into_iter().next().unwrap();
    (desk, entry)
}

#[test]
fn a_pair_is_found_whatever_the_letters_of_its_names_and_shown_as_people_know_it() {
    let (_, entry) = one();
    let details = entry.certificate.unwrap();
    assert_eq!((entry.state, details.kind.as_deref()), (State::Usable, Some("corporate")));
    assert_eq!((details.owner.as_str(), details.until.as_str()), ("주식회사 모두견본", "2027-09-17"));
}

#[test]
fn every_state_is_told_and_usable_ones_come_first() {
    let key = key_file(&WORLD.key, PASSWORD);
    let mut files: Vec<FoundFile> = Vec::new();
    for (at, (policy, validity)) in [
        (CORPORATE, days(-400, -1)),
        (CORPORATE, days(2, 300)),
        (PERSONAL, days(-1, 301)),
        (Oid::new_unwrap("1.2.410.200005.1.1.50"), days(-1, 302)),
        (CORPORATE, days(-1, 20)),
    ]
    .into_iter()
    .enumerate()
    {
        files.extend(pair_of(&format!("NPKI/{at}"), &certificate(policy, validity), &key));
    }
    files.push(file("NPKI/alone/signCert.der", certificate(CORPORATE, days(-1, 303)).der()));
    let listing = look(&mut desk(), files);
    let expected = [
        State::EndsSoon(20),
        State::KeyMissing,
        State::KindNotTaken,
        State::Personal,
        State::NotYetValid,
        State::Expired,
    ];
    assert_eq!(states(&listing), expected);
}

#[test]
fn what_cannot_be_used_is_told_by_name_and_what_only_lies_beside_is_not() {
    let good = certificate(CORPORATE, days(-1, 300));
    let files = vec![
        file("NPKI/a/signCert.der", &good.der()[..200]),
        file("NPKI/b/signPri.key", &key_file(&WORLD.key, PASSWORD)),
        file("NPKI/c/signCert.der", b"hello"),
        file("NPKI/yessign/ca.der", WORLD.authority.certificate().der()),
        file("NPKI/d/kmCert.der", good.der()),
        file("NPKI/e/other.p12", b"no pfx"),
        FoundFile { path: "big.der".to_owned(), content: Err(Fault::TooLarge) },
    ];
    let mut listing = look(&mut desk(), files);
    listing.odd.sort_by(|one, other| one.name.cmp(&other.name));
    let odd: Vec<_> = listing.odd.iter().map(|odd| (odd.name.as_str(), odd.why)).collect();
    assert!(listing.entries.is_empty());
    let expected = [
        ("NPKI/a/signCert.der", Fault::Damaged),
        ("NPKI/b/signPri.key", Fault::WrongPair),
        ("NPKI/c/signCert.der", Fault::NotCertificate),
        ("NPKI/e/other.p12", Fault::NotCertificate),
        ("big.der", Fault::TooLarge),
    ];
    assert_eq!(odd, expected);
}

#[test]
fn more_files_than_are_looked_at_are_told() {
    let listing = desk().look(Vec::new(), true, NOW);
    assert_eq!(listing.odd[0].why, Fault::TooMany);
}

#[test]
fn a_proof_is_what_the_server_can_verify() {
    let (mut desk, entry) = one();
    assert!(matches!(opened(&mut desk, &entry.id, PASSWORD, Some("999-81-13577")), Answer::Opened(_)));
    let mut rng = ChaCha20Rng::seed_from_u64(3);
    let (secret, public) = RecipientSecret::generate(&mut rng);
    let content = "portal: daejeon\nnonce: 1\n";
    let answer = desk.sign(content, &URL_SAFE_NO_PAD.encode(public), NOW, &mut rng);
    let Answer::Signed { signature, sealed_random: Some(sealed) } = answer else { panic!("{answer:?}") };
    let signature = URL_SAFE_NO_PAD.decode(signature).unwrap();
    let signed = SignedData::parse(&signature).unwrap();
    let signer = signed.verify(content.as_bytes()).unwrap();
    let sealed = URL_SAFE_NO_PAD.decode(sealed).unwrap();
    let random = seal::open(&secret, SEAL_INFO, content.as_bytes(), &sealed).unwrap();
    let random = Random::from_bytes(&random).unwrap();
    assert_eq!(prove(signer, NUMBER, &random), Ownership::Proven);
    desk.close();
    assert_eq!(desk.sign(content, "", NOW, &mut rng), Answer::Failed(Fault::Gone));
}

#[test]
fn a_wrong_password_another_company_and_a_mixed_up_pair_are_told_apart() {
    let (mut desk, entry) = one();
    assert_eq!(opened(&mut desk, &entry.id, "Sample!pass2", Some(NUMBER)), Answer::Failed(Fault::WrongPassword));
    assert_eq!(opened(&mut desk, &entry.id, PASSWORD, Some("1248100998")), Answer::Failed(Fault::OtherCompany));
    assert_eq!(opened(&mut desk, "nothing", PASSWORD, None), Answer::Failed(Fault::Gone));
    // After each of them nothing is open.
    let mut rng = ChaCha20Rng::seed_from_u64(4);
    assert_eq!(desk.sign("x", "", NOW, &mut rng), Answer::Failed(Fault::Gone));
    let files = pair_of("NPKI", &certificate(CORPORATE, days(-1, 300)), &key_file(&WORLD.other, PASSWORD));
    let entry = look(&mut desk, files.into()).entries.remove(0);
    assert_eq!(opened(&mut desk, &entry.id, PASSWORD, None), Answer::Failed(Fault::WrongPair));
}

#[test]
fn a_key_without_its_random_number_proves_nobody_and_still_signs_where_nobody_is_asked_for() {
    let mut desk = desk();
    let certificate = certificate_for(&WORLD.other, CORPORATE, days(-1, 300));
    let files = pair_of("NPKI", &certificate, &key_file(&WORLD.other, PASSWORD));
    let entry = look(&mut desk, files.into()).entries.remove(0);
    assert_eq!(opened(&mut desk, &entry.id, PASSWORD, Some(NUMBER)), Answer::Failed(Fault::NoRandom));
    assert!(matches!(opened(&mut desk, &entry.id, PASSWORD, None), Answer::Opened(_)));
    let mut rng = ChaCha20Rng::seed_from_u64(5);
    assert!(matches!(desk.sign("x", "", NOW, &mut rng), Answer::Signed { sealed_random: None, .. }));
}

#[test]
fn a_pfx_tells_its_owner_once_its_password_is_known_and_is_copied_out_as_it_was() {
    let mut desk = desk();
    let certificate = certificate(CORPORATE, days(-400, -1));
    let format = PfxFormat {
        keys: KeyFormat::SeedPbe,
        certificates: KeyFormat::Pbes2TripleDes,
        mac: Some(gaip_npki::Hash::Sha1),
        rounds: 16,
    };
    let mut rng = ChaCha20Rng::seed_from_u64(6);
    let bytes = pfx(&[(&certificate, &WORLD.key)], &Password::new(PASSWORD), format, &mut rng).unwrap();
    let entry = look(&mut desk, vec![file("company.pfx", &bytes)]).entries.remove(0);
    assert_eq!((entry.state, entry.certificate), (State::Locked, None));
    assert_eq!(opened(&mut desk, &entry.id, "x", None), Answer::Failed(Fault::WrongPassword));
    let Answer::Opened(entry) = opened(&mut desk, &entry.id, PASSWORD, None) else { panic!("it does not open") };
    assert_eq!(entry.state, State::Expired);
    let Answer::Copied(files) = desk.copy_out(&entry.id) else { panic!("no files") };
    assert_eq!(files[0].0, "company.pfx");
    assert_eq!(base64::engine::general_purpose::STANDARD.decode(&files[0].1).unwrap(), bytes);
}
