//! How long a search takes: `cargo run --release -p inbox-model --example search_speed [rows]`.
//!
//! It prints how long the index of so many conversations takes to build and to follow a change, and
//! how long each of some queries takes, as the median and the slowest of many. Words are drawn from
//! a made-up language of many different ones, as names and addresses are.
#![expect(clippy::print_stdout, reason = "printing is what it is for")]
#![expect(clippy::disallowed_methods, reason = "it measures time; the model does not")]

use std::time::{Duration, Instant};

use inbox_model::search::SearchIndex;
use inbox_model::tag::Tag;
use inbox_model::{Conversation, Participant, ParticipantKind, Preview, Timestamp};

/// How often each query is asked.
const TIMES: usize = 41;

fn main() {
    let rows: u64 = std::env::args().nth(1).and_then(|rows| rows.parse().ok()).unwrap_or(100_000);
    let mut dice = Dice(7);
    let all: Vec<Conversation> = (0..rows).map(|at| conversation(at, &mut dice)).collect();
    let before = resident();
    let start = Instant::now();
    let mut index = SearchIndex::default();
    for one in &all {
        index.insert(one);
    }
    println!("{rows} conversations: built in {:?}", start.elapsed());
    if let (Some(before), Some(after)) = (before, resident()) {
        println!("{} MB more than before", after.saturating_sub(before) / 1024);
    }
    let mut changes = Vec::new();
    for one in all.iter().take(TIMES) {
        let mut changed = one.clone();
        changed.preview = Some(preview("Something else was said in the meantime", one.created_at));
        let start = Instant::now();
        index.insert(&changed);
        changes.push(start.elapsed());
    }
    print("a change", &mut changes);
    let name = all.first().and_then(|one| one.title.clone()).unwrap_or_default();
    let hostile = "ab ".repeat(33_000);
    for query in
        ["a", "re", "ref", "refund", "refnud", "exapmle", "refund order", &name, "4711", &hostile]
    {
        let mut times = Vec::new();
        let mut hits = 0;
        for _ in 0..TIMES {
            let start = Instant::now();
            hits = index.query(query, 50).len();
            times.push(start.elapsed());
        }
        let shown: String = query.chars().take(30).collect();
        print(&format!("{shown:?}, {hits} hits"), &mut times);
    }
}

fn print(what: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let median = times.get(times.len() / 2).copied().unwrap_or_default();
    println!("{what}: {median:?}, slowest {:?}", times.last().copied().unwrap_or_default());
}

/// What the process takes, in kilobytes, where the system tells.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// The same numbers every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) % limit
    }

    /// One of so many words, small numbers oftener than great ones.
    fn word(&mut self, of: u64) -> String {
        let limit = 1 + self.below(of);
        let mut number = self.below(limit) + 11;
        let mut word = String::new();
        while number > 0 {
            let syllables =
                ["ba", "re", "ti", "fu", "no", "lém", "sar", "ki", "do", "ün", "pe", "ma", "or"];
            let at = usize::try_from(number % 13).unwrap_or_default();
            word.push_str(syllables.get(at).copied().unwrap_or_default());
            number /= 13;
        }
        word
    }
}

fn preview(text: &str, at: Timestamp) -> Preview {
    Preview {
        part_id: "p".into(),
        text: text.to_owned(),
        author: None,
        at,
        content: None,
        note: false,
    }
}

fn conversation(at: u64, dice: &mut Dice) -> Conversation {
    let when = Timestamp::from_millis(1_700_000_000_000 + i64::try_from(at).unwrap_or_default());
    let mut one = Conversation::new(format!("{at:024x}").into(), when);
    let topics = ["Refund", "Order", "Delivery", "Question about my invoice", "Login"];
    let topic = topics.get(usize::try_from(dice.below(5)).unwrap_or_default()).copied();
    one.title = Some(format!("{} {}", topic.unwrap_or_default(), dice.below(90_000)));
    let (first, last) = (dice.word(5_000), dice.word(400_000));
    let mut contact = Participant::new(ParticipantKind::Customer, format!("c{at}"));
    contact.email = Some(format!("{first}.{last}@example.com"));
    contact.name = Some(format!("{first} {last}"));
    one.participants.push(contact);
    one.tags.push(Tag { id: "t".into(), name: dice.word(50) });
    let words: Vec<String> = (0..14).map(|_| dice.word(20_000)).collect();
    one.preview = Some(preview(&words.join(" "), when));
    one
}
