//! Everything that can be done by keyboard, in one table: the shortcuts, the sheet that lists them
//! and the command palette all come from it.

mod keys;
mod perform;
mod pressed;

use crate::i18n::{ActText, DeskText, Text, ViewText};
use crate::ui::Glyph;
pub(super) use keys::{Press, is_repeatable, keycaps};
pub(super) use perform::{can, perform, words};
pub(super) use pressed::about;

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
    TakeIn,
    PickAll,
    /// One up or down in the list, to its ends, a page of it.
    Beside,
    Ends,
    Pages,
    Details,
    Reply,
    Note,
    Attach,
    Canned,
    AssignMe,
    Assign,
    CloseOrReopen,
    Snooze,
    SnoozeUntil,
    Tag,
    AddPerson,
    Star,
    Archive,
    MarkRead,
    MarkUnread,
    Priority,
    FirstUnread,
    GoToDate,
    Title,
    Field,
    Delete,
    Refer,
    React,
    Redact,
    DraftSend,
    DraftEdit,
    DraftDismiss,
    Send,
    SendAndClose,
    Preview,
    /// What the field or the list hears itself, and nobody else can do.
    Heard,
    Undo,
    NewView,
    EditView,
    DeleteView,
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
    /// Under which heading the sheet has it. What is done in the list or while writing is heard there.
    pub(super) group: ActText,
    pub(super) text: Text,
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
    Action { act, group, text: Text::Act(text), glyph, keys }
}

/// A row in words that stand elsewhere, too.
const fn said(
    act: Act,
    group: ActText,
    text: Text,
    glyph: Glyph,
    keys: &'static [&'static str],
) -> Action {
    Action { act, group, text, glyph, keys }
}

/// The headings in order.
pub(super) const GROUPS: [ActText; 5] = [
    ActText::GroupMove,
    ActText::GroupList,
    ActText::GroupTalk,
    ActText::GroupWrite,
    ActText::GroupDesk,
];

/// All actions, in the order in which they are listed.
pub(super) static ACTIONS: [Action; 60] = {
    use ActText::{
        GroupDesk as DESK, GroupList as LIST, GroupMove as MOVE, GroupTalk as TALK,
        GroupWrite as WRITE,
    };
    [
        row(Act::Next, MOVE, ActText::Next, Glyph::ChevronDown, &["j"]),
        row(Act::Previous, MOVE, ActText::Previous, Glyph::ArrowUp, &["k"]),
        row(Act::Open, MOVE, ActText::Open, Glyph::Messages, &["Enter"]),
        row(Act::Back, MOVE, ActText::Back, Glyph::Back, &["Escape", "u"]),
        row(Act::GoTo, MOVE, ActText::GoTo, Glyph::Inbox, &["g 1…9"]),
        row(Act::Search, MOVE, ActText::Search, Glyph::Search, &["/"]),
        row(Act::Pick, MOVE, ActText::Pick, Glyph::Check, &["x"]),
        said(Act::TakeIn, MOVE, Text::Desk(DeskText::ShowNew), Glyph::ArrowUp, &["."]),
        row(Act::FirstUnread, MOVE, ActText::FirstUnread, Glyph::ArrowUp, &["Shift+j"]),
        row(Act::GoToDate, MOVE, ActText::GoToDate, Glyph::Clock, &["Shift+d"]),
        row(Act::Details, MOVE, ActText::Details, Glyph::Info, &["d", "i"]),
        row(Act::Beside, LIST, ActText::Beside, Glyph::ChevronDown, &["ArrowUp", "ArrowDown"]),
        row(Act::Ends, LIST, ActText::Ends, Glyph::ChevronDown, &["Home", "End"]),
        row(Act::Pages, LIST, ActText::Pages, Glyph::ChevronDown, &["PageUp", "PageDown"]),
        row(Act::Heard, LIST, ActText::Reach, Glyph::Check, &["Shift+ArrowUp", "Shift+ArrowDown"]),
        said(Act::PickAll, LIST, Text::Desk(DeskText::PickAll), Glyph::Check, &["Mod+a"]),
        row(Act::Reply, TALK, ActText::Reply, Glyph::Reply, &["r"]),
        row(Act::Note, TALK, ActText::Note, Glyph::Lock, &["n"]),
        row(Act::Attach, TALK, ActText::Attach, Glyph::Clip, &["f", "Mod+Shift+f"]),
        row(Act::Canned, TALK, ActText::Canned, Glyph::Bookmark, &["c"]),
        row(Act::AssignMe, TALK, ActText::AssignMe, Glyph::Person, &["a"]),
        row(Act::Assign, TALK, ActText::Assign, Glyph::Persons, &["Shift+a"]),
        row(Act::CloseOrReopen, TALK, ActText::CloseOrReopen, Glyph::Check, &["e"]),
        row(Act::Snooze, TALK, ActText::Snooze, Glyph::Moon, &["h"]),
        said(Act::SnoozeUntil, TALK, Text::View(ViewText::SnoozeOther), Glyph::Moon, &[]),
        row(Act::Tag, TALK, ActText::Tag, Glyph::Tag, &["t"]),
        said(Act::AddPerson, TALK, Text::View(ViewText::AddPerson), Glyph::Person, &[]),
        row(Act::Star, TALK, ActText::Star, Glyph::Star, &["s"]),
        row(Act::Archive, TALK, ActText::Archive, Glyph::Archive, &["y"]),
        said(Act::MarkRead, TALK, Text::Desk(DeskText::MarkRead), Glyph::Check, &["Shift+i"]),
        row(Act::MarkUnread, TALK, ActText::MarkUnread, Glyph::Mail, &["Shift+u"]),
        row(Act::Priority, TALK, ActText::Priority, Glyph::Flag, &["p"]),
        row(Act::Title, TALK, ActText::Title, Glyph::Pencil, &["Shift+t"]),
        row(Act::Field, TALK, ActText::Field, Glyph::File, &[]),
        said(Act::Refer, TALK, Text::Desk(DeskText::ReplyToThis), Glyph::Reply, &[]),
        said(Act::React, TALK, Text::Desk(DeskText::React), Glyph::Smile, &[]),
        said(Act::Redact, TALK, Text::Desk(DeskText::RedactThis), Glyph::Trash, &[]),
        row(Act::DraftSend, TALK, ActText::DraftSend, Glyph::Check, &[]),
        row(Act::DraftEdit, TALK, ActText::DraftEdit, Glyph::Pencil, &[]),
        row(Act::DraftDismiss, TALK, ActText::DraftDismiss, Glyph::Close, &[]),
        row(Act::Delete, TALK, ActText::Delete, Glyph::Trash, &[]),
        row(Act::Undo, TALK, ActText::Undo, Glyph::Undo, &["z"]),
        row(Act::Send, WRITE, ActText::Send, Glyph::ArrowUp, &["Enter"]),
        said(
            Act::SendAndClose,
            WRITE,
            Text::Desk(DeskText::SendAndClose),
            Glyph::Check,
            &["Mod+Shift+Enter"],
        ),
        row(Act::Heard, WRITE, ActText::NewLine, Glyph::ArrowUp, &["Shift+Enter"]),
        row(Act::Heard, WRITE, ActText::TakeReplyBack, Glyph::Undo, &["Mod+z"]),
        row(Act::Heard, WRITE, ActText::OfferCanned, Glyph::Bookmark, &["/"]),
        row(Act::Heard, WRITE, ActText::OfferEmoji, Glyph::Smile, &[":"]),
        row(Act::Heard, WRITE, ActText::Mention, Glyph::Person, &["@"]),
        row(Act::Heard, WRITE, ActText::LeaveField, Glyph::Back, &["Escape"]),
        said(Act::Preview, WRITE, Text::Desk(DeskText::Preview), Glyph::Eye, &[]),
        row(Act::NewView, DESK, ActText::NewView, Glyph::Bookmark, &["v"]),
        row(Act::EditView, DESK, ActText::EditView, Glyph::Pencil, &[]),
        said(Act::DeleteView, DESK, Text::View(ViewText::Delete), Glyph::Trash, &[]),
        row(Act::Palette, DESK, ActText::Palette, Glyph::Search, &["Mod+k"]),
        row(Act::Shortcuts, DESK, ActText::Shortcuts, Glyph::Info, &["?"]),
        row(Act::Settings, DESK, ActText::Settings, Glyph::Dots, &[","]),
        row(Act::ManageCanned, DESK, ActText::ManageCanned, Glyph::Bookmark, &[]),
        row(Act::Theme, DESK, ActText::Theme, Glyph::Moon, &[]),
        row(Act::Density, DESK, ActText::Density, Glyph::Inbox, &[]),
    ]
};

/// The action for a press anywhere in the desk.
pub(super) fn asked_for(press: &str) -> Option<&'static Action> {
    let elsewhere = |one: &&Action| !matches!(one.group, ActText::GroupList | ActText::GroupWrite);
    ACTIONS.iter().filter(elsewhere).find(|action| action.keys.contains(&press))
}

/// The action for a press in the list, and which of its keys it was.
pub(super) fn asked_in_list(press: &str) -> Option<(Act, usize)> {
    ACTIONS.iter().filter(|one| one.group == ActText::GroupList).find_map(|action| {
        let at = action.keys.iter().position(|key| *key == press)?;
        Some((action.act, at))
    })
}

/// The table's row of an action.
pub(super) fn row_of(act: Act) -> Option<&'static Action> {
    ACTIONS.iter().find(|action| action.act == act)
}
