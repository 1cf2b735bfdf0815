//! Answers of servers that are not ours, and requests of clients that are not ours.

use inbox_dialects::crm::{self as crm_api, Crm};
use inbox_dialects::featurebase::{self as featurebase_api, Featurebase};
use inbox_dialects::intercom::{self as intercom_api, Intercom};
use inbox_dialects::stack_auth::{self as stack_auth_api, StackAuth};
use inbox_dialects::voicebot::{self as voicebot_api, Voicebot};
use inbox_dialects::{Dialect, ListQuery, Outcome, Response};
use inbox_model::markdown::preview_text;
use inbox_model::{Command, Conversation};

use crate::choice_and_text;

/// What a client of a dialect reads of any answer; half of the choices are answers that say success.
fn client(dialect: &dyn Dialect, choice: u8, text: &str) {
    let status = [200, 200, 201, 204, 400, 401, 404, 422, 429, 500][usize::from(choice) % 10];
    let response = Response { status, body: text.to_owned() };
    if let Ok(page) = dialect.read_page(&ListQuery::default(), &response) {
        page.conversations.iter().for_each(look);
    }
    if let Ok(mut conversation) = dialect.read_conversation(&response) {
        look(&conversation);
        let _ = dialect.read_parts(&mut conversation, &response);
        look(&conversation);
    }
    let command = Command::Start { contents: Vec::new() };
    match dialect.read_command(&command, &response) {
        Ok(Outcome::Conversation(conversation)) => look(&conversation),
        Ok(Outcome::Part(part)) => _ = preview_text(part.markdown().unwrap_or_default(), 80),
        Ok(Outcome::Done) | Err(_) => {}
    }
    if let Some(views) = dialect.saved_views() {
        let _ = views.read_views(&response);
        let _ = views.read_view_counts(&response);
    }
}

/// What is done with everything that was read.
fn look(conversation: &Conversation) {
    let _ = conversation.activity_at().to_rfc3339();
    let _ = conversation.window_at(conversation.updated_at);
    let _ = conversation.is_overdue_at(conversation.updated_at);
    for part in &conversation.parts {
        let _ = preview_text(part.markdown().unwrap_or_default(), 80);
        let _ = part.touchpoint();
    }
}

/// Featurebase: answers, requests and queries.
pub fn featurebase(data: &[u8]) {
    use featurebase_api::server::{
        read_add_participant, read_attach_tag, read_create, read_detach_tag, read_list,
        read_redact, read_remove_participant, read_reply, read_update,
    };
    let (choice, text) = choice_and_text(data);
    client(&Featurebase::new(), choice, &text);
    let _ = read_create(&text);
    let _ = read_reply(&text);
    let _ = read_update(&text);
    let _ = read_list(&text);
    let _ = read_redact(&text);
    let _ = read_attach_tag(&text);
    let _ = read_detach_tag(&text);
    let _ = read_add_participant(&text);
    let _ = read_remove_participant(&text);
    let _ = inbox_dialects::portable::read_session(&text);
}

/// Intercom: answers, requests and queries.
pub fn intercom(data: &[u8]) {
    use intercom_api::server::{
        read_acting_admin, read_add_contact, read_attach_tag, read_create, read_list,
        read_part_update, read_redact, read_reply, read_update,
    };
    let (choice, text) = choice_and_text(data);
    client(&Intercom::new(), choice, &text);
    let _ = read_create(&text);
    let _ = read_reply(&text);
    let _ = read_list(&text);
    let _ = read_update(&text);
    let _ = read_part_update(&text);
    let _ = read_attach_tag(&text);
    let _ = read_acting_admin(&text);
    let _ = read_add_contact(&text);
    let _ = read_redact(&text);
}

/// Stack Auth: answers, requests and queries.
pub fn stack_auth(data: &[u8]) {
    use stack_auth_api::server::{
        read_conversation_id, read_create, read_list, read_project, read_update,
    };
    let (choice, text) = choice_and_text(data);
    client(&StackAuth::default(), choice, &text);
    let _ = read_conversation_id(&text);
    let _ = read_create(&text);
    let _ = read_list(&text);
    let _ = read_project(&text);
    let _ = read_update(&text);
}

/// The CRM: answers, requests and queries.
pub fn crm(data: &[u8]) {
    use crm_api::server::{
        read_archive, read_assign, read_list, read_open, read_send, read_suggestion, read_views,
    };
    let (choice, text) = choice_and_text(data);
    client(&Crm::new(), choice, &text);
    let _ = read_archive(&text);
    let _ = read_assign(&text);
    let _ = read_list(&text);
    let _ = read_open(&text);
    let _ = read_send(&text);
    let _ = read_suggestion(&text);
    let _ = read_views(&text);
}

/// Voicebot: answers, requests and queries.
pub fn voicebot(data: &[u8]) {
    use voicebot_api::server::{
        read_create_message, read_list, read_mark_read, read_set_reaction, read_update,
    };
    let (choice, text) = choice_and_text(data);
    client(&Voicebot::new(), choice, &text);
    let _ = read_create_message(&text);
    let _ = read_list(&text);
    let _ = read_mark_read(&text);
    let _ = read_set_reaction(&text);
    let _ = read_update(&text);
}
