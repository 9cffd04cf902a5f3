//! Seals the random of an owner to the server: HPKE in base mode (RFC 9180) with X25519, HKDF-SHA256 and
//! ChaCha20-Poly1305.

use core::fmt;
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256 as X25519;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable, single_shot_open, single_shot_seal_with_rng};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

/// A public key of a recipient.
pub type Recipient = [u8; 32];
/// The octets of the encapsulated key, in front of the ciphertext.
const ENCAPSULATED: usize = 32;

/// The secret key of a recipient: the server makes one for each challenge. Zeroised when dropped, not printed.
pub struct RecipientSecret(<X25519 as Kem>::PrivateKey);

impl RecipientSecret {
    /// Makes a pair of keys: the secret, and the public key to send out.
    pub fn generate(rng: &mut impl CryptoRng) -> (Self, Recipient) {
        let (secret, public) = X25519::gen_keypair_with_rng(rng);
        (Self(secret), public.to_bytes().into())
    }

    /// The secret of these octets, for a server that keeps it elsewhere meanwhile.
    pub fn from_bytes(octets: &[u8; 32]) -> Result<Self, SealError> {
        <X25519 as Kem>::PrivateKey::from_bytes(octets).map(Self).map_err(|_| SealError::BadKey)
    }

    /// The octets of the secret.
    pub fn to_bytes(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes().into())
    }

    /// The public key.
    pub fn public(&self) -> Recipient {
        X25519::sk_to_pk(&self.0).to_bytes().into()
    }
}

impl fmt::Debug for RecipientSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecipientSecret")
    }
}

/// Why something is not sealed or does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealError {
    /// Not a key of X25519 that can be used.
    BadKey,
    /// Sealed to another key or for another purpose, or changed on the way.
    NotOpened,
}

impl fmt::Display for SealError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::BadKey => "seal_bad_key",
            Self::NotOpened => "seal_not_opened",
        })
    }
}

impl core::error::Error for SealError {}

/// Seals to a recipient: 32 octets of an encapsulated key, then the plaintext encrypted and 16 octets more. `info`
/// names the purpose, `aad` what it belongs to, such as the challenge; both must be the same to open it.
pub fn seal(
    recipient: &Recipient,
    info: &[u8],
    aad: &[u8],
    plaintext: &[u8],
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, SealError> {
    let public = <X25519 as Kem>::PublicKey::from_bytes(recipient).map_err(|_| SealError::BadKey)?;
    let (key, sealed) = single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, X25519>(
        &OpModeS::Base,
        &public,
        info,
        plaintext,
        aad,
        rng,
    )
    .map_err(|_| SealError::BadKey)?;
    Ok([key.to_bytes().as_slice(), &sealed].concat())
}

/// Opens what was sealed to this secret with the same `info` and `aad`.
pub fn open(secret: &RecipientSecret, info: &[u8], aad: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
    let (key, sealed) = sealed.split_at_checked(ENCAPSULATED).ok_or(SealError::NotOpened)?;
    let key = <X25519 as Kem>::EncappedKey::from_bytes(key).map_err(|_| SealError::NotOpened)?;
    single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519>(&OpModeR::Base, &secret.0, &key, info, sealed, aad)
        .map(Zeroizing::new)
        .map_err(|_| SealError::NotOpened)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(hex: &str) -> Vec<u8> {
        (0..hex.len()).step_by(2).map(|i| u8::from_str_radix(&hex[i..i + 2], 16).unwrap()).collect()
    }

    #[test]
    fn what_rfc_9180_sealed_opens() {
        // Appendix A.2.1: base mode, sequence number 0.
        let secret = bytes("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb");
        let secret = RecipientSecret::from_bytes(&secret.try_into().unwrap()).unwrap();
        assert_eq!(secret.public().to_vec(), bytes("4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a"));
        let sealed = bytes(concat!(
            "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a",
            "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28",
        ));
        let opened = open(&secret, b"Ode on a Grecian Urn", b"Count-0", &sealed).unwrap();
        assert_eq!(opened.as_slice(), b"Beauty is truth, truth beauty");
        assert_eq!(open(&secret, b"Ode", b"Count-0", &sealed), Err(SealError::NotOpened));
        assert_eq!(open(&secret, b"Ode on a Grecian Urn", b"Count-1", &sealed), Err(SealError::NotOpened));
        assert_eq!(open(&secret, b"", b"", &sealed[..31]), Err(SealError::NotOpened));
    }
}
