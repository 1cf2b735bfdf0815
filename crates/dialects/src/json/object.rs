//! Tolerant reading of an object: what is optional never fails, what is unknown is passed over, and
//! what a value cannot exist without fails with the way to it.

use inbox_model::Timestamp;

use super::{Fault, Map, Value};

/// The members of a JSON object. A member that is `null` counts as absent.
#[derive(Clone, Copy, Debug)]
pub struct Object<'a>(&'a Map);

impl<'a> Object<'a> {
    /// Takes a value that must be an object.
    ///
    /// # Errors
    /// A fault without a path: the caller knows where it is.
    pub fn of(value: &'a Value) -> Result<Self, Fault> {
        value.as_object().map(Self).ok_or_else(|| Fault::new("", "not an object"))
    }

    /// Takes a value that may be something else.
    pub fn maybe(value: &'a Value) -> Option<Self> {
        value.as_object().map(Self)
    }

    /// The object as it is.
    pub fn map(self) -> &'a Map {
        self.0
    }

    /// Whether the member is there, be it `null`.
    pub fn has(self, name: &str) -> bool {
        self.0.get(name).is_some()
    }

    /// A member of any type.
    pub fn get(self, name: &str) -> Option<&'a Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    /// A text; `None` where it is something else.
    pub fn text(self, name: &str) -> Option<&'a str> {
        self.get(name)?.as_str()
    }

    /// An owned text; `None` where it is something else.
    pub fn string(self, name: &str) -> Option<String> {
        self.text(name).map(str::to_owned)
    }

    /// A text that is not empty, or a whole number, which some systems write for an id.
    pub fn id<T: From<&'a str>>(self, name: &str) -> Option<T> {
        self.id_text(name).map(T::from)
    }

    fn id_text(self, name: &str) -> Option<&'a str> {
        match self.get(name)? {
            Value::String(text) if !text.is_empty() => Some(text),
            Value::Number(number) => Some(number.as_str()),
            _ => None,
        }
    }

    /// An id that must be there.
    ///
    /// # Errors
    /// Where it is missing, empty or something else.
    pub fn need_id<T: From<&'a str>>(self, name: &str) -> Result<T, Fault> {
        self.need_id_text(name).map(T::from)
    }

    fn need_id_text(self, name: &str) -> Result<&'a str, Fault> {
        self.id_text(name).ok_or_else(|| match self.get(name) {
            None => Fault::new(name, "missing"),
            Some(_) => Fault::new(name, "not an id"),
        })
    }

    /// A truth value.
    pub fn flag(self, name: &str) -> Option<bool> {
        self.get(name)?.as_bool()
    }

    /// A number.
    pub fn number(self, name: &str) -> Option<f64> {
        self.get(name)?.as_number()?.as_f64()
    }

    /// A whole number that is not negative.
    pub fn count(self, name: &str) -> Option<u64> {
        self.get(name)?.as_number()?.as_u64()
    }

    /// An instant; `None` where it is absent or cannot be read.
    pub fn time(self, name: &str) -> Option<Timestamp> {
        Timestamp::parse(self.text(name)?)
    }

    /// An instant that may be absent but, where it is there, must be one: time orders everything.
    ///
    /// # Errors
    /// Where it is there and cannot be read.
    pub fn valid_time(self, name: &str) -> Result<Option<Timestamp>, Fault> {
        match self.get(name) {
            None => Ok(None),
            Some(value) => value
                .as_str()
                .and_then(Timestamp::parse)
                .map(Some)
                .ok_or_else(|| Fault::new(name, "not a date-time")),
        }
    }

    /// An instant as the model writes it, in milliseconds since the epoch.
    pub fn instant(self, name: &str) -> Option<Timestamp> {
        self.get(name)?.as_number()?.as_i64().map(Timestamp::from_millis)
    }

    /// A member whose `null` says that there is none: `Some(None)`. `None` where it is absent or
    /// cannot be read.
    pub fn nullable<T>(
        self,
        name: &str,
        read: impl FnOnce(&'a Value) -> Option<T>,
    ) -> Option<Option<T>> {
        match self.0.get(name)? {
            Value::Null => Some(None),
            value => read(value).map(Some),
        }
    }

    /// Puts a text in its place; `None` where it is something else.
    ///
    /// This and its like are one call for each member. To take the result and drop what was in the
    /// place would be most of a reader's code.
    #[inline(never)]
    pub fn put_string(self, name: &str, place: &mut Option<String>) {
        *place = self.string(name);
    }

    /// Puts an id in its place; `None` where it is no id.
    #[inline(never)]
    pub fn put_id<T: From<&'a str>>(self, name: &str, place: &mut Option<T>) {
        *place = self.id(name);
    }

    /// Puts an instant in its place; `None` where it cannot be read.
    #[inline(never)]
    pub fn put_time(self, name: &str, place: &mut Option<Timestamp>) {
        *place = self.time(name);
    }

    /// An object; `None` where it is something else.
    pub fn object(self, name: &str) -> Option<Object<'a>> {
        self.get(name)?.as_object().map(Object)
    }

    /// The items of an array; none where it is something else.
    pub fn items(self, name: &str) -> &'a [Value] {
        self.get(name).and_then(Value::as_array).unwrap_or_default()
    }

    /// The objects among the items of an array, each read by `read`. What it passes over is left
    /// out.
    pub fn each<T>(self, name: &str, read: impl Fn(Object<'a>) -> Option<T>) -> Vec<T> {
        let mut list = Vec::new();
        for item in self.items(name) {
            if let Some(value) = Object::maybe(item).and_then(&read) {
                list.push(value);
            }
        }
        list
    }

    /// The items of an array, each of which must be readable.
    ///
    /// # Errors
    /// The first fault, with the name and the index before it.
    pub fn each_whole<T>(
        self,
        name: &str,
        read: impl Fn(Object<'a>) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let mut list = Vec::new();
        for (index, item) in self.items(name).iter().enumerate() {
            match Object::of(item).and_then(&read) {
                Ok(value) => list.push(value),
                Err(fault) => {
                    return Err(fault.within(&[name, "[", &index.to_string(), "]"].concat()));
                }
            }
        }
        Ok(list)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::error::DialectError;
    use crate::json::parse;

    #[test]
    fn optional_members_never_fail() {
        let value = Value::from(
            &json!({ "n": null, "t": 1, "s": "x", "list": [1, {"a": 2}], "at": "soon" }),
        );
        let object = Object::of(&value).unwrap();
        assert!(object.has("n"));
        assert_eq!(object.get("n"), None);
        assert_eq!(object.text("t"), None);
        assert_eq!(object.text("s"), Some("x"));
        assert_eq!(object.flag("s"), None);
        assert_eq!(object.time("at"), None);
        assert_eq!(object.items("s"), &[] as &[Value]);
        assert_eq!(object.each("list", |item| item.count("a")), vec![2]);
    }

    #[test]
    fn an_id_may_be_a_number_and_never_empty() {
        let value = Value::from(&json!({ "text": "a1", "number": 7, "empty": "", "list": [] }));
        let object = Object::of(&value).unwrap();
        assert_eq!(object.id::<String>("text").as_deref(), Some("a1"));
        assert_eq!(object.id::<String>("number").as_deref(), Some("7"));
        assert_eq!(object.id::<String>("empty"), None);
        let fault = |name: &str| object.need_id::<String>(name).unwrap_err();
        assert_eq!(fault("list"), Fault::new("list", "not an id"));
        assert_eq!(fault("nowhere"), Fault::new("nowhere", "missing"));
    }

    #[test]
    fn a_fault_tells_the_way() {
        let value =
            Value::from(&json!({ "list": [{ "at": "2026-01-10T15:00:00Z" }, { "at": "soon" }] }));
        let object = Object::of(&value).unwrap();
        let fault = object.each_whole("list", |item| item.valid_time("at")).unwrap_err();
        let error = DialectError::from(fault.within("conversation"));
        let detail = "conversation.list[1].at: not a date-time".to_owned();
        assert_eq!(error, DialectError::Malformed { detail });
        let error = DialectError::from(parse("<html>", "conversation").unwrap_err());
        assert_eq!(error, DialectError::Malformed { detail: "conversation: not JSON".into() });
    }
}
