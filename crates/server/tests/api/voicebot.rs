//! The Voicebot API over the real router.

mod attacks;
mod conversations;
mod messages;
mod paging;
mod window;

use inbox_dialects::ids::{number_of_conversation, number_of_part, number_of_person};
use inbox_model::conversation::Source;
use inbox_model::handling::ChannelAccount;
use inbox_model::{
    Channel, Command, Content, Conversation, ConversationId, Participant, Timestamp,
};
use inbox_server::clock;
use inbox_server::store::{Act, Write};
use serde_json::Value;

use crate::contract::Contract;
use crate::server::{ANA, Answer, Server};

/// What stands before the vendor's own paths.
pub(crate) const PREFIX: &str = "/voicebot/third-party/v1";

static CONTRACT: Contract = Contract::new("voicebot");

/// Fails where an answer is not what the contract says, or for what is ours `docs/dialects.md`.
pub(crate) fn assert_answer(method: &str, path: &str, answer: &Answer) {
    let body = &answer.body;
    if !path.starts_with("/conversations") {
        // Our own routes beneath every dialect.
        return;
    }
    if answer.status >= 400 {
        assert!(body["message"].is_string(), "{}", answer.text);
        return;
    }
    let segments: Vec<_> = path.split('?').next().unwrap().split('/').skip(1).collect();
    match (method, segments.as_slice()) {
        ("GET", ["conversations", _]) => {
            CONTRACT.assert_valid("/components/schemas/Conversation", &body["data"]);
        }
        ("GET", ["conversations", _, "messages"]) => {
            for message in body["data"].as_array().unwrap() {
                CONTRACT.assert_valid("/components/schemas/Message", message);
            }
        }
        (_, ["conversations", ..]) => {
            CONTRACT.assert_answer(method, path, answer.status, body);
        }
        _ => {}
    }
}

impl Server {
    /// Sends a JSON request to this API.
    pub(crate) async fn vb(&self, token: &str, method: &str, path: &str, body: Value) -> Answer {
        self.own(Some(token), method, &format!("{PREFIX}{path}"), &body, &[]).await
    }

    /// What a write does, committed.
    pub(crate) async fn write(&self, now: Timestamp) -> Write {
        self.app.store().write(&self.organisation, now).await.unwrap()
    }

    /// A command of somebody's, at an instant.
    pub(crate) async fn act(
        &self,
        id: &str,
        actor: &Participant,
        command: Command,
        now: Timestamp,
    ) {
        let mut write = self.write(now).await;
        write.apply(&ConversationId::from(id), None, &[Act::new(actor, command)]).await.unwrap();
        write.finish(None).await.unwrap();
    }

    /// Ana's conversation on `WhatsApp`, begun so many milliseconds ago; the store's id.
    pub(crate) async fn whatsapp_of_ana(&self, ago: i64, in_sync: bool) -> String {
        let now = clock::now().plus(-ago);
        let mut write = self.write(now).await;
        let id = write.new_conversation_id().await.unwrap();
        let mut blank = Conversation::new(id.clone(), now);
        blank.source = Some(Source { channel: Channel::Whatsapp, ..Source::default() });
        blank.handling.account = Some(Box::new(ChannelAccount {
            id: "3".into(),
            channel: Channel::Whatsapp,
            address: "4915223567929".into(),
            name: "Shop".into(),
            in_sync,
        }));
        let contents = vec![Content::text("hello there")];
        write.start(blank, None, Act::new(&ana(), Command::Start { contents })).await.unwrap();
        write.finish(None).await.unwrap();
        id.to_string()
    }
}

/// Ana, as the store knows her.
pub(crate) fn ana() -> Participant {
    Participant::new(inbox_model::ParticipantKind::Customer, ANA).named("Ana")
}

/// The number of a conversation.
pub(crate) fn number(id: &str) -> u64 {
    number_of_conversation(id).unwrap()
}

/// The number of a person or tag.
pub(crate) fn person(id: &str) -> u64 {
    number_of_person(id).unwrap()
}

/// The number of a part.
pub(crate) fn part(conversation: &str, id: &str) -> u64 {
    number_of_part(conversation, id).unwrap()
}

/// A text to be sent.
pub(crate) fn text(content: &str) -> Value {
    serde_json::json!({ "type": "text", "text": { "content": content } })
}
