//! CRM.

mod encode;
mod errors;
mod privacy;
mod read;
mod requests;
mod robust;
mod round_trip;
mod views;

use inbox_dialects::Response;
use serde_json::Value;

use crate::contract::Contract;

static CONTRACT: Contract = Contract::new("crm");

/// 2026-01-10T15:00:00Z, when answers are written here.
const NOW: inbox_model::Timestamp = inbox_model::Timestamp::from_millis(1_768_057_200_000);

pub(crate) use round_trip::comparable as named;

fn ok(body: &Value) -> Response {
    Response { status: 200, body: body.to_string() }
}
