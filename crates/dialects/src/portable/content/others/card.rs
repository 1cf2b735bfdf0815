//! What only few contact cards say.

use inbox_model::content::{CardAddress, CardDetails};

use crate::json::{Map, Object, Value};

/// Reads the details of a card; `None` where it has none.
pub(in super::super) fn details(card: Object<'_>) -> Option<Box<CardDetails>> {
    let object = card.object("details")?;
    let text = |name: &str| object.string(name);
    Some(Box::new(CardDetails {
        prefix: text("prefix"),
        first_name: text("first_name"),
        middle_name: text("middle_name"),
        last_name: text("last_name"),
        suffix: text("suffix"),
        birthday: text("birthday"),
        job_title: text("job_title"),
        department: text("department"),
        addresses: object.each("addresses", |one| Some(address(one))),
    }))
}

fn address(object: Object<'_>) -> CardAddress {
    let text = |name: &str| object.string(name);
    CardAddress {
        street: text("street"),
        postal_code: text("postal_code"),
        city: text("city"),
        region: text("region"),
        country: text("country"),
        country_code: text("country_code"),
        kind: text("kind"),
    }
}

pub(super) fn write(details: &CardDetails) -> Map {
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
    let mut fields = texts(&[
        ("prefix", prefix),
        ("first_name", first_name),
        ("middle_name", middle_name),
        ("last_name", last_name),
        ("suffix", suffix),
        ("birthday", birthday),
        ("job_title", job_title),
        ("department", department),
    ]);
    if !addresses.is_empty() {
        let addresses = addresses.iter().map(|one| write_address(one).into());
        fields.set("addresses", Value::Array(addresses.collect()));
    }
    fields
}

fn write_address(address: &CardAddress) -> Map {
    let CardAddress { street, postal_code, city, region, country, country_code, kind } = address;
    texts(&[
        ("street", street),
        ("postal_code", postal_code),
        ("city", city),
        ("region", region),
        ("country", country),
        ("country_code", country_code),
        ("kind", kind),
    ])
}

fn texts(members: &[(&str, &Option<String>)]) -> Map {
    let mut fields = Map::default();
    for (name, text) in members {
        fields.set_some(name, text.as_deref());
    }
    fields
}
