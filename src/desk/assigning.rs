//! Who is responsible for the open conversation, an agent and a team, and the choice of others.

use inbox_model::{Command, Conversation, ParticipantId};
use leptos::prelude::Callback;

use super::deeds::deed;
use super::picker::{Face, Pick, Picker, fitting, picker};
use crate::dom::{El, el, group};
use crate::i18n::{I18n, Text, ViewText, use_i18n};
use crate::reactive::{Memo, Signal};
use crate::sync::Engine;
use crate::ui::{Glyph, display_name, icon, see};

/// The picker of those who can be made responsible.
pub(super) fn assign(engine: Engine) -> El {
    let i18n = use_i18n();
    let store = engine.store;
    let assignee = Memo::new(move |_| {
        see(store.thread.conversation.get(), |c| c.as_ref().and_then(|c| c.assignee.clone()))
    });
    let name = move || match assignee.get() {
        Some(id) => store.agent_name(&id).unwrap_or_else(|| i18n.t(Text::Someone).to_owned()),
        None => i18n.t(Text::Nobody).to_owned(),
    };
    let label = Signal::derive(move || [i18n.t(Text::Assignee), ": ", name().as_str()].concat());
    let face = group()
        .child(icon(Glyph::Person))
        .child(el("span").class("button-text").attr("dir", "auto").text(name));
    picker(Picker {
        key: "assign",
        name: label,
        face,
        hint: Text::View(ViewText::FindPerson),
        find: Callback::new(move |query: String| {
            let open = store.thread.conversation.get();
            fitting(&query, offers(engine, i18n, open.as_deref()))
        }),
        take: Callback::new(move |command| deed(engine, command)),
    })
}

/// The agent themselves first, nobody, the others, and the teams.
pub(super) fn offers(engine: Engine, i18n: I18n, open: Option<&Conversation>) -> Vec<Pick> {
    let Some(session) = engine.store.session.get() else { return Vec::new() };
    let (now, team) =
        open.map(|open| (open.assignee.clone(), open.team.clone())).unwrap_or_default();
    let to = |agent: Option<ParticipantId>| Command::Assign { agent: Some(agent), team: None };
    let me = session.me.clone();
    let mut picks = Vec::new();
    if let Some(id) = me.id.clone() {
        picks.push(Pick {
            label: i18n.t(Text::AssignToMe).to_owned(),
            more: None,
            current: now.as_ref() == Some(&id),
            face: Face::Person(me.clone()),
            command: to(Some(id)),
        });
    }
    picks.push(Pick {
        label: i18n.t(Text::Nobody).to_owned(),
        more: None,
        current: now.is_none(),
        face: Face::Picture(Glyph::Person),
        command: to(None),
    });
    let others = session.agents.iter().filter(|agent| agent.id.is_some() && agent.id != me.id);
    picks.extend(others.map(|agent| Pick {
        label: display_name(Some(agent), i18n),
        more: None,
        current: now == agent.id,
        face: Face::Person(agent.clone()),
        command: to(agent.id.clone()),
    }));
    if !engine.capabilities().teams {
        return picks;
    }
    let word = i18n.t(Text::View(ViewText::Team)).to_owned();
    picks.extend(session.teams.iter().map(|one| Pick {
        label: one.name.clone(),
        more: Some(word.clone()),
        current: team.as_ref() == Some(&one.id),
        face: Face::Picture(Glyph::Persons),
        command: Command::Assign { agent: None, team: Some(Some(one.id.clone())) },
    }));
    if team.is_some() {
        picks.push(Pick {
            label: i18n.t(Text::View(ViewText::NoTeam)).to_owned(),
            more: None,
            current: false,
            face: Face::Picture(Glyph::Persons),
            command: Command::Assign { agent: None, team: Some(None) },
        });
    }
    picks
}
