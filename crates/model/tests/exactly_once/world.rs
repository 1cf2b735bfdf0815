//! Two clients, a server, and a network that does its worst until it is told to behave.

use std::collections::BTreeSet;

use inbox_model::command::Readers;
use inbox_model::outbox::{Entry, EntryState};
use inbox_model::sync::{Effect, Event};
use inbox_model::{
    Command, CommandId, Content, ConversationId, Participant, ParticipantKind, Timestamp,
};

use crate::client::Client;
use crate::network::{Fate, Packet};
use crate::server::{Manners, Server};

/// One thing that happens.
#[derive(Clone, Debug)]
pub(crate) enum Action {
    Start { client: usize },
    Say { client: usize, to: usize, note: bool },
    MarkRead { client: usize, to: usize },
    Close { to: usize },
    LookAt { client: usize, to: usize },
    Deliver { packet: usize, fate: Fate },
    Offline { client: usize },
    Online { client: usize },
    StreamBreaks { client: usize },
    StreamReturns { client: usize },
    Crash { client: usize, after: Option<usize> },
    Wait { millis: i64 },
}

/// Everything there is.
pub(crate) struct World {
    pub(crate) server: Server,
    pub(crate) clients: [Client; 2],
    pub(crate) wire: Vec<Packet>,
    /// Requests whose sender still waits.
    pub(crate) waiting: BTreeSet<u64>,
    pub(crate) requests: u64,
    pub(crate) commands: u32,
    pub(crate) now: Timestamp,
    pub(crate) refusals: bool,
    typed: Vec<Typed>,
}

/// A message that was typed and has reached the device's storage.
struct Typed {
    command_id: CommandId,
    author: usize,
    conversation: ConversationId,
    /// The message before it in what the author knew to be the same conversation. While a `Start`
    /// is not answered nobody can know that the new row in the list is the same.
    after: Option<CommandId>,
}

impl World {
    pub(crate) fn new(manners: Manners, skew: i64, refusals: bool) -> Self {
        let customer = Participant::new(ParticipantKind::Customer, "ana");
        let agent = Participant::new(ParticipantKind::Agent, "ben");
        let mut world = Self {
            server: Server::new(manners),
            clients: [
                Client::new(customer, skew, !manners.keys),
                Client::new(agent, -skew, !manners.keys),
            ],
            wire: Vec::new(),
            waiting: BTreeSet::new(),
            requests: 0,
            commands: 0,
            now: Timestamp::from_millis(1_768_057_200_000),
            refusals,
            typed: Vec::new(),
        };
        world.wake(0);
        world.wake(1);
        world
    }

    pub(crate) fn act(&mut self, action: &Action) {
        self.now = self.now.plus(7);
        match *action {
            Action::Start { client } => {
                self.give(client, "new".into(), |contents| Command::Start { contents });
            }
            Action::Say { client, to, note } => {
                let Some(id) = self.somewhere(client, to) else { return };
                if note && client == 1 {
                    self.give(client, id, |contents| Command::Note { contents });
                } else {
                    self.give(client, id, Command::reply_of);
                }
            }
            Action::MarkRead { client, to } => {
                let Some(id) = self.somewhere(client, to) else { return };
                let readers = Readers { me: true, ..Readers::default() };
                self.give(client, id, |_| Command::MarkRead { readers });
            }
            Action::Close { to } => {
                let Some(id) = self.somewhere(1, to) else { return };
                self.give(1, id, |_| Command::Close);
            }
            Action::LookAt { client, to } => {
                let Some(id) = self.somewhere(client, to) else { return };
                if let Some(id) = self.clients[client].looks_at.take() {
                    self.step(client, Event::Closed { id });
                }
                self.clients[client].looks_at = Some(id.clone());
                self.step(client, Event::Opened { id });
            }
            Action::Deliver { packet, fate } => {
                if !self.wire.is_empty() {
                    let packet = self.wire.remove(packet % self.wire.len());
                    self.deliver(packet, fate);
                }
            }
            Action::Offline { client } => {
                self.clients[client].online = false;
                self.break_stream(client);
                self.step(client, Event::Offline);
            }
            Action::Online { client } => {
                self.clients[client].online = true;
                self.step(client, Event::Online);
            }
            Action::StreamBreaks { client } => {
                self.break_stream(client);
                self.step(client, Event::LiveDown);
            }
            Action::StreamReturns { client } => self.connect_stream(client),
            Action::Crash { client, after: None } => self.crash(client),
            Action::Crash { client, after } => self.clients[client].crash_after = after,
            Action::Wait { millis } => {
                self.now = self.now.plus(millis);
                self.step(0, Event::Tick);
                self.step(1, Event::Tick);
            }
        }
    }

    /// From now on the network behaves, and everybody waits until nothing is left to do.
    pub(crate) fn settle(&mut self) {
        for client in 0..2 {
            self.clients[client].crash_after = None;
            self.act(&Action::Online { client });
            self.connect_stream(client);
        }
        for round in 0..2 {
            self.drain();
            for client in 0..2 {
                let outbox = self.clients[client].inbox.outbox();
                let failed: Vec<_> = outbox
                    .entries()
                    .filter(|entry| matches!(entry.state, EntryState::Failed { .. }))
                    .map(|entry| entry.command_id.clone())
                    .collect();
                assert!(failed.is_empty() || self.refusals && round == 0, "failed: {failed:?}");
                for command_id in failed {
                    self.step(client, Event::Retry { command_id });
                }
            }
        }
        // Whether or not anybody has looked at them, the rows are what the server has.
        self.verify_rows();
        for client in 0..2 {
            for id in self.clients[client].inbox.list() {
                self.step(client, Event::Opened { id });
            }
        }
        self.drain();
    }

    fn drain(&mut self) {
        for _ in 0..10_000 {
            if !self.wire.is_empty() {
                let packet = self.wire.remove(0);
                self.deliver(packet, Fate::Pass);
            } else if self.clients.iter().any(|client| client.inbox.next_tick().is_some()) {
                self.now = self.now.plus(10_000);
                self.step(0, Event::Tick);
                self.step(1, Event::Tick);
            } else {
                return;
            }
        }
        panic!("it never comes to rest; on the wire: {:#?}", self.wire);
    }

    /// What must be true in the end.
    pub(crate) fn verify(&self) {
        let manners = self.server.manners;
        for client in &self.clients {
            assert_eq!(client.inbox.outbox().entries().count(), 0, "left in the outbox");
            assert!(client.storage.is_empty(), "left on the device: {:?}", client.storage);
            for id in self.server.conversations.keys() {
                let (parts, pending) = client.inbox.thread(id);
                assert!(pending.is_empty(), "{pending:?}");
                let mut thread = self.server.thread(id, &client.me);
                // A short window may leave out the beginning, but never anything in between.
                let newest = thread.len().min(manners.window);
                assert!(parts.len() >= newest, "{} of {} parts", parts.len(), thread.len());
                let mut thread = thread.split_off(thread.len() - parts.len());
                if !manners.stamps {
                    // What the client has recognised of its own.
                    for (stored, here) in thread.iter_mut().zip(&parts) {
                        let known = here.command_id.clone();
                        std::sync::Arc::make_mut(stored).command_id = known;
                    }
                }
                assert_eq!(parts, thread, "{:?} sees another thread", client.me.kind);
            }
        }
        self.verify_rows();
        self.verify_typed();
    }

    /// Every client's list is the server's.
    fn verify_rows(&self) {
        for client in &self.clients {
            let mut expected: Vec<_> = self.server.conversations.values().collect();
            expected.sort_by_key(|one| (std::cmp::Reverse(one.activity_at()), one.id.clone()));
            let expected: Vec<_> = expected.into_iter().map(|one| one.id.clone()).collect();
            assert_eq!(client.inbox.list(), expected);
            for id in &expected {
                let mut here = client.inbox.conversation(id).expect("it is listed");
                here.parts.clear();
                let mut there = self.server.view(id, &client.me, false).expect("it is stored");
                if !self.server.manners.counts {
                    there.unread = here.unread;
                }
                assert_eq!(here, there);
            }
        }
    }

    /// Everything typed is stored once, in the order typed per conversation and author.
    fn verify_typed(&self) {
        let says = |command_id: &CommandId| Content::text(command_id.as_str());
        let find = |command_id: &CommandId| {
            let said = says(command_id);
            let parts = self.server.conversations.values().flat_map(|conversation| {
                conversation.parts.iter().map(move |part| (&conversation.id, part))
            });
            let found: Vec<_> = parts.filter(|(_, part)| part.contents().contains(&said)).collect();
            assert_eq!(found.len(), 1, "{command_id} is stored {} times", found.len());
            found[0]
        };
        for Typed { command_id, conversation, after, .. } in &self.typed {
            let (stored_in, part) = find(command_id);
            if let Some(start) = conversation.as_str().strip_prefix("pending:") {
                assert_eq!(find(&start.into()).0, stored_in, "{command_id} went astray");
            } else {
                assert_eq!(conversation, stored_in, "{command_id} went astray");
            }
            if let Some(before) = after.as_ref().filter(|_| !self.refusals) {
                let overtook = find(before).1.created_at >= part.created_at;
                assert!(!overtook, "{command_id} overtook {before}");
            }
        }
    }

    fn give(
        &mut self,
        client: usize,
        conversation: ConversationId,
        command: impl FnOnce(Vec<Content>) -> Command,
    ) {
        self.commands += 1;
        // Each message says its own id, so that it is found whatever the server keeps.
        let command_id = CommandId::new(format!("m{}.", self.commands));
        let command = command(vec![Content::text(command_id.as_str())]);
        self.step(client, Event::Do { command_id, conversation, command });
    }

    /// A conversation that this client knows of.
    fn somewhere(&self, client: usize, pick: usize) -> Option<ConversationId> {
        let list = self.clients[client].inbox.list();
        (!list.is_empty()).then(|| list[pick % list.len()].clone())
    }

    pub(crate) fn step(&mut self, client: usize, event: Event) {
        let (effects, crashed) = self.clients[client].step(event, self.now);
        let Manners { stamps, window, .. } = self.server.manners;
        self.clients[client].check(stamps && window >= 100);
        self.note_typed(client);
        for effect in effects {
            if let Effect::Fetch { id } = &effect {
                assert!(!self.is_fetching(client, id), "{id} is being fetched already");
            }
            self.request(client, effect);
        }
        if crashed {
            self.crash(client);
        }
    }

    /// Notes the message that has just reached the storage, if one has.
    fn note_typed(&mut self, author: usize) {
        let Client { inbox, storage, .. } = &self.clients[author];
        let is_new = |entry: &&Entry| {
            entry.command.is_spoken()
                && !self.typed.iter().any(|typed| typed.command_id == entry.command_id)
        };
        let Some(entry) = storage.values().find(is_new) else { return };
        let here = inbox.resolve(&entry.conversation);
        let is_here =
            |typed: &&Typed| typed.author == author && inbox.resolve(&typed.conversation) == here;
        let after = self.typed.iter().rev().find(is_here).map(|typed| typed.command_id.clone());
        self.typed.push(Typed {
            command_id: entry.command_id.clone(),
            author,
            conversation: entry.conversation.clone(),
            after,
        });
    }

    fn crash(&mut self, client: usize) {
        self.break_stream(client);
        if !self.server.manners.keys {
            self.hang_up(client);
        }
        self.clients[client].forget();
        self.wake(client);
    }

    fn wake(&mut self, client: usize) {
        if !self.clients[client].online {
            self.step(client, Event::Offline);
        }
        let entries = self.clients[client].storage.values().cloned().collect();
        self.step(client, Event::Restored { entries });
    }
}
