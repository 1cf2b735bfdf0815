//! Deleting a conversation for good: nothing brings it back, so that it goes only when the server has
//! said so.

use std::rc::Rc;

use inbox_dialects::DialectError;
use inbox_model::ConversationId;
use inbox_model::sync::Event;

use crate::net::spawn;

impl super::Engine {
    /// Deletes a conversation, where the system can; `gone` hears that it is.
    pub fn delete(self, conversation: ConversationId, gone: Box<dyn FnOnce()>) {
        self.with(|inner| {
            let Some(request) = inner.dialect.delete(&conversation) else { return };
            let inner = Rc::clone(inner);
            spawn(async move {
                let response = inner.transport.send(&request).await;
                if !inner.alive.get() {
                    return;
                }
                let lost = DialectError::Server { status: 0 };
                let problem = match &response {
                    Ok(response) if response.status < 300 => None,
                    Ok(response) if response.status == 403 => Some("not_allowed".to_owned()),
                    Ok(response) if response.status == 404 => Some("not_found".to_owned()),
                    _ => Some(lost.code().to_owned()),
                };
                if problem.is_some() {
                    return inner.store.problem.set(problem);
                }
                if inner.store.thread.id.get_untracked().as_ref() == Some(&conversation) {
                    inner.open(None);
                }
                inner.reduce(Event::LiveDeleted { id: conversation });
                gone();
            });
        });
    }
}
