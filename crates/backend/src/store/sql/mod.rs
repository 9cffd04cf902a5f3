//! The store on SQLite and PostgreSQL, in SQL that both understand.

mod applications;
mod certificates;
mod challenges;
mod codes;
mod companies;
mod company_accounts;
mod company_logins;
mod consents;
mod conversions;
mod drafts;
mod email_codes;
mod employees;
mod files;
mod financial;
mod identities;
mod invitations;
mod leaving;
mod links;
mod master_offers;
mod members;
mod old_accounts;
mod operators;
mod own;
mod passkeys;
mod recovery;
mod sessions;
mod socials;
mod submit;
mod syncs;

use super::{AuditRow, Failure, Store, Stored};
use async_trait::async_trait;
use sqlx::any::{AnyPoolOptions, AnyRow};
use sqlx::migrate::Migrator;
use sqlx::{Any, AnyConnection, AnyPool, Connection, Decode, Executor, Row, Transaction, Type};

/// How SQLite is set up. WAL lets readers read while one writes. FULL syncs each commit: a power cut loses no step.
const SQLITE: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000;";

/// A database.
#[derive(Clone, Debug)]
pub struct SqlStore {
    /// SQLite has one writer: one connection makes writes queue fairly instead of fail.
    writer: AnyPool,
    reader: AnyPool,
    /// Begins a transaction that writes.
    begin: &'static str,
}

impl SqlStore {
    /// Connects to `sqlite://…` or `postgres://…` and brings the tables up to date.
    pub async fn connect(url: &str) -> Stored<Self> {
        sqlx::any::install_default_drivers();
        migrate(url).await?;
        let store = if url.starts_with("sqlite:") {
            let pool = |size| {
                AnyPoolOptions::new().max_connections(size).test_before_acquire(false).after_connect(|connection, _| {
                    Box::pin(async move {
                        connection.execute(SQLITE).await?;
                        Ok(())
                    })
                })
            };
            let writer = pool(1).min_connections(1).connect(url).await?;
            Self { writer, reader: pool(4).connect(url).await?, begin: "BEGIN IMMEDIATE" }
        } else {
            let pool = AnyPoolOptions::new().max_connections(16).connect(url).await?;
            Self { writer: pool.clone(), reader: pool, begin: "BEGIN" }
        };
        Ok(store)
    }

    async fn begin(&self) -> Stored<Transaction<'static, Any>> {
        Ok(self.writer.begin_with(self.begin).await?)
    }

    /// Deletes something of a member's and writes it down; `false` where it is not there.
    async fn delete_of_member(&self, delete: &'static str, member: &str, id: &str, audit: &AuditRow) -> Stored<bool> {
        let mut transaction = self.begin().await?;
        let done = sqlx::query(delete).bind(member).bind(id).execute(&mut *transaction).await?;
        if done.rows_affected() == 0 {
            return Ok(false);
        }
        write_audit(&mut transaction, audit).await?;
        transaction.commit().await?;
        Ok(true)
    }
}

/// Brings the tables up to date, on a connection of its own: while SQLite makes a table anew, foreign keys must not be held.
async fn migrate(url: &str) -> Stored<()> {
    let mut connection = AnyConnection::connect(url).await?;
    if url.starts_with("sqlite:") {
        connection.execute("PRAGMA busy_timeout = 10000; PRAGMA foreign_keys = OFF;").await?;
    }
    migrations(url).run(&mut connection).await.map_err(|error| Failure(error.to_string()))?;
    Ok(connection.close().await?)
}

/// Every change of the tables in order: most in the SQL that both databases share, some in each one's own (decision 0012).
pub fn migrations(url: &str) -> Migrator {
    let own = if url.starts_with("sqlite:") {
        sqlx::migrate!("./migrations/sqlite")
    } else {
        sqlx::migrate!("./migrations/postgres")
    };
    Migrator::with_migrations(sqlx::migrate!("./migrations").iter().chain(own.iter()).cloned().collect())
}

#[async_trait]
impl Store for SqlStore {
    async fn ping(&self) -> Stored<()> {
        sqlx::query("SELECT COUNT(*) FROM sessions WHERE id = ''").fetch_one(&self.reader).await?;
        Ok(())
    }

    async fn close(&self) {
        self.reader.close().await;
        self.writer.close().await;
    }

    async fn audit(&self, row: &AuditRow) -> Stored<()> {
        let mut connection = self.writer.acquire().await?;
        write_audit(&mut connection, row).await
    }
}

async fn write_audit(connection: &mut AnyConnection, row: &AuditRow) -> Stored<()> {
    sqlx::query("INSERT INTO audit (id, at, event, portal, member_id, operator_id) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(&row.id)
        .bind(row.at)
        .bind(row.event.as_str())
        .bind(&row.portal)
        .bind(row.member.as_deref())
        .bind(row.operator.as_deref())
        .execute(connection)
        .await?;
    Ok(())
}

/// Messages of the drivers name tables and constraints, never values.
impl From<sqlx::Error> for Failure {
    fn from(error: sqlx::Error) -> Self {
        Failure(error.to_string())
    }
}

/// What a row that only counts has counted.
fn count(row: &AnyRow) -> Stored<u32> {
    Ok(u32::try_from(get::<i64>(row, "found")?).unwrap_or(u32::MAX))
}

/// A column of a row.
fn get<'r, T: Decode<'r, Any> + Type<Any>>(row: &'r AnyRow, column: &str) -> Stored<T> {
    Ok(row.try_get(column)?)
}

/// Whether a statement failed because a unique column has the value already.
fn is_duplicate(error: &sqlx::Error) -> bool {
    error.as_database_error().is_some_and(sqlx::error::DatabaseError::is_unique_violation)
}

fn to_json<T: serde::Serialize>(value: &T) -> Stored<String> {
    serde_json::to_string(value).map_err(|error| Failure(format!("JSON: {error}")))
}

/// Errors of `serde_json` may quote a value, so only the place is told.
fn from_json<T: serde::de::DeserializeOwned>(text: &str) -> Stored<T> {
    serde_json::from_str(text).map_err(|error| Failure(format!("JSON in the database, column {}", error.column())))
}
