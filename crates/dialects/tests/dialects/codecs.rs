//! The five dialects behind one face: what the server writes of a conversation, and what the client
//! makes of it.

use inbox_dialects::crm::{self, Crm};
use inbox_dialects::featurebase::{self, Featurebase};
use inbox_dialects::ids::IdForm;
use inbox_dialects::intercom::{self, Intercom};
use inbox_dialects::stack_auth::{self, StackAuth};
use inbox_dialects::voicebot::{self, Voicebot};
use inbox_dialects::{Audience, Dialect, Response};
use inbox_model::{Conversation, Timestamp};
use serde_json::Value;

/// When answers are written here.
pub(crate) const NOW: Timestamp = Timestamp::from_millis(1_768_057_200_000);

/// One dialect.
pub(crate) struct Codec {
    pub(crate) name: &'static str,
    /// The conversation under the ids by which the client knows it.
    pub(crate) named: fn(&Conversation) -> Conversation,
    /// All that the server answers when a thread is read.
    write: fn(&Conversation) -> Vec<Value>,
    dialect: fn() -> Box<dyn Dialect>,
}

/// All of them, in the order of the docs.
pub(crate) const CODECS: [Codec; 5] = [
    Codec {
        name: "Featurebase",
        named: Conversation::clone,
        write: |one| vec![featurebase::server::write_conversation(one, true, Audience::Company)],
        dialect: || Box::new(Featurebase::new()),
    },
    Codec {
        name: "Stack Auth",
        named: |one| IdForm::UUID.conversation(one),
        write: |one| {
            let named = IdForm::UUID.conversation(one);
            vec![stack_auth::server::write_conversation(&named, true, Audience::Company, NOW)]
        },
        dialect: || Box::new(StackAuth::default()),
    },
    Codec {
        name: "Intercom",
        named: |one| intercom::server::IDS.conversation(one),
        write: |one| {
            let named = intercom::server::IDS.conversation(one);
            vec![intercom::server::write_conversation(&named, true, Audience::Company, NOW)]
        },
        dialect: || Box::new(Intercom::new()),
    },
    Codec {
        name: "Voicebot",
        named: |one| IdForm::NUMBER.conversation(one),
        write: |one| {
            let written = voicebot::server::write_conversation(one, Audience::Company, NOW);
            let messages = voicebot::server::write_messages(one, Audience::Company, NOW);
            vec![voicebot::server::wrapped(written), messages]
        },
        dialect: || Box::new(Voicebot::new()),
    },
    Codec {
        name: "CRM",
        named: super::crm::named,
        write: |one| {
            let written = crm::server::write_conversation(one, true, Audience::Company, NOW);
            vec![written, crm::server::write_messages(one, Audience::Company)]
        },
        dialect: || Box::new(Crm::new()),
    },
];

impl Codec {
    /// The client's side of it.
    pub(crate) fn dialect(&self) -> Box<dyn Dialect> {
        (self.dialect)()
    }

    /// What the client reads of our own server's answers.
    pub(crate) fn through_our_server(&self, conversation: &Conversation) -> Conversation {
        self.read(&(self.write)(conversation))
    }

    /// The same of a server that does not know the extension object, as the vendor's does not.
    pub(crate) fn through_the_vendors_form(&self, conversation: &Conversation) -> Conversation {
        let mut answers = (self.write)(conversation);
        answers.iter_mut().for_each(remove_extension);
        self.read(&answers)
    }

    fn read(&self, answers: &[Value]) -> Conversation {
        let dialect = (self.dialect)();
        let response = |body: &Value| Response { status: 200, body: body.to_string() };
        let (first, more) = answers.split_first().unwrap();
        let mut read = dialect.read_conversation(&response(first)).unwrap();
        for answer in more {
            dialect.read_parts(&mut read, &response(answer)).unwrap();
        }
        read
    }
}

/// Takes our own additions out, wherever they are.
pub(crate) fn remove_extension(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(remove_extension),
        Value::Object(members) => {
            members.remove("inbox");
            members.values_mut().for_each(remove_extension);
        }
        _ => {}
    }
}
