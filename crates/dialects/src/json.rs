//! JSON: parsed once into a [`Value`], read over tolerantly with [`Object`], and written.
//!
//! Readers go over values by hand. Derived deserializers of the vendors' many objects would be
//! several times the code in the browser, and stricter than the vendors are. Parser and writer are
//! our own for the same reason; `docs/adr/0009-json-of-our-own.md` has the figures.

mod decimal;
#[cfg(feature = "company")]
mod kept;
mod object;
mod parse;
#[cfg(feature = "server")]
mod server;
mod value;
mod write;

use crate::error::DialectError;

pub use decimal::text as decimal;
pub use object::Object;
pub use value::{Map, Number, Value};

/// A field that could not be read, and the way to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    path: String,
    problem: &'static str,
}

impl Fault {
    /// What is wrong with the value at `path`, as in "… is missing".
    pub fn new(path: impl Into<String>, problem: &'static str) -> Self {
        Self { path: path.into(), problem }
    }

    /// The way to the field, from the outside in: `conversation.parts[3].id`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong with it: `missing`, `not a text` …
    pub fn problem(&self) -> &'static str {
        self.problem
    }

    /// The same fault, seen from one level further out. Out of line, as readers call it everywhere.
    #[must_use]
    #[cold]
    #[inline(never)]
    pub fn within(self, outer: &str) -> Self {
        let separator = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        Self { path: [outer, separator, &self.path].concat(), problem: self.problem }
    }
}

impl From<Fault> for DialectError {
    #[cold]
    #[inline(never)]
    fn from(fault: Fault) -> Self {
        Self::Malformed { detail: [&fault.path, ": ", fault.problem].concat() }
    }
}

/// Parses a text.
///
/// # Errors
/// A fault at `root` where the text is no JSON.
pub fn parse(text: &str, root: &str) -> Result<Value, Fault> {
    parse::value(text).ok_or_else(|| Fault::new(root, "not JSON"))
}
