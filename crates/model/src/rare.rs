//! What most values have none of, out of the way.
//!
//! A list of a hundred thousand conversations holds a hundred thousand of everything that a conversation
//! may have. What hardly any has is held as nothing, and reads as its default.

use std::fmt;
use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A type whose default is there for everybody to look at.
pub trait Plain: Default + PartialEq + 'static {
    /// The default.
    fn plain() -> &'static Self;
}

/// A value that takes no room while it is the default.
///
/// ```
/// use inbox_model::{csat::Csat, rare::Rare};
///
/// let mut csat = Rare::<Csat>::default();
/// assert!(csat.history.is_empty());
/// assert_eq!(csat.summary.take(), None);
/// assert_eq!(csat, Rare::default());
/// ```
pub struct Rare<T>(Option<Box<T>>);

impl<T: Plain> Rare<T> {
    /// Gives the room back that was taken to alter the value, if it is the default after all; else
    /// the value.
    pub(crate) fn settle(&mut self) -> Option<&mut T> {
        self.0 = self.0.take().filter(|value| **value != *T::plain());
        self.0.as_deref_mut()
    }
}

impl<T> Default for Rare<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: Plain> Deref for Rare<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or_else(|| T::plain())
    }
}

impl<T: Plain> DerefMut for Rare<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_or_insert_default()
    }
}

impl<T: Plain> From<T> for Rare<T> {
    fn from(value: T) -> Self {
        Self((value != *T::plain()).then(|| Box::new(value)))
    }
}

impl<T: Plain + Clone> Clone for Rare<T> {
    fn clone(&self) -> Self {
        match &self.0 {
            Some(value) if **value != *T::plain() => Self(Some(value.clone())),
            _ => Self(None),
        }
    }
}

/// By value: one that was looked at to be altered, and was not, is none still.
impl<T: Plain> PartialEq for Rare<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Plain + fmt::Debug> fmt::Debug for Rare<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: Plain + Serialize> Serialize for Rare<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl<'de, T: Plain + Deserialize<'de>> Deserialize<'de> for Rare<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
    struct Note {
        text: String,
    }

    impl Plain for Note {
        fn plain() -> &'static Self {
            static PLAIN: Note = Note { text: String::new() };
            &PLAIN
        }
    }

    #[test]
    fn the_default_takes_no_room() {
        let mut note = Rare::<Note>::default();
        assert_eq!(note.text, "");
        assert_eq!(size_of_val(&note), size_of::<usize>());
        note.text.push('a');
        assert_eq!((note.text.as_str(), note.clone() == note), ("a", true));
        assert!(Rare::from(Note::default()).0.is_none());
    }

    #[test]
    fn what_is_the_default_again_equals_it() {
        let mut note = Rare::<Note>::default();
        note.text.push('a');
        assert_ne!(note, Rare::default());
        note.text.clear();
        assert_eq!(note, Rare::default());
        assert!(note.clone().0.is_none());
    }

    #[test]
    fn what_was_altered_for_nothing_gives_its_room_back() {
        let mut note = Rare::<Note>::default();
        note.text.clear();
        assert_eq!(note.settle(), None);
        assert!(note.0.is_none());
        note.text.push('a');
        assert_eq!(note.settle(), Some(&mut Note { text: "a".into() }));
    }

    #[test]
    fn it_is_written_as_what_it_holds() {
        let note = Rare::from(Note { text: "a".into() });
        let json = serde_json::to_string(&note).unwrap();
        assert_eq!(json, r#"{"text":"a"}"#);
        assert_eq!(serde_json::from_str::<Rare<Note>>(&json).unwrap(), note);
        assert_eq!(format!("{note:?}"), r#"Note { text: "a" }"#);
    }
}
