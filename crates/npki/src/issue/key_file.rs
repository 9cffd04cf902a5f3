use super::IssueError;
use crate::asn1::{bits, null, octets, oid, sequence, set_of, small, tag, tlv};
use crate::block::BlockCipher;
use crate::hash::Hash;
use crate::kdf::{self, Purpose, pbkdf1, pbkdf2};
use crate::key::{PrivateKey, Random};
use crate::oids;
use crate::password::Password;
use der::asn1::ObjectIdentifier as Oid;
use rand_core::CryptoRng;
use rsa::pkcs1::EncodeRsaPrivateKey;
use sha1::{Digest, Sha1};
use zeroize::Zeroizing;

/// How a key is hidden under a password. All that [`crate::key::EncryptedKey`] opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyFormat {
    /// `pbeWithSHA1AndSEED-CBC`: most files.
    SeedPbe,
    /// `seedCBC` used as such, with the constant IV: old files.
    SeedFixedIv,
    /// PBES2 with SEED, HMAC-SHA-1 by default: files of banks since 2019.
    Pbes2Seed,
    /// PBES2 with AES-128 and HMAC-SHA-256.
    Pbes2Aes128,
    /// PBES2 with AES-192 and HMAC-SHA-384.
    Pbes2Aes192,
    /// PBES2 with AES-256 and HMAC-SHA-512.
    Pbes2Aes256,
    /// PBES2 with 3DES and HMAC-SHA-1.
    Pbes2TripleDes,
    /// PBES2 with AES-256, declaring HMAC-SHA-256 and using HMAC-SHA-1, as two SDKs do.
    Pbes2Misdeclared,
    /// PKCS #12 with 3DES: in PFX files.
    Pkcs12TripleDes,
    /// PKCS #12 with RC2 of 40 bits: certificates in old PFX files.
    Pkcs12Rc2,
}

/// Makes an RSA key.
pub fn generate_key(bits: usize, rng: &mut impl CryptoRng) -> Result<PrivateKey, IssueError> {
    let key = rsa::PrivateKey::new(rng, bits).map_err(|_| IssueError::Key)?;
    Ok(PrivateKey::from_parts(key, None))
}

/// Makes a random of 20 octets for an owner; [`PrivateKey::with_random`] puts it into a key.
pub fn generate_random(rng: &mut impl CryptoRng) -> Random {
    let mut octets = Zeroizing::new([0u8; 20]);
    rng.fill_bytes(octets.as_mut());
    Random::from_octets(*octets)
}

/// Signs octets as they are (RSASSA-PKCS1-v1_5 with SHA-256), for tests of messages that no honest client writes.
pub fn sign_octets(key: &PrivateKey, octets: &[u8], rng: &mut impl CryptoRng) -> Result<Vec<u8>, IssueError> {
    key.sign(octets, rng).ok_or(IssueError::Key)
}

/// Writes a key with its random into a file under a password (`EncryptedPrivateKeyInfo`), with so many rounds of
/// derivation; 2048 are usual.
pub fn encrypt_key(
    key: &PrivateKey,
    password: &Password,
    format: KeyFormat,
    rounds: u32,
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, IssueError> {
    let (algorithm, data) = encrypt(&private_key_info(key)?, password, format, rounds, rng)?;
    Ok(sequence(&[&algorithm, &octets(&data)]))
}

/// `PrivateKeyInfo` with the random among its attributes.
fn private_key_info(key: &PrivateKey) -> Result<Zeroizing<Vec<u8>>, IssueError> {
    let inner = key.rsa().to_pkcs1_der().map_err(|_| IssueError::Key)?;
    let inner = Zeroizing::new(octets(inner.as_bytes()));
    let attributes = key.random().map(|random| {
        let attribute = sequence(&[&oid(oids::RANDOM_NUM), &set_of(&[&bits(random.as_bytes(), 0)])]);
        tlv(tag::constructed(0), &[&attribute])
    });
    let attributes = Zeroizing::new(attributes.unwrap_or_default());
    Ok(Zeroizing::new(sequence(&[&small(0), &sequence(&[&oid(oids::RSA), &null()]), &inner, &attributes])))
}

/// The `AlgorithmIdentifier` and the ciphertext.
pub(super) fn encrypt(
    plain: &[u8],
    password: &Password,
    format: KeyFormat,
    rounds: u32,
    rng: &mut impl CryptoRng,
) -> Result<(Vec<u8>, Vec<u8>), IssueError> {
    let mut salt = [0u8; 8];
    rng.fill_bytes(&mut salt);
    let simple = |kind: Oid| sequence(&[&oid(kind), &sequence(&[&octets(&salt), &small(rounds)])]);
    let text = password.candidates().swap_remove(0);
    let seal = |cipher: BlockCipher, key: &[u8], iv: &[u8]| cipher.seal(key, iv, plain).ok_or(IssueError::Order);
    let (cipher, oid, declared, prf) = match format {
        KeyFormat::SeedPbe => {
            let derived = pbkdf1(&text, &salt, rounds);
            let iv = Sha1::digest(&derived[16..]);
            return Ok((simple(oids::PBE_SHA1_SEED_CBC), seal(BlockCipher::Seed, &derived[..16], &iv[..16])?));
        }
        KeyFormat::SeedFixedIv => {
            let derived = pbkdf1(&text, &salt, rounds);
            return Ok((simple(oids::SEED_CBC), seal(BlockCipher::Seed, &derived[..16], b"0123456789012345")?));
        }
        KeyFormat::Pkcs12TripleDes | KeyFormat::Pkcs12Rc2 => {
            let (cipher, kind) = if format == KeyFormat::Pkcs12Rc2 {
                (BlockCipher::Rc2With40, oids::PBE_SHA1_RC2_40)
            } else {
                (BlockCipher::TripleDes, oids::PBE_SHA1_3DES)
            };
            let bmp = password.bmp();
            let derive = |purpose, length| kdf::pkcs12(Hash::Sha1, purpose, &bmp, &salt, rounds, length);
            let (key, iv) = (derive(Purpose::Key, cipher.key_length()), derive(Purpose::Iv, cipher.block_length()));
            return Ok((simple(kind), seal(cipher, &key, &iv)?));
        }
        KeyFormat::Pbes2Seed => (BlockCipher::Seed, oids::SEED_CBC, None, Hash::Sha1),
        KeyFormat::Pbes2TripleDes => (BlockCipher::TripleDes, oids::DES_EDE3_CBC, None, Hash::Sha1),
        KeyFormat::Pbes2Aes128 => (BlockCipher::Aes128, oids::AES128_CBC, Some(oids::HMAC_SHA256), Hash::Sha256),
        KeyFormat::Pbes2Aes192 => (BlockCipher::Aes192, oids::AES192_CBC, Some(oids::HMAC_SHA384), Hash::Sha384),
        KeyFormat::Pbes2Aes256 => (BlockCipher::Aes256, oids::AES256_CBC, Some(oids::HMAC_SHA512), Hash::Sha512),
        KeyFormat::Pbes2Misdeclared => (BlockCipher::Aes256, oids::AES256_CBC, Some(oids::HMAC_SHA256), Hash::Sha1),
    };
    let mut iv = vec![0u8; cipher.block_length()];
    rng.fill_bytes(&mut iv);
    let key = pbkdf2(prf, &text, &salt, rounds, cipher.key_length());
    Ok((pbes2(&salt, rounds, declared, oid, &iv), seal(cipher, &key, &iv)?))
}

fn pbes2(salt: &[u8], rounds: u32, prf: Option<Oid>, cipher: Oid, iv: &[u8]) -> Vec<u8> {
    let prf = prf.map(|prf| sequence(&[&oid(prf), &null()])).unwrap_or_default();
    let derivation = sequence(&[&oid(oids::PBKDF2), &sequence(&[&octets(salt), &small(rounds), &prf])]);
    sequence(&[&oid(oids::PBES2), &sequence(&[&derivation, &sequence(&[&oid(cipher), &octets(iv)])])])
}
