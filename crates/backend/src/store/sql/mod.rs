//! The store on SQLite and PostgreSQL, in SQL that both understand.
