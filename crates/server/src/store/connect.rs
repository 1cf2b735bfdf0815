//! Opening the database: connections, their settings, and the schema.

use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{SqlSafeStr, SqlitePool};

use super::{Result, StoreError, search};

/// As many connections as can be busy reading; `SQLite` reads do not block each other in WAL mode.
const READERS: u32 = 4;

/// Another process (the command line beside the running server) may hold the lock this long.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

pub(super) async fn open(url: &str) -> Result<(SqlitePool, SqlitePool)> {
    let options = options(url)?;
    make_folder(url, options.get_filename()).await?;
    let writer = SqlitePoolOptions::new()
        .max_connections(1)
        .min_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_with(options.clone())
        .await
        .map_err(|error| address(url, &error.to_string()))?;
    migrations().run(&writer).await?;
    search::fold_kept(&writer).await?;
    let readers = SqlitePoolOptions::new()
        .max_connections(READERS)
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_with(options.read_only(true).create_if_missing(false))
        .await?;
    Ok((writer, readers))
}

fn options(url: &str) -> Result<SqliteConnectOptions> {
    if !url.starts_with("sqlite:") {
        return Err(address(url, "only sqlite:// addresses can be opened"));
    }
    if url.contains(":memory:") || url.contains("mode=memory") {
        return Err(address(url, "the store needs a file: its connections share it"));
    }
    let options =
        SqliteConnectOptions::from_str(url).map_err(|error| address(url, &error.to_string()))?;
    Ok(options
        .create_if_missing(true)
        .foreign_keys(true)
        .busy_timeout(BUSY_TIMEOUT)
        .journal_mode(SqliteJournalMode::Wal)
        // NORMAL syncs only at checkpoints: consistent after a power cut, and yet the last commits
        // may be gone. A client drops a message from its outbox once it is acknowledged, so an
        // acknowledged message must survive. FULL syncs the log at every commit and costs one
        // fsync per write.
        .synchronous(SqliteSynchronous::Full))
}

async fn make_folder(url: &str, file: &Path) -> Result<()> {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => tokio::fs::create_dir_all(folder)
            .await
            .map_err(|error| address(url, &format!("cannot make its folder: {error}"))),
        _ => Ok(()),
    }
}

/// The schema's history, oldest first. A file here never changes once it is released.
fn migrations() -> Migrator {
    let one = |version, name: &'static str, sql: &'static str| {
        Migration::new(version, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
    };
    Migrator::with_migrations(vec![
        one(1, "store", include_str!("../../migrations/0001_store.sql")),
        one(2, "organisations", include_str!("../../migrations/0002_organisations.sql")),
        one(3, "handling", include_str!("../../migrations/0003_handling.sql")),
        one(10, "crm", include_str!("../../migrations/0010_crm.sql")),
        one(20, "newest", include_str!("../../migrations/0020_newest.sql")),
        one(30, "phone", include_str!("../../migrations/0030_phone.sql")),
        one(31, "touchpoints", include_str!("../../migrations/0031_touchpoints.sql")),
        one(50, "trust", include_str!("../../migrations/0050_trust.sql")),
        one(60, "paused", include_str!("../../migrations/0060_paused.sql")),
        one(61, "views", include_str!("../../migrations/0061_views.sql")),
    ])
}

fn address(url: &str, reason: &str) -> StoreError {
    StoreError::Address { url: url.to_owned(), reason: reason.to_owned() }
}
