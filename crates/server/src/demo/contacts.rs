//! The customers: written down for scenes, generated for the rest.

use inbox_model::time::DAY;
use inbox_model::{Participant, ParticipantKind, Timestamp};

use super::ids::{Kind, object_id};
use super::rng::Rng;
use super::tables::Person;
use super::texts::languages::LANGUAGES;
use super::texts::names::{ENGLISH, Names, OTHERS, UNUSUAL};

/// A contact, with all that texts need to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoContact {
    /// As a participant: id, kind, name, address, picture.
    pub participant: Participant,
    /// The shop's own id of a signed-in customer; visitors have none.
    pub external_id: Option<String>,
    /// Since when the shop knows them.
    pub created_at: Timestamp,
    /// Where they live, in their own spelling; empty if nobody knows.
    pub city: String,
    /// Two letters, ISO 3166-1; empty likewise.
    pub country: &'static str,
    /// BCP 47.
    pub language: &'static str,
    /// Their company, or empty.
    pub company: &'static str,
}

impl DemoContact {
    /// The name, empty for visitors who have not told.
    pub(super) fn name(&self) -> &str {
        self.participant.name.as_deref().unwrap_or_default()
    }

    /// The address, empty for visitors who have not told.
    pub(super) fn email(&self) -> &str {
        self.participant.email.as_deref().unwrap_or_default()
    }
}

/// The `number`th contact, as written down. Those with an address are customers, all others
/// visitors.
pub(super) fn written(number: usize, person: &Person, now: Timestamp) -> DemoContact {
    let kind =
        if person.email.is_empty() { ParticipantKind::Lead } else { ParticipantKind::Customer };
    let mut participant = Participant::new(kind, object_id(Kind::Contact, number));
    participant.name = (!person.name.is_empty()).then(|| person.name.to_owned());
    participant.email = (!person.email.is_empty()).then(|| person.email.to_owned());
    participant.avatar_url =
        (!person.avatar.is_empty()).then(|| format!("/demo-media/people/{}.svg", person.avatar));
    let external_id = if person.email == DEMO_CUSTOMER_EMAIL {
        Some(DEMO_CUSTOMER.to_owned())
    } else {
        external_id(&participant, number)
    };
    DemoContact {
        participant,
        external_id,
        created_at: now.plus(-370 * DAY),
        city: person.city.to_owned(),
        country: person.country,
        language: person.language,
        company: person.company,
    }
}

/// The shop's id of the customer who is signed in to the demo's messenger.
pub const DEMO_CUSTOMER: &str = "demo-customer";

/// The address of the same.
pub(super) const DEMO_CUSTOMER_EMAIL: &str = "lena.sommer@example.com";

/// The `number`th contact, put together. Six in ten write English.
pub(super) fn generated(number: usize, rng: &mut Rng, now: Timestamp) -> DemoContact {
    let unusual = number.is_multiple_of(28).then(|| rng.pick(&UNUSUAL)).flatten();
    let names =
        if unusual.is_some() || rng.chance(60) { rng.pick(&ENGLISH) } else { pick_other(rng) };
    let (mut name, mut local, mut town) = (String::new(), String::new(), ("Oslo", "NO"));
    if let Some(names) = names {
        (name, local) = full_name(rng, names);
        town = rng.pick(names.towns).copied().unwrap_or(town);
    }
    if let Some(&(full, city, country)) = unusual {
        (name, local, town) = (full.to_owned(), format!("customer{number}"), (city, country));
    }
    // One in nine has never told an address.
    let is_visitor = rng.chance(11);
    let kind = if is_visitor { ParticipantKind::Lead } else { ParticipantKind::Customer };
    let mut participant = Participant::new(kind, object_id(Kind::Contact, number));
    participant.name = Some(name);
    if !is_visitor {
        let host = rng.text(&[
            "example.com",
            "mail.example",
            "post.example",
            "example.org",
            "inbox.example",
        ]);
        participant.email = Some(format!("{local}{}@{host}", number % 97));
    }
    DemoContact {
        external_id: external_id(&participant, number),
        participant,
        created_at: now.plus(-rng.between(366, 900) * DAY),
        city: town.0.to_owned(),
        country: town.1,
        language: names.map_or("en", |names| names.language),
        company: "",
    }
}

fn external_id(participant: &Participant, number: usize) -> Option<String> {
    (participant.kind == ParticipantKind::Customer).then(|| format!("cus_{}", 20_400 + number * 3))
}

/// Names of one of the other languages, as often as it is met.
fn pick_other(rng: &mut Rng) -> Option<&'static Names> {
    let language = rng.weighted(&LANGUAGES)?;
    OTHERS.iter().find(|names| names.language == language.code)
}

/// Somebody who was copied in.
pub(super) fn guest(participant: &Participant, since: Timestamp) -> DemoContact {
    DemoContact {
        participant: participant.clone(),
        external_id: None,
        created_at: since,
        city: String::new(),
        country: "",
        language: "en",
        company: "",
    }
}

/// A name, and how it is spelled in an address.
fn full_name(rng: &mut Rng, names: &Names) -> (String, String) {
    let spelled = |name: &'static str| name.split_once('/').unwrap_or((name, name));
    let (given, given_latin) = spelled(rng.text(names.given));
    let (family, family_latin) = spelled(rng.text(names.family));
    let name =
        if names.family_first { format!("{family}{given}") } else { format!("{given} {family}") };
    (name, format!("{}.{}", ascii(given_latin), ascii(family_latin)))
}

/// Small letters without marks; what has none is left out.
fn ascii(name: &str) -> String {
    let letter = |one: char| match one {
        'á' | 'à' | 'â' | 'ã' | 'å' | 'ą' | 'ă' => "a",
        'ä' | 'æ' => "ae",
        'ç' | 'č' | 'ć' => "c",
        'é' | 'è' | 'ê' | 'ë' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'í' | 'ì' | 'î' | 'ï' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ó' | 'ò' | 'ô' | 'õ' => "o",
        'ö' | 'ø' | 'œ' => "oe",
        'ř' => "r",
        'ş' | 'ș' | 'š' | 'ś' => "s",
        'ß' => "ss",
        'ú' | 'ù' | 'û' => "u",
        'ü' => "ue",
        'ý' => "y",
        'ż' | 'ź' | 'ž' => "z",
        'ð' | 'đ' => "d",
        'þ' => "th",
        _ => "",
    };
    let mut spelled = String::with_capacity(name.len());
    for one in name.chars().flat_map(char::to_lowercase) {
        if one.is_ascii_alphanumeric() {
            spelled.push(one);
        } else {
            spelled.push_str(letter(one));
        }
    }
    spelled
}
