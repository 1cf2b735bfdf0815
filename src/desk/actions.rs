//! Everything that can be done by keyboard, in one table: the shortcuts, the sheet that lists them
//! and the command palette all come from it.

mod keys;
mod perform;

use crate::i18n::ActText;
use crate::ui::Glyph;
pub(super) use keys::{Press, is_repeatable, keycaps};
pub(super) use perform::{can, perform, words};

/// An action by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    Next,
    Previous,
    Open,
    Back,
    Search,
    GoTo,
    Pick,
    Details,
    Reply,
    Note,
    Attach,
    Canned,
    AssignMe,
    Assign,
    CloseOrReopen,
    Snooze,
    Tag,
    Star,
    Archive,
    MarkUnread,
    Priority,
    FirstUnread,
    GoToDate,
    Title,
    Field,
    Delete,
    Undo,
    NewView,
    Palette,
    Shortcuts,
    Settings,
    ManageCanned,
    Theme,
    Density,
}

/// A row of the table.
pub(super) struct Action {
    pub(super) act: Act,
    /// Under which heading the sheet has it.
    pub(super) group: ActText,
    pub(super) text: ActText,
    pub(super) glyph: Glyph,
    /// How it is asked for, each way as [`Press`] writes it.
    pub(super) keys: &'static [&'static str],
}

const fn row(
    act: Act,
    group: ActText,
    text: ActText,
    glyph: Glyph,
    keys: &'static [&'static str],
) -> Action {
    Action { act, group, text, glyph, keys }
}

/// The headings in order.
pub(super) const GROUPS: [ActText; 3] =
    [ActText::GroupMove, ActText::GroupTalk, ActText::GroupDesk];

/// All actions, in the order in which they are listed.
pub(super) static ACTIONS: [Action; 34] = {
    use ActText::{GroupDesk as DESK, GroupMove as MOVE, GroupTalk as TALK};
    [
        row(Act::Next, MOVE, ActText::Next, Glyph::ChevronDown, &["j"]),
        row(Act::Previous, MOVE, ActText::Previous, Glyph::ArrowUp, &["k"]),
        row(Act::Open, MOVE, ActText::Open, Glyph::Messages, &["Enter"]),
        row(Act::Back, MOVE, ActText::Back, Glyph::Back, &["Escape", "u"]),
        row(Act::GoTo, MOVE, ActText::GoTo, Glyph::Inbox, &["g 1…9"]),
        row(Act::Search, MOVE, ActText::Search, Glyph::Search, &["/"]),
        row(Act::Pick, MOVE, ActText::Pick, Glyph::Check, &["x"]),
        row(Act::FirstUnread, MOVE, ActText::FirstUnread, Glyph::ArrowUp, &["Shift+j"]),
        row(Act::GoToDate, MOVE, ActText::GoToDate, Glyph::Clock, &["Shift+d"]),
        row(Act::Details, MOVE, ActText::Details, Glyph::Info, &["d", "i"]),
        row(Act::Reply, TALK, ActText::Reply, Glyph::Reply, &["r"]),
        row(Act::Note, TALK, ActText::Note, Glyph::Lock, &["n"]),
        row(Act::Attach, TALK, ActText::Attach, Glyph::Clip, &["f"]),
        row(Act::Canned, TALK, ActText::Canned, Glyph::Bookmark, &["c"]),
        row(Act::AssignMe, TALK, ActText::AssignMe, Glyph::Person, &["a"]),
        row(Act::Assign, TALK, ActText::Assign, Glyph::Persons, &["Shift+a"]),
        row(Act::CloseOrReopen, TALK, ActText::CloseOrReopen, Glyph::Check, &["e"]),
        row(Act::Snooze, TALK, ActText::Snooze, Glyph::Moon, &["h"]),
        row(Act::Tag, TALK, ActText::Tag, Glyph::Tag, &["t"]),
        row(Act::Star, TALK, ActText::Star, Glyph::Star, &["s"]),
        row(Act::Archive, TALK, ActText::Archive, Glyph::Archive, &["y"]),
        row(Act::MarkUnread, TALK, ActText::MarkUnread, Glyph::Mail, &["Shift+u"]),
        row(Act::Priority, TALK, ActText::Priority, Glyph::Flag, &["p"]),
        row(Act::Title, TALK, ActText::Title, Glyph::Pencil, &["Shift+t"]),
        row(Act::Field, TALK, ActText::Field, Glyph::File, &[]),
        row(Act::Delete, TALK, ActText::Delete, Glyph::Trash, &[]),
        row(Act::Undo, TALK, ActText::Undo, Glyph::Undo, &["z"]),
        row(Act::NewView, DESK, ActText::NewView, Glyph::Bookmark, &["v"]),
        row(Act::Palette, DESK, ActText::Palette, Glyph::Search, &["Mod+k"]),
        row(Act::Shortcuts, DESK, ActText::Shortcuts, Glyph::Info, &["?"]),
        row(Act::Settings, DESK, ActText::Settings, Glyph::Dots, &[","]),
        row(Act::ManageCanned, DESK, ActText::ManageCanned, Glyph::Bookmark, &[]),
        row(Act::Theme, DESK, ActText::Theme, Glyph::Moon, &[]),
        row(Act::Density, DESK, ActText::Density, Glyph::Inbox, &[]),
    ]
};

/// The action for a press.
pub(super) fn asked_for(press: &str) -> Option<&'static Action> {
    ACTIONS.iter().find(|action| action.keys.contains(&press))
}

/// The table's row of an action.
pub(super) fn row_of(act: Act) -> Option<&'static Action> {
    ACTIONS.iter().find(|action| action.act == act)
}
