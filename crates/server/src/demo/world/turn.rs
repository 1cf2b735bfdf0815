//! What can happen in a conversation because of the service that it is held through.

use super::Number;

/// One turn of a story, as a beat of the text tables.
#[derive(Clone, Copy, Debug)]
pub(in crate::demo) enum Turn {
    /// The conversation is held through this number.
    Through(Number),
    /// The customer reacts to the newest message of the company.
    Reacts(&'static str),
    /// The agent in charge reacts to the newest message of the customer.
    AgentReacts(&'static str),
    /// The agent in charge answers the newest message of the customer, referring to it.
    AgentQuotes(&'static str),
    /// The customer answers the newest message of the company, referring to it.
    CustomerQuotes(&'static str),
    /// A campaign of this name begins the conversation.
    Campaign(&'static str, &'static str),
    /// The agent in charge asks, with an approved message, whether to go on.
    Restart(&'static str),
    /// The newest message of the company has failed: code and the service's words.
    Fails(&'static str, &'static str),
}
