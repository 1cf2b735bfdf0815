//! A server small enough to be right by inspection: one effect per command id, the model's own
//! rules, a version per conversation.

use std::collections::BTreeMap;
use std::sync::Arc;

use inbox_model::sync::Answer;
use inbox_model::{
    Command, CommandId, Context, Conversation, ConversationId, Part, PartId, Participant,
    Timestamp, apply, thread,
};

/// What the server says about a command that it has carried out. Real ones differ in this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// The part that it made, else the conversation.
    Part,
    /// The conversation with its newest parts.
    Conversation,
    /// The conversation without parts.
    Bare,
    /// Nothing.
    Silent,
}

/// How the server behaves throughout one run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Manners {
    pub(crate) style: Style,
    /// Parts carry the id of the command that made them.
    pub(crate) stamps: bool,
    /// Conversations carry a version and the number of unread parts.
    pub(crate) counts: bool,
    /// A command that is repeated under its id has one effect. Where it has not, neither the
    /// network repeats anything nor does anything arrive for which nobody waits any more: against
    /// that there is no help.
    pub(crate) keys: bool,
    /// How many of the newest parts a fetch brings.
    pub(crate) window: usize,
}

pub(crate) struct Server {
    pub(crate) manners: Manners,
    pub(crate) conversations: BTreeMap<ConversationId, Conversation>,
    answers: BTreeMap<CommandId, Answer>,
    parts: u32,
}

impl Server {
    pub(crate) fn new(manners: Manners) -> Self {
        Self { manners, conversations: BTreeMap::new(), answers: BTreeMap::new(), parts: 0 }
    }

    /// Carries out a command once; a repetition gets the very same answer again. Also returns the
    /// conversation and its new version, if it has changed.
    pub(crate) fn handle(
        &mut self,
        actor: &Participant,
        command_id: &CommandId,
        conversation: &ConversationId,
        command: &Command,
        now: Timestamp,
    ) -> (Option<Answer>, Option<(ConversationId, u64)>) {
        if let Some(answer) = self.answers.get(command_id).filter(|_| self.manners.keys) {
            return (Some(answer.clone()), None);
        }
        let is_start = matches!(command, Command::Start { .. });
        let before = if is_start {
            let id = format!("c{}", self.conversations.len() + 1);
            Conversation::new(ConversationId::new(id), now)
        } else {
            match self.conversations.get(conversation) {
                Some(conversation) => conversation.clone(),
                None => return (None, None),
            }
        };
        let parts = &mut self.parts;
        let mut new_part_id = || {
            *parts += 1;
            PartId::new(format!("p{parts}"))
        };
        let stamp = self.manners.stamps.then_some(command_id);
        let mut context = Context::new(actor, now, &mut new_part_id);
        context.command_id = stamp;
        let Ok(applied) = apply(&before, command, &mut context) else { return (None, None) };
        let mut after = applied.conversation;
        // Whether something is unread is a question of who asks.
        after.unread = None;
        let changed = after != before || is_start;
        if changed {
            after.version = Some(before.version.unwrap_or(0) + 1);
            after.updated_at = after.updated_at.max(before.updated_at.plus(1));
        }
        let id = after.id.clone();
        let made = applied.added.first();
        let made = after.parts.iter().find(|part| Some(&part.id) == made).cloned();
        self.conversations.insert(id.clone(), after.clone());
        let answer = self.answer(&id, actor, command, made, is_start);
        self.answers.insert(command_id.clone(), answer.clone());
        (Some(answer), changed.then(|| (id, after.version.unwrap_or(0))))
    }

    fn answer(
        &self,
        id: &ConversationId,
        actor: &Participant,
        command: &Command,
        made: Option<Arc<Part>>,
        is_start: bool,
    ) -> Answer {
        let bare = self.manners.style == Style::Bare;
        let view = || Box::new(self.view(id, actor, !bare).expect("it was just stored"));
        match (self.manners.style, made) {
            _ if is_start => Answer::Conversation(view()),
            (Style::Part, Some(part)) if command.is_spoken() => {
                Answer::Part(Box::new(Part::clone(&part)))
            }
            (Style::Silent, _) => Answer::Done,
            _ => Answer::Conversation(view()),
        }
    }

    /// A conversation as one reader may see it.
    pub(crate) fn view(
        &self,
        id: &ConversationId,
        reader: &Participant,
        with_parts: bool,
    ) -> Option<Conversation> {
        let mut view = self.conversations.get(id)?.clone();
        let parts = self.thread(id, reader);
        view.preview = inbox_model::apply::preview_of(&view, reader.kind.is_contact());
        if self.manners.counts {
            let me = reader.id.as_ref().expect("readers here have ids");
            let last_read = view.receipt(me).map(|receipt| &receipt.last_read_part);
            view.unread = Some(thread::unread_count(&parts, last_read, reader));
        } else {
            view.version = None;
        }
        let older = parts.len().saturating_sub(self.manners.window);
        view.parts = if with_parts { parts[older..].to_vec() } else { Vec::new() };
        Some(view)
    }

    /// The whole thread as one reader may see it.
    pub(crate) fn thread(&self, id: &ConversationId, reader: &Participant) -> Vec<Arc<Part>> {
        let Some(conversation) = self.conversations.get(id) else { return Vec::new() };
        let may_see = |part: &&Arc<Part>| reader.kind.is_company() || part.is_public();
        conversation.parts.iter().filter(may_see).cloned().collect()
    }
}
