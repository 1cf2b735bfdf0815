//! One live stream: a task that writes lines, and a body that a client reads as fast as it can.
//!
//! Between the two is a short queue. While it is full the task waits, so a slow client costs no
//! memory; what it misses meanwhile it is told of by `reset`.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::HeaderMap;
use futures_core::Stream;
use inbox_dialects::ids::IdForm;
use inbox_dialects::live::LiveEvent;
use inbox_model::ConversationId;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{broadcast, mpsc, watch};
use tokio::time::{Instant, MissedTickBehavior};

use super::hub::{Joined, Typing};
use super::{line, position, seen_by_customers};
use crate::http::App;
use crate::identity::Principal;
use crate::store::{Backlog, Change, EventKind, Reader, StoreError};

/// How many lines wait for a slow client.
const QUEUE: usize = 32;

/// A comment this often; proxies close what is silent for longer.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// Presence is told at most this often, however fast people come and go.
const PRESENCE_PAUSE: Duration = Duration::from_millis(500);

/// Opens a stream for a principal who has shown these headers; `None` if they have too many.
///
/// # Errors
/// The store fails.
pub(crate) async fn open(
    app: App,
    form: &'static IdForm,
    principal: Principal,
    headers: HeaderMap,
) -> Result<Option<Body>, StoreError> {
    // First listen, then look: what happens in between is heard twice and told once.
    let listening = Listening {
        changes: app.store().changes(),
        typing: app.hub().typing(),
        presence: app.hub().presence_ticks(),
        stopping: app.hub().stopping(),
    };
    let newest = app.store().newest_event(&principal.reader).await?;
    let epoch = app.store().epoch(principal.organisation()).await?;
    let (queue, lines) = mpsc::channel(QUEUE);
    let Some(joined) = app.hub().join(&principal) else { return Ok(None) };
    let told_presence = String::new();
    let told = newest;
    let teller = Teller {
        app,
        form,
        principal,
        headers,
        epoch,
        queue,
        told,
        told_presence,
        _joined: joined,
    };
    tokio::spawn(teller.run(listening));
    Ok(Some(Body::from_stream(Lines(lines))))
}

struct Listening {
    changes: broadcast::Receiver<Arc<Change>>,
    typing: broadcast::Receiver<Arc<Typing>>,
    presence: watch::Receiver<u64>,
    stopping: watch::Receiver<bool>,
}

/// The client is gone, or has to go.
struct Over;

struct Teller {
    app: App,
    /// How the client's dialect writes ids.
    form: &'static IdForm,
    principal: Principal,
    headers: HeaderMap,
    /// What the numbers of the organisation's events begin with.
    epoch: String,
    queue: mpsc::Sender<String>,
    /// The number of the newest event that the client was told of.
    told: i64,
    /// Who the client was told is there.
    told_presence: String,
    _joined: Joined,
}

impl Teller {
    async fn run(mut self, mut listening: Listening) {
        let (mut stopping, queue) = (listening.stopping.clone(), self.queue.clone());
        tokio::select! {
            // Whatever it waits for: a client that takes nothing more must not hold up the end.
            _ = stopping.wait_for(|stopping| *stopping) => {}
            () = queue.closed() => {}
            _ = self.tell_all(&mut listening) => {}
        }
    }

    async fn tell_all(&mut self, listening: &mut Listening) -> Result<(), Over> {
        self.catch_up().await?;
        let mut heartbeat = tokio::time::interval(HEARTBEAT);
        heartbeat.set_missed_tick_behavior(MissedTickBehavior::Delay);
        heartbeat.reset();
        listening.presence.mark_unchanged();
        self.tell_presence().await?;
        let mut presence_after = Instant::now() + PRESENCE_PAUSE;
        let mut presence_due = false;
        loop {
            tokio::select! {
                change = listening.changes.recv() => match change {
                    Ok(change) => self.tell_change(&change).await?,
                    Err(RecvError::Lagged(_)) => self.reset().await?,
                    Err(RecvError::Closed) => return Err(Over),
                },
                typing = listening.typing.recv() => match typing {
                    Ok(typing) => self.tell_typing(&typing).await?,
                    Err(RecvError::Lagged(_)) => {}
                    Err(RecvError::Closed) => return Err(Over),
                },
                changed = listening.presence.changed() => {
                    changed.map_err(|_| Over)?;
                    presence_due = true;
                }
                () = tokio::time::sleep_until(presence_after), if presence_due => {
                    presence_due = false;
                    self.tell_presence().await?;
                    presence_after = Instant::now() + PRESENCE_PAUSE;
                }
                _ = heartbeat.tick() => {
                    // Expired or revoked meanwhile, or another now? Then so is the stream.
                    let principal = self.app.identify(&self.headers).await.map_err(|_| Over)?;
                    if principal.reader != self.principal.reader {
                        return Err(Over);
                    }
                    self.send(line::HEARTBEAT.to_owned()).await?;
                }
            }
        }
    }

    async fn send(&self, line: String) -> Result<(), Over> {
        self.queue.send(line).await.map_err(|_| Over)
    }

    async fn send_event(&self, event: LiveEvent, number: Option<i64>) -> Result<(), Over> {
        let id = number.map(|number| self.id(number));
        self.send(line::event(&self.form.live_event(event), id.as_deref())).await
    }

    fn id(&self, number: i64) -> String {
        position::write(&self.epoch, &self.principal.reader, number)
    }

    /// Tells what the client has missed since the event that it names.
    async fn catch_up(&mut self) -> Result<(), Over> {
        let Some(last) = self.headers.get("last-event-id") else { return Ok(()) };
        let reader = &self.principal.reader;
        let last = last.to_str().ok();
        let last = last.and_then(|text| position::read(text, &self.epoch, reader));
        let Some(last) = last else { return self.reset().await };
        match self.app.store().backlog(reader, last).await {
            Ok(Backlog::Events(events)) => {
                self.told = last;
                for (number, kind, conversation, version) in events {
                    self.tell_event(number, kind, &conversation, version).await?;
                }
                Ok(())
            }
            Ok(Backlog::Lost) => self.reset().await,
            Err(error) => {
                tracing::error!(%error, "a live stream cannot be resumed");
                Err(Over)
            }
        }
    }

    /// The client has to read the lists again, and goes on from here.
    async fn reset(&mut self) -> Result<(), Over> {
        self.told =
            self.app.store().newest_event(&self.principal.reader).await.map_err(|_| Over)?;
        self.send_event(LiveEvent::Reset, Some(self.told)).await
    }

    async fn tell_change(&mut self, change: &Change) -> Result<(), Over> {
        if &change.organisation != self.principal.organisation() {
            return Ok(());
        }
        match &self.principal.reader {
            Reader::Agent { .. } => {
                let (kind, version) = (change.kind, change.version);
                self.tell_event(change.id, kind, &change.conversation, version).await
            }
            Reader::Contact { id: contact, .. } => {
                let mine = change.contacts.iter().find(|told| &told.contact == contact);
                let Some(told) = mine else { return Ok(()) };
                let (kind, version) = (told.kind, told.version);
                self.tell_event(told.id, kind, &change.conversation, version).await
            }
        }
    }

    async fn tell_event(
        &mut self,
        number: i64,
        kind: EventKind,
        conversation: &ConversationId,
        version: u64,
    ) -> Result<(), Over> {
        if number <= self.told {
            return Ok(());
        }
        let id = conversation.clone();
        let event = match kind {
            EventKind::Changed => LiveEvent::Conversation { id, version },
            EventKind::Deleted => LiveEvent::Deleted { id },
        };
        self.send_event(event, Some(number)).await?;
        self.told = number;
        Ok(())
    }

    async fn tell_typing(&self, typing: &Typing) -> Result<(), Over> {
        let participant = &typing.participant;
        if &typing.organisation != self.principal.organisation() {
            return Ok(());
        }
        if participant.id.as_ref() == Some(self.principal.reader.id()) {
            return Ok(()); // one knows what one types
        }
        let participant = match &self.principal.reader {
            Reader::Agent { .. } => participant.clone(),
            // Customers are told of agents who write to them, in their own conversations.
            Reader::Contact { id: contact, .. } => {
                let concerns = typing.contacts.contains(contact);
                if typing.note || participant.kind.is_contact() || !concerns {
                    return Ok(());
                }
                seen_by_customers(participant)
            }
        };
        let conversation = typing.conversation.clone();
        let event = LiveEvent::Typing { conversation, participant, typing: typing.typing };
        self.send_event(event, None).await
    }

    /// Who is there, if that is different: people come and go of whom this one is not told, those of
    /// other organisations among them. It carries the position too, so that a client that loses the
    /// connection before anything has happened can resume.
    async fn tell_presence(&mut self) -> Result<(), Over> {
        let presence = self.app.hub().presence(&self.principal.reader);
        let event = LiveEvent::Presence(presence);
        let (_, data) = event.encode();
        if data == self.told_presence {
            return Ok(());
        }
        self.send_event(event, Some(self.told)).await?;
        self.told_presence = data;
        Ok(())
    }
}

/// The lines of a stream as a body.
struct Lines(mpsc::Receiver<String>);

impl Stream for Lines {
    type Item = Result<Bytes, std::convert::Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(context).map(|line| line.map(|line| Ok(Bytes::from(line))))
    }
}
