//! Lists, as they are read.

use crate::json::Value;

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
