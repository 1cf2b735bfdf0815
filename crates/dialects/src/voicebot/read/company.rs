//! What only the company is told, or makes use of.

use inbox_model::conversation::Preview;
use inbox_model::handling::{ChannelAccount, Profile};
use inbox_model::markdown::preview_text;
use inbox_model::reply_window::ReplyWindow;
use inbox_model::validate::phone;
use inbox_model::{Conversation, Part, Participant, ParticipantKind, Timestamp};

use crate::json::Object;
use crate::voicebot::words;

/// Enough for two lines of a wide list.
const PREVIEW_CHARACTERS: usize = 160;

pub(super) fn conversation(read: &mut Conversation, object: Object<'_>, in_progress: bool) {
    let handling = &mut read.handling;
    handling.in_progress = in_progress;
    object.put_time("last_customer_reply_from", &mut handling.last_inbound_at);
    handling.reply_window = reply_window(object);
    handling.account = object.object("agent").and_then(account).map(Box::new);
    if let Some(customer) = object.object("customer") {
        // A profile that says nothing but whether it is blocked is none.
        let profile = customer.object("profile").map(profile);
        let profile = profile.filter(|profile| *profile != Profile::default());
        handling.profile = profile.map(Box::new);
        if let Some(phone) = phone(customer) {
            let profile = handling.profile.get_or_insert_default();
            profile.phone.get_or_insert(phone);
        }
        if let (Some(profile), Some(contact)) = (&handling.profile, read.participants.first_mut()) {
            contact.email.clone_from(&profile.email);
        }
    }
    // Whoever is responsible is told with a name, which nobody else here tells.
    if let Some(user) = object.object("user")
        && let (Some(id), Some(name)) = (&read.assignee, user.string("name"))
    {
        let user = Participant::new(ParticipantKind::Agent, id.clone()).named(name);
        read.participants.push(user);
    }
}

/// The vendor's own verdict decides. `reply_until` only feeds the countdown, but for one thing: if it
/// is `null` and there is no verdict, nothing can be sent.
fn reply_window(object: Object<'_>) -> Option<ReplyWindow> {
    let names = ["reply_possible", "reply_until", "customer_interaction_required"];
    if !names.iter().any(|name| object.has(name)) {
        return None;
    }
    let until = object.time("reply_until");
    let none_left = (object.has("reply_until") && until.is_none()).then_some(false);
    Some(ReplyWindow {
        possible: object.flag("reply_possible").or(none_left),
        until,
        customer_must_write: object.flag("customer_interaction_required").unwrap_or(false),
    })
}

/// Whoever is on `WhatsApp` is called by their phone number, without its `+`.
fn phone(customer: Object<'_>) -> Option<String> {
    let digits: &str =
        customer.id("display_id").filter(|_| customer.text("channel") == Some("whatsapp"))?;
    let number = ["+", digits].concat();
    phone::check(&number).is_empty().then_some(number)
}

/// The company's number. What does not say that it is disconnected is not.
fn account(object: Object<'_>) -> Option<ChannelAccount> {
    Some(ChannelAccount {
        id: object.id("id")?,
        channel: words::read_channel(object.text("channel")?),
        // The vendor's own sample has a number where a text is due.
        address: object.id("display_id").unwrap_or_default(),
        name: object.string("name").unwrap_or_default(),
        in_sync: object.flag("in_sync").unwrap_or(true),
    })
}

fn profile(object: Object<'_>) -> Profile {
    let mut read = Profile { id: object.id("id").unwrap_or_default(), ..Profile::default() };
    object.put_string("name", &mut read.name);
    object.put_string("salutation", &mut read.salutation);
    object.put_string("gender", &mut read.gender);
    object.put_string("phone_number", &mut read.phone);
    object.put_string("email", &mut read.email);
    object.put_string("address", &mut read.address);
    object.put_time("created_at", &mut read.created_at);
    object.put_time("updated_at", &mut read.updated_at);
    read.date_of_birth = object.text("date_of_birth").map(day);
    for name in ["custom_1", "custom_2", "custom_3", "custom_4", "custom_5"] {
        read.custom.push(object.string(name));
    }
    while read.custom.last().is_some_and(Option::is_none) {
        read.custom.pop();
    }
    read
}

/// The day of a date that is written with or without a time: the vendor has it both ways. What is
/// neither is kept as it is.
pub(super) fn day(text: &str) -> String {
    let date = text.get(..10).unwrap_or(text);
    let is_midnight = Timestamp::parse(text).is_some_and(|at| at.date(0).to_string() == date);
    if is_midnight { date.to_owned() } else { text.to_owned() }
}

/// The newest note is the row's preview if nothing was said after it.
pub(super) fn note(read: &mut Conversation, object: Object<'_>) {
    let Some(note) = object.object("latest_note") else { return };
    let (Some(part_id), Some(text), Some(at)) =
        (note.id("id"), note.text("text"), note.time("created_at"))
    else {
        return;
    };
    if read.preview.as_ref().is_some_and(|preview| preview.at > at) {
        return;
    }
    read.preview = Some(Preview {
        part_id,
        text: preview_text(text, PREVIEW_CHARACTERS),
        author: None,
        at,
        content: None,
        note: true,
    });
}

pub(super) fn part(part: &mut Part, object: Object<'_>) {
    let tracking = &mut part.tracking;
    object.put_string("agent_reaction", &mut tracking.company_reaction);
    object.put_string("customer_reaction", &mut tracking.contact_reaction);
    // An empty object, as in the vendor's samples, refers to nothing.
    tracking.reply_to = object.object("reference").and_then(|message| message.id("id"));
    if let Some(error) = object.object("latest_error") {
        object_error(part, error);
    }
    let campaign = object.object("whatsapp_campaign");
    part.tracking.campaign = campaign.and_then(|campaign| campaign.string("name"));
}

/// An error that the message has got over is history.
fn object_error(part: &mut Part, error: Object<'_>) {
    if matches!(part.delivery, Some(inbox_model::Delivery::Failed { .. })) {
        error.put_string("original_message", &mut part.tracking.delivery_info);
        error.put_time("created_at", &mut part.tracking.delivery_at);
    }
}
