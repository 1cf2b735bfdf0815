//! A view's filter as a condition of a query. It answers as [`Filter::matches`] does; a test holds
//! both to it. An unknown condition is `NULL`, which SQL carries on as the model does.

use inbox_dialects::portable::{write_priority, write_state};
use inbox_model::search::words;
use inbox_model::view::{Assignee, Condition, Filter, TagRule, channel_word};
use inbox_model::{TagId, Timestamp};
use sqlx::{QueryBuilder, Sqlite};

use super::list::{search_for, unread_by};
use super::{Reader, search};

type Query = QueryBuilder<Sqlite>;

/// Adds the condition; the reader's receipt and mark are joined.
pub(super) fn push(query: &mut Query, reader: &Reader, filter: &Filter, now: Timestamp) {
    query.push(" AND COALESCE(");
    node(query, reader, filter, now);
    query.push(", 1 = 1)");
}

fn node(query: &mut Query, reader: &Reader, filter: &Filter, now: Timestamp) {
    match filter {
        Filter::All(of) => many(query, reader, of, now, ("1 = 1", " AND ")),
        Filter::Any(of) => many(query, reader, of, now, ("1 = 0", " OR ")),
        Filter::Not(one) => {
            query.push("(NOT ");
            node(query, reader, one, now);
            query.push(")");
        }
        Filter::Is(condition) => {
            query.push("(");
            is(query, reader, condition, now);
            query.push(")");
        }
    }
}

fn many(
    query: &mut Query,
    reader: &Reader,
    of: &[Filter],
    now: Timestamp,
    (none, and): (&'static str, &'static str),
) {
    query.push("(").push(none);
    for one in of {
        query.push(and);
        node(query, reader, one, now);
    }
    query.push(")");
}

fn is(query: &mut Query, reader: &Reader, condition: &Condition, now: Timestamp) {
    match condition {
        Condition::State(of) => {
            query.push("CASE WHEN c.state = 'snoozed' AND c.snoozed_until <= ");
            query.push_bind(now.as_millis()).push(" THEN 'open' ELSE c.state END");
            one_of(query, of.iter().map(|state| write_state(*state)));
        }
        Condition::Assignee(Assignee::Me) => equals(query, "c.assignee", reader.id().as_str()),
        Condition::Assignee(Assignee::Agent(id)) => equals(query, "c.assignee", id.as_str()),
        Condition::Assignee(Assignee::Nobody) => {
            query.push("c.assignee IS NULL");
        }
        Condition::Assignee(Assignee::Somebody) => {
            query.push("c.assignee IS NOT NULL");
        }
        Condition::Assignee(Assignee::Anyone) => {
            query.push("1 = 1");
        }
        Condition::Team(None) => {
            query.push("c.team IS NULL");
        }
        Condition::Team(Some(id)) => equals(query, "c.team", id.as_str()),
        Condition::Tags(rule) => tags(query, rule),
        Condition::Channel(of) => {
            query.push("c.channel");
            one_of(query, of.iter().map(channel_word));
        }
        Condition::Priority(of) => {
            query.push("c.priority");
            one_of(query, of.iter().map(|one| write_priority(*one)));
        }
        Condition::Unread(wanted) => flag(query, unread_by(reader), *wanted),
        Condition::Starred(wanted) => flag(query, "c.starred = 1", *wanted),
        Condition::Archived(wanted) => flag(query, "c.archived = 1", *wanted),
        Condition::Overdue(wanted) => {
            query.push(if *wanted { "" } else { "NOT " });
            query.push("(c.due_at IS NOT NULL AND c.due_at <= ").push_bind(now.as_millis());
            query.push(")");
        }
        Condition::Text(text) => {
            query.push("1 = 1");
            for word in words(text) {
                search_for(query, reader, &search::pattern(&word));
            }
        }
        Condition::Other(..) => {
            query.push("NULL");
        }
    }
}

/// Never `NULL`, which would be unknown.
fn equals(query: &mut Query, column: &'static str, value: &str) {
    query.push(column).push(" IS NOT NULL AND ").push(column).push(" = ");
    query.push_bind(value.to_owned());
}

fn flag(query: &mut Query, condition: &'static str, wanted: bool) {
    query.push(if wanted { "(" } else { "NOT (" }).push(condition).push(")");
}

fn one_of<'a>(query: &mut Query, values: impl Iterator<Item = &'a str>) {
    let mut list = query.push(" IN (").separated(", ");
    for value in values {
        list.push_bind(value.to_owned());
    }
    query.push(")");
}

fn tags(query: &mut Query, rule: &TagRule) {
    let (before, ids, after) = match rule {
        TagRule::AnyOf(ids) => ("0 < ", ids, None),
        TagRule::NoneOf(ids) => ("0 = ", ids, None),
        TagRule::AllOf(ids) => {
            let mut different: Vec<&TagId> = ids.iter().collect();
            different.sort_unstable();
            different.dedup();
            ("", ids, Some(i64::try_from(different.len()).unwrap_or(i64::MAX)))
        }
    };
    query.push(before).push(
        "(SELECT COUNT(*) FROM conversation_tags t WHERE t.conversation_id = c.id AND t.tag_id",
    );
    one_of(query, ids.iter().map(TagId::as_str));
    query.push(")");
    if let Some(count) = after {
        query.push(" = ").push_bind(count);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use inbox_model::conversation::Source;
    use inbox_model::part::Message;
    use inbox_model::tag::Tag;
    use inbox_model::view::Json;
    use inbox_model::{
        Channel, Content, Conversation, Part, PartBody, Participant, ParticipantKind, Priority,
        State,
    };

    use super::*;
    use crate::store::{Import, ListFilter, ListStart, Store};

    const NOW: Timestamp = Timestamp::from_millis(1_768_057_200_000);
    const ME: &str = "aaaaaaaaaaaaaaaaaaaaaaaa";
    const ANA: &str = "cccccccccccccccccccccccc";

    /// The same choices every time.
    struct Dice(u64);

    impl Dice {
        fn below(&mut self, limit: usize) -> usize {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            usize::try_from(self.0 >> 33).unwrap() % limit
        }

        fn flag(&mut self) -> bool {
            self.below(2) == 0
        }

        fn one<T: Clone>(&mut self, of: &[T]) -> T {
            of[self.below(of.len())].clone()
        }

        fn some<T: Clone>(&mut self, of: &[T]) -> Vec<T> {
            of.iter().filter(|_| self.flag()).cloned().collect()
        }
    }

    const STATES: [State; 4] = [State::Open, State::Pending, State::Snoozed, State::Closed];
    const PRIORITIES: [Priority; 3] = [Priority::None, Priority::High, Priority::Urgent];
    const TAGS: [&str; 3] = ["t1", "t2", "t3"];
    const TEAMS: [&str; 2] = ["team1", "team2"];

    fn channels() -> [Channel; 4] {
        [Channel::Web, Channel::Email, Channel::Unknown, Channel::Other("fax".into())]
    }

    fn conversation(number: usize, dice: &mut Dice) -> Conversation {
        let mut one = Conversation::new(format!("c{number}").into(), NOW);
        let instant = |dice: &mut Dice| Some(NOW.plus(dice.one(&[-1, 0, 1])));
        one.state = dice.one(&STATES);
        one.snoozed_until = instant(dice).filter(|_| dice.flag());
        one.handling.sla.first_response_due_at = instant(dice).filter(|_| dice.flag());
        one.priority = dice.one(&PRIORITIES);
        one.assignee =
            dice.one(&[None, Some(ME), Some("bbbbbbbbbbbbbbbbbbbbbbbb")]).map(Into::into);
        one.team = dice.one(&[None, Some(TEAMS[0]), Some(TEAMS[1])]).map(Into::into);
        let channel = dice.one(&channels());
        one.source = dice.flag().then(|| Source { channel, ..Source::default() });
        let named = |id: &str| Tag { id: id.into(), name: ["Étiquette ", id].concat() };
        one.tags = dice.some(&TAGS).into_iter().map(named).collect();
        let titles = [None, Some("Crème brûlée"), Some("100% _ \\ ŁÓDŹ"), Some("🎉")];
        one.title = dice.one(&titles).map(Into::into);
        one.handling.starred = dice.flag();
        one.handling.archived = dice.flag();
        let ana = Participant::new(ParticipantKind::Customer, ANA);
        if dice.flag() {
            one.participants.push(ana.clone());
        }
        let (speaks, marked) = (dice.flag(), dice.flag());
        if speaks {
            let said = PartBody::Message(Message::new(vec![Content::text("Où est mon colis ?")]));
            let part = Part::new(format!("p{number}").into(), said, Some(ana), NOW);
            one.parts.push(Arc::new(part));
        } else if marked {
            one.handling.marked_unread_by.push(ME.into());
        }
        one
    }

    fn condition(dice: &mut Dice) -> Condition {
        let tags = |dice: &mut Dice| dice.some(&TAGS).into_iter().map(Into::into).collect();
        let flag = dice.flag();
        match dice.below(14) {
            0 => Condition::State(dice.some(&STATES)),
            1 => Condition::Assignee(dice.one(&[
                Assignee::Me,
                Assignee::Anyone,
                Assignee::Nobody,
                Assignee::Somebody,
                Assignee::Agent("bbbbbbbbbbbbbbbbbbbbbbbb".into()),
            ])),
            2 => Condition::Team(dice.one(&[None, Some("team1".into())])),
            3 => Condition::Tags(TagRule::AnyOf(tags(dice))),
            4 => Condition::Tags(TagRule::AllOf(tags(dice))),
            5 => Condition::Tags(TagRule::NoneOf(tags(dice))),
            6 => Condition::Channel(dice.some(&channels())),
            7 => Condition::Priority(dice.some(&PRIORITIES)),
            8 => Condition::Unread(flag),
            9 => Condition::Starred(flag),
            10 => Condition::Archived(flag),
            11 => Condition::Overdue(flag),
            12 => Condition::Text(dice.one(&[
                "creme BRULEE".into(),
                "ou colis".into(),
                "lodz 100".into(),
                "étiquette T2".into(),
                "🎉".into(),
                "%".into(),
                "ana".into(),
                "nichts".into(),
            ])),
            _ => Condition::Other("plan".into(), Json::Null),
        }
    }

    fn filter(dice: &mut Dice, levels: usize) -> Filter {
        let many = |dice: &mut Dice| {
            (0..dice.below(4)).map(|_| filter(dice, levels - 1)).collect::<Vec<_>>()
        };
        match dice.below(if levels == 0 { 1 } else { 4 }) {
            0 => condition(dice).into(),
            1 => filter(dice, levels - 1).negated(),
            2 => Filter::All(many(dice)),
            _ => Filter::Any(many(dice)),
        }
    }

    /// The database and the model see the same conversations in every view, and count the same.
    #[tokio::test]
    async fn a_list_is_what_the_model_says() {
        let name = format!("inbox-views-{}", crate::id::uuid().unwrap());
        let file = std::env::temp_dir().join(name);
        let store = Store::open(&format!("sqlite://{}", file.display())).await.unwrap();
        let organisation = store.create_organisation("Test", NOW).await.unwrap().id;
        let dice = &mut Dice(4);
        let mut ana = Participant::new(ParticipantKind::Customer, ANA).named("Aña");
        ana.email = Some("x@example.com".into());
        let import = Import {
            agents: vec![Participant::new(ParticipantKind::Agent, ME).named("Me")],
            contacts: vec![crate::store::Contact { participant: ana, external_id: None }],
            tags: TAGS.map(|id| Tag { id: id.into(), name: ["Étiquette ", id].concat() }).into(),
            conversations: (0..250).map(|number| conversation(number, dice)).collect(),
            ..Import::default()
        };
        store.import(&organisation, &import, NOW).await.unwrap();
        let reader = Reader::Agent { id: ME.into(), organisation };
        let me = Some(reader.id());
        let listed = async |filter: &ListFilter| {
            store.list(&reader, filter, &ListStart::Top, 1_000).await.unwrap().conversations
        };
        let all = listed(&ListFilter::default()).await;
        assert_eq!(all.len(), 250);
        for _ in 0..400 {
            let filter = filter(dice, 3);
            let wanted = ListFilter::of(&filter, reader.id(), NOW);
            let ids = |all: &[Conversation]| -> Vec<String> {
                all.iter().map(|one| one.id.to_string()).collect()
            };
            let shown: Vec<Conversation> =
                all.iter().filter(|one| filter.matches(one, me, NOW)).cloned().collect();
            assert_eq!(ids(&listed(&wanted).await), ids(&shown), "{filter:?}");
            let count = store.tally(&reader, &wanted).await.unwrap();
            let unread = shown.iter().filter(|one| one.is_unread_by(me)).count();
            assert_eq!((count.total, count.unread), (shown.len() as u64, unread as u64));
        }
        store.close().await;
        std::fs::remove_file(file).unwrap();
    }
}
