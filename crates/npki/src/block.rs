//! Block ciphers in CBC mode with the padding of PKCS #7, by name.

use crate::kdf::Secret;
use aes::{Aes128, Aes192, Aes256};
use cipher::block_padding::Pkcs7;
use cipher::{BlockCipherDecrypt, BlockModeDecrypt, InnerIvInit, KeyInit};
use des::TdesEde3;
use rc2::Rc2;
use zeroize::Zeroizing;

use crate::seed::Seed;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BlockCipher {
    Seed,
    Aes128,
    Aes192,
    Aes256,
    TripleDes,
    Rc2With40,
    Rc2With128,
}

impl BlockCipher {
    pub fn key_length(self) -> usize {
        match self {
            Self::Rc2With40 => 5,
            Self::Seed | Self::Aes128 | Self::Rc2With128 => 16,
            Self::Aes192 | Self::TripleDes => 24,
            Self::Aes256 => 32,
        }
    }

    pub fn block_length(self) -> usize {
        match self {
            Self::TripleDes | Self::Rc2With40 | Self::Rc2With128 => 8,
            Self::Seed | Self::Aes128 | Self::Aes192 | Self::Aes256 => 16,
        }
    }

    /// Decrypts; `None` if a length or the padding is wrong.
    pub fn open(self, key: &[u8], iv: &[u8], data: &[u8]) -> Option<Secret> {
        match self {
            Self::Seed => open(Seed::new_from_slice(key).ok()?, iv, data),
            Self::Aes128 => open(Aes128::new_from_slice(key).ok()?, iv, data),
            Self::Aes192 => open(Aes192::new_from_slice(key).ok()?, iv, data),
            Self::Aes256 => open(Aes256::new_from_slice(key).ok()?, iv, data),
            Self::TripleDes => open(TdesEde3::new_from_slice(key).ok()?, iv, data),
            Self::Rc2With40 | Self::Rc2With128 => open(Rc2::new_with_eff_key_len(key, key.len() * 8), iv, data),
        }
    }

    /// Encrypts; `None` if a length is wrong.
    #[cfg(feature = "issue")]
    pub fn seal(self, key: &[u8], iv: &[u8], data: &[u8]) -> Option<Vec<u8>> {
        use cipher::{BlockCipherEncrypt, BlockModeEncrypt};
        fn seal<C: BlockCipherEncrypt>(cipher: C, iv: &[u8], data: &[u8]) -> Option<Vec<u8>> {
            Some(cbc::Encryptor::inner_iv_slice_init(cipher, iv).ok()?.encrypt_padded_vec::<Pkcs7>(data))
        }
        match self {
            Self::Seed => seal(Seed::new_from_slice(key).ok()?, iv, data),
            Self::Aes128 => seal(Aes128::new_from_slice(key).ok()?, iv, data),
            Self::Aes192 => seal(Aes192::new_from_slice(key).ok()?, iv, data),
            Self::Aes256 => seal(Aes256::new_from_slice(key).ok()?, iv, data),
            Self::TripleDes => seal(TdesEde3::new_from_slice(key).ok()?, iv, data),
            Self::Rc2With40 | Self::Rc2With128 => seal(Rc2::new_with_eff_key_len(key, key.len() * 8), iv, data),
        }
    }
}

fn open<C: BlockCipherDecrypt>(cipher: C, iv: &[u8], data: &[u8]) -> Option<Secret> {
    let mut buffer = Zeroizing::new(data.to_vec());
    let mode = cbc::Decryptor::inner_iv_slice_init(cipher, iv).ok()?;
    let length = mode.decrypt_padded::<Pkcs7>(&mut buffer).ok()?.len();
    // What is cut stays in the buffer's room, which is zeroised whole.
    buffer.truncate(length);
    Some(buffer)
}
