//! Values, as they are read and as they are written.

use super::decimal;

/// Any JSON value.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// `null`.
    #[default]
    Null,
    /// A truth value.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text.
    String(String),
    /// A list.
    Array(Vec<Value>),
    /// An object.
    Object(Map),
}

impl Value {
    /// Whether it is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// A truth value; `None` where it is something else.
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(flag) = self { Some(*flag) } else { None }
    }

    /// A number; `None` where it is something else.
    pub fn as_number(&self) -> Option<&Number> {
        if let Self::Number(number) = self { Some(number) } else { None }
    }

    /// A text; `None` where it is something else.
    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(text) } else { None }
    }

    /// The items of a list; `None` where it is something else.
    pub fn as_array(&self) -> Option<&[Value]> {
        if let Self::Array(items) = self { Some(items) } else { None }
    }

    /// An object; `None` where it is something else.
    pub fn as_object(&self) -> Option<&Map> {
        if let Self::Object(members) = self { Some(members) } else { None }
    }
}

/// A number as it stands in the text, so that nothing is lost on the way through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(Box<str>);

impl Number {
    /// Takes what the parser has found to be a number.
    pub(super) fn of_source(text: &str) -> Self {
        Self(text.into())
    }

    /// The number as JSON writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A whole number written without fraction and exponent; `None` for others.
    #[inline(never)] // the same
    pub fn as_i64(&self) -> Option<i64> {
        self.0.parse().ok()
    }

    /// The same, where it is not negative.
    #[inline(never)] // each reader of a count would have a copy of the parser
    pub fn as_u64(&self) -> Option<u64> {
        self.0.parse().ok()
    }

    /// The nearest double; `None` where it is beyond all of them, which no parsed number is.
    pub fn as_f64(&self) -> Option<f64> {
        decimal::read(&self.0)
    }
}

/// The members of an object in the order of the text. Where a name comes twice, the last counts.
///
/// A list and not a tree: objects are small and each of their names is looked up once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Map(Vec<(String, Value)>);

impl Map {
    /// The value of this name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.iter().rev().find(|(other, _)| other == name).map(|(_, value)| value)
    }

    /// Puts a member at the end; it counts before those of the same name that are there.
    pub fn set(&mut self, name: &str, value: impl Into<Value>) {
        self.push(name.to_owned(), value.into());
    }

    pub(super) fn push(&mut self, name: String, value: Value) {
        self.0.push((name, value));
    }

    /// An object of which one member tells the kind.
    pub fn tagged(tag: &str, kind: &str) -> Self {
        let mut members = Self::default();
        members.set(tag, kind);
        members
    }

    /// Puts a text at the end if there is one.
    pub fn set_some(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.set(name, text);
        }
    }

    /// Takes out all members of this name.
    pub fn remove(&mut self, name: &str) {
        self.0.retain(|(other, _)| other != name);
    }

    /// All members in order, those that do not count among them.
    pub fn iter(&self) -> std::slice::Iter<'_, (String, Value)> {
        self.0.iter()
    }

    /// Whether there is no member.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a> IntoIterator for &'a Map {
    type Item = &'a (String, Value);
    type IntoIter = std::slice::Iter<'a, (String, Value)>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Map {
    type Item = (String, Value);
    type IntoIter = std::vec::IntoIter<(String, Value)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Bool(flag)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(Number(number.to_string().into()))
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Number(Number(number.to_string().into()))
    }
}

/// Always with a fraction or an exponent, as other writers do; JSON has no word for infinity and
/// what is no number, so that they become `null`.
impl From<f64> for Value {
    fn from(number: f64) -> Self {
        if !number.is_finite() {
            return Self::Null;
        }
        let mut text = decimal::text(number);
        if !text.contains(['.', 'e']) {
            text.push_str(".0");
        }
        Self::Number(Number(text.into()))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl From<Option<&str>> for Value {
    fn from(text: Option<&str>) -> Self {
        text.map_or(Self::Null, Self::from)
    }
}

impl From<Map> for Value {
    fn from(members: Map) -> Self {
        Self::Object(members)
    }
}

/// A list of texts.
impl<'a> FromIterator<&'a str> for Value {
    fn from_iter<I: IntoIterator<Item = &'a str>>(texts: I) -> Self {
        Self::Array(texts.into_iter().map(Self::from).collect())
    }
}
