//! The contract.

use serde_json::Value;

use crate::contract::{Contract, Example};

static CONTRACT: Contract = Contract::new("intercom");

pub(crate) fn examples() -> Vec<Example> {
    CONTRACT.examples()
}

pub(crate) fn assert_component(name: &str, value: &Value) {
    CONTRACT.assert_component(name, value);
}

pub(crate) fn assert_request(operation: &str, body: &Value) {
    CONTRACT.assert_request(operation, body);
}

pub(crate) fn assert_response(operation: &str, status: u16, body: &Value) {
    CONTRACT.assert_response(operation, status, body);
}

pub(crate) fn operation_at(method: &str, path: &str) -> String {
    CONTRACT.operation_at(method, path)
}
