//! Whom the backend trusts: the operator's folder, the sandbox's authorities, and what an operator is told.

use crate::support::Backend;
use crate::support::certificates::{NOW, copy, key, sandbox};
use crate::support::steps::business_number;
use async_trait::async_trait;
use gaip_backend::app;
use gaip_backend::certificates::issue::Identity;
use gaip_backend::certificates::{Authorities, Fetched};
use gaip_backend::clock::{DAY, MINUTE};
use gaip_backend::config::{Config, Providers};
use gaip_backend::providers::lists::{HttpLists, Lists};
use gaip_backend::random::{Rng, SystemRandom};
use gaip_contract::ProblemCode;
use gaip_npki::Password;
use gaip_npki::certificate::Certificate;
use gaip_npki::chain::{self, Anchors, Policies};
use gaip_npki::cms::SignedData;
use gaip_npki::issue::{Authority, List, OwnerOrder, Revoked, Use, Validity, owner};
use gaip_npki::key::EncryptedKey;
use gaip_npki::revocation::{Crl, Status};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

async fn why(backend: &Backend, change: impl FnOnce(&mut Config)) -> String {
    let mut config = backend.config.clone();
    change(&mut config);
    let opened = app::open(config, backend.clock.clone(), Arc::new(SystemRandom)).await;
    opened.err().map(|error| error.to_string()).unwrap_or_default()
}

fn live(config: &mut Config) {
    config.providers = Some(Providers::Live);
    (config.nts_key, config.juso_key) = (Some("key".to_owned()), Some("key".to_owned()));
    (config.nts_url, config.juso_url) = ("http://127.0.0.1:9".to_owned(), "http://127.0.0.1:9".to_owned());
    (config.portone_secret, config.portone_channel) = (Some("secret".to_owned()), Some("channel".to_owned()));
    config.downstream_url = Some("http://127.0.0.1:9".to_owned());
    config.financial_url = Some("http://127.0.0.1:9".to_owned());
    config.smtp_url = Some("smtp://127.0.0.1:9".to_owned());
    config.mail_from = Some("no-reply@portal.example".to_owned());
    "http://127.0.0.1:9".clone_into(&mut config.portone_url);
    config.secret = Some("0123456789abcdef0123456789abcdef".to_owned());
    config.public_url = Some("https://portal.example".to_owned());
    config.social = Some(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/backend/support/social.json").into());
}

#[tokio::test(flavor = "multi_thread")]
async fn live_services_without_authorities_do_not_start() {
    let backend = Backend::on_sqlite().await;
    let said = why(&backend, live).await;
    assert!(said.contains("`daejeon` takes certificates but GAIP_CERTIFICATES is not set"), "{said}");
    let folder = tempfile::tempdir().unwrap();
    let with = |config: &mut Config| {
        live(config);
        config.certificates = Some(folder.path().to_owned());
    };
    let said = why(&backend, with).await;
    assert!(said.contains("no certificate of a root. Put those that you trust into `roots`"), "{said}");
    sandbox(&backend);
    copy(&backend.config.sandbox_ca(), folder.path());
    assert_eq!(why(&backend, with).await, "");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_does_not_read_is_named_at_start() {
    let backend = Backend::on_sqlite().await;
    let folder = tempfile::tempdir().unwrap();
    sandbox(&backend);
    copy(&backend.config.sandbox_ca(), folder.path());
    let with = |config: &mut Config| config.certificates = Some(folder.path().to_owned());
    assert_eq!(why(&backend, with).await, "");
    let owners = backend.company(&business_number(1)).certificate;
    for (name, bytes, what) in [
        ("roots/broken.pem", b"-----BEGIN".to_vec(), "not_a_certificate"),
        ("roots/large.der", vec![0x30; 70_000], "it has 70000 bytes; 65536 is the most"),
        ("intermediates/list.der", b"{}".to_vec(), "not_a_certificate"),
        ("intermediates/owner.der", owners.der().to_vec(), "it is no authority's certificate"),
        ("crls/broken.crl", b"no list".to_vec(), "not_a_crl"),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        let said = why(&backend, with).await;
        assert!(said.contains(name) && said.contains(what) && said.contains("take it away"), "{name}: {said}");
        fs::remove_file(path).unwrap();
    }
    fs::write(folder.path().join("roots/readme.txt"), "not read").unwrap();
    assert_eq!(why(&backend, with).await, "");
}

#[tokio::test(flavor = "multi_thread")]
async fn mistakes_of_the_table_are_told_at_start() {
    let backend = Backend::on_sqlite().await;
    let folder = tempfile::tempdir().unwrap();
    copy(&backend.config.portals_folder(), folder.path());
    let with = |config: &mut Config| config.portals = Some(folder.path().to_owned());
    assert_eq!(why(&backend, with).await, "");
    let table = folder.path().join("certificates.json");
    let text = fs::read_to_string(&table).unwrap();
    fs::write(&table, text.replacen("\"kica\"", "\"kika\"", 1)).unwrap();
    let said = why(&backend, with).await;
    assert!(said.contains("certificates.json: kinds[0].authority: there is no authority `kica`"), "{said}");
    fs::write(&table, text.replacen("\"id\": \"kica_tax\"", "\"id\": \"kica_vat\"", 1)).unwrap();
    let said = why(&backend, with).await;
    assert!(said.contains("portal.json: certificates.kinds[16]: there is no kind `kica_tax`"), "{said}");
    fs::remove_file(&table).unwrap();
    let said = why(&backend, with).await;
    assert!(said.contains("certificates are taken, but there is no `certificates.json`"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sandbox_is_not_believed_where_a_folder_is_named() {
    let number = business_number(1);
    let other = Backend::on_sqlite().await;
    let folder = tempfile::tempdir().unwrap();
    sandbox(&other);
    copy(&other.config.sandbox_ca(), folder.path());
    let named = folder.path().to_owned();
    let backend = Backend::start(None, move |config| config.certificates = Some(named)).await;
    let trusted = other.company(&number);
    let own = {
        let fresh = gaip_backend::certificates::Sandbox::new(backend.config.sandbox_ca());
        fresh.authority("yessign", NOW, &SystemRandom).unwrap();
        backend.company(&number)
    };
    let browser = backend.browser();
    browser.to_certificate(&number).await;
    assert_eq!(browser.certify(&own).await.code(), "certificate_authority");
    browser.certify(&trusted).await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sandbox_renews_its_lists_and_hides_its_keys() {
    let backend = Backend::on_sqlite().await;
    let number = business_number(1);
    let identity = backend.company(&number);
    let key = backend.config.sandbox_ca().join("keys/yessign.key");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The tests copy authorities, and a copy keeps its mode.
        assert_eq!(fs::metadata(&key).unwrap().permissions().mode() & 0o777, 0o600);
    }
    for _ in 0..3 {
        backend.pass(10 * DAY);
        let browser = backend.browser();
        browser.to_certificate(&number).await;
        browser.certify(&identity).await.ok();
    }
    let root = fs::read(backend.config.sandbox_ca().join("roots/root.der")).unwrap();
    assert!(Certificate::parse(&root).unwrap().subject().to_string().contains("TEST"));
}

/// Lists by address, and how often they were asked for.
#[derive(Default)]
struct Published {
    list: Mutex<Option<Vec<u8>>>,
    asked: AtomicUsize,
}

struct Server(Arc<Published>);

#[async_trait]
impl Lists for Server {
    async fn fetch(&self, url: &str) -> Option<Vec<u8>> {
        assert_eq!(url, "http://crl.test.example/dp1.crl");
        self.0.asked.fetch_add(1, Ordering::SeqCst);
        self.0.list.lock().unwrap().clone()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_over_http_is_fetched_and_kept_until_there_is_a_newer_one() {
    let backend = Backend::on_sqlite().await;
    let issuer = sandbox(&backend).authority("yessign", NOW, &SystemRandom).unwrap();
    let url = "http://crl.test.example/dp1.crl";
    let certificate = certificate_with_list_at(&issuer, url);
    let published = Arc::new(Published::default());
    let fetched = Fetched::new(Box::new(Server(published.clone())));
    let check = async |now: i64| {
        fetched.check(&Authorities::default(), &certificate, issuer.certificate(), now).await.map_err(ProblemCode::name)
    };
    let publish = |revoked: &[Revoked], at: i64| {
        let list = List {
            number: 1,
            this_update: at,
            next_update: Some(at + 3600),
            point: Some(url),
            revoked,
            extensions: Vec::new(),
        };
        *published.list.lock().unwrap() = Some(list.sign(&issuer, &mut Rng(&SystemRandom)).unwrap());
    };
    let start = NOW * 1000;
    assert_eq!(check(start).await, Err("revocation_unavailable"));
    publish(&[], NOW);
    assert_eq!(check(start).await, Err("revocation_unavailable"), "a failure is not asked again at once");
    assert_eq!(published.asked.load(Ordering::SeqCst), 1);
    assert_eq!(check(start + MINUTE).await, Ok(()));
    publish(&[Revoked { serial: certificate.serial_bytes(), at: NOW, reason: 1 }], NOW + 3600);
    assert_eq!(check(start + 59 * MINUTE).await, Ok(()), "it is kept");
    assert_eq!(published.asked.load(Ordering::SeqCst), 2);
    assert_eq!(check(start + 61 * MINUTE).await, Err("certificate_revoked"));
    *published.list.lock().unwrap() = None;
    assert_eq!(check(start + 3 * 60 * MINUTE).await, Err("revocation_unavailable"), "no list is no consent");
}

fn certificate_with_list_at(issuer: &Authority, crl_point: &str) -> Certificate {
    let order = OwnerOrder {
        serial: 77,
        validity: Validity { not_before: NOW - 60, not_after: NOW + 86_400 },
        folder: "yessign",
        units: &[],
        common_name: "시험",
        real_name: "시험",
        number: None,
        policies: &[],
        purpose: Use::Signing,
        crl_point,
        ocsp: None,
    };
    issuer.sign(&owner(&order, &key(), issuer), &mut Rng(&SystemRandom)).unwrap()
}

#[tokio::test]
async fn only_web_addresses_are_fetched_and_silence_is_none() {
    let lists = HttpLists::new().ok().unwrap();
    for url in ["ldap://ds.test.example/ou=dp1", "file:///etc/passwd", "nonsense", "http://127.0.0.1:9/dp1.crl"] {
        assert_eq!(lists.fetch(url).await, None, "{url}");
    }
}

/// Where `GAIP_FIXTURES` names a folder with samples that others made, their signature is believed here too.
#[test]
fn a_signature_of_the_samples_verifies_against_their_roots() {
    let Ok(fixtures) = std::env::var("GAIP_FIXTURES") else {
        return println!("skipped: GAIP_FIXTURES is not set");
    };
    let read = |name: &str| fs::read(Path::new(&fixtures).join("samples/npki").join(name)).unwrap();
    let certificate = |name: &str| Certificate::parse(&read(name)).unwrap();
    let message = SignedData::parse(&read("cms/valid.p7")).unwrap();
    let signer = message.verify(&read("cms/challenge.bin")).unwrap();
    let (roots, intermediates) = (Anchors::new(vec![certificate("ca/root.der")]), [certificate("ca/issuing.der")]);
    let list = Crl::parse(&read("crl/issuing-dp1p1.crl")).unwrap();
    let at = list.this_update();
    let report = chain::verify(signer, &intermediates, &roots, at, Policies::Any).unwrap();
    assert_eq!(list.verify(report.issuer(), at).unwrap().status(signer), Ok(Status::Good));
    assert!(SignedData::parse(&read("cms/changed.p7")).and_then(|s| s.verify(s.content()).cloned()).is_err());
}

/// A company of the samples signs up where the samples' authorities are the operator's.
#[tokio::test(flavor = "multi_thread")]
async fn a_company_of_the_samples_proves_itself() {
    let Ok(fixtures) = std::env::var("GAIP_FIXTURES") else {
        return println!("skipped: GAIP_FIXTURES is not set");
    };
    let samples = Path::new(&fixtures).join("samples/npki");
    let folder = tempfile::tempdir().unwrap();
    for (from, to) in [
        ("ca/root.der", "roots/root.der"),
        ("ca/issuing.der", "intermediates/issuing.der"),
        ("crl/issuing-dp1p1.crl", "crls/issuing-dp1p1.crl"),
    ] {
        let to = folder.path().join(to);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(samples.join(from), to).unwrap();
    }
    let manifest: Value = serde_json::from_slice(&fs::read(samples.join("manifest.json")).unwrap()).unwrap();
    let sample = |entry: &Value| {
        let file = |name: &str| fs::read(samples.join(entry[name].as_str().unwrap())).unwrap();
        let password = Password::new(entry["password"].as_str().unwrap());
        let key = EncryptedKey::parse(&file("file")).unwrap().open(&password).unwrap();
        Identity { certificate: Certificate::parse(&file("cert")).unwrap(), key }
    };
    let named = folder.path().to_owned();
    let backend = Backend::start(None, move |config| config.certificates = Some(named)).await;
    let browser = backend.browser();
    browser.to_certificate("9998113577").await;
    browser.certify(&sample(&manifest["keys"][0])).await.ok();
    let tax = browser.certify(&sample(&manifest["keys"][1])).await;
    assert_eq!(tax.code(), "certificate_kind", "a kind that this portal does not take");
    let other = backend.browser();
    other.to_certificate(&business_number(1)).await;
    assert_eq!(other.certify(&sample(&manifest["keys"][0])).await.code(), "certificate_other_company");
}
