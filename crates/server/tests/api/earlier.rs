//! What lies before the newest parts of a thread, beneath every dialect, in its ids.

use inbox_dialects::earlier;
use inbox_dialects::ids::IdForm;
use inbox_dialects::{Method, Response};
use inbox_model::command::Envelope;
use inbox_model::{Command, Content, ConversationId, Part, PartId};
use inbox_model::{Participant, ParticipantKind};
use inbox_server::store::Act;
use serde_json::Value;

use crate::server::{ADA, ANA, Server};

/// More than two of the stretches that are told at once, beside the first message.
const SAID: usize = 2 * earlier::AT_MOST + 31;
/// Every so manieth is a note.
const NOTES: usize = 10;

/// A long thread: its id, and what was said in it.
async fn long(server: &Server) -> ConversationId {
    let id = ConversationId::from(server.conversation_of_ana().await);
    let ada = Participant::new(ParticipantKind::Agent, ADA);
    let ana = Participant::new(ParticipantKind::Customer, ANA);
    let act = |at: usize| {
        let contents = vec![Content::text(format!("{at}"))];
        if at.is_multiple_of(NOTES) {
            return Act::new(&ada, Command::Note { contents });
        }
        let reply = Command::Reply { contents, envelope: Envelope::default() };
        Act::new(&ana, reply)
    };
    let acts: Vec<Act> = (0..SAID).map(act).collect();
    let mut write =
        server.app.store().write(&server.organisation, inbox_server::clock::now()).await.unwrap();
    write.apply(&id, None, &acts).await.unwrap();
    write.finish(None).await.unwrap();
    id
}

/// One stretch, as a client reads it.
async fn stretch(
    server: &Server,
    token: &str,
    prefix: &str,
    conversation: &ConversationId,
    before: &PartId,
) -> Result<earlier::Earlier, String> {
    let asked = earlier::request(conversation, before);
    assert_eq!(asked.method, Method::Get);
    let path = format!("{prefix}{}", asked.path);
    let answer = server.own(Some(token), "GET", &path, &Value::Null, &[]).await;
    let response = Response { status: answer.status, body: answer.text };
    earlier::read(&response).map_err(|error| error.code().to_owned())
}

fn words_of(part: &std::sync::Arc<Part>) -> String {
    part.markdown().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_long_thread_is_read_back_to_its_beginning_in_every_dialect() {
    let server = Server::new().await;
    let id = long(&server).await;
    let read = server.app.store().conversation(&server.agent(ADA), &id).await.unwrap().unwrap();
    assert_eq!(read.parts.len(), earlier::AT_MOST);
    for (prefix, ids) in [
        ("", IdForm::OWN),
        ("/featurebase", IdForm::OWN),
        ("/intercom", IdForm::OWN),
        ("/stack-auth/api/v1", IdForm::UUID),
        ("/crm/api/v1", IdForm::UUID),
        ("/voicebot/third-party/v1", IdForm::NUMBER),
    ] {
        let named = ids.conversation(&read);
        for (token, sees_notes) in [(&server.ada, true), (&server.ana, false)] {
            let mut said: Vec<String> = Vec::new();
            let mut before = named.parts.first().unwrap().id.clone();
            let mut stretches = Vec::new();
            loop {
                let told = stretch(&server, token, prefix, &named.id, &before).await.unwrap();
                stretches.push(told.parts.len());
                said.splice(0..0, told.parts.iter().map(words_of));
                let Some(first) = told.parts.first().filter(|_| told.more) else { break };
                before = first.id.clone();
            }
            let first = SAID - earlier::AT_MOST;
            let seen = (0..first).filter(|at| sees_notes || !at.is_multiple_of(NOTES));
            let expected = ["hello there".to_owned()].into_iter();
            let expected: Vec<String> = expected.chain(seen.map(|at| at.to_string())).collect();
            assert_eq!(said, expected, "{prefix} {sees_notes}");
            let whole = if sees_notes { vec![500, 32] } else { vec![478] };
            assert_eq!(stretches, whole, "{prefix}");
        }
    }
}

#[tokio::test]
async fn nobody_reads_on_where_they_may_not_read() {
    let server = Server::new().await;
    let id = long(&server).await;
    let read = server.app.store().conversation(&server.agent(ADA), &id).await.unwrap().unwrap();
    let note = read.parts.iter().find(|part| !part.is_public()).unwrap();
    let reply = read.parts.iter().find(|part| part.is_public()).unwrap();
    let other = ConversationId::from(server.conversation_of_ana().await);
    let told = async |token: &str, conversation: &ConversationId, before: &PartId| {
        stretch(&server, token, "", conversation, before).await.map(|told| told.parts.len())
    };
    let missing = Err("not_found".to_owned());
    assert!(told(&server.ana, &id, &reply.id).await.is_ok());
    // A note is not to be told from what does not exist.
    assert_eq!(told(&server.ana, &id, &note.id).await, missing);
    assert_eq!(told(&server.leo, &id, &reply.id).await, missing);
    assert_eq!(told(&server.ada, &other, &reply.id).await, missing);
    for nonsense in ["no", "%", "_", "' OR 1=1 --", "zzzzzzzzzzzz"] {
        assert_eq!(told(&server.ada, &id, &nonsense.into()).await, missing, "{nonsense}");
    }
}
