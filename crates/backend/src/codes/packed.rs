//! An edition as one file for browsers that search by themselves. It is named by its content, so that it may be kept
//! for ever, and compressed once.

use crate::random::hex;
use axum::body::Bytes;
use gaip_classify::Edition;
use sha2::{Digest, Sha256};
use std::io::Write;
use std::sync::Arc;
use tokio::sync::OnceCell;

/// Digits of a name: enough to tell apart all editions that will ever be.
const NAME_DIGITS: usize = 16;

/// The file of an edition.
#[derive(Debug)]
pub struct Packed {
    /// Its name in addresses: the first digits of its SHA-256, after `builtin-` for one that came with the product.
    pub name: String,
    /// Its bytes.
    pub plain: Bytes,
    compressed: OnceCell<Option<Compressed>>,
}

/// The same bytes for less traffic.
#[derive(Clone, Debug)]
pub struct Compressed {
    /// In brotli.
    pub br: Bytes,
    /// In gzip.
    pub gzip: Bytes,
}

impl Packed {
    /// Packs an edition that was imported.
    pub fn official(edition: &Edition) -> Self {
        Self::new("", edition)
    }

    /// Packs an edition that came with the product; its name says so, as no source is owed for it.
    pub fn builtin(edition: &Edition) -> Self {
        Self::new("builtin-", edition)
    }

    fn new(kind: &str, edition: &Edition) -> Self {
        let plain = edition.pack();
        let digits = hex(&Sha256::digest(&plain));
        let name = [kind, digits.get(..NAME_DIGITS).unwrap_or(&digits)].concat();
        Self { name, plain: plain.into(), compressed: OnceCell::new() }
    }

    /// Compressed at the first call, which takes seconds; whoever calls meanwhile waits for the same work.
    /// `None` where it failed, which is in the log.
    pub async fn compressed(&self) -> Option<&Compressed> {
        let work = || async {
            let plain = self.plain.clone();
            let done = tokio::task::spawn_blocking(move || compress(&plain)).await;
            let done = done.map_err(std::io::Error::other).and_then(|result| result);
            done.inspect_err(|error| tracing::error!(%error, "an edition cannot be compressed")).ok()
        };
        self.compressed.get_or_init(work).await.as_ref()
    }

    /// Compresses in the background if that was not done, so that nobody waits for it.
    pub fn compress_soon(self: &Arc<Self>) {
        if !self.compressed.initialized() {
            let packed = self.clone();
            tokio::spawn(async move { packed.compressed().await.is_some() });
        }
    }
}

fn compress(plain: &[u8]) -> std::io::Result<Compressed> {
    let settings =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: plain.len(), ..Default::default() };
    let mut br = Vec::new();
    brotli::BrotliCompress(&mut &plain[..], &mut br, &settings)?;
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(plain)?;
    Ok(Compressed { br: br.into(), gzip: gzip.finish()?.into() })
}
