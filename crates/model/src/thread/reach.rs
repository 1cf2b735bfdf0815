//! How far back a thread is held, and how far it is to be read.

use std::sync::Arc;

use crate::id::PartId;
use crate::part::Part;
use crate::time::Timestamp;

/// What lies before the parts that are held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Before {
    /// Nothing: the thread is held from its beginning on.
    #[default]
    Nothing,
    /// More, or it is not known whether there is.
    More,
    /// It is being read.
    Loading,
    /// It could not be read.
    Failed {
        /// Stable code of the reason.
        code: String,
    },
    /// Perhaps more, which the system has no way to tell.
    Untold,
}

impl Before {
    /// Whether it can be asked for.
    pub fn can_be_read(&self) -> bool {
        matches!(self, Self::More | Self::Loading | Self::Failed { .. })
    }
}

/// How far back a thread is to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// One stretch.
    Further,
    /// Until this part is there.
    Part(PartId),
    /// Until what was said at this time is there.
    Time(Timestamp),
    /// To its beginning.
    Beginning,
}

impl Reach {
    /// Whether the parts that are held, in order, reach that far.
    pub fn is_met(&self, parts: &[Arc<Part>]) -> bool {
        match self {
            Self::Further | Self::Beginning => false,
            Self::Part(id) => parts.iter().any(|part| part.id == *id),
            Self::Time(at) => parts.first().is_some_and(|part| part.created_at < *at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::part::PartBody;

    #[test]
    fn it_is_read_until_it_is_there() {
        let at = Timestamp::from_millis;
        let part =
            |id: &str, ms| Arc::new(Part::new(id.into(), PartBody::FormCompleted, None, at(ms)));
        let parts = [part("p1", 10), part("p2", 20)];
        for (reach, met) in [
            (Reach::Further, false),
            (Reach::Beginning, false),
            (Reach::Part("p2".into()), true),
            (Reach::Part("p0".into()), false),
            (Reach::Time(at(20)), true),
            // There may be more at the very time of the first.
            (Reach::Time(at(10)), false),
            (Reach::Time(at(5)), false),
        ] {
            assert_eq!(reach.is_met(&parts), met, "{reach:?}");
            assert!(!reach.is_met(&[]), "{reach:?}");
        }
    }
}
