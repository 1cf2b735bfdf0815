//! Texts as views are given them: fixed, or following signals.

use crate::reactive::{Memo, RwSignal, Signal};

/// A text for an attribute or between tags.
pub trait Words {
    /// The text, or how to get it.
    fn said(self) -> Said;
}

/// A text, or how to get it whenever it has changed.
pub enum Said {
    /// It stays.
    Still(String),
    /// It follows what it reads.
    Live(Box<dyn Fn() -> String>),
}

impl Words for String {
    fn said(self) -> Said {
        Said::Still(self)
    }
}

impl Words for &str {
    fn said(self) -> Said {
        Said::Still(self.to_owned())
    }
}

impl Words for RwSignal<String> {
    fn said(self) -> Said {
        Said::Live(Box::new(move || self.get()))
    }
}

impl Words for Signal<String> {
    fn said(self) -> Said {
        Said::Live(Box::new(move || self.get()))
    }
}

impl Words for Signal<&'static str> {
    fn said(self) -> Said {
        Said::Live(Box::new(move || self.get().to_owned()))
    }
}

impl Words for Memo<String> {
    fn said(self) -> Said {
        Said::Live(Box::new(move || self.get()))
    }
}

impl<F: Fn() -> T + 'static, T: Into<String>> Words for F {
    fn said(self) -> Said {
        Said::Live(Box::new(move || self().into()))
    }
}
