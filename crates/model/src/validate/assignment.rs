//! Who can be made responsible: somebody, and some team, that there is.
//!
//! A person and a team are independent of each other, and one does not have to belong to the other.
//! Sources: Featurebase `adminAssigneeId` and `teamAssigneeId` ("or null to unassign"), absent means
//! unchanged; CRM `assigned_to`, a member of the organisation or 422; Intercom, where 0 means nobody.

use super::problem::{Fault, Problem};
use crate::id::{ParticipantId, TeamId};

/// What is said of one field: nothing (`None`), nobody (`Some(None)`), or somebody.
pub type Mention<'a, T> = Option<Option<&'a T>>;

/// What an assignment does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assignment {
    /// Nothing.
    Nothing,
    /// Nobody is responsible any more, or no team.
    Unassign,
    /// Whoever does it takes it.
    ToOneself,
    /// A person gets it.
    ToAgent,
    /// A team gets it.
    ToTeam,
    /// A person and a team get it.
    ToBoth,
}

impl Assignment {
    /// By what is said of person and team, and by whom.
    pub fn of(
        agent: Mention<'_, ParticipantId>,
        team: Mention<'_, TeamId>,
        me: Option<&ParticipantId>,
    ) -> Self {
        match (agent, team) {
            (None, None) => Self::Nothing,
            (Some(Some(_)), Some(Some(_))) => Self::ToBoth,
            (Some(Some(agent)), _) if Some(agent) == me => Self::ToOneself,
            (Some(Some(_)), _) => Self::ToAgent,
            (_, Some(Some(_))) => Self::ToTeam,
            _ => Self::Unassign,
        }
    }

    /// The stable code, in `snake_case`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Unassign => "unassign",
            Self::ToOneself => "to_oneself",
            Self::ToAgent => "to_agent",
            Self::ToTeam => "to_team",
            Self::ToBoth => "to_both",
        }
    }
}

/// Everything that is wrong with an assignment; nothing where it can be made. Fields are `agent` and
/// `team`. Nobody, and no team, can always be made responsible.
///
/// ```
/// use inbox_model::ParticipantId;
/// use inbox_model::validate::assignment::check;
///
/// let ada = ParticipantId::from("ada");
/// let problems = check(Some(Some(&ada)), None, |id| id.as_str() == "bo", |_| true);
/// assert_eq!((&*problems[0].field, problems[0].code()), ("agent", "unknown"));
/// assert_eq!(check(Some(None), Some(None), |_| false, |_| false), []);
/// ```
pub fn check(
    agent: Mention<'_, ParticipantId>,
    team: Mention<'_, TeamId>,
    knows_agent: impl FnOnce(&ParticipantId) -> bool,
    knows_team: impl FnOnce(&TeamId) -> bool,
) -> Vec<Problem> {
    let agent = agent.flatten().is_some_and(|agent| !knows_agent(agent));
    let team = team.flatten().is_some_and(|team| !knows_team(team));
    let unknown = |is: bool, field: &str| is.then(|| Problem::at(field, Fault::Unknown));
    [unknown(agent, "agent"), unknown(team, "team")].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_assignment_has_a_name() {
        let (ada, bo) = (ParticipantId::from("ada"), ParticipantId::from("bo"));
        let team = TeamId::from("t");
        for (agent, to, is, code) in [
            (None, None, Assignment::Nothing, "nothing"),
            (Some(None), None, Assignment::Unassign, "unassign"),
            (None, Some(None), Assignment::Unassign, "unassign"),
            (Some(None), Some(None), Assignment::Unassign, "unassign"),
            (Some(Some(&ada)), None, Assignment::ToOneself, "to_oneself"),
            (Some(Some(&ada)), Some(None), Assignment::ToOneself, "to_oneself"),
            (Some(Some(&bo)), None, Assignment::ToAgent, "to_agent"),
            (None, Some(Some(&team)), Assignment::ToTeam, "to_team"),
            (Some(None), Some(Some(&team)), Assignment::ToTeam, "to_team"),
            (Some(Some(&ada)), Some(Some(&team)), Assignment::ToBoth, "to_both"),
        ] {
            assert_eq!(Assignment::of(agent, to, Some(&ada)), is, "{agent:?} {to:?}");
            assert_eq!(is.code(), code);
        }
        assert_eq!(Assignment::of(Some(Some(&ada)), None, None), Assignment::ToAgent);
    }

    #[test]
    fn somebody_has_to_be_there() {
        let (ada, team) = (ParticipantId::from("ada"), TeamId::from("t"));
        let found = |agent: bool, known: bool| -> Vec<String> {
            let problems = check(Some(Some(&ada)), Some(Some(&team)), |_| agent, |_| known);
            assert!(problems.iter().all(|problem| problem.fault == Fault::Unknown));
            problems.into_iter().map(|problem| problem.field).collect()
        };
        assert_eq!(found(true, true), Vec::<String>::new());
        assert_eq!(found(false, true), ["agent"]);
        assert_eq!(found(true, false), ["team"]);
        assert_eq!(found(false, false), ["agent", "team"]);
        assert_eq!(check(None, None, |_| false, |_| false), []);
    }
}
