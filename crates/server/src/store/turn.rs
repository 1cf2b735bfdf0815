//! Turns: one transaction writes at a time.

use sqlx::{Sqlite, SqliteConnection, Transaction};
use tokio::sync::OwnedMutexGuard;

use super::{Result, Store};

/// A transaction that has its turn, for what belongs to no organisation.
#[derive(Debug)]
pub(super) struct Common {
    pub(super) tx: Transaction<'static, Sqlite>,
    /// Last, so that the transaction ends before the turn does.
    pub(super) turn: OwnedMutexGuard<()>,
}

impl Common {
    pub(super) fn connection(&mut self) -> &mut SqliteConnection {
        &mut self.tx
    }

    pub(super) async fn commit(self) -> Result<()> {
        self.tx.commit().await?;
        drop(self.turn);
        Ok(())
    }
}

impl Store {
    /// Waits for its turn and begins a transaction.
    pub(super) async fn common(&self) -> Result<Common> {
        let turn = self.shared.turn.clone().lock_owned().await;
        // IMMEDIATE takes the write lock at once: a transaction that reads first and then writes
        // cannot wait for another process (the command line) and would fail instead.
        let tx = self.shared.writer.begin_with("BEGIN IMMEDIATE").await?;
        Ok(Common { tx, turn })
    }
}
