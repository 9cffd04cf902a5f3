//! SEED (RFC 4269, KS X 1213), the block cipher of Korean key files: 128-bit blocks, 128-bit keys, 16 rounds.
//!
//! Written anew because the one crate for it belongs to the `cipher` family before this one. Its tables are looked up
//! by secret octets, as any software SEED does; here it only ever opens a file on its owner's own machine.

mod tables;

use cipher::consts::{U1, U16};
use cipher::{
    Block, BlockCipherDecBackend, BlockCipherDecClosure, BlockCipherDecrypt, BlockCipherEncBackend,
    BlockCipherEncClosure, BlockCipherEncrypt, BlockSizeUser, InOut, Key, KeyInit, KeySizeUser, ParBlocksSizeUser,
};
use tables::{S1, S2};
use zeroize::{Zeroize, ZeroizeOnDrop};

/// `KC0`; the constant of round i is this, rotated to the left by i.
const GOLDEN: u32 = 0x9e37_79b9;
const MASKS: [u8; 4] = [0xfc, 0xf3, 0xcf, 0x3f];

/// The cipher under one key.
pub struct Seed {
    rounds: [[u32; 2]; 16],
}

/// The function G of section 2.2.1.
fn g(word: u32) -> u32 {
    let [x3, x2, x1, x0] = word.to_be_bytes();
    let substituted = [S1[usize::from(x0)], S2[usize::from(x1)], S1[usize::from(x2)], S2[usize::from(x3)]];
    let mut out = [0u8; 4];
    for (row, octet) in out.iter_mut().enumerate() {
        for (column, value) in substituted.iter().enumerate() {
            *octet ^= value & MASKS[(row + column) % 4];
        }
    }
    u32::from_le_bytes(out)
}

/// The function F of section 2.2 over the right half.
fn f([c, d]: [u32; 2], [k0, k1]: [u32; 2]) -> [u32; 2] {
    let c = c ^ k0;
    let mixed = g(c ^ d ^ k1);
    let left = g(mixed.wrapping_add(c));
    let right = g(left.wrapping_add(mixed));
    [right.wrapping_add(left), right]
}

impl Seed {
    fn crypt<'a>(block: &mut [u8], rounds: impl Iterator<Item = &'a [u32; 2]>) {
        let mut words = [0u32; 4];
        for (word, octets) in words.iter_mut().zip(block.chunks_exact(4)) {
            *word = octets.iter().fold(0, |sum, octet| sum << 8 | u32::from(*octet));
        }
        let [mut a, mut b, mut c, mut d] = words;
        for round in rounds {
            let [left, right] = f([c, d], *round);
            (a, b, c, d) = (c, d, a ^ left, b ^ right);
        }
        // The last round does not swap.
        for (octets, word) in block.chunks_exact_mut(4).zip([c, d, a, b]) {
            octets.copy_from_slice(&word.to_be_bytes());
        }
    }
}

impl KeySizeUser for Seed {
    type KeySize = U16;
}

impl KeyInit for Seed {
    fn new(key: &Key<Self>) -> Self {
        let mut words = [0u32; 4];
        for (word, octets) in words.iter_mut().zip(key.chunks_exact(4)) {
            *word = octets.iter().fold(0, |sum, octet| sum << 8 | u32::from(*octet));
        }
        let [mut a, mut b, mut c, mut d] = words;
        let mut rounds = [[0u32; 2]; 16];
        for (i, round) in (0u32..).zip(&mut rounds) {
            let constant = GOLDEN.rotate_left(i);
            *round = [g(a.wrapping_add(c).wrapping_sub(constant)), g(b.wrapping_sub(d).wrapping_add(constant))];
            if i % 2 == 0 {
                (a, b) = (a >> 8 | b << 24, b >> 8 | a << 24);
            } else {
                (c, d) = (c << 8 | d >> 24, d << 8 | c >> 24);
            }
        }
        words.zeroize();
        Self { rounds }
    }
}

impl BlockSizeUser for Seed {
    type BlockSize = U16;
}

impl ParBlocksSizeUser for Seed {
    type ParBlocksSize = U1;
}

impl BlockCipherEncrypt for Seed {
    fn encrypt_with_backend(&self, closure: impl BlockCipherEncClosure<BlockSize = U16>) {
        closure.call(self);
    }
}

impl BlockCipherEncBackend for Seed {
    fn encrypt_block(&self, mut block: InOut<'_, '_, Block<Self>>) {
        let mut octets = block.clone_in();
        Self::crypt(&mut octets, self.rounds.iter());
        *block.get_out() = octets;
    }
}

impl BlockCipherDecrypt for Seed {
    fn decrypt_with_backend(&self, closure: impl BlockCipherDecClosure<BlockSize = U16>) {
        closure.call(self);
    }
}

impl BlockCipherDecBackend for Seed {
    fn decrypt_block(&self, mut block: InOut<'_, '_, Block<Self>>) {
        let mut octets = block.clone_in();
        Self::crypt(&mut octets, self.rounds.iter().rev());
        *block.get_out() = octets;
    }
}

impl Drop for Seed {
    fn drop(&mut self) {
        self.rounds.zeroize();
    }
}

impl ZeroizeOnDrop for Seed {}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 4269 appendix B: key, plaintext, ciphertext.
    const VECTORS: [(u128, u128, u128); 4] = [
        (0, 0x0001_0203_0405_0607_0809_0a0b_0c0d_0e0f, 0x5eba_c6e0_054e_1668_19af_f1cc_6d34_6cdb),
        (0x0001_0203_0405_0607_0809_0a0b_0c0d_0e0f, 0, 0xc11f_22f2_0140_5050_8448_3597_e437_0f43),
        (
            0x4706_4808_51e6_1be8_5d74_bfb3_fd95_6185,
            0x83a2_f8a2_8864_1fb9_a4e9_a5cc_2f13_1c7d,
            0xee54_d13e_bcae_706d_226b_c314_2cd4_0d4a,
        ),
        (
            0x28db_c3bc_49ff_d87d_cfa5_09b1_1d42_2be7,
            0xb41e_6be2_eba8_4a14_8e2e_ed84_593c_5ec7,
            0x9b9b_7bfc_d181_3cb9_5d0b_3618_f40f_5122,
        ),
    ];

    #[test]
    fn blocks_agree_with_rfc_4269_in_both_directions() {
        for (key, plain, sealed) in VECTORS {
            let seed = Seed::new(&key.to_be_bytes().into());
            let mut block = plain.to_be_bytes().into();
            BlockCipherEncrypt::encrypt_block(&seed, &mut block);
            assert_eq!(block.0, sealed.to_be_bytes());
            BlockCipherDecrypt::decrypt_block(&seed, &mut block);
            assert_eq!(block.0, plain.to_be_bytes());
        }
    }
}
