//! What the company keeps about a conversation.

use inbox_model::handling::{ChannelAccount, EntryPoint, Handling, Profile};
use inbox_model::reply_window::ReplyWindow;
use inbox_model::sla::Sla;
use inbox_model::{Channel, Conversation, State};

use super::{Row, at, base, fields, of};

pub(super) fn rows() -> Vec<Row> {
    let mut rows = fields!(
        base(),
        |whole| Some(&mut whole.handling),
        Handling {
            in_progress: [true],
            starred: [true],
            archived: [true],
            marked_unread_by: [vec!["aaaaaaaaaaaaaaaaaaaaaaaa".into()]],
            closed_at: [Some(at(2)), Some(at(3))],
            last_inbound_at: [Some(at(0)), Some(at(2))],
            last_outbound_at: [Some(at(1)), Some(at(3))],
            sla: [Sla { next_response_due_at: Some(at(60)), ..Sla::default() }],
            reply_window: [
                Some(window()),
                Some(ReplyWindow { possible: Some(true), ..ReplyWindow::default() }),
            ],
            account: [Some(Box::new(account()))],
            profile: [Some(Box::new(profile()))],
            entry_points: [vec![entry_point()]],
            pending_suggestion: [Some("000000002zzzzz".into())],
        }
    );
    of(&mut rows, "in_progress").also(|closed| closed.state = State::Closed);
    let mut sla = fields!(
        base(),
        |whole| Some(&mut whole.handling.sla),
        Sla {
            first_response_due_at: [Some(at(60)), Some(at(70))],
            first_response_at: [Some(at(1)), Some(at(2))],
            next_response_due_at: [Some(at(60)), Some(at(70))],
        }
    );
    of(&mut sla, "next_response_due_at").also(|closed| closed.state = State::Closed);
    rows.extend(sla);
    let with = |handling: Handling| Conversation { handling: handling.into(), ..base() };
    let windowed = || with(Handling { reply_window: Some(window()), ..Handling::default() });
    rows.extend(fields!(
        windowed(),
        |whole| whole.handling.reply_window.as_mut(),
        ReplyWindow {
            possible: [Some(true), None],
            until: [None, Some(at(2000))],
            customer_must_write: [true],
        }
    ));
    let on = || with(Handling { account: Some(Box::new(account())), ..Handling::default() });
    rows.extend(fields!(
        on(),
        |whole| whole.handling.account.as_deref_mut(),
        ChannelAccount {
            id: ["8".into()],
            channel: [Channel::Web, Channel::Sms],
            address: ["4915223567930".into()],
            name: [String::new(), "Support".into()],
            in_sync: [false],
        }
    ));
    let known = || with(Handling { profile: Some(Box::new(profile())), ..Handling::default() });
    rows.extend(fields!(
        known(),
        |whole| whole.handling.profile.as_deref_mut(),
        Profile {
            id: ["10".into()],
            name: [None, Some("Zoe Y.".into())],
            salutation: [Some("informal".into()), Some("Prof.".into())],
            gender: [Some("female".into()), Some("hologram".into())],
            date_of_birth: [Some("1990-02-03".into()), Some("last year".into())],
            phone: [None, Some("4917012345679".into())],
            email: [None, Some("zoe@home.example".into()), Some("none".into())],
            address: [Some("1 High Street".into()), Some("{\"city\":\"Bath\"}".into())],
            custom: [vec![Some("a".into()), None, Some("c".into())], vec![Some("b".into()); 6]],
            created_at: [Some(at(2)), None],
            updated_at: [Some(at(3)), None],
        }
    ));
    let entered = || with(Handling { entry_points: vec![entry_point()], ..Handling::default() });
    rows.extend(fields!(
        entered(),
        |whole| whole.handling.entry_points.first_mut(),
        EntryPoint {
            id: ["000000001zzzzz".into()],
            channel: ["email".into()],
            adapter: ["resend".into()],
            external_id: [Some("m-7".into())],
            is_origin: [false],
            metadata: [Some("{\"a\":1}".into())],
            created_at: [at(2)],
            updated_at: [at(3)],
        }
    ));
    rows
}

fn window() -> ReplyWindow {
    ReplyWindow { possible: Some(false), until: Some(at(1000)), customer_must_write: false }
}

fn account() -> ChannelAccount {
    ChannelAccount {
        id: "7".into(),
        channel: Channel::Whatsapp,
        address: "4915223567929".into(),
        name: "Shop".into(),
        in_sync: true,
    }
}

fn profile() -> Profile {
    Profile {
        id: "9".into(),
        name: Some("Ana X.".into()),
        phone: Some("4917012345678".into()),
        email: Some("ana@home.example".into()),
        created_at: Some(at(0)),
        updated_at: Some(at(1)),
        ..Profile::default()
    }
}

fn entry_point() -> EntryPoint {
    EntryPoint {
        id: "000000002zzzzz".into(),
        channel: "chat".into(),
        adapter: "widget".into(),
        external_id: None,
        is_origin: true,
        metadata: None,
        created_at: at(0),
        updated_at: at(1),
    }
}
