//! A small world: a root, an issuing authority, an owner and a stranger, made once for each file of tests.
#![allow(dead_code, reason = "every file of tests uses its own part")]

pub mod tree;

use gaip_npki::Oid;
use gaip_npki::certificate::Certificate;
use gaip_npki::chain::Anchors;
use gaip_npki::issue::{Authority, Draft, KeyFormat, OwnerOrder, Use, Validity};
use gaip_npki::issue::{encrypt_key, generate_key, generate_random, owner};
use gaip_npki::key::{EncryptedKey, PrivateKey};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use std::sync::LazyLock;

/// 2026-11-21 00:00 UTC.
pub const NOW: i64 = 1_795_219_200;
pub const DAY: i64 = 86_400;
pub const YEAR: i64 = 365 * DAY;

/// The corporate universal certificate of yessign.
pub const CORPORATE: Oid = Oid::new_unwrap("1.2.410.200005.1.1.5");
pub const PERSONAL: Oid = Oid::new_unwrap("1.2.410.200005.1.1.1");

/// A number of no tax office, with a right check digit.
pub const NUMBER: &str = "9998113577";
pub const CRL_POINT: &str =
    "ldap://ds.testsign.example:389/ou=dp1p1,ou=AccreditedCA,o=testsign,c=KR?certificateRevocationList";

pub struct World {
    pub root: Authority,
    pub issuing: Authority,
    pub anchors: Anchors,
    pub intermediates: Vec<Certificate>,
    pub key: PrivateKey,
    pub certificate: Certificate,
    pub stranger: PrivateKey,
}

pub static WORLD: LazyLock<World> = LazyLock::new(World::make);

/// Randomness that is the same in every run.
pub fn rng(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

pub fn years(from: i64, to: i64) -> Validity {
    Validity { not_before: NOW + from * YEAR, not_after: NOW + to * YEAR }
}

pub fn order<'a>() -> OwnerOrder<'a> {
    OwnerOrder {
        serial: 0x2001,
        validity: years(-1, 4),
        folder: "testsign",
        units: &["corporation4EC", "TBANK", "MODOO"],
        common_name: "주식회사 모두견본()0099681202606010001",
        real_name: "주식회사 모두견본",
        number: Some(NUMBER),
        policies: &[CORPORATE],
        purpose: Use::Signing,
        crl_point: CRL_POINT,
        ocsp: Some("http://ocsp.testsign.example:4612"),
    }
}

impl World {
    fn make() -> Self {
        let rng = &mut rng(1);
        let root = Authority::root("Gaip", 1, years(-5, 15), rng).unwrap();
        let issuing = root.subordinate("testsign", 0x5a11, years(-4, 10), rng).unwrap();
        let random = generate_random(rng);
        let key = generate_key(2048, rng).unwrap().with_random(Some(random));
        let certificate = issuing.sign(&owner(&order(), &key, &issuing), rng).unwrap();
        let stranger = generate_key(2048, rng).unwrap();
        let anchors = Anchors::new(vec![root.certificate().clone()]);
        let intermediates = vec![issuing.certificate().clone()];
        Self { root, issuing, anchors, intermediates, key, certificate, stranger }
    }

    /// The owner's certificate as the issuing authority would sign it.
    pub fn draft(&self) -> Draft {
        owner(&order(), &self.key, &self.issuing)
    }

    /// The same with something else in it.
    pub fn issue(&self, draft: &Draft) -> Certificate {
        self.issuing.sign(draft, &mut rng(2)).unwrap()
    }
}

/// The same key once more; keys cannot be cloned.
pub fn copy(key: &PrivateKey) -> PrivateKey {
    let file = encrypt_key(key, &"x".into(), KeyFormat::SeedPbe, 1, &mut rng(6)).unwrap();
    EncryptedKey::parse(&file).unwrap().open(&"x".into()).unwrap()
}
