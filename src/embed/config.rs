//! What the host page says, read strictly: a wrong type is told, not guessed.

use serde::Deserialize;
use wasm_bindgen::JsValue;

/// The configuration of a widget. Every key is optional; in an update, what is left out stays.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Config {
    /// Base address of the server; empty for the page's own.
    pub endpoint: Option<String>,
    /// The conversation API to speak.
    pub dialect: Option<String>,
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
    /// A key has a value of the wrong type.
    Invalid(String),
    /// There is no dialect of this name.
    UnknownDialect,
    /// The widget's view was not built.
    NotMounted,
}

impl std::fmt::Display for ConfigError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Invalid(what) => write!(f, "invalid configuration: {what}"),
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
        serde_wasm_bindgen::from_value(value)
            .map_err(|problem| ConfigError::Invalid(problem.to_string()))
    }
}
