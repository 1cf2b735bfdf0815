//! Whatever strangers give where something certain is asked for.

use inbox_model::countdown::{Countdown, Detail};
use inbox_model::validate::files::{self, Attachment};
use inbox_model::validate::form::{self, FieldKind};
use inbox_model::validate::recipients::{self, AddressKind};
use inbox_model::validate::{
    Limits, attributes, email, line, message, phone, rating, sms, snooze, url,
};
use inbox_model::{Channel, Content, Timestamp};

use crate::choice_and_text;

/// No rule panics; what is in its one form stays in it; segments are the text again, each within its
/// length; a countdown changes after now and never promises more than there is.
pub fn validation(data: &[u8]) {
    let (choice, text) = choice_and_text(data);
    texts(&text);
    let words: Vec<&str> = text.split(['\n', ',']).collect();
    let channel = [Channel::Web, Channel::Email, Channel::Sms, Channel::Whatsapp]
        [usize::from(choice) % 4]
        .clone();
    let limits = Limits::of(&channel);
    let contents: Vec<Content> = words.iter().map(|word| Content::text(*word)).collect();
    let _ = message::check(&contents, words.first().copied(), &limits);
    let named = words.iter().map(|word| Attachment {
        name: Some(word),
        mime: Some(word),
        ..Attachment::default()
    });
    let _ = files::check_all("files", named.enumerate(), &limits.files);
    if let Ok(all) = recipients::check("to", AddressKind::of(&channel), words.iter().copied()) {
        let again =
            recipients::check("to", AddressKind::of(&channel), all.iter().map(String::as_str));
        assert_eq!(again.as_ref(), Ok(&all));
    }
    let kinds =
        ["text", "number", "integer", "email", "phone", "url", "date", "boolean", "choice", "list"];
    let fields: Vec<form::Field> = kinds
        .iter()
        .map(|kind| form::Field {
            identifier: (*kind).to_owned(),
            kind: FieldKind::of(kind),
            options: words.iter().take(3).map(|word| (*word).to_owned()).collect(),
            ..form::Field::default()
        })
        .collect();
    let _ = form::check(&fields, kinds.iter().map(|kind| (*kind, text.as_str())));
    let _ = attributes::check(
        words.iter().map(|word| (*word, text.as_str())),
        &attributes::AttributeLimits::default(),
    );
    numbers(data);
}

fn texts(text: &str) {
    if let Ok(address) = email::normalize(text) {
        assert_eq!(email::normalize(&address), Ok(address.clone()));
        assert!(email::is_email(&address), "{address}");
    }
    if let Ok(number) = phone::normalize(text) {
        assert_eq!(phone::check(&number), [], "{number}");
        assert_eq!(phone::normalize(&number), Ok(number.clone()));
    }
    if url::check(text).is_empty() {
        let scheme = text.split(':').next().unwrap_or_default().to_ascii_lowercase();
        assert!(["http", "https"].contains(&scheme.as_str()), "{text}");
    }
    if let Ok(title) = line::normalize(text, line::TITLE) {
        assert_eq!(line::normalize(&title, line::TITLE), Ok(title.clone()));
    }
    let (counted, pieces) = (sms::segments(text), sms::split(text));
    assert_eq!(pieces.concat(), text);
    assert_eq!(pieces.len() as u64, counted.count);
    for piece in &pieces {
        let alone = sms::segments(piece);
        assert!(alone.count <= 1 || counted.count > 1, "{piece:?}");
    }
}

fn numbers(data: &[u8]) {
    let number = |from: usize| {
        let bytes: Vec<u8> = data.iter().skip(from).take(8).copied().collect();
        bytes.try_into().map_or(0, i64::from_le_bytes)
    };
    let (one, two) = (Timestamp::from_millis(number(1)), Timestamp::from_millis(number(9)));
    let _ = snooze::check(one, two);
    let _ = rating::check(f64::from_bits(one.as_millis().cast_unsigned()), None);
    for detail in [Detail::Coarse, Detail::Fine, Detail::Exact] {
        let left = Countdown::to(one, two, detail);
        assert!(left.changes_at.is_none_or(|at| at > two), "{one} {two}");
        assert_eq!(left.over, one <= two);
    }
}
