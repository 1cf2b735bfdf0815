//! Holds the structure that the compiler cannot see: who may know whom, what never appears where,
//! and that the documents tell the truth.
//!
//! One file per family of rules. A rule is a function from the [`Tree`] to its findings, mostly
//! over a table at the top of its file; to change what is allowed, change the table, and give the
//! reason there. Rules see text, not types: quick enough to run always, and fooled only by code
//! that sets out to fool them.

mod bans;
mod crates;
mod docs;
mod folders;
mod lexer;
mod names;
mod origins;
mod package;
mod shape;
mod tree;
mod uses;
mod vendors;

use std::fmt;
use std::io;
use std::path::Path;

use tree::Tree;

/// One thing to put right.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file, from the root of the repository.
    pub path: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// Why that matters.
    pub why: String,
    /// What to do about it.
    pub instead: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}; {}; {}", self.path, self.line, self.what, self.why, self.instead)
    }
}

type Rule = fn(&Tree) -> Vec<Finding>;

const RULES: &[Rule] = &[
    bans::check,
    crates::arrows,
    crates::allow_lists,
    docs::changelog,
    docs::code_map,
    docs::links,
    folders::arrows,
    names::check,
    origins::check,
    package::arrows,
    shape::lengths,
    shape::module_files,
    shape::openings,
    shape::endings,
    uses::check,
    vendors::check,
];

/// Checks the checkout at `root` and returns what is wrong with it, by path and line.
///
/// # Errors
/// If git does not tell which files belong to the checkout, or one of them cannot be read.
pub fn run(root: &Path) -> io::Result<Vec<Finding>> {
    let tree = Tree::read(root)?;
    let mut findings: Vec<_> = RULES.iter().flat_map(|rule| rule(&tree)).collect();
    findings.sort();
    findings.dedup();
    Ok(findings)
}

/// Runs one rule over made-up files and compares `path:line: what` of what it finds.
#[cfg(test)]
fn check(rule: Rule, files: &[(&str, &str)], expected: &[&str]) {
    let found: Vec<String> = rule(&Tree::of(files))
        .into_iter()
        .inspect(|finding| {
            assert!(!finding.why.is_empty() && !finding.instead.is_empty(), "{finding}");
        })
        .map(|finding| format!("{}:{}: {}", finding.path, finding.line, finding.what))
        .collect();
    assert_eq!(found, expected, "in {files:#?}");
}

/// The whole sentence of the only finding in made-up files.
#[cfg(test)]
fn sentence(rule: Rule, files: &[(&str, &str)]) -> String {
    let findings = rule(&Tree::of(files));
    assert_eq!(findings.len(), 1, "{findings:#?}");
    findings[0].to_string()
}
