//! What can go wrong in the store.

use inbox_model::Refusal;
use thiserror::Error;

/// Why the store could not do it.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The database address is not one that this build can open.
    #[error("cannot use the database `{url}`: {reason}")]
    Address {
        /// As given.
        url: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The database failed.
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
    /// The schema could not be brought up to date.
    #[error("the database schema could not be brought up to date: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// A stored value cannot be read.
    #[error("a stored value cannot be read: {0}")]
    Json(#[from] serde_json::Error),
    /// The system gives no random numbers.
    #[error("the system gives no random numbers: {0}")]
    Random(#[from] getrandom::Error),
    /// There is no such conversation.
    #[error("there is no such conversation")]
    NoConversation,
    /// There is no such agent.
    #[error("there is no such agent")]
    NoAgent,
    /// The id of something new is that of something there.
    #[error("the id is taken")]
    Taken,
    /// A rule of the model forbids it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The task that commits was ended by the runtime.
    #[error("the server is stopping")]
    Stopping,
}
