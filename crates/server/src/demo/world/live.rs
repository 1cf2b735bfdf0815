//! The part of the outside worlds that lives: it watches the store, as a service at the other end of
//! a wire would, and does there what a channel and its people do.

use std::collections::BTreeSet;
use std::time::Duration;

use inbox_model::{Command, Conversation, ConversationId, Participant, ParticipantKind, Timestamp};
use tokio::sync::broadcast::error::TryRecvError;
use tokio::task::JoinHandle;
use tokio::time::MissedTickBehavior;

use super::{Watch, is_served, person, service};
use crate::clock;
use crate::http::App;
use crate::store::{Act, ListFilter, ListStart, OrganisationId, Reader, Result, Store, StoreError};

/// How often the service looks at what is under way.
const TICK: Duration = Duration::from_millis(400);
/// How many ticks pass between two looks at the deadlines.
const TICKS_PER_WATCH: u32 = 25;
/// How many conversations are looked at for deadlines, the newest first.
const WATCHED: u32 = 100;

/// Starts the outside worlds of every organisation that there is. Aborting the handle ends them.
///
/// # Errors
/// The database fails.
pub async fn start(app: &App) -> Result<JoinHandle<()>> {
    let store = app.store().clone();
    let mut changes = store.changes();
    let mut worlds = Vec::new();
    for organisation in store.organisations().await? {
        worlds.push(World::of(&store, organisation.id).await?);
    }
    Ok(tokio::spawn(async move {
        let mut ticks = tokio::time::interval(TICK);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut count = 0_u32;
        loop {
            ticks.tick().await;
            count = count.wrapping_add(1);
            loop {
                match changes.try_recv() {
                    Ok(change) => {
                        if worlds.iter().all(|world| !world.is_of(&change.organisation)) {
                            // It was made while the demo ran.
                            match World::of(&store, change.organisation.clone()).await {
                                Ok(world) => worlds.push(world),
                                Err(error) => {
                                    tracing::error!(%error, "an organisation has no outside world");
                                }
                            }
                        }
                        for world in &mut worlds {
                            world.hear(&change.organisation, &change.conversation);
                        }
                    }
                    // What was missed is found when somebody touches it again.
                    Err(TryRecvError::Lagged(_)) => {}
                    Err(TryRecvError::Empty) => break,
                    Err(TryRecvError::Closed) => return,
                }
            }
            for world in &mut worlds {
                let watches = count.is_multiple_of(TICKS_PER_WATCH);
                if let Err(error) = world.turn(clock::now(), watches).await {
                    tracing::error!(%error, "the demo's outside world stumbled");
                }
            }
        }
    }))
}

/// The outside world of one organisation.
pub(super) struct World {
    store: Store,
    reader: Reader,
    /// Conversations in which something is under way.
    busy: BTreeSet<ConversationId>,
    watch: Watch,
}

impl World {
    /// The world of an organisation, with what was under way when the server was stopped.
    pub(super) async fn of(store: &Store, organisation: OrganisationId) -> Result<Self> {
        // Nobody in particular: who reads decides nothing here but that all is seen.
        let reader = Reader::Agent { id: "outside".into(), organisation };
        let mut world =
            Self { store: store.clone(), reader, busy: BTreeSet::new(), watch: Watch::default() };
        let newest = world.newest().await?;
        world.busy.extend(newest.iter().filter(|one| is_served(one)).map(|one| one.id.clone()));
        Ok(world)
    }

    /// Whether it is the world of this organisation.
    fn is_of(&self, organisation: &OrganisationId) -> bool {
        organisation == self.reader.organisation()
    }

    /// Something has changed in a conversation.
    pub(super) fn hear(&mut self, organisation: &OrganisationId, conversation: &ConversationId) {
        if self.is_of(organisation) {
            self.busy.insert(conversation.clone());
        }
    }

    /// Does what is due at `now`.
    pub(super) async fn turn(&mut self, now: Timestamp, watches: bool) -> Result<()> {
        for id in std::mem::take(&mut self.busy) {
            let Some(conversation) = self.store.conversation(&self.reader, &id).await? else {
                continue;
            };
            if !is_served(&conversation) {
                continue;
            }
            let mut conversation = conversation;
            // What stands in the data as being under way is a picture, and stays one.
            conversation.parts.retain(|part| now.since(part.created_at) < RECENT);
            self.carry(&conversation, now).await?;
            if service::is_busy(&conversation) || person::is_thinking(&conversation, now) {
                self.busy.insert(id);
            }
        }
        if watches {
            let newest = self.newest().await?;
            if let Some((conversation, reminder)) = self.watch.reminder(&newest, now) {
                let act = contact(conversation).map(|contact| Act::new(contact, reminder));
                self.apply(&conversation.id, act, now).await?;
            }
        }
        Ok(())
    }

    async fn carry(&self, conversation: &Conversation, now: Timestamp) -> Result<()> {
        let service = Participant {
            id: None,
            kind: ParticipantKind::Integration,
            name: Some("Messenger service".to_owned()),
            email: None,
            avatar_url: None,
        };
        let reports = service::reports(conversation, now);
        let reports: Vec<_> =
            reports.into_iter().map(|report| Act::new(&service, report)).collect();
        if !reports.is_empty() {
            return self.apply(&conversation.id, reports, now).await;
        }
        let answer: Option<Command> = person::answer(conversation, now);
        let act = answer.and_then(|answer| Some(Act::new(contact(conversation)?, answer)));
        self.apply(&conversation.id, act, now).await
    }

    /// Carries out what somebody outside does. Whoever is blocked is not heard.
    pub(super) async fn apply(
        &self,
        id: &ConversationId,
        acts: impl IntoIterator<Item = Act>,
        now: Timestamp,
    ) -> Result<()> {
        let acts: Vec<_> = acts.into_iter().collect();
        if acts.is_empty() {
            return Ok(());
        }
        let mut write = self.store.write(self.reader.organisation(), now).await?;
        match write.apply(id, None, &acts).await {
            Ok(_) => write.finish(None).await,
            Err(StoreError::Refused(_) | StoreError::NoConversation) => Ok(()),
            Err(error) => Err(error),
        }
    }

    async fn newest(&self) -> Result<Vec<Conversation>> {
        let filter = ListFilter::default();
        let page = self.store.list(&self.reader, &filter, &ListStart::Top, WATCHED).await?;
        Ok(page.conversations)
    }
}

/// What was sent before is no longer under way.
const RECENT: i64 = inbox_model::time::HOUR / 6;

fn contact(conversation: &Conversation) -> Option<&Participant> {
    conversation.contact()
}
