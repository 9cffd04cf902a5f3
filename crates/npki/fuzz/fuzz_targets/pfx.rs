//! PFX files, opened with the password of the seeds.
#![no_main]

use gaip_npki::pfx::Pfx;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(pfx) = Pfx::parse(bytes) {
        // Room for the MAC and three bags of the seeds.
        for identity in pfx.open_within(&"x".into(), 16).unwrap_or_default() {
            assert!(identity.key.belongs_to(&identity.certificate));
        }
    }
});
