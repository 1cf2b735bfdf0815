//! What the host page says, read strictly: a wrong type is told, not guessed.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// The configuration of a widget. Every key is optional; in an update, what is left out stays.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// Base address of the server; empty for the page's own.
    pub endpoint: Option<String>,
    /// The conversation API to speak.
    pub dialect: Option<String>,
    /// Id of the organisation that is meant; empty for the server's first.
    pub organisation: Option<String>,
    /// Bearer token of the reader.
    pub token: Option<String>,
    /// BCP 47 tag of the language; empty for the browser's own.
    pub lang: Option<String>,
    /// Whether the panel is open (messenger).
    pub open: Option<bool>,
}

/// What is wrong with a configuration.
#[derive(Debug)]
pub enum ConfigError {
    /// It is neither an object nor absent.
    NotAnObject,
    /// A key has a value of the wrong type.
    Invalid {
        /// The key.
        key: &'static str,
        /// What its value must be.
        expected: &'static str,
    },
    /// There is no dialect of this name.
    UnknownDialect,
    /// The widget's view was not built.
    NotMounted,
}

impl std::fmt::Display for ConfigError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotAnObject => f.write_str("invalid configuration: not an object"),
            Self::Invalid { key, expected } => {
                f.write_str("invalid configuration: `")?;
                f.write_str(key)?;
                f.write_str("` must be ")?;
                f.write_str(expected)
            }
            Self::UnknownDialect => f.write_str("invalid configuration: unknown `dialect`"),
            Self::NotMounted => f.write_str("the widget could not be built"),
        }
    }
}

impl Config {
    /// Reads a plain object; `null` and `undefined` are an empty one.
    pub(super) fn read(value: JsValue) -> Result<Self, ConfigError> {
        if value.is_null() || value.is_undefined() {
            return Ok(Self::default());
        }
        if !value.is_object() {
            return Err(ConfigError::NotAnObject);
        }
        Ok(Self {
            endpoint: text(&value, "endpoint")?,
            dialect: text(&value, "dialect")?,
            organisation: text(&value, "organisation")?,
            token: text(&value, "token")?,
            lang: text(&value, "lang")?,
            open: flag(&value, "open")?,
        })
    }
}

fn text(config: &JsValue, key: &'static str) -> Result<Option<String>, ConfigError> {
    let Some(value) = member(config, key) else { return Ok(None) };
    value.as_string().map(Some).ok_or(ConfigError::Invalid { key, expected: "a string" })
}

fn flag(config: &JsValue, key: &'static str) -> Result<Option<bool>, ConfigError> {
    let Some(value) = member(config, key) else { return Ok(None) };
    value.as_bool().map(Some).ok_or(ConfigError::Invalid { key, expected: "a boolean" })
}

/// A member that is there; one that throws when it is asked for counts as absent.
fn member(config: &JsValue, key: &str) -> Option<JsValue> {
    let value = Reflect::get(config, &JsValue::from_str(key)).ok()?;
    (!value.is_null() && !value.is_undefined()).then_some(value)
}
