//! Small real files.

use std::io::Write;
use std::path::PathBuf;
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

/// A picture of one pixel.
const PNG: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 6,
    0, 0, 0, 0x1F, 0x15, 0xC4, 0x89, 0, 0, 0, 13, b'I', b'D', b'A', b'T', 0x78, 0x9C, 0x63, 0xF8, 0xCF, 0xC0, 0xF0,
    0x1F, 0, 5, 0, 1, 0xFF, 0x89, 0x99, 0x3D, 0x1D, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xAE, 0x42, 0x60, 0x82,
];

/// A folder of papers on a person's computer.
pub struct Papers(TempDir);

impl Papers {
    /// An empty folder.
    pub fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder"))
    }

    /// A folder of its own among them.
    pub fn folder(&self) -> PathBuf {
        let count = std::fs::read_dir(self.0.path()).map_or(0, Iterator::count);
        let path = self.0.path().join(format!("folder-{count}"));
        std::fs::create_dir_all(&path).expect("the folder is made");
        path
    }

    /// A PDF of one empty page.
    pub fn pdf(&self, name: &str) -> PathBuf {
        self.pdf_of(name, 0)
    }

    /// A PDF with so many bytes of ballast.
    pub fn pdf_of(&self, name: &str, ballast: usize) -> PathBuf {
        let mut bytes =
            b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"
                .to_vec();
        bytes.extend(std::iter::repeat_n(b"%ballast\n".iter().copied(), ballast / 9).flatten());
        bytes.extend_from_slice(b"trailer<</Root 1 0 R>>\n%%EOF\n");
        self.file(name, &bytes)
    }

    /// A picture.
    pub fn png(&self, name: &str) -> PathBuf {
        self.file(name, PNG)
    }

    /// An archive with a picture.
    pub fn zip(&self, name: &str) -> PathBuf {
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        archive.start_file("scan.png", SimpleFileOptions::default()).expect("an entry");
        archive.write_all(PNG).expect("its bytes");
        let bytes = archive.finish().expect("an archive").into_inner();
        self.file(name, &bytes)
    }

    /// Any bytes under any name.
    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, bytes).expect("the file is written");
        path
    }
}
