//! What a contact card says beside name and company: numbers and addresses with what they are for,
//! and what only few cards have.

use serde::{Deserialize, Serialize};

/// A phone number or an e-mail address on a contact card.
///
/// Its stored form is the text alone where nobody says what it is for, as cards had it at first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "LineForm", into = "LineForm")]
pub struct CardLine {
    /// As written. Untrusted text.
    pub text: String,
    /// What it is for, in the source's word: `work`, `home` … (Voicebot `type`).
    pub kind: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum LineForm {
    Text(String),
    Line {
        text: String,
        #[serde(default)]
        kind: Option<String>,
    },
}

impl From<LineForm> for CardLine {
    fn from(form: LineForm) -> Self {
        match form {
            LineForm::Text(text) => Self { text, kind: None },
            LineForm::Line { text, kind } => Self { text, kind },
        }
    }
}

impl From<CardLine> for LineForm {
    fn from(line: CardLine) -> Self {
        match line {
            CardLine { text, kind: None } => Self::Text(text),
            CardLine { text, kind } => Self::Line { text, kind },
        }
    }
}

impl From<&str> for CardLine {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<String> for CardLine {
    fn from(text: String) -> Self {
        Self { text, kind: None }
    }
}

/// What only few contact cards say. All texts are untrusted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CardDetails {
    /// What stands before the name: `Dr.`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
    /// First name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// Middle names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub middle_name: Option<String>,
    /// Last name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// What stands after the name: `jr.`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suffix: Option<String>,
    /// Birthday as `YYYY-MM-DD`, or as the source writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub birthday: Option<String>,
    /// What they do in the company (Voicebot `org.title`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_title: Option<String>,
    /// In which part of the company.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
    /// Postal addresses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<CardAddress>,
}

impl CardDetails {
    /// For a card: on the heap, and nothing where nothing is said.
    pub fn boxed(self) -> Option<Box<Self>> {
        (self != Self::default()).then(|| Box::new(self))
    }
}

/// A postal address on a contact card. All texts are untrusted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CardAddress {
    /// Street and number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
    /// Postal code (Voicebot `zip`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    /// Town.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// State or region (Voicebot `state`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The country's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// The country's code, as the source writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country_code: Option<String>,
    /// What it is for, in the source's word (Voicebot `type`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
}

impl CardAddress {
    /// The address in one line, for a reader.
    pub fn line(&self) -> String {
        let filled = |text: &&str| !text.trim().is_empty();
        let join = |pieces: &[Option<&str>], between: &str| {
            let pieces: Vec<&str> = pieces.iter().copied().flatten().filter(filled).collect();
            pieces.join(between)
        };
        let town = join(&[self.postal_code.as_deref(), self.city.as_deref()], " ");
        let country = self.country.as_deref().or(self.country_code.as_deref());
        let region = self.region.as_deref();
        join(&[self.street.as_deref(), Some(&town), region, country], ", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_told_in_one_line() {
        let whole = CardAddress {
            street: Some("1 High Street".into()),
            postal_code: Some("N1".into()),
            city: Some("London".into()),
            region: Some(" ".into()),
            country: Some("England".into()),
            country_code: Some("GB".into()),
            kind: Some("work".into()),
        };
        assert_eq!(whole.line(), "1 High Street, N1 London, England");
        let bare = CardAddress { country_code: Some("GB".into()), ..CardAddress::default() };
        assert_eq!(bare.line(), "GB");
        assert_eq!(CardAddress::default().line(), "");
    }

    #[test]
    fn a_card_that_says_nothing_more_has_no_details() {
        assert_eq!(CardDetails::default().boxed(), None);
        let some = CardDetails { suffix: Some("jr.".into()), ..CardDetails::default() };
        assert_eq!(some.clone().boxed(), Some(Box::new(some)));
    }

    /// Cards of before have the text alone.
    #[test]
    fn a_line_is_its_text_until_somebody_says_what_it_is_for() {
        let work = CardLine { text: "1".into(), kind: Some("work".into()) };
        for (line, json) in [
            (CardLine::from("1"), r#""1""#),
            (CardLine::from("1".to_owned()), r#""1""#),
            (CardLine { text: "1".into(), kind: None }, r#""1""#),
            (work, r#"{"text":"1","kind":"work"}"#),
        ] {
            assert_eq!(serde_json::to_string(&line).unwrap(), json);
            assert_eq!(serde_json::from_str::<CardLine>(json).unwrap(), line);
        }
        let bare = serde_json::from_str::<CardLine>(r#"{"text":"1"}"#).unwrap();
        assert_eq!(bare, CardLine::from("1"));
    }
}
