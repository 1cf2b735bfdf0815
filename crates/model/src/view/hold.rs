//! A list that stands still while somebody points at it.

use crate::id::ConversationId;
use crate::order;

/// What becomes of conversations that are new to a list while it is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Newcomers {
    /// They wait, unless they belong below all others, as the next page does.
    Wait,
    /// They come below all others, and nothing is told of what would stand elsewhere: what a server
    /// finds joins what was found here.
    Join,
}

/// A list that is held: see [`hold`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// What it shows, in order.
    pub rows: Vec<ConversationId>,
    /// Those of them that would not be in it.
    pub left: Vec<ConversationId>,
    /// How many would come or go to another place.
    pub waiting: usize,
}

/// What a list shows while somebody points at it or has the focus in it, so that nobody opens what
/// they did not mean. `shown` is what it showed, and `fresh` what it would show. What was shown keeps
/// its place; what would leave stays too, unless it `goes` at once, because the agent themselves has
/// sent it away. What goes to another place because the agent wrote in it, which `wrote` says, is no
/// news to them. Ids come once in each.
///
/// ```
/// use inbox_model::view::{Newcomers, hold};
///
/// let ids = |ids: &str| ids.split(' ').map(Into::into).collect::<Vec<_>>();
/// // `d` is new, `c` has moved up, `b` has left, and `e` is of the next page.
/// let held = hold(&ids("a b c"), &ids("d c a e"), Newcomers::Wait, &|_| false, &|_| false);
/// assert_eq!(held.rows, ids("a b c e"));
/// assert_eq!((held.left, held.waiting), (ids("b"), 2));
/// ```
pub fn hold(
    shown: &[ConversationId],
    fresh: &[ConversationId],
    newcomers: Newcomers,
    goes: &dyn Fn(&ConversationId) -> bool,
    wrote: &dyn Fn(&ConversationId) -> bool,
) -> Held {
    // Mostly little changes: both ends are alike, and what lies between them is looked at.
    let alike = |(one, other): &(&ConversationId, &ConversationId)| one == other;
    let head = shown.iter().zip(fresh).take_while(alike).count();
    let (begun, old) = shown.split_at(head);
    let new = fresh.get(head..).unwrap_or_default();
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(alike).count();
    let (old, ended) = old.split_at(old.len().saturating_sub(tail));
    let new = new.get(..new.len().saturating_sub(tail)).unwrap_or_default();

    let by_id = order::ascending(new.len(), &|one, two| new.get(one) < new.get(two));
    let place = |id: &ConversationId| {
        let found = by_id.binary_search_by(|at| new.get(*at).cmp(&Some(id))).ok()?;
        by_id.get(found).copied()
    };
    let mut is_shown = vec![false; new.len()];
    let (mut places, mut told) = (Vec::new(), Vec::new());
    let mut held = Held { rows: begun.to_vec(), ..Held::default() };
    for id in old {
        if let Some(at) = place(id) {
            places.push(at);
            if !wrote(id) {
                told.push(at);
            }
            is_shown.get_mut(at).into_iter().for_each(|is| *is = true);
        } else if goes(id) {
            continue;
        } else {
            held.left.push(id.clone());
        }
        held.rows.push(id.clone());
    }
    held.rows.extend_from_slice(ended);
    // What follows the last of those that are shown belongs below them all.
    let below = if tail > 0 { new.len() } else { places.iter().max().map_or(0, |last| last + 1) };
    let unseen = new.iter().zip(is_shown).enumerate().filter(|(_, (_, is_shown))| !is_shown);
    for (at, (id, _)) in unseen {
        if at >= below || newcomers == Newcomers::Join {
            held.rows.push(id.clone());
        } else {
            held.waiting += 1;
        }
    }
    if newcomers == Newcomers::Wait {
        held.waiting += told.len() - longest_ascent(&told);
    }
    held
}

/// How many of these, all different, stand in order already: the fewest others have to move.
fn longest_ascent(places: &[usize]) -> usize {
    // The smallest end of an ascent of each length.
    let mut ends: Vec<usize> = Vec::new();
    for place in places {
        let at = ends.partition_point(|end| end < place);
        match ends.get_mut(at) {
            Some(end) => *end = *place,
            None => ends.push(*place),
        }
    }
    ends.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NOBODY: fn(&ConversationId) -> bool = |_| false;

    fn ids(ids: &str) -> Vec<ConversationId> {
        ids.chars().map(|id| id.to_string().as_str().into()).collect()
    }

    fn told(ids: &[ConversationId]) -> String {
        ids.iter().map(ConversationId::as_str).collect()
    }

    fn check(shown: &str, fresh: &str, expected: (&str, &str, usize)) {
        let held = hold(&ids(shown), &ids(fresh), Newcomers::Wait, &NOBODY, &NOBODY);
        let is = (told(&held.rows), told(&held.left), held.waiting);
        let expected = (expected.0.to_owned(), expected.1.to_owned(), expected.2);
        assert_eq!(is, expected, "{shown} {fresh}");
    }

    #[test]
    fn rows_stay_where_they_are() {
        check("abc", "abc", ("abc", "", 0));
        check("abc", "xabc", ("abc", "", 1));
        check("abc", "xyabc", ("abc", "", 2));
        check("abc", "cab", ("abc", "", 1));
        check("abc", "xcab", ("abc", "", 2));
        check("abcd", "dcab", ("abcd", "", 2));
        check("abcd", "bcda", ("abcd", "", 1));
        check("abc", "axbc", ("abc", "", 1));
    }

    #[test]
    fn what_leaves_stays_as_left() {
        check("abc", "bc", ("abc", "a", 0));
        check("abc", "xb", ("abc", "ac", 1));
        check("abc", "", ("abc", "abc", 0));
    }

    #[test]
    fn the_next_page_comes_below() {
        check("abc", "abcde", ("abcde", "", 0));
        check("abc", "cabde", ("abcde", "", 1));
        check("abc", "abde", ("abcde", "c", 0));
        check("", "ab", ("ab", "", 0));
    }

    #[test]
    fn what_the_agent_sent_away_goes() {
        let goes = |id: &ConversationId| id.as_str() == "b";
        let held = hold(&ids("abc"), &ids("xa"), Newcomers::Wait, &goes, &NOBODY);
        assert_eq!((told(&held.rows), told(&held.left)), ("ac".to_owned(), "c".to_owned()));
    }

    #[test]
    fn the_agents_own_words_are_no_news() {
        let check = |fresh: &str, waiting: usize| {
            let wrote = |id: &ConversationId| id.as_str() == "c";
            let held = hold(&ids("abc"), &ids(fresh), Newcomers::Wait, &NOBODY, &wrote);
            assert_eq!((told(&held.rows).as_str(), held.waiting), ("abc", waiting), "{fresh}");
        };
        check("cab", 0);
        check("xcab", 1);
        check("bca", 1);
    }

    #[test]
    fn what_is_found_later_joins_below() {
        let held = hold(&ids("abc"), &ids("xaybc"), Newcomers::Join, &NOBODY, &NOBODY);
        assert_eq!((told(&held.rows), held.waiting), ("abcxy".to_owned(), 0));
        let held = hold(&held.rows, &ids("xaybc"), Newcomers::Join, &NOBODY, &NOBODY);
        assert_eq!((told(&held.rows), held.waiting), ("abcxy".to_owned(), 0));
    }

    proptest! {
        #[test]
        fn nothing_is_moved_lost_or_there_twice(
            shown in Just(ids("abcdefgh")).prop_shuffle(),
            fresh in Just(ids("defghijkl")).prop_shuffle(),
            sizes in (0..=8_usize, 0..=9_usize),
        ) {
            let (shown, fresh) = (&shown[..sizes.0], &fresh[..sizes.1]);
            let held = hold(shown, fresh, Newcomers::Wait, &NOBODY, &NOBODY);
            prop_assert_eq!(&held.rows[..shown.len()], shown);
            let mut sorted = held.rows.clone();
            sorted.sort();
            sorted.dedup();
            prop_assert_eq!(sorted.len(), held.rows.len());
            prop_assert!(held.rows.iter().all(|id| shown.contains(id) || fresh.contains(id)));
            prop_assert!(held.left.iter().all(|id| !fresh.contains(id)));
            let new = fresh.iter().filter(|id| !held.rows.contains(id)).count();
            prop_assert!(held.waiting >= new);
            // Taken in, nothing waits.
            let after = hold(fresh, fresh, Newcomers::Wait, &NOBODY, &NOBODY);
            prop_assert_eq!((after.rows.as_slice(), after.waiting), (fresh, 0));
        }
    }
}
