//! The nineteen points at which the contracts are easily misread: each has tests that are named
//! after it, in whichever crate the point lives, and the page lists them.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use crate::page;

/// The points in our own words, in the order of `contracts/README.md`.
const POINTS: [&str; 19] = [
    "Whether one can reply is what `reply_possible` says, and nothing else. `reply_until` is for the countdown.",
    "No `reply_until` is no window until the other side begins, or an approved message does; one that has passed has expired.",
    "No window keeps a message from being taken. It fails afterwards, and the message says so. How long a window is depends on the channel.",
    "After a restart the time runs and yet the customer has to write first; whatever they write opens the window.",
    "The time of the last customer's message outlives the message. Many contents come in and one goes out. A number that is out of sync sends nothing, a blocked profile is not heard, and `created` is not handed on yet.",
    "Who waits for whom is told by two fields that are no opposites. Barred replies bar contacts alone; to be blocked is about the person.",
    "In a PATCH what is absent stays and a null assignee is nobody. A snooze needs a time to come. Without an acting admin the bot did it; tags need one, and whoever it is belongs to the organisation.",
    "All beats the lists. Receipts that exist move, up to the newest part, a note included; only one's own is made.",
    "The newest 500 parts, without pages. One conversation promises parts; lists and updates may show them.",
    "Only what was said can be redacted: four kinds of part. It stays, marked and empty; all else is 400.",
    "One window is for a first rating and one for its changes, each optional. The history is newest first and marks what counts. What was submitted is rated, 1 to 5, about one of three kinds of agent.",
    "A tag hangs on the newest message, keeps its removal and may hang again; the conversation has those that hang now. Several in a filter are joined by AND.",
    "A participant is found by id, then by the site's id, then by address. The last one stays. Both DELETEs have a body. Contacts write no notes.",
    "The fields say which operation is meant, or both; without `experimental` and the secret nothing else is looked at.",
    "Replies pass the turn between open and pending, and nothing but a person opens what is closed. The same status again is 400. Deadlines are set by customers and ended by agents. What a metadata update leaves out stays.",
    "Fixed paths go before a thread's id. The organisation's header scopes everything, and what is foreign is missing.",
    "A message that the provider delivers twice is one row. Calls stand among the messages with their summary. Only text messages and e-mails can be sent.",
    "Four views stay whatever is saved. Whoever is made responsible belongs to the organisation, and null is nobody.",
    "Whatever a person sends while a draft waits makes one labelled pair, sent as it stood or not; dismissing makes none. A newer draft takes the place of an older one. Whether there are drafts at all is for whoever writes them.",
];

/// Where rules, codecs and routes are, in this order.
const CRATES: [&str; 3] = ["model", "dialects", "server"];

/// The tests by point, each with the crate that it is in.
fn tests() -> BTreeMap<usize, Vec<(&'static str, String)>> {
    let mut found: BTreeMap<usize, Vec<(&'static str, String)>> = BTreeMap::new();
    for name in CRATES {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name);
        let mut folders = vec![root.join("src"), root.join("tests")];
        while let Some(folder) = folders.pop() {
            let Ok(entries) = fs::read_dir(&folder) else { continue };
            for entry in entries.map(|entry| entry.unwrap().path()) {
                if entry.is_dir() {
                    folders.push(entry);
                } else if entry.extension().is_some_and(|extension| extension == "rs") {
                    for (point, test) in tests_in(&fs::read_to_string(&entry).unwrap()) {
                        found.entry(point).or_default().push((name, test));
                    }
                }
            }
        }
    }
    let rank = |name: &str| CRATES.iter().position(|one| *one == name);
    for tests in found.values_mut() {
        tests.sort_by_key(|(name, test)| (rank(name), test.clone()));
    }
    found
}

/// `(7, "pitfall_07_…")` for every test of such a name.
fn tests_in(source: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut is_test = false;
    for line in source.lines().map(str::trim_start) {
        if line.starts_with("#[") {
            is_test |= line.contains("test]");
            continue;
        }
        let function = line.strip_prefix("async ").unwrap_or(line);
        if is_test
            && let Some(rest) = function.strip_prefix("fn pitfall_")
            && let Some((number, more)) = rest.split_once('_')
            && let Ok(number) = number.parse()
        {
            let name = more.split('(').next().unwrap_or_default();
            found.push((number, format!("pitfall_{number:02}_{name}")));
        }
        is_test &= line.starts_with("//");
    }
    found
}

#[test]
fn every_point_has_its_tests_and_the_page_lists_them() {
    let tests = tests();
    let numbers: Vec<_> = tests.keys().copied().collect();
    assert_eq!(numbers, (1..=19).collect::<Vec<_>>());
    let mut out = String::new();
    for (number, point) in (1..).zip(POINTS) {
        let sentences = point.replace(". ", ".\n   ");
        writeln!(out, "{number:>2}. {sentences}").unwrap();
        for (name, test) in &tests[&number] {
            writeln!(out, "    - {name}: `{test}`").unwrap();
        }
    }
    page::assert_section("docs/dialects.md", "pitfalls", &out);
}

#[test]
fn only_tests_count() {
    let source = "#[test]\nfn pitfall_07_a() {\n}\nfn pitfall_08_b() {}\n#[tokio::test]\n/// Why.\n\
                  async fn pitfall_09_c() {}\n#[test]\nfn other() { fn pitfall_10_d() {} }\n";
    let found = tests_in(source);
    assert_eq!(found, [(7, "pitfall_07_a".to_owned()), (9, "pitfall_09_c".to_owned())]);
}
