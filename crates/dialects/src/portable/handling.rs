//! What the company keeps about a conversation, and what is known of a part's way.

use inbox_model::handling::{ChannelAccount, EntryPoint, Handling, Profile};
use inbox_model::reply_window::ReplyWindow;
use inbox_model::sla::Sla;
use inbox_model::tracking::{Seen, Tracking};

use super::list::{list, text};
use super::words::read_channel;
use crate::json::{Object, Value};

/// Reads what the company keeps about a conversation.
pub fn read_handling(value: &Value) -> Option<Handling> {
    let object = Object::maybe(value)?;
    let flag = |name: &str| object.flag(name).unwrap_or(false);
    let unread_by = object.get("marked_unread_by").and_then(|ids| list(ids, text));
    let entry_points = object.get("entry_points").and_then(|points| list(points, entry_point));
    Some(Handling {
        in_progress: flag("in_progress"),
        starred: flag("starred"),
        archived: flag("archived"),
        marked_unread_by: unread_by.unwrap_or_default(),
        closed_at: object.instant("closed_at"),
        last_inbound_at: object.instant("last_inbound_at"),
        last_outbound_at: object.instant("last_outbound_at"),
        sla: object.object("sla").map(sla).unwrap_or_default(),
        reply_window: object.object("reply_window").map(reply_window),
        account: object.object("account").and_then(account).map(Box::new),
        profile: object.object("profile").map(profile).map(Box::new),
        entry_points: entry_points.unwrap_or_default(),
        pending_suggestion: object.text("pending_suggestion").map(Into::into),
    })
}

fn sla(object: Object<'_>) -> Sla {
    Sla {
        first_response_due_at: object.instant("first_response_due_at"),
        first_response_at: object.instant("first_response_at"),
        next_response_due_at: object.instant("next_response_due_at"),
    }
}

fn reply_window(object: Object<'_>) -> ReplyWindow {
    ReplyWindow {
        possible: object.flag("possible"),
        until: object.instant("until"),
        customer_must_write: object.flag("customer_must_write").unwrap_or(false),
    }
}

fn account(object: Object<'_>) -> Option<ChannelAccount> {
    Some(ChannelAccount {
        id: object.string("id")?,
        channel: read_channel(object.text("channel")?),
        address: object.string("address")?,
        name: object.string("name").unwrap_or_default(),
        in_sync: object.flag("in_sync")?,
    })
}

fn profile(object: Object<'_>) -> Profile {
    let mut profile = Profile {
        id: object.string("id").unwrap_or_default(),
        custom: object
            .items("custom")
            .iter()
            .map(|field| field.as_str().map(str::to_owned))
            .collect(),
        created_at: object.instant("created_at"),
        updated_at: object.instant("updated_at"),
        ..Profile::default()
    };
    for (name, place) in [
        ("name", &mut profile.name),
        ("salutation", &mut profile.salutation),
        ("gender", &mut profile.gender),
        ("date_of_birth", &mut profile.date_of_birth),
        ("phone", &mut profile.phone),
        ("email", &mut profile.email),
        ("address", &mut profile.address),
    ] {
        object.put_string(name, place);
    }
    profile
}

fn entry_point(value: &Value) -> Option<EntryPoint> {
    let object = Object::maybe(value)?;
    Some(EntryPoint {
        id: object.string("id")?,
        channel: object.string("channel")?,
        adapter: object.string("adapter")?,
        external_id: object.string("external_id"),
        is_origin: object.flag("is_origin")?,
        metadata: object.string("metadata"),
        created_at: object.instant("created_at")?,
        updated_at: object.instant("updated_at")?,
    })
}

/// Reads what is known of a part's way.
pub fn read_tracking(value: &Value) -> Option<Tracking> {
    let object = Object::maybe(value)?;
    let mut tracking = Tracking {
        delivery_at: object.instant("delivery_at"),
        seen_by: object.get("seen_by").and_then(|seen| list(seen, read_seen)).unwrap_or_default(),
        reply_to: object.text("reply_to").map(Into::into),
        ..Tracking::default()
    };
    for (name, place) in [
        ("external_id", &mut tracking.external_id),
        ("subject", &mut tracking.subject),
        ("delivery_info", &mut tracking.delivery_info),
        ("company_reaction", &mut tracking.company_reaction),
        ("contact_reaction", &mut tracking.contact_reaction),
        ("campaign", &mut tracking.campaign),
    ] {
        object.put_string(name, place);
    }
    Some(tracking)
}

fn read_seen(value: &Value) -> Option<Seen> {
    let object = Object::maybe(value)?;
    Some(Seen { agent: object.text("agent")?.into(), at: object.instant("at")? })
}
