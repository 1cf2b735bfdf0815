//! What a messenger service brings into a conversation.

use std::sync::Arc;

use inbox_model::command::Envelope;
use inbox_model::{Command, Content, Delivery, Part, PartId, Participant, Timestamp};

use super::Story;
use crate::demo::people::automation;
use crate::demo::world::Turn;

impl Story<'_> {
    pub(super) fn turn(&mut self, at: Timestamp, turn: Turn) {
        let (agent, contact) = (self.agent.participant(), self.contact.clone());
        match turn {
            Turn::Through(number) => {
                self.conversation.handling.account = Some(Box::new(number.account()));
            }
            Turn::Reacts(emoji) => self.react(at, &contact, is_outbound, emoji),
            Turn::AgentReacts(emoji) => self.react(at, &agent, Part::is_inbound, emoji),
            Turn::AgentQuotes(text) => self.quote(at, &agent, Part::is_inbound, text),
            Turn::CustomerQuotes(text) => self.quote(at, &contact, is_outbound, text),
            Turn::Campaign(name, text) => {
                self.say(at, &automation(), vec![self.words(text)]);
                self.alter_newest(is_outbound, |part| {
                    part.tracking.campaign = Some(name.to_owned());
                });
            }
            Turn::Restart(text) => {
                let contents = vec![Content::text(self.slots.fill(text))];
                self.command(at, &agent, &Command::Restart { contents });
                self.alter_newest(is_outbound, |part| part.delivery = None);
            }
            Turn::Fails(code, words) => self.alter_newest(is_outbound, |part| {
                part.delivery = Some(Delivery::Failed { code: code.to_owned() });
                part.tracking.delivery_info = Some(words.to_owned());
                part.tracking.delivery_at = Some(at);
                part.updated_at = part.updated_at.max(at);
            }),
        }
    }

    fn react(&mut self, at: Timestamp, who: &Participant, to: fn(&Part) -> bool, emoji: &str) {
        if let Some(part) = self.newest_id(to) {
            let emoji = Some(emoji.to_owned());
            self.command(at, who, &Command::React { part, emoji });
        }
    }

    fn quote(&mut self, at: Timestamp, who: &Participant, what: fn(&Part) -> bool, text: &str) {
        let envelope = Envelope { reply_to: self.newest_id(what), ..Envelope::default() };
        let contents = vec![self.words(text)];
        self.command(at, who, &Command::Reply { contents, envelope });
        if who.kind.is_company() {
            self.alter_newest(is_outbound, |part| part.delivery = None);
        }
    }

    fn newest_id(&self, which: fn(&Part) -> bool) -> Option<PartId> {
        let mut parts = self.conversation.parts.iter().rev();
        parts.find(|part: &&Arc<Part>| which(part)).map(|part| part.id.clone())
    }
}

fn is_outbound(part: &Part) -> bool {
    part.is_spoken() && !part.is_inbound()
}
