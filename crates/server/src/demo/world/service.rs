//! A messenger service: what it makes of what is sent.
//!
//! It takes everything and reports later, as such services do: sent, delivered, read, each after a
//! while, or failed with a text like theirs. Pure functions of a conversation and an instant.

use inbox_model::time::{DAY, SECOND};
use inbox_model::{Command, Conversation, Delivery, Part, Timestamp};

use super::{between, draw, is_sent};

/// A free-form message after the window has closed, or before the customer has written.
pub(super) const RE_ENGAGEMENT: (&str, &str) = (
    "131047",
    "Re-engagement message: more than 24 hours have passed since the recipient last replied to the \
     sender number.",
);

/// A message through a number that is not connected.
pub(super) const NOT_REGISTERED: (&str, &str) =
    ("133010", "Account not registered: the sender number is not registered with the service.");

/// How many of a hundred messages are read soon.
const READ_SOON: u64 = 85;

/// What the service reports at `now` of the newest messages; nothing where it is too early.
pub(super) fn reports(conversation: &Conversation, now: Timestamp) -> Vec<Command> {
    let sent = conversation.parts.iter().filter(|part| is_sent(part));
    sent.filter_map(|part| report(conversation, part, now)).collect()
}

/// Whether something is under way of which there will be more to report.
pub(super) fn is_busy(conversation: &Conversation) -> bool {
    conversation.parts.iter().any(|part| {
        is_sent(part)
            && match part.delivery {
                Some(Delivery::Created | Delivery::Sent) => true,
                Some(Delivery::Delivered) => is_read_soon(part),
                Some(Delivery::Failed { .. }) => unexplained(part).is_some(),
                _ => false,
            }
    })
}

fn report(conversation: &Conversation, part: &Part, now: Timestamp) -> Option<Command> {
    if let Some((delivery, words)) = unexplained(part) {
        let info = Some(words.to_owned());
        return Some(Command::SetDelivery { part: part.id.clone(), delivery, info });
    }
    let id = part.id.as_str();
    let since = part.tracking.delivery_at.unwrap_or(part.created_at);
    let (after, delivery) = match part.delivery {
        Some(Delivery::Created) => (between(id, 1, 500, 1_400), Delivery::Sent),
        Some(Delivery::Sent) => (between(id, 2, 700, 2_500), Delivery::Delivered),
        Some(Delivery::Delivered) if is_read_soon(part) => {
            (between(id, 3, 3 * SECOND, 12 * SECOND), Delivery::Read)
        }
        _ => return None,
    };
    if now.since(since) < after {
        return None;
    }
    let fault = fault(conversation, part).filter(|_| delivery == Delivery::Sent);
    let (delivery, info) = match fault {
        Some((code, words)) => (Delivery::Failed { code: code.into() }, Some(words.to_owned())),
        None => (delivery, None),
    };
    Some(Command::SetDelivery { part: part.id.clone(), delivery, info })
}

/// A failure that one of the model's rules foresaw, with the words that a service has for it.
fn unexplained(part: &Part) -> Option<(Delivery, &'static str)> {
    let delivery = part.delivery.as_ref().filter(|_| part.tracking.delivery_info.is_none())?;
    let Delivery::Failed { code } = delivery else { return None };
    let (_, words) = match code.as_str() {
        "expired" | "waiting_for_customer" => RE_ENGAGEMENT,
        "not_connected" => NOT_REGISTERED,
        _ => return None,
    };
    Some((delivery.clone(), words))
}

fn is_read_soon(part: &Part) -> bool {
    draw(part.id.as_str(), 4) % 100 < READ_SOON
}

/// Why the service does not take a message to the customer.
fn fault(conversation: &Conversation, part: &Part) -> Option<(&'static str, &'static str)> {
    let handling = &conversation.handling;
    if handling.account.as_ref().is_some_and(|account| !account.in_sync) {
        return Some(NOT_REGISTERED);
    }
    let window = handling.reply_window?;
    let is_open = window.until.is_some_and(|until| part.created_at < until);
    let may_be_sent =
        if window.customer_must_write { is_approved(conversation, part) } else { is_open };
    (!may_be_sent).then_some(RE_ENGAGEMENT)
}

/// Whether this is the approved message with which the company has begun: the window's time runs from
/// it.
pub(super) fn is_approved(conversation: &Conversation, part: &Part) -> bool {
    let window = conversation.handling.reply_window.filter(|window| window.customer_must_write);
    let began = window.and_then(|window| window.until).map(|until| until.plus(-DAY));
    // Two things of one millisecond are told apart by another one, so it may be a little younger.
    began.is_some_and(|began| (0..SECOND).contains(&part.created_at.since(began)))
}
