//! Certificates in DER and PEM, all that they say, and a chain of one to itself.
#![no_main]

use gaip_npki::certificate::Certificate;
use gaip_npki::chain::{Anchors, Policies, verify};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(certificate) = Certificate::parse(bytes) else { return };
    let _ = (certificate.subject().to_string(), certificate.display_name(), certificate.serial());
    assert_eq!(Certificate::parse(certificate.der()).as_ref(), Ok(&certificate));
    let anchors = Anchors::new(vec![certificate.clone()]);
    let _ = verify(&certificate, &[], &anchors, certificate.not_before(), Policies::Any);
});
