//! The world as a whole: its size, its variety, and the rules it must not break.

mod outside;
mod variety;

use std::collections::{BTreeMap, BTreeSet};

use inbox_model::conversation::Conversation;
use inbox_model::time::{DAY, HOUR, MINUTE};
use inbox_model::{Content, Event, PartBody, ParticipantId, ParticipantKind, State, Timestamp};

use super::*;

/// Wednesday noon, Sunday night, the last minute of a year.
const INSTANTS: [&str; 3] =
    ["2026-03-04T12:00:00Z", "2026-06-21T03:20:11Z", "2026-12-31T23:59:59Z"];

fn instants() -> impl Iterator<Item = Timestamp> {
    INSTANTS.into_iter().map(|text| Timestamp::parse(text).unwrap())
}

fn noon() -> Timestamp {
    instants().next().unwrap()
}

/// Whether something has been said to the company that no agent has answered and the demo agent
/// has not read.
fn is_unread(world: &DemoWorld, conversation: &Conversation) -> bool {
    let read = conversation.receipt(&world.demo_agent).map(|receipt| &receipt.last_read_part);
    let read = conversation.parts.iter().position(|part| Some(&part.id) == read);
    let newest = conversation.parts.iter().rposition(|part| part.is_inbound());
    let answer = conversation.parts.iter().rposition(|part| {
        part.is_spoken() && part.author.as_ref().is_some_and(|it| it.kind == ParticipantKind::Agent)
    });
    newest > read && newest > answer
}

#[test]
fn one_instant_has_one_world() {
    assert_eq!(generate(noon()), generate(noon()));
    // Ids do not depend on the date, so that a link into the demo stays good.
    let ids = |now| generate(now).conversations.into_iter().map(|one| one.id).collect::<Vec<_>>();
    assert_eq!(ids(noon()), ids(noon().plus(40 * DAY + 5 * HOUR)));
}

#[test]
fn it_is_large_enough_whenever_it_is_made() {
    for now in instants() {
        let world = generate(now);
        let parts: usize = world.conversations.iter().map(|one| one.parts.len()).sum();
        assert!(world.conversations.len() >= 520, "{}", world.conversations.len());
        assert!(parts >= 8_500, "{parts}");
        assert!((300..=420).contains(&world.contacts.len()), "{}", world.contacts.len());
        let longest = world.conversations.iter().map(|one| one.parts.len()).max().unwrap();
        assert!(longest >= 600, "{longest}");
        let arabic = world.conversations.iter().filter(|one| one.language == "ar");
        assert!(arabic.map(|one| one.parts.len()).max().unwrap() >= 60);
    }
}

#[test]
fn parts_are_in_order_and_none_lies_ahead() {
    for now in instants() {
        let sister = generate_sister(now).conversations;
        for conversation in generate(now).conversations.into_iter().chain(sister) {
            let id = &conversation.id;
            assert!(!conversation.parts.is_empty(), "{id}");
            for two in conversation.parts.windows(2) {
                assert!(two[0].created_at < two[1].created_at, "{id}");
                assert!(two[0].id < two[1].id, "{id}");
            }
            for part in &conversation.parts {
                assert!(part.created_at <= now && part.updated_at <= now, "{id}: {part:?}");
                assert!(part.created_at <= part.updated_at, "{id}: {part:?}");
            }
            assert_eq!(conversation.created_at, conversation.parts[0].created_at, "{id}");
            assert!(conversation.updated_at <= now && conversation.activity_at() <= now, "{id}");
            assert!(now.since(conversation.created_at) < 372 * DAY, "{id}");
        }
    }
}

#[test]
fn ids_are_unique_and_in_their_formats() {
    let world = generate(noon());
    let short = |id: &str| {
        (1..=16).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let object = |id: &str| id.len() == 24 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
    let mut seen = BTreeSet::new();
    for conversation in &world.conversations {
        assert!(short(conversation.id.as_str()) && seen.insert(conversation.id.to_string()));
        for part in &conversation.parts {
            assert!(short(part.id.as_str()) && seen.insert(part.id.to_string()), "{:?}", part.id);
        }
    }
    let contacts = world.contacts.iter().map(|contact| &contact.participant);
    let people = world.agents.iter().chain(contacts).filter_map(|one| one.id.as_ref());
    let teams = world.teams.iter().map(|team| team.id.to_string());
    let tags = world.tags.iter().map(|tag| tag.id.to_string());
    for id in people.map(ToString::to_string).chain(teams).chain(tags) {
        assert!(object(&id) && seen.insert(id.clone()), "{id}");
    }
    let external: Vec<_> =
        world.contacts.iter().filter_map(|one| one.external_id.as_ref()).collect();
    assert_eq!(external.iter().collect::<BTreeSet<_>>().len(), external.len());
    let emails: Vec<_> =
        world.contacts.iter().filter_map(|one| one.participant.email.as_ref()).collect();
    assert_eq!(emails.iter().collect::<BTreeSet<_>>().len(), emails.len());
}

#[test]
fn the_sister_is_small_and_shares_one_agent() {
    for now in instants() {
        let (shop, sister) = (generate(now), generate_sister(now));
        assert_eq!(sister, generate_sister(now));
        assert_eq!(sister.conversations.len(), 12);
        assert_eq!((sister.agents.len(), sister.members.len()), (1, 1));
        assert!(shop.agents.iter().any(|agent| agent.id.as_ref() == sister.members.first()));
        let ids = |world: &DemoWorld| {
            let contacts = world.contacts.iter().filter_map(|one| one.participant.id.clone());
            let agents = world.agents.iter().filter_map(|one| one.id.clone());
            let people = contacts.chain(agents).map(|id| id.to_string());
            let tags = world.tags.iter().map(|tag| tag.id.to_string());
            let teams = world.teams.iter().map(|team| team.id.to_string());
            let conversations = world.conversations.iter().map(|one| one.id.to_string());
            people.chain(tags).chain(teams).chain(conversations).collect::<BTreeSet<_>>()
        };
        assert!(ids(&shop).is_disjoint(&ids(&sister)));
        for state in [State::Open, State::Snoozed, State::Closed] {
            assert!(sister.conversations.iter().any(|one| one.state == state), "{state:?}");
        }
        assert!(sister.conversations.iter().any(|one| !one.tags.is_empty()));
        assert!(sister.conversations.iter().any(|one| one.assignee.is_none()));
    }
}

#[test]
fn whoever_appears_is_known() {
    check_known(&generate(noon()));
    check_known(&generate_sister(noon()));
}

fn check_known(world: &DemoWorld) {
    let contacts = world.contacts.iter().filter_map(|contact| contact.participant.id.clone());
    let agents = world.agents.iter().filter_map(|agent| agent.id.clone());
    let members = world.members.iter().cloned();
    let known: BTreeSet<ParticipantId> = contacts.chain(agents).chain(members).collect();
    let machines = [people::bot(), people::automation()];
    let teams: BTreeSet<_> = world.teams.iter().map(|team| team.id.clone()).collect();
    let tags: BTreeSet<_> = world.tags.iter().map(|tag| tag.id.clone()).collect();
    for conversation in &world.conversations {
        for author in conversation.parts.iter().filter_map(|part| part.author.as_ref()) {
            let is_known =
                author.id.as_ref().map_or(machines.contains(author), |id| known.contains(id));
            assert!(is_known, "{author:?}");
        }
        for participant in &conversation.participants {
            assert!(known.contains(participant.id.as_ref().unwrap()), "{participant:?}");
        }
        for receipt in &conversation.read_receipts {
            assert!(known.contains(&receipt.participant));
            assert!(conversation.parts.iter().any(|part| part.id == receipt.last_read_part));
        }
        assert!(conversation.tags.iter().all(|tag| tags.contains(&tag.id)));
        assert!(conversation.team.iter().all(|team| teams.contains(team)));
        assert!(conversation.assignee.iter().all(|agent| known.contains(agent)));
    }
}

#[test]
fn a_state_is_what_the_thread_says() {
    for now in instants() {
        let sister = generate_sister(now).conversations;
        for conversation in generate(now).conversations.into_iter().chain(sister) {
            let id = &conversation.id;
            let told = conversation.parts.iter().rev().find_map(|part| match part.body {
                PartBody::Event(Event::StateChanged { state, snoozed_until }) => {
                    Some((state, snoozed_until))
                }
                _ => None,
            });
            let told = told.unwrap_or((State::Open, None));
            assert_eq!((conversation.state, conversation.snoozed_until), told, "{id}");
            if conversation.state == State::Snoozed {
                assert!(conversation.snoozed_until.unwrap() > now, "{id}");
            }
            if conversation.state == State::Closed {
                assert_eq!(conversation.waiting_since, None, "{id}");
                let closed = conversation.parts.iter().rposition(|part| {
                    matches!(part.body, PartBody::Event(Event::StateChanged { .. }))
                });
                let after = &conversation.parts[closed.unwrap()..];
                assert!(after.iter().all(|part| !part.is_spoken()), "{id}");
            }
            let preview = conversation.preview.as_ref().unwrap();
            assert_eq!(
                Some(preview),
                inbox_model::apply::preview_of(&conversation, false).as_ref()
            );
        }
    }
}

#[test]
fn the_top_of_the_list_is_busy() {
    for now in instants() {
        let world = generate(now);
        let mut sorted: Vec<_> = world.conversations.iter().collect();
        sorted.sort_by_key(|one| std::cmp::Reverse(one.activity_at()));
        let today = sorted.iter().take(30).filter(|one| now.since(one.activity_at()) < 12 * HOUR);
        assert_eq!(today.count(), 30);
        assert!(now.since(sorted[0].activity_at()) < 5 * MINUTE);
        let unread: Vec<_> = (0..)
            .zip(&sorted)
            .filter(|(_, one)| is_unread(&world, one))
            .map(|(at, _)| at)
            .collect();
        assert!((20..=30).contains(&unread.len()), "{unread:?}");
        assert!(unread.iter().all(|&at| at < 70), "{unread:?}");
        let waits = |from: i64, to: i64| {
            let waiting = sorted.iter().filter_map(|one| one.waiting_since);
            waiting.filter(|since| (from..to).contains(&now.since(*since))).count()
        };
        assert!(waits(0, HOUR) >= 5 && waits(HOUR, 12 * HOUR) >= 5);
    }
}

#[test]
fn states_and_assignees_are_mixed() {
    let world = generate(noon());
    let count = |which: &dyn Fn(&Conversation) -> bool| {
        world.conversations.iter().filter(|one| which(one)).count()
    };
    assert!(count(&|one| one.state == State::Open) >= 40);
    assert!(count(&|one| one.state == State::Snoozed) >= 5);
    assert!(count(&|one| one.state == State::Closed) >= 350);
    assert!(count(&|one| one.assignee.as_ref() == Some(&world.demo_agent)) >= 60);
    assert!(count(&|one| one.assignee.is_none()) >= 5);
    assert!(count(&|one| one.csat.summary.is_some()) >= 150);
    assert!(count(&|one| one.title.is_none()) >= 100);
    assert!(count(&|one| one.source.as_ref().is_some_and(|it| it.subject.is_some())) >= 20);
    let mut languages = BTreeMap::<&str, usize>::new();
    for conversation in &world.conversations {
        *languages.entry(&conversation.language).or_default() += 1;
    }
    for language in ["en", "de", "fr", "es", "pt", "ar", "he", "ja", "zh", "ko", "hi", "tr", "pl"] {
        assert!(
            languages.get(language).is_some_and(|count| *count >= 4),
            "{language}: {languages:?}"
        );
    }
}

#[test]
fn the_demo_customer_has_three_conversations() {
    let world = generate(noon());
    let lena = world.contacts.iter().find(|one| one.external_id.as_deref() == Some(DEMO_CUSTOMER));
    let lena = lena.unwrap().participant.id.clone();
    let own: Vec<_> =
        world.conversations.iter().filter(|one| one.contact().unwrap().id == lena).collect();
    assert_eq!(own.len(), 3);
    let open = own.iter().find(|one| one.state == State::Open).unwrap();
    let read = &open.receipt(lena.as_ref().unwrap()).unwrap().last_read_part;
    let read = open.parts.iter().position(|part| &part.id == read).unwrap();
    assert!(open.parts[read + 1..].iter().any(|part| part.is_spoken() && !part.is_inbound()));
    assert!(own.iter().any(|one| one.csat.summary.as_ref().is_some_and(|it| it.score.is_some())));
    let has_files = |one: &&&Conversation| {
        let files = one.parts.iter().flat_map(|part| part.contents()).filter_map(Content::media);
        files.count() >= 3
    };
    assert!(own.iter().any(|one| has_files(&one)));
}

#[test]
fn no_slot_is_left_empty() {
    let (shop, sister) = (generate(noon()), generate_sister(noon()));
    for conversation in shop.conversations.iter().chain(&sister.conversations) {
        for part in &conversation.parts {
            let Some(text) = part.markdown() else { continue };
            assert!(!text.trim().is_empty(), "{}", conversation.id);
            // Code may have braces, and has more than one line.
            let slot = text.split_once('{').and_then(|(_, rest)| rest.split_once('}'));
            let is_slot = |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric());
            assert!(!slot.is_some_and(|(name, _)| is_slot(name)) || text.contains("```"), "{text}");
        }
    }
}
