//! One conversation while it is being told: beats become commands and parts.
//!
//! Whatever a command exists for goes through the model's own rules, so that states, receipts,
//! previews and provenance are what the server would have made of it.

mod delivery;
mod outside;
mod rating;
mod speak;

use std::sync::Arc;

use inbox_model::command::Readers;
use inbox_model::part::{Message, QuickReply};
use inbox_model::time::{HOUR, MINUTE};
use inbox_model::{
    Channel, Command, Context, Conversation, ConversationId, Event, Part, PartBody, Participant,
    ParticipantKind, Timestamp, apply,
};

use super::beat::Beat;
use super::ids::PartIds;
use super::people::{Colleague, automation, bot, tag};
use super::slots::Slots;

/// A conversation, and what is needed to go on with it.
pub(super) struct Story<'a> {
    conversation: Conversation,
    contact: Participant,
    agent: Colleague,
    slots: Slots,
    ids: &'a mut PartIds,
    now: Timestamp,
}

impl<'a> Story<'a> {
    /// A conversation in which nothing has been said. `now` is the instant of the whole demo.
    pub(super) fn new(
        id: ConversationId,
        contact: Participant,
        slots: Slots,
        ids: &'a mut PartIds,
        now: Timestamp,
    ) -> Self {
        ids.restart();
        let mut conversation = Conversation::new(id, now);
        conversation.participants.push(contact.clone());
        let mut story = Self { conversation, contact, agent: Colleague::Maya, slots, ids, now };
        story.in_charge(Colleague::Maya);
        story
    }

    /// The conversation as far as it has been told.
    pub(super) fn conversation(&mut self) -> &mut Conversation {
        &mut self.conversation
    }

    /// The instant of the whole demo.
    pub(super) fn now(&self) -> Timestamp {
        self.now
    }

    /// Other words for what comes: a new matter in the same conversation.
    pub(super) fn replace_slots(&mut self, slots: Slots) {
        self.slots = slots;
        self.slots.set_agent(self.agent.given_name());
    }

    /// Who speaks for the company from here on.
    pub(super) fn in_charge(&mut self, agent: Colleague) {
        self.agent = agent;
        self.slots.set_agent(agent.given_name());
    }

    /// Sets the channel, where the conversation began, and its subject if it is an e-mail.
    pub(super) fn set_source(&mut self, channel: Channel, url: Option<String>, subject: &str) {
        let source = self.conversation.source.get_or_insert_default();
        let subject =
            (channel == Channel::Email && !subject.is_empty()).then(|| subject.to_owned());
        (source.channel, source.url, source.subject) = (channel, url, subject);
    }

    /// Plays one beat at an instant.
    pub(super) fn play(&mut self, at: Timestamp, beat: &Beat) {
        let me = self.agent.participant();
        match *beat {
            Beat::Customer(text) => self.customer_says(at, vec![self.words(text)]),
            Beat::CustomerSends(pieces) => self.customer_says(at, self.pieces(pieces)),
            Beat::Agent(text) => self.agent_says(at, vec![self.words(text)]),
            Beat::AgentSends(pieces) => self.agent_says(at, self.pieces(pieces)),
            Beat::From(agent, text) => {
                self.in_charge(agent);
                self.agent_says(at, vec![self.words(text)]);
            }
            Beat::Note(author, text) => self.note(at, author, text),
            Beat::OwnNote(text) => self.note(at, self.agent, text),
            Beat::Bot(text) => {
                let message = Message::new(vec![self.words(text)]);
                self.add(at, PartBody::Message(message), Some(bot()));
            }
            Beat::Suggestion(text) => {
                let contents = vec![self.words(text)];
                self.command(at, &bot(), &Command::Suggest { contents });
            }
            Beat::Choices(options) => {
                let numbered = (1..).zip(options);
                let options = numbered
                    .map(|(number, text)| QuickReply {
                        id: format!("option{number}"),
                        text: self.slots.fill(text),
                    })
                    .collect();
                self.add(at, PartBody::QuickReplies { options }, Some(bot()));
            }
            Beat::Chooses(number) => self.choose(at, number),
            Beat::Form(fields) => self.ask_form(at, fields),
            Beat::FormDone => self.add(at, PartBody::FormCompleted, None),
            Beat::Call(inbound, seconds, summary) => self.call(at, inbound, seconds, summary),
            Beat::Assign(agent) => {
                self.in_charge(agent);
                let to = Some(agent.id());
                self.command(at, &automation(), &Command::Assign { agent: Some(to), team: None });
            }
            Beat::AssignTeam(team) => {
                let command = Command::Assign { agent: None, team: Some(Some(team.id())) };
                self.command(at, &automation(), &command);
            }
            Beat::Unassign => {
                self.command(at, &me, &Command::Assign { agent: Some(None), team: None });
            }
            Beat::Tag(name) => self.command(at, &me, &Command::AttachTag { tag: tag(name) }),
            Beat::Untag(name) => self.command(at, &me, &Command::DetachTag { tag: tag(name) }),
            Beat::Priority(priority) => self.command(at, &me, &Command::SetPriority { priority }),
            Beat::SnoozeUntil(minutes) => {
                let until = self.now.plus(minutes * MINUTE);
                self.command(at, &me, &Command::Snooze { until });
            }
            Beat::SnoozeFor(hours) => {
                let until = at.plus(hours * HOUR);
                self.command(at, &me, &Command::Snooze { until });
            }
            Beat::Wake => self.command(at, &automation(), &Command::Reopen),
            Beat::Close => self.command(at, &me, &Command::Close),
            Beat::Reopen => self.command(at, &me, &Command::Reopen),
            Beat::Add(name, email) => self.bring_in(at, name, email),
            Beat::Wait(stage, label) => self.wait(at, stage, label),
            Beat::Other(name, data) => {
                let event = Event::Other { name: name.into(), data: self.slots.fill(data) };
                self.add(at, PartBody::Event(event), Some(automation()));
            }
            Beat::AskRating => self.ask_rating(at),
            Beat::Rates(score, remark) => self.rate(at, score, remark),
            Beat::RatingExpires => self.expire_rating(at),
            Beat::Later => {}
            Beat::Seen => self.read_by_contact(at),
            Beat::Outside(turn) => self.turn(at, turn),
            Beat::Fate(fate) => self.set_fate(fate),
            Beat::RedactCustomer => self.redact(at, &me),
            Beat::Attribute(name, value) => {
                // A JSON string: the texts have neither quotes nor backslashes.
                let value = format!("\"{}\"", self.slots.fill(value));
                let attributes = vec![(name.to_owned(), value)];
                self.command(at, &me, &Command::SetAttributes { attributes });
            }
        }
    }

    /// Names the conversation without leaving a trace in the thread.
    pub(super) fn set_title(&mut self, title: &str) {
        let title = self.slots.fill(title);
        self.conversation.title = (!title.is_empty()).then_some(title);
    }

    /// The demo agent has read everything.
    pub(super) fn read_by_demo_agent(&mut self, at: Timestamp) {
        let readers = Readers { me: true, ..Readers::default() };
        self.command(at, &Colleague::Maya.participant(), &Command::MarkRead { readers });
    }

    /// The customer opens the thread.
    pub(super) fn read_by_contact(&mut self, at: Timestamp) {
        let readers = Readers { me: true, ..Readers::default() };
        let contact = self.contact.clone();
        self.command(at, &contact, &Command::MarkRead { readers });
    }

    /// The finished conversation.
    pub(super) fn end(mut self) -> Conversation {
        self.settle_deliveries();
        // Whether something is unread depends on the reader; whoever reads is told then.
        self.conversation.unread = None;
        self.conversation
    }

    /// Carries out a command. A refusal would be a mistake in a table; the beat is left out then.
    fn command(&mut self, at: Timestamp, actor: &Participant, command: &Command) {
        let mut new_part_id = || self.ids.next(at);
        let mut context = Context::new(actor, at, &mut new_part_id);
        match apply(&self.conversation, command, &mut context) {
            Ok(applied) => self.conversation = applied.conversation,
            Err(refusal) => debug_assert!(false, "{refusal}: {command:?}"),
        }
    }

    /// Adds a part for which there is no command.
    fn add(&mut self, at: Timestamp, body: PartBody, author: Option<Participant>) {
        let newest = self.conversation.parts.last().map(|part| part.created_at.plus(1));
        let at = newest.map_or(at, |newest| newest.max(at));
        let mut part = Part::new(self.ids.next(at), body, author, at);
        if part.is_spoken() {
            part.channel = self.conversation.source.as_ref().map(|source| source.channel.clone());
            self.conversation.last_activity_at = Some(at);
        }
        self.conversation.parts.push(Arc::new(part));
        self.conversation.updated_at = self.conversation.updated_at.max(at);
        self.conversation.preview = apply::preview_of(&self.conversation, false);
    }

    fn bring_in(&mut self, at: Timestamp, name: &str, email: &str) {
        let id = super::ids::guest_id(email);
        let mut participant = Participant::new(ParticipantKind::Guest, id).named(name);
        participant.email = Some(email.to_owned());
        let me = self.agent.participant();
        self.command(at, &me, &Command::AddParticipant { participant });
    }

    fn wait(&mut self, at: Timestamp, stage: &str, label: &str) {
        let event = Event::WorkflowWait {
            stage: stage.into(),
            at,
            interrupted_by: (stage == "interrupted").then(|| self.contact.kind.clone()),
            label: (!label.is_empty()).then(|| label.into()),
            workflow_id: Some("wf20".into()),
            workflow_name: Some("Follow up on silence".into()),
        };
        self.add(at, PartBody::Event(event), Some(automation()));
    }

    fn redact(&mut self, at: Timestamp, by: &Participant) {
        let inbound = |part: &&Arc<Part>| part.is_inbound() && part.is_redactable();
        let newest = self.conversation.parts.iter().rev().find(inbound);
        if let Some(part) = newest.map(|part| part.id.clone()) {
            self.command(at, by, &Command::Redact { part });
        }
    }

    fn alter_newest(&mut self, which: fn(&Part) -> bool, alter: impl FnOnce(&mut Part)) {
        if let Some(part) = self.conversation.parts.iter_mut().rev().find(|part| which(part)) {
            alter(Arc::make_mut(part));
        }
    }
}
