//! A thread as a list of lines.

use std::sync::Arc;

use super::{Grouping, Item, MessageState, Pending, RUN_GAP};
use crate::conversation::ReadReceipt;
use crate::id::{CommandId, PartId};
use crate::part::{Delivery, Part, PartBody};
use crate::participant::Participant;
use crate::time::{Date, Timestamp};

/// For whom a thread is shown, and how.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The reader.
    pub me: &'a Participant,
    /// How far the reader's clock is ahead of UTC, in minutes.
    pub offset_minutes: i32,
    /// The last part that was read: the divider stands behind it if somebody else has said
    /// something since. `None`, or a part that is not here: no divider.
    pub unread_after: Option<&'a PartId>,
    /// How far everybody has read.
    pub receipts: &'a [ReadReceipt],
    /// Leave out what customers may not see.
    pub public_only: bool,
}

/// The lines of a thread. `parts` are in order and unique, as [`merge`](super::merge()) makes them;
/// pending messages follow in their own order, but for those that are parts already.
pub fn items(parts: &[Arc<Part>], pending: &[Pending], options: &Options<'_>) -> Vec<Item> {
    let mut lines = Lines::new(options.offset_minutes);
    let divider = divider_before(parts, options);
    let read_up_to = read_by_the_other_side(parts, options);
    let is_part = |id: &CommandId| parts.iter().any(|part| part.command_id.as_ref() == Some(id));
    for (index, part) in parts.iter().enumerate() {
        if options.public_only && !part.is_public() {
            continue;
        }
        lines.day_of(part.created_at);
        if divider.is_some_and(|divider| index >= divider) {
            lines.unread();
        }
        let author = part.author.as_ref();
        let own_side =
            author.is_some_and(|author| author.kind.is_contact() == options.me.kind.is_contact());
        let seen = read_up_to.is_some_and(|last| index <= last);
        let grouping = lines.place(part.created_at, author, Voice::of(part));
        lines.items.push(Item::Part {
            part: Arc::clone(part),
            grouping,
            mine: author.is_some_and(|author| author.is_same(options.me)),
            own_side,
            state: (own_side && part.is_spoken()).then(|| state_of(part, seen)),
        });
    }
    for pending in pending {
        // The last thing written is the likeliest to be here twice, and there are few of them.
        let again = |other: &Item| matches!(other, Item::Pending { pending: other, .. } if other.command_id == pending.command_id);
        if !is_part(&pending.command_id) && !lines.items.iter().rev().any(again) {
            lines.day_of(pending.at);
            let voice = if pending.note { Voice::Note } else { Voice::Reply };
            let grouping = lines.place(pending.at, Some(&pending.author), voice);
            lines.items.push(Item::Pending { pending: Arc::new(pending.clone()), grouping });
        }
    }
    #[cfg(feature = "company")]
    if !options.public_only {
        return super::fold::fold(lines.items);
    }
    lines.items
}

/// How many parts others have said that `me` has not read. Whoever writes has seen what stands
/// above, so one's own messages count as read up to there even if the receipt is older, or
/// missing, or names a part that is not here.
pub fn unread_count(parts: &[Arc<Part>], last_read: Option<&PartId>, me: &Participant) -> u32 {
    let read = |part: &Part| Some(&part.id) == last_read || part.is_spoken() && is_by(part, me);
    let first = parts.iter().rposition(|part| read(part)).map_or(0, |index| index + 1);
    let unread = parts.iter().skip(first).filter(|part| part.is_spoken()).count();
    u32::try_from(unread).unwrap_or(u32::MAX)
}

fn is_by(part: &Part, me: &Participant) -> bool {
    part.author.as_ref().is_some_and(|author| author.is_same(me))
}

/// Index of the first part that stands behind the divider, if there is to be one.
fn divider_before(parts: &[Arc<Part>], options: &Options<'_>) -> Option<usize> {
    let last_read = options.unread_after?;
    let first = parts.iter().position(|part| &part.id == last_read)? + 1;
    let said = |part: &Arc<Part>| part.is_spoken() && !is_by(part, options.me);
    parts.iter().skip(first).any(said).then_some(first)
}

/// Index of the last part that somebody on the other side has read.
fn read_by_the_other_side(parts: &[Arc<Part>], options: &Options<'_>) -> Option<usize> {
    let index = |id: &PartId| parts.iter().rposition(|part| &part.id == id);
    options
        .receipts
        .iter()
        .filter(|receipt| receipt.kind.is_contact() != options.me.kind.is_contact())
        .filter_map(|receipt| index(&receipt.last_read_part))
        .max()
}

/// What is known of a message's way: the channel may tell less than the reader's own receipt.
fn state_of(part: &Part, seen: bool) -> MessageState {
    match &part.delivery {
        Some(Delivery::Failed { code }) => MessageState::Failed { code: code.clone() },
        Some(Delivery::Read) => MessageState::Read,
        _ if seen => MessageState::Read,
        Some(Delivery::Delivered) => MessageState::Delivered,
        Some(Delivery::Created | Delivery::Sent) | None => MessageState::Sent,
    }
}

/// What a line is, as far as runs are concerned.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Voice {
    Reply,
    Note,
    /// Not said by anybody; stands alone.
    Other,
}

impl Voice {
    fn of(part: &Part) -> Self {
        match part.body {
            PartBody::Note(_) => Self::Note,
            _ if part.is_spoken() => Self::Reply,
            _ => Self::Other,
        }
    }
}

/// The list while it grows.
struct Lines<'a> {
    items: Vec<Item>,
    offset_minutes: i32,
    day: Option<Date>,
    divided: bool,
    /// The last line's author, voice and time, if a run can go on from it.
    run: Option<(Option<&'a Participant>, Voice, Timestamp)>,
}

impl<'a> Lines<'a> {
    fn new(offset_minutes: i32) -> Self {
        Self { items: Vec::new(), offset_minutes, day: None, divided: false, run: None }
    }

    /// Begins a new day where `at` falls on a later one. Never on an earlier one: a pending
    /// message may come from a clock that is slow, and each day is to stand there once.
    fn day_of(&mut self, at: Timestamp) {
        let day = at.date(self.offset_minutes);
        if self.day.is_none_or(|last| last < day) {
            self.day = Some(day);
            self.run = None;
            self.items.push(Item::Day(day));
        }
    }

    fn unread(&mut self) {
        if !self.divided {
            self.divided = true;
            self.run = None;
            self.items.push(Item::Unread);
        }
    }

    /// The place of the next line, which lengthens the run of the line before or begins its own.
    fn place(&mut self, at: Timestamp, author: Option<&'a Participant>, voice: Voice) -> Grouping {
        let continues = self.run.is_some_and(|(last_author, last_voice, last_at)| {
            voice != Voice::Other
                && voice == last_voice
                && at.since(last_at) <= RUN_GAP
                && match (last_author, author) {
                    (Some(one), Some(two)) => one.is_same(two),
                    (None, None) => true,
                    _ => false,
                }
        });
        if continues {
            let last = self.items.last_mut();
            if let Some(Item::Part { grouping, .. } | Item::Pending { grouping, .. }) = last {
                grouping.last = false;
            }
        }
        self.run = Some((author, voice, at));
        Grouping { first: !continues, last: true }
    }
}
