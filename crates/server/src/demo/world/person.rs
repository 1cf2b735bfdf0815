//! The people at the other end: what they say when they have read something.

use inbox_model::time::SECOND;
use inbox_model::{Command, Conversation, Delivery, Part, Timestamp};

use super::service::is_approved;
use super::{between, draw, is_by_agent, is_sent};

/// Who waits longer than this for an answer gets none: it has been said before the server was
/// started.
const PATIENCE: i64 = 120 * SECOND;

/// To the question whether to go on, by language; the first is for every other.
const CONSENT: [(&str, [&str; 3]); 3] = [
    ("en", ["Yes please, go ahead", "Sure!", "Not right now, sorry. Thanks for asking though"]),
    ("de", ["Ja, gern!", "Klar 👍", "Gerade nicht, danke der Nachfrage"]),
    ("ar", ["نعم، تفضلوا", "بالتأكيد", "ليس الآن، شكرًا"]),
];

/// To whatever an agent says.
const ANSWERS: [(&str, [&str; 4]); 3] = [
    (
        "en",
        [
            "Thank you, that helps!",
            "Perfect 🙏",
            "Great, I'll try that",
            "Oh, good to know. Thanks!",
        ],
    ),
    (
        "de",
        ["Danke, das hilft!", "Perfekt 🙏", "Super, das probiere ich", "Ah, gut zu wissen. Danke!"],
    ),
    ("ar", ["شكرًا، هذا مفيد!", "ممتاز 🙏", "رائع، سأجرب ذلك", "جيد أن أعرف، شكرًا!"]),
];

/// What they react with.
const EMOJI: [&str; 4] = ["👍", "❤️", "🙏", "😄"];

/// What the customer does at `now` about the newest thing that was said, if it was said to them and
/// they have read it.
pub(super) fn answer(conversation: &Conversation, now: Timestamp) -> Option<Command> {
    let newest = conversation.parts.iter().rev().find(|part| part.is_spoken())?;
    let read_at =
        newest.tracking.delivery_at.filter(|_| newest.delivery == Some(Delivery::Read))?;
    let waited = now.since(read_at);
    if !is_sent(newest)
        || waited < between(id(newest), 5, 5 * SECOND, 16 * SECOND)
        || waited > PATIENCE
    {
        return None;
    }
    say(conversation, newest)
}

/// Whether an answer is still to be expected.
pub(super) fn is_thinking(conversation: &Conversation, now: Timestamp) -> bool {
    let newest = conversation.parts.iter().rev().find(|part| part.is_spoken());
    newest.is_some_and(|newest| {
        let read_at =
            newest.tracking.delivery_at.filter(|_| newest.delivery == Some(Delivery::Read));
        is_sent(newest)
            && read_at.is_some_and(|read_at| now.since(read_at) <= PATIENCE)
            && say(conversation, newest).is_some()
    })
}

fn say(conversation: &Conversation, newest: &Part) -> Option<Command> {
    let draw = |salt| draw(id(newest), salt);
    if is_approved(conversation, newest) {
        // Three in four answer, and one of those says no, which opens the window as well.
        let texts = in_language(&CONSENT, &conversation.language);
        return (draw(6) % 4 > 0).then(|| Command::reply(pick(texts, draw(7))));
    }
    if !is_by_agent(newest) {
        return None;
    }
    match draw(8) % 10 {
        0..4 => {
            let texts = in_language(&ANSWERS, &conversation.language);
            Some(Command::reply(pick(texts, draw(9))))
        }
        4..7 if newest.tracking.contact_reaction.is_none() => {
            let emoji = Some(pick(&EMOJI, draw(10)).to_owned());
            Some(Command::React { part: newest.id.clone(), emoji })
        }
        _ => None,
    }
}

fn id(part: &Part) -> &str {
    part.id.as_str()
}

fn in_language<'a, const N: usize>(
    table: &'a [(&str, [&'static str; N])],
    language: &str,
) -> &'a [&'static str] {
    let language = language.split(['-', '_']).next().unwrap_or_default();
    let known = table.iter().find(|(code, _)| *code == language).or(table.first());
    known.map_or(&[], |(_, texts)| texts.as_slice())
}

fn pick(texts: &[&'static str], number: u64) -> &'static str {
    let count = u64::try_from(texts.len()).unwrap_or(1).max(1);
    let at = usize::try_from(number % count).unwrap_or(0);
    texts.get(at).copied().unwrap_or_default()
}
