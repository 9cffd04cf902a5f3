//! How a key is hidden under a password: every `AlgorithmIdentifier` that files of NPKI and PFX have.

use super::{KeyError, MAX_ROUNDS};
use crate::asn1::{Malformed, Reader, tag};
use crate::block::BlockCipher;
use crate::hash::{Hash, plain_algorithm};
use crate::kdf::{self, Purpose, Secret, pbkdf1, pbkdf2};
use crate::oids;
use crate::password::Password;
use der::asn1::ObjectIdentifier as Oid;
use sha1::{Digest, Sha1};
use zeroize::Zeroizing;

/// The IV of the older SEED files: always these characters.
const FIXED_IV: &[u8; 16] = b"0123456789012345";
/// More than any salt has, in octets.
const MAX_SALT: usize = 1024;

#[derive(Debug)]
pub(crate) struct Scheme {
    salt: Box<[u8]>,
    rounds: u32,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    /// RFC 4269 section 3: PBKDF1 with SHA-1, the IV from what is left of it.
    SeedPbe,
    /// The same key with [`FIXED_IV`].
    SeedFixedIv,
    /// RFC 8018 section 6.2.
    Pbes2 { prf: Hash, cipher: BlockCipher, iv: Box<[u8]> },
    /// RFC 7292 appendix C.
    Pkcs12(BlockCipher),
}

/// How many rounds of key derivation a whole file may still cost.
pub(crate) struct Budget(u32);

impl Budget {
    pub fn new(rounds: u32) -> Self {
        Self(rounds)
    }

    /// Pays for one derivation.
    pub fn spend(&mut self, rounds: u32) -> Result<(), KeyError> {
        self.0 = self.0.checked_sub(rounds).ok_or(KeyError::TooManyIterations)?;
        Ok(())
    }
}

impl Scheme {
    /// Reads an `AlgorithmIdentifier`.
    pub fn parse(mut algorithm: Reader) -> Result<Self, KeyError> {
        let oid = algorithm.oid()?;
        let kind = match oid {
            oids::PBE_SHA1_SEED_CBC => Kind::SeedPbe,
            oids::SEED_CBC => Kind::SeedFixedIv,
            oids::PBE_SHA1_3DES => Kind::Pkcs12(BlockCipher::TripleDes),
            oids::PBE_SHA1_RC2_128 => Kind::Pkcs12(BlockCipher::Rc2With128),
            oids::PBE_SHA1_RC2_40 => Kind::Pkcs12(BlockCipher::Rc2With40),
            oids::PBES2 => return Self::parse_pbes2(algorithm),
            _ => return Err(KeyError::UnsupportedFormat(oid)),
        };
        let mut parameters = algorithm.sequence()?;
        algorithm.end()?;
        let salt = salt(&mut parameters)?;
        let rounds = rounds(&mut parameters)?;
        parameters.end()?;
        Ok(Self { salt, rounds, kind })
    }

    fn parse_pbes2(mut algorithm: Reader) -> Result<Self, KeyError> {
        let mut parameters = algorithm.sequence()?;
        algorithm.end()?;
        let mut derivation = parameters.sequence()?;
        let kdf = derivation.oid()?;
        if kdf != oids::PBKDF2 {
            return Err(KeyError::UnsupportedFormat(kdf));
        }
        let mut fields = derivation.sequence()?;
        derivation.end()?;
        let salt = salt(&mut fields)?;
        let rounds = rounds(&mut fields)?;
        // The length of the key is that of the cipher; some writers put a wrong one here.
        fields.optional(tag::INTEGER)?;
        let prf = match fields.optional(tag::SEQUENCE)? {
            Some(prf) => prf_hash(plain_algorithm(prf.inside())?)?,
            None => Hash::Sha1,
        };
        fields.end()?;
        let mut encryption = parameters.sequence()?;
        parameters.end()?;
        let cipher = cipher(encryption.oid()?)?;
        let iv = encryption.one(tag::OCTET_STRING)?.value;
        encryption.end()?;
        if iv.len() != cipher.block_length() {
            return Err(KeyError::Damaged);
        }
        Ok(Self { salt, rounds, kind: Kind::Pbes2 { prf, cipher, iv: iv.into() } })
    }

    /// The rounds that one derivation costs.
    pub fn rounds(&self) -> u32 {
        self.rounds
    }

    /// Whether this may be a ciphertext: one block or more, and none of them cut.
    pub fn fits(&self, data: &[u8]) -> bool {
        let block = match &self.kind {
            Kind::SeedPbe | Kind::SeedFixedIv => BlockCipher::Seed.block_length(),
            Kind::Pbes2 { cipher, .. } | Kind::Pkcs12(cipher) => cipher.block_length(),
        };
        !data.is_empty() && data.len().is_multiple_of(block)
    }

    /// Decrypts with every reading of the password until one gives what `accept` takes; `None` if none does.
    pub fn open<T>(&self, password: &Password, data: &[u8], accept: impl Fn(&[u8]) -> Option<T>) -> Option<T> {
        if let Kind::Pkcs12(cipher) = self.kind {
            let plain = self.decrypt_pkcs12(cipher, &password.bmp(), data)?;
            return accept(&plain);
        }
        let candidates = password.candidates();
        for octets in &candidates {
            for prf in self.prfs() {
                if let Some(found) = self.decrypt(prf, octets, data).and_then(|plain| accept(&plain)) {
                    return Some(found);
                }
            }
        }
        None
    }

    /// The declared function and then HMAC-SHA-1: two SDKs of vendors declare one and use the other.
    fn prfs(&self) -> impl Iterator<Item = Hash> + use<> {
        let declared = match self.kind {
            Kind::Pbes2 { prf, .. } => prf,
            _ => Hash::Sha1,
        };
        core::iter::once(declared).chain((declared != Hash::Sha1).then_some(Hash::Sha1))
    }

    fn decrypt(&self, prf: Hash, password: &[u8], data: &[u8]) -> Option<Secret> {
        match &self.kind {
            Kind::SeedPbe => {
                let derived = pbkdf1(password, &self.salt, self.rounds);
                let iv = Zeroizing::new(<[u8; 20]>::from(Sha1::digest(&derived[16..])));
                BlockCipher::Seed.open(&derived[..16], &iv[..16], data)
            }
            Kind::SeedFixedIv => {
                let derived = pbkdf1(password, &self.salt, self.rounds);
                BlockCipher::Seed.open(&derived[..16], FIXED_IV, data)
            }
            Kind::Pbes2 { cipher, iv, .. } => {
                let key = pbkdf2(prf, password, &self.salt, self.rounds, cipher.key_length());
                cipher.open(&key, iv, data)
            }
            Kind::Pkcs12(cipher) => self.decrypt_pkcs12(*cipher, password, data),
        }
    }

    fn decrypt_pkcs12(&self, cipher: BlockCipher, password: &[u8], data: &[u8]) -> Option<Secret> {
        let derive = |purpose, length| kdf::pkcs12(Hash::Sha1, purpose, password, &self.salt, self.rounds, length);
        let key = derive(Purpose::Key, cipher.key_length());
        cipher.open(&key, &derive(Purpose::Iv, cipher.block_length()), data)
    }
}

fn salt(fields: &mut Reader) -> Result<Box<[u8]>, KeyError> {
    let salt = fields.one(tag::OCTET_STRING)?.value;
    if salt.len() > MAX_SALT { Err(KeyError::Damaged) } else { Ok(salt.into()) }
}

/// A number of rounds. One of more than 32 bits, or a negative one, is as much too many as one past the limit.
pub(crate) fn rounds(fields: &mut Reader) -> Result<u32, KeyError> {
    match fields.one(tag::INTEGER)?.small() {
        Ok(rounds @ 1..=MAX_ROUNDS) => Ok(rounds),
        Ok(_) | Err(Malformed) => Err(KeyError::TooManyIterations),
    }
}

fn prf_hash(oid: Oid) -> Result<Hash, KeyError> {
    Ok(match oid {
        oids::HMAC_SHA1 => Hash::Sha1,
        oids::HMAC_SHA256 => Hash::Sha256,
        oids::HMAC_SHA384 => Hash::Sha384,
        oids::HMAC_SHA512 => Hash::Sha512,
        _ => return Err(KeyError::UnsupportedFormat(oid)),
    })
}

fn cipher(oid: Oid) -> Result<BlockCipher, KeyError> {
    Ok(match oid {
        oids::SEED_CBC => BlockCipher::Seed,
        oids::AES128_CBC => BlockCipher::Aes128,
        oids::AES192_CBC => BlockCipher::Aes192,
        oids::AES256_CBC => BlockCipher::Aes256,
        oids::DES_EDE3_CBC => BlockCipher::TripleDes,
        _ => return Err(KeyError::UnsupportedFormat(oid)),
    })
}
