//! One person's device: the copy under test, a storage that outlives a crash, and an engine that
//! does what it is told.

use std::collections::{BTreeMap, BTreeSet};

use inbox_model::outbox::{Entry, EntryState};
use inbox_model::sync::{Effect, Event, Inbox};
use inbox_model::thread::{self, Item, ItemKey, Options};
use inbox_model::{CommandId, Conversation, ConversationId, Participant, Timestamp};

pub(crate) struct Client {
    pub(crate) me: Participant,
    /// What it knows when it has forgotten everything.
    blank: Inbox,
    pub(crate) inbox: Inbox,
    pub(crate) storage: BTreeMap<CommandId, Entry>,
    /// Counts up with every crash; what was asked before is answered to nobody.
    pub(crate) life: u32,
    /// Milliseconds by which this device's clock is wrong.
    pub(crate) skew: i64,
    pub(crate) online: bool,
    /// The live stream is connected, and whether it has lost something.
    pub(crate) live: bool,
    pub(crate) missed: bool,
    /// The next step is cut short by a crash after so many effects.
    pub(crate) crash_after: Option<usize>,
    pub(crate) looks_at: Option<ConversationId>,
    /// The version that each conversation had in this life.
    versions: BTreeMap<ConversationId, Option<u64>>,
    /// Messages of one's own that were on the screen in this life.
    shown: BTreeMap<ConversationId, BTreeSet<CommandId>>,
}

impl Client {
    pub(crate) fn new(me: Participant, skew: i64, looks_first: bool) -> Self {
        let blank = Inbox::new(me.clone()).looking_first(looks_first);
        Self {
            inbox: blank.clone(),
            me,
            blank,
            storage: BTreeMap::new(),
            life: 0,
            skew,
            online: true,
            live: false,
            missed: true,
            crash_after: None,
            looks_at: None,
            versions: BTreeMap::new(),
            shown: BTreeMap::new(),
        }
    }

    /// The device loses its memory.
    pub(crate) fn forget(&mut self) {
        self.inbox = self.blank.clone();
        self.life += 1;
        self.live = false;
        self.missed = true;
        self.looks_at = None;
        self.versions.clear();
        self.shown.clear();
    }

    /// One step. Returns what is to be sent out, and whether a crash has cut it short.
    pub(crate) fn step(&mut self, event: Event, now: Timestamp) -> (Vec<Effect>, bool) {
        let effects = self.inbox.reduce(event, now.plus(self.skew));
        let crash_after = self.crash_after.take();
        let mut out = Vec::new();
        for (count, effect) in effects.into_iter().enumerate() {
            if crash_after.is_some_and(|after| count >= after) {
                return (out, true);
            }
            match effect {
                Effect::Save(entry) => {
                    self.storage.insert(entry.command_id.clone(), entry);
                }
                Effect::Forget(command_id) => {
                    self.storage.remove(&command_id);
                }
                Effect::Send { .. } | Effect::Look { .. } | Effect::Fetch { .. } | Effect::List => {
                    assert!(self.online, "nothing leaves without a network: {effect:?}");
                    out.push(effect);
                }
                _ => {}
            }
        }
        (out, crash_after.is_some())
    }

    /// What must hold at every moment. `keeps`: the server says which command made which part, and
    /// fetches bring whole threads, so that nothing once shown may leave the screen.
    pub(crate) fn check(&mut self, keeps: bool) {
        let mut sending = BTreeSet::new();
        for entry in self.inbox.outbox().entries() {
            if entry.state == EntryState::Sending {
                assert!(sending.insert(&entry.conversation), "one at a time: {entry:?}");
            }
        }
        let list = self.inbox.list();
        assert_eq!(list.iter().collect::<BTreeSet<_>>().len(), list.len(), "a row twice");
        for id in &list {
            let conversation = self.inbox.conversation(id).expect("what is listed has a row");
            let version = conversation.version;
            let before = self.versions.insert(id.clone(), version);
            assert!(before <= Some(version), "{id} went back from {before:?} to {version:?}");
            let shown = self.shown_commands(&conversation);
            if keeps {
                let before = self.shown.entry(id.clone()).or_default();
                let lost: Vec<_> = before.difference(&shown).collect();
                assert!(lost.is_empty(), "left the screen of {id}: {lost:?}");
            }
            self.shown.insert(id.clone(), shown);
        }
        for entry in self.inbox.outbox().entries().filter(|entry| entry.command.is_spoken()) {
            let shown = &self.shown[&entry.conversation];
            assert!(shown.contains(&entry.command_id), "not on the screen: {entry:?}");
        }
    }

    /// Ids of the commands whose messages are shown. Checks the keys on the way.
    fn shown_commands(&self, conversation: &Conversation) -> BTreeSet<CommandId> {
        let (parts, pending) = self.inbox.thread(&conversation.id);
        let options = Options {
            me: &self.me,
            offset_minutes: 60,
            unread_after: parts.first().map(|part| &part.id),
            receipts: &conversation.read_receipts,
            public_only: self.me.kind.is_contact(),
        };
        let items = thread::items(&parts, &pending, &options);
        let keys: BTreeSet<ItemKey> = items.iter().map(Item::key).collect();
        assert_eq!(keys.len(), items.len(), "a key twice: {items:#?}");
        let command = |key| if let ItemKey::Command(command) = key { Some(command) } else { None };
        keys.into_iter().filter_map(command).collect()
    }
}
