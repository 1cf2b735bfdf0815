//! How well a word is met: exactly, by its beginning, or but for one slip of the fingers.

/// How a word of a query meets a word of a text. The better ones are smaller.
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename_all = "snake_case"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meeting {
    /// The same word.
    Exact,
    /// The text's word begins with the query's, which is still being typed.
    Prefix,
    /// But for one letter that is missing, too many or another, or two neighbours that have changed
    /// places (Damerau and Levenshtein's distance of 1).
    Typo,
}

impl Meeting {
    /// The stable code, in `snake_case`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Prefix => "prefix",
            Self::Typo => "typo",
        }
    }
}

/// Words shorter than this have to be typed without a slip: too many others are near them.
const FORGIVEN_FROM: usize = 4;

/// A word of a query, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    outline: Outline,
    /// It is still being typed: whatever begins with it is met.
    pub(super) open: bool,
    /// It is long enough for a slip. Numbers are not: the next one is another order, not a slip.
    pub(super) forgiving: bool,
}

impl Word {
    pub(super) fn new(text: String, open: bool) -> Self {
        let forgiving = text.chars().count() >= FORGIVEN_FROM && !text.contains(char::is_numeric);
        Self { outline: Outline::of(&text), text, open, forgiving }
    }

    /// Whether a word of this outline can be met by this one, which is forgiving.
    ///
    /// A slip leaves at most one letter without its like. It is in the first two letters or after
    /// them, or swaps the second and the third: so either the first two stand where they should, or
    /// the next two do, one place off at most, or those two are swapped.
    pub(super) fn may_meet(&self, other: Outline) -> bool {
        let (own, other_at) = (|at| self.outline.letter(at), |at| other.letter(at));
        let begins = other_at(0) == own(0);
        let next = |at| other_at(at) == own(2) && other_at(at + 1) == own(3);
        let swapped = other_at(1) == own(2) && other_at(2) == own(1);
        let fits = begins && (other_at(1) == own(1) || swapped) || (1..=3).any(next);
        fits && self.outline.missing_in(other) <= 1
    }

    /// How it meets a word.
    pub(super) fn meets(&self, other: &str) -> Option<Meeting> {
        if other == self.text {
            Some(Meeting::Exact)
        } else if self.open && other.starts_with(&self.text) {
            Some(Meeting::Prefix)
        } else if self.forgiving && is_slip(&self.text, other, self.open) {
            Some(Meeting::Typo)
        } else {
            None
        }
    }
}

/// What can be told of a word without reading it, so that most words of a long list are passed over
/// quickly: the letters that it has, a bit for each, and above them its first five. Letters share
/// bits, so this rules words out and never in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Outline(u64);

/// How many bits a letter takes, and how many of them there are.
const BITS: u32 = 5;

impl Outline {
    pub(super) fn of(word: &str) -> Self {
        let short = |letter: char| u64::from(letter) & 0x1F;
        let set = word.chars().fold(0, |set, letter| set | 1 << short(letter));
        let first = word.chars().take(5).zip(0..);
        Self(first.fold(set, |all, (letter, at)| all | short(letter) << (32 + BITS * at)))
    }

    /// How many letters of this word are not in the other.
    fn missing_in(self, other: Self) -> u32 {
        (self.0 & !other.0 & u64::from(u32::MAX)).count_ones()
    }

    fn letter(self, at: u32) -> u64 {
        self.0 >> (32 + BITS * at) & 0x1F
    }
}

/// Whether one slip leads from one word to the other or, where it is `open`, to its beginning.
fn is_slip(one: &str, other: &str, open: bool) -> bool {
    // Up to the first difference both are the same; whatever slip there is, it can be there.
    let same: usize =
        one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let (one, other) = (one.get(same..).unwrap_or_default(), other.get(same..).unwrap_or_default());
    let meets = |rest: &str, of: &str| if open { of.starts_with(rest) } else { of == rest };
    let (mut ones, mut others) = (one.chars(), other.chars());
    let (first, first_other) = (ones.next(), others.next());
    let (rest, rest_other) = (ones.as_str(), others.as_str());
    let (second, second_other) = (ones.next(), others.next());
    let too_many = first.is_some() && meets(rest, other);
    let missing = first_other.is_some() && meets(one, rest_other);
    let another = first.is_some() && first_other.is_some() && meets(rest, rest_other);
    let swapped = first.is_some()
        && first == second_other
        && second == first_other
        && meets(ones.as_str(), others.as_str());
    too_many || missing || another || swapped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(query: &str, open: bool, other: &str, meeting: Option<Meeting>) {
        let word = Word::new(query.to_owned(), open);
        assert_eq!(word.meets(other), meeting, "{query} {open} {other}");
        if meeting.is_some() && word.forgiving {
            assert!(word.may_meet(Outline::of(other)), "{query} {other}");
        }
    }

    #[test]
    fn a_word_is_met_exactly_by_its_beginning_or_but_for_a_slip() {
        use Meeting::{Exact, Prefix, Typo};
        check("refund", false, "refund", Some(Exact));
        check("refund", true, "refund", Some(Exact));
        check("refund", true, "refunds", Some(Prefix));
        check("refund", true, "refunded", Some(Prefix));
        check("refund", false, "refunded", None);
        // One letter too many, missing, another one, two that changed places.
        check("refundd", false, "refund", Some(Typo));
        check("refnd", false, "refund", Some(Typo));
        check("rafund", false, "refund", Some(Typo));
        check("erfund", false, "refund", Some(Typo));
        check("refudn", false, "refund", Some(Typo));
        check("efund", false, "refund", Some(Typo));
        check("refun", false, "refund", Some(Typo));
        // While it is being typed, what has been typed.
        check("refnd", true, "refunding", Some(Typo));
        check("refudn", true, "refunding", Some(Typo));
        check("rafund", true, "refunding", Some(Typo));
        check("reefund", true, "refunding", Some(Typo));
        check("refnd", false, "refunding", None);
        // Two slips are too many.
        check("rafudn", false, "refund", None);
        check("rfnd", false, "refund", None);
        check("refundxx", false, "refund", None);
        check("erfudn", true, "refunding", None);
        // Short words and numbers are meant as they are.
        check("cat", false, "cut", None);
        check("cats", false, "cuts", Some(Typo));
        check("4711", false, "4712", None);
        check("a4711", true, "a471", None);
        check("4711", true, "47110", Some(Prefix));
        check("größe", false, "größer", Some(Typo));
        check("", true, "anything", Some(Prefix));
        check("", false, "a", None);
    }

    #[test]
    fn what_cannot_be_met_is_mostly_passed_over() {
        let check = |other: &str, may: bool| {
            let word = Word::new("refund".to_owned(), true);
            assert_eq!(word.may_meet(Outline::of(other)), may, "{other}");
        };
        check("refund", true);
        check("rafund", true);
        check("efund", true);
        check("erfund", true);
        check("rfeund", true);
        check("xrefund", true);
        // Two letters are missing, or too much stands elsewhere.
        check("fund", false);
        check("reform", false);
        check("defrun", false);
        check("nrefudx", true);
        check("nrxxfudex", false);
        check("rfxeund", false);
        check("xfeundr", false);
        check("", false);
    }

    /// The optimal string alignment distance, as the textbook has it.
    fn distance(one: &str, other: &str) -> usize {
        let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
        let mut d = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                if i == 0 || j == 0 {
                    d[i][j] = i + j;
                    continue;
                }
                let cost = usize::from(a[i - 1] != b[j - 1]);
                d[i][j] = (d[i - 1][j] + 1).min(d[i][j - 1] + 1).min(d[i - 1][j - 1] + cost);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    d[i][j] = d[i][j].min(d[i - 2][j - 2] + 1);
                }
            }
        }
        d[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn a_slip_is_the_distance_of_one(one in "[abä]{1,7}", other in "[abä]{0,7}") {
            prop_assume!(one != other);
            prop_assert_eq!(is_slip(&one, &other, false), distance(&one, &other) == 1);
            let beginnings = other.char_indices().map(|(at, _)| at).chain([other.len()]);
            let near = beginnings.map(|to| distance(&one, &other[..to])).min();
            if !other.starts_with(&one) {
                prop_assert_eq!(is_slip(&one, &other, true), near == Some(1));
            }
            let word = Word::new(one.clone(), true);
            if word.forgiving && word.meets(&other).is_some() {
                prop_assert!(word.may_meet(Outline::of(&other)));
            }
        }
    }
}
