//! Imported editions in SQL. Entries are written in batches of their own, so that a server which runs meanwhile never
//! waits long for its turn to write.

use super::{SqlStore, from_json, get, to_json, write_audit};
use crate::store::{CodeStore, EditionRecord, Failure, Stored, Swap};
use async_trait::async_trait;
use gaip_classify::{Entry, Gone, Level};
use gaip_domain::value::CodeList;
use sqlx::AssertSqlSafe;
use sqlx::any::AnyRow;
use std::collections::BTreeMap;

/// Rows of one statement: seven values each, of the 32,766 that SQLite takes.
const BATCH: usize = 1000;
const LEVELS: [Level; 5] = [Level::Section, Level::Chapter, Level::Heading, Level::Subheading, Level::Line];

fn record(row: &AnyRow) -> Stored<EditionRecord> {
    let list: String = get(row, "list")?;
    Ok(EditionRecord {
        id: get(row, "id")?,
        list: CodeList::parse(&list).ok_or_else(|| Failure(format!("the code list {list} is not known")))?,
        digest: get(row, "digest")?,
        files: from_json(&get::<String>(row, "files")?)?,
        codes: u64::try_from(get::<i64>(row, "codes")?).unwrap_or_default(),
        imported_at: get(row, "imported_at")?,
        in_force_at: get(row, "in_force_at")?,
    })
}

fn entry(row: &AnyRow) -> Stored<Entry> {
    let level = usize::try_from(get::<i64>(row, "level")?).ok().and_then(|level| LEVELS.get(level));
    let names: String = get(row, "names")?;
    Ok(Entry {
        code: get(row, "code")?,
        level: *level.ok_or_else(|| Failure("a level of a code is not known".to_owned()))?,
        ko: get(row, "ko")?,
        en: get(row, "en")?,
        parent: get(row, "parent")?,
        names: if names.is_empty() { Vec::new() } else { from_json(&names)? },
    })
}

fn signed(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// `INSERT` of this many entries.
fn insert(rows: usize) -> String {
    let row = |at: usize| {
        let values: Vec<String> = (1..=7).map(|value| format!("${}", at * 7 + value)).collect();
        format!("({})", values.join(","))
    };
    let rows: Vec<String> = (0..rows).map(row).collect();
    format!("INSERT INTO edition_entries (edition_id, code, level, ko, en, parent, names) VALUES {}", rows.join(","))
}

#[async_trait]
impl CodeStore for SqlStore {
    async fn edition_in_force(&self, list: CodeList) -> Stored<Option<String>> {
        let row = sqlx::query("SELECT edition_id FROM editions_in_force WHERE list = $1")
            .bind(list.as_str())
            .fetch_optional(&self.reader)
            .await?;
        row.map(|row| get(&row, "edition_id")).transpose()
    }

    async fn edition_with(&self, list: CodeList, digest: &str) -> Stored<Option<EditionRecord>> {
        let row = sqlx::query("SELECT * FROM editions WHERE list = $1 AND digest = $2 AND in_force_at IS NOT NULL")
            .bind(list.as_str())
            .bind(digest)
            .fetch_optional(&self.reader)
            .await?;
        row.as_ref().map(record).transpose()
    }

    async fn entries(&self, edition: &str) -> Stored<Vec<Entry>> {
        let rows = sqlx::query("SELECT * FROM edition_entries WHERE edition_id = $1 ORDER BY code")
            .bind(edition)
            .fetch_all(&self.reader)
            .await?;
        let mut entries = rows.iter().map(entry).collect::<Stored<Vec<_>>>()?;
        // Databases differ in how they order text.
        entries.sort_by(|a, b| a.code.cmp(&b.code));
        Ok(entries)
    }

    async fn gone(&self, list: CodeList, edition: &str) -> Stored<Vec<Gone>> {
        let select = "SELECT old.code, old.ko, old.en
                      FROM editions JOIN edition_entries old ON old.edition_id = editions.id
                      WHERE list = $1 AND in_force_at IS NOT NULL AND editions.id <> $2 AND NOT EXISTS
                          (SELECT 1 FROM edition_entries now WHERE now.edition_id = $2 AND now.code = old.code)
                      ORDER BY in_force_at, editions.id";
        let rows = sqlx::query(select).bind(list.as_str()).bind(edition).fetch_all(&self.reader).await?;
        // The last edition that had the code has the last word on its labels.
        let mut gone = BTreeMap::new();
        for row in &rows {
            let one = Gone { code: get(row, "code")?, ko: get(row, "ko")?, en: get(row, "en")? };
            gone.insert(one.code.clone(), one);
        }
        Ok(gone.into_values().collect())
    }

    async fn delete_unfinished(&self, list: CodeList) -> Stored<()> {
        sqlx::query("DELETE FROM editions WHERE list = $1 AND in_force_at IS NULL")
            .bind(list.as_str())
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    async fn begin_edition(&self, edition: &EditionRecord) -> Stored<()> {
        let insert =
            "INSERT INTO editions (id, list, digest, files, codes, imported_at) VALUES ($1, $2, $3, $4, $5, $6)";
        sqlx::query(insert)
            .bind(&edition.id)
            .bind(edition.list.as_str())
            .bind(&edition.digest)
            .bind(to_json(&edition.files)?)
            .bind(signed(edition.codes))
            .bind(edition.imported_at)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    async fn add_entries(&self, edition: &str, entries: &[Entry]) -> Stored<()> {
        let whole = insert(BATCH);
        for batch in entries.chunks(BATCH) {
            let part = if batch.len() == BATCH { whole.clone() } else { insert(batch.len()) };
            // Nothing but numbers of parameters is put into the text.
            let mut insert = sqlx::query(AssertSqlSafe(part));
            for entry in batch {
                let names = if entry.names.is_empty() { String::new() } else { to_json(&entry.names)? };
                insert = insert
                    .bind(edition)
                    .bind(&entry.code)
                    .bind(entry.level as i64)
                    .bind(&entry.ko)
                    .bind(&entry.en)
                    .bind(entry.parent.as_deref())
                    .bind(names);
            }
            insert.execute(&self.writer).await?;
        }
        Ok(())
    }

    async fn put_in_force(&self, swap: Swap<'_>) -> Stored<bool> {
        let list = swap.edition.list.as_str();
        let mut transaction = self.begin().await?;
        let written = sqlx::query("SELECT COUNT(*) AS codes FROM edition_entries WHERE edition_id = $1")
            .bind(&swap.edition.id)
            .fetch_one(&mut *transaction)
            .await?;
        if get::<i64>(&written, "codes")? != signed(swap.edition.codes) {
            return Ok(false);
        }
        sqlx::query("UPDATE editions SET in_force_at = $1 WHERE id = $2")
            .bind(swap.audit.at)
            .bind(&swap.edition.id)
            .execute(&mut *transaction)
            .await?;
        let done =
            match swap.instead_of {
                Some(before) => {
                    sqlx::query("UPDATE editions_in_force SET edition_id = $1 WHERE list = $2 AND edition_id = $3")
                        .bind(&swap.edition.id)
                        .bind(list)
                        .bind(before)
                        .execute(&mut *transaction)
                        .await?
                }
                None => sqlx::query(
                    "INSERT INTO editions_in_force (list, edition_id) VALUES ($1, $2) ON CONFLICT (list) DO NOTHING",
                )
                .bind(list)
                .bind(&swap.edition.id)
                .execute(&mut *transaction)
                .await?,
            };
        if done.rows_affected() != 1 {
            return Ok(false);
        }
        write_audit(&mut transaction, swap.audit).await?;
        transaction.commit().await?;
        Ok(true)
    }
}
