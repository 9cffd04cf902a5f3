//! OCSP answers: a file of an authority's certificate, its length in two octets in front, and the answer.
#![no_main]

use gaip_npki::certificate::Certificate;
use gaip_npki::revocation::ocsp::Response;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = Response::parse(bytes);
    let Some((length, rest)) = bytes.split_first_chunk::<2>() else { return };
    let Some((authority, answer)) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length))) else { return };
    let (Ok(authority), Ok(answer)) = (Certificate::parse(authority), Response::parse(answer)) else { return };
    let _ = answer.verify(&authority, &authority, None, authority.not_before());
});
