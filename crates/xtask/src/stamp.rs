//! Knows whether an output is still that of its inputs: a hash of their names and contents beside it.

use sha2::{Digest, Sha256};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::paths;

/// The hash of the inputs of one output.
#[derive(PartialEq, Eq)]
pub struct Stamp(String);

impl Stamp {
    /// Reads every file in and below `inputs`; `settings` is whatever else decides the output.
    pub fn of(inputs: &[PathBuf], settings: &str) -> io::Result<Self> {
        let mut files = Vec::new();
        for input in inputs {
            collect(input, &mut files)?;
        }
        files.sort();
        let mut hash = Sha256::new();
        hash.update(settings);
        for file in files {
            let content = fs::read(&file)?;
            hash.update(file.as_os_str().as_encoded_bytes());
            hash.update(content.len().to_le_bytes());
            hash.update(content);
        }
        Ok(Self(hex(&hash.finalize())))
    }

    /// Whether the output called `name` was made from these inputs.
    pub fn is_current(&self, name: &str) -> bool {
        fs::read_to_string(file(name)).is_ok_and(|stored| stored == self.0)
    }

    /// Remembers that the output called `name` was made from these inputs.
    pub fn store(&self, name: &str) -> io::Result<()> {
        fs::create_dir_all(paths::target().join("stamps"))?;
        fs::write(file(name), &self.0)
    }
}

/// The first 16 hexadecimal digits of the SHA-256 of a content: enough for a file name.
pub fn short_hash(content: &[u8]) -> String {
    hex(&Sha256::digest(content))[..16].to_owned()
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("writing to a String cannot fail");
        text
    })
}

fn file(name: &str) -> PathBuf {
    paths::target().join("stamps").join(name)
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            collect(&entry?.path(), files)?;
        }
    } else if path.is_file() {
        files.push(path.to_owned());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(dir: &Path) -> String {
        Stamp::of(&[dir.to_owned()], "a").expect("the folder can be read").0
    }

    #[test]
    fn an_edit_a_new_file_a_rename_and_a_deletion_each_change_the_stamp() {
        let dir = std::env::temp_dir().join(format!("stamp-{}", std::process::id()));
        fs::create_dir_all(dir.join("sub")).expect("a temporary folder");
        let write = |name: &str, text: &str| fs::write(dir.join(name), text).expect("a temporary file");
        write("sub/one", "1");
        let first = stamp(&dir);
        write("sub/one", "2");
        let edited = stamp(&dir);
        write("two", "");
        let added = stamp(&dir);
        fs::rename(dir.join("two"), dir.join("three")).expect("a rename");
        let renamed = stamp(&dir);
        fs::remove_file(dir.join("three")).expect("a deletion");
        let deleted = stamp(&dir);
        write("sub/one", "1");
        assert_eq!(stamp(&dir), first, "the same content has the same stamp, whatever its time");
        assert_eq!(deleted, edited);
        assert!(first != edited && edited != added && added != renamed && renamed != deleted);
        assert!(Stamp::of(std::slice::from_ref(&dir), "b").expect("readable").0 != first, "settings count too");
        fs::remove_dir_all(dir).expect("the temporary folder goes");
    }
}
