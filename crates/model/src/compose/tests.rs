//! Formatting, case by case and for any text.

use proptest::prelude::*;

use super::*;

/// A text in which `‹` and `›` stand around what is selected, or `|` for the caret.
fn edit(marked: &str) -> Edit {
    let start = marked.find(['‹', '|']).unwrap();
    let end = marked.find('›').map_or(start, |end| end - '‹'.len_utf8());
    Edit::new(marked.replace(['‹', '›', '|'], ""), start..end)
}

fn shown(edit: &Edit) -> String {
    let Edit { text, selection } = edit;
    let (left, right) = (&text[..selection.start], &text[selection.end..]);
    match &text[selection.clone()] {
        "" => format!("{left}|{right}"),
        said => format!("{left}‹{said}›{right}"),
    }
}

#[test]
fn each_format_is_put_on_and_taken_off() {
    use Format::{Bold, Bullets, Code, Italic, Link, Numbers, Quote, Strike};
    for (format, before, after) in [
        (Bold, "so ‹good›", "so **‹good›**"),
        (Bold, "|", "**|**"),
        (Bold, "Übung ‹größer› 🎉", "Übung **‹größer›** 🎉"),
        (Italic, "so ‹good›", "so *‹good›*"),
        (Italic, "**‹both›**", "***‹both›***"),
        (Bold, "*‹both›*", "***‹both›***"),
        (Bold, "***‹both›***", "*‹both›*"),
        (Italic, "***‹both›***", "**‹both›**"),
        (Strike, "‹not› this", "~~‹not›~~ this"),
        (Bold, "‹one\ntwo›", "**‹one**\n**two›**"),
        (Bold, "- ‹one\n\n> 2. two› x", "- **‹one**\n\n> 2. **two›** x"),
        (Code, "run ‹ls›", "run `‹ls›`"),
        (Code, "‹a`b›", "``‹a`b›``"),
        (Code, "x\n‹a\nb›\ny", "x\n```\n‹a\nb›\n```\ny"),
        (Code, "‹```\na›", "````\n‹```\na›\n````"),
        (Link, "see ‹this›", "see [this](‹https://›)"),
        (Link, "see |", "see [](‹https://›)"),
        (Link, "‹https://a.b/c› there", "[|](https://a.b/c) there"),
        (Quote, "‹one\ntwo›\nthree", "> ‹one\n> two›\nthree"),
        (Quote, "a\n|b", "a\n> |b"),
        (Bullets, "‹one\n\ntwo›", "- ‹one\n\n- two›"),
        (Bullets, "|", "- |"),
        (Bullets, "  on|e", "  - on|e"),
        (Numbers, "‹one\ntwo›", "1. ‹one\n2. two›"),
    ] {
        let (before, after) = (edit(before), edit(after));
        let done = before.format(format);
        assert_eq!(shown(&done), shown(&after), "{format:?} of {before:?}");
        // The address is forgotten with the link, and the selection was the text before.
        if !(format == Link && before.selection.is_empty()) {
            assert_eq!(done.format(format).text, before.text, "{format:?} twice of {before:?}");
        }
    }
}

#[test]
fn what_is_selected_with_its_marks_or_with_space_is_meant_without() {
    for (format, before, after) in [
        (Format::Bold, "so ‹**good**›", "so ‹good›"),
        (Format::Bold, "so‹ good ›it", "so **‹good›** it"),
        (Format::Bold, "so ‹  ›it", "so **|**  it"),
        (Format::Bold, "‹**one**\ntwo›", "**‹one**\n**two›**"),
        (Format::Bold, "‹**one**\n**two**›", "‹one\ntwo›"),
        (Format::Bold, "‹ \n ›", "‹ \n ›"),
        (Format::Code, "‹`ls`›", "‹ls›"),
        (Format::Link, "see [th|is](https://a.b)", "see ‹this›"),
        (Format::Link, "see [this](https://‹a›.b)", "see ‹this›"),
        (
            Format::Link,
            "see [this](https://a.b) ‹too›",
            "see [this](https://a.b) [too](‹https://›)",
        ),
        (Format::Quote, ">o|ne", "o|ne"),
        (Format::Quote, "‹> one\ntwo›", "> ‹> one\n> two›"),
        (Format::Bullets, "* ‹one\n+ two›", "‹one\ntwo›"),
        (Format::Bullets, "‹1. one\n2) two›", "- ‹one\n- two›"),
        (Format::Numbers, "- ‹one\ntwo\n›three", "1. ‹one\n2. two\n›three"),
        (Format::Numbers, "‹7. one›", "‹one›"),
    ] {
        assert_eq!(shown(&edit(before).format(format)), after, "{format:?} of {before:?}");
    }
}

#[test]
fn what_was_changed_is_no_more_than_that() {
    for (before, after, range, with) in [
        ("so good", "so **good**", 3..7, "**good**"),
        ("aaa", "aaaa", 3..3, "a"),
        ("aaaa", "aaa", 3..4, ""),
        ("é", "è", 0..2, "è"),
        ("same", "same", 4..4, ""),
        ("", "new", 0..0, "new"),
    ] {
        let after = Edit::new(after, 0..0);
        assert_eq!(after.change_of(before), (range, with), "{before} to {}", after.text);
    }
}

#[test]
fn a_link_is_of_one_line() {
    let two = edit("a ‹see\nthere› b").format(Format::Link);
    assert_eq!(two.text, "a [see](https://)\nthere b");
    let none = edit("a‹\n›b").format(Format::Link);
    assert_eq!(none.text, "a[](https://)\nb");
}

#[test]
fn a_replacement_leaves_the_caret_behind_itself() {
    assert_eq!(shown(&edit("hi |@ma there").replace(3..6, "@Maya ")), "hi @Maya | there");
    assert_eq!(shown(&edit("é|").replace(1..99, "x")), "x|", "places are brought in order");
}

fn formats() -> impl Strategy<Value = Format> {
    use Format::{Bold, Bullets, Code, Italic, Link, Numbers, Quote, Strike};
    prop::sample::select(vec![Bold, Italic, Strike, Code, Link, Quote, Bullets, Numbers])
}

fn anything() -> impl Strategy<Value = Edit> {
    let text =
        prop::string::string_regex("([a-z *_~`>\\[\\]()#1.\n-]|é|🎉|https://a\\.b|- |> ){0,24}");
    (text.unwrap(), any::<(u8, u8)>()).prop_map(|(text, (one, two))| {
        let place = |at: u8| usize::from(at) % (text.len() + 1);
        let (one, two) = (place(one), place(two));
        Edit::new(text.as_str(), one.min(two)..one.max(two))
    })
}

/// A text without any marks.
fn plain() -> impl Strategy<Value = Edit> {
    anything().prop_map(|edit| {
        let text = edit
            .text
            .replace(['*', '_', '~', '`', '>', '[', ']', '(', ')', '#', '.', '-', ':'], "x");
        Edit::new(text, edit.selection)
    })
}

proptest! {
    #[test]
    fn twice_is_nothing(plain in plain(), format in formats()) {
        let once = plain.format(format);
        prop_assert_eq!(once.format(format).text, plain.text);
    }

    #[test]
    fn words_are_never_lost(edit in anything(), format in formats()) {
        let done = edit.format(format);
        let words = |text: &str| text.chars().filter(|one| one.is_alphabetic()).collect::<String>();
        let before = words(&edit.text);
        let kept = words(&done.text);
        // But for the address, which comes and goes with the link.
        if format != Format::Link {
            prop_assert_eq!(&kept, &before);
        }
        prop_assert!(done.text.is_char_boundary(done.selection.start));
        prop_assert!(done.text.is_char_boundary(done.selection.end));
        prop_assert!(done.selection.start <= done.selection.end);
    }

    #[test]
    fn a_change_makes_the_one_text_of_the_other(one in anything(), two in anything()) {
        let (range, with) = two.change_of(&one.text);
        prop_assert_eq!(one.replace(range.clone(), with).text, two.text);
        prop_assert!(range.start <= range.end);
    }

    #[test]
    fn a_question_is_always_about_what_stands_before_the_caret(edit in anything()) {
        if let Some(asked) = asked_at(&edit.text, edit.selection.start) {
            prop_assert_eq!(asked.range.end, edit.selection.start);
            let said = &edit.text[asked.range];
            prop_assert_eq!(said.get(1..), Some(asked.query.as_str()));
        }
    }
}

#[test]
fn a_name_or_an_emoji_is_asked_for_where_a_word_begins() {
    let check = |marked: &str, expected: Option<(AskedFor, &str)>| {
        let edit = edit(marked);
        let asked = asked_at(&edit.text, edit.selection.start);
        let asked = asked.as_ref().map(|asked| (asked.kind, asked.query.as_str()));
        assert_eq!(asked, expected, "{marked}");
    };
    for (marked, query) in [
        ("@|", ""),
        ("hi @ma|", "ma"),
        ("(@Zoë|", "Zoë"),
        ("one\n@maya lin|", "maya lin"),
        ("**@سلط|", "سلط"),
        ("`x` @o'h|ara", "o'h"),
    ] {
        check(marked, Some((AskedFor::Mention, query)));
    }
    for (marked, query) in [(":ta|", "ta"), ("(:+1|", "+1"), ("done :tad|a", "tad")] {
        check(marked, Some((AskedFor::Emoji, query)));
    }
    for marked in [
        "me@ma|",
        "@ x|",
        "@a b c d|",
        "`@ma|",
        "@a\n|",
        "x|",
        "|@a",
        ":t|",
        "12:30|",
        "::ta|",
        "a:ta|",
        ":)|",
        ":Ta|",
        "see https://a|",
        "@a/b|",
        "@a@b|",
    ] {
        check(marked, None);
    }
    assert_eq!(asked_at("é", 1), None, "a place within a character asks for nothing");
    check(&format!("@{}|", "a".repeat(40)), Some((AskedFor::Mention, &"a".repeat(40))));
    check(&format!("@{}|", "a".repeat(41)), None);
}

#[test]
fn names_that_begin_so_come_first() {
    let names =
        ["Ada Maya", "Maya Lindqvist", "Ömer Kaya", "Anna-Maria", "Jonas"].map(str::to_owned);
    let found = |query: &str| {
        best_names(query, &names).into_iter().map(|place| names[place].as_str()).collect::<Vec<_>>()
    };
    assert_eq!(found("ma"), ["Maya Lindqvist", "Ada Maya", "Anna-Maria"]);
    assert_eq!(found("MAYA L"), ["Maya Lindqvist"]);
    assert_eq!(found("öm"), ["Ömer Kaya"]);
    assert_eq!(found("x"), [""; 0]);
    assert_eq!(found("").len(), 5);
    let many = vec!["Maya".to_owned(); 20];
    assert_eq!(best_names("m", &many).len(), 8);
}

#[test]
fn emoji_are_found_by_their_names() {
    assert_eq!(emoji("tad").first(), Some(&("tada", "🎉")));
    assert_eq!(emoji("nothing_like_it"), []);
    let found = emoji("heart");
    assert_eq!(found.first().map(|(name, _)| *name), Some("heart"));
    assert!(found.iter().any(|(name, _)| *name == "heart_eyes"), "{found:?}");
    assert!(emoji("e").len() <= 8);
}
