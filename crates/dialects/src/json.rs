//! Tolerant reading of JSON.
