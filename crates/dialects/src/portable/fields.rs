//! An object as it is being written, and lists as they are read.

use serde_json::{Map, Value};

/// The members of an object that is being written.
#[derive(Default)]
pub(super) struct Fields(Map<String, Value>);

impl Fields {
    /// An object of which one member tells the kind.
    pub(super) fn tagged(tag: &str, kind: &str) -> Self {
        let mut fields = Self::default();
        fields.text(tag, kind);
        fields
    }

    pub(super) fn set(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.set(name, Value::String(text.to_owned()));
    }

    /// A text that is left out where there is none.
    pub(super) fn optional(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    /// A number that is left out where there is none.
    pub(super) fn optional_count(&mut self, name: &str, count: Option<u64>) {
        if let Some(count) = count {
            self.set(name, count.into());
        }
    }

    pub(super) fn done(self) -> Value {
        Value::Object(self.0)
    }
}

/// Every item of an array; `None` where it is none, or one of its items cannot be read.
pub(super) fn list<T>(value: &Value, read: fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    let items = value.as_array()?;
    let mut list = Vec::with_capacity(items.len());
    for item in items {
        list.push(read(item)?);
    }
    Some(list)
}

/// A text, or an id.
pub(super) fn text<T: for<'a> From<&'a str>>(value: &Value) -> Option<T> {
    value.as_str().map(T::from)
}

/// An array of texts.
pub(super) fn texts<'a>(list: impl IntoIterator<Item = &'a str>) -> Value {
    Value::Array(list.into_iter().map(|text| Value::String(text.to_owned())).collect())
}
