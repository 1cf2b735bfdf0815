//! A filter while somebody builds it: lines that can be altered one by one, some of them in groups.

use super::filter::{Condition, Filter};

/// Lines of which all have to hold, or at least one.
///
/// What has no such form (groups within groups, the opposite of a group, conditions that this version
/// does not know) is a line too, which stays as it is until it is removed.
///
/// ```
/// use inbox_model::view::{Condition, Draft, Filter};
///
/// let late = Filter::from(Condition::Overdue(true));
/// let filter = Filter::from(Condition::Archived(false)).and(late.negated());
/// let mut draft = Draft::read(&filter);
/// assert_eq!((draft.lines.len(), draft.filter()), (2, filter));
/// draft.remove(draft.lines[1].key);
/// assert_eq!(draft.filter(), Filter::all([Condition::Archived(false).into()]));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// One line is enough.
    pub any: bool,
    /// The lines in order, those of a group behind it.
    pub lines: Vec<DraftLine>,
    next: u32,
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftLine {
    /// What it is called, for as long as it is there.
    pub key: u32,
    /// The group that it is in.
    pub within: Option<u32>,
    /// What it says.
    pub says: Says,
}

/// What a line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// A condition holds, or it does not.
    Is {
        /// It does not.
        negated: bool,
        /// The condition.
        condition: Condition,
    },
    /// The lines that are in it hold: all, or one of them.
    Group {
        /// One of them is enough.
        any: bool,
    },
    /// Something that has no form here.
    Kept(Filter),
}

impl Draft {
    /// The lines of a filter.
    pub fn read(filter: &Filter) -> Self {
        let mut draft = Self { any: matches!(filter, Filter::Any(_)), ..Self::default() };
        match filter {
            Filter::All(of) | Filter::Any(of) => {
                for one in of {
                    draft.take(None, one);
                }
            }
            one => draft.take(None, one),
        }
        draft
    }

    fn take(&mut self, within: Option<u32>, one: &Filter) {
        let is = |negated, condition: &Condition| match condition {
            Condition::Other(..) => Says::Kept(one.clone()),
            known => Says::Is { negated, condition: known.clone() },
        };
        let (says, of) = match one {
            Filter::Is(condition) => (is(false, condition), &[][..]),
            Filter::Not(inner) => match &**inner {
                Filter::Is(condition) => (is(true, condition), &[][..]),
                _ => (Says::Kept(one.clone()), &[][..]),
            },
            Filter::All(of) if within.is_none() => (Says::Group { any: false }, of.as_slice()),
            Filter::Any(of) if within.is_none() => (Says::Group { any: true }, of.as_slice()),
            Filter::All(_) | Filter::Any(_) => (Says::Kept(one.clone()), &[][..]),
        };
        let key = self.add(within, says);
        for inner in of {
            self.take(Some(key), inner);
        }
    }

    /// Adds a line at the end, or at the end of a group; what it is called.
    pub fn add(&mut self, within: Option<u32>, says: Says) -> u32 {
        let key = self.next;
        self.next += 1;
        let is_there = |line: &DraftLine| within.is_some_and(|it| line.is_of(it));
        let last = self.lines.iter().rposition(is_there);
        let at = last.map_or(self.lines.len(), |last| last + 1);
        self.lines.insert(at, DraftLine { key, within, says });
        key
    }

    /// Takes a line away, and what is in it.
    pub fn remove(&mut self, key: u32) {
        self.lines.retain(|line| !line.is_of(key));
    }

    /// What a line says.
    pub fn says(&self, key: u32) -> Option<&Says> {
        self.lines.iter().find(|line| line.key == key).map(|line| &line.says)
    }

    /// The same, to be altered.
    pub fn says_mut(&mut self, key: u32) -> Option<&mut Says> {
        self.lines.iter_mut().find(|line| line.key == key).map(|line| &mut line.says)
    }

    /// The first line that says nothing so far: a list without anything in it, or no words.
    pub fn unfinished(&self) -> Option<u32> {
        let is = |line: &&DraftLine| !self.is_whole(line);
        self.lines.iter().find(is).map(|line| line.key)
    }

    fn is_whole(&self, line: &DraftLine) -> bool {
        match &line.says {
            Says::Is { condition, .. } => Filter::Is(condition.clone()).faults().is_empty(),
            Says::Group { .. } => self.lines.iter().any(|one| one.within == Some(line.key)),
            Says::Kept(_) => true,
        }
    }

    /// What it shows; lines that say nothing so far are left out.
    pub fn filter(&self) -> Filter {
        self.joined(self.any, None)
    }

    fn joined(&self, any: bool, within: Option<u32>) -> Filter {
        let lines = self.lines.iter().filter(|line| line.within == within && self.is_whole(line));
        let all: Vec<Filter> = lines.map(|line| self.one(line)).collect();
        match all.as_slice() {
            // The short form, by name.
            [_, _, ..] if any => Filter::Any(all),
            _ => all.into_iter().fold(Filter::default(), Filter::and),
        }
    }

    fn one(&self, line: &DraftLine) -> Filter {
        match &line.says {
            Says::Is { negated: false, condition } => Filter::Is(condition.clone()),
            Says::Is { negated: true, condition } => Filter::Is(condition.clone()).negated(),
            Says::Group { any } => self.joined(*any, Some(line.key)),
            Says::Kept(filter) => filter.clone(),
        }
    }
}

impl DraftLine {
    /// Whether it is this line or in it.
    fn is_of(&self, key: u32) -> bool {
        self.key == key || self.within == Some(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{Assignee, Json};

    fn is(condition: Condition) -> Says {
        Says::Is { negated: false, condition }
    }

    #[test]
    fn a_filter_is_the_same_after_it_was_lines() {
        let (unread, late) = (Filter::from(Condition::Unread(true)), Condition::Overdue(true));
        let other = Filter::from(Condition::Other("mood".into(), Json::Bool(true)));
        let deep = Filter::any([
            unread.clone(),
            Filter::all([Filter::any([unread.clone(), other.clone()]), late.clone().into()]),
        ]);
        let nor = Filter::any([unread.clone(), late.clone().into()]).negated();
        for (filter, lines) in [
            (Filter::default(), 0),
            (Filter::all([unread.clone()]), 1),
            (Filter::default().and(unread.clone()).and(Assignee::Me), 2),
            (Filter::any([unread.clone(), Filter::from(late.clone()).negated()]), 2),
            (Filter::any([unread.clone(), other.clone(), other.clone().negated()]), 3),
            (deep, 4),
            (Filter::default().and(nor), 1),
        ] {
            let draft = Draft::read(&filter);
            assert_eq!((draft.filter(), draft.lines.len()), (filter, lines));
            assert_eq!(draft.unfinished(), None);
        }
        // One of one is all of one.
        assert_eq!(Draft::read(&Filter::any([unread.clone()])).filter(), Filter::all([unread]));
    }

    #[test]
    fn lines_come_go_and_wait_until_they_say_something() {
        let mut draft = Draft::default();
        let unread = draft.add(None, is(Condition::Unread(true)));
        let group = draft.add(None, Says::Group { any: true });
        assert_eq!(draft.unfinished(), Some(group));
        let state = draft.add(Some(group), is(Condition::State(Vec::new())));
        let words = draft.add(None, is(Condition::Text(" ".into())));
        draft.add(Some(group), is(Condition::Starred(true)));
        let keys: Vec<u32> = draft.lines.iter().map(|line| line.key).collect();
        assert_eq!(keys, [unread, group, state, words + 1, words], "a group stays together");
        assert_eq!(draft.unfinished(), Some(state));
        let starred = Filter::from(Condition::Starred(true));
        let unread_and = Filter::all([Condition::Unread(true).into()]);
        assert_eq!(draft.filter(), unread_and.clone().and(Filter::all([starred])));
        draft.remove(words);
        if let Some(says) = draft.says_mut(state) {
            *says = is(Condition::Overdue(true));
        }
        assert_eq!(draft.says(state), Some(&is(Condition::Overdue(true))));
        assert_eq!(draft.unfinished(), None);
        draft.remove(group);
        assert_eq!(draft.filter(), unread_and);
    }
}
