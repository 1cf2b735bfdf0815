//! `POST /counts`: how many conversations lists have that an agent describes, as a saved view does.

use std::collections::BTreeMap;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use inbox_dialects::ids::IdForm;
use inbox_model::view::{Assignee, Condition, Filter, MOST, TagRule, ViewCount};
use serde::{Deserialize, Serialize};

use super::own::Own;
use super::{Problem, problem, read_body};
use crate::clock;
use crate::store::{ListFilter, OrganisationId, Store};

/// As many lists are counted at once: an agent's views, and those that nobody has to save.
const LISTS: usize = 2 * MOST;

#[derive(Deserialize)]
struct Asked {
    lists: Vec<List>,
}

#[derive(Deserialize)]
struct List {
    id: String,
    #[serde(default)]
    filters: Filter,
}

#[derive(Serialize)]
struct Counted {
    counts: BTreeMap<String, ViewCount>,
}

/// Counts.
pub(super) async fn counts(
    State(Own { app, form, .. }): State<Own>,
    request: Request,
) -> Result<Response, Problem> {
    let (parts, body) = request.into_parts();
    let body = read_body(body).await;
    let principal = app.identify(&parts.headers).await?;
    let message = "The body is an object with lists, each with an id and filters.";
    let asked: Asked = serde_json::from_str(&body?).map_err(|_| Problem::invalid(message))?;
    if !principal.is_agent() {
        return Err(Problem::forbidden("Only agents count conversations."));
    }
    let sound = |list: &List| list.filters.faults().is_empty();
    if asked.lists.len() > LISTS || !asked.lists.iter().all(sound) {
        return Err(Problem::invalid("There are too many lists, or a filter is not sound."));
    }
    let (store, reader) = (app.store(), &principal.reader);
    let directory = Directory::read(store, principal.organisation(), form).await?;
    let mut counts = BTreeMap::new();
    for List { id, mut filters } in asked.lists {
        filters.conditions_mut(&mut |condition| directory.translate(condition));
        let shown = ListFilter::of(&filters, reader.id(), clock::now());
        counts.insert(id, store.tally(reader, &shown).await?);
    }
    let body = serde_json::to_string(&Counted { counts }).map_err(|_| Problem::server())?;
    Ok(problem::json_response(StatusCode::OK, body))
}

/// What people, teams and tags are called in the dialect, and in the store.
struct Directory {
    agents: BTreeMap<String, String>,
    teams: BTreeMap<String, String>,
    tags: BTreeMap<String, String>,
}

impl Directory {
    async fn read(
        store: &Store,
        organisation: &OrganisationId,
        form: &IdForm,
    ) -> Result<Self, Problem> {
        let named =
            |write: fn(&str) -> Option<String>, own: &str| Some((write(own)?, own.to_owned()));
        let agents = store.agents(organisation).await?;
        let agents = agents.iter().filter_map(|agent| agent.id.as_ref());
        let (teams, tags) = (store.teams(organisation).await?, store.tags(organisation).await?);
        Ok(Self {
            agents: agents.filter_map(|id| named(form.agent, id.as_str())).collect(),
            teams: teams.iter().filter_map(|team| named(form.team, team.id.as_str())).collect(),
            tags: tags.iter().filter_map(|tag| named(form.tag, tag.id.as_str())).collect(),
        })
    }

    /// Puts the store's ids in the place of the dialect's. What nobody knows stays, and is nobody's.
    fn translate(&self, condition: &mut Condition) {
        match condition {
            Condition::Assignee(Assignee::Agent(agent)) => {
                if let Some(own) = self.agents.get(agent.as_str()) {
                    *agent = own.as_str().into();
                }
            }
            Condition::Team(Some(team)) => {
                if let Some(own) = self.teams.get(team.as_str()) {
                    *team = own.as_str().into();
                }
            }
            Condition::Tags(
                TagRule::AnyOf(tags) | TagRule::AllOf(tags) | TagRule::NoneOf(tags),
            ) => {
                for tag in tags {
                    if let Some(own) = self.tags.get(tag.as_str()) {
                        *tag = own.as_str().into();
                    }
                }
            }
            _ => {}
        }
    }
}
