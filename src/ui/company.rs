//! What agents see of a message and do about it, beyond what customers do.

use std::sync::Arc;

use inbox_model::suggestion::SuggestionStatus;
use inbox_model::thread::{Before, Item, Reach};
use inbox_model::tracking::Tracking;
use inbox_model::{Channel, Delivery, Part, PartBody, PartId, Participant, ParticipantId};
use leptos::prelude::*;

use super::reactions::{Picking, chips, picker};
use super::{drafts, quote, tools, tracked};
use crate::dom::{El, el, group};
use crate::i18n::I18n;
use crate::reactive::{Memo, RwSignal, Signal};

/// What agents can do about messages. What a system cannot do is not offered.
#[derive(Clone, Copy)]
pub struct CompanySide {
    /// Whether reactions can be given.
    pub can_react: bool,
    /// Whether a reply can refer to a message.
    pub can_refer: bool,
    /// Whether drafts can be sent and dismissed.
    pub can_draft: bool,
    /// Finds a part of the open thread; subscribes to its coming.
    pub find_part: Callback<PartId, Option<Arc<Part>>>,
    /// Finds an agent.
    pub find_agent: Callback<ParticipantId, Option<Participant>>,
    /// What the customer is called.
    pub customer: Signal<String>,
    /// Gives the company's reaction to a part, or takes it back.
    pub react: Callback<(PartId, Option<String>)>,
    /// Begins a reply that refers to a part.
    pub refer: Callback<PartId>,
    /// Asks whether what a part says is to be removed for good, where that can be.
    pub redact: Option<Callback<PartId>>,
    /// Whether something has been said since a draft was made; subscribes to that.
    pub is_outdated: Callback<PartId, bool>,
    /// Does something with a draft.
    pub draft: Callback<(PartId, DraftAct)>,
    /// Sends what a part says again, or where that cannot be, puts it into the composer.
    pub again: Callback<PartId>,
    /// What has been sent again.
    pub resent: RwSignal<Vec<PartId>>,
    /// A customer's message is on a screen that somebody looks at.
    pub shown: Callback<PartId>,
    /// What lies before the thread's first line.
    pub before: Signal<Before>,
    /// Reads the thread back that far, or as far as it can be read, and then does this: it may be
    /// after whatever has asked is gone.
    pub read_back: Callback<(Reach, Box<dyn FnOnce()>)>,
    /// The part to go to; the thread takes it out when it is there.
    pub jump: RwSignal<Option<PartId>>,
    /// The part that was searched for, and the words; it stands out for as long as this names it.
    pub found: RwSignal<Option<(PartId, String)>>,
    /// The message whose tools are in the order of tabs.
    pub tools_at: RwSignal<Option<PartId>>,
}

/// What can be done with a draft of a machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftAct {
    /// Send it as it stands.
    Send,
    /// Put it into the composer.
    Edit,
    /// Want nothing of it.
    Dismiss,
}

/// What is known of a message beside what it says.
#[derive(Clone, PartialEq)]
pub(super) struct Known {
    pub(super) id: PartId,
    pub(super) inbound: bool,
    /// Somebody can refer to it and react to it.
    pub(super) spoken: bool,
    pub(super) channel: Option<Channel>,
    /// The code of the reason why it was not delivered.
    pub(super) failed: Option<String>,
    pub(super) tracking: Tracking,
    pub(super) draft: Option<SuggestionStatus>,
}

impl Known {
    pub(super) fn of(item: &Item) -> Option<Self> {
        let Item::Part { part, .. } = item else { return None };
        let (draft, email) = match &part.body {
            PartBody::Suggestion(draft) => (Some(draft.status.clone()), false),
            PartBody::Message(message) => (None, message.email),
            _ => (None, false),
        };
        Some(Self {
            id: part.id.clone(),
            inbound: part.is_inbound(),
            spoken: part.is_spoken() && !part.redacted,
            channel: if email { Some(Channel::Email) } else { part.channel.clone() },
            failed: match &part.delivery {
                Some(Delivery::Failed { code }) => Some(code.clone()),
                _ => None,
            },
            tracking: part.tracking.clone(),
            draft,
        })
    }
}

/// A part without what is told around its bubble, so that a receipt or a reaction does not make the
/// bubble again.
pub(super) fn bare(part: Arc<Part>) -> Arc<Part> {
    if part.tracking.is_empty() && part.delivery.is_none() && part.updated_at == part.created_at {
        return part;
    }
    let mut part = (*part).clone();
    part.tracking = Tracking::default();
    part.delivery = None;
    part.updated_at = part.created_at;
    Arc::new(part)
}

/// A bubble with what stands around it: the quote and the subject above, the tools beside, the
/// reactions below.
pub(super) fn around_bubble(
    bubble: El,
    known: Memo<Option<Known>>,
    company: CompanySide,
    i18n: I18n,
) -> El {
    let picking = Picking { open: RwSignal::new(None), known, company };
    let reply_to = Memo::new(move |_| known.get()?.tracking.reply_to);
    group()
        .child(tracked::campaign(known, i18n))
        .live(move || reply_to.get().map_or_else(group, |id| quote::quote(id, company, i18n)))
        .child(
            el("div")
                .class("bubble-frame")
                .child(bubble)
                .child(tools::tools(picking, i18n))
                .child(picker(picking, i18n)),
        )
        .child(chips(picking, i18n))
}

/// What stands below a message's time: what the channel says, who has seen it, what to do.
pub(super) fn below(known: Memo<Option<Known>>, company: CompanySide, i18n: I18n) -> El {
    group()
        .child(tracked::delivery(known, company, i18n))
        .child(tracked::seen_by(known, company, i18n))
        .child(drafts::draft(known, company, i18n))
}
