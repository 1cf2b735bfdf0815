//! One line of the builder: a condition, or a group of them.

use inbox_model::view::{Condition, Says};
use leptos::prelude::*;

use super::super::select::select;
use super::Building;
use super::field::{Field, relate, relation_of};
use super::value::value;
use crate::dom::{El, el};
use crate::i18n::{Text, ViewText};
use crate::reactive::Memo;
use crate::ui::{Glyph, icon};

/// The lines of a group, or those that are in none.
pub(super) fn lines(at: Building, within: Option<u32>) -> El {
    let keys = move || {
        at.draft.with(|draft| {
            let own = draft.lines.iter().filter(|line| line.within == within);
            own.map(|line| line.key).collect::<Vec<u32>>()
        })
    };
    el("ul").class("rules").attr("role", "list").each(keys, move |key| line(at, key))
}

fn line(at: Building, key: u32) -> El {
    let says = at.draft.with_untracked(|draft| draft.says(key).cloned());
    let number = Memo::new(move |_| {
        let place = at.draft.with(|draft| draft.lines.iter().position(|line| line.key == key));
        (place.unwrap_or_default() + 1).to_string()
    });
    let i18n = at.hands().i18n;
    let (inside, name) = match says {
        Some(Says::Is { .. }) => (condition(at, key), ViewText::LineOf),
        Some(Says::Group { any }) => (grouped(at, key, any), ViewText::GroupOf),
        Some(Says::Kept(_)) | None => {
            let words = el("p").class("rule-kept quiet");
            (words.text(i18n.tr(Text::View(ViewText::Kept))), ViewText::LineOf)
        }
    };
    let named = move |text: ViewText| i18n.with(Text::View(text), &[("n", &number.get())]);
    let row = el("div")
        .class("rule")
        .attr("role", "group")
        .attr("data-line", key.to_string().as_str())
        .attr("aria-label", move || named(name))
        .class_when("rule-wrong", move || at.wrong.get() == Some(key))
        .child(inside)
        .child(
            el("button")
                .attr("type", "button")
                .class("icon-button rule-remove")
                .attr("aria-label", move || named(ViewText::RemoveLine))
                .on_click(move || {
                    at.wrong.set(None);
                    at.draft.update(|draft| draft.remove(key));
                    at.hands().focus(&[".builder-add"]);
                })
                .child(icon(Glyph::Close)),
        )
        .when(
            move || at.wrong.get() == Some(key),
            move || {
                el("p")
                    .class("rule-problem")
                    .attr("role", "alert")
                    .text(i18n.tr(Text::View(ViewText::Unfinished)))
            },
        );
    el("li").child(row)
}

fn condition(at: Building, key: u32) -> El {
    let i18n = at.hands().i18n;
    let engine = at.hands().engine;
    let field =
        Memo::new(move |_| at.condition(key).as_ref().and_then(Field::of).unwrap_or(Field::Words));
    let first = field.get_untracked();
    let offered: Vec<Field> =
        Field::ALL.into_iter().filter(|one| one.is_there(engine) || *one == first).collect();
    let code = |field: Field| {
        Field::ALL.iter().position(|one| *one == field).unwrap_or_default().to_string()
    };
    let options = offered.iter().map(|one| (code(*one), i18n.t(one.text()).to_owned()));
    let fields =
        select(i18n, Text::View(ViewText::Field), &code(first), options.collect(), move |chosen| {
            let field = chosen.parse().ok().and_then(|at: usize| Field::ALL.get(at).copied());
            if let Some(field) = field {
                at.say_anew(key, field.start());
            }
        });
    let relation = move || {
        let field = field.get();
        let now = match at.draft.with_untracked(|draft| draft.says(key).cloned()) {
            Some(Says::Is { negated, condition }) => relation_of(negated, &condition),
            _ => "",
        };
        let options = field.relations().iter();
        let options =
            options.map(|(code, text)| ((*code).to_owned(), i18n.t(*text).to_owned())).collect();
        select(i18n, field.relation_name(), now, options, move |chosen| {
            at.edit(key, |says| relate(says, &chosen));
        })
    };
    el("div")
        .class("rule-parts")
        .child(fields)
        .live(relation)
        .live(move || value(at, key, field.get()))
}

fn grouped(at: Building, key: u32, any: bool) -> El {
    let i18n = at.hands().i18n;
    let view = |text| i18n.t(Text::View(text)).to_owned();
    let options = vec![
        ("any".to_owned(), view(ViewText::GroupAny)),
        ("all".to_owned(), view(ViewText::GroupAll)),
    ];
    let now = if any { "any" } else { "all" };
    el("div")
        .class("rule-group")
        .child(select(i18n, Text::View(ViewText::Relation), now, options, move |chosen| {
            at.edit(key, |says| *says = Says::Group { any: chosen == "any" });
        }))
        .child(lines(at, Some(key)))
        .child(
            el("button")
                .attr("type", "button")
                .class("link-button builder-more")
                .on_click(move || at.add(Some(key)))
                .child(icon(Glyph::Plus))
                .text(i18n.tr(Text::View(ViewText::AddToGroup))),
        )
}

impl Building {
    /// What a line asks for; follows that.
    pub(super) fn condition(self, key: u32) -> Option<Condition> {
        self.draft.with(|draft| match draft.says(key)? {
            Says::Is { condition, .. } => Some(condition.clone()),
            _ => None,
        })
    }

    /// Alters a line.
    pub(super) fn edit(self, key: u32, change: impl FnOnce(&mut Says)) {
        self.wrong.set_if_new(None);
        self.draft.update(|draft| {
            if let Some(says) = draft.says_mut(key) {
                change(says);
            }
        });
    }

    /// Has a line ask for something else, in the same relation.
    pub(super) fn say(self, key: u32, asked: Condition) {
        self.edit(key, |says| {
            if let Says::Is { condition, .. } = says {
                *condition = asked;
            }
        });
    }

    /// Has a line be about something else.
    fn say_anew(self, key: u32, condition: Condition) {
        self.edit(key, |says| *says = Says::Is { negated: false, condition });
    }

    /// Adds a condition at the end, or at the end of a group, and goes there.
    pub(super) fn add(self, within: Option<u32>) {
        let engine = self.hands().engine;
        let field = Field::ALL.into_iter().find(|field| field.is_there(engine));
        let condition = field.unwrap_or(Field::Unread).start();
        self.put(within, Says::Is { negated: false, condition });
    }

    /// Adds a line, and goes there.
    pub(super) fn put(self, within: Option<u32>, says: Says) -> u32 {
        let mut draft = self.draft.get_untracked();
        let key = draft.add(within, says);
        self.draft.set(draft);
        self.go_to(key);
        key
    }

    /// Gives the focus to a line.
    pub(super) fn go_to(self, key: u32) {
        let hands = self.hands();
        request_animation_frame(move || {
            hands.focus(&[&["[data-line=\"", &key.to_string(), "\"] select"].concat()]);
        });
    }
}
