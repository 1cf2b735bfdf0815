//! A write: one turn, one transaction, one organisation, one event per conversation, one kept
//! answer.

use std::sync::Arc;

use inbox_model::apply::may_open;
use inbox_model::reply_window::refuses;
use inbox_model::{
    Command, CommandId, Context, Conversation, ConversationId, Part, PartId, Participant,
    Timestamp, apply,
};
use sqlx::{Sqlite, SqliteConnection, Transaction};
use tokio::sync::OwnedMutexGuard;

use super::delivery::Queue;
use super::event::{Change, Event, EventKind};
use super::idempotency::{self, Answer, Begun, IdempotencyKey, Kept};
use super::load;
use super::manner::{self, Manner};
use super::replay::Replay;
use super::row::{self, Stored};
use super::save::{self, Outcome, PositionOf};
use super::turn::Common;
use super::{
    OrganisationId, Result, Store, StoreError, attach, block, delivered, media, removal, training,
};
use crate::id::{self, PartIds};

/// A transaction that has its turn. Dropped without [`Write::finish`], it leaves no trace.
#[derive(Debug)]
pub struct Write {
    tx: Transaction<'static, Sqlite>,
    /// Whose things are read and written; those of others do not exist here.
    organisation: OrganisationId,
    changes: Vec<Change>,
    store: Store,
    key: Option<IdempotencyKey>,
    now: Timestamp,
    manner: Manner,
    /// What the answer is about.
    about: Option<Replay>,
    /// What was done under the key, where the answer was forgotten: nothing is done again.
    replay: Option<Replay>,
    /// Whether a file has lost the last message that carried it.
    drops_files: bool,
    /// Last, so that the transaction ends before the turn does.
    turn: OwnedMutexGuard<()>,
}

/// One command of somebody's.
#[derive(Clone, Debug)]
pub struct Act {
    /// Who acts.
    pub actor: Participant,
    /// What they do.
    pub command: Command,
}

impl Act {
    /// This command by this person.
    pub fn new(actor: &Participant, command: Command) -> Self {
        Self { actor: actor.clone(), command }
    }
}

/// What a write did to a conversation.
#[derive(Clone, Debug)]
pub struct Written {
    /// The new parts, in order.
    pub added: Vec<Arc<Part>>,
    /// Parts that were there and are different now.
    pub changed: Vec<Arc<Part>>,
}

impl Store {
    /// Waits for its turn and begins a write to what an organisation owns, unless the key says that
    /// it was done before.
    ///
    /// # Errors
    /// The database fails.
    pub async fn begin(
        &self,
        organisation: &OrganisationId,
        key: Option<IdempotencyKey>,
        now: Timestamp,
    ) -> Result<Begun> {
        let Common { mut tx, turn } = self.common().await?;
        let mut replay = None;
        if let Some(key) = &key
            && let Some((fingerprint, kept)) =
                idempotency::look_up(&mut tx, organisation, key).await?
        {
            if fingerprint != key.fingerprint {
                return Ok(Begun::Mismatch);
            }
            match kept {
                Kept::Answer(answer) => return Ok(Begun::Done(answer)),
                Kept::Forgotten(done) => replay = Some(done),
            }
        }
        let write = Write {
            tx,
            organisation: organisation.clone(),
            changes: Vec::new(),
            store: self.clone(),
            key,
            now,
            manner: Manner::default(),
            about: None,
            replay,
            drops_files: false,
            turn,
        };
        Ok(Begun::Fresh(Box::new(write)))
    }

    /// Begins a write without a key.
    ///
    /// # Errors
    /// The database fails.
    pub async fn write(&self, organisation: &OrganisationId, now: Timestamp) -> Result<Write> {
        match self.begin(organisation, None, now).await? {
            Begun::Fresh(write) => Ok(*write),
            Begun::Done(_) | Begun::Mismatch => Err(StoreError::Stopping),
        }
    }
}

impl Write {
    /// The connection, for reads that must see what this write has done.
    pub(super) fn connection(&mut self) -> &mut SqliteConnection {
        &mut self.tx
    }

    /// Whose things this write reads and writes.
    pub fn organisation(&self) -> &OrganisationId {
        &self.organisation
    }

    /// The connection with the organisation, for queries.
    pub(super) fn scope(&mut self) -> (&mut SqliteConnection, &OrganisationId) {
        (&mut self.tx, &self.organisation)
    }

    /// In which manner it is done.
    pub(super) fn manner(&mut self) -> &mut Manner {
        &mut self.manner
    }

    /// The answer will tell of this conversation.
    pub(super) fn tell_of(&mut self, id: &ConversationId) {
        let begun = || Replay { conversation: id.clone(), added: Vec::new() };
        self.about.get_or_insert_with(begun);
    }

    /// Whether it was done before, and is only told again: nothing of it is kept.
    pub fn is_replay(&self) -> bool {
        self.replay.is_some()
    }

    /// The store that is written to.
    pub(super) fn store(&self) -> &Store {
        &self.store
    }

    /// When this write happens.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Applies commands to a conversation, all or none, as one change. `command_id` is the client's
    /// own id for them and lands on the message that they make.
    ///
    /// # Errors
    /// `NoConversation`, the first refusal of a rule, or the database fails.
    pub async fn apply(
        &mut self,
        id: &ConversationId,
        command_id: Option<&CommandId>,
        acts: &[Act],
    ) -> Result<Written> {
        if let Some(replay) = &self.replay {
            let links = self.store.links(self.now);
            return replay.tell(&mut self.tx, &self.organisation, &links, id).await;
        }
        let before = row::load(&mut self.tx, &self.organisation, id).await?;
        let mut before = before.ok_or(StoreError::NoConversation)?;
        let positions = load::parts(&mut self.tx, &mut before, acts).await?;
        Box::pin(self.run(before, positions, false, command_id, acts)).await
    }

    /// An id for a conversation that is to begin. It is short enough to be a number too, so two
    /// draws may well be the same once in a store's life.
    ///
    /// # Errors
    /// The database or the system's random source fails.
    pub async fn new_conversation_id(&mut self) -> Result<ConversationId> {
        if let Some(replay) = &self.replay {
            return Ok(replay.conversation.clone());
        }
        loop {
            let id = id::conversation()?;
            if !row::is_taken(&mut self.tx, &id).await? {
                return Ok(id);
            }
        }
    }

    /// Begins a conversation: `blank`, which has no parts, with `Command::Start` applied to it.
    ///
    /// # Errors
    /// `Taken` if there is a conversation of that id, a rule refuses it, or the database fails.
    pub async fn start(
        &mut self,
        blank: Conversation,
        command_id: Option<&CommandId>,
        start: Act,
    ) -> Result<Written> {
        self.make(blank, command_id, &[start]).await
    }

    async fn make(
        &mut self,
        blank: Conversation,
        command_id: Option<&CommandId>,
        acts: &[Act],
    ) -> Result<Written> {
        if let Some(replay) = &self.replay {
            let links = self.store.links(self.now);
            return replay.tell(&mut self.tx, &self.organisation, &links, &blank.id).await;
        }
        if row::is_taken(&mut self.tx, &blank.id).await? {
            return Err(StoreError::Taken);
        }
        let before = Stored {
            organisation: self.organisation.clone(),
            version: 0,
            public_version: 0,
            public_activity_at: blank.created_at,
            public_updated_at: blank.created_at,
            positions: row::Positions::default(),
            preview: None,
            public_preview: None,
            conversation: blank,
        };
        // On the heap: a conversation is large, and its future would be larger.
        Box::pin(self.run(before, PositionOf::new(), true, command_id, acts)).await
    }

    /// Opens a conversation in which nothing is said yet.
    ///
    /// # Errors
    /// `Taken` if there is a conversation of that id, whoever opens it is blocked, or the database
    /// fails.
    pub async fn open(&mut self, mut blank: Conversation, actor: &Participant) -> Result<()> {
        blank.blocked = block::is_blocked(&mut self.tx, &self.organisation, actor).await?;
        may_open(&blank, actor)?;
        self.make(blank, None, &[]).await.map(|_| ())
    }

    async fn run(
        &mut self,
        mut before: Stored,
        positions: PositionOf,
        is_new: bool,
        command_id: Option<&CommandId>,
        acts: &[Act],
    ) -> Result<Written> {
        let id = before.conversation.id.clone();
        let links = self.links();
        let (tx, came_with) = (&mut self.tx, &self.manner.came_with);
        let acts = attach::settle(tx, &self.organisation, &id, came_with, &links, acts).await?;
        before.conversation.blocked = false;
        // A conversation that is brought over from elsewhere begins in the past.
        let now = if is_new { before.conversation.created_at } else { self.now };
        let newest = before.conversation.parts.last().map(|part| &part.id);
        let mut ids = PartIds::after(newest, now)?;
        let mut new_part_id = || ids.next_id();
        let mut outcome = Outcome {
            conversation: before.conversation.clone(),
            added: Vec::new(),
            changed: Vec::new(),
        };
        let policy = self.policy().await?;
        let mut queue = Queue::default();
        for Act { actor, command } in &acts {
            let (tx, organisation) = (&mut self.tx, &self.organisation);
            if delivered::is_again(tx, organisation, &outcome.conversation, command).await? {
                continue;
            }
            outcome.conversation.blocked =
                block::is_blocked(&mut self.tx, &self.organisation, actor).await?;
            let refused = refuses(&outcome.conversation, command, &policy.windows, now);
            let mut context = Context::new(actor, now, &mut new_part_id);
            context.command_id = command_id;
            context.policy = &policy;
            let applied = apply(&outcome.conversation, command, &mut context)?;
            outcome.conversation = applied.conversation;
            outcome.conversation.blocked = false;
            if self.manner.keeps_quiet {
                manner::hush(&mut outcome.conversation, &applied.added);
            } else {
                queue.add(&outcome.conversation, &applied.added, refused);
            }
            queue.settle(command);
            outcome.added.extend(applied.added);
            outcome.changed.extend(applied.changed);
        }
        outcome.changed.retain(|id| !outcome.added.contains(id));
        let change =
            save::save(&mut self.tx, &before, is_new, &outcome, positions, self.now).await?;
        self.changes.extend(change);
        // What is brought over from elsewhere was sent there.
        if now == self.now {
            queue.save(&mut self.tx, &self.organisation, &id, now).await?;
        }
        training::capture(&mut self.tx, &self.organisation, &outcome).await?;
        media::note_uses(&mut self.tx, &self.organisation, &outcome).await?;
        let (tx, organisation) = (&mut self.tx, &self.organisation);
        self.drops_files |= removal::after_redaction(tx, organisation, &outcome, self.now).await?;
        self.tell_of(&id);
        if let Some(about) = self.about.as_mut().filter(|about| about.conversation == id) {
            about.added.extend(outcome.added.iter().cloned());
        }
        let these = |ids: &[PartId]| -> Vec<Arc<Part>> {
            let parts = outcome.conversation.parts.iter();
            let parts = parts.filter(|part| ids.contains(&part.id)).cloned();
            parts.map(|part| links.part(&self.organisation, part)).collect()
        };
        Ok(Written { added: these(&outcome.added), changed: these(&outcome.changed) })
    }

    /// Deletes a conversation with all that hangs on it.
    ///
    /// # Errors
    /// `NoConversation`, or the database fails.
    pub async fn delete(&mut self, id: &ConversationId) -> Result<()> {
        let stored = row::load(&mut self.tx, &self.organisation, id).await?;
        let stored = stored.ok_or(StoreError::NoConversation)?;
        let files = removal::files_in(&mut self.tx, id, None).await?;
        sqlx::query("DELETE FROM conversations WHERE id = $1")
            .bind(id.as_str())
            .execute(&mut *self.tx)
            .await?;
        self.drops_files |= removal::drop_unused(&mut self.tx, &files, self.now).await?;
        idempotency::forget(&mut self.tx, &self.organisation, id).await?;
        let (version, kind) = (stored.version + 1, EventKind::Deleted);
        let event = Event { organisation: &self.organisation, kind, conversation: id, version };
        let number = event.record(&mut self.tx, self.now).await?;
        let mut contacts = Vec::new();
        for contact in save::contacts_of(&stored.conversation) {
            let event = Event { version: stored.public_version + 1, ..event };
            contacts.push(event.record_for(&mut self.tx, contact, self.now).await?);
        }
        self.changes.push(event.into_change(number, contacts));
        Ok(())
    }

    /// Keeps the answer under the key, commits, and tells those who listen.
    ///
    /// # Errors
    /// The database fails; nothing has happened then.
    pub async fn finish(self, answer: Option<&Answer>) -> Result<()> {
        if self.replay.is_some() {
            // It was done; this told it again.
            return Ok(());
        }
        let Self {
            mut tx, organisation, changes, store, key, now, about, drops_files, turn, ..
        } = self;
        if let (Some(key), Some(answer)) = (&key, answer) {
            idempotency::keep(&mut tx, &organisation, key, answer, about.as_ref(), now).await?;
        }
        // A task of its own: a client that hangs up between the commit and the publication must
        // not keep the others from being told.
        let committed = tokio::spawn(async move {
            tx.commit().await?;
            for change in changes {
                // An error means that nobody listens.
                let _ = store.shared.changes.send(Arc::new(change));
            }
            if drops_files {
                store.shared.dropped.notify_one();
            }
            drop(turn);
            Ok(())
        });
        committed.await.map_err(|_| StoreError::Stopping)?
    }
}
