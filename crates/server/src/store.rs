//! The store: one `SQLite` file, one writer, many readers.
//!
//! The rules live in the model; the store loads what a rule needs, applies it, and writes the
//! outcome, its event and its answer in one transaction. Whoever listens is told after the commit,
//! in the order of the commits.
//!
//! Everything belongs to one organisation, but for tokens and the agents themselves, who may be
//! members of several. Whatever reads or writes is given the organisation, by a [`Reader`] or as an
//! [`OrganisationId`], and what belongs to another does not exist for it.

mod attach;
mod block;
mod canned;
mod connect;
mod delivered;
mod delivery;
mod directory;
mod error;
mod event;
mod expression;
mod face;
mod idempotency;
mod import;
mod link;
mod list;
mod load;
mod manner;
mod media;
mod newest;
mod organisation;
mod people;
mod phone;
mod policy;
mod read;
mod refresh;
mod removal;
mod replay;
mod row;
mod save;
mod search;
mod secret;
mod snooze;
mod suffix;
mod token;
mod touchpoint;
mod training;
mod turn;
mod view;
mod write;

use std::sync::Arc;

use inbox_model::{Participant, ParticipantId, ParticipantKind};
use sqlx::SqlitePool;
use tokio::sync::{Mutex, Notify, broadcast};

use crate::clock;

pub use delivery::Waiting;
pub use error::StoreError;
pub use event::{Backlog, Change, ContactChange, EventKind};
pub use idempotency::{Answer, Begun, IdempotencyKey};
pub use import::Import;
pub use list::{Assignee, Counts, ListFilter, ListPosition, ListStart, Listed};
pub use media::Unsent;
pub use organisation::{Organisation, OrganisationId};
pub use people::Contact;
pub use secret::Secrets;
pub use token::{NewToken, Role, Token};
pub use write::{Act, Write, Written};

/// The result of everything here.
pub type Result<T> = std::result::Result<T, StoreError>;

/// The store. Clones share it.
#[derive(Clone, Debug)]
pub struct Store {
    shared: Arc<Shared>,
    /// What stands before the paths of files, see [`Store::told_at`].
    address: Option<Arc<str>>,
}

#[derive(Debug)]
struct Shared {
    writer: SqlitePool,
    readers: SqlitePool,
    /// Held from the beginning of a write until its event is published: events leave in the order
    /// of their numbers, and nobody waits for the database's own lock.
    turn: Arc<Mutex<()>>,
    changes: broadcast::Sender<Arc<Change>>,
    /// Told when a file has lost the last message that carried it.
    dropped: Notify,
    /// What links to files are signed with.
    link_key: link::Key,
}

/// For whom something is read, which decides what is in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Reader {
    /// An agent: everything of the organisation for which they act.
    Agent {
        /// Who.
        id: ParticipantId,
        /// For whom they act.
        organisation: OrganisationId,
    },
    /// A contact: the public side of the conversations in which they take part.
    Contact {
        /// Who.
        id: ParticipantId,
        /// Whose contact they are.
        organisation: OrganisationId,
    },
}

impl Reader {
    /// The reader's own id.
    pub fn id(&self) -> &ParticipantId {
        match self {
            Self::Agent { id, .. } | Self::Contact { id, .. } => id,
        }
    }

    /// The organisation of which they may know something.
    pub fn organisation(&self) -> &OrganisationId {
        match self {
            Self::Agent { organisation, .. } | Self::Contact { organisation, .. } => organisation,
        }
    }

    /// Whether this is an agent.
    pub fn is_agent(&self) -> bool {
        matches!(self, Self::Agent { .. })
    }
}

/// How many changes a listener may lag behind before it has to start over.
const CHANGES_KEPT: usize = 1024;

impl Store {
    /// Opens the database, making it and its folder where they are missing, and brings its schema
    /// up to date. `sqlite://data/inbox.db` is relative to the working directory.
    ///
    /// # Errors
    /// The address is none, the file cannot be opened, or the schema is newer than this build.
    pub async fn open(url: &str) -> Result<Self> {
        let (writer, readers) = connect::open(url).await?;
        let (changes, _) = broadcast::channel(CHANGES_KEPT);
        let (turn, dropped) = (Arc::new(Mutex::new(())), Notify::new());
        let link_key = secret::link_key(&writer).await?;
        let shared = Shared { writer, readers, turn, changes, dropped, link_key };
        let store = Self { shared: Arc::new(shared), address: None };
        let mut common = store.common().await?;
        organisation::settle(common.connection(), clock::now()).await?;
        common.commit().await?;
        Ok(store)
    }

    /// Everything that changes from now on.
    pub fn changes(&self) -> broadcast::Receiver<Arc<Change>> {
        self.shared.changes.subscribe()
    }

    /// Waits until files have lost the last message that carried them, since this was asked last.
    pub async fn files_dropped(&self) {
        self.shared.dropped.notified().await;
    }

    /// Answers if the database does.
    ///
    /// # Errors
    /// The database fails.
    pub async fn ping(&self) -> Result<()> {
        sqlx::query("SELECT 1").execute(&self.shared.readers).await?;
        Ok(())
    }

    /// Waits for the writer, moves the write-ahead log into the database file and closes it.
    pub async fn close(&self) {
        let _turn = self.shared.turn.lock().await;
        self.shared.readers.close().await;
        let checkpoint = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)");
        if let Err(error) = checkpoint.execute(&self.shared.writer).await {
            tracing::warn!(%error, "the write-ahead log stays; it is read at the next start");
        }
        self.shared.writer.close().await;
    }

    fn readers(&self) -> &SqlitePool {
        &self.shared.readers
    }
}

/// The workspace's own assistant, to whom changes are attributed that no agent is named for.
pub fn bot() -> Participant {
    Participant::new(ParticipantKind::Bot, BOT_ID).named("Assistant")
}

/// The bot's id has the form of an agent's and is the same in every store.
pub const BOT_ID: &str = "b07b07b07b07b07b07b07b07";
