//! Texts as views are given them: fixed, or following signals.

use crate::reactive::{Compute, Memo, RwSignal, Signal};

/// A text for an attribute or between tags.
pub trait Words<'a> {
    /// The text, or how to get it.
    fn said(self) -> Said<'a>;
}

/// A text, or how to get it whenever it has changed.
pub enum Said<'a> {
    /// It is somebody else's.
    Lent(&'a str),
    /// It stays.
    Still(String),
    /// It follows what it reads.
    Live(Box<dyn Compute<String>>),
}

impl<'a> Words<'a> for String {
    fn said(self) -> Said<'a> {
        Said::Still(self)
    }
}

impl<'a> Words<'a> for &'a str {
    fn said(self) -> Said<'a> {
        Said::Lent(self)
    }
}

impl<'a> Words<'a> for RwSignal<String> {
    fn said(self) -> Said<'a> {
        Said::Live(Box::new(move || self.get()))
    }
}

impl<'a> Words<'a> for Signal<String> {
    fn said(self) -> Said<'a> {
        Said::Live(Box::new(move || self.get()))
    }
}

impl<'a> Words<'a> for Memo<String> {
    fn said(self) -> Said<'a> {
        Said::Live(Box::new(move || self.get()))
    }
}

impl<'a, F: Fn() -> T + 'static, T: Into<String>> Words<'a> for F {
    fn said(self) -> Said<'a> {
        Said::Live(Box::new(move || self().into()))
    }
}
