//! Signed messages, verified over the content that they bring along.
#![no_main]

use gaip_npki::cms::SignedData;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(message) = SignedData::parse(bytes) {
        let _ = message.verify(message.content());
        assert!(message.verify(&[message.content(), b"."].concat()).is_err());
    }
});
