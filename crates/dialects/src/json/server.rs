//! To and from `serde_json`, in which the server writes its answers.

use super::{Map, Value};

impl From<&serde_json::Value> for Value {
    fn from(value: &serde_json::Value) -> Self {
        match value {
            serde_json::Value::Null => Self::Null,
            serde_json::Value::Bool(flag) => Self::Bool(*flag),
            serde_json::Value::Number(number) => {
                Self::Number(super::Number::of_source(&number.to_string()))
            }
            serde_json::Value::String(text) => Self::String(text.clone()),
            serde_json::Value::Array(items) => Self::Array(items.iter().map(Self::from).collect()),
            serde_json::Value::Object(members) => {
                let mut object = Map::default();
                for (name, value) in members {
                    object.set(name, value);
                }
                Self::Object(object)
            }
        }
    }
}

impl From<Value> for serde_json::Value {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(flag) => Self::Bool(flag),
            Value::Number(number) => match (number.as_i64(), number.as_u64()) {
                (Some(whole), _) => whole.into(),
                (None, Some(whole)) => whole.into(),
                (None, None) => number.as_f64().into(),
            },
            Value::String(text) => Self::String(text),
            Value::Array(items) => Self::Array(items.into_iter().map(Self::from).collect()),
            Value::Object(members) => members.into(),
        }
    }
}

impl From<Map> for serde_json::Value {
    fn from(members: Map) -> Self {
        Self::Object(members.into_iter().map(|(name, value)| (name, value.into())).collect())
    }
}
