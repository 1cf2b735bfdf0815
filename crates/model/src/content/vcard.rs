//! A contact card as a vCard (RFC 2426, version 3.0: the one that every address book reads).

use super::{CardAddress, CardLine, ContactCard};

/// Bytes of a line at most, the break not counted (RFC 2426, 2.6).
const LINE: usize = 75;

/// The card as the text of a `.vcf` file.
///
/// ```
/// use inbox_model::content::{ContactCard, vcard};
///
/// let card = ContactCard { name: "Amal; Haddad".into(), ..ContactCard::default() };
/// assert!(vcard(&card).contains("FN:Amal\\; Haddad\r\n"));
/// ```
pub fn vcard(card: &ContactCard) -> String {
    let details = card.details.clone().unwrap_or_default();
    let name = [
        details.last_name.as_deref(),
        details.first_name.as_deref(),
        details.middle_name.as_deref(),
        details.prefix.as_deref(),
        details.suffix.as_deref(),
    ];
    // Whose name nobody took apart is called by all of it.
    let is_split = name.iter().any(Option::is_some);
    let name = if is_split { name } else { [Some(card.name.as_str()), None, None, None, None] };
    let work = [card.organization.as_deref(), details.department.as_deref()];
    let mut text = Text::default();
    text.line("BEGIN", "VCARD");
    text.line("VERSION", "3.0");
    text.line("FN", &escaped(&card.name));
    text.line("N", &joined(&name));
    if work.iter().any(Option::is_some) {
        text.line("ORG", joined(&work).trim_end_matches(';'));
    }
    text.given("TITLE", details.job_title.as_deref());
    for line in &card.phones {
        text.line(&typed("TEL", line.kind.as_deref()), &escaped(&line.text));
    }
    for CardLine { text: address, kind } in &card.emails {
        text.line(&typed("EMAIL", kind.as_deref()), &escaped(address));
    }
    for address in &details.addresses {
        text.line(&typed("ADR", address.kind.as_deref()), &postal(address));
    }
    text.given("BDAY", details.birthday.as_deref());
    text.line("END", "VCARD");
    text.0
}

/// Post box and extension, which nobody tells, then street, town, region, code and country.
fn postal(address: &CardAddress) -> String {
    let country = address.country.as_deref().or(address.country_code.as_deref());
    let (street, city) = (address.street.as_deref(), address.city.as_deref());
    let (region, code) = (address.region.as_deref(), address.postal_code.as_deref());
    joined(&[None, None, street, city, region, code, country])
}

/// A property with what it is for, as far as that is a word.
fn typed(name: &str, kind: Option<&str>) -> String {
    let is_word = |kind: &&str| {
        !kind.is_empty() && kind.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    match kind.filter(is_word) {
        Some(kind) => [name, ";TYPE=", &kind.to_ascii_uppercase()].concat(),
        None => name.to_owned(),
    }
}

fn joined(pieces: &[Option<&str>]) -> String {
    let pieces: Vec<String> = pieces.iter().map(|one| escaped(one.unwrap_or_default())).collect();
    pieces.join(";")
}

/// What would end a value or a piece of it stands behind a backslash; a line break is written as two
/// letters, and no other control character is let through.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.trim().chars() {
        match letter {
            '\\' | ';' | ',' => safe.extend(['\\', letter]),
            '\n' => safe.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => safe.push(letter),
        }
    }
    safe
}

#[derive(Default)]
struct Text(String);

impl Text {
    fn given(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value.map(str::trim).filter(|value| !value.is_empty()) {
            self.line(name, &escaped(value));
        }
    }

    /// A property; a long one goes on in lines that begin with a blank, and no character is cut.
    fn line(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for letter in name.chars().chain([':']).chain(value.chars()) {
            if length + letter.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(letter);
            length += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::super::CardDetails;
    use super::*;

    fn card(details: CardDetails) -> ContactCard {
        ContactCard {
            name: "Dr. Amal Haddad".into(),
            phones: vec![
                CardLine { text: "+49 151 1".into(), kind: Some("cell".into()) },
                CardLine { text: "+49 30 2".into(), kind: Some("X;Y:Z".into()) },
            ],
            emails: vec!["amal@example.org".into()],
            organization: Some("Fjord, Fern & Co".into()),
            details: details.boxed(),
        }
    }

    #[test]
    fn a_card_is_written_as_address_books_read_it() {
        let details = CardDetails {
            prefix: Some("Dr.".into()),
            first_name: Some("Amal".into()),
            last_name: Some("Haddad".into()),
            birthday: Some("1990-02-03".into()),
            job_title: Some("Buyer".into()),
            department: Some("Tents".into()),
            addresses: vec![CardAddress {
                street: Some("1 High Street".into()),
                postal_code: Some("N1".into()),
                city: Some("London".into()),
                country: Some("England".into()),
                kind: Some("work".into()),
                ..CardAddress::default()
            }],
            ..CardDetails::default()
        };
        let lines = [
            "BEGIN:VCARD",
            "VERSION:3.0",
            "FN:Dr. Amal Haddad",
            "N:Haddad;Amal;;Dr.;",
            "ORG:Fjord\\, Fern & Co;Tents",
            "TITLE:Buyer",
            "TEL;TYPE=CELL:+49 151 1",
            "TEL:+49 30 2",
            "EMAIL:amal@example.org",
            "ADR;TYPE=WORK:;;1 High Street;London;;N1;England",
            "BDAY:1990-02-03",
            "END:VCARD",
            "",
        ];
        assert_eq!(vcard(&card(details)), lines.join("\r\n"));
    }

    #[test]
    fn what_is_not_said_is_not_written() {
        let bare = ContactCard { name: "Greta".into(), ..ContactCard::default() };
        let text = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Greta\r\nN:Greta;;;;\r\nEND:VCARD\r\n";
        assert_eq!(vcard(&bare), text);
    }

    #[test]
    fn nobody_writes_properties_of_their_own() {
        let mut hostile = card(CardDetails::default());
        hostile.name = "A\r\nEND:VCARD\nTEL:666;x\\,\u{7}y".into();
        let text = vcard(&hostile);
        assert!(text.contains("FN:A\\nEND:VCARD\\nTEL:666\\;x\\\\\\,y\r\n"), "{text}");
        assert_eq!(text.matches("\r\nEND:VCARD").count(), 1);
    }

    #[test]
    fn long_lines_are_folded_between_letters() {
        let long = ContactCard { name: "é🏕".repeat(60), ..ContactCard::default() };
        let text = vcard(&long);
        assert!(text.lines().all(|line| line.len() <= LINE), "{text}");
        assert!(text.replace("\r\n ", "").contains(&format!("FN:{}\r\n", "é🏕".repeat(60))));
    }
}
