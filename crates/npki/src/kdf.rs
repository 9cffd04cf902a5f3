//! From a password to a key.

use crate::hash::Hash;
use pbkdf2::pbkdf2_hmac;
use sha1::{Digest, Sha1};
use sha2::{Sha256, Sha384, Sha512};
use zeroize::Zeroizing;

pub(crate) type Secret = Zeroizing<Vec<u8>>;

/// PBKDF1 with SHA-1 (RFC 8018 section 5.1), all 20 octets.
pub(crate) fn pbkdf1(password: &[u8], salt: &[u8], rounds: u32) -> Zeroizing<[u8; 20]> {
    let mut state = Zeroizing::new([0u8; 20]);
    state.copy_from_slice(&Sha1::new().chain_update(password).chain_update(salt).finalize());
    for _ in 1..rounds {
        let next = Sha1::digest(state.as_slice());
        state.copy_from_slice(&next);
    }
    state
}

/// PBKDF2 (RFC 8018 section 5.2).
pub(crate) fn pbkdf2(hash: Hash, password: &[u8], salt: &[u8], rounds: u32, length: usize) -> Secret {
    let mut out = Zeroizing::new(vec![0u8; length]);
    match hash {
        Hash::Sha1 => pbkdf2_hmac::<Sha1>(password, salt, rounds, &mut out),
        Hash::Sha256 => pbkdf2_hmac::<Sha256>(password, salt, rounds, &mut out),
        Hash::Sha384 => pbkdf2_hmac::<Sha384>(password, salt, rounds, &mut out),
        Hash::Sha512 => pbkdf2_hmac::<Sha512>(password, salt, rounds, &mut out),
    }
    out
}

/// What a key of PFX is for (RFC 7292 appendix B.3).
#[derive(Clone, Copy)]
pub(crate) enum Purpose {
    Key = 1,
    Iv = 2,
    Mac = 3,
}

/// The derivation of RFC 7292 appendix B.2. The password is in UTF-16BE with a zero behind it.
pub(crate) fn pkcs12(hash: Hash, purpose: Purpose, password: &[u8], salt: &[u8], rounds: u32, length: usize) -> Secret {
    let block = if matches!(hash, Hash::Sha384 | Hash::Sha512) { 128 } else { 64 };
    let stretch = |octets: &[u8]| -> Secret {
        let length = octets.len().div_ceil(block) * block;
        let mut out = Zeroizing::new(Vec::with_capacity(length));
        out.extend(octets.iter().cycle().take(length));
        out
    };
    let diversifier = vec![purpose as u8; block];
    let mut state: Secret = Zeroizing::new([stretch(salt).as_slice(), &stretch(password)].concat());
    let mut out = Zeroizing::new(Vec::with_capacity(length + 64));
    loop {
        let mut digest = Zeroizing::new(hash.digest(&[&diversifier, &state]));
        for _ in 1..rounds {
            digest = Zeroizing::new(hash.digest(&[&digest]));
        }
        out.extend_from_slice(&digest);
        if out.len() >= length {
            out.truncate(length);
            return out;
        }
        // Every block of the state plus the digest plus one, modulo two to its length.
        for chunk in state.chunks_exact_mut(block) {
            let mut carry = 1u16;
            for (place, octet) in chunk.iter_mut().enumerate().rev() {
                let sum = u16::from(*octet) + u16::from(digest[place % digest.len()]) + carry;
                *octet = sum.to_be_bytes()[1];
                carry = sum >> 8;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hex;

    #[test]
    fn the_derivations_of_key_files_agree_with_the_vector() {
        let salt = [0, 1, 2, 3, 4, 5, 6, 7];
        let first = pbkdf1(b"Sample!pass1", &salt, 2048);
        assert_eq!(hex(first.as_slice()), "eb0b725e4d2312dabde1128430e8636fcbc5c642");
        assert_eq!(hex(&Sha1::digest(&first[16..])[..16]), "88bf132ba6a8a92caebe0ba437d8d20a");
        let second = pbkdf2(Hash::Sha1, b"Sample!pass1", &salt, 2048, 16);
        assert_eq!(hex(&second), "0e89215422ecfe296f0551004d4e2d75");
    }

    #[test]
    fn the_derivation_of_pfx_agrees_with_known_answers() {
        // Those that Bouncy Castle and RustCrypto test: "sesame", 2048 rounds of SHA-1.
        let password: Vec<u8> = "smeg\0".encode_utf16().flat_map(u16::to_be_bytes).collect();
        let salt = [0x0a, 0x58, 0xcf, 0x64, 0x53, 0x0d, 0x82, 0x3f];
        let key = pkcs12(Hash::Sha1, Purpose::Key, &password, &salt, 1, 24);
        assert_eq!(hex(&key), "8aaae6297b6cb04642ab5b077851284eb7128f1a2a7fbca3");
        let salt = [0x3d, 0x83, 0xc0, 0xe4, 0x54, 0x6a, 0xc1, 0x40];
        let mac = pkcs12(Hash::Sha1, Purpose::Mac, &password, &salt, 1, 20);
        assert_eq!(hex(&mac), "8d967d88f6caa9d714800ab3d48051d63f73a312");
    }
}
