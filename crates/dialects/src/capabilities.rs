//! What a system can do, so that the interface hides or explains the rest.

/// What one dialect supports beyond reading and replying.
#[expect(clippy::struct_excessive_bools, reason = "a table of independent yes-or-no facts")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Capabilities {
    /// Internal notes.
    pub notes: bool,
    /// Assigning to an agent.
    pub assign: bool,
    /// Closing and reopening.
    pub close: bool,
    /// Putting aside until an instant.
    pub snooze: bool,
    /// Attaching and removing tags.
    pub tags: bool,
    /// Setting a priority.
    pub priority: bool,
    /// Naming a conversation.
    pub title: bool,
    /// Bringing contacts in and taking them out.
    pub participants: bool,
    /// Removing a message's contents for good.
    pub redact: bool,
    /// Marking as read.
    pub mark_read: bool,
    /// A write that is repeated under the same key has one effect.
    pub idempotency: bool,
    /// The list can be narrowed by state, assignee and unread on the server.
    pub list_filters: bool,
    /// Changes are pushed; else the client polls.
    pub live: bool,
}
