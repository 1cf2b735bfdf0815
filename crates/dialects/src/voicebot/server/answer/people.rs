//! The two sides of a conversation: the customer with their profile, the business number.

use inbox_model::handling::{ChannelAccount, Profile};
use inbox_model::validate::{email, phone};
use inbox_model::{Channel, Conversation};

use super::super::{Audience, wire};
use super::plain::{day, number, one_of, time};

pub(super) fn channel(channel: &Channel) -> wire::Channel {
    match channel {
        Channel::Whatsapp => wire::Channel::Whatsapp,
        Channel::Web => wire::Channel::Widget,
        _ => wire::Channel::Bridge,
    }
}

/// The number, if the conversation is held through one.
pub(super) fn agent(account: &ChannelAccount) -> wire::Agent {
    wire::Agent {
        id: number(&account.id),
        channel: channel(&account.channel),
        display_id: account.address.clone(),
        name: account.name.clone(),
        in_sync: account.in_sync,
    }
}

/// The person on the other side. To the company everybody has a profile, if only with what the contact
/// tells; a customer learns whether theirs is blocked.
pub(super) fn customer(conversation: &Conversation, audience: Audience) -> Option<wire::Customer> {
    let contact = conversation.contact()?;
    let known = conversation.handling.profile.as_ref();
    let service = conversation.source.as_ref().map(|source| &source.channel);
    let id = contact.id.as_ref().and_then(|id| number(id.as_str()));
    // Whoever is on WhatsApp is called by their phone number, and by nothing else.
    let display_id = if service == Some(&Channel::Whatsapp) {
        known.and_then(|profile| profile.phone.as_deref()).and_then(phone_digits)
    } else {
        id.map(|id| id.to_string())
    };
    Some(wire::Customer {
        id,
        channel: service.map(channel),
        display_id,
        name: contact.name.clone(),
        profile: match (known, audience) {
            (Some(known), _) => Some(profile(known, conversation.blocked)),
            (None, Audience::Company) => {
                let id = id.map(|id| id.to_string()).unwrap_or_default();
                let (name, email) = (contact.name.clone(), contact.email.clone());
                let known = Profile { id, name, email, ..Profile::default() };
                Some(profile(&known, conversation.blocked))
            }
            (None, Audience::Customer) => conversation
                .blocked
                .then(|| wire::Profile { blocked: true, ..wire::Profile::default() }),
        },
    })
}

/// A phone number in international form as services write it: its digits alone.
fn phone_digits(number: &str) -> Option<String> {
    phone::normalize(number).ok()?.strip_prefix('+').map(str::to_owned)
}

fn profile(known: &Profile, blocked: bool) -> wire::Profile {
    let custom = |at: usize| known.custom.get(at).cloned().flatten();
    wire::Profile {
        id: number(&known.id),
        salutation: one_of(
            known.salutation.as_ref(),
            &["formal_male", "formal_female", "informal"],
        ),
        name: known.name.clone(),
        gender: one_of(known.gender.as_ref(), &["undisclosed", "male", "female", "diverse"]),
        blocked,
        date_of_birth: known.date_of_birth.as_deref().and_then(day),
        phone_number: known.phone.clone(),
        email: known.email.clone().filter(|address| email::is_plain(address)),
        address: known.address.clone(),
        custom_1: custom(0),
        custom_2: custom(1),
        custom_3: custom(2),
        custom_4: custom(3),
        custom_5: custom(4),
        created_at: known.created_at.map(time),
        updated_at: known.updated_at.map(time),
    }
}
