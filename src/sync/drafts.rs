//! What is being typed: one draft per conversation and mode, kept over a reload.

use std::cell::RefCell;
use std::rc::Rc;

#[cfg(feature = "desk")]
use gloo_timers::callback::Timeout;
#[cfg(feature = "desk")]
use inbox_dialects::json;
#[cfg(feature = "desk")]
use inbox_dialects::portable::{read_contents, read_envelope, write_contents, write_envelope};
#[cfg(feature = "desk")]
use inbox_model::Content;
use inbox_model::ConversationId;
#[cfg(feature = "desk")]
use inbox_model::collision::Seen;
#[cfg(feature = "desk")]
use inbox_model::command::Envelope;
use inbox_model::sorted::SortedMap;

use super::storage::{Drawer, Storage};
#[cfg(feature = "desk")]
use crate::net::later;
use crate::net::spawn;

/// To whom a draft speaks. A note must never turn into a reply by mistake, so they are apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DraftMode {
    /// To the other side.
    Reply,
    /// Among agents.
    Note,
}

/// All drafts of this device.
#[derive(Clone, Default)]
pub struct Drafts {
    inner: Rc<Inner>,
}

#[derive(Default)]
struct Inner {
    texts: RefCell<SortedMap<String, String>>,
    storage: RefCell<Option<Storage>>,
    person: RefCell<String>,
    #[cfg(feature = "desk")]
    typed: Typed,
}

/// What has been typed since it was last written down.
#[cfg(feature = "desk")]
#[derive(Default)]
struct Typed {
    keys: RefCell<Vec<String>>,
    timer: RefCell<Option<Timeout>>,
}

/// So long after a letter it is written down, with those that have come meanwhile, in milliseconds:
/// to write is more work than to draw the letter. A page that goes away does it at once.
#[cfg(feature = "desk")]
const PAUSE_MS: u32 = 100;

impl Drafts {
    /// Takes up what a person kept; `person` is what their keys begin with. What has been typed
    /// before anybody was known is theirs too, and wins.
    pub(super) async fn restore(&self, storage: Storage, person: &str) {
        if self.inner.storage.replace(Some(storage.clone())).is_some() {
            self.inner.texts.borrow_mut().clear();
        }
        self.inner.person.replace(person.to_owned());
        let kept = storage.all(Drawer::Drafts).await;
        let mut texts = self.inner.texts.borrow_mut();
        for (key, text) in kept {
            if let Some(key) = key.strip_prefix(person) {
                texts.get_or_insert_with(key.to_owned(), || text);
            }
        }
    }

    /// The draft; empty if there is none. `None` as a conversation is one that does not exist yet.
    pub fn get(&self, conversation: Option<&ConversationId>, mode: DraftMode) -> String {
        self.inner.texts.borrow().get(&key(conversation, mode)).cloned().unwrap_or_default()
    }

    /// Keeps a draft; an empty one is dropped.
    pub fn set(&self, conversation: Option<&ConversationId>, mode: DraftMode, text: &str) {
        self.put(key(conversation, mode), text);
    }

    /// A conversation has another id now, and its draft with it.
    pub(super) fn renamed(&self, from: &ConversationId, to: &ConversationId) {
        let text = self.get(Some(from), DraftMode::Reply);
        if !text.is_empty() {
            self.set(Some(from), DraftMode::Reply, "");
            self.set(Some(to), DraftMode::Reply, &text);
        }
    }

    fn put(&self, key: String, text: &str) {
        if text.is_empty() {
            self.inner.texts.borrow_mut().remove(&key);
        } else {
            self.inner.texts.borrow_mut().insert(key.clone(), text.to_owned());
        }
        #[cfg(feature = "desk")]
        if self.waits(&key, text) {
            return;
        }
        self.write(&key, text);
    }

    fn write(&self, key: &str, text: &str) {
        let Some(storage) = self.inner.storage.borrow().clone() else { return };
        let text = text.to_owned();
        let key = [self.inner.person.borrow().as_str(), key].concat();
        spawn(async move {
            if text.is_empty() {
                storage.remove(Drawer::Drafts, &key).await;
            } else {
                storage.put(Drawer::Drafts, &key, &text).await;
            }
        });
    }
}

#[cfg(feature = "desk")]
impl Drafts {
    /// Whether a text can wait for others. What was sent or thrown away cannot: it would come back.
    fn waits(&self, key: &str, text: &str) -> bool {
        let Typed { keys, timer } = &self.inner.typed;
        keys.borrow_mut().retain(|other| other != key);
        if text.is_empty() {
            return false;
        }
        keys.borrow_mut().push(key.to_owned());
        if timer.borrow().is_none() {
            let drafts = self.clone();
            timer.replace(Some(later(PAUSE_MS, Box::new(move || drafts.write_down()))));
        }
        true
    }

    /// Writes down what waits.
    pub(super) fn write_down(&self) {
        self.inner.typed.timer.take();
        for key in self.inner.typed.keys.take() {
            let text = self.inner.texts.borrow().get(&key).cloned();
            self.write(&key, &text.unwrap_or_default());
        }
    }
}

/// Files that go with a draft, as far as the server has them.
#[cfg(feature = "desk")]
impl Drafts {
    /// The files of a draft.
    pub fn files(&self, conversation: &ConversationId, mode: DraftMode) -> Vec<Content> {
        let kept = self.inner.texts.borrow().get(&files_key(conversation, mode)).cloned();
        let kept = kept.and_then(|kept| json::parse(&kept, "files").ok());
        kept.as_ref().and_then(read_contents).unwrap_or_default()
    }

    /// Keeps the files of a draft.
    pub fn set_files(&self, conversation: &ConversationId, mode: DraftMode, files: &[Content]) {
        let kept = if files.is_empty() { String::new() } else { write_contents(files).to_json() };
        self.put(files_key(conversation, mode), &kept);
    }
}

/// What was chosen for a reply that is being written.
#[cfg(feature = "desk")]
impl Drafts {
    /// What it refers to and how it is sent, as far as somebody has chosen that.
    pub fn envelope(&self, conversation: &ConversationId) -> Envelope {
        let texts = self.inner.texts.borrow();
        texts.get(&envelope_key(conversation)).map(|kept| read_envelope(kept)).unwrap_or_default()
    }

    /// Keeps that, or forgets it where nothing is chosen.
    pub fn set_envelope(&self, conversation: &ConversationId, envelope: &Envelope) {
        let nothing = envelope.is_empty();
        let kept = if nothing { String::new() } else { write_envelope(envelope) };
        self.put(envelope_key(conversation), &kept);
    }
}

/// Whose mark it is, of how far a thread was.
#[cfg(feature = "desk")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeenBy {
    /// What is being written.
    Writing,
    /// What waits to be sent.
    Held,
}

/// How far a thread was when a reply was begun.
#[cfg(feature = "desk")]
impl Drafts {
    /// The mark, if there is one.
    pub fn seen(&self, conversation: &ConversationId, by: SeenBy) -> Option<Seen> {
        Seen::from_text(self.inner.texts.borrow().get(&seen_key(conversation, by))?)
    }

    /// Keeps the mark, or drops it.
    pub fn set_seen(&self, conversation: &ConversationId, by: SeenBy, seen: Option<&Seen>) {
        self.put(seen_key(conversation, by), &seen.map(Seen::to_text).unwrap_or_default());
    }
}

#[cfg(feature = "desk")]
fn seen_key(conversation: &ConversationId, by: SeenBy) -> String {
    let by = match by {
        SeenBy::Writing => "writing/",
        SeenBy::Held => "held/",
    };
    ["seen/", by, conversation.as_str()].concat()
}

#[cfg(feature = "desk")]
fn envelope_key(conversation: &ConversationId) -> String {
    ["envelope/", conversation.as_str()].concat()
}

#[cfg(feature = "desk")]
fn files_key(conversation: &ConversationId, mode: DraftMode) -> String {
    ["files/", &key(Some(conversation), mode)].concat()
}

fn key(conversation: Option<&ConversationId>, mode: DraftMode) -> String {
    let mode = match mode {
        DraftMode::Reply => "reply",
        DraftMode::Note => "note",
    };
    [mode, "/", conversation.map_or("", ConversationId::as_str)].concat()
}
