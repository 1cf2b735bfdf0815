//! A conversation with all of its ids in a vendor's form.

use std::sync::Arc;

use inbox_model::conversation::ReadReceipt;
use inbox_model::csat::Csat;
use inbox_model::suggestion::SuggestionStatus;
use inbox_model::tag::{Tag, TagApplication};
use inbox_model::{
    Conversation, ConversationId, Event, Part, PartBody, PartId, Participant, ParticipantId,
    ParticipantKind, TagId, TeamId,
};

use super::IdForm;
use crate::live::{LiveEvent, Presence};
use crate::session::{Session, Team};

impl IdForm {
    /// The conversation, with its parts and everybody in it.
    pub fn conversation(&self, own: &Conversation) -> Conversation {
        let id = &own.id;
        let mut renamed = own.clone();
        renamed.id = self.conversation_id(id);
        renamed.assignee = own.assignee.as_ref().map(|agent| self.agent_id(agent));
        renamed.team = own.team.as_ref().map(|team| self.team_id(team));
        if let Some(author) = renamed.source.as_mut().and_then(|source| source.author.as_mut()) {
            self.put_participant(author);
        }
        for participant in &mut renamed.participants {
            self.put_participant(participant);
        }
        for tag in &mut renamed.tags {
            tag.id = self.tag_id(&tag.id);
        }
        for receipt in &mut renamed.read_receipts {
            self.put_receipt(id, receipt);
        }
        for part in &mut renamed.parts {
            *part = Arc::new(self.part(id, part));
        }
        if let Some(preview) = &mut renamed.preview {
            preview.part_id = self.part_id(id, &preview.part_id);
            if let Some(author) = &mut preview.author {
                self.put_participant(author);
            }
        }
        let csat: &mut Csat = &mut renamed.csat;
        for request in csat.summary.iter_mut().chain(&mut csat.history).chain(&mut csat.debug) {
            self.put_rated(request);
        }
        for agent in &mut renamed.handling.marked_unread_by {
            *agent = self.agent_id(agent);
        }
        // A way in has the id of the part that first came by it.
        for point in &mut renamed.handling.entry_points {
            let vendors = (self.part)(id.as_str(), &point.id);
            point.id = vendors.unwrap_or_else(|| point.id.clone());
        }
        let pending = &mut renamed.handling.pending_suggestion;
        *pending = pending.as_ref().map(|part| self.part_id(id, part));
        renamed
    }

    /// A part of a conversation, whose own id is given.
    pub fn part(&self, conversation: &ConversationId, own: &Part) -> Part {
        let mut renamed = own.clone();
        renamed.id = self.part_id(conversation, &own.id);
        if let Some(author) = &mut renamed.author {
            self.put_participant(author);
        }
        for application in &mut renamed.tag_applications {
            self.put_application(application);
        }
        for seen in &mut renamed.tracking.seen_by {
            seen.agent = self.agent_id(&seen.agent);
        }
        let reply_to = &mut renamed.tracking.reply_to;
        *reply_to = reply_to.as_ref().map(|part| self.part_id(conversation, part));
        match &mut renamed.body {
            PartBody::Event(event) => self.put_event(conversation, event),
            PartBody::Suggestion(suggestion) => {
                if let SuggestionStatus::Sent(part) | SuggestionStatus::Replaced(part) =
                    &mut suggestion.status
                {
                    *part = self.part_id(conversation, part);
                }
                let based_on = &mut suggestion.based_on;
                *based_on = based_on.as_ref().map(|part| self.part_id(conversation, part));
            }
            PartBody::RatingRequested(request) | PartBody::RatingSubmitted(request) => {
                self.put_rated(request);
            }
            _ => {}
        }
        renamed
    }

    /// A person or machine.
    pub fn participant(&self, own: &Participant) -> Participant {
        let mut renamed = own.clone();
        self.put_participant(&mut renamed);
        renamed
    }

    /// What a live stream tells.
    pub fn live_event(&self, own: LiveEvent) -> LiveEvent {
        match own {
            LiveEvent::Conversation { id, version } => {
                LiveEvent::Conversation { id: self.conversation_id(&id), version }
            }
            LiveEvent::Deleted { id } => LiveEvent::Deleted { id: self.conversation_id(&id) },
            LiveEvent::Typing { conversation, participant, typing } => LiveEvent::Typing {
                conversation: self.conversation_id(&conversation),
                participant: self.participant(&participant),
                typing,
            },
            LiveEvent::Presence(Presence { online, viewing }) => {
                let people = |people: &[Participant]| -> Vec<Participant> {
                    people.iter().map(|one| self.participant(one)).collect()
                };
                let places =
                    viewing.iter().map(|(id, who)| (self.conversation_id(id), people(who)));
                LiveEvent::Presence(Presence { online: people(&online), viewing: places.collect() })
            }
            LiveEvent::Reset => LiveEvent::Reset,
        }
    }

    /// Who one is, and the directory.
    pub fn session(&self, own: Session) -> Session {
        let team = |team: &Team| Team { id: self.team_id(&team.id), name: team.name.clone() };
        Session {
            me: self.participant(&own.me),
            agents: own.agents.iter().map(|agent| self.participant(agent)).collect(),
            teams: own.teams.iter().map(team).collect(),
            tags: own.tags.iter().map(|tag| self.tag(tag)).collect(),
            ..own
        }
    }

    /// A conversation's id.
    pub fn conversation_id(&self, own: &ConversationId) -> ConversationId {
        (self.conversation)(own.as_str()).map_or_else(|| own.clone(), Into::into)
    }

    /// A part's id.
    pub fn part_id(&self, conversation: &ConversationId, own: &PartId) -> PartId {
        (self.part)(conversation.as_str(), own.as_str()).map_or_else(|| own.clone(), Into::into)
    }

    /// An agent's id.
    pub fn agent_id(&self, own: &ParticipantId) -> ParticipantId {
        (self.agent)(own.as_str()).map_or_else(|| own.clone(), Into::into)
    }

    /// The id of somebody of this kind.
    pub fn participant_id(&self, kind: &ParticipantKind, own: &ParticipantId) -> ParticipantId {
        let form = if kind.is_contact() { self.contact } else { self.agent };
        form(own.as_str()).map_or_else(|| own.clone(), Into::into)
    }

    /// A team's id.
    pub fn team_id(&self, own: &TeamId) -> TeamId {
        (self.team)(own.as_str()).map_or_else(|| own.clone(), Into::into)
    }

    /// A tag's id.
    pub fn tag_id(&self, own: &TagId) -> TagId {
        (self.tag)(own.as_str()).map_or_else(|| own.clone(), Into::into)
    }

    /// A tag.
    pub fn tag(&self, own: &Tag) -> Tag {
        Tag { id: self.tag_id(&own.id), name: own.name.clone() }
    }

    fn put_participant(&self, participant: &mut Participant) {
        if let Some(id) = &mut participant.id {
            *id = self.participant_id(&participant.kind, id);
        }
    }

    fn put_receipt(&self, conversation: &ConversationId, receipt: &mut ReadReceipt) {
        receipt.participant = self.participant_id(&receipt.kind, &receipt.participant);
        receipt.last_read_part = self.part_id(conversation, &receipt.last_read_part);
    }

    fn put_application(&self, application: &mut TagApplication) {
        application.tag_id = self.tag_id(&application.tag_id);
        for actor in
            [&mut application.applied_by, &mut application.removed_by].into_iter().flatten()
        {
            self.put_participant(actor);
        }
    }

    fn put_rated(&self, request: &mut inbox_model::csat::CsatRequest) {
        if let Some(id) = request.rated_agent.as_mut().and_then(|agent| agent.id.as_mut()) {
            *id = (self.agent)(id.as_ref()).map_or_else(|| id.clone(), Into::into);
        }
    }

    fn put_event(&self, conversation: &ConversationId, event: &mut Event) {
        match event {
            Event::Assigned { agent, team, by } => {
                *agent = agent.as_ref().map(|id| self.agent_id(id));
                *team = team.as_ref().map(|id| self.team_id(id));
                *by = by.as_ref().map(|id| self.agent_id(id));
            }
            Event::TagChanged { tag_id, target, by, .. } => {
                *tag_id = self.tag_id(tag_id);
                *target = target.as_ref().map(|part| self.part_id(conversation, part));
                if let Some(by) = by {
                    self.put_participant(by);
                }
            }
            Event::ParticipantAdded { participant } => self.put_participant(participant),
            Event::StateChanged { .. }
            | Event::PriorityChanged { .. }
            | Event::WorkflowWait { .. }
            | Event::Other { .. } => {}
        }
    }
}
