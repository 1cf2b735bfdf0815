//! What is kept on the device, in `IndexedDB`: the outbox, drafts, the visitor's token.
//!
//! Where storage is blocked or broken, memory serves: everything works until the page goes, and
//! nothing throws. One database per server and surface; values are JSON texts.

use std::cell::RefCell;
use std::rc::Rc;

use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, TransactionMode};
use inbox_model::sorted::SortedMap;
use wasm_bindgen::JsValue;

/// A drawer of the storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
}

/// Key and value, both text, in drawers.
#[derive(Clone)]
pub(super) struct Storage {
    inner: Rc<Inner>,
}

struct Inner {
    database: Option<Database>,
    memory: RefCell<SortedMap<(Drawer, String), String>>,
}

const VERSION: u32 = 1;

impl Storage {
    /// Opens the database of this name, or falls back to memory.
    pub(super) async fn open(name: &str) -> Self {
        let database = open(name).await.ok();
        Self { inner: Rc::new(Inner { database, memory: RefCell::default() }) }
    }

    /// All entries of a drawer, in the order of their keys.
    pub(super) async fn all(&self, drawer: Drawer) -> Vec<(String, String)> {
        if let Some(database) = &self.inner.database
            && let Ok(entries) = read_all(database, drawer).await
        {
            return entries;
        }
        let memory = self.inner.memory.borrow();
        let here = memory.iter().filter(|((at, _), _)| *at == drawer);
        here.map(|((_, key), value)| (key.clone(), value.clone())).collect()
    }

    /// Keeps a value. Memory has it too, so that a failing disk loses nothing before a reload.
    pub(super) async fn put(&self, drawer: Drawer, key: &str, value: &str) {
        self.inner.memory.borrow_mut().insert((drawer, key.to_owned()), value.to_owned());
        if let Some(database) = &self.inner.database {
            let _ = write(database, drawer, key, Some(value)).await;
        }
    }

    /// Drops a value.
    pub(super) async fn remove(&self, drawer: Drawer, key: &str) {
        self.inner.memory.borrow_mut().remove(&(drawer, key.to_owned()));
        if let Some(database) = &self.inner.database {
            let _ = write(database, drawer, key, None).await;
        }
    }
}

async fn open(name: &str) -> Result<Database, Error> {
    let factory = Factory::new()?;
    let mut request = factory.open(name, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        let Ok(database) = event.database() else { return };
        let there = database.store_names();
        for drawer in Drawer::ALL {
            if !there.iter().any(|name| name == drawer.name()) {
                // A failure surfaces as a failing transaction, and memory takes over.
                let _ = database.create_object_store(drawer.name(), ObjectStoreParams::new());
            }
        }
    });
    request.await
}

async fn read_all(database: &Database, drawer: Drawer) -> Result<Vec<(String, String)>, Error> {
    let transaction = database.transaction(&[drawer.name()], TransactionMode::ReadOnly)?;
    let store = transaction.object_store(drawer.name())?;
    let keys = store.get_all_keys(None, None)?;
    let values = store.get_all(None, None)?;
    let (keys, values) = (keys.await?, values.await?);
    let texts = keys.iter().zip(&values);
    Ok(texts.filter_map(|(key, value)| Some((key.as_string()?, value.as_string()?))).collect())
}

async fn write(
    database: &Database,
    drawer: Drawer,
    key: &str,
    value: Option<&str>,
) -> Result<(), Error> {
    let transaction = database.transaction(&[drawer.name()], TransactionMode::ReadWrite)?;
    let store = transaction.object_store(drawer.name())?;
    let key = JsValue::from_str(key);
    if let Some(value) = value {
        store.put(&JsValue::from_str(value), Some(&key))?.await?;
    } else {
        store.delete(key)?.await?;
    }
    transaction.commit()?.await?;
    Ok(())
}
