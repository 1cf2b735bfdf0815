//! The conversation itself.

use inbox_model::conversation::{BotState, Initiator, Preview, ReadReceipt, Source};
use inbox_model::csat::Csat;
use inbox_model::handling::Handling;
use inbox_model::tag::Tag;
use inbox_model::{Channel, Conversation, ParticipantKind, Priority, State};

use super::ratings::request;
use super::{Row, agent, at, base, contact, fields, part};

pub(super) fn rows() -> Vec<Row> {
    let mut rows = fields!(
        base(),
        |whole| Some(whole),
        Conversation {
            id: ["m8n7b6v5c4".into()],
            title: [Some("Order 7".into()), Some(String::new())],
            state: [State::Pending, State::Snoozed, State::Closed],
            snoozed_until: [Some(at(60)), Some(at(90))],
            priority: [Priority::Low, Priority::Normal, Priority::High, Priority::Urgent],
            priority_set_at: [Some(at(2)), Some(at(3))],
            assignee: [Some("bbbbbbbbbbbbbbbbbbbbbbbb".into()), agent().id],
            team: [Some("cccccccccccccccccccccccc".into())],
            brand_id: [Some("dddddddddddddddddddddddd".into())],
            source: [None, Some(Source { channel: Channel::Email, ..Source::default() })],
            created_at: [at(-1), at(-2)],
            updated_at: [at(4), at(5)],
            last_activity_at: [None, Some(at(6))],
            waiting_since: [Some(at(1)), Some(at(2))],
            awaiting_customer_reply: [Some(true), Some(false)],
            bot_state: [
                Some(BotState::Active),
                Some(BotState::HandedOffToHuman),
                Some(BotState::Resolved)
            ],
            bot_state_changed_at: [Some(at(1)), Some(at(2))],
            language: ["de".into(), "ar".into()],
            language_overridden: [true],
            blocked: [true],
            replies_disabled: [Some(true), Some(false)],
            participants: [vec![], vec![contact(), agent()]],
            tags: [vec![tag("VIP")], vec![tag("VIP"), tag("late")]],
            read_receipts: [
                vec![receipt(ParticipantKind::Agent)],
                vec![receipt(ParticipantKind::Bot)]
            ],
            csat: [Csat { summary: Some(request()), ..Csat::default() }.into()],
            custom_attributes: [
                [("plan".to_owned(), "\"pro\"".to_owned())].into_iter().collect(),
                [("seats".to_owned(), "7".to_owned()), ("old".to_owned(), "[true]".to_owned())]
                    .into_iter()
                    .collect(),
            ],
            handling: [Handling { starred: true, ..Handling::default() }.into()],
            parts: [vec![], vec![part("000000001zzzzz", 0, super::parts::note("x"))]],
            preview: [Some(preview(false)), Some(preview(true))],
            unread: [Some(0), Some(1), Some(7)],
            version: [Some(1), Some(9)],
        }
    );
    rows.extend(fields!(
        base(),
        |whole| whole.source.as_mut(),
        Source {
            channel: [
                Channel::Android,
                Channel::Ios,
                Channel::Email,
                Channel::Sms,
                Channel::Whatsapp,
                Channel::Phone,
                Channel::Unknown,
                Channel::Other("pigeon".into()),
            ],
            author: [None, Some(agent())],
            initiated_by: [None, Some(Initiator::Company)],
            markdown: ["*Good* day".into(), String::new()],
            html: ["<p>Hello</p>".into(), "<p>Something else</p>".into()],
            subject: [Some("Order 7".into())],
            url: [Some("https://shop.example/cart".into())],
        }
    ));
    let with_tag = || Conversation { tags: vec![tag("VIP")], ..base() };
    rows.extend(fields!(
        with_tag(),
        |whole| whole.tags.first_mut(),
        Tag { id: ["eeeeeeeeeeeeeeeeeeeeeeee".into()], name: ["late".into()] }
    ));
    let read = vec![receipt(ParticipantKind::Agent)];
    let with_receipt = || Conversation { read_receipts: read.clone(), ..base() };
    rows.extend(fields!(
        with_receipt(),
        |whole| whole.read_receipts.first_mut(),
        ReadReceipt {
            participant: ["bbbbbbbbbbbbbbbbbbbbbbbb".into()],
            kind: [ParticipantKind::Customer, ParticipantKind::Lead, ParticipantKind::Guest],
            last_read_part: ["000000001zzzzz".into()],
        }
    ));
    let with_preview = || Conversation { preview: Some(preview(false)), ..base() };
    rows.extend(fields!(
        with_preview(),
        |whole| whole.preview.as_mut(),
        Preview {
            part_id: ["000000001zzzzz".into()],
            text: ["Something else".into()],
            author: [None, Some(contact())],
            at: [at(2)],
            content: [Some("image".into())],
            note: [true],
        }
    ));
    rows
}

pub(super) fn tag(name: &str) -> Tag {
    let id = format!("{name:7>24}");
    Tag { id: id.replace(|c: char| !c.is_ascii_hexdigit(), "0").into(), name: name.into() }
}

fn receipt(kind: ParticipantKind) -> ReadReceipt {
    let participant = "aaaaaaaaaaaaaaaaaaaaaaaa".into();
    ReadReceipt { participant, kind, last_read_part: "000000002zzzzz".into() }
}

fn preview(note: bool) -> Preview {
    Preview {
        part_id: "000000002zzzzz".into(),
        text: "Hi".into(),
        author: Some(agent()),
        at: at(1),
        content: None,
        note,
    }
}
