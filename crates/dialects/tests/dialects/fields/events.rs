//! What happens beside what is said.

use inbox_model::{Event, Part, PartBody, Participant, ParticipantKind, Priority, State};

use super::{Row, agent, at, contact, kinds, last, of, with_body};

/// Rows for all fields of a kind of event: the usual value first.
macro_rules! event {
    ($variant:ident { $($field:ident: [$usual:expr, $($value:expr),+ $(,)?]),+ $(,)? }) => {{
        // A field without a row fails here.
        let usual = || Event::$variant { $($field: $usual),+ };
        vec![$({
            let mut samples = vec![happened(usual())];
            $({
                let (mut event, value) = (usual(), $value);
                if let Event::$variant { $field, .. } = &mut event {
                    *$field = value;
                }
                samples.push(happened(event));
            })+
            Row {
                of: "Event",
                field: concat!(stringify!($variant), ".", stringify!($field)).to_owned(),
                samples,
                is_kind: false,
                shown: Box::new(|conversation| {
                    match conversation.parts.last().map(|part| &part.body) {
                        Some(PartBody::Event(Event::$variant { $field, .. })) => format!("{:?}", $field),
                        _ => "absent".to_owned(),
                    }
                }),
            }
        }),+]
    }};
}

pub(super) fn rows() -> Vec<Row> {
    let mut rows = kinds!("Event", happened, |whole| match &whole.parts.last()?.body {
        PartBody::Event(event) => Some(event),
        _ => None,
    }, Event;
        "Assigned": Event::Assigned { .. } => [
            Event::Assigned { agent: agent().id, team: None, by: None },
            Event::Assigned { agent: None, team: None, by: None },
        ],
        "StateChanged": Event::StateChanged { .. } => [
            Event::StateChanged { state: State::Closed, snoozed_until: None },
            Event::StateChanged { state: State::Pending, snoozed_until: None },
        ],
        "TagChanged": Event::TagChanged { .. } => [tagged(true), tagged(false)],
        "PriorityChanged": Event::PriorityChanged { .. } => [
            Event::PriorityChanged { priority: Priority::High },
            Event::PriorityChanged { priority: Priority::Low },
        ],
        "ParticipantAdded": Event::ParticipantAdded { .. } => [
            Event::ParticipantAdded { participant: contact() },
            Event::ParticipantAdded { participant: Participant { id: None, ..contact() } },
        ],
        "WorkflowWait": Event::WorkflowWait { .. } => [waited("started"), waited("novel")],
        "Other": Event::Other { .. } => [
            Event::Other { name: "eclipse".into(), data: "{\"a\":1}".into() },
            Event::Other { name: "participant_blocked".into(), data: "{}".into() },
        ],
    );
    let mut assigned = event!(Assigned {
        agent: [None, agent().id, Some("bbbbbbbbbbbbbbbbbbbbbbbb".into())],
        team: [None, Some("cccccccccccccccccccccccc".into())],
        by: [None, agent().id],
    });
    of(&mut assigned, "Assigned.team").also(|both| {
        if let Some(Part { body: PartBody::Event(Event::Assigned { agent: to, .. }), .. }) =
            last(both)
        {
            *to = agent().id;
        }
    });
    rows.extend(assigned);
    rows.extend(event!(StateChanged {
        state: [State::Closed, State::Open, State::Pending, State::Snoozed],
        snoozed_until: [None, Some(at(60))],
    }));
    rows.extend(event!(TagChanged {
        added: [true, false],
        tag_id: ["dddddddddddddddddddddddd".into(), "eeeeeeeeeeeeeeeeeeeeeeee".into()],
        name: [Some("VIP".into()), None, Some("late".into())],
        target: [None, Some("000000001zzzzz".into())],
        by: [Some(agent()), None],
        at: [at(1), at(2)],
    }));
    rows.extend(event!(PriorityChanged {
        priority: [
            Priority::High,
            Priority::None,
            Priority::Low,
            Priority::Normal,
            Priority::Urgent
        ],
    }));
    rows.extend(event!(ParticipantAdded {
        participant: [
            contact(),
            agent(),
            Participant { avatar_url: Some("https://shop.example/zoe.png".into()), ..contact() }
        ],
    }));
    rows.extend(event!(WorkflowWait {
        stage: ["started".into(), "finished".into(), "interrupted".into(), "novel".into()],
        at: [at(1), at(2)],
        interrupted_by: [
            None,
            Some(ParticipantKind::Customer),
            Some(ParticipantKind::Agent),
            Some(ParticipantKind::Bot),
        ],
        label: [None, Some("Wait".into())],
        workflow_id: [None, Some("w1".into())],
        workflow_name: [None, Some("Welcome".into())],
    }));
    rows.extend(event!(Other {
        name: ["eclipse".into(), "participant_blocked".into()],
        data: ["{\"a\":1}".into(), "{\"b\":[2]}".into()],
    }));
    rows
}

fn happened(event: Event) -> inbox_model::Conversation {
    with_body(PartBody::Event(event))
}

fn tagged(added: bool) -> Event {
    Event::TagChanged {
        added,
        tag_id: "dddddddddddddddddddddddd".into(),
        name: Some("VIP".into()),
        target: None,
        by: Some(agent()),
        at: at(1),
    }
}

fn waited(stage: &str) -> Event {
    Event::WorkflowWait {
        stage: stage.into(),
        at: at(1),
        interrupted_by: None,
        label: None,
        workflow_id: None,
        workflow_name: None,
    }
}
