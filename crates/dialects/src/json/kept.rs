//! Values that the model keeps without understanding them.

use inbox_model::view::Json;

use super::{Map, Number, Value};

impl From<&Value> for Json {
    fn from(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(flag) => Self::Bool(*flag),
            Value::Number(number) => Self::Number(number.as_str().to_owned()),
            Value::String(text) => Self::Text(text.clone()),
            Value::Array(items) => Self::List(items.iter().map(Self::from).collect()),
            Value::Object(members) => Self::from(members),
        }
    }
}

impl From<&Map> for Json {
    fn from(members: &Map) -> Self {
        let members = members.iter();
        Self::Object(members.map(|(name, value)| (name.clone(), value.into())).collect())
    }
}

impl From<Json> for Value {
    fn from(json: Json) -> Self {
        match json {
            Json::Null => Self::Null,
            Json::Bool(flag) => Self::Bool(flag),
            Json::Number(text) => Self::Number(Number::of_source(&text)),
            Json::Text(text) => Self::String(text),
            Json::List(items) => Self::Array(items.into_iter().map(Self::from).collect()),
            Json::Object(members) => {
                let mut object = Map::default();
                for (name, value) in members {
                    object.push(name, value.into());
                }
                Self::Object(object)
            }
        }
    }
}
