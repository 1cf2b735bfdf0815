//! Any JSON value, so that conditions that nobody here knows can be kept as they came.

use std::fmt;

use serde::de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Deeper values are refused when they are read, so that no input exhausts the stack.
const DEPTH: usize = 64;

/// Any JSON value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Json {
    /// `null`.
    #[default]
    Null,
    /// A truth value.
    Bool(bool),
    /// A number as JSON writes it. By way of serde it is a whole number of 64 bits or a double.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object: its members in order. Where a name comes twice, the last counts.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// How many levels of lists and objects there are within each other; 0 for a bare value.
    pub fn depth(&self) -> usize {
        let deepest = match self {
            Self::List(items) => items.iter().map(Self::depth).max(),
            Self::Object(members) => members.iter().map(|(_, value)| value.depth()).max(),
            _ => return 0,
        };
        1 + deepest.unwrap_or(0)
    }

    /// How many values there are in it, itself among them.
    pub fn size(&self) -> usize {
        1 + match self {
            Self::List(items) => items.iter().map(Self::size).sum::<usize>(),
            Self::Object(members) => members.iter().map(|(_, value)| value.size()).sum(),
            _ => 0,
        }
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(flag) => serializer.serialize_bool(*flag),
            Self::Number(text) => {
                if let Ok(number) = text.parse::<i64>() {
                    serializer.serialize_i64(number)
                } else if let Ok(number) = text.parse::<u64>() {
                    serializer.serialize_u64(number)
                } else {
                    serializer.serialize_f64(text.parse().unwrap_or_default())
                }
            }
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(members) => {
                serializer.collect_map(members.iter().map(|(name, value)| (name, value)))
            }
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Level(DEPTH).deserialize(deserializer)
    }
}

/// How many levels may still follow.
#[derive(Clone, Copy)]
struct Level(usize);

impl Level {
    fn below<E: de::Error>(self) -> Result<Self, E> {
        self.0.checked_sub(1).map(Self).ok_or_else(|| E::custom("too deep"))
    }
}

impl<'de> DeserializeSeed<'de> for Level {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Level {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Json, E> {
        Ok(Json::Bool(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(Json::Number(number.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Number(number.to_string()))
    }

    /// JSON has no word for infinity and what is no number.
    fn visit_f64<E>(self, number: f64) -> Result<Json, E> {
        if !number.is_finite() {
            return Ok(Json::Null);
        }
        // Not by way of `Debug`, which modules for browsers are built without.
        let mut text = number.to_string();
        if !text.contains('.') {
            text.push_str(".0");
        }
        Ok(Json::Number(text))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let below = self.below()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(below)? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Json, A::Error> {
        let below = self.below()?;
        let mut object = Vec::new();
        while let Some(name) = members.next_key::<String>()? {
            object.push((name, members.next_value_seed(below)?));
        }
        Ok(Json::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_value_comes_back_as_it_was() {
        for text in [
            "null",
            "true",
            "-7",
            "18446744073709551615",
            "1.5",
            "1.0",
            "1e300",
            r#""a\n\"b""#,
            "[]",
            "{}",
            r#"[1,[null,{"b":false,"a":[{}]}]]"#,
        ] {
            let json: Json = serde_json::from_str(text).unwrap();
            let written = serde_json::to_string(&json).unwrap();
            assert_eq!(serde_json::from_str::<Json>(&written).unwrap(), json, "{text}");
            if !text.contains('e') || text.contains('"') || !text.starts_with('1') {
                assert_eq!(written, text);
            }
        }
    }

    #[test]
    fn depth_and_size_count_every_level_and_value() {
        let check = |text: &str, depth: usize, size: usize| {
            let json: Json = serde_json::from_str(text).unwrap();
            assert_eq!((json.depth(), json.size()), (depth, size), "{text}");
        };
        check("7", 0, 1);
        check("[]", 1, 1);
        check("{}", 1, 1);
        check("[1,2]", 1, 3);
        check(r#"{"a":[1,[2]],"b":3}"#, 3, 6);
    }

    #[test]
    fn what_is_too_deep_is_refused_and_not_overrun() {
        let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        assert_eq!(serde_json::from_str::<Json>(&nested(DEPTH)).unwrap().depth(), DEPTH);
        assert!(serde_json::from_str::<Json>(&nested(DEPTH + 1)).is_err());
    }

    #[test]
    fn what_no_number_is_becomes_null() {
        use serde::de::value::{Error, F64Deserializer};
        for number in [f64::NAN, f64::INFINITY] {
            let json = Json::deserialize(F64Deserializer::<Error>::new(number));
            assert_eq!(json.unwrap(), Json::Null);
        }
    }

    #[test]
    fn what_json_cannot_say_is_refused_with_what_was_expected() {
        use serde::de::value::{BytesDeserializer, Error};
        let bytes = BytesDeserializer::<Error>::new(b"x");
        let error = Json::deserialize(bytes).unwrap_err().to_string();
        assert!(error.ends_with("expected a JSON value"), "{error}");
    }
}
