//! One check for each way by which strangers' bytes come in: none of them may panic, run for ever,
//! or break what is promised of the result. The fuzzer calls them (`npm run fuzz`), and a test calls
//! them with every input that once went wrong (`fuzz/found/`).

mod dialects;
mod markdown;
mod search;
mod validation;

pub use dialects::{crm, featurebase, intercom, stack_auth, voicebot};
pub use markdown::markdown;
pub use search::search;
pub use validation::validation;

/// A check.
pub type Check = fn(&[u8]);

/// All checks by the names of their targets.
pub const CHECKS: &[(&str, Check)] = &[
    ("markdown", markdown),
    ("featurebase", featurebase),
    ("intercom", intercom),
    ("stack_auth", stack_auth),
    ("crm", crm),
    ("voicebot", voicebot),
    ("search", search),
    ("validation", validation),
];

/// The bytes as a text, and the first of them, to choose by.
fn choice_and_text(data: &[u8]) -> (u8, String) {
    let (choice, rest) = data.split_first().map_or((0, data), |(first, rest)| (*first, rest));
    (choice, String::from_utf8_lossy(rest).into_owned())
}
