//! What only few contact cards say.

use inbox_model::content::{CardAddress, CardDetails};

use super::super::company::day;
use crate::json::Object;

/// The details of a card, of whose members `name` is one.
pub(super) fn details(card: Object<'_>, name: Object<'_>) -> Option<Box<CardDetails>> {
    let organization = card.object("org");
    let of_organization = |member: &str| organization.and_then(|org| org.string(member));
    let details = CardDetails {
        prefix: name.string("prefix"),
        first_name: name.string("first_name"),
        middle_name: name.string("middle_name"),
        last_name: name.string("last_name"),
        suffix: name.string("suffix"),
        birthday: card.text("birthday").map(day),
        job_title: of_organization("title"),
        department: of_organization("department"),
        addresses: card.each("addresses", |one| Some(address(one))),
    };
    details.boxed()
}

fn address(object: Object<'_>) -> CardAddress {
    let text = |name: &str| object.string(name);
    CardAddress {
        street: text("street"),
        postal_code: text("zip"),
        city: text("city"),
        region: text("state"),
        country: text("country"),
        country_code: text("country_code"),
        kind: text("type"),
    }
}
