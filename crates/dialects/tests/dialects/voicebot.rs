//! Voicebot.

mod commands;
mod contract;
mod encode;
mod errors;
mod examples;
mod privacy;
mod read;
mod requests;
mod robust;
mod round_trip;
mod window;

use std::sync::Arc;

use inbox_model::{Conversation, PartId};
use proptest::prelude::*;

use crate::generate;

/// Any conversation, under ids as our store gives them, so that they have numbers.
pub(crate) fn conversation() -> BoxedStrategy<Conversation> {
    (generate::conversation(), "[1-9a-z][0-9a-z]{9}")
        .prop_map(|(mut conversation, id)| {
            conversation.id = id.into();
            for (index, part) in conversation.parts.iter_mut().enumerate() {
                Arc::make_mut(part).id = PartId::from(format!("{:0>9}zzzzz", index + 1));
            }
            conversation
        })
        .boxed()
}
