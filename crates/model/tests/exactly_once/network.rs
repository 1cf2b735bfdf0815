//! The wire between the clients and the server.

use inbox_model::ConversationId;
use inbox_model::sync::{Effect, Event};

use crate::world::World;

/// What the network does with one packet.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Fate {
    Pass,
    Drop,
    /// It arrives, and will once more.
    Repeat,
    /// The sender gives up waiting while the packet is still on its way.
    GiveUp,
    /// The server refuses the command and does nothing.
    Refuse,
}

/// Something on its way.
#[derive(Clone, Debug)]
pub(crate) struct Packet {
    client: usize,
    life: u32,
    /// Which request it is, or answers; `None` for what the live stream brings.
    request: Option<u64>,
    what: What,
}

#[derive(Clone, Debug)]
enum What {
    Request(Effect),
    Response(Effect, Event),
    Live(Event),
}

impl World {
    pub(crate) fn is_fetching(&self, client: usize, id: &ConversationId) -> bool {
        let life = self.clients[client].life;
        self.wire.iter().any(|packet| {
            let effect = match &packet.what {
                What::Request(effect) | What::Response(effect, _) => effect,
                What::Live(_) => return false,
            };
            packet.client == client
                && packet.life == life
                && packet.request.is_some_and(|request| self.waiting.contains(&request))
                && effect == &Effect::Fetch { id: id.clone() }
        })
    }

    pub(crate) fn request(&mut self, client: usize, effect: Effect) {
        self.requests += 1;
        self.waiting.insert(self.requests);
        self.wire.push(Packet {
            client,
            life: self.clients[client].life,
            request: Some(self.requests),
            what: What::Request(effect),
        });
    }

    /// What a client has sent arrives now or never.
    pub(crate) fn hang_up(&mut self, client: usize) {
        let (sent, rest) =
            std::mem::take(&mut self.wire).into_iter().partition(|packet: &Packet| {
                packet.client == client && matches!(packet.what, What::Request(Effect::Send { .. }))
            });
        self.wire = rest;
        let sent: Vec<Packet> = sent;
        for packet in sent {
            if packet.request.is_some_and(|request| request % 3 > 0) {
                self.arrive(&packet);
            }
        }
    }

    pub(crate) fn deliver(&mut self, packet: Packet, fate: Fate) {
        let is_sent = matches!(packet.what, What::Request(Effect::Send { .. }));
        let fate = match fate {
            Fate::Repeat if is_sent && !self.server.manners.keys => Fate::Pass,
            Fate::GiveUp if is_sent && !self.server.manners.keys => Fate::Drop,
            fate => fate,
        };
        match (fate, &packet.what) {
            (Fate::Drop, What::Request(effect) | What::Response(effect, _)) => {
                let effect = effect.clone();
                self.give_up(&packet, effect);
            }
            (Fate::Drop, What::Live(_)) => {
                // A stream does not lose single events: it breaks.
                let client = packet.client;
                if packet.life == self.clients[client].life && self.clients[client].live {
                    self.break_stream(client);
                    self.step(client, Event::LiveDown);
                }
            }
            (Fate::GiveUp, What::Request(effect)) => {
                let effect = effect.clone();
                self.give_up(&packet, effect);
                self.wire.push(packet);
            }
            (Fate::Refuse, What::Request(Effect::Send { command_id, .. })) if self.refusals => {
                let refused =
                    Event::Refused { command_id: command_id.clone(), code: "not_today".to_owned() };
                self.respond(&packet, refused);
            }
            (Fate::Repeat, _) => {
                self.arrive(&packet);
                self.wire.push(packet);
            }
            _ => self.arrive(&packet),
        }
    }

    /// The sender learns that it will not get an answer.
    fn give_up(&mut self, packet: &Packet, effect: Effect) {
        let event = match effect {
            Effect::Send { command_id, .. } | Effect::Look { command_id, .. } => {
                Event::Undelivered { command_id, jitter: self.commands * 37 % 1000 }
            }
            Effect::Fetch { id } => Event::FetchFailed { id, gone: false },
            list => {
                let alive = self.clients[packet.client].life == packet.life;
                if alive && self.clients[packet.client].online && self.stop_waiting(packet) {
                    self.request(packet.client, list);
                }
                return;
            }
        };
        if self.stop_waiting(packet) {
            self.tell(packet, event);
        }
    }

    fn stop_waiting(&mut self, packet: &Packet) -> bool {
        packet.request.is_some_and(|request| self.waiting.remove(&request))
    }

    fn arrive(&mut self, packet: &Packet) {
        match packet.what.clone() {
            What::Request(effect) => self.serve(packet, effect),
            What::Response(_, event) => {
                // An answer to a command is taken in however late; of a fetch and a list only the
                // one that is waited for.
                let waited_for = self.stop_waiting(packet);
                if waited_for || matches!(event, Event::Answered { .. }) {
                    self.tell(packet, event);
                }
            }
            What::Live(event) => {
                if self.clients[packet.client].live {
                    self.tell(packet, event);
                }
            }
        }
    }

    fn tell(&mut self, packet: &Packet, event: Event) {
        if self.clients[packet.client].life == packet.life {
            self.step(packet.client, event);
        }
    }

    fn respond(&mut self, packet: &Packet, event: Event) {
        let What::Request(effect) = packet.what.clone() else { return };
        self.wire.push(Packet { what: What::Response(effect, event), ..packet.clone() });
    }

    fn serve(&mut self, packet: &Packet, effect: Effect) {
        let reader = self.clients[packet.client].me.clone();
        match effect {
            Effect::Send { command_id, conversation, command } => {
                let (answer, change) =
                    self.server.handle(&reader, &command_id, &conversation, &command, self.now);
                if let Some((id, version)) = change {
                    for client in 0..2 {
                        self.announce(client, Event::Live { id: id.clone(), version });
                    }
                }
                let event = match answer {
                    Some(outcome) => Event::Answered { command_id, outcome },
                    None => Event::Refused { command_id, code: "refused".into() },
                };
                self.respond(packet, event);
            }
            Effect::Look { command_id, conversation, since } => {
                let ids: Vec<_> = if conversation.is_provisional() {
                    let all = self.server.conversations.values();
                    all.filter(|one| one.created_at > since).map(|one| one.id.clone()).collect()
                } else {
                    vec![conversation]
                };
                let conversations =
                    ids.iter().filter_map(|id| self.server.view(id, &reader, true)).collect();
                self.respond(packet, Event::Looked { command_id, conversations });
            }
            Effect::Fetch { id } => {
                let event = match self.server.view(&id, &reader, true) {
                    Some(view) => Event::Fetched { conversation: Box::new(view) },
                    None => Event::FetchFailed { id, gone: true },
                };
                self.respond(packet, event);
            }
            _ => {
                let ids = self.server.conversations.keys();
                let conversations =
                    ids.filter_map(|id| self.server.view(id, &reader, false)).collect();
                self.respond(packet, Event::Listed { conversations });
            }
        }
    }

    fn announce(&mut self, client: usize, event: Event) {
        if self.clients[client].live {
            let life = self.clients[client].life;
            self.wire.push(Packet { client, life, request: None, what: What::Live(event) });
        } else {
            self.clients[client].missed = true;
        }
    }

    pub(crate) fn break_stream(&mut self, client: usize) {
        let on_its_way =
            |packet: &Packet| packet.client == client && matches!(packet.what, What::Live(_));
        self.clients[client].missed |= self.wire.iter().any(on_its_way);
        self.clients[client].missed |= self.clients[client].live;
        self.clients[client].live = false;
        self.wire.retain(|packet| !on_its_way(packet));
    }

    pub(crate) fn connect_stream(&mut self, client: usize) {
        if self.clients[client].online && !self.clients[client].live {
            self.clients[client].live = true;
            let resumed = !std::mem::replace(&mut self.clients[client].missed, false);
            self.step(client, Event::LiveUp { resumed });
        }
    }
}
