//! The order in which a view shows its conversations.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::conversation::{Conversation, Priority};
use crate::id::ParticipantId;
use crate::order;

/// By what a view is sorted.
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SortKey {
    /// When something was last said or done.
    #[default]
    LastActivity,
    /// When it began.
    Created,
    /// Since when it has been waiting; what waits for nothing comes last.
    WaitingSince,
    /// How urgent it is; where that is not set it comes last.
    Priority,
    /// When the company's answer is due; what owes none comes last.
    SlaDue,
    /// Whether there is something unread.
    Unread,
}

impl SortKey {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::LastActivity,
        Self::Created,
        Self::WaitingSince,
        Self::Priority,
        Self::SlaDue,
        Self::Unread,
    ];

    /// The stable code, in `snake_case`.
    pub fn code(self) -> &'static str {
        match self {
            Self::LastActivity => "last_activity",
            Self::Created => "created",
            Self::WaitingSince => "waiting_since",
            Self::Priority => "priority",
            Self::SlaDue => "sla_due",
            Self::Unread => "unread",
        }
    }
}

/// The order of a view: by a key, in a direction. What has no such key comes last in either
/// direction. What is equal stands by its newest activity, the newest first, and then by its id, the
/// greatest first: no two conversations are equal, so pages and lists never jump.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sort {
    /// By what.
    #[serde(default)]
    pub by: SortKey,
    /// The greatest first: the newest, the most urgent, the unread.
    #[serde(default = "yes")]
    pub descending: bool,
}

fn yes() -> bool {
    true
}

impl Default for Sort {
    /// The newest activity first, as every inbox begins.
    fn default() -> Self {
        Self { by: SortKey::LastActivity, descending: true }
    }
}

impl Sort {
    /// Whether it is the order that holds where none is told.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// How two conversations stand to each other for this agent. [`Ordering::Equal`] for those of
    /// one id alone.
    ///
    /// ```
    /// use std::cmp::Ordering;
    /// use inbox_model::view::{Sort, SortKey};
    /// use inbox_model::{Conversation, Timestamp};
    ///
    /// let at = Timestamp::from_millis(1_768_057_200_000);
    /// let waits = Conversation { waiting_since: Some(at), ..Conversation::new("a".into(), at) };
    /// let rests = Conversation::new("b".into(), at);
    /// for descending in [true, false] {
    ///     let sort = Sort { by: SortKey::WaitingSince, descending };
    ///     assert_eq!(sort.compare(&waits, &rests, None), Ordering::Less);
    /// }
    /// ```
    pub fn compare(
        &self,
        one: &Conversation,
        other: &Conversation,
        me: Option<&ParticipantId>,
    ) -> Ordering {
        let key = match (self.key(one, me), self.key(other, me)) {
            (Some(one), Some(other)) if self.descending => other.cmp(&one),
            (Some(one), Some(other)) => one.cmp(&other),
            (one, other) => other.is_some().cmp(&one.is_some()),
        };
        key.then_with(|| other.activity_at().cmp(&one.activity_at()))
            .then_with(|| other.id.cmp(&one.id))
    }

    /// The places of conversations in this order.
    pub fn order(&self, all: &[&Conversation], me: Option<&ParticipantId>) -> Vec<usize> {
        let is_before = |one: usize, two: usize| match (all.get(one), all.get(two)) {
            (Some(one), Some(two)) => self.compare(one, two, me) == Ordering::Less,
            _ => false,
        };
        order::ascending(all.len(), &is_before)
    }

    fn key(self, one: &Conversation, me: Option<&ParticipantId>) -> Option<i64> {
        match self.by {
            SortKey::LastActivity => Some(one.activity_at().as_millis()),
            SortKey::Created => Some(one.created_at.as_millis()),
            SortKey::WaitingSince => one.waiting_since.map(crate::Timestamp::as_millis),
            SortKey::Priority => match one.priority {
                Priority::None => None,
                Priority::Low => Some(1),
                Priority::Normal => Some(2),
                Priority::High => Some(3),
                Priority::Urgent => Some(4),
            },
            SortKey::SlaDue => one.due_at().map(crate::Timestamp::as_millis),
            SortKey::Unread => Some(i64::from(one.is_unread_by(me))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Timestamp;

    const AT: Timestamp = Timestamp::from_millis(1_000_000);

    fn one(id: &str, change: impl FnOnce(&mut Conversation)) -> Conversation {
        let mut one = Conversation::new(id.into(), AT);
        change(&mut one);
        one
    }

    fn check(by: SortKey, descending: bool, all: &[Conversation], order: &str) {
        let mut all: Vec<&Conversation> = all.iter().collect();
        let me = ParticipantId::from("me");
        all.sort_by(|one, other| Sort { by, descending }.compare(one, other, Some(&me)));
        let ids: Vec<&str> = all.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids.concat(), order, "{by:?} {descending}");
        all.reverse();
        let places = Sort { by, descending }.order(&all, Some(&me));
        let ids: Vec<&str> = places.iter().map(|&at| all[at].id.as_str()).collect();
        assert_eq!(ids.concat(), order, "{by:?} {descending}");
    }

    #[test]
    fn each_key_sorts_both_ways_with_what_is_missing_last() {
        let later = |millis: i64| Some(AT.plus(millis));
        let all = [
            one("a", |one| one.last_activity_at = later(2)),
            one("b", |one| one.last_activity_at = later(3)),
            one("c", |one| one.last_activity_at = later(1)),
        ];
        check(SortKey::LastActivity, true, &all, "bac");
        check(SortKey::LastActivity, false, &all, "cab");
        let all = [
            one("a", |one| one.created_at = AT.plus(2)),
            one("b", |one| one.created_at = AT.plus(3)),
            one("c", |one| one.created_at = AT.plus(1)),
        ];
        check(SortKey::Created, true, &all, "bac");
        check(SortKey::Created, false, &all, "cab");
        let all = [
            one("a", |one| one.waiting_since = later(1)),
            one("b", |_| {}),
            one("c", |one| one.waiting_since = later(2)),
        ];
        check(SortKey::WaitingSince, true, &all, "cab");
        check(SortKey::WaitingSince, false, &all, "acb");
        let due = |millis: i64| {
            move |one: &mut Conversation| {
                one.handling.sla.first_response_due_at = Some(AT.plus(millis));
            }
        };
        let all = [one("a", due(1)), one("b", |_| {}), one("c", due(2))];
        check(SortKey::SlaDue, true, &all, "cab");
        check(SortKey::SlaDue, false, &all, "acb");
        let with = |priority| move |one: &mut Conversation| one.priority = priority;
        let all = [
            one("a", with(Priority::High)),
            one("b", with(Priority::None)),
            one("c", with(Priority::Urgent)),
            one("d", with(Priority::Low)),
            one("e", with(Priority::Normal)),
        ];
        check(SortKey::Priority, true, &all, "caedb");
        check(SortKey::Priority, false, &all, "deacb");
        let all = [
            one("a", |one| one.unread = Some(1)),
            one("b", |_| {}),
            one("c", |one| one.handling.marked_unread_by = vec!["me".into()]),
        ];
        check(SortKey::Unread, true, &all, "cab");
        check(SortKey::Unread, false, &all, "bca");
    }

    #[test]
    fn what_is_equal_stands_by_activity_and_then_by_id() {
        let all = [
            one("a", |_| {}),
            one("b", |one| one.last_activity_at = Some(AT.plus(1))),
            one("c", |_| {}),
        ];
        for descending in [true, false] {
            check(SortKey::Priority, descending, &all, "bca");
            check(SortKey::Created, descending, &all, "bca");
        }
    }

    #[test]
    fn a_key_travels_as_its_code() {
        for key in SortKey::ALL {
            assert_eq!(serde_json::to_value(key).unwrap(), key.code());
        }
        assert_eq!(SortKey::ALL.map(|key| key as usize), [0, 1, 2, 3, 4, 5]);
    }

    #[test]
    fn what_is_left_out_is_the_default() {
        let read = |json: &str| serde_json::from_str::<Sort>(json).unwrap();
        assert!(read("{}").is_default());
        let due = read(r#"{"by":"sla_due","descending":false}"#);
        assert_eq!(due, Sort { by: SortKey::SlaDue, descending: false });
        assert!(!due.is_default() && !Sort { descending: false, ..Sort::default() }.is_default());
    }
}
