use super::*;
use crate::store::Stored;
use std::sync::Mutex as StdMutex;

const ID: &str = "0123456789abcdef0123456789abcdef";
const PDF: &[u8] = b"%PDF-1.7\nscanned certificate\n%%EOF";

/// Records in memory.
#[derive(Default)]
struct Records(StdMutex<Vec<FileRecord>>);

impl Records {
    fn change(&self, id: &str, change: impl Fn(&mut FileRecord)) {
        self.0.lock().unwrap().iter_mut().filter(|file| file.id == id).for_each(change);
    }
}

#[async_trait::async_trait]
impl FileStore for Records {
    async fn create_file(&self, file: &FileRecord) -> Stored<()> {
        self.0.lock().unwrap().push(file.clone());
        Ok(())
    }
    async fn file(&self, draft: &str, id: &str) -> Stored<Option<FileRecord>> {
        let files = self.0.lock().unwrap();
        Ok(files.iter().find(|file| file.draft == draft && file.id == id).cloned())
    }
    async fn files(&self, draft: &str) -> Stored<Vec<FileRecord>> {
        let files = self.0.lock().unwrap();
        Ok(files.iter().filter(|file| file.draft == draft).cloned().collect())
    }
    async fn advance_file(&self, id: &str, received: u64) -> Stored<()> {
        self.change(id, |file| file.received = received);
        Ok(())
    }
    async fn complete_file(&self, id: &str) -> Stored<()> {
        self.change(id, |file| (file.received, file.complete) = (file.size, true));
        Ok(())
    }
    async fn delete_file(&self, id: &str) -> Stored<()> {
        self.0.lock().unwrap().retain(|file| file.id != id);
        Ok(())
    }
}

struct World {
    folder: tempfile::TempDir,
    uploads: Uploads,
}

impl World {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let uploads = Uploads::new(folder.path().join("uploads"), Arc::new(Records::default()));
        Self { folder, uploads }
    }

    async fn announced(name: &str, size: usize) -> Self {
        let world = Self::new();
        world.uploads.announce("draft", ID.to_owned(), name, size as u64).await.unwrap();
        world
    }

    async fn add(&self, offset: u64, chunk: &[u8]) -> Result<FileRecord, ProblemCode> {
        self.uploads.append("draft", ID, offset, chunk).await
    }

    fn bytes(&self) -> Option<Vec<u8>> {
        std::fs::read(self.folder.path().join("uploads").join(&ID[..2]).join(ID)).ok()
    }
}

#[tokio::test]
async fn chunks_in_order_make_the_file() {
    let world = World::announced("등록증.pdf", PDF.len()).await;
    let half = world.add(0, &PDF[..10]).await.unwrap();
    assert_eq!((half.received, half.complete), (10, false));
    let whole = world.add(10, &PDF[10..]).await.unwrap();
    assert_eq!((whole.received, whole.complete), (PDF.len() as u64, true));
    assert_eq!(world.bytes().unwrap(), PDF);
}

#[tokio::test]
async fn a_gap_or_an_overlap_writes_nothing() {
    let world = World::announced("a.pdf", PDF.len()).await;
    world.add(0, &PDF[..10]).await.unwrap();
    assert_eq!(world.add(11, &PDF[11..20]).await, Err(ProblemCode::WrongOffset));
    assert_eq!(world.add(5, &PDF[5..20]).await, Err(ProblemCode::WrongOffset));
    assert_eq!(world.add(u64::MAX, &PDF[..1]).await, Err(ProblemCode::WrongOffset));
    assert_eq!(world.bytes().unwrap(), &PDF[..10]);
}

#[tokio::test]
async fn a_chunk_sent_again_changes_nothing() {
    let world = World::announced("a.pdf", PDF.len()).await;
    world.add(0, &PDF[..10]).await.unwrap();
    assert_eq!(world.add(0, &PDF[..10]).await.unwrap().received, 10);
    world.add(10, &PDF[10..]).await.unwrap();
    assert!(world.add(10, &PDF[10..]).await.unwrap().complete);
    assert_eq!(world.bytes().unwrap(), PDF);
}

#[tokio::test]
async fn bytes_that_a_crash_left_behind_the_count_are_overwritten() {
    let world = World::announced("a.pdf", PDF.len()).await;
    world.add(0, &PDF[..10]).await.unwrap();
    world.uploads.disk.write(ID, 10, b"half a chunk that was never counted and is longer").await.unwrap();
    world.add(10, &PDF[10..]).await.unwrap();
    assert_eq!(world.bytes().unwrap(), PDF);
}

#[tokio::test]
async fn more_than_was_announced_is_too_large() {
    let world = World::announced("a.pdf", 20).await;
    assert_eq!(world.add(0, PDF).await, Err(ProblemCode::FileTooLarge));
    let chunk = vec![0; usize::try_from(CHUNK_BYTES).unwrap() + 1];
    let world = World::announced("a.pdf", 2 * chunk.len()).await;
    assert_eq!(world.add(0, &chunk).await, Err(ProblemCode::FileTooLarge));
}

#[tokio::test]
async fn content_of_another_kind_is_refused_and_deleted() {
    for (name, content) in
        [("a.pdf", &b"MZ\x90\0 a program"[..]), ("a.png", PDF), ("a.jpg", b"\x89PNG\r\n\x1a\n...."), ("a.zip", PDF)]
    {
        let world = World::announced(name, content.len()).await;
        assert_eq!(world.add(0, content).await, Err(ProblemCode::FileType), "{name}");
        assert_eq!(world.bytes(), None, "{name}");
        assert_eq!(world.uploads.get("draft", ID).await, Err(ProblemCode::NotFound), "{name}");
    }
}

#[tokio::test]
async fn what_can_never_be_taken_is_refused_when_announced() {
    let world = World::new();
    for (name, size, problem) in [
        ("a.exe", 10, ProblemCode::FileType),
        ("a.hwp", 10, ProblemCode::FileType),
        (".pdf", 10, ProblemCode::FileType),
        ("a.pdf", 0, ProblemCode::FileEmpty),
        ("a.pdf", FILE_BYTES + 1, ProblemCode::FileTooLarge),
    ] {
        assert_eq!(world.uploads.announce("draft", ID.to_owned(), name, size).await, Err(problem), "{name}");
    }
}

#[tokio::test]
async fn a_sign_up_holds_so_many_files_and_no_more() {
    let world = World::new();
    let announce = |number: usize| world.uploads.announce("draft", format!("{number:032x}"), "a.pdf", 10);
    for number in 0..FILES_PER_DRAFT {
        announce(number).await.unwrap();
    }
    assert_eq!(announce(FILES_PER_DRAFT).await, Err(ProblemCode::TooManyFiles));
}

#[tokio::test]
async fn a_file_is_its_own_sign_ups_alone() {
    let world = World::announced("a.pdf", PDF.len()).await;
    assert_eq!(world.uploads.append("other", ID, 0, PDF).await, Err(ProblemCode::NotFound));
    assert_eq!(world.uploads.delete("other", ID).await, Err(ProblemCode::NotFound));
    assert_eq!(world.uploads.append("draft", "../../etc/passwd", 0, PDF).await, Err(ProblemCode::NotFound));
}

#[tokio::test]
async fn a_deleted_file_leaves_no_bytes() {
    let world = World::announced("a.pdf", PDF.len()).await;
    world.add(0, &PDF[..10]).await.unwrap();
    world.uploads.delete_all("draft").await.unwrap();
    assert_eq!(world.bytes(), None);
    assert_eq!(world.add(10, &PDF[10..]).await, Err(ProblemCode::NotFound));
}
