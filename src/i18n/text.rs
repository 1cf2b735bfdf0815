//! Every text that the interface has, by name.

/// A text of the interface. Its words stand in the catalogues; `{name}` marks a placeholder, and
/// `one=…|other=…` the forms of a text that depends on a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is its own English text, see en.rs")]
pub enum Text {
    JustNow,
    Greeting,
    GreetingNamed,
    HowCanWeHelp,
    NewConversation,
    NewConversationHint,
    RecentConversations,
    NewConversationTitle,
    NewConversationStart,
    CannotBegin,
    #[cfg(feature = "desk")]
    Conversation,
    Back,
    CloseMessenger,
    TheTeam,
    You,
    Someone,
    Bot,
    Customer,
    WriteMessage,
    #[cfg(feature = "desk")]
    WriteReply,
    #[cfg(feature = "desk")]
    WriteNote,
    Send,
    #[cfg(feature = "desk")]
    SendReply,
    #[cfg(feature = "desk")]
    AddNote,
    #[cfg(feature = "desk")]
    Reply,
    #[cfg(feature = "desk")]
    Note,
    #[cfg(feature = "desk")]
    InternalNote,
    SendHint,
    TooLong,
    StateWaiting,
    StateSending,
    StateSent,
    StateDelivered,
    StateRead,
    StateFailed,
    Retry,
    Discard,
    Unread,
    UnreadCount,
    Typing,
    Loading,
    Offline,
    #[cfg(feature = "desk")]
    Reconnecting,
    LoadFailed,
    LoadFailedHint,
    SignedOut,
    SignedOutHint,
    ConversationGone,
    RepliesDisabled,
    ReplyBlocked,
    WindowClosed,
    StartNewInstead,
    ConversationClosed,
    Photo,
    Video,
    VoiceMessage,
    Audio,
    File,
    Location,
    ContactCard,
    Redacted,
    #[cfg(feature = "desk")]
    MissedCall,
    #[cfg(feature = "desk")]
    Call,
    #[cfg(feature = "desk")]
    SuggestedReply,
    FormAsked,
    FormCompleted,
    RatingAsked,
    RatingGiven,
    #[cfg(feature = "desk")]
    EventAssigned,
    #[cfg(feature = "desk")]
    EventUnassigned,
    EventClosed,
    EventReopened,
    EventReopenedBySelf,
    EventClosedBySelf,
    EventSnoozed,
    #[cfg(feature = "desk")]
    EventTagAdded,
    #[cfg(feature = "desk")]
    EventTagRemoved,
    #[cfg(feature = "desk")]
    EventPrioritySet,
    #[cfg(feature = "desk")]
    EventPriorityCleared,
    #[cfg(feature = "desk")]
    EventJoined,
    #[cfg(feature = "desk")]
    EventWait,
    System,
    #[cfg(feature = "desk")]
    Inbox,
    #[cfg(feature = "desk")]
    ViewAll,
    #[cfg(feature = "desk")]
    ViewMine,
    #[cfg(feature = "desk")]
    ViewUnassigned,
    #[cfg(feature = "desk")]
    ViewUnread,
    #[cfg(feature = "desk")]
    StateOpen,
    #[cfg(feature = "desk")]
    StateSnoozed,
    #[cfg(feature = "desk")]
    StateClosed,
    #[cfg(feature = "desk")]
    StateAll,
    #[cfg(feature = "desk")]
    State,
    #[cfg(feature = "desk")]
    ConversationList,
    #[cfg(feature = "desk")]
    NothingHere,
    #[cfg(feature = "desk")]
    NothingHereHint,
    #[cfg(feature = "desk")]
    AllDone,
    #[cfg(feature = "desk")]
    AllDoneHint,
    #[cfg(feature = "desk")]
    NoConversationOpen,
    #[cfg(feature = "desk")]
    NoConversationOpenHint,
    #[cfg(feature = "desk")]
    Assignee,
    #[cfg(feature = "desk")]
    Nobody,
    #[cfg(feature = "desk")]
    AssignToMe,
    #[cfg(feature = "desk")]
    CloseConversation,
    #[cfg(feature = "desk")]
    Reopen,
    #[cfg(feature = "desk")]
    Snooze,
    #[cfg(feature = "desk")]
    SnoozeLaterToday,
    #[cfg(feature = "desk")]
    SnoozeTomorrow,
    #[cfg(feature = "desk")]
    SnoozeMonday,
    #[cfg(feature = "desk")]
    SnoozeWeek,
    #[cfg(feature = "desk")]
    SnoozedUntil,
    #[cfg(feature = "desk")]
    Details,
    #[cfg(feature = "desk")]
    LanguageLabel,
    #[cfg(feature = "desk")]
    Channel,
    #[cfg(feature = "desk")]
    ChannelWeb,
    #[cfg(feature = "desk")]
    ChannelEmail,
    #[cfg(feature = "desk")]
    ChannelApp,
    #[cfg(feature = "desk")]
    ChannelOther,
    #[cfg(feature = "desk")]
    Started,
    #[cfg(feature = "desk")]
    Tags,
    #[cfg(feature = "desk")]
    NoTags,
    #[cfg(feature = "desk")]
    Priority,
    #[cfg(feature = "desk")]
    Viewing,
    LoadMore,
    Thread,
    JumpToLatest,
    OpensInNewTab,
    NewMessageFrom,
    #[cfg(feature = "desk")]
    CouldNotDo,
    Dismiss,
    #[cfg(feature = "desk")]
    RefusedNotAllowed,
    #[cfg(feature = "desk")]
    RefusedNotInFuture,
    #[cfg(feature = "desk")]
    RefusedNotFound,
    #[cfg(feature = "desk")]
    RefusedOther,
    /// What a conversation system brings.
    #[cfg(feature = "desk")]
    Desk(super::DeskText),
    /// What is done by keyboard, and how the desk is set.
    #[cfg(feature = "desk")]
    Act(super::ActText),
    /// What messages carry.
    Media(super::MediaText),
    /// What is around reading a thread.
    #[cfg(feature = "desk")]
    Read(super::ReadText),
    /// What goes with a reply or a note.
    #[cfg(feature = "desk")]
    Write(super::WriteText),
    /// Views, and how they are built.
    #[cfg(feature = "desk")]
    View(super::ViewText),
}
