//! Code that the architecture document names exists.

use std::collections::{BTreeMap, BTreeSet};

use super::Finding;
use super::docs::{ARCHITECTURE, code_spans};
use super::lexer::is_word;
use super::tree::{Tree, View};

/// How the document begins a path, and where that is in the tree. A path that begins with
/// something else may lead anywhere.
const SCOPES: &[(&str, &str)] = &[
    ("model", "crates/model/src"),
    ("dialects", "crates/dialects/src"),
    ("server", "crates/server/src"),
    ("embed", "src/embed"),
    ("net", "src/net"),
    ("sync", "src/sync"),
    ("ui", "src/ui"),
    ("messenger", "src/messenger"),
    ("desk", "src/desk"),
    ("i18n", "src/i18n"),
];

/// Words after which a name is being defined.
const KEYWORDS: &[&str] = &["fn", "struct", "enum", "trait", "type", "const", "static", "mod"];

/// Each name of a path in backticks with `::` is a module or is defined where the path begins.
pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let Some(file) = tree.file(ARCHITECTURE) else { return Vec::new() };
    let mut findings = Vec::new();
    let mut definitions_in = BTreeMap::new();
    for (offset, span) in code_spans(&file.text).filter(|(_, span)| span.contains("::")) {
        // `Inbox::reduce(Event::Do)` is two paths.
        for path in span.split(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | ':')) {
            let names: Vec<&str> = path.split("::").filter(|name| !name.is_empty()).collect();
            let [first, rest @ ..] = names.as_slice() else { continue };
            if rest.is_empty() {
                continue;
            }
            let scope = SCOPES.iter().find(|(name, _)| name == first);
            let (place, wanted) = match scope {
                Some((_, place)) => (*place, rest),
                None => ("", names.as_slice()),
            };
            let known = definitions_in.entry(place).or_insert_with(|| definitions(tree, place));
            if let Some(name) = wanted.iter().find(|name| !known.contains(**name)) {
                findings.push(file.finding(
                    offset,
                    format!("names `{path}`, and there is no `{name}`"),
                    "a walk-through that names what is gone sends its reader astray",
                    "follow the code as it is now and write that down",
                ));
            }
        }
    }
    findings
}

/// Modules below `place` and what they define, variants and fields included.
fn definitions<'a>(tree: &'a Tree, place: &str) -> BTreeSet<&'a str> {
    let mut known = BTreeSet::new();
    for file in tree.rust() {
        let stem = file.path.strip_suffix(".rs").unwrap_or(&file.path);
        if stem != place && !place.is_empty() && !file.path.starts_with(&format!("{place}/")) {
            continue;
        }
        known.extend(stem.split('/'));
        let code = file.view(View::Code);
        let words = code.split(|c: char| !c.is_ascii() || !is_word(c as u8));
        let mut before = "";
        for word in words.filter(|word| !word.is_empty()) {
            if KEYWORDS.contains(&before) {
                known.insert(word);
            }
            before = word;
        }
        known.extend(code.lines().filter_map(variant));
    }
    known
}

/// The name of an enum's variant, if that is what the line begins.
fn variant(line: &str) -> Option<&str> {
    let line = line.trim();
    let end = line.bytes().position(|byte| !is_word(byte)).unwrap_or(line.len());
    let (name, rest) = line.split_at_checked(end)?;
    let begins = name.starts_with(|c: char| c.is_ascii_uppercase());
    (begins && rest.trim_start().starts_with([',', '(', '{'])).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::super::sentence;
    use super::*;

    fn check(document: &str, expected: &[&str]) {
        let code = "//! x\npub enum Event {\n    Do(Command),\n}\nimpl Inbox { pub fn reduce() {} }\nstruct Inbox;\n";
        let files = [("crates/model/src/sync.rs", code), (ARCHITECTURE, document)];
        super::super::check(super::check, &files, expected);
    }

    #[test]
    fn names_that_are_gone() {
        check("`model::sync::Inbox::reduce(Event::Do)` and `Inbox::reduce`, `std`\n", &[]);
        check("`model::sync`\n```\nmodel::gone\n```\n", &[]);
        check(
            "\n`model::sync::Inbox::step`\n",
            &["docs/ARCHITECTURE.md:2: names `model::sync::Inbox::step`, and there is no `step`"],
        );
        check(
            "`Event::Undo`\n",
            &["docs/ARCHITECTURE.md:1: names `Event::Undo`, and there is no `Undo`"],
        );
        check(
            "`server::Store`\n",
            &["docs/ARCHITECTURE.md:1: names `server::Store`, and there is no `Store`"],
        );
        assert_eq!(
            sentence(super::check, &[(ARCHITECTURE, "`desk::Row`\n")]),
            "docs/ARCHITECTURE.md:1: names `desk::Row`, and there is no `Row`; a walk-through that names what is \
             gone sends its reader astray; follow the code as it is now and write that down"
        );
    }
}
