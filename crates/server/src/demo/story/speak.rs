//! What is said: by customers, agents and the assistant.

use inbox_model::content::{CardLine, ContactCard, Location};
use inbox_model::part::{Call, Form, FormField, QuickReply};
use inbox_model::validate::Limits;
use inbox_model::validate::files::{self, Attachment};
use inbox_model::{Channel, Command, Content, Part, PartBody, Participant, Timestamp};

use super::Story;
use crate::demo::beat::Piece;
use crate::demo::media::RECORDING;
use crate::demo::people::{Colleague, bot};

impl Story<'_> {
    pub(super) fn words(&self, text: &str) -> Content {
        Content::text(self.slots.fill(text))
    }

    pub(super) fn pieces(&self, pieces: &[Piece]) -> Vec<Content> {
        let filled = |text: &str| (!text.is_empty()).then(|| self.slots.fill(text));
        let list = |text: &str| filled(text).into_iter().map(CardLine::from).collect();
        let content = |piece: &Piece| match *piece {
            Piece::Text(text) => self.words(text),
            Piece::File(file, caption) => file.content(&self.slots.fill(caption)),
            Piece::Place(latitude, longitude, name, address) => {
                let (name, address) = (filled(name), filled(address));
                Content::Location(Location { latitude, longitude, name, address, url: None })
            }
            Piece::Card(name, phone, email, organization) => Content::ContactCard(ContactCard {
                name: self.slots.fill(name),
                phones: list(phone),
                emails: list(email),
                organization: filled(organization),
                details: None,
            }),
        };
        pieces.iter().map(content).collect()
    }

    pub(super) fn customer_says(&mut self, at: Timestamp, contents: Vec<Content>) {
        // Whoever answers has read what stands above.
        let contact = self.contact.clone();
        self.say(at, &contact, contents);
    }

    pub(super) fn agent_says(&mut self, at: Timestamp, contents: Vec<Content>) {
        let agent = self.agent.participant();
        // Pictures here are drawings, which few channels take as pictures.
        let limits = Limits::of(&self.conversation.channel()).files;
        let is_taken = |content: &Content| {
            Attachment::of(content).is_none_or(|file| files::check("", &file, &limits).is_empty())
        };
        let sendable = |content: Content| match content {
            Content::Image(media) if !is_taken(&Content::Image(media.clone())) => {
                Content::Document(media)
            }
            content => content,
        };
        self.say(at, &agent, contents.into_iter().map(sendable).collect());
    }

    pub(super) fn say(&mut self, at: Timestamp, author: &Participant, contents: Vec<Content>) {
        let command = if self.conversation.parts.is_empty() {
            let conversation = &mut self.conversation;
            (conversation.created_at, conversation.updated_at) = (at, at);
            Command::Start { contents }
        } else {
            Command::reply_of(contents)
        };
        self.command(at, author, &command);
        if author.kind.is_company() {
            // How far it has come is told at the end, or by a beat of its own.
            self.alter_newest(Part::is_spoken, |part| part.delivery = None);
        }
        if self.conversation.source.as_ref().is_some_and(|it| it.channel == Channel::Email) {
            self.alter_newest(Part::is_spoken, |part| {
                if let PartBody::Message(message) = &mut part.body {
                    message.email = true;
                }
            });
        }
    }

    pub(super) fn note(&mut self, at: Timestamp, author: Colleague, text: &str) {
        let command = Command::note(self.slots.fill(text));
        self.command(at, &author.participant(), &command);
    }

    pub(super) fn choose(&mut self, at: Timestamp, number: usize) {
        let offered = self.conversation.parts.iter().rev().find_map(|part| match &part.body {
            PartBody::QuickReplies { options } => options.get(number).cloned(),
            _ => None,
        });
        if let Some(QuickReply { id, text }) = offered {
            let body = PartBody::QuickReplyChosen { option_id: id, text };
            self.add(at, body, Some(self.contact.clone()));
            self.conversation.waiting_since.get_or_insert(at);
            self.conversation.awaiting_customer_reply = Some(false);
        }
    }

    pub(super) fn ask_form(&mut self, at: Timestamp, fields: &[(&str, &str, &str)]) {
        let fields = fields.iter().map(|&(identifier, name, kind)| FormField {
            identifier: identifier.into(),
            name: self.slots.fill(name),
            kind: kind.into(),
        });
        let id = format!("form{}", self.conversation.parts.len());
        let form = Form { id, fields: fields.collect() };
        self.add(at, PartBody::Form(form), Some(bot()));
    }

    pub(super) fn call(&mut self, at: Timestamp, inbound: bool, seconds: u32, summary: &str) {
        let call = Call {
            inbound,
            duration_ms: u64::from(seconds) * 1_000,
            summary: (!summary.is_empty()).then(|| self.slots.fill(summary)),
            recording_url: (seconds > 0).then(|| RECORDING.into()),
        };
        let author = if inbound { self.contact.clone() } else { self.agent.participant() };
        self.add(at, PartBody::Call(call), Some(author));
    }
}
