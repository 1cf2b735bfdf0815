//! What a dialect says that it can do is what it makes requests of, for every command there is.

use inbox_dialects::session::Session;
use inbox_dialects::{Capabilities, Dialect, DialectError, Who};
use inbox_model::command::{Envelope, Readers};
use inbox_model::part::{Call, Delivery};
use inbox_model::reply_window::ReplyWindows;
use inbox_model::tag::Tag;
use inbox_model::{
    Channel, Command, CommandId, Content, Conversation, ConversationId, Media, Participant,
    ParticipantKind, Priority, Timestamp,
};

use crate::codecs::CODECS;

/// Ids that every dialect takes for its own: numbers are texts too.
const CONVERSATION: &str = "7";
const PART: &str = "101";
const AGENT: &str = "8";

/// What says that a command can be given.
#[derive(Clone, Copy)]
enum Told {
    /// Always: every dialect replies.
    Always,
    /// Never: the server and its channels do this by themselves.
    Never,
    /// A capability.
    By(fn(&Capabilities) -> bool),
}
use Told::{Always, By, Never};

struct Row {
    name: &'static str,
    command: Command,
    told: Told,
    /// Dialects in which it is not as the capability says, and why.
    except: &'static [(&'static str, &'static str)],
}

/// Every command, by whoever gives it: `start` is the contact's, all else an agent's. The compiler
/// asks for a row where there is a new one ([`row_of`]).
fn rows() -> Vec<Row> {
    let row = |name, command, told| Row { name, command, told, except: &[] };
    let text = || vec![Content::text("Hi")];
    let tag = || Tag { id: "9".into(), name: "VIP".into() };
    let with = |envelope| Command::Reply { contents: text(), envelope };
    let picture = Content::Image(Media { url: "https://x/i".into(), ..Media::default() });
    let mine = Readers { me: true, ..Readers::default() };
    let by_mail = Envelope { channel: Some(Channel::Email), ..Envelope::default() };
    let answer = Envelope { reply_to: Some(PART.into()), ..Envelope::default() };
    let lead = Participant::new(ParticipantKind::Lead, "5");
    let (to_agent, to_team) = (Some(Some(AGENT.into())), Some(Some("4".into())));
    let attributes = vec![("plan".into(), "\"pro\"".into())];
    let until = Timestamp::from_millis(1_768_057_200_000);
    let sent = Delivery::Sent;
    vec![
        row("start", Command::Start { contents: text() }, By(|can| can.start)),
        row("reply", Command::reply("Hi"), Always),
        row("reply with a picture", Command::reply_of(vec![picture]), By(|can| can.contents)),
        row("reply to a message", with(answer), By(|can| can.reference)),
        row("reply by e-mail", with(by_mail), By(|can| can.channel_choice)),
        row("note", Command::note("n"), By(|can| can.notes)),
        row("assign", Command::Assign { agent: to_agent, team: None }, By(|can| can.assign)),
        row("assign a team", Command::Assign { agent: None, team: to_team }, By(|can| can.teams)),
        row("close", Command::Close, By(|can| can.close)),
        row("reopen", Command::Reopen, By(|can| can.close)),
        row("pend", Command::Pend, By(|can| can.pending)),
        row("in progress", Command::SetInProgress { on: true }, By(|can| can.in_progress)),
        row("snooze", Command::Snooze { until }, By(|can| can.snooze)),
        row("title", Command::SetTitle { title: "T".into() }, By(|can| can.title)),
        row("priority", Command::SetPriority { priority: Priority::High }, By(|can| can.priority)),
        row("attributes", Command::SetAttributes { attributes }, By(|can| can.attributes)),
        row("attach a tag", Command::AttachTag { tag: tag() }, By(|can| can.tags)),
        row("detach a tag", Command::DetachTag { tag: tag() }, By(|can| can.tags)),
        Row {
            except: &[
                ("Featurebase", "tags come and go one by one there, and nobody here sets them all"),
                ("Intercom", "the same"),
            ],
            ..row("tags", Command::SetTags { tags: vec![tag()] }, By(|can| can.tags))
        },
        row("star", Command::SetStarred { on: true }, By(|can| can.star)),
        row("archive", Command::SetArchived { on: true }, By(|can| can.archive)),
        row(
            "add a participant",
            Command::AddParticipant { participant: lead },
            By(|can| can.participants),
        ),
        row(
            "remove a participant",
            Command::RemoveParticipant { participant: "5".into() },
            By(|can| can.participants),
        ),
        row("mark read", Command::MarkRead { readers: mine }, By(|can| can.mark_read)),
        row("mark unread", Command::MarkUnread, By(|can| can.mark_unread)),
        row(
            "mark seen",
            Command::MarkSeen { part: PART.into(), agent: AGENT.into() },
            By(|can| can.seen),
        ),
        row(
            "react",
            Command::React { part: PART.into(), emoji: Some("👍".into()) },
            By(|can| can.react),
        ),
        row("restart", Command::Restart { contents: text() }, By(|can| can.restart)),
        row(
            "send a draft",
            Command::SendSuggestion { part: PART.into(), envelope: Envelope::default() },
            By(|can| can.suggestions),
        ),
        row(
            "dismiss a draft",
            Command::DismissSuggestion { part: PART.into() },
            By(|can| can.suggestions),
        ),
        row("redact", Command::Redact { part: PART.into() }, By(|can| can.redact)),
        row("suggest", Command::Suggest { contents: text() }, Never),
        row("log a call", Command::LogCall { call: Call::default(), external_id: None }, Never),
        Row {
            except: &[("Intercom", "for whoever carries its messages; no desk reports that")],
            ..row(
                "set the delivery",
                Command::SetDelivery { part: PART.into(), delivery: sent, info: None },
                Never,
            )
        },
    ]
}

/// A new command has a row above, and an arm here.
fn row_of(command: &Command) -> &'static str {
    match command {
        Command::Start { .. } => "start",
        Command::Reply { .. } => "reply",
        Command::Note { .. } => "note",
        Command::Assign { .. } => "assign",
        Command::Close => "close",
        Command::Reopen => "reopen",
        Command::Pend => "pend",
        Command::SetInProgress { .. } => "in progress",
        Command::Snooze { .. } => "snooze",
        Command::SetTitle { .. } => "title",
        Command::SetPriority { .. } => "priority",
        Command::SetAttributes { .. } => "attributes",
        Command::AttachTag { .. } => "attach a tag",
        Command::DetachTag { .. } => "detach a tag",
        Command::SetTags { .. } => "tags",
        Command::SetStarred { .. } => "star",
        Command::SetArchived { .. } => "archive",
        Command::AddParticipant { .. } => "add a participant",
        Command::RemoveParticipant { .. } => "remove a participant",
        Command::MarkRead { .. } => "mark read",
        Command::MarkUnread => "mark unread",
        Command::MarkSeen { .. } => "mark seen",
        Command::React { .. } => "react",
        Command::Restart { .. } => "restart",
        Command::SendSuggestion { .. } => "send a draft",
        Command::DismissSuggestion { .. } => "dismiss a draft",
        Command::Redact { .. } => "redact",
        Command::Suggest { .. } => "suggest",
        Command::LogCall { .. } => "log a call",
        Command::SetDelivery { .. } => "set the delivery",
    }
}

/// The request for a command, as the desk and the messenger ask for it.
fn asked(dialect: &dyn Dialect, command: &Command) -> Result<(), DialectError> {
    let is_start = matches!(command, Command::Start { .. });
    let kind = if is_start { ParticipantKind::Customer } else { ParticipantKind::Agent };
    let actor = Participant::new(kind, if is_start { "5" } else { AGENT });
    let conversation = ConversationId::from(CONVERSATION);
    let command_id = CommandId::from("key");
    let who = Who { actor: &actor, conversation: &conversation, command_id: &command_id };
    let mut known = Conversation::new(conversation.clone(), Timestamp::from_millis(0));
    if matches!(command, Command::DetachTag { .. }) {
        known.tags.push(Tag { id: "9".into(), name: "VIP".into() });
    }
    dialect.command_on(&who, &known, command).map(|_| ())
}

#[test]
fn what_can_be_done_is_what_is_said_to_be() {
    let mut wrong = Vec::new();
    for codec in CODECS {
        let dialect = codec.dialect();
        // What comes with signing in is there from then on.
        dialect.signed_in(&Session { seal: Some("5ea1".into()), ..session() });
        let can = dialect.capabilities();
        for Row { name, command, told, except } in rows() {
            let said = match told {
                Always => true,
                Never => false,
                By(capability) => capability(&can),
            };
            let is_exception = except.iter().any(|(dialect, _)| *dialect == codec.name);
            let done = asked(&*dialect, &command);
            if done.is_ok() == (said == is_exception) {
                wrong.push(format!("{} {name}: said {said}, {done:?}", codec.name));
            }
            if let Err(error) = done
                && error != DialectError::Unsupported
            {
                wrong.push(format!("{} {name}: {error:?}", codec.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_command_has_a_row_and_every_exception_a_dialect() {
    let rows = rows();
    for row in &rows {
        let of = row_of(&row.command);
        assert!(rows.iter().any(|one| one.name == of), "{of}");
        assert!(row.name == of || row.name.starts_with(of), "{}: {of}", row.name);
        for (dialect, reason) in row.except {
            assert!(CODECS.iter().any(|codec| codec.name == *dialect) && !reason.is_empty());
        }
    }
}

fn session() -> Session {
    Session {
        me: Participant::new(ParticipantKind::Agent, AGENT),
        agents: Vec::new(),
        teams: Vec::new(),
        tags: Vec::new(),
        workspace: String::new(),
        seal: None,
        expires_at: None,
        reply_windows: ReplyWindows::default(),
        due_soon_minutes: None,
    }
}
