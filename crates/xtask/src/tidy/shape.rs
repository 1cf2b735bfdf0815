//! The shape of files: how they begin, how long they are, how they end, and where modules stand.

use std::collections::BTreeSet;

use super::Finding;
use super::lexer::Language;
use super::tree::Tree;

/// The longest file, in lines, tests aside.
const LONGEST: usize = 400;

/// Files that may be longer, each with the reason: tables, which are clearer whole.
const TABLES: &[(&str, &str)] =
    &[("www/src/model/types.ts", "written from the types of Rust by a test of crates/model-js")];

/// Files whose bytes are not ours to change, by the beginning of their path, with the reason.
const AS_GIVEN: &[(&str, &str)] =
    &[("crates/dialects/tests/contract/", "the contract's examples, kept as they were published")];

/// Source files are short enough to be read in one go.
pub(super) fn lengths(tree: &Tree) -> Vec<Finding> {
    let sources = tree.files.iter().filter(|file| file.language.is_some() && !file.is_test());
    let ours = sources.filter(|file| TABLES.iter().all(|(path, _)| file.path != *path));
    ours.filter_map(|file| {
        let lines = file.lines_without_tests();
        (lines > LONGEST).then(|| {
            file.finding(
                0,
                format!("{lines} lines, tests aside, where {LONGEST} are possible"),
                "a file is one idea, and this one has become several",
                "move an idea into a module of its own; a table may be listed in TABLES of \
                 crates/xtask/src/tidy/shape.rs",
            )
        })
    })
    .collect()
}

/// Every file in Rust says first what it owns.
pub(super) fn openings(tree: &Tree) -> Vec<Finding> {
    let silent = tree.rust().filter(|file| !file.text.starts_with("//! "));
    silent
        .map(|file| {
            file.finding(
                0,
                "does not begin with `//! `",
                "a reader decides by the first line whether this is the place",
                "say in one line what the file owns",
            )
        })
        .collect()
}

/// Modules are `foo.rs` and `foo/`.
pub(super) fn module_files(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut orphans = BTreeSet::new();
    for file in tree.rust() {
        let Some((folder, name)) = file.path.rsplit_once('/') else { continue };
        if name == "mod.rs" {
            findings.push(file.finding(
                0,
                "a `mod.rs`",
                "ten open files of one name cannot be told apart",
                format!("call it {folder}.rs; what several tests share is `tests/name/main.rs` with modules beside it"),
            ));
        }
        let in_crate = file.path.strip_prefix("crates/").and_then(|rest| rest.split_once('/'));
        let below = in_crate.map_or(file.path.as_str(), |(_, rest)| rest).strip_prefix("src/");
        let is_module = below.is_some_and(|rest| rest.contains('/') && !rest.starts_with("bin/"));
        let owner = format!("{folder}.rs");
        if is_module && tree.file(&owner).is_none() && orphans.insert(folder) {
            findings.push(file.finding(
                0,
                format!("there is no {owner}"),
                "a folder without its module file is a folder without a purpose",
                format!("write {owner}: a `//!` that says what the folder is for, and its modules"),
            ));
        }
    }
    findings
}

/// Text ends with one line end.
pub(super) fn endings(tree: &Tree) -> Vec<Finding> {
    let ours = tree
        .files
        .iter()
        .filter(|file| AS_GIVEN.iter().all(|(start, _)| !file.path.starts_with(start)));
    let wrong = ours.filter(|file| {
        let one = file.text.ends_with('\n') && !file.text.ends_with("\n\n") && file.text != "\n";
        !file.text.is_empty()
            && (!one || file.text.contains('\r') && file.language != Some(Language::Rust))
    });
    wrong
        .map(|file| {
            file.finding(
                file.text.trim_end().len(),
                "does not end with exactly one line end, or has carriage returns",
                "every edit at the end would touch a line that nobody meant to change",
                "let the editor keep .editorconfig",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::{check, sentence};
    use super::*;

    #[test]
    fn long_files() {
        let long = "//! x\n".repeat(LONGEST);
        let longer = format!("{long}x\n");
        let tested = format!("{long}#[cfg(test)]\nmod tests {{\n{long}}}\n");
        check(lengths, &[("src/a.rs", &long), ("src/b.rs", &tested), ("a.css", &longer)], &[]);
        check(lengths, &[("tests/e2e/a.spec.ts", &longer)], &[]);
        check(
            lengths,
            &[("www/src/a.ts", &longer)],
            &["www/src/a.ts:1: 401 lines, tests aside, where 400 are possible"],
        );
    }

    #[test]
    fn first_lines() {
        check(openings, &[("src/a.rs", "//! What it is.\n"), ("a.ts", "x\n")], &[]);
        check(
            openings,
            &[("build.rs", "fn main() {}\n")],
            &["build.rs:1: does not begin with `//! `"],
        );
    }

    #[test]
    fn folders_and_their_modules() {
        let good = [
            ("src/ui.rs", ""),
            ("src/ui/a.rs", ""),
            ("crates/x/src/bin/b.rs", ""),
            ("tests/a/b.rs", ""),
        ];
        check(module_files, &good, &[]);
        check(module_files, &[("src/ui/a.rs", "")], &["src/ui/a.rs:1: there is no src/ui.rs"]);
        check(
            module_files,
            &[("crates/x/src/a/b.rs", ""), ("crates/x/src/a/c.rs", "")],
            &["crates/x/src/a/b.rs:1: there is no crates/x/src/a.rs"],
        );
        assert_eq!(
            sentence(module_files, &[("src/ui.rs", ""), ("src/ui/mod.rs", "")]),
            "src/ui/mod.rs:1: a `mod.rs`; ten open files of one name cannot be told apart; call it src/ui.rs; what \
             several tests share is `tests/name/main.rs` with modules beside it"
        );
    }

    #[test]
    fn last_lines() {
        let what = "does not end with exactly one line end, or has carriage returns";
        check(endings, &[("a.md", "x\n"), ("b.md", "")], &[]);
        check(endings, &[("a.md", "x")], &[&format!("a.md:1: {what}")]);
        check(endings, &[("a.md", "x\ny\n\n")], &[&format!("a.md:2: {what}")]);
        check(endings, &[("a.md", "x\r\n")], &[&format!("a.md:1: {what}")]);
    }
}
