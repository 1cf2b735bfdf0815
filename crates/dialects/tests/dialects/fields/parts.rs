//! Parts: what is told of each, and their kinds.

use inbox_model::csat::CsatRequest;
use inbox_model::part::{Call, Form, FormField, Message, QuickReply};
use inbox_model::suggestion::{Suggestion, SuggestionStatus};
use inbox_model::tag::TagApplication;
use inbox_model::tracking::{Seen, Tracking};
use inbox_model::{Channel, Content, Conversation, Delivery, Event, Part, PartBody, State};

use super::ratings::request;
use super::{Row, agent, at, base, contact, fields, kinds, last, of, with_body};

pub(super) fn rows() -> Vec<Row> {
    let mut rows = fields!(
        base(),
        last,
        Part {
            id: ["000000003zzzzz".into()],
            body: [PartBody::Message(Message::text("**Good** day")), note("x")],
            author: [None, Some(contact())],
            created_at: [at(2), at(3)],
            updated_at: [at(2), at(3)],
            channel: [
                Some(Channel::Web),
                Some(Channel::Email),
                Some(Channel::Sms),
                Some(Channel::Whatsapp)
            ],
            redacted: [true],
            tag_applications: [vec![application()]],
            command_id: [Some("c1".into())],
            delivery: [
                Some(Delivery::Created),
                Some(Delivery::Sent),
                Some(Delivery::Delivered),
                Some(Delivery::Read),
                Some(Delivery::Failed { code: "131047".into() }),
            ],
            tracking: [Tracking { external_id: Some("x1".into()), ..Tracking::default() }],
        }
    );
    let mut ways = fields!(
        base(),
        |whole| Some(&mut last(whole)?.tracking),
        Tracking {
            external_id: [Some("x1".into())],
            subject: [Some("Order 7".into())],
            delivery_info: [Some("Number unknown".into())],
            delivery_at: [Some(at(2))],
            seen_by: [vec![Seen { agent: "aaaaaaaaaaaaaaaaaaaaaaaa".into(), at: at(2) }]],
            reply_to: [Some("000000001zzzzz".into())],
            company_reaction: [Some("👍".into())],
            contact_reaction: [Some("❤️".into())],
            campaign: [Some("42".into())],
        }
    );
    // What a channel says of a message, it says of one that has failed.
    for way in ways.iter_mut().filter(|way| way.field.starts_with("delivery_")) {
        for sample in &mut way.samples {
            let failed = Delivery::Failed { code: "131047".into() };
            last(sample).unwrap().delivery = Some(failed);
        }
    }
    of(&mut ways, "delivery_at").also(|sent| last(sent).unwrap().delivery = Some(Delivery::Sent));
    rows.extend(ways);
    let seen = Seen { agent: "aaaaaaaaaaaaaaaaaaaaaaaa".into(), at: at(2) };
    let seen = || tracked(Tracking { seen_by: vec![seen.clone()], ..Tracking::default() });
    rows.extend(fields!(
        seen(),
        |whole| last(whole)?.tracking.seen_by.first_mut(),
        Seen { agent: ["bbbbbbbbbbbbbbbbbbbbbbbb".into()], at: [at(3)] }
    ));
    let tagged = || {
        let mut tagged = base();
        last(&mut tagged).unwrap().tag_applications = vec![application()];
        tagged
    };
    rows.extend(fields!(
        tagged(),
        |whole| last(whole)?.tag_applications.first_mut(),
        TagApplication {
            tag_id: ["eeeeeeeeeeeeeeeeeeeeeeee".into()],
            name: [None, Some("late".into())],
            applied_at: [at(3)],
            applied_by: [None, Some(contact())],
            removed_at: [Some(at(4))],
            removed_by: [Some(agent())],
        }
    ));
    rows.extend(bodies());
    rows
}

fn bodies() -> Vec<Row> {
    let mut rows = kinds!("PartBody", with_body, |whole| Some(&whole.parts.last()?.body), PartBody;
        "Message": PartBody::Message(_) => [PartBody::Message(Message::text("x"))],
        "Note": PartBody::Note(_) => [note("x")],
        "Suggestion": PartBody::Suggestion(_) => [suggestion(), settled()],
        "Call": PartBody::Call(_) => [call()],
        "Event": PartBody::Event(_) => [
            PartBody::Event(Event::StateChanged { state: State::Closed, snoozed_until: None }),
            PartBody::Event(Event::Assigned { agent: agent().id, team: None, by: None }),
            PartBody::Event(Event::Other { name: "eclipse".into(), data: "{}".into() }),
        ],
        "Form": PartBody::Form(_) => [form()],
        "FormCompleted": PartBody::FormCompleted => [PartBody::FormCompleted],
        "QuickReplies": PartBody::QuickReplies { .. } => [options()],
        "QuickReplyChosen": PartBody::QuickReplyChosen { .. } => [chosen("Yes")],
        "RatingRequested": PartBody::RatingRequested(_) => [PartBody::RatingRequested(request())],
        "RatingSubmitted": PartBody::RatingSubmitted(_) => [
            PartBody::RatingSubmitted(request()),
            PartBody::RatingSubmitted(CsatRequest { score: None, ..request() }),
        ],
    );
    rows.extend(fields!(
        base(),
        |whole| message(whole),
        Message {
            contents: [
                vec![Content::text("*Good* day")],
                vec![Content::text("a"), Content::text("b")]
            ],
            html: [Some("<p>Hi</p>".into()), Some("<p>Something else</p>".into())],
            email: [true],
        }
    ));
    rows.extend(fields!(
        with_body(suggestion()),
        |whole| draft(whole),
        Suggestion {
            message: [
                Message::text("Good day"),
                Message::new(vec![Content::text("a"), Content::text("b")])
            ],
            status: [
                SuggestionStatus::Sent("000000001zzzzz".into()),
                SuggestionStatus::Replaced("000000001zzzzz".into()),
                SuggestionStatus::Dismissed,
            ],
            based_on: [Some("000000001zzzzz".into())],
        }
    ));
    rows.extend(fields!(
        with_body(call()),
        |whole| called(whole),
        Call {
            inbound: [false],
            duration_ms: [0, 61_234],
            summary: [None, Some("They ask for it.".into())],
            recording_url: [Some("https://phone.example/7".into())],
        }
    ));
    rows.extend(fields!(
        with_body(form()),
        |whole| asked(whole),
        Form { id: ["f2".into()], fields: [vec![field(), field()], vec![]] }
    ));
    rows.extend(fields!(
        with_body(form()),
        |whole| asked(whole)?.fields.first_mut(),
        FormField { identifier: ["b".into()], name: ["Last name".into()], kind: ["number".into()] }
    ));
    rows.extend(fields!(
        with_body(options()),
        |whole| offered(whole),
        QuickReply { id: ["q2".into()], text: ["No".into()] }
    ));
    rows
}

fn message(whole: &mut Conversation) -> Option<&mut Message> {
    match &mut last(whole)?.body {
        PartBody::Message(message) => Some(message),
        _ => None,
    }
}

fn draft(whole: &mut Conversation) -> Option<&mut Suggestion> {
    match &mut last(whole)?.body {
        PartBody::Suggestion(suggestion) => Some(suggestion),
        _ => None,
    }
}

fn called(whole: &mut Conversation) -> Option<&mut Call> {
    match &mut last(whole)?.body {
        PartBody::Call(call) => Some(call),
        _ => None,
    }
}

fn asked(whole: &mut Conversation) -> Option<&mut Form> {
    match &mut last(whole)?.body {
        PartBody::Form(form) => Some(form),
        _ => None,
    }
}

fn offered(whole: &mut Conversation) -> Option<&mut QuickReply> {
    match &mut last(whole)?.body {
        PartBody::QuickReplies { options } => options.first_mut(),
        _ => None,
    }
}

pub(super) fn note(text: &str) -> PartBody {
    PartBody::Note(Message::text(text))
}

fn suggestion() -> PartBody {
    PartBody::Suggestion(Suggestion {
        message: Message::text("Hello!"),
        status: SuggestionStatus::Pending,
        based_on: None,
    })
}

fn settled() -> PartBody {
    PartBody::Suggestion(Suggestion {
        message: Message::text("Hello!"),
        status: SuggestionStatus::Dismissed,
        based_on: None,
    })
}

fn call() -> PartBody {
    PartBody::Call(Call {
        inbound: true,
        duration_ms: 60_000,
        summary: Some("They want it.".into()),
        recording_url: None,
    })
}

fn form() -> PartBody {
    PartBody::Form(Form { id: "f1".into(), fields: vec![field()] })
}

fn field() -> FormField {
    FormField { identifier: "a".into(), name: "Name".into(), kind: "text".into() }
}

fn options() -> PartBody {
    PartBody::QuickReplies { options: vec![QuickReply { id: "q1".into(), text: "Yes".into() }] }
}

fn chosen(text: &str) -> PartBody {
    PartBody::QuickReplyChosen { option_id: "q1".into(), text: text.into() }
}

fn application() -> TagApplication {
    TagApplication {
        tag_id: "dddddddddddddddddddddddd".into(),
        name: Some("VIP".into()),
        applied_at: at(2),
        applied_by: Some(agent()),
        removed_at: None,
        removed_by: None,
    }
}

fn tracked(tracking: Tracking) -> Conversation {
    let mut tracked = base();
    last(&mut tracked).unwrap().tracking = tracking;
    tracked
}
