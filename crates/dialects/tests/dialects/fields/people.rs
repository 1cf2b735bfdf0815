//! People: the contact whose conversation it is, and whoever speaks.

use inbox_model::{Conversation, Participant, ParticipantKind};

use super::{Row, base, called, fields, last, of};

pub(super) fn rows() -> Vec<Row> {
    // Who has begun is told apart from who takes part.
    let alone = || {
        let mut alone = base();
        alone.source = None;
        alone
    };
    let zoe = || Some("b0b0b0b0b0b0b0b0b0b0b0b0".into());
    let contact = fields!(
        alone(),
        |whole| whole.participants.first_mut(),
        Participant {
            id: [zoe()],
            kind: [ParticipantKind::Lead, ParticipantKind::Guest],
            name: [None, Some("Zoe".into())],
            email: [None, Some("zoe@home.example".into())],
            avatar_url: [Some("https://shop.example/zoe.png".into())],
        }
    );
    let at: fn(&mut Conversation) -> Option<&mut Participant> =
        |whole| last(whole)?.author.as_mut();
    let mut author = fields!(
        base(),
        at,
        Participant {
            id: [None, zoe()],
            kind: [
                ParticipantKind::Customer,
                ParticipantKind::Lead,
                ParticipantKind::Guest,
                ParticipantKind::Bot,
                ParticipantKind::Integration,
                ParticipantKind::Workflow,
                ParticipantKind::System,
            ],
            name: [None, Some("Zoe".into())],
            email: [None, Some("zoe@home.example".into()), Some("none".into())],
            avatar_url: [Some("https://shop.example/zoe.png".into())],
        }
    );
    of(&mut author, "id").also(|nobody| {
        last(nobody).unwrap().author.as_mut().unwrap().kind = ParticipantKind::Customer;
    });
    let mut rows = called("Contact", contact);
    rows.extend(called("Author", author));
    rows
}
