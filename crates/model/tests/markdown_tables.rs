//! The big tables are what the public data says: every named character reference, every emoji
//! shortcode, every code point. Also what makes them:
//! `MARKDOWN_TABLES=write cargo test -p inbox-model --test markdown_tables`.

#![cfg(feature = "full")]

use std::collections::BTreeMap;
use std::fmt::Write;

use caseless::Caseless;
use inbox_model::markdown::{Block, Inline, Profile, parse, render_html};
use unicode_general_category::{GeneralCategory, get_general_category};

/// All characters.
fn characters() -> impl Iterator<Item = char> {
    '\0'..=char::MAX
}

/// The named references that end in a semicolon, without it.
fn entities() -> BTreeMap<&'static str, &'static str> {
    let named = entities::ENTITIES
        .iter()
        .filter_map(|one| Some((one.entity.strip_prefix('&')?.strip_suffix(';')?, one.characters)));
    named.collect()
}

fn emoji() -> BTreeMap<&'static str, &'static str> {
    let named = emojis::iter()
        .flat_map(|emoji| emoji.shortcodes().map(|name| (name, emoji.as_str())))
        .filter(|(_, emoji)| !emoji.is_empty());
    named.collect()
}

/// General categories P and S.
fn is_punctuation(character: char) -> bool {
    use GeneralCategory as Is;
    matches!(
        get_general_category(character),
        Is::ConnectorPunctuation
            | Is::DashPunctuation
            | Is::OpenPunctuation
            | Is::ClosePunctuation
            | Is::InitialPunctuation
            | Is::FinalPunctuation
            | Is::OtherPunctuation
            | Is::MathSymbol
            | Is::CurrencySymbol
            | Is::ModifierSymbol
            | Is::OtherSymbol
    )
}

/// Pieces on lines of some length.
fn lines(pieces: impl Iterator<Item = String>, end: &str) -> String {
    let mut lines = String::new();
    let mut line = String::from("    ");
    for piece in pieces {
        if line.chars().count() + piece.chars().count() > 118 {
            let _ = writeln!(
                lines,
                "{}{end}",
                line.trim_end_matches(|one| one == ' ' && end.is_empty())
            );
            line = String::from("    ");
        }
        line += &piece;
        line.push(' ');
    }
    lines + if end.is_empty() { line.trim_end() } else { &line }
}

fn text_table(name: &str, what: &str, entries: &BTreeMap<&str, &str>) -> String {
    let visible = |value: &str| -> String {
        let one = |character: char| match character {
            '"' | '\\' => format!("\\{character}"),
            _ if character.is_control() || character.is_whitespace() => {
                character.escape_unicode().to_string()
            }
            // Marks and what is invisible, but for those that stand in an emoji.
            '\u{300}'..='\u{36f}'
            | '\u{20d2}'
            | '\u{20e5}'
            | '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2060}'..='\u{2064}'
                if what != "Emoji" =>
            {
                character.escape_unicode().to_string()
            }
            _ => character.to_string(),
        };
        value.chars().map(one).collect()
    };
    let pieces = entries.iter().map(|(key, value)| format!("{key}={}", visible(value)));
    format!(
        "//! {what}, see `tables`. Written by `tests/markdown_tables.rs`.\n\n#[rustfmt::skip]\n\
         pub(in super::super) const {name}: &str = \"\\\n{}\";\n",
        lines(pieces, "\\"),
    )
}

/// The closed ranges of P and S in a plane, its first code point left off.
fn ranges(plane: u32) -> Vec<(u32, u32)> {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    // In plane 0 ASCII is known without a table.
    for code in plane * 0x1_0000 + if plane == 0 { 0x80 } else { 0 }..(plane + 1) * 0x1_0000 {
        if char::from_u32(code).is_some_and(is_punctuation) {
            let code = code % 0x1_0000;
            match ranges.last_mut() {
                Some((_, last)) if *last + 1 == code => *last = code,
                _ => ranges.push((code, code)),
            }
        }
    }
    ranges
}

fn range_table(name: &str, doc: &str, plane: u32) -> String {
    let pieces =
        ranges(plane).into_iter().map(|(first, last)| format!("(0x{first:04x}, 0x{last:04x}),"));
    format!(
        "/// {doc}\n#[rustfmt::skip]\npub(in super::super) const {name}: &[(u16, u16)] = &[\n{}\n];\n",
        lines(pieces, ""),
    )
}

#[test]
fn tables_are_as_generated() {
    let punctuation = [
        "//! The general categories P and S as closed ranges in order, see `tables`. Written by `tests/markdown_tables.rs`.\n\n",
        &range_table("PUNCTUATION", "In the basic multilingual plane, beyond ASCII.", 0),
        "\n",
        &range_table("PUNCTUATION_OF_PLANE_1", "In plane 1: the offsets from U+10000.", 1),
    ]
    .concat();
    for (file, table) in [
        ("entities.rs", text_table("NAMED", "All named character references of HTML", &entities())),
        ("emoji.rs", text_table("EMOJI", "Emoji", &emoji())),
        ("punctuation.rs", punctuation),
    ] {
        let path = format!("{}/src/markdown/tables/{file}", env!("CARGO_MANIFEST_DIR"));
        if std::env::var("MARKDOWN_TABLES").is_ok_and(|what| what == "write") {
            assert!(std::fs::write(&path, &table).is_ok(), "{path}");
        }
        let found = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(found == table, "{file} is another");
    }
}

/// The text of a text that is one paragraph without marks.
fn text(markdown: &str) -> String {
    match parse(markdown, Profile::CommonMark).as_slice() {
        [Block::Paragraph(content)] => match content.as_slice() {
            [Inline::Text(text)] => text.clone(),
            other => format!("{other:?}"),
        },
        other => format!("{other:?}"),
    }
}

#[test]
fn every_named_reference() {
    let all = entities();
    assert_eq!(all.len(), 2125);
    for (name, value) in all {
        assert_eq!(text(&format!("x&{name};y")), format!("x{value}y"), "{name}");
        assert_eq!(text(&format!("x&{name}y")), format!("x&{name}y"), "{name}");
        assert_eq!(text(&format!("x&{name}zz;y")), format!("x&{name}zz;y"), "{name}");
    }
}

#[test]
fn every_shortcode() {
    let all = emoji();
    assert!(all.len() > 1850, "{}", all.len());
    for (name, emoji) in all {
        assert_eq!(
            render_html(&format!("a :{name}: b"), Profile::Chat),
            format!("<p>a {emoji} b</p>\n"),
            "{name}"
        );
    }
}

/// A mark between a letter and a punctuation character opens nothing that it would between letters.
#[test]
fn every_punctuation_character() {
    // No character of P or S is beyond plane 1, which is what the table relies on.
    assert!(!('\u{20000}'..=char::MAX).any(is_punctuation));
    for character in characters().filter(|one| !one.is_whitespace() && !one.is_control()) {
        if "[]<>`\\&*_!#-+=~|:".contains(character) {
            continue; // means something else there
        }
        let emphasised = parse(&format!("a*{character}*"), Profile::CommonMark)
            .iter()
            .any(|block| matches!(block, Block::Paragraph(content) if content.len() == 2));
        assert_eq!(emphasised, !is_punctuation(character), "U+{:04X}", u32::from(character));
    }
}

/// Every character and its full case folding are the same label.
#[test]
fn every_case_folds() {
    let matches = |label: &str, reference: &str| {
        let blocks = parse(&format!("[x{label}x]: /u\n\n[x{reference}x]"), Profile::CommonMark);
        matches!(blocks.as_slice(), [Block::Paragraph(content)] if matches!(content.as_slice(), [Inline::Link { .. }]))
    };
    let mut folding = 0;
    for character in characters() {
        let folded: String = std::iter::once(character).default_case_fold().collect();
        if folded.chars().ne([character]) {
            folding += 1;
            assert!(
                matches(&character.to_string(), &folded),
                "U+{:04X} is not {folded:?}",
                u32::from(character)
            );
        }
    }
    assert_eq!(folding, 1557);
    // And nothing is the same label that does not fold to the same: what has a capital or small
    // letter in another's class.
    let known = |one: &char| get_general_category(*one) != GeneralCategory::Unassigned;
    for character in characters().filter(known) {
        let folded: String = std::iter::once(character).default_case_fold().collect();
        for other in character.to_uppercase().chain(character.to_lowercase()).filter(known) {
            let is_same = std::iter::once(other).default_case_fold().eq(folded.chars());
            if !is_same
                && character.to_uppercase().count() == 1
                && character.to_lowercase().count() == 1
            {
                assert!(
                    !matches(&character.to_string(), &other.to_string()),
                    "U+{:04X} is not U+{:04X}",
                    u32::from(character),
                    u32::from(other)
                );
            }
        }
    }
}
