//! A contact card as it is sent.

use inbox_model::content::{CardAddress, CardDetails, ContactCard};

use crate::json::{Map, Value};

pub(super) fn write(card: &ContactCard) -> Map {
    let details = card.details.as_deref().cloned().unwrap_or_default();
    let CardDetails {
        prefix,
        first_name,
        middle_name,
        last_name,
        suffix,
        birthday,
        job_title,
        department,
        addresses,
    } = details;
    let mut name = texts(&[
        ("prefix", prefix),
        ("middle_name", middle_name),
        ("last_name", last_name),
        ("suffix", suffix),
    ]);
    name.set("formatted_name", card.name.as_str());
    // It has to be there, be it null.
    name.set("first_name", first_name.as_deref());
    let mut fields = Map::tagged("type", "contact");
    fields.set("name", name);
    fields.set_some("birthday", birthday.as_deref());
    for (list, member, lines) in
        [("phones", "phone", &card.phones), ("emails", "email", &card.emails)]
    {
        let entries = lines.iter().map(|line| {
            let mut entry = Map::tagged(member, &line.text);
            entry.set_some("type", line.kind.as_deref());
            entry.into()
        });
        fields.set(list, Value::Array(entries.collect()));
    }
    if !addresses.is_empty() {
        let addresses = addresses.into_iter().map(|one| address(one).into());
        fields.set("addresses", Value::Array(addresses.collect()));
    }
    let organization = texts(&[
        ("company", card.organization.clone()),
        ("department", department),
        ("title", job_title),
    ]);
    if !organization.is_empty() {
        fields.set("org", organization);
    }
    fields
}

fn address(of: CardAddress) -> Map {
    let CardAddress { street, postal_code, city, region, country, country_code, kind } = of;
    texts(&[
        ("street", street),
        ("city", city),
        ("state", region),
        ("zip", postal_code),
        ("country", country),
        ("country_code", country_code),
        ("type", kind),
    ])
}

fn texts(members: &[(&str, Option<String>)]) -> Map {
    let mut fields = Map::default();
    for (name, text) in members {
        fields.set_some(name, text.as_deref());
    }
    fields
}
