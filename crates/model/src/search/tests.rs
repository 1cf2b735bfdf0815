//! What folding, the index and plain looking have to do.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::*;
use crate::conversation::{Conversation, Preview, Source};
use crate::handling::Profile;
use crate::id::ConversationId;
use crate::participant::{Participant, ParticipantKind};
use crate::tag::Tag;
use crate::time::Timestamp;

/// The letter that is left when marks are taken away, by the Unicode tables; `None` where that is
/// no single letter.
fn bare(letter: char) -> Option<char> {
    let mut bare = letter.to_lowercase().nfd().filter(|one| !is_combining_mark(*one));
    bare.next().filter(|_| bare.next().is_none())
}

/// Letters that our tables fold although Unicode does not take them apart.
const OURS: &str = "đħıĸłŋŧſƀƃƈƌƒƙƚƞƥƫƭƴƶǥǿøȡȥȴȵȶȼȿɀɇɉɋɍɏςϐϑϕϖϰϱϲϵẜẝỿŉⱥð";

#[test]
fn every_letter_of_the_tables_folds_as_unicode_takes_it_apart() {
    let ranges = [0xC0..=0x24F, 0x370..=0x3FF, 0x400..=0x4FF, 0x1E00..=0x1EFF, 0x1F00..=0x1FFF];
    let mut seen = 0;
    for letter in ranges.into_iter().flatten().filter_map(char::from_u32) {
        let Some(bare) = bare(letter).filter(|bare| bare.is_alphabetic()) else { continue };
        let folded = fold(&letter.to_string());
        let small: String = letter.to_lowercase().collect();
        let ours = small.chars().any(|one| OURS.contains(one)) || OURS.contains(bare);
        if !ours && folded.chars().count() == 1 {
            assert_eq!(folded, bare.to_string(), "{letter} U+{:04X}", u32::from(letter));
            seen += 1;
        }
    }
    assert!(seen > 1_000, "{seen}");
}

#[test]
fn texts_that_read_the_same_fold_to_the_same() {
    let check = |text: &str, folded: &str| {
        assert_eq!(fold(text), folded, "{text}");
        assert_eq!(fold(folded), folded, "{text} twice");
    };
    check("Straße STRASSE ẞ", "strasse strasse ss");
    check("Ærø œuvre Þór ĳs Ǆ ǈ ǋ Ǳ ƕ", "aero oeuvre thor ijs dz lj nj dz hv");
    check("ﬀ ﬁ ﬂ ﬃ ﬄ ﬅ ﬆ", "ff fi fl ffi ffl st st");
    check("Øl Łódź Đorđe Ħ ŧ ŋ ı İ", "ol lodz dorde h t n i i");
    check("Nguyễn Ống ẞ Ǻ Ǽ", "nguyen ong ss a ae");
    check("Ὀδυσσεύς ΆΈΉΊΌΎΏ ΐΰ ᾳ", "οδυσσευσ αεηιουω ιυ α");
    check("Ёжик Йод Ѐ Ї Ў Ѓ Ќ", "ежик иод е і у г к");
    check("أإآٱ ا", "اااا ا");
    check("ىیئي ؤ ة ک", "يييي و ه ك");
    check("مُحَمَّدٌ مـحمد", "محمد محمد");
    check("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹", "0123456789 0123456789");
    check("שָׁלוֹם", "שלום");
    check("Ａｂｃ１２３！　～", "abc123! ~");
    check("e\u{301}\u{327} a\u{20DD}", "e a");
    check("so\u{AD}ft ze\u{200B}ro \u{202E}x\u{FEFF}", "soft zero x");
    check("a\u{0}b\tc\u{7F}d\u{85}e", "a b c d e");
    check("100 % 🎉 東京", "100 % 🎉 東京");
    // Neighbours of what is folded stay.
    check("÷ × ʰ Ͱ", "÷ × ʰ ͱ");
    for letter in ['\u{33FF}', '\u{65F0}', '\u{FF5F}', '\u{66A}', '\u{65A}', '\u{6FA}', '\u{250}'] {
        let expected =
            if super::fold::is_mark(letter) { String::new() } else { letter.to_string() };
        assert_eq!(fold(&letter.to_string()), expected);
    }
}

#[test]
fn marks_are_told_from_letters_at_their_edges() {
    let check = |first: u32, last: u32| {
        let is = |code: u32| char::from_u32(code).is_some_and(super::fold::is_mark);
        assert!(!is(first - 1) && is(first) && is(last) && !is(last + 1), "{first:X} {last:X}");
    };
    for (first, last) in [
        (0xAD, 0xAD),
        (0x300, 0x36F),
        (0x483, 0x489),
        (0x591, 0x5BD),
        (0x5BF, 0x5BF),
        (0x5C1, 0x5C2),
        (0x5C4, 0x5C5),
        (0x5C7, 0x5C7),
        (0x610, 0x61C),
        (0x640, 0x640),
        (0x64B, 0x65F),
        (0x670, 0x670),
        (0x6D6, 0x6DC),
        (0x6DF, 0x6E4),
        (0x6E7, 0x6E8),
        (0x6EA, 0x6ED),
        (0x1AB0, 0x1AFF),
        (0x1DC0, 0x1DFF),
        (0x200B, 0x200F),
        (0x202A, 0x202E),
        (0x2060, 0x2064),
        (0x2066, 0x2069),
        (0x20D0, 0x20FF),
        (0xFE00, 0xFE0F),
        (0xFE20, 0xFE2F),
        (0xFEFF, 0xFEFF),
        (0xE0100, 0xE01EF),
    ] {
        check(first, last);
    }
}

/// A conversation of these texts.
fn one(id: &str, at: i64, title: &str) -> Conversation {
    let mut one = Conversation::new(id.into(), Timestamp::from_millis(at));
    one.title = Some(title.to_owned());
    one
}

fn say(one: &mut Conversation, text: &str) {
    let at = one.created_at;
    one.preview = Some(Preview {
        part_id: "p".into(),
        text: text.to_owned(),
        author: None,
        at,
        content: None,
        note: false,
    });
}

fn tagged(mut one: Conversation, name: &str) -> Conversation {
    one.tags.push(Tag { id: name.into(), name: name.to_owned() });
    one
}

fn ids(hits: &[Hit]) -> String {
    hits.iter().map(|hit| hit.id.as_str()).collect()
}

fn index_of(all: &[Conversation]) -> SearchIndex {
    let mut index = SearchIndex::default();
    for one in all {
        index.insert(one);
    }
    index
}

#[test]
fn everything_that_names_a_conversation_is_looked_through() {
    let mut full = one("c", 0, "Title");
    full.source = Some(Source { subject: Some("Subject".into()), ..Source::default() });
    let person = |kind, id: &str, name: &str, email: &str| {
        let mut person = Participant::new(kind, id).named(name);
        person.email = Some(email.to_owned());
        person
    };
    full.participants = vec![
        person(ParticipantKind::Agent, "a", "Agent", "agent@b.c"),
        person(ParticipantKind::Customer, "b", "Ana", "ana@b.c"),
    ];
    full.source.as_mut().unwrap().author =
        Some(person(ParticipantKind::Lead, "c", "Bo", "ana@b.c"));
    full.handling.profile = Some(Box::new(Profile {
        name: Some("Ana".into()),
        email: Some("x@y.z".into()),
        phone: Some("+49 1".into()),
        ..Profile::default()
    }));
    say(&mut full, "Preview");
    let full = tagged(full, "Tag");
    let expected = [
        (Field::Title, "Title"),
        (Field::Subject, "Subject"),
        (Field::Preview, "Preview"),
        (Field::Person, "Ana"),
        (Field::Person, "ana@b.c"),
        (Field::Person, "Bo"),
        (Field::Person, "x@y.z"),
        (Field::Person, "+49 1"),
        (Field::Tag, "Tag"),
    ];
    assert_eq!(texts(&full), expected);
    assert_eq!(texts(&Conversation::new("d".into(), Timestamp::from_millis(0))), []);
    let index = index_of(&[full]);
    for (field, text) in expected {
        let found = &index.query(text, 1)[0].found;
        assert!(found.iter().any(|found| found.field == field && found.text == text), "{text}");
    }
    assert!(index.query("agent", 1).is_empty());
    let codes = expected.map(|(field, _)| field.code());
    assert_eq!(
        codes,
        ["title", "subject", "preview", "person", "person", "person", "person", "person", "tag"]
    );
}

#[test]
fn better_meetings_come_first_then_better_places_then_what_is_newer() {
    let mut preview = one("e", 9, "");
    say(&mut preview, "refund");
    let all = vec![
        one("a", 1, "refund"),
        one("b", 2, "refund"),
        one("c", 2, "refund"),
        tagged(one("d", 9, ""), "refund"),
        preview,
        one("f", 9, "refunded"),
        tagged(one("g", 10, ""), "refunded"),
        one("h", 9, "rafund"),
        one("i", 9, "other"),
    ];
    let index = index_of(&all);
    assert_eq!(ids(&index.query("refund", 99)), "cbadefgh");
    for limit in 0..8 {
        assert_eq!(ids(&index.query("refund", limit)), "cbadefgh"[..limit]);
    }
    let meetings: Vec<&str> =
        index.query("refund", 99).iter().map(|hit| hit.meeting.code()).collect();
    assert_eq!(meetings, [["exact"; 5].as_slice(), &["prefix"; 2], &["typo"]].concat());
    assert_eq!(ids(&index.query("refund ", 99)), "cbadeh");
    assert_eq!(ids(&index.query("refund refund", 99)), "cbadeh", "the first is complete");
}

#[test]
fn every_word_has_to_be_somewhere() {
    let all = [
        tagged(one("a", 1, "Late delivery"), "vip"),
        tagged(one("b", 2, "Delivery"), "vip"),
        one("c", 3, "Late delivery"),
    ];
    let index = index_of(&all);
    let check =
        |query: &str, found: &str| assert_eq!(ids(&index.query(query, 9)), found, "{query}");
    check("late vip", "a");
    check("VIP  dël", "ba");
    check("deliv", "cba");
    check("deliv ", "");
    check("late x", "");
    check("", "");
    check("!?", "");
}

#[test]
fn words_are_marked_where_they_stand() {
    let check = |title: &str, query: &str, spans: &[(usize, usize, usize, usize)]| {
        let hits = index_of(&[one("a", 0, title)]).query(query, 1);
        let found = hits.first().map(|hit| hit.found[0].spans.clone()).unwrap_or_default();
        let found: Vec<_> =
            found.iter().map(|s| (s.start, s.end, s.start_utf16, s.end_utf16)).collect();
        assert_eq!(found, spans, "{title} {query}");
        let units: Vec<u16> = title.encode_utf16().collect();
        for (start, end, from, to) in found {
            let marked: String = title.chars().skip(start).take(end - start).collect();
            assert_eq!(String::from_utf16(&units[from..to]).unwrap(), marked, "{title} {query}");
        }
    };
    check("My refund", "ref", &[(3, 6, 3, 6)]);
    check("My refund", "refund", &[(3, 9, 3, 9)]);
    check("My refund", "rafund", &[(3, 9, 3, 9)]);
    check("🎉🎉 Cafe\u{301} 🎉 café", "caf", &[(3, 6, 5, 8), (11, 14, 14, 17)]);
    check("🎉🎉 Cafe\u{301}", "cafe", &[(3, 8, 5, 10)]);
    check("Straße", "stras", &[(0, 5, 0, 5)]);
    check("one two", "two one", &[(0, 3, 0, 3), (4, 7, 4, 7)]);
    check("refund refunded", "refund refu", &[(0, 6, 0, 6), (7, 11, 7, 11)]);
    check("𝕏 東京", "東", &[(2, 3, 3, 4)]);
}

#[test]
fn a_change_is_found_and_what_was_is_not() {
    let mut index = index_of(&[one("a", 1, "first"), one("b", 2, "first")]);
    assert_eq!((index.len(), index.is_empty()), (2, false));
    assert_eq!(ids(&index.query("first", 9)), "ba");
    index.insert(&one("a", 3, "first"));
    assert_eq!(ids(&index.query("first", 9)), "ab", "newer now");
    index.insert(&one("a", 3, "second"));
    assert_eq!(ids(&index.query("first", 9)), "b");
    assert_eq!(ids(&index.query("second", 9)), "a");
    assert!(index.remove(&"a".into()) && !index.remove(&"a".into()));
    assert!(index.query("second", 9).is_empty());
    assert!(index.remove(&"b".into()));
    assert!(index.is_empty() && index.query("first", 9).is_empty());
}

#[test]
fn contains_looks_within_words_too_and_forgives_no_slip() {
    let mut full = one("a", 0, "Rückerstattung 4711");
    say(&mut full, "Où êtes-vous ? 🎉");
    let check = |text: &str, is: bool| assert_eq!(contains(&full, text), is, "{text}");
    check("erstatt", true);
    check("ruckERSTATTUNG ou", true);
    check("711 etes-VOUS ?", true);
    check("vous?", false);
    check("_711", false);
    check("711 nichts", false);
    check("ruckerstatung", false);
    check("", true);
    check("  ", true);
    check("🎉", true);
    check(" 🎉 ", true);
    check("🎈", false);
    let far = one("b", 0, &format!("{}z y", "a".repeat(FIELD_CHARACTERS - 1)));
    assert!(contains(&far, "z") && !contains(&far, "y"));
}

#[test]
fn hostile_input_is_bounded() {
    let long = "a".repeat(100_000);
    let flood = format!("e{}", "\u{301}".repeat(100_000));
    let many = "word ".repeat(20_000);
    let mut full = one("a", 0, &long);
    say(&mut full, &flood);
    for at in 0..10_000 {
        full.tags.push(Tag { id: at.to_string().into(), name: format!("tag{at}") });
    }
    assert_eq!(texts(&full).len(), FIELDS);
    let index = index_of(&[full.clone()]);
    for query in [&long, &flood, &many, "\u{0}\u{1}\u{7F}", &"\u{202E}".repeat(9), "\u{FFFF}"] {
        let hits = index.query(query, 10);
        assert!(hits.len() <= 1);
        let _ = contains(&full, query);
        assert!(words(query).len() <= QUERY_WORDS);
    }
    assert_eq!(index.query(&long, 1)[0].found[0].spans[0].end, QUERY_CHARACTERS);
    assert_eq!(index.query("e", 1)[0].found[0].field, Field::Preview);
}

/// What a query finds, by looking at every text: the order of the index in plain words.
fn by_looking(all: &[Conversation], query: &str) -> Vec<ConversationId> {
    let words = super::query::parse(query);
    let meets = |one: &Conversation, word: &super::typo::Word| {
        let texts = texts(one);
        let tokens = texts.iter().flat_map(|(field, text)| {
            super::token::tokens(text).into_iter().map(|token| (*field, token.word))
        });
        tokens.filter_map(|(field, other)| Some((word.meets(&other)?, field.class()))).min()
    };
    let mut found: Vec<_> = all
        .iter()
        .filter_map(|one| {
            let met: Option<Vec<_>> = words.iter().map(|word| meets(one, word)).collect();
            let met = met.filter(|met| !met.is_empty())?;
            let how: usize = met.iter().map(|(meeting, _)| *meeting as usize).sum();
            let place: usize = met.iter().map(|(_, class)| usize::from(*class)).sum();
            let at = std::cmp::Reverse((one.activity_at(), one.id.clone()));
            Some((how, place, at))
        })
        .collect();
    found.sort();
    found.into_iter().map(|(.., at)| at.0.1).collect()
}

fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "[ab]{1,2}",
        "[abé]{3,5}",
        Just("abab".to_owned()),
        Just("Ababa".to_owned()),
        Just("12".to_owned()),
    ];
    prop::collection::vec(word, 0..4).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn the_index_finds_what_looking_finds_whatever_has_changed(
        steps in prop::collection::vec((0..6_u8, 0..4_i64, text(), text(), text(), any::<bool>()), 1..25),
        query in text(),
        open in any::<bool>(),
    ) {
        let (mut index, mut all) = (SearchIndex::default(), Vec::<Conversation>::new());
        for (id, at, title, tag, preview, remove) in steps {
            let mut one = tagged(one(&id.to_string(), at, &title), &tag);
            say(&mut one, &preview);
            all.retain(|other| other.id != one.id);
            if remove {
                index.remove(&one.id);
            } else {
                index.insert(&one);
                all.push(one);
            }
            prop_assert_eq!(index.len(), all.len());
        }
        let query = if open { query } else { query + " " };
        let found: Vec<_> = index.query(&query, 99).into_iter().map(|hit| hit.id).collect();
        prop_assert_eq!(&found, &by_looking(&all, &query));
        let top: Vec<_> = index.query(&query, 2).into_iter().map(|hit| hit.id).collect();
        prop_assert_eq!(&top, &found[..found.len().min(2)]);
        for hit in index.query(&query, 99) {
            prop_assert!(!hit.found.is_empty());
            for found in hit.found {
                let mut before = 0;
                for span in found.spans {
                    prop_assert!(before <= span.start && span.start < span.end);
                    before = span.end;
                }
                prop_assert!(before <= found.text.chars().count());
            }
        }
    }

    #[test]
    fn folding_does_not_mind_how_a_text_is_composed(text in "[a-zA-Zà-ÿÀ-ßĀ-žơưạ-ỹά-ώА-яё ]{0,20}") {
        let (composed, apart) = (text.nfc().collect::<String>(), text.nfd().collect::<String>());
        prop_assert_eq!(fold(&composed), fold(&apart));
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
    }

    #[test]
    fn no_text_and_no_query_is_too_much(title in ".{0,60}", query in ".{0,60}") {
        let all = [one("a", 0, &title)];
        let index = index_of(&all);
        prop_assert_eq!(index.query(&query, 1).len(), by_looking(&all, &query).len());
        prop_assert_eq!(fold(&fold(&title)), fold(&title));
        prop_assert!(contains(&all[0], &title));
    }
}
