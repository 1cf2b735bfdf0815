//! What a condition asks for: chips of which several can be chosen, a person, a team, words.

use inbox_model::tag::Tag;
use inbox_model::view::{Assignee, Condition, Says, TEXT_CHARACTERS, TagRule};
use inbox_model::{Channel, Priority, State, TagId};
use leptos::ev;
use leptos::prelude::*;

use super::super::header_more::PRIORITIES;
use super::super::select::select;
use super::Building;
use super::field::Field;
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, Text, ViewText};
use crate::reactive::Memo;
use crate::ui::{Glyph, channel_word, display_name, icon};

/// One of several that a condition can name.
#[derive(Clone, Debug, PartialEq)]
enum Choice {
    State(State),
    Priority(Priority),
    Channel(Channel),
    Tag(TagId),
}

/// The control for what a line asks for; nothing where its relation says it all.
pub(super) fn value(at: Building, key: u32, field: Field) -> El {
    match field {
        Field::Unread | Field::Starred | Field::Overdue | Field::Archived => group(),
        Field::Words => words(at, key),
        Field::Assignee => person(at, key),
        Field::Team => team(at, key),
        Field::State | Field::Tags | Field::Channel | Field::Priority => chips(at, key, field),
    }
}

fn choices(at: Building, key: u32, field: Field) -> Vec<(Choice, String)> {
    let i18n = at.hands().i18n;
    let can = at.hands().engine.capabilities();
    let session = at.hands().engine.store.session.get_untracked();
    let now = at.condition(key);
    match field {
        Field::State => {
            let all = [
                (true, State::Open, Text::StateOpen),
                (can.pending, State::Pending, Text::Desk(DeskText::PendingShort)),
                (true, State::Snoozed, Text::StateSnoozed),
                (true, State::Closed, Text::StateClosed),
            ];
            let there = all.into_iter().filter(|(is, ..)| *is);
            there.map(|(_, one, text)| (Choice::State(one), i18n.t(text).to_owned())).collect()
        }
        Field::Priority => {
            let one = |(one, text): (Priority, DeskText)| {
                (Choice::Priority(one), i18n.t(Text::Desk(text)).to_owned())
            };
            PRIORITIES.into_iter().map(one).collect()
        }
        Field::Channel => {
            let mut all = vec![
                Channel::Web,
                Channel::Android,
                Channel::Ios,
                Channel::Email,
                Channel::Sms,
                Channel::Whatsapp,
                Channel::Phone,
            ];
            if let Some(Condition::Channel(of)) = now {
                let others = of.into_iter().filter(|one| !all.contains(one));
                let others: Vec<Channel> = others.collect();
                all.extend(others);
            }
            let word = |one: Channel| match one {
                // The interface has one word for both.
                Channel::Android => (Choice::Channel(one), "Android".to_owned()),
                Channel::Ios => (Choice::Channel(one), "iOS".to_owned()),
                one => {
                    let word = channel_word(&one, i18n);
                    let other = || i18n.t(Text::ChannelOther).to_owned();
                    (Choice::Channel(one), word.unwrap_or_else(other))
                }
            };
            all.into_iter().map(word).collect()
        }
        _ => {
            let mut all = session.map(|session| session.tags.clone()).unwrap_or_default();
            if let Some(Condition::Tags(rule)) = now {
                // One that is gone has no name any more.
                let (TagRule::AnyOf(ids) | TagRule::AllOf(ids) | TagRule::NoneOf(ids)) = rule;
                let gone = ids.into_iter().filter(|id| !all.iter().any(|tag| tag.id == *id));
                let gone: Vec<Tag> = gone.map(|id| Tag { name: id.to_string(), id }).collect();
                all.extend(gone);
            }
            all.into_iter().map(|tag| (Choice::Tag(tag.id), tag.name)).collect()
        }
    }
}

fn chips(at: Building, key: u32, field: Field) -> El {
    let i18n = at.hands().i18n;
    let now = Memo::new(move |_| at.condition(key));
    let all = choices(at, key, field);
    let none = all.is_empty();
    let chip = |(choice, label): (Choice, String)| {
        let own = choice.clone();
        el("button")
            .attr("type", "button")
            .class("chip")
            .attr("dir", "auto")
            .attr("aria-pressed", move || now.get().is_some_and(|now| has(&now, &own)).to_string())
            .on_click(move || {
                at.edit(key, |says| {
                    if let Says::Is { condition, .. } = says {
                        toggle(condition, &choice);
                    }
                });
            })
            .child(icon(Glyph::Check))
            .child(el("span").text(label))
    };
    el("div")
        .class("chips")
        .attr("role", "group")
        .attr("aria-label", i18n.tr(field.text()))
        .children(all.into_iter().map(chip))
        .maybe(none.then(|| el("p").class("quiet").text(i18n.tr(Text::View(ViewText::NobodyYet)))))
}

fn has(condition: &Condition, choice: &Choice) -> bool {
    match (condition, choice) {
        (Condition::State(of), Choice::State(one)) => of.contains(one),
        (Condition::Priority(of), Choice::Priority(one)) => of.contains(one),
        (Condition::Channel(of), Choice::Channel(one)) => of.contains(one),
        (
            Condition::Tags(TagRule::AnyOf(of) | TagRule::AllOf(of) | TagRule::NoneOf(of)),
            Choice::Tag(one),
        ) => of.contains(one),
        _ => false,
    }
}

fn toggle(condition: &mut Condition, choice: &Choice) {
    match (condition, choice) {
        (Condition::State(of), Choice::State(one)) => flip(of, one),
        (Condition::Priority(of), Choice::Priority(one)) => flip(of, one),
        (Condition::Channel(of), Choice::Channel(one)) => flip(of, one),
        (
            Condition::Tags(TagRule::AnyOf(of) | TagRule::AllOf(of) | TagRule::NoneOf(of)),
            Choice::Tag(one),
        ) => flip(of, one),
        _ => {}
    }
}

fn flip<T: Clone + PartialEq>(of: &mut Vec<T>, one: &T) {
    match of.iter().position(|other| other == one) {
        Some(at) => drop(of.remove(at)),
        None => of.push(one.clone()),
    }
}

fn person(at: Building, key: u32) -> El {
    let i18n = at.hands().i18n;
    let view = |text| i18n.t(Text::View(text)).to_owned();
    let mut all = vec![
        ("me".to_owned(), view(ViewText::Me)),
        ("nobody".to_owned(), i18n.t(Text::Nobody).to_owned()),
        ("somebody".to_owned(), view(ViewText::Somebody)),
    ];
    let agents = at.hands().engine.store.session.get_untracked();
    let agents = agents.map(|session| session.agents.clone()).unwrap_or_default();
    for agent in agents {
        let name = display_name(Some(&agent), i18n);
        all.extend(agent.id.map(|id| (["=", id.as_str()].concat(), name)));
    }
    let now = match at.condition(key) {
        Some(Condition::Assignee(Assignee::Nobody)) => "nobody".to_owned(),
        Some(Condition::Assignee(Assignee::Somebody)) => "somebody".to_owned(),
        Some(Condition::Assignee(Assignee::Anyone)) => {
            all.push(("anyone".to_owned(), view(ViewText::Anyone)));
            "anyone".to_owned()
        }
        Some(Condition::Assignee(Assignee::Agent(id))) => {
            let code = ["=", id.as_str()].concat();
            if !all.iter().any(|(other, _)| *other == code) {
                all.push((code.clone(), i18n.t(Text::Someone).to_owned()));
            }
            code
        }
        _ => "me".to_owned(),
    };
    select(i18n, Text::Assignee, &now, all, move |code| {
        let assignee = match code.as_str() {
            "nobody" => Assignee::Nobody,
            "somebody" => Assignee::Somebody,
            "anyone" => Assignee::Anyone,
            agent => match agent.strip_prefix('=') {
                Some(id) => Assignee::Agent(id.into()),
                None => Assignee::Me,
            },
        };
        at.say(key, Condition::Assignee(assignee));
    })
}

fn team(at: Building, key: u32) -> El {
    let i18n = at.hands().i18n;
    let mut all = vec![(String::new(), i18n.t(Text::View(ViewText::NoTeam)).to_owned())];
    let teams = at.hands().engine.store.session.get_untracked();
    let teams = teams.map(|session| session.teams.clone()).unwrap_or_default();
    all.extend(teams.into_iter().map(|team| (team.id.to_string(), team.name)));
    let now = match at.condition(key) {
        Some(Condition::Team(Some(id))) => id.to_string(),
        _ => String::new(),
    };
    select(i18n, Text::View(ViewText::Team), &now, all, move |id| {
        let team = (!id.is_empty()).then(|| id.as_str().into());
        at.say(key, Condition::Team(team));
    })
}

fn words(at: Building, key: u32) -> El {
    let i18n = at.hands().i18n;
    let now = match at.condition(key) {
        Some(Condition::Text(text)) => text,
        _ => String::new(),
    };
    el("input")
        .attr("type", "text")
        .class("rule-words")
        .attr("dir", "auto")
        .attr("maxlength", TEXT_CHARACTERS.to_string().as_str())
        .attr("aria-label", i18n.tr(Text::View(ViewText::Words)))
        .attr("value", now.as_str())
        .on("input", move |event: ev::Event| {
            at.say(key, Condition::Text(event_target_value(&event)));
        })
}
