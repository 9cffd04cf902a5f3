//! Revocation lists: a file of an authority's certificate, its length in two octets in front, and the list.
#![no_main]

use gaip_npki::certificate::Certificate;
use gaip_npki::revocation::Crl;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = Crl::parse(bytes);
    let Some((length, rest)) = bytes.split_first_chunk::<2>() else { return };
    let Some((authority, list)) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length))) else { return };
    let (Ok(authority), Ok(list)) = (Certificate::parse(authority), Crl::parse(list)) else { return };
    if let Ok(current) = list.verify(&authority, list.this_update()) {
        let _ = current.status(&authority);
    }
});
