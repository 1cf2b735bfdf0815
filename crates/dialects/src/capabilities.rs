//! What a system can do, so that the interface hides or explains the rest.

/// What one dialect supports beyond reading and replying.
#[expect(clippy::struct_excessive_bools, reason = "a table of independent yes-or-no facts")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Capabilities {
    /// A contact can begin a conversation.
    pub start: bool,
    /// Messages can carry more than text.
    pub contents: bool,
    /// How many files one message of the company can carry.
    #[cfg(feature = "company")]
    pub files: u8,
    /// A message can refer to another one of its conversation.
    pub reference: bool,
    /// A reply can be sent by another channel than the conversation's: SMS or e-mail.
    pub channel_choice: bool,
    /// Internal notes.
    pub notes: bool,
    /// Assigning to an agent.
    pub assign: bool,
    /// Assigning to a team.
    pub teams: bool,
    /// Closing and reopening.
    pub close: bool,
    /// The state in which the company waits for the customer.
    pub pending: bool,
    /// The mark that somebody works on it.
    pub in_progress: bool,
    /// Putting aside until an instant.
    pub snooze: bool,
    /// Attaching and removing tags.
    pub tags: bool,
    /// A tag that there is not yet is made when it is attached.
    pub create_tags: bool,
    /// Setting a priority.
    pub priority: bool,
    /// Naming a conversation.
    pub title: bool,
    /// Setting fields of the company's own.
    pub attributes: bool,
    /// Bringing contacts in and taking them out.
    pub participants: bool,
    /// Giving and taking a star.
    pub star: bool,
    /// Putting away and bringing back.
    pub archive: bool,
    /// Removing a message's contents for good.
    pub redact: bool,
    /// Deleting a conversation for good.
    pub delete: bool,
    /// Reacting to a message with an emoji.
    pub react: bool,
    /// Sending and dismissing drafts of a machine.
    pub suggestions: bool,
    /// Asking the customer to go on after the reply window has closed.
    pub restart: bool,
    /// Marking as read.
    pub mark_read: bool,
    /// Marking as unread.
    pub mark_unread: bool,
    /// Noting that an agent has seen a part.
    pub seen: bool,
    /// A write that is repeated under the same key has one effect.
    pub idempotency: bool,
    /// The list can be narrowed by state, assignee and unread on the server.
    pub list_filters: bool,
    /// The list can be narrowed to what should have been answered by now.
    pub overdue: bool,
    /// The list can be searched for words.
    pub search: bool,
    /// Changes are pushed; else the client polls.
    pub live: bool,
}
