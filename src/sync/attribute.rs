//! The company's own fields, which the model keeps as JSON texts, as values to be shown.

use inbox_dialects::json::{Value, parse};

/// The value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attribute {
    /// Nothing, or nothing but space.
    Empty,
    /// Yes or no.
    Flag(bool),
    /// A text, or anything else as it is written. Untrusted.
    Text(String),
}

impl Attribute {
    /// Reads a JSON text. What is none is shown as it is.
    pub fn read(json: &str) -> Self {
        match parse(json, "attribute") {
            Ok(Value::Null) => Self::Empty,
            Ok(Value::Bool(flag)) => Self::Flag(flag),
            Ok(Value::String(text)) if text.trim().is_empty() => Self::Empty,
            Ok(Value::String(text)) => Self::Text(text),
            Ok(_) | Err(_) => Self::Text(json.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_shown_without_its_quotes_and_whatever_it_is() {
        let text = |text: &str| Attribute::Text(text.to_owned());
        for (json, expected) in [
            ("null", Attribute::Empty),
            ("\" \"", Attribute::Empty),
            ("true", Attribute::Flag(true)),
            ("\"FF-1\"", text("FF-1")),
            ("289.5", text("289.5")),
            ("{\"a\":1}", text("{\"a\":1}")),
            ("{\"a\":", text("{\"a\":")),
            ("", text("")),
        ] {
            assert_eq!(Attribute::read(json), expected, "{json}");
        }
    }
}
