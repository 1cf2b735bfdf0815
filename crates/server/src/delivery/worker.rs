//! The worker: takes what waits, hands it on, and writes down what became of it.

use std::sync::Arc;
use std::time::Duration;

use inbox_model::time::{HOUR, SECOND};
use inbox_model::{Channel, Delivery, Timestamp};
use tokio::sync::broadcast::error::RecvError;
use tokio::task::JoinHandle;

use super::carrier::{Carried, Carrier, CarryError};
use super::letter::Letter;
use crate::clock;
use crate::store::{Store, StoreError, Waiting};

/// How often a message is tried: for about 15 hours.
pub const ATTEMPTS: u32 = 10;

/// How long a carrier may take for one message.
const PATIENCE: Duration = Duration::from_mins(2);

/// How often the queue is looked at when nothing happens, for what is to be tried again.
const PERIOD: Duration = Duration::from_secs(5);

/// How long after its attempt of this number, from 1, a message is tried again, in milliseconds: half
/// a minute, three times as long each time, and four hours at most.
pub fn retry_after(attempt: u32) -> i64 {
    let factor = 3_i64.saturating_pow(attempt.saturating_sub(1));
    (30 * SECOND).saturating_mul(factor).min(4 * HOUR)
}

/// Hands on what waits in a store.
#[derive(Clone, Debug)]
pub struct Worker {
    store: Store,
    carriers: Arc<[Box<dyn Carrier>]>,
    /// Channels whose messages somebody else takes from the store, and reports on.
    left: Arc<[Channel]>,
}

impl Worker {
    /// A worker with one carrier for each channel; of two for one channel the first counts. What
    /// travels by other channels fails.
    pub fn new(store: Store, carriers: Vec<Box<dyn Carrier>>) -> Self {
        Self { store, carriers: carriers.into(), left: Arc::new([]) }
    }

    /// The same worker, leaving what travels by these channels to somebody who watches the store
    /// and reports on it.
    #[must_use]
    pub fn leaving(mut self, channels: Vec<Channel>) -> Self {
        self.left = channels.into();
        self
    }

    /// Hands on everything that is due at an instant, and says how much that was.
    ///
    /// # Errors
    /// The database fails. What was taken and not settled is taken again later.
    pub async fn run(&self, now: Timestamp) -> Result<usize, StoreError> {
        let mut count = 0;
        let retry_at = |attempt| now.plus(retry_after(attempt));
        while let Some(waiting) = self.store.next_delivery(&self.left, now, retry_at).await? {
            self.hand_on(&waiting, now).await?;
            count += 1;
        }
        Ok(count)
    }

    async fn hand_on(&self, waiting: &Waiting, now: Timestamp) -> Result<(), StoreError> {
        let failed = |code: &str| Delivery::Failed { code: code.to_owned() };
        if let Some(code) = &waiting.refused {
            return self.store.settle_delivery(waiting, failed(code), None, now).await;
        }
        // Each attempt before has ended without anybody hearing of it.
        if waiting.attempts > ATTEMPTS {
            return self.store.settle_delivery(waiting, failed("not_delivered"), None, now).await;
        }
        let outcome = match self.letter(waiting).await? {
            Some(letter) => self.carry(&waiting.channel, &letter).await,
            None => Err(CarryError::Refused {
                code: "message_gone",
                info: "The message was removed before it was sent.".to_owned(),
            }),
        };
        let (delivery, info) = match outcome {
            Ok(Carried { info }) => (Delivery::Sent, info),
            Err(CarryError::Refused { code, info }) => (failed(code), Some(info)),
            Err(CarryError::Later(info)) if waiting.attempts >= ATTEMPTS => {
                (failed("not_delivered"), Some(info))
            }
            Err(CarryError::Later(reason)) => {
                let attempt = waiting.attempts;
                tracing::warn!(reason, attempt, "a message could not be handed on; tried again");
                return Ok(());
            }
        };
        self.store.settle_delivery(waiting, delivery, info, now).await
    }

    /// The letter; `None` where the message is gone or was redacted.
    async fn letter(&self, waiting: &Waiting) -> Result<Option<Letter>, StoreError> {
        let Some((conversation, part)) = self.store.delivered_part(waiting).await? else {
            return Ok(None);
        };
        if part.redacted {
            return Ok(None);
        }
        let organisation = self.store.organisation_name(&waiting.organisation).await?;
        let mut letter = Letter::of(waiting, &conversation, &part, organisation);
        let contact = conversation.contact().and_then(|contact| contact.id.as_ref());
        if letter.phone.is_none()
            && let Some(contact) = contact
        {
            letter.phone = self.store.phone(&waiting.organisation, contact).await?;
        }
        Ok(Some(letter))
    }

    async fn carry(&self, channel: &Channel, letter: &Letter) -> Result<Carried, CarryError> {
        let carrier = self.carriers.iter().find(|one| one.channel() == *channel);
        let carrier = carrier.ok_or_else(|| CarryError::Refused {
            code: "no_carrier",
            info: "Nothing here carries messages of this channel.".to_owned(),
        })?;
        let carried = tokio::time::timeout(PATIENCE, carrier.carry(letter)).await;
        carried.unwrap_or_else(|_| Err(CarryError::Later("it took too long".to_owned())))
    }
}

/// Starts a worker, which looks at the queue whenever something changes. Aborting the handle ends it.
pub fn start(worker: Worker) -> JoinHandle<()> {
    let mut changes = worker.store.changes();
    tokio::spawn(async move {
        loop {
            // A task of its own: a defect in a carrier must not end the deliveries of all others.
            let (worker, now) = (worker.clone(), clock::now());
            let run = tokio::spawn(async move { worker.run(now).await });
            let ending = Ending(run.abort_handle());
            match run.await {
                Ok(Ok(_)) => {}
                Ok(Err(error)) => {
                    tracing::error!(%error, "messages could not be handed on; tried again");
                }
                Err(error) => tracing::error!(%error, "a carrier is defective"),
            }
            drop(ending);
            match tokio::time::timeout(PERIOD, changes.recv()).await {
                // So many changes at once are one reason to look.
                Ok(Ok(_) | Err(RecvError::Lagged(_))) => while changes.try_recv().is_ok() {},
                Ok(Err(RecvError::Closed)) => return,
                Err(_) => {}
            }
        }
    })
}

/// Ends a task when whoever waits for it is ended.
struct Ending(tokio::task::AbortHandle);

impl Drop for Ending {
    fn drop(&mut self) {
        self.0.abort();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_tried_for_most_of_a_day() {
        let waits: Vec<i64> = (1..ATTEMPTS).map(|attempt| retry_after(attempt) / SECOND).collect();
        assert_eq!(waits, [30, 90, 270, 810, 2_430, 7_290, 14_400, 14_400, 14_400]);
        assert_eq!(waits.iter().sum::<i64>() / 3_600, 15);
        assert_eq!(retry_after(u32::MAX), 4 * HOUR);
    }
}
