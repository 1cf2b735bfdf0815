//! Lists of conversations, newest activity first, and how many there are of each kind.

use std::collections::BTreeSet;

use inbox_dialects::portable::write_state;
use inbox_model::search::words;
use inbox_model::view::{Filter, ViewCount};
use inbox_model::{Conversation, ConversationId, ParticipantId, State, TagId, Timestamp};
use sqlx::{QueryBuilder, Row, Sqlite};

use super::read::{self, OWN_JOIN, READER_JOIN, reader_columns};
use super::row::COLUMNS;
use super::{Reader, Result, Store, expression, refresh, search};

/// Which conversations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListFilter {
    /// With all of these tags.
    pub tags: Vec<TagId>,
    /// In this state.
    pub state: Option<State>,
    /// In one of these states; empty for any.
    pub states: Vec<State>,
    /// Of this agent, or of nobody.
    pub assignee: Option<Assignee>,
    /// With something that the reader has not read.
    pub unread: bool,
    /// With a star.
    pub starred: bool,
    /// Put away, or not put away; `None` for both.
    pub archived: Option<bool>,
    /// Whose answer was due at this instant.
    pub overdue_at: Option<Timestamp>,
    /// In which this contact takes part.
    pub contact: Option<ParticipantId>,
    /// With each word of this text in the title or the newest thing said, whatever its case and
    /// accents; for agents also in a tag's name, or a contact's name, e-mail address or phone number.
    pub search: Option<String>,
    /// That this shows to the reader at this instant.
    pub shown: Option<(Filter, Timestamp)>,
}

impl ListFilter {
    /// What a filter shows to an agent. What is true of all of it is asked for by itself, because
    /// there are indexes for that.
    pub fn of(filter: &Filter, me: &ParticipantId, now: Timestamp) -> Self {
        let needs = filter.needs(Some(me));
        Self {
            tags: needs.tags,
            assignee: needs.assignee.map(|who| who.map_or(Assignee::Nobody, Assignee::Agent)),
            unread: needs.unread == Some(true),
            starred: needs.starred == Some(true),
            archived: needs.archived,
            overdue_at: needs.overdue.filter(|is| *is).map(|_| now),
            shown: Some((filter.clone(), now)),
            ..Self::default()
        }
    }
}

/// Who is responsible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assignee {
    /// This agent.
    Agent(ParticipantId),
    /// Nobody.
    Nobody,
}

/// A place in a list: just after this conversation. It stays valid while rows move, because it
/// names values and not a count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPosition {
    /// Its last activity, as the reader sees it.
    pub activity_at: Timestamp,
    /// Its id, which breaks ties.
    pub id: ConversationId,
}

/// Where a page begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ListStart {
    /// At the top.
    #[default]
    Top,
    /// After a conversation.
    After(ListPosition),
    /// After so many conversations, for systems that count. Rows that move meanwhile are missed or
    /// told twice.
    Offset(u32),
}

/// A page of a list.
#[derive(Clone, Debug, Default)]
pub struct Listed {
    /// The conversations, without parts.
    pub conversations: Vec<Conversation>,
    /// Where the next page starts; `None` at the end.
    pub next: Option<ListPosition>,
}

/// How many conversations there are. The last three count open ones only: what is still to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Open (or pending).
    pub open: u64,
    /// Put aside.
    pub snoozed: u64,
    /// Done.
    pub closed: u64,
    /// With something unread for the agent.
    pub unread: u64,
    /// Of the agent.
    pub mine: u64,
    /// Of nobody.
    pub unassigned: u64,
}

/// What is unread for an agent; see [`reader_columns`].
const UNREAD_BY_AGENT: &str = "(m.agent_id IS NOT NULL OR (c.inbound_position > c.answer_position
     AND c.inbound_position > COALESCE(r.position, 0)))";

/// Joins the reader's own mark; needs the reader's id bound.
const MARK_JOIN: &str = " LEFT JOIN unread_marks m ON m.conversation_id = c.id AND m.agent_id = ";

const UNREAD_BY_CONTACT: &str = "(c.outbound_position > COALESCE(r.position, 0))";

/// The condition under which something is unread for a reader.
pub(super) fn unread_by(reader: &Reader) -> &'static str {
    if reader.is_agent() { UNREAD_BY_AGENT } else { UNREAD_BY_CONTACT }
}

/// Adds what narrows a list down; the reader's receipt and mark are joined.
fn narrow(query: &mut QueryBuilder<Sqlite>, reader: &Reader, filter: &ListFilter) {
    query.push(" WHERE c.organisation_id = ").push_bind(reader.organisation().as_str().to_owned());
    if let Some(state) = filter.state {
        query.push(" AND c.state = ").push_bind(write_state(state));
    }
    if !filter.states.is_empty() {
        let mut names = query.push(" AND c.state IN (").separated(", ");
        for state in &filter.states {
            names.push_bind(write_state(*state));
        }
        query.push(")");
    }
    match &filter.assignee {
        Some(Assignee::Agent(id)) => {
            query.push(" AND c.assignee = ").push_bind(id.to_string());
        }
        Some(Assignee::Nobody) => {
            query.push(" AND c.assignee IS NULL");
        }
        None => {}
    }
    if filter.unread {
        query.push(" AND ").push(unread_by(reader));
    }
    if filter.starred {
        query.push(" AND c.starred = 1");
    }
    if let Some(archived) = filter.archived {
        query.push(" AND c.archived = ").push_bind(i64::from(archived));
    }
    if let Some(now) = filter.overdue_at {
        query.push(" AND c.due_at <= ").push_bind(now.as_millis());
    }
    if let Some(contact) = &filter.contact {
        query.push(" AND EXISTS (SELECT 1 FROM conversation_participants p WHERE p.conversation_id = c.id AND p.participant_id = ");
        query.push_bind(contact.to_string()).push(")");
    }
    for word in filter.search.iter().flat_map(|text| words(text)) {
        search_for(query, reader, &search::pattern(&word));
    }
    if let Some((shown, now)) = &filter.shown {
        expression::push(query, reader, shown, *now);
    }
    // One condition however many there are: a chain of them is as deep as it is long.
    let tags: BTreeSet<&str> = filter.tags.iter().map(TagId::as_str).collect();
    if !tags.is_empty() {
        let count = i64::try_from(tags.len()).unwrap_or(i64::MAX);
        query.push(" AND (SELECT COUNT(*) FROM conversation_tags t WHERE t.conversation_id = c.id AND t.tag_id IN (");
        let mut list = query.separated(", ");
        for tag in tags {
            list.push_bind(tag.to_owned());
        }
        query.push(")) = ").push_bind(count);
    }
}

/// Adds what a word is looked for in. What only the company knows is there for agents alone; whoever
/// has another name, address or tag since the conversation was last written is found by that too.
pub(super) fn search_for(query: &mut QueryBuilder<Sqlite>, reader: &Reader, pattern: &str) {
    let column = if reader.is_agent() { "c.search" } else { "c.public_search" };
    let mut like = |before: &'static str, column: &'static str| {
        query.push(before).push(column).push(" LIKE ");
        query.push_bind(pattern.to_owned()).push(" ESCAPE '\\'");
    };
    like(" AND (", column);
    if reader.is_agent() {
        let contacts = " OR EXISTS (SELECT 1 FROM conversation_participants p
             JOIN contacts k ON k.id = p.participant_id AND k.organisation_id = c.organisation_id
             WHERE p.conversation_id = c.id AND (";
        like(contacts, "k.search");
        like(" OR ", "k.phone");
        let tags = ")) OR EXISTS (SELECT 1 FROM conversation_tags t
             JOIN tags g ON g.id = t.tag_id AND g.organisation_id = c.organisation_id
             WHERE t.conversation_id = c.id AND ";
        like(tags, "g.search");
        query.push(")");
    }
    query.push(")");
}

/// What asks for a page of a list.
fn page(
    reader: &Reader,
    filter: &ListFilter,
    start: &ListStart,
    limit: u32,
) -> QueryBuilder<Sqlite> {
    let reader_id = reader.id().as_str();
    let activity = if reader.is_agent() { "c.activity_at" } else { "c.public_activity_at" };
    let mut query = QueryBuilder::<Sqlite>::new("SELECT ");
    query.push(COLUMNS).push(", ").push(reader_columns(reader)).push(" FROM conversations c ");
    if !reader.is_agent() {
        query.push(OWN_JOIN).push_bind(reader_id.to_owned()).push(" ");
    }
    query.push(READER_JOIN).push_bind(reader_id.to_owned());
    query.push(MARK_JOIN).push_bind(reader_id.to_owned());
    narrow(&mut query, reader, filter);
    if let ListStart::After(after) = start {
        let at = after.activity_at.as_millis();
        query.push(" AND (").push(activity).push(" < ").push_bind(at);
        query.push(" OR (").push(activity).push(" = ").push_bind(at);
        query.push(" AND c.id < ").push_bind(after.id.to_string()).push("))");
    }
    query.push(" ORDER BY ").push(activity).push(" DESC, c.id DESC LIMIT ");
    // One more than asked for tells whether there is a next page.
    query.push_bind(i64::from(limit) + 1);
    if let ListStart::Offset(offset) = start {
        query.push(" OFFSET ").push_bind(i64::from(*offset));
    }
    query
}

impl Store {
    /// A page of the conversations that a reader may know of.
    ///
    /// # Errors
    /// The database fails.
    pub async fn list(
        &self,
        reader: &Reader,
        filter: &ListFilter,
        start: &ListStart,
        limit: u32,
    ) -> Result<Listed> {
        let mut query = page(reader, filter, start, limit);
        let mut tx = self.readers().begin().await?;
        let rows = query.build().fetch_all(&mut *tx).await?;
        let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
        let mut listed = Listed::default();
        for row in rows.iter().take(wanted) {
            let seen = read::see(&mut tx, reader, row).await?;
            listed.next = Some(ListPosition {
                activity_at: seen.activity_at,
                id: seen.conversation.id.clone(),
            });
            listed.conversations.push(seen.conversation);
        }
        if rows.len() <= wanted {
            listed.next = None;
        }
        refresh::participants(&mut tx, reader, &mut listed.conversations).await?;
        Ok(listed)
    }

    /// How many conversations a list has.
    ///
    /// # Errors
    /// The database fails.
    pub async fn count(&self, reader: &Reader, filter: &ListFilter) -> Result<u64> {
        Ok(self.tally(reader, filter).await?.total)
    }

    /// How many conversations a list has, and how many of them with something unread.
    ///
    /// # Errors
    /// The database fails.
    pub async fn tally(&self, reader: &Reader, filter: &ListFilter) -> Result<ViewCount> {
        let reader_id = reader.id().as_str();
        let mut query = QueryBuilder::<Sqlite>::new("SELECT COUNT(*), COUNT(CASE WHEN ");
        query.push(unread_by(reader)).push(" THEN 1 END) FROM conversations c ");
        if !reader.is_agent() {
            query.push(OWN_JOIN).push_bind(reader_id).push(" ");
        }
        query.push(READER_JOIN).push_bind(reader_id);
        query.push(MARK_JOIN).push_bind(reader_id);
        narrow(&mut query, reader, filter);
        let row = query.build().fetch_one(self.readers()).await?;
        let number = |at: usize| -> Result<u64> {
            Ok(u64::try_from(row.try_get::<i64, _>(at)?).unwrap_or(0))
        };
        Ok(ViewCount { total: number(0)?, unread: number(1)? })
    }

    /// How many conversations of their organisation there are, for an agent; none for a contact.
    ///
    /// # Errors
    /// The database fails.
    pub async fn counts(&self, reader: &Reader) -> Result<Counts> {
        let mut counts = Counts::default();
        let Reader::Agent { id: agent, organisation } = reader else { return Ok(counts) };
        let mut tx = self.readers().begin().await?;
        let sql = "SELECT state, COUNT(*) FROM conversations WHERE organisation_id = $1
                   GROUP BY state";
        for row in sqlx::query(sql).bind(organisation.as_str()).fetch_all(&mut *tx).await? {
            let count = u64::try_from(row.try_get::<i64, _>(1)?).unwrap_or(0);
            match row.try_get::<&str, _>(0)? {
                "snoozed" => counts.snoozed += count,
                "closed" => counts.closed += count,
                _ => counts.open += count,
            }
        }
        let sql = format!(
            "SELECT COUNT(CASE WHEN {UNREAD_BY_AGENT} THEN 1 END),
                    COUNT(CASE WHEN c.assignee = $1 THEN 1 END),
                    COUNT(CASE WHEN c.assignee IS NULL THEN 1 END)
             FROM conversations c {READER_JOIN}$1 {MARK_JOIN}$1
             WHERE c.organisation_id = $2 AND c.state IN ('open', 'pending')"
        );
        let query = sqlx::query(sqlx::AssertSqlSafe(sql));
        let query = query.bind(agent.as_str()).bind(organisation.as_str());
        let row = query.fetch_one(&mut *tx).await?;
        let number = |at: usize| -> Result<u64> {
            Ok(u64::try_from(row.try_get::<i64, _>(at)?).unwrap_or(0))
        };
        counts.unread = number(0)?;
        counts.mine = number(1)?;
        counts.unassigned = number(2)?;
        Ok(counts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::OrganisationId;

    /// How the database goes about it, a line for each step.
    async fn plan(store: &Store, reader: &Reader, filter: &ListFilter) -> String {
        let after = ListPosition { activity_at: Timestamp::from_millis(1), id: "x".into() };
        let query = page(reader, filter, &ListStart::After(after), 20);
        let sql = format!("EXPLAIN QUERY PLAN {}", query.sql().as_str());
        let query = sqlx::query(sqlx::AssertSqlSafe(sql));
        let rows = query.fetch_all(store.readers()).await.unwrap();
        let steps = rows.iter().map(|row| row.get::<String, _>("detail"));
        steps.collect::<Vec<_>>().join("\n")
    }

    #[tokio::test]
    async fn an_agents_list_is_read_in_the_order_of_an_index() {
        let name = format!("inbox-plan-{}", crate::id::uuid().unwrap());
        let file = std::env::temp_dir().join(name);
        let store = Store::open(&format!("sqlite://{}", file.display())).await.unwrap();
        let organisation = OrganisationId::of_test("o");
        let agent = Reader::Agent { id: "a".into(), organisation };
        let assigned = |assignee| ListFilter { assignee: Some(assignee), ..ListFilter::default() };
        for (filter, index) in [
            (ListFilter::default(), "conversations_by_activity"),
            (ListFilter { unread: true, ..ListFilter::default() }, "conversations_by_activity"),
            (
                ListFilter { state: Some(State::Open), ..ListFilter::default() },
                "conversations_by_state",
            ),
            (assigned(Assignee::Agent("a".into())), "conversations_by_assignee"),
            (assigned(Assignee::Nobody), "conversations_by_assignee"),
        ] {
            let plan = plan(&store, &agent, &filter).await;
            assert!(plan.contains(index), "{filter:?}:\n{plan}");
            assert!(!plan.contains("TEMP B-TREE"), "{filter:?}:\n{plan}");
        }
        store.close().await;
        std::fs::remove_file(file).unwrap();
    }
}
