//! How a reply is sent: what it refers to, through which channel, under which subject. The thread
//! and the composer share it.

use inbox_model::command::Envelope;
use inbox_model::suggestion::{Standing, standing};
use inbox_model::{Channel, Conversation, ConversationId, PartId};
use leptos::prelude::*;

use super::attached::Files;
use super::hands::Hands;
use super::settings::Kept;
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, Text, use_i18n};
use crate::reactive::{Memo, RwSignal};
use crate::sync::Engine;
use crate::ui::{Glyph, channel_word, display_name, icon, part_words};

/// The code of what keeps a reply here that was made of a draft: something was said since.
pub(super) const OUTDATED: &str = "written_since";

/// What the thread tells the composer, and what the composer adds.
#[derive(Clone, Copy)]
pub(super) struct Writing {
    /// The part that the reply refers to.
    pub(super) reply_to: RwSignal<Option<PartId>>,
    /// A text that is to stand in the composer as a reply.
    pub(super) fill: RwSignal<Option<String>>,
    /// Asks for the focus.
    pub(super) focus: RwSignal<u32>,
    /// By which channel; `None` is as the conversation began.
    pub(super) channel: RwSignal<Option<Channel>>,
    /// The subject of an e-mail.
    pub(super) subject: RwSignal<String>,
    /// The machine's draft of which the reply is made.
    pub(super) suggestion: RwSignal<Option<PartId>>,
    /// A reply that was taken back, until its composer has it.
    pub(super) returned: RwSignal<Option<Returned>>,
    /// The reply that waited last was taken back.
    pub(super) undone: RwSignal<bool>,
    /// What is written is shown as it will be seen.
    pub(super) preview: RwSignal<bool>,
    /// What goes along.
    pub(super) files: Files,
    /// By which channel and under which subject it is sent where nobody chooses: that is not kept.
    usual: RwSignal<(Option<Channel>, String)>,
    kept: Option<Kept>,
}

/// A reply that was taken back.
#[derive(Clone)]
pub(super) struct Returned {
    /// Where it was to go.
    pub(super) conversation: ConversationId,
    /// How it was to be sent.
    pub(super) envelope: Envelope,
    /// What has been typed since.
    pub(super) typed: String,
}

impl Writing {
    /// Nothing chosen.
    pub(super) fn new() -> Self {
        Self {
            reply_to: RwSignal::new(None),
            fill: RwSignal::new(None),
            focus: RwSignal::new(0),
            channel: RwSignal::new(None),
            subject: RwSignal::new(String::new()),
            suggestion: RwSignal::new(None),
            returned: RwSignal::new(None),
            undone: RwSignal::new(false),
            preview: RwSignal::new(false),
            files: Files::new(),
            usual: RwSignal::new((None, String::new())),
            kept: use_context::<Hands>().map(|hands| hands.kept),
        }
    }

    /// For how many milliseconds what is said can be taken back.
    pub(super) fn undo_millis(self) -> i64 {
        let settings = self.kept.map(Kept::get_untracked).unwrap_or_default();
        settings.undo_millis()
    }

    /// Begins a reply that refers to a part.
    pub(super) fn refer(self, part: PartId) {
        self.reply_to.set(Some(part));
        self.focus.update(|focus| *focus += 1);
    }

    /// The envelope of the reply that is sent now; what was chosen for it alone is used up. Of which
    /// draft it was made is told to a system that keeps drafts.
    pub(super) fn seal(self, keeps_drafts: bool) -> Envelope {
        let reply_to = self.reply_to.get_untracked();
        let suggestion = self.suggestion.get_untracked().filter(|_| keeps_drafts);
        let envelope = Envelope { reply_to, suggestion, ..self.how() };
        self.reply_to.set(None);
        self.suggestion.set(None);
        // As it was sent it goes on, until the customer writes.
        self.usual.set((self.channel.get_untracked(), self.subject.get_untracked()));
        envelope
    }

    /// Chooses again what was chosen for a reply.
    pub(super) fn unseal(self, envelope: Envelope) {
        let Envelope { channel, subject, reply_to, suggestion, external_id: _ } = envelope;
        self.reply_to.set(reply_to);
        self.suggestion.set(suggestion);
        if channel.is_some() {
            self.usual.set((None, String::new()));
            self.channel.set(channel);
            self.subject.set(subject.unwrap_or_default());
        }
    }

    /// Whether the draft of which the reply is made has not seen the last word.
    pub(super) fn is_outdated(self, engine: Engine) -> bool {
        let draft = self.suggestion.get_untracked();
        draft.is_some_and(|draft| untrack(|| is_outdated(engine, &draft)))
    }

    /// By which channel and under which subject something is sent now.
    pub(super) fn how(self) -> Envelope {
        let channel = self.channel.get_untracked();
        let subject = self.subject.get_untracked();
        let subject = Some(subject.trim()).filter(|subject| !subject.is_empty());
        let is_mail = channel == Some(Channel::Email);
        let subject = subject.filter(|_| is_mail).map(str::to_owned);
        Envelope { channel, subject, ..Envelope::default() }
    }

    /// What has been chosen for the reply that is being written; follows it.
    fn chosen(self) -> Envelope {
        let (channel, subject) = self.usual.get();
        Envelope {
            reply_to: self.reply_to.get(),
            suggestion: self.suggestion.get(),
            channel: self.channel.get().filter(|now| Some(now) != channel.as_ref()),
            subject: Some(self.subject.get()).filter(|now| !now.is_empty() && *now != subject),
            external_id: None,
        }
    }

    /// Chooses what was chosen in another conversation's draft, in place of what was for this one.
    fn change_to(self, chosen: Envelope) {
        self.reply_to.set(chosen.reply_to);
        self.suggestion.set(chosen.suggestion);
        self.fill.set(None);
        // What was asked for in one conversation takes no focus in the next.
        self.focus.set(0);
        self.usual.set((None, String::new()));
        self.channel.set(chosen.channel);
        self.subject.set(chosen.subject.unwrap_or_default());
    }

    /// Keeps with each conversation's draft what is chosen for it.
    pub(super) fn keep_chosen(self, engine: Engine) {
        let thread = engine.store.thread;
        let mut before = (None, Envelope::default());
        crate::reactive::effect(move || {
            let (id, chosen) = (thread.id.get(), self.chosen());
            if before.0 != id {
                let kept = id.as_ref().map(|id| engine.drafts().envelope(id)).unwrap_or_default();
                before = (id, kept.clone());
                return self.change_to(kept);
            }
            if let Some(id) = id
                && before.1 != chosen
            {
                engine.drafts().set_envelope(&id, &chosen);
                before.1 = chosen;
            }
        });
    }
}

/// Whether a draft in the open thread has not seen the last word; follows the thread.
pub(super) fn is_outdated(engine: Engine, draft: &PartId) -> bool {
    standing(&engine.store.thread.parts(), draft) == Some(Standing::Outdated)
}

/// The part that the reply refers to, with a way to take that back.
pub(super) fn reference(engine: Engine, writing: Writing) -> El {
    let i18n = use_i18n();
    let thread = engine.store.thread;
    let said = Memo::new(move |_| {
        let part = thread.part(&writing.reply_to.get()?)?;
        Some((display_name(part.author.as_ref(), i18n), part_words(&part, i18n)))
    });
    let drop = move || {
        writing.reply_to.set(None);
        writing.focus.update(|focus| *focus += 1);
    };
    group().live(move || {
        let Some((name, text)) = said.get() else { return group() };
        let title = i18n.with(Text::Desk(DeskText::ReplyingTo), &[("name", &name)]);
        el("div")
            .class("reference")
            .child(icon(Glyph::Reply))
            .child(
                el("p")
                    .class("reference-text")
                    .child(el("span").class("reference-name").text(title))
                    .child(el("span").class("reference-said").attr("dir", "auto").text(text)),
            )
            .child(
                el("button")
                    .attr("type", "button")
                    .class("icon-button")
                    .attr("aria-label", i18n.tr(Text::Desk(DeskText::RemoveReference)))
                    .on_click(drop)
                    .child(icon(Glyph::Close)),
            )
    })
}

/// The channels by which a reply to this conversation can be sent: that by which it is held, where
/// that is another, and those for which the customer has an address.
fn channels(conversation: &Conversation) -> Vec<Channel> {
    let profile = conversation.handling.profile.as_ref();
    let contact = conversation.contact();
    let phone = profile.is_some_and(|profile| profile.phone.is_some());
    let mail = profile.is_some_and(|profile| profile.email.is_some())
        || contact.is_some_and(|contact| contact.email.is_some());
    // Where no address is known it is the system that has it.
    let neither = !phone && !mail;
    let known = [(Channel::Sms, phone || neither), (Channel::Email, mail || neither)];
    let known = known.into_iter().filter(|(_, is)| *is).map(|(channel, _)| channel);
    held_by(conversation).into_iter().chain(known).collect()
}

/// The channel by which a conversation is held, where it is none that is chosen for each reply.
fn held_by(conversation: &Conversation) -> Option<Channel> {
    let held = conversation.source.as_ref().map(|source| source.channel.clone());
    held.filter(|held| {
        !matches!(held, Channel::Sms | Channel::Email | Channel::Phone | Channel::Unknown)
    })
}

/// The choice of the channel, and the subject of an e-mail.
pub(super) fn channel_choice(engine: Engine, writing: Writing) -> El {
    let i18n = use_i18n();
    let thread = engine.store.thread;
    let choices = Memo::new(move |_| {
        thread.conversation.get().map(|conversation| channels(&conversation)).unwrap_or_default()
    });
    // It goes on as the customer last wrote.
    crate::reactive::effect(move || {
        let choices = choices.get();
        let parts = untrack(|| thread.parts());
        let last = parts.iter().rev().find(|part| part.is_inbound());
        let last = last.and_then(|part| part.channel.clone());
        let last = last.filter(|last| choices.contains(last)).or_else(|| choices.first().cloned());
        let subject = parts.iter().rev().find_map(|part| part.tracking.subject.clone());
        let subject = subject.map(|subject| {
            let again = subject.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("re:"));
            if again { subject } else { ["Re: ", &subject].concat() }
        });
        let subject = subject.unwrap_or_default();
        if writing.channel.get_untracked().is_none_or(|channel| !choices.contains(&channel)) {
            writing.channel.set(last.clone());
        }
        if writing.subject.get_untracked().is_empty() {
            writing.subject.set(subject.clone());
        }
        writing.usual.set((last, subject));
    });
    let choice = move |channel: Channel| {
        let word = channel.clone();
        let chosen = channel.clone();
        el("button")
            .attr("type", "button")
            .class("segment")
            .attr("aria-pressed", move || {
                (writing.channel.get() == Some(chosen.clone())).to_string()
            })
            .on_click(move || writing.channel.set(Some(channel.clone())))
            .text(move || channel_word(&word, i18n).unwrap_or_default())
    };
    let subject = move || {
        el("input")
            .attr("type", "text")
            .class("subject-field")
            .attr("dir", "auto")
            .attr("maxlength", "255")
            .attr("aria-label", i18n.tr(Text::Desk(DeskText::SubjectHint)))
            .attr("placeholder", i18n.tr(Text::Desk(DeskText::Subject)))
            .value(writing.subject)
            .on("input", move |event: leptos::ev::Event| {
                writing.subject.set(event_target_value(&event));
            })
    };
    let buttons = move || {
        el("div")
            .class("segments")
            .attr("role", "group")
            .attr("aria-label", i18n.tr(Text::Desk(DeskText::SendBy)))
            .children(choices.get().into_iter().map(choice))
    };
    el("div")
        .class("channel-choice")
        .live(buttons)
        .when(move || writing.channel.get() == Some(Channel::Email), subject)
}
