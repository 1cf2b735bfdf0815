//! The company's numbers with the service.

use inbox_model::Channel;
use inbox_model::handling::ChannelAccount;

/// A number. Both lie in a range that is kept free for fiction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::demo) enum Number {
    /// The one in use.
    Shop,
    /// The one before it, which is no longer connected: what is sent through it fails.
    Old,
}

impl Number {
    /// As a conversation has it.
    pub(in crate::demo) fn account(self) -> ChannelAccount {
        let (id, address, name, in_sync) = match self {
            Self::Shop => ("71002", "447700900142", "Fjord & Fern", true),
            Self::Old => ("71001", "447700900017", "Fjord & Fern (old number)", false),
        };
        ChannelAccount {
            id: id.to_owned(),
            channel: Channel::Whatsapp,
            address: address.to_owned(),
            name: name.to_owned(),
            in_sync,
        }
    }
}
