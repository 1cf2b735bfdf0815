//! For whom an answer is written, and what a customer may see of a conversation.
//!
//! Customers' answers are written from a copy that has nothing else in it, so what is not in it
//! cannot slip into any field, the extension included.

use std::borrow::Cow;
use std::sync::Arc;

use inbox_model::apply::preview_of;
use inbox_model::csat::{Csat, CsatRequest, RatedAgent};
use inbox_model::rare::Rare;
use inbox_model::sorted::SortedMap;
use inbox_model::tracking::Tracking;
use inbox_model::{Conversation, Part, PartBody, Participant, Preview, Priority};

/// For whom an answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Somebody of the company: everything.
    Company,
    /// A customer: their own conversation as far as it was meant for them. No notes, suggestions,
    /// calls or housekeeping; no tags, custom attributes, diagnostics or priority; no e-mail
    /// addresses; no receipts but their own; of agents and bots a name and a picture, no id.
    Customer,
}

impl Audience {
    /// The conversation as they may see it, with its parts if asked for.
    pub fn conversation(self, whole: &Conversation, with_parts: bool) -> Cow<'_, Conversation> {
        match self {
            Self::Company => Cow::Borrowed(whole),
            Self::Customer => Cow::Owned(conversation(whole, with_parts)),
        }
    }

    /// The part as they may see it, if they may.
    pub fn part(self, whole: &Part) -> Option<Cow<'_, Part>> {
        match self {
            Self::Company => Some(Cow::Borrowed(whole)),
            Self::Customer => part(whole).map(Cow::Owned),
        }
    }
}

/// One part; `None` where it is not meant for customers.
fn part(part: &Part) -> Option<Part> {
    if !part.is_public() {
        return None;
    }
    let by_contact = part.author.as_ref().is_some_and(|author| author.kind.is_contact());
    let body = match &part.body {
        PartBody::RatingRequested(request) => PartBody::RatingRequested(rating(request)),
        PartBody::RatingSubmitted(request) => PartBody::RatingSubmitted(rating(request)),
        public => public.clone(),
    };
    Some(Part {
        body,
        author: part.author.as_ref().map(person),
        tag_applications: Vec::new(),
        // How a message fares on its way, and under which key it was sent, is its sender's affair.
        command_id: part.command_id.clone().filter(|_| by_contact),
        delivery: part.delivery.clone().filter(|_| by_contact),
        tracking: Tracking {
            reply_to: part.tracking.reply_to.clone(),
            company_reaction: part.tracking.company_reaction.clone(),
            contact_reaction: part.tracking.contact_reaction.clone(),
            ..Tracking::default()
        },
        ..part.clone()
    })
}

/// The conversation, with its parts if asked for.
fn conversation(whole: &Conversation, with_parts: bool) -> Conversation {
    let parts = if with_parts {
        whole.parts.iter().filter_map(|entry| part(entry)).map(Arc::new).collect()
    } else {
        Vec::new()
    };
    let contacts = whole.participants.iter().filter(|one| one.kind.is_contact());
    let mut source = whole.source.clone();
    if let Some(source) = &mut source {
        source.author = source.author.as_ref().map(person);
    }
    Conversation {
        priority: Priority::None,
        priority_set_at: None,
        assignee: None,
        team: None,
        source,
        participants: contacts.map(person).collect(),
        tags: Vec::new(),
        read_receipts: own_receipts(whole),
        csat: Rare::from(Csat {
            summary: whole.csat.summary.as_ref().map(rating),
            history: whole.csat.history.iter().map(rating).collect(),
            debug: None,
        }),
        custom_attributes: SortedMap::new(),
        handling: Rare::default(),
        parts,
        preview: preview(whole),
        // Every other field concerns the customer, or is of no concern to anybody.
        ..whole.clone()
    }
}

/// Of the company's people and machines a name and a picture; of a contact the id too. Names that
/// are addresses, as mail programs make them, count as addresses.
fn person(who: &Participant) -> Participant {
    Participant {
        id: who.id.clone().filter(|_| who.kind.is_contact()),
        kind: who.kind.clone(),
        name: who.name.clone().filter(|name| !name.contains('@')),
        email: None,
        avatar_url: who.avatar_url.clone(),
    }
}

/// The receipts of the contact where there is but one, who must then be the reader. With more of
/// them nobody can tell here whose are whose.
fn own_receipts(whole: &Conversation) -> Vec<inbox_model::conversation::ReadReceipt> {
    let mut contacts = whole.participants.iter().filter(|one| one.kind.is_contact());
    let (Some(reader), None) = (contacts.next(), contacts.next()) else { return Vec::new() };
    let Some(id) = &reader.id else { return Vec::new() };
    whole.receipt(id).cloned().into_iter().collect()
}

fn preview(whole: &Conversation) -> Option<Preview> {
    // The stored one may be a note's, or stand for a part that is known not to be public.
    let is_private = |preview: &Preview| {
        let part = whole.parts.iter().find(|part| part.id == preview.part_id);
        preview.note || part.is_some_and(|part| !part.is_public())
    };
    let stored = whole.preview.clone().filter(|preview| !is_private(preview));
    let mut preview = stored.or_else(|| preview_of(whole, true))?;
    preview.author = preview.author.as_ref().map(person);
    Some(preview)
}

fn rating(request: &CsatRequest) -> CsatRequest {
    let rated_agent = request.rated_agent.as_ref();
    CsatRequest {
        rated_agent: rated_agent.map(|agent| RatedAgent { kind: agent.kind.clone(), id: None }),
        workflow: None,
        email_delivery: None,
        ..request.clone()
    }
}
