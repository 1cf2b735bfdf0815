//! What happened to a conversation, as one quiet line.

use inbox_model::{Event, Part, PartBody, Participant, ParticipantId, State};

use super::names::display_name;
use crate::dom::{El, el};
use crate::i18n::{I18n, Text};

/// Finds the name of an agent, or of a team, by id.
pub(super) type FindName = std::sync::Arc<dyn Fn(&ParticipantId) -> Option<String> + Send + Sync>;

/// A part that is an event or stands for one, as a line; `None` for what is said.
pub(super) fn event_line(part: &Part, find: &FindName, i18n: I18n) -> Option<El> {
    let line = el("p").class("event").text(words(part, find, i18n)?);
    // Agents are told when: what was done is theirs to follow up.
    #[cfg(feature = "desk")]
    let line = line.text(" · ").child(super::moment::time_of(part.created_at, i18n));
    Some(line)
}

/// The words for a part that is an event or stands for one; `None` for what is said.
fn words(part: &Part, find: &FindName, i18n: I18n) -> Option<String> {
    Some(match &part.body {
        PartBody::Event(event) => event_words(event, part.author.as_ref(), find, i18n),
        PartBody::Form(form) => {
            let fields: Vec<&str> = form.fields.iter().map(|field| field.name.as_str()).collect();
            [i18n.t(Text::FormAsked), ": ", &fields.join(", ")].concat()
        }
        PartBody::FormCompleted => i18n.t(Text::FormCompleted).to_owned(),
        PartBody::RatingRequested(_) => i18n.t(Text::RatingAsked).to_owned(),
        PartBody::RatingSubmitted(rating) => {
            let score = rating.score.map(|score| i18n.points(score)).unwrap_or_default();
            let line = i18n.with(Text::RatingGiven, &[("score", &score)]);
            match &rating.remark {
                Some(remark) if !remark.is_empty() => [&line, ": “", remark, "”"].concat(),
                _ => line,
            }
        }
        PartBody::Message(_)
        | PartBody::Note(_)
        | PartBody::Suggestion(_)
        | PartBody::Call(_)
        | PartBody::QuickReplies { .. }
        | PartBody::QuickReplyChosen { .. } => return None,
    })
}

fn event_words(event: &Event, author: Option<&Participant>, find: &FindName, i18n: I18n) -> String {
    let Event::StateChanged { state, snoozed_until } = event else {
        #[cfg(feature = "desk")]
        return super::company_line::words(event, author, find, i18n);
        // A customer is not shown what the company does among itself.
        #[cfg(not(feature = "desk"))]
        return String::new();
    };
    let until = snoozed_until.map(|until| i18n.full(until)).unwrap_or_default();
    let text = match state {
        State::Closed if author.is_none() => Text::EventClosedBySelf,
        State::Closed => Text::EventClosed,
        State::Snoozed => Text::EventSnoozed,
        State::Open | State::Pending if author.is_none() => Text::EventReopenedBySelf,
        State::Open | State::Pending => Text::EventReopened,
    };
    i18n.with(text, &[("actor", &actor(author, find, i18n)), ("time", &until)])
}

/// Who did something, in words.
pub(super) fn actor(author: Option<&Participant>, find: &FindName, i18n: I18n) -> String {
    author.map_or_else(|| i18n.t(Text::System).to_owned(), |author| named(author, find, i18n))
}

/// The name given with a part, else the directory's, else what one calls such a person.
pub(super) fn named(participant: &Participant, find: &FindName, i18n: I18n) -> String {
    if participant.name.is_none()
        && let Some(name) = participant.id.as_ref().and_then(|id| find(id))
    {
        return name;
    }
    display_name(Some(participant), i18n)
}
