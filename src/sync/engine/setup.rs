//! What an engine is told when it is made.

use std::rc::Rc;

use inbox_dialects::Dialect;

/// Whose widget it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surface {
    /// The customer's.
    Messenger,
    /// The agent's.
    Desk,
}

/// Tells the host page that something happened: a name, and a detail as keys and values.
pub type Emit = Box<dyn Fn(&str, &[(&str, &str)])>;

/// What an engine needs to know.
pub struct Setup {
    /// Whose widget it is.
    pub surface: Surface,
    /// The address below which the server speaks the dialect; without a host for the page's own.
    pub base: String,
    /// The conversation API to speak.
    pub dialect: Rc<dyn Dialect>,
    /// A bearer token; empty makes the messenger's reader a visitor.
    pub token: String,
    /// The id of the organisation that is meant; empty where the server needs none.
    pub organisation: String,
    /// Tells the host page what happened.
    pub emit: Emit,
}
