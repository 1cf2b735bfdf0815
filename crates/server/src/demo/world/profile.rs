//! Who the customers are, as far as the shop has noted it down.

use inbox_model::handling::Profile;
use inbox_model::time::DAY;
use inbox_model::{ParticipantKind, Timestamp};

use super::{between, draw};
use crate::demo::DemoContact;

/// The shop's five own fields: membership, size, favourite, last order, how they heard of us.
const FIELDS: [&[&str]; 5] = [
    &["Fern Club", "Fern Club Gold", "", ""],
    &["S", "M", "L", "XL", "", ""],
    &["Tents", "Stoves", "Wool", "Maps", "", "", ""],
    &["Skadi 2", "Hatt tarp", "Ull sweater", "", ""],
    &["A friend", "Search", "Trade fair", "", "", ""],
];

/// The profile of a contact; visitors have none. Phone numbers lie in ranges that are kept free for
/// fiction.
pub(super) fn of(contact: &DemoContact, now: Timestamp) -> Option<Profile> {
    let participant = &contact.participant;
    let id = participant.id.as_ref()?.as_str();
    if participant.kind != ParticipantKind::Customer {
        return None;
    }
    let mut custom: Vec<_> = FIELDS
        .iter()
        .enumerate()
        .map(|(at, words)| {
            let count = u64::try_from(words.len()).unwrap_or(1).max(1);
            let word = draw(id, 20 + at as u64) % count;
            let word = usize::try_from(word).ok().and_then(|word| words.get(word)).copied();
            word.filter(|word| !word.is_empty()).map(str::to_owned)
        })
        .collect();
    while custom.last().is_some_and(Option::is_none) {
        custom.pop();
    }
    let salutation = match (contact.language, draw(id, 30) % 3) {
        ("de" | "fr", 0) => "formal_female",
        ("de" | "fr", 1) => "formal_male",
        _ => "informal",
    };
    let born = between(id, 31, 8_000, 25_000);
    let date_of_birth =
        (draw(id, 32).is_multiple_of(3)).then(|| now.plus(-born * DAY).date(0).to_string());
    let address = (!contact.city.is_empty() && draw(id, 33).is_multiple_of(2))
        .then(|| format!("{}, {}", contact.city, contact.country));
    Some(Profile {
        id: (50_000 + draw(id, 34) % 900_000_000).to_string(),
        name: participant.name.clone(),
        salutation: Some(salutation.to_owned()),
        gender: Some("undisclosed".to_owned()),
        date_of_birth,
        phone: Some(phone(id, contact.country)),
        email: participant.email.clone(),
        address,
        custom,
        created_at: Some(contact.created_at),
        updated_at: Some(contact.created_at.plus(between(id, 35, 0, 200) * DAY).min(now)),
    })
}

fn phone(id: &str, country: &str) -> String {
    match country {
        "DE" | "AT" | "CH" => format!("+493023125{:03}", draw(id, 36) % 1_000),
        "US" | "CA" => format!("+1202555{:04}", 100 + draw(id, 36) % 100),
        _ => format!("+447700900{:03}", 200 + draw(id, 36) % 800),
    }
}
