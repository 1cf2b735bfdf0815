//! Puts dialogues together: from a topic's tables, and the frame that every dialogue has.

use inbox_model as model;

use super::beat::Beat::{
    self, Agent, AgentSends, AskRating, Assign, AssignTeam, Attribute, Bot, Call, Choices, Chooses,
    Close, Customer, CustomerSends, Form, FormDone, Later, Other, OwnNote, Priority, Rates,
    RatingExpires, Seen, SnoozeFor, Suggestion, Tag, Untag, Wait, Wake,
};
use super::people::{Colleague, Team};
use super::rng::Rng;
use super::tables::{Case, Dialogue, Topic};
use super::texts::common;

/// The dialogue of one topic, from the first message to the last, held by an agent.
pub(super) fn from_topic(rng: &mut Rng, topic: &Topic, agent: Colleague) -> Vec<Beat> {
    let case = rng.pick(topic.cases).copied().unwrap_or(Case::USUAL);
    let mut beats: Vec<_> = rng.text(case.openings).split("||").map(Customer).collect();
    if rng.chance(18) {
        greet(rng, &mut beats);
    }
    if case.ask {
        beats.push(Agent(rng.text(topic.checks)));
        beats.push(Customer(rng.text(topic.details)));
        beats.extend(topic.attachment.map(CustomerSends));
    }
    if rng.chance(60)
        && let Some(note) = rng.pick(case.notes)
    {
        beats.push(OwnNote(note));
    }
    if rng.chance(6) {
        beats.extend([Wait("started", "1 hour"), Wait("finished", "1 hour")]);
    }
    let answer = rng.text(case.answers);
    if rng.chance(9) {
        beats.push(Suggestion(answer));
    }
    beats.push(Agent(answer));
    beats.extend(case.encloses.map(AgentSends));
    let follow_ups = own_or(case.follow_ups, topic.follow_ups);
    let count = if rng.chance(45) { 2 } else { 1 + rng.below(3) };
    for &(question, reply) in rng.some(follow_ups, count) {
        beats.push(Customer(question));
        if rng.chance(8) {
            hand_over(rng, &mut beats, agent);
        }
        beats.push(Agent(reply));
    }
    if rng.chance(90)
        && let Some(&(last_words, goodbye)) = rng.pick(own_or(case.endings, topic.endings))
    {
        if let Some(later) = last_words.strip_prefix('~') {
            beats.extend([Later, Customer(later)]);
        } else {
            beats.push(Customer(last_words));
        }
        if rng.chance(75) {
            beats.push(Agent(goodbye));
        }
    }
    beats
}

/// Questions with answers.
type Pairs = &'static [(&'static str, &'static str)];

fn own_or(own: Pairs, usual: Pairs) -> Pairs {
    if own.is_empty() { usual } else { own }
}

/// What the shop does with every conversation besides talking: passing it on, sorting it, noting
/// things down. `beats` starts with what the customer says.
pub(super) fn framed(
    rng: &mut Rng,
    beats: &[Beat],
    team: Team,
    agent: Colleague,
    tag: &'static str,
) -> Vec<Beat> {
    let first_words =
        beats.iter().take_while(|beat| matches!(beat, Customer(_) | CustomerSends(_)));
    let (opening, rest) = beats.split_at_checked(first_words.count()).unwrap_or((beats, &[]));
    let mut framed = opening.to_vec();
    framed.push(AssignTeam(team));
    if rng.chance(25) {
        let sorted_by = rng.text(&["language", "order value", "topic", "opening hours"]);
        framed.push(match sorted_by {
            "language" => Other("routing_rule_applied", r#"{"rule":"by language"}"#),
            "order value" => Attribute("customer_tier", "gold"),
            "topic" => Attribute("order_number", "{order}"),
            _ => Attribute("plan", "Fern Club"),
        });
    }
    // A bot may be talking at first; the agent comes in when it is their turn.
    let human = rest.iter().position(|beat| matches!(beat, Agent(_) | AgentSends(_)));
    let (before, after) = rest.split_at_checked(human.unwrap_or(0)).unwrap_or((&[], rest));
    framed.extend_from_slice(before);
    framed.push(Assign(agent));
    // Sorting is done by whoever answers, so it comes with the answer.
    let (answer, after) = after.split_at_checked(1).unwrap_or((&[], after));
    framed.extend_from_slice(answer);
    if !tag.is_empty() && rng.chance(80) {
        framed.push(Tag(tag));
    }
    if rng.chance(8) {
        let priority = if rng.chance(30) { model::Priority::Urgent } else { model::Priority::High };
        framed.push(Priority(priority));
    }
    framed.extend_from_slice(after);
    if !tag.is_empty() && rng.chance(4) && framed.iter().any(|beat| matches!(beat, Tag(_))) {
        framed.push(Untag(tag));
    }
    if rng.chance(4) {
        framed.push(Call(rng.chance(60), 220, rng.text(&common::CALLS)));
    }
    framed
}

/// How a conversation ends that is done: closed, and often rated.
pub(super) fn ending(rng: &mut Rng, language: &str) -> Vec<Beat> {
    let mut beats = Vec::new();
    if rng.chance(70) {
        beats.push(Seen);
    }
    if rng.chance(8) {
        beats.extend([SnoozeFor(48), Wake]);
    }
    beats.push(Close);
    if rng.chance(55) {
        beats.push(AskRating);
        if rng.chance(60) {
            let score = if rng.chance(78) { 5 } else { rng.between(1, 4) };
            let score = u8::try_from(score).unwrap_or(5);
            let remarks: &[&str] = match (language, score) {
                ("en", 4..) => &common::PRAISE,
                ("en", _) => &common::BLAME,
                _ => &["", "", "👍", "❤️"],
            };
            let remark = if rng.chance(60) { rng.text(remarks) } else { "" };
            beats.push(Rates(score, remark));
        } else {
            beats.push(RatingExpires);
        }
    }
    beats
}

/// A dialogue that is written down, in its frame.
pub(super) fn from_dialogue(rng: &mut Rng, dialogue: &Dialogue, agent: Colleague) -> Vec<Beat> {
    framed(rng, dialogue.beats, dialogue.team, agent, dialogue.tag)
}

/// The assistant greets, sorts and passes on.
fn greet(rng: &mut Rng, beats: &mut Vec<Beat>) {
    beats.push(Bot(rng.text(&common::BOT_GREETINGS)));
    if rng.chance(60) {
        beats.push(Choices(&common::BOT_CHOICES));
        beats.push(Chooses(rng.below(common::BOT_CHOICES.len())));
    } else {
        beats.push(Form(&common::BOT_FORM));
        beats.push(FormDone);
    }
    beats.push(Bot(rng.text(&common::BOT_HANDOVERS)));
}

/// One agent asks another to take over.
fn hand_over(rng: &mut Rng, beats: &mut Vec<Beat>, from: Colleague) {
    let words = [
        (Colleague::Maya, "@Maya could you take this one? I'm off at three."),
        (Colleague::Jonas, "@Jonas over to you, you know the carrier's people."),
        (Colleague::Priya, "@Priya can you have a look? You know this best."),
        (Colleague::Aoife, "@Aoife passing this on, they'd like to talk to you."),
    ];
    // Once is enough.
    let is_handed_over = beats.iter().any(|beat| matches!(beat, Assign(_)));
    if let Some(&(to, note)) = rng.pick(&words)
        && to != from
        && !is_handed_over
    {
        beats.extend([OwnNote(note), Assign(to)]);
    }
}
