//! Carrying out what the reducer asks for.

use std::rc::Rc;

use inbox_dialects::portable::write_entry;
use inbox_dialects::{DialectError, Outcome, Request, Who};
use inbox_model::sync::{Answer, Effect, Event};
use inbox_model::{Command, CommandId, Conversation, ConversationId};

use super::super::clock::random_below;
use super::super::lists::ListFilter;
use super::super::storage::Drawer;
use super::super::store::Loading;
use super::Inner;
use super::outside;
use super::start::person;
use crate::net::spawn;

/// Carries out effects in their order. What is to be kept on the device is there before what
/// depends on it leaves.
pub(super) fn perform(inner: &Rc<Inner>, effects: Vec<Effect>) {
    let mut keep = Vec::new();
    let mut send = Vec::new();
    let mut list_changed = false;
    let person = inner.inbox.borrow().as_ref().map(|inbox| person(inbox.me())).unwrap_or_default();
    #[cfg(feature = "desk")]
    let key = |id: &CommandId| inner.tab.key(&person, id.as_str());
    #[cfg(not(feature = "desk"))]
    let key = |id: &CommandId| [person.as_str(), id.as_str()].concat();
    for effect in effects {
        match effect {
            Effect::Save(entry) => {
                keep.push((key(&entry.command_id), Some(write_entry(&entry))));
            }
            Effect::Forget(command_id) => keep.push((key(&command_id), None)),
            Effect::Send { command_id, conversation, command } => {
                send.push((command_id, conversation, command));
            }
            #[cfg(feature = "desk")]
            Effect::Look { command_id, conversation, since } => {
                look(inner, command_id, conversation, since);
            }
            Effect::Fetch { id } => fetch(inner, id),
            Effect::List => reload(inner),
            Effect::Changed(id) => {
                inner.refresh(&id);
                #[cfg(feature = "desk")]
                super::colleagues::meet(inner, &id);
                list_changed = true;
            }
            Effect::Renamed { from, to } => renamed(inner, &from, &to),
            Effect::Gone(id) => {
                inner.forget(&id);
                list_changed = true;
            }
            Effect::ListChanged => list_changed = true,
            #[cfg(feature = "desk")]
            Effect::OutboxChanged => inner.refresh_held(),
            #[cfg(not(feature = "desk"))]
            Effect::OutboxChanged => {}
            Effect::ConnectionChanged => inner.refresh_connection(),
        }
    }
    if list_changed {
        #[cfg(not(feature = "desk"))]
        inner.refresh_list();
        #[cfg(feature = "desk")]
        super::moved::follow(inner);
        #[cfg(feature = "desk")]
        super::views::count_soon(inner);
    }
    if !keep.is_empty() || !send.is_empty() {
        inner.batches.borrow_mut().push_back(Batch { keep, send });
        if !inner.draining.replace(true) {
            spawn(drain(Rc::clone(inner)));
        }
    }
}

/// What one event leads to on the device and on the wire.
pub(super) struct Batch {
    /// Keys in the outbox's drawer, and what to keep there; nothing removes.
    keep: Vec<(String, Option<String>)>,
    send: Vec<(CommandId, ConversationId, Command)>,
}

/// One batch after the other, so that what is kept is kept in the order in which it happened; the
/// requests of a batch leave when it is on the device, and nobody waits for their answers.
async fn drain(inner: Rc<Inner>) {
    loop {
        let next = inner.batches.borrow_mut().pop_front();
        let Some(Batch { keep, send }) = next else { break };
        persist(&inner, keep).await;
        for (command_id, conversation, command) in send {
            let inner = Rc::clone(&inner);
            spawn(async move { deliver(&inner, command_id, conversation, command).await });
        }
    }
    inner.draining.set(false);
}

async fn persist(inner: &Inner, keep: Vec<(String, Option<String>)>) {
    let Some(storage) = inner.storage.get().cloned() else { return };
    for (key, json) in keep {
        match json {
            Some(json) => storage.put(Drawer::Outbox, &key, &json).await,
            None => storage.remove(Drawer::Outbox, &key).await,
        }
    }
}

async fn deliver(
    inner: &Rc<Inner>,
    command_id: CommandId,
    conversation: ConversationId,
    command: Command,
) {
    let Some(actor) = inner.inbox.borrow().as_ref().map(|inbox| inbox.me().clone()) else { return };
    let who = Who { actor: &actor, conversation: &conversation, command_id: &command_id };
    let outcome = match request(inner, &who, &command) {
        Ok(request) => {
            let Ok(response) = inner.transport.send(&request).await else {
                outside::unanswered(inner);
                return undelivered(inner, command_id);
            };
            inner.dialect.read_command(&command, &response)
        }
        Err(error) => Err(error),
    };
    if !inner.alive.get() {
        return;
    }
    match outcome {
        Ok(outcome) => {
            if command.is_spoken() {
                let id = inner.inbox.borrow().as_ref().map(|inbox| inbox.resolve(&conversation));
                let id = id.unwrap_or(conversation);
                (inner.emit)("message-sent", &[("conversationId", id.as_str())]);
            }
            let outcome = match outcome {
                Outcome::Conversation(conversation) => Answer::Conversation(conversation),
                Outcome::Part(part) => Answer::Part(part),
                Outcome::Done => Answer::Done,
            };
            inner.reduce(Event::Answered { command_id, outcome });
        }
        Err(error) if error.is_transient() => undelivered(inner, command_id),
        Err(DialectError::Unauthenticated) => {
            // What was written is kept and goes out after the next sign-in.
            inner.signed_out();
            undelivered(inner, command_id);
        }
        Err(error) => {
            let code = error.code().to_owned();
            if command.is_spoken() {
                (inner.emit)("message-failed", &[("code", &code)]);
            } else {
                inner.store.problem.set(Some(code.clone()));
            }
            inner.reduce(Event::Refused { command_id, code });
        }
    }
}

/// The request that carries out a command. The company's may have to say what is to stay.
fn request(inner: &Inner, who: &Who<'_>, command: &Command) -> Result<Request, DialectError> {
    #[cfg(feature = "desk")]
    {
        let inbox = inner.inbox.borrow();
        let known = inbox.as_ref().and_then(|inbox| inbox.conversation(who.conversation));
        if let Some(known) = known {
            return inner.dialect.command_on(who, &known, command);
        }
    }
    inner.dialect.command(who, command)
}

fn undelivered(inner: &Rc<Inner>, command_id: CommandId) {
    inner.reduce(Event::Undelivered { command_id, jitter: random_below(1_001) });
}

/// Reads a conversation.
pub(super) fn fetch(inner: &Rc<Inner>, id: ConversationId) {
    let inner = Rc::clone(inner);
    spawn(async move {
        let answer = whole(&inner, &id).await;
        if !inner.alive.get() {
            return;
        }
        match answer {
            Ok(conversation) => {
                inner.reduce(Event::Fetched { conversation: Box::new(conversation) });
            }
            Err(error) => {
                if error == DialectError::Unauthenticated {
                    inner.signed_out();
                }
                inner.thread_failed(&id, error.code());
                let gone = matches!(error, DialectError::NotFound { .. });
                inner.reduce(Event::FetchFailed { id, gone });
            }
        }
    });
}

/// Looks whether a message has arrived: in its conversation, or in those that have begun since.
#[cfg(feature = "desk")]
fn look(
    inner: &Rc<Inner>,
    command_id: CommandId,
    conversation: ConversationId,
    since: inbox_model::Timestamp,
) {
    let inner = Rc::clone(inner);
    spawn(async move {
        let found = looked(&inner, &conversation, since).await;
        if !inner.alive.get() {
            return;
        }
        match found {
            Ok(conversations) => inner.reduce(Event::Looked { command_id, conversations }),
            Err(DialectError::NotFound { .. }) if !conversation.is_provisional() => {
                inner.reduce(Event::FetchFailed { id: conversation, gone: true });
            }
            Err(_) => undelivered(&inner, command_id),
        }
    });
}

#[cfg(feature = "desk")]
async fn looked(
    inner: &Inner,
    id: &ConversationId,
    since: inbox_model::Timestamp,
) -> Result<Vec<Conversation>, DialectError> {
    let mut ids = vec![id.clone()];
    if id.is_provisional() {
        let query = inbox_dialects::ListQuery::default();
        let response = inner.transport.send(&inner.dialect.list(&query)).await;
        let response = response.map_err(|_| DialectError::Server { status: 0 })?;
        let page = inner.dialect.read_page(&query, &response)?;
        let begun = page.conversations.into_iter().filter(|one| one.created_at > since);
        ids = begun.map(|one| one.id).collect();
    }
    let mut conversations = Vec::new();
    for id in &ids {
        conversations.push(whole(inner, id).await?);
    }
    Ok(conversations)
}

/// A conversation with its parts, which some systems tell apart.
async fn whole(inner: &Inner, id: &ConversationId) -> Result<Conversation, DialectError> {
    let lost = |_| DialectError::Server { status: 0 };
    let dialect = &inner.dialect;
    let response = inner.transport.send(&dialect.conversation(id)).await.map_err(lost)?;
    let mut conversation = dialect.read_conversation(&response)?;
    if let Some(request) = dialect.parts(id) {
        let response = inner.transport.send(&request).await.map_err(lost)?;
        dialect.read_parts(&mut conversation, &response)?;
    }
    Ok(conversation)
}

fn renamed(inner: &Rc<Inner>, from: &ConversationId, to: &ConversationId) {
    inner.forget(from);
    inner.refresh(to);
    inner.drafts.renamed(from, to);
    if inner.store.thread.id.get_untracked().as_ref() == Some(from) {
        inner.store.thread.id.set(Some(to.clone()));
        inner.reduce(Event::Opened { id: to.clone() });
        inner.refresh_thread();
    }
    (inner.emit)("conversation", &[("id", to.as_str())]);
}

/// Loads the next page of the list in view.
pub(super) fn load_page(inner: &Rc<Inner>) {
    if inner.store.list.get_untracked() == Loading::Loading || inner.progress.borrow().complete {
        return;
    }
    let cursor = inner.progress.borrow().next_cursor.clone();
    page(inner, cursor);
}

/// Reads the list again from the top: something may have been missed.
fn reload(inner: &Rc<Inner>) {
    if inner.store.list.get_untracked() == Loading::Loading {
        inner.reload_list.set(true);
    } else {
        page(inner, None);
    }
}

pub(super) fn page(inner: &Rc<Inner>, cursor: Option<String>) {
    if inner.inbox.borrow().is_none() {
        return;
    }
    let from_the_top = cursor.is_none();
    let filter = inner.filter.borrow().clone();
    let query = filter.query(cursor);
    #[cfg(feature = "desk")]
    let query = inner.order.asking(query, inner.dialect.capabilities().search);
    let request = inner.dialect.list(&query);
    let inner = Rc::clone(inner);
    inner.store.list.set(Loading::Loading);
    spawn(async move {
        let answer = if let Ok(response) = inner.transport.send(&request).await {
            inner.dialect.read_page(&query, &response)
        } else {
            outside::unanswered(&inner);
            Err(DialectError::Server { status: 0 })
        };
        if !inner.alive.get() {
            return;
        }
        let is_current = is_current(&inner, &filter);
        match answer {
            Ok(page) => {
                if is_current {
                    #[cfg(feature = "desk")]
                    if query.search.is_some() {
                        inner.order.found(&page.conversations);
                    }
                    let oldest = page.conversations.last().map(Conversation::activity_at);
                    let mut progress = inner.progress.borrow_mut();
                    // Reading the top again does not make what was read further down unread.
                    if !from_the_top || progress.known_back_to.is_none() {
                        progress.page(oldest, page.next_cursor);
                    }
                    #[cfg(feature = "desk")]
                    let complete = progress.complete && query.search.is_none();
                    drop(progress);
                    inner.store.list.set(Loading::Ready);
                    #[cfg(feature = "desk")]
                    if complete {
                        super::views::complete(&inner, &filter);
                    }
                }
                inner.reduce(Event::Listed { conversations: page.conversations });
                #[cfg(feature = "desk")]
                super::order::search_again(&inner);
                inner.refresh_list();
            }
            Err(error) => {
                if error == DialectError::Unauthenticated {
                    inner.signed_out();
                }
                inner.store.list.set(Loading::Failed(error.code().to_owned()));
            }
        }
        if !is_current {
            #[cfg(feature = "desk")]
            if inner.order.is_typing() {
                return inner.store.list.set(Loading::Loading);
            }
            inner.store.list.set(Loading::Idle);
            #[cfg(feature = "desk")]
            super::order::ask(&inner);
            #[cfg(not(feature = "desk"))]
            load_page(&inner);
        } else if inner.reload_list.take() {
            page(&inner, None);
        }
    });
}

/// Whether an answer is still wanted.
fn is_current(inner: &Inner, asked: &ListFilter) -> bool {
    #[cfg(feature = "desk")]
    {
        inner.order.paging.set(false);
        inner.filter.borrow().clone().unsorted() == asked.clone().unsorted()
    }
    #[cfg(not(feature = "desk"))]
    {
        *inner.filter.borrow() == *asked
    }
}
