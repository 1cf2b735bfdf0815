//! Where everything is played: contacts and conversations, one after the other.

mod long;

use inbox_model::conversation::BotState;
use inbox_model::time::{DAY, HOUR, MINUTE, SECOND};
use inbox_model::{Channel, Conversation, PartBody, ParticipantKind, Timestamp};

use super::beat::Beat;
use super::clock::conversation_begins;
use super::compose;
use super::contacts::{self, DemoContact};
use super::ids::{PartIds, conversation_id};
use super::people::Colleague;
use super::rng::Rng;
use super::schedule::schedule;
use super::slots::{Customer, Slots};
use super::story::Story;
use super::tables::{Goods, Language, Person, Scene};
use super::texts::languages::LANGUAGES;
use super::texts::topics::TOPICS;

/// How many conversations are put together from topics and dialogues.
const EVERYDAY: usize = 540;
/// How many contacts are put together for them.
const CONTACTS: usize = 285;
/// Everyday conversations leave the top of the list to the scenes.
const EVERYDAY_ENDS: i64 = 17 * HOUR;

/// For whom something is played.
#[derive(Clone, Copy)]
pub(super) struct House {
    /// The host of its site.
    pub(super) site: &'static str,
    /// Pages of the site on which people begin to write.
    pub(super) pages: &'static [&'static str],
    /// The number of its first contact.
    pub(super) first_contact: usize,
    /// The number of its first conversation.
    pub(super) first_conversation: usize,
}

/// The world in the making.
pub(super) struct Stage {
    house: House,
    now: Timestamp,
    ids: PartIds,
    contacts: Vec<DemoContact>,
    conversations: Vec<Conversation>,
}

impl Stage {
    /// An empty world at an instant.
    pub(super) fn of(house: House, now: Timestamp) -> Self {
        let ids = PartIds::default();
        Self { house, now, ids, contacts: Vec::new(), conversations: Vec::new() }
    }

    /// The finished world.
    pub(super) fn end(self) -> (Vec<DemoContact>, Vec<Conversation>) {
        (self.contacts, self.conversations)
    }

    /// Plays what is written down with its times.
    pub(super) fn play_scenes(&mut self, scenes: impl IntoIterator<Item = &'static Scene>) {
        for scene in scenes {
            let contact = self.contact_of(&scene.contact);
            self.play_scene(scene, &contact);
        }
    }

    fn play_scene(&mut self, scene: &Scene, contact: &DemoContact) {
        let mut rng = self.rng_of_next();
        let begins = scene.beats.first().map_or(self.now, |(minutes, _)| self.before(*minutes));
        let house = self.house;
        let mut story = self.story(&mut rng, contact, Goods::All, begins, None);
        let page = page(&mut rng, &house, &scene.channel);
        story.set_source(scene.channel.clone(), page, scene.title);
        if let Some(agent) = scene.agent {
            story.in_charge(agent);
        }
        let mut at = begins;
        for (number, (minutes, beat)) in scene.beats.iter().enumerate() {
            let planned = story.now().plus(-minutes * MINUTE + rng.between(0, 40) * SECOND);
            at = if number == 0 {
                planned
            } else {
                planned.max(at.plus(rng.between(2, 9) * SECOND))
            };
            story.play(at, beat);
            if number == 0 {
                if let Some(team) = scene.team {
                    story.play(at.plus(SECOND), &Beat::AssignTeam(team));
                }
                if let Some(agent) = scene.agent {
                    story.play(at.plus(SECOND + 400), &Beat::Assign(agent));
                }
            }
        }
        story.set_title(scene.title);
        if scene.read {
            story.read_by_demo_agent(at);
        }
        let mut conversation = story.end();
        if contact.name().starts_with("Best SEO") {
            (conversation.blocked, conversation.replies_disabled) = (true, Some(true));
        }
        self.keep(conversation);
    }

    /// Puts everyday conversations together.
    pub(super) fn play_everyday(&mut self) {
        let first = self.contacts.len();
        for number in first..first + CONTACTS {
            let mut rng = Rng::new(0x00c0_ffee + to_u64(number));
            self.contacts.push(contacts::generated(number, &mut rng, self.now));
        }
        for number in 0..EVERYDAY {
            let mut rng = self.rng_of_next();
            // Everybody writes once, the rest come back.
            let who = first + if number < CONTACTS { number } else { rng.below(CONTACTS) };
            if let Some(contact) = self.contacts.get(who).cloned() {
                self.play_one_day(&mut rng, &contact);
            }
        }
    }

    fn play_one_day(&mut self, rng: &mut Rng, contact: &DemoContact) {
        let horizon = self.now.plus(-EVERYDAY_ENDS);
        let begins = conversation_begins(rng, horizon);
        let language = LANGUAGES.iter().find(|(_, language)| language.code == contact.language);
        let language = language.map(|(_, language)| *language);
        let topic = rng.weighted(&TOPICS);
        let goods = match (language, topic) {
            (None, Some(topic)) => topic.goods,
            _ => Goods::All,
        };
        let speakers = Colleague::speaking(contact.language);
        let agent = rng.pick(speakers).copied().unwrap_or(Colleague::Maya);
        let dialogue = language.and_then(|language| rng.pick(language.dialogues));
        let (mut beats, title) = match (dialogue, topic) {
            (Some(dialogue), _) => (compose::from_dialogue(rng, dialogue, agent), dialogue.title),
            (None, Some(topic)) => {
                let beats = compose::from_topic(rng, topic, agent);
                (compose::framed(rng, &beats, topic.team, agent, topic.tag), rng.text(topic.titles))
            }
            (None, None) => return,
        };
        let is_recent = self.now.since(begins) < 21 * DAY;
        if is_recent && rng.chance(35) {
            // Left in the middle of it.
            beats.truncate(1 + rng.below(beats.len()));
        } else if is_recent && rng.chance(25) {
            beats.push(Beat::SnoozeUntil(rng.stretch(90, 14 * 1_440)));
        } else {
            beats.extend(compose::ending(rng, contact.language));
        }
        let channel = channel(rng);
        let house = self.house;
        let mut story = self.story(rng, contact, goods, begins, language);
        story.set_source(channel.clone(), page(rng, &house, &channel), title);
        story.in_charge(agent);
        let mut last = begins;
        for (at, beat) in schedule(rng, &beats, begins).into_iter().zip(&beats) {
            if at > horizon {
                break;
            }
            story.play(at, beat);
            last = at;
        }
        // What was put aside has come back by itself since.
        let until = story.conversation().snoozed_until;
        if let Some(until) = until.filter(|until| *until <= story.now()) {
            story.play(until, &Beat::Wake);
        }
        if rng.chance(58) {
            story.set_title(title);
        }
        story.read_by_demo_agent(last);
        let mut conversation = story.end();
        conversation.language_overridden = rng.chance(2);
        self.keep(conversation);
    }

    /// The contact of this name and address, made if there is none yet.
    fn contact_of(&mut self, person: &Person) -> DemoContact {
        let known = self
            .contacts
            .iter()
            .find(|contact| !person.email.is_empty() && contact.email() == person.email);
        if let Some(contact) = known {
            return contact.clone();
        }
        let contact =
            contacts::written(self.house.first_contact + self.contacts.len(), person, self.now);
        self.contacts.push(contact.clone());
        contact
    }

    fn story(
        &mut self,
        rng: &mut Rng,
        contact: &DemoContact,
        goods: Goods,
        begins: Timestamp,
        language: Option<&Language>,
    ) -> Story<'_> {
        let slots = slots(rng, contact, goods, begins, language);
        let id = conversation_id(self.house.first_conversation + self.conversations.len());
        let mut story = Story::new(id, contact.participant.clone(), slots, &mut self.ids, self.now);
        contact.language.clone_into(&mut story.conversation().language);
        story
    }

    /// A stream of its own for each conversation: a new text changes those that use it, not all.
    fn rng_of_next(&self) -> Rng {
        Rng::new(0x5eed_0000 + to_u64(self.house.first_conversation + self.conversations.len()))
    }

    fn keep(&mut self, mut conversation: Conversation) {
        settle_bot(&mut conversation);
        for participant in &conversation.participants {
            if !self.contacts.iter().any(|known| known.participant.is_same(participant)) {
                self.contacts.push(contacts::guest(participant, conversation.created_at));
            }
        }
        self.conversations.push(conversation);
    }

    fn before(&self, minutes: i64) -> Timestamp {
        self.now.plus(-minutes * MINUTE)
    }
}

/// What has become of the assistant's part in a conversation.
fn settle_bot(conversation: &mut Conversation) {
    let by = |kind: ParticipantKind| {
        conversation.parts.iter().rev().find(move |part| {
            matches!(part.body, PartBody::Message(_))
                && part.author.as_ref().is_some_and(|author| author.kind == kind)
        })
    };
    let Some(bot) = by(ParticipantKind::Bot).map(|part| part.created_at) else { return };
    let has_agent = by(ParticipantKind::Agent).is_some() || conversation.assignee.is_some();
    conversation.bot_state = Some(match (has_agent, conversation.state) {
        (true, _) => BotState::HandedOffToHuman,
        (false, inbox_model::State::Closed) => BotState::Resolved,
        (false, _) => BotState::Active,
    });
    conversation.bot_state_changed_at = Some(bot);
}

fn slots(
    rng: &mut Rng,
    contact: &DemoContact,
    goods: Goods,
    begins: Timestamp,
    language: Option<&Language>,
) -> Slots {
    let customer = Customer {
        name: contact.name(),
        email: contact.email(),
        city: &contact.city,
        company: contact.company,
        language: contact.language,
    };
    let slots = Slots::draw(rng, goods, begins, &customer);
    match language {
        Some(language) => slots.with_phrases(rng, language),
        None => slots,
    }
}

fn channel(rng: &mut Rng) -> Channel {
    match rng.below(100) {
        0..66 => Channel::Web,
        66..76 => Channel::Ios,
        76..84 => Channel::Android,
        84..95 => Channel::Email,
        95..98 => Channel::Whatsapp,
        _ => Channel::Sms,
    }
}

/// The page on which a customer began to write.
fn page(rng: &mut Rng, house: &House, channel: &Channel) -> Option<String> {
    let path = rng.text(house.pages);
    (*channel == Channel::Web).then(|| format!("https://{}/{path}", house.site))
}

fn to_u64(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
