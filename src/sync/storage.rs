//! What is kept on the device, in `IndexedDB`: the outbox, drafts, the visitor's token.
//!
//! Where storage is blocked or broken, memory serves: everything works until the page goes, and
//! nothing throws. One database per server and surface; values are JSON texts.

use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;

use inbox_model::sorted::SortedMap;
use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{EventTarget, IdbDatabase, IdbObjectStore, IdbRequest, IdbTransactionMode};

/// A drawer of the storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Drawer {
    /// Commands on their way, by command id.
    Outbox,
    /// What is being typed, by conversation and mode.
    Drafts,
    /// Who the visitor is.
    Identity,
}

impl Drawer {
    const ALL: [Self; 3] = [Self::Outbox, Self::Drafts, Self::Identity];

    fn name(self) -> &'static str {
        match self {
            Self::Outbox => "outbox",
            Self::Drafts => "drafts",
            Self::Identity => "identity",
        }
    }

    /// Where memory has an entry of this drawer.
    fn place(self, key: &str) -> String {
        [self.name(), "/", key].concat()
    }
}

/// Key and value, both text, in drawers: in memory alone, unless it is [opened](Storage::open).
#[derive(Clone, Default)]
pub(super) struct Storage {
    inner: Rc<Inner>,
}

#[derive(Default)]
struct Inner {
    database: Option<IdbDatabase>,
    memory: RefCell<SortedMap<String, String>>,
}

const VERSION: u32 = 1;

impl Storage {
    /// Opens the database of this name, or falls back to memory.
    pub(super) async fn open(name: &str) -> Self {
        let database = open(name).await;
        Self { inner: Rc::new(Inner { database, memory: RefCell::default() }) }
    }

    /// All entries of a drawer, in the order of their keys.
    pub(super) async fn all(&self, drawer: Drawer) -> Vec<(String, String)> {
        if let Some(database) = &self.inner.database
            && let Some(entries) = read_all(database, drawer).await
        {
            return entries;
        }
        let start = drawer.place("");
        let mut entries = Vec::new();
        for (place, value) in self.inner.memory.borrow().iter() {
            if let Some(key) = place.strip_prefix(start.as_str()) {
                entries.push((key.to_owned(), value.clone()));
            }
        }
        entries
    }

    /// Keeps a value: done when the device has it. Memory has it too, so that a failing disk loses
    /// nothing before a reload.
    pub(super) fn put(
        &self,
        drawer: Drawer,
        key: &str,
        value: &str,
    ) -> impl Future<Output = ()> + use<> {
        self.inner.memory.borrow_mut().insert(drawer.place(key), value.to_owned());
        self.write(drawer, key, Some(value))
    }

    /// Drops a value.
    pub(super) fn remove(&self, drawer: Drawer, key: &str) -> impl Future<Output = ()> + use<> {
        self.inner.memory.borrow_mut().remove(drawer.place(key).as_str());
        self.write(drawer, key, None)
    }

    /// Asks at once; done when the transaction is, whichever way it ends.
    fn write(
        &self,
        drawer: Drawer,
        key: &str,
        value: Option<&str>,
    ) -> impl Future<Output = ()> + use<> {
        let database = self.inner.database.as_ref();
        let written = database.and_then(|database| {
            let (store, done) = begin(database, drawer, IdbTransactionMode::Readwrite)?;
            let key = JsValue::from_str(key);
            match value {
                Some(value) => store.put_with_key(&JsValue::from_str(value), &key).ok()?,
                None => store.delete(&key).ok()?,
            };
            // Else the browser commits when it has told of the request, and a page that is reloaded
            // before that loses what was just said.
            #[expect(deprecated, reason = "by the bindings alone, which mark what may fail")]
            let _ = store.transaction().commit();
            Some(done)
        });
        async {
            if let Some(done) = written {
                let _ = done.await;
            }
        }
    }
}

async fn open(name: &str) -> Option<IdbDatabase> {
    let request = web_sys::window()?.indexed_db().ok()??.open_with_u32(name, VERSION).ok()?;
    let _ = first(&request, &["upgradeneeded", "success", "error"]).await;
    // A new database, which can be furnished until the microtasks of that event have run: a future
    // that waits for it is one of them.
    if request.transaction().is_some() {
        let database = made::<IdbDatabase>(&request)?;
        for drawer in Drawer::ALL {
            // A failure surfaces as a failing transaction, and memory takes over.
            let _ = database.create_object_store(drawer.name());
        }
        let _ = first(&request, &["success", "error"]).await;
    }
    made(&request)
}

async fn read_all(database: &IdbDatabase, drawer: Drawer) -> Option<Vec<(String, String)>> {
    let (store, done) = begin(database, drawer, IdbTransactionMode::Readonly)?;
    let (keys, values) = (store.get_all_keys().ok()?, store.get_all().ok()?);
    let _ = done.await;
    let (keys, values) = (made::<Array>(&keys)?, made::<Array>(&values)?);
    let mut entries = Vec::new();
    for at in 0..keys.length() {
        if let (Some(key), Some(value)) = (keys.get(at).as_string(), values.get(at).as_string()) {
            entries.push((key, value));
        }
    }
    Some(entries)
}

/// A transaction over one drawer, and when it has ended. What was asked in it says how it went.
fn begin(
    database: &IdbDatabase,
    drawer: Drawer,
    mode: IdbTransactionMode,
) -> Option<(IdbObjectStore, JsFuture)> {
    let transaction = database.transaction_with_str_and_mode(drawer.name(), mode).ok()?;
    let store = transaction.object_store(drawer.name()).ok()?;
    Some((store, first(&transaction, &["complete", "abort"])))
}

/// What a request that has ended came to; `None` if it failed.
fn made<T: JsCast>(request: &IdbRequest) -> Option<T> {
    request.result().ok()?.dyn_into().ok()
}

/// Waits for whichever of these events comes first.
fn first(of: &EventTarget, events: &[&str]) -> JsFuture {
    JsFuture::from(Promise::new(&mut |resolve, _| {
        for event in events {
            // An event by its name and a function: there is nothing to refuse.
            let _ = of.add_event_listener_with_callback(event, &resolve);
        }
    }))
}

/// A short text that is wanted before anything is drawn: for how a widget is set, and nothing that
/// would be missed. `None` where nothing is kept, or may be.
pub fn kept_at_once(key: &str) -> Option<String> {
    web_sys::window()?.local_storage().ok()??.get_item(key).ok()?
}

/// Keeps such a text. Storage that is full or blocked is no reason to stop.
pub fn keep_at_once(key: &str, text: &str) {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    let _ = storage.map(|storage| storage.set_item(key, text));
}
