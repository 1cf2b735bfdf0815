//! What a condition is about, and how it relates to its value.

use inbox_model::view::{Assignee, Condition, Says, TagRule};

use crate::i18n::{DeskText, Text, ViewText};
use crate::sync::Engine;

/// What conditions can be about, in the order in which they are offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    State,
    Assignee,
    Team,
    Tags,
    Channel,
    Priority,
    Unread,
    Starred,
    Overdue,
    Archived,
    Words,
}

/// How a condition relates to its value: a code, and its words.
pub(super) type Relation = (&'static str, Text);

const IS: Relation = ("is", Text::View(ViewText::Is));
const IS_NOT: Relation = ("not", Text::View(ViewText::IsNot));
const CONTAINS: Relation = ("is", Text::View(ViewText::Contains));
const CONTAINS_NOT: Relation = ("not", Text::View(ViewText::ContainsNot));
const YES: Relation = ("yes", Text::Desk(DeskText::Yes));
const NO: Relation = ("no", Text::Desk(DeskText::No));
const ANY: Relation = ("any", Text::View(ViewText::HasAny));
const ALL: Relation = ("all", Text::View(ViewText::HasAll));
const NONE: Relation = ("none", Text::View(ViewText::HasNone));

impl Field {
    pub(super) const ALL: [Self; 11] = [
        Self::State,
        Self::Assignee,
        Self::Team,
        Self::Tags,
        Self::Channel,
        Self::Priority,
        Self::Unread,
        Self::Starred,
        Self::Overdue,
        Self::Archived,
        Self::Words,
    ];

    pub(super) fn of(condition: &Condition) -> Option<Self> {
        Some(match condition {
            Condition::State(_) => Self::State,
            Condition::Assignee(_) => Self::Assignee,
            Condition::Team(_) => Self::Team,
            Condition::Tags(_) => Self::Tags,
            Condition::Channel(_) => Self::Channel,
            Condition::Priority(_) => Self::Priority,
            Condition::Unread(_) => Self::Unread,
            Condition::Starred(_) => Self::Starred,
            Condition::Overdue(_) => Self::Overdue,
            Condition::Archived(_) => Self::Archived,
            Condition::Text(_) => Self::Words,
            Condition::Other(..) => return None,
        })
    }

    pub(super) fn text(self) -> Text {
        match self {
            Self::State => Text::State,
            Self::Assignee => Text::Assignee,
            Self::Team => Text::View(ViewText::Team),
            Self::Tags => Text::Tags,
            Self::Channel => Text::Channel,
            Self::Priority => Text::Desk(DeskText::PriorityTitle),
            Self::Unread => Text::ViewUnread,
            Self::Starred => Text::Desk(DeskText::Starred),
            Self::Overdue => Text::Desk(DeskText::Overdue),
            Self::Archived => Text::Desk(DeskText::Archived),
            Self::Words => Text::View(ViewText::Words),
        }
    }

    /// Whether a system tells anything of it.
    pub(super) fn is_there(self, engine: Engine) -> bool {
        let can = engine.capabilities();
        match self {
            Self::State => can.close,
            Self::Assignee => can.assign,
            Self::Team => can.teams,
            Self::Tags => can.tags,
            Self::Priority => can.priority,
            Self::Starred => can.star,
            Self::Overdue => can.overdue,
            Self::Archived => can.archive,
            Self::Channel | Self::Unread | Self::Words => true,
        }
    }

    /// How a condition about it begins.
    pub(super) fn start(self) -> Condition {
        match self {
            Self::State => Condition::State(Vec::new()),
            Self::Assignee => Condition::Assignee(Assignee::Me),
            Self::Team => Condition::Team(None),
            Self::Tags => Condition::Tags(TagRule::AnyOf(Vec::new())),
            Self::Channel => Condition::Channel(Vec::new()),
            Self::Priority => Condition::Priority(Vec::new()),
            Self::Unread => Condition::Unread(true),
            Self::Starred => Condition::Starred(true),
            Self::Overdue => Condition::Overdue(true),
            Self::Archived => Condition::Archived(true),
            Self::Words => Condition::Text(String::new()),
        }
    }

    /// How it can relate to a value. What is so or not has no other value.
    pub(super) fn relations(self) -> &'static [Relation] {
        match self {
            Self::State | Self::Assignee | Self::Team | Self::Channel | Self::Priority => {
                &[IS, IS_NOT]
            }
            Self::Words => &[CONTAINS, CONTAINS_NOT],
            Self::Tags => &[ANY, ALL, NONE],
            Self::Unread | Self::Starred | Self::Overdue | Self::Archived => &[YES, NO],
        }
    }

    /// What the choice of relations is called.
    pub(super) fn relation_name(self) -> Text {
        if self.relations().contains(&YES) { self.text() } else { Text::View(ViewText::Relation) }
    }
}

/// How a condition relates to its value now.
pub(super) fn relation_of(negated: bool, condition: &Condition) -> &'static str {
    match condition {
        Condition::Unread(is)
        | Condition::Starred(is)
        | Condition::Overdue(is)
        | Condition::Archived(is) => {
            if *is == negated {
                NO.0
            } else {
                YES.0
            }
        }
        Condition::Tags(TagRule::AnyOf(_)) if negated => NONE.0,
        Condition::Tags(TagRule::NoneOf(_)) if negated => ANY.0,
        Condition::Tags(TagRule::AnyOf(_)) => ANY.0,
        Condition::Tags(TagRule::AllOf(_)) => ALL.0,
        Condition::Tags(TagRule::NoneOf(_)) => NONE.0,
        _ if negated => IS_NOT.0,
        _ => IS.0,
    }
}

/// Has a line relate to its value in another way.
pub(super) fn relate(says: &mut Says, relation: &str) {
    let Says::Is { negated, condition } = says else { return };
    *negated = relation == IS_NOT.0;
    match condition {
        Condition::Unread(is)
        | Condition::Starred(is)
        | Condition::Overdue(is)
        | Condition::Archived(is) => *is = relation == YES.0,
        Condition::Tags(rule) => {
            let (TagRule::AnyOf(tags) | TagRule::AllOf(tags) | TagRule::NoneOf(tags)) = rule;
            let tags = std::mem::take(tags);
            *rule = match relation {
                "all" => TagRule::AllOf(tags),
                "none" => TagRule::NoneOf(tags),
                _ => TagRule::AnyOf(tags),
            };
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_relation_can_be_chosen_and_is_the_one_that_is_shown() {
        for field in Field::ALL {
            assert_eq!(Field::of(&field.start()), Some(field));
            for (relation, _) in field.relations() {
                for (before, _) in field.relations() {
                    let mut says = Says::Is { negated: false, condition: field.start() };
                    relate(&mut says, before);
                    relate(&mut says, relation);
                    let Says::Is { negated, condition } = says else { panic!("{field:?}") };
                    assert_eq!(relation_of(negated, &condition), *relation, "{field:?}");
                }
            }
        }
        // However it was written elsewhere.
        assert_eq!(relation_of(true, &Condition::Unread(false)), "yes");
        assert_eq!(relation_of(true, &Condition::Tags(TagRule::AnyOf(Vec::new()))), "none");
    }
}
