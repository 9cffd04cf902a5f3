//! Key files, opened with the password of the seeds.
#![no_main]

use gaip_npki::key::EncryptedKey;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(key) = EncryptedKey::parse(bytes) {
        // No more rounds than the seeds ask for: slowness is not what is looked for.
        let _ = key.open_within(&"x".into(), 4);
    }
});
