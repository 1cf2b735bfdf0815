//! What a customer may see of a conversation, as a conversation.
