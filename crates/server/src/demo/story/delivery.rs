//! How far messages have come.

use std::sync::Arc;

use inbox_model::{Channel, Delivery, Part};

use super::Story;
use crate::demo::beat::Fate;

impl Story<'_> {
    pub(super) fn set_fate(&mut self, fate: Fate) {
        let delivery = match fate {
            Fate::Created => Delivery::Created,
            Fate::Sent => Delivery::Sent,
            Fate::Failed(code) => Delivery::Failed { code: code.into() },
        };
        self.alter_newest(is_outbound, |part| part.delivery = Some(delivery));
    }

    /// E-mail and the phone channels tell how far a message has come; the web page does not, there
    /// the receipts do.
    pub(super) fn settle_deliveries(&mut self) {
        let channel = self.conversation.source.as_ref().map(|source| &source.channel);
        if matches!(channel, None | Some(Channel::Web | Channel::Unknown)) {
            return;
        }
        let contact = self.contact.id.as_ref().and_then(|id| self.conversation.receipt(id));
        let read = contact.map(|receipt| receipt.last_read_part.clone());
        let position = |part: &Arc<Part>| Some(&part.id) == read.as_ref();
        let read_up_to = self.conversation.parts.iter().position(position);
        for (at, part) in self.conversation.parts.iter_mut().enumerate() {
            if is_outbound(part) && part.delivery.is_none() {
                let is_read = read_up_to.is_some_and(|last| at <= last);
                let delivery = if is_read { Delivery::Read } else { Delivery::Delivered };
                Arc::make_mut(part).delivery = Some(delivery);
            }
        }
    }
}

/// Said by the company to the customer.
fn is_outbound(part: &Part) -> bool {
    part.is_spoken() && !part.is_inbound()
}
