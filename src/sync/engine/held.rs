//! Replies that can still be taken back: the model's outbox holds them, and keeps them over a reload.

use inbox_model::collision::Seen;
use inbox_model::sync::Event;
use inbox_model::{Command, CommandId, ConversationId, Timestamp};
use leptos::prelude::WithValue;

use super::super::clock;
use super::{Engine, Inner};

/// A reply that can still be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldReply {
    /// Where.
    pub conversation: ConversationId,
    /// Until when, by this device's clock.
    pub until: Timestamp,
    /// How long it was at first, in milliseconds.
    pub total: i64,
    /// It closes the conversation, too.
    pub closes: bool,
}

/// A reply that was not sent, because a colleague has answered while it waited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoppedReply {
    /// Where.
    pub conversation: ConversationId,
    /// What is sent anyway, or thrown away.
    pub command_id: CommandId,
    /// How far its writer has read.
    pub seen: Seen,
}

impl Engine {
    /// Says something to the customer that can be taken back for so many milliseconds. What else the
    /// reader has said there goes now.
    pub fn say(self, conversation: &ConversationId, command: Command, millis: i64) {
        if millis <= 0 {
            self.release(conversation.clone());
            return self.act(conversation, command);
        }
        self.with(|inner| {
            inner.reduce(Event::Hold {
                command_id: clock::new_command_id(),
                conversation: conversation.clone(),
                command,
                until: clock::now().plus(millis),
            });
        });
    }

    /// What can still be taken back, oldest first; follows that.
    pub fn held(self) -> Vec<HeldReply> {
        self.inner.try_with_value(|inner| inner.held.get()).unwrap_or_default()
    }

    /// What was stopped, oldest first; follows that.
    pub fn stopped(self) -> Vec<StoppedReply> {
        self.inner.try_with_value(|inner| inner.stopped.get()).unwrap_or_default()
    }

    /// How long it is from now on until an instant of this device's clock, in milliseconds.
    pub fn until(self, at: Timestamp) -> i64 {
        at.since(clock::now())
    }

    /// Lets a reply go before its time is over.
    pub fn release(self, conversation: ConversationId) {
        self.with(|inner| inner.reduce(Event::Release { conversation }));
    }

    /// Takes a reply back that can still be taken back or was stopped, with what was to follow it.
    /// `None` where it has gone already.
    pub fn take_back(self, conversation: ConversationId) -> Option<Command> {
        let mut taken = None;
        self.with(|inner| {
            taken = inner.inbox.borrow().as_ref().and_then(|inbox| {
                let outbox = inbox.outbox();
                let mut held = outbox.held(&conversation).chain(outbox.stopped(&conversation));
                held.find(|entry| is_reply(&entry.command)).map(|entry| entry.command.clone())
            });
            inner.reduce(Event::TakeBack { conversation });
        });
        taken
    }
}

impl Inner {
    /// Brings what can be taken back, and what was stopped, up to date.
    pub(super) fn refresh_held(&self) {
        let inbox = self.inbox.borrow();
        let Some(inbox) = inbox.as_ref() else { return };
        let outbox = inbox.outbox();
        let held = outbox.entries().filter(|entry| is_reply(&entry.command)).filter_map(|entry| {
            let conversation = entry.conversation.clone();
            let is_close = |command: &Command| matches!(command, Command::Close);
            let closes = outbox.held(&conversation).any(|entry| is_close(&entry.command));
            let until = entry.held_until?;
            let total = until.since(entry.created_at);
            Some(HeldReply { conversation, until, total, closes })
        });
        self.held.set_if_new(held.collect());
        let stopped = outbox.entries().filter(|entry| entry.is_stopped()).filter_map(|entry| {
            Some(StoppedReply {
                conversation: entry.conversation.clone(),
                command_id: entry.command_id.clone(),
                seen: entry.seen.clone()?,
            })
        });
        self.stopped.set_if_new(stopped.collect());
    }
}

fn is_reply(command: &Command) -> bool {
    matches!(command, Command::Reply { .. } | Command::SendSuggestion { .. })
}
