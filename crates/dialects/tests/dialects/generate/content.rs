//! What a message carries, of all seven kinds.

use inbox_model::content::{CardAddress, CardDetails, CardLine, ContactCard, Location};
use inbox_model::part::Message;
use inbox_model::{Content, Media};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use super::{id, secret, text};

pub(super) fn media() -> BoxedStrategy<Media> {
    let size = (of(any::<u64>()), of(any::<u32>()), of(any::<u32>()), of(any::<u64>()));
    let words = (of(text()), of("[a-z]{2,5}/[a-z]{2,5}"), of(text()));
    (of(id()), "https://x/[a-z() ]{0,7}[a-z()]", words, size)
        .prop_map(|(id, url, (name, mime, caption), (bytes, width, height, duration_ms))| Media {
            id: id.map(Into::into),
            url,
            name,
            mime,
            bytes,
            width,
            height,
            duration_ms,
            caption,
        })
        .boxed()
}

/// Coordinates with four decimals, which JSON carries exactly.
pub(super) fn place() -> BoxedStrategy<Location> {
    let url = of("https://x/[a-z]{1,8}");
    (-900_000..=900_000_i32, -1_800_000..=1_800_000_i32, of(text()), of(text()), url)
        .prop_map(|(latitude, longitude, name, address, url)| Location {
            latitude: f64::from(latitude) / 10_000.0,
            longitude: f64::from(longitude) / 10_000.0,
            name,
            address,
            url,
        })
        .boxed()
}

fn line() -> impl Strategy<Value = CardLine> {
    (text(), of(text())).prop_map(|(text, kind)| CardLine { text, kind })
}

fn address() -> impl Strategy<Value = CardAddress> {
    prop::array::uniform7(of(text())).prop_map(
        |[street, postal_code, city, region, country, country_code, kind]| CardAddress {
            street,
            postal_code,
            city,
            region,
            country,
            country_code,
            kind,
        },
    )
}

fn details() -> impl Strategy<Value = Option<Box<CardDetails>>> {
    let birthday = of(prop_oneof![text(), "19[0-9]{2}-0[1-9]-[12][0-9]"]);
    (prop::array::uniform7(of(text())), birthday, vec(address(), 0..3)).prop_map(
        |(
            [prefix, first_name, middle_name, last_name, suffix, job_title, department],
            birthday,
            addresses,
        )| {
            let details = CardDetails {
                prefix,
                first_name,
                middle_name,
                last_name,
                suffix,
                birthday,
                job_title,
                department,
                addresses,
            };
            details.boxed()
        },
    )
}

pub(super) fn card() -> BoxedStrategy<ContactCard> {
    (text(), vec(line(), 0..3), vec(line(), 0..3), of(text()), details())
        .prop_map(|(name, phones, emails, organization, details)| ContactCard {
            name,
            phones,
            emails,
            organization,
            details,
        })
        .boxed()
}

/// One content of any of the seven kinds.
pub(crate) fn content() -> BoxedStrategy<Content> {
    prop_oneof![
        4 => text().prop_map(Content::text),
        1 => media().prop_map(Content::Image),
        1 => media().prop_map(Content::Video),
        1 => (media(), any::<bool>()).prop_map(|(media, voice)| Content::Audio { media, voice }),
        1 => media().prop_map(Content::Document),
        1 => place().prop_map(Content::Location),
        1 => card().prop_map(Content::ContactCard),
    ]
    .boxed()
}

pub(super) fn message(
    contents: impl Strategy<Value = Vec<Content>> + 'static,
    html: impl Strategy<Value = String> + 'static,
) -> BoxedStrategy<Message> {
    let html = prop::option::weighted(0.1, html);
    (contents, html).prop_map(|(contents, html)| Message { contents, html, email: false }).boxed()
}

pub(super) fn public_message() -> BoxedStrategy<Message> {
    let html = text().prop_map(|text| format!("<p>{text}</p>"));
    (message(vec(content(), 0..4), html), prop::bool::weighted(0.1))
        .prop_map(|(message, email)| Message { email, ..message })
        .boxed()
}

pub(super) fn secret_message() -> BoxedStrategy<Message> {
    let first = secret().prop_map(Content::text);
    let contents = (first, vec(content(), 0..2)).prop_map(|(first, mut more)| {
        more.insert(0, first);
        more
    });
    message(contents, secret()).boxed()
}
