//! The company's own fields, which the model keeps as JSON texts, as values to be shown.

use inbox_dialects::json::{Value, parse};
use inbox_model::validate::attributes::ValueKind;

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

impl Attribute {
    /// What is typed, as a JSON text of this type; `None` where it is none. Truth values are typed as
    /// JSON has them, numbers with a point or a comma.
    pub fn write(kind: ValueKind, typed: &str) -> Option<String> {
        match kind {
            ValueKind::Boolean => matches!(typed, "true" | "false").then(|| typed.to_owned()),
            ValueKind::Number => {
                let written = typed.trim().replace(',', ".");
                // As it is written: reading it as a fraction costs tables.
                matches!(parse(&written, "number"), Ok(Value::Number(_))).then_some(written)
            }
            _ => Some(Value::from(typed).to_json()),
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

    #[test]
    fn what_is_typed_keeps_its_type() {
        for (kind, typed, expected) in [
            (ValueKind::Text, "17", Some("\"17\"")),
            (ValueKind::Text, "a \"b\"", Some("\"a \\\"b\\\"\"")),
            (ValueKind::Number, " 17 ", Some("17")),
            (ValueKind::Number, "-1,5", Some("-1.5")),
            (ValueKind::Number, "many", None),
            (ValueKind::Number, "", None),
            (ValueKind::Number, "inf", None),
            (ValueKind::Boolean, "false", Some("false")),
            (ValueKind::Boolean, "no", None),
        ] {
            assert_eq!(Attribute::write(kind, typed).as_deref(), expected, "{typed}");
        }
    }
}
