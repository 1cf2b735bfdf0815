//! Arrows between the folders of `src/`.

use super::Finding;
use super::lexer::is_word;
use super::tree::{File, Tree, View, occurrences};

/// Each folder, which others it may use, and what the direction is for.
const ARROWS: &[(&str, &[&str], &str)] = &[
    ("lib", &["embed"], "lib.rs is the list of wasm exports and nothing else"),
    (
        "embed",
        &["messenger", "desk", "sync", "net", "i18n", "reactive"],
        "embed puts a surface together from what the host page has configured, and draws nothing itself",
    ),
    (
        "messenger",
        &["dom", "ui", "sync", "i18n", "reactive"],
        "the two surfaces are two wasm files that never know each other, and they reach the network through sync alone",
    ),
    (
        "desk",
        &["dom", "ui", "sync", "i18n", "reactive"],
        "the two surfaces are two wasm files that never know each other, and they reach the network through sync alone",
    ),
    (
        "ui",
        &["dom", "i18n", "reactive"],
        "shared parts take values and callbacks and never fetch, so that they can be tested and reused",
    ),
    (
        "sync",
        &["net", "reactive"],
        "the engine knows no pixels, so that one engine serves both surfaces",
    ),
    ("net", &[], "the transport carries requests and knows nothing of who asks"),
    (
        "dom",
        &["reactive"],
        "elements are at the bottom: they carry whatever they are given and know no words and no data",
    ),
    ("reactive", &[], "signals are at the very bottom: they carry whatever they are given"),
    (
        "i18n",
        &["dom", "reactive"],
        "catalogues turn codes into words, and know neither data nor where they are shown",
    ),
];

/// Every path from one folder to another follows an arrow.
pub(super) fn arrows(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (file, folder) in tree.modules("src/") {
        let Some((_, allowed, why)) = ARROWS.iter().find(|(name, ..)| *name == folder) else {
            findings.push(file.finding(
                0,
                format!("`{folder}` has no row in the table of arrows"),
                "the direction between folders is decided, not grown",
                "put it into a folder that is there, or add it to ARROWS in \
                 crates/xtask/src/tidy/folders.rs and to docs/ARCHITECTURE.md",
            ));
            continue;
        };
        for (offset, used) in references(file, folder) {
            if used != folder && !allowed.contains(&used) {
                let may = if allowed.is_empty() {
                    "nothing".into()
                } else {
                    format!("`{}`", allowed.join("`, `"))
                };
                findings.push(file.finding(
                    offset,
                    format!("`{folder}` uses `{used}`"),
                    *why,
                    format!(
                        "{folder} may use {may}: take a value or a callback as an argument, or \
                         move what is shared there"
                    ),
                ));
            }
        }
    }
    findings
}

/// Every folder of `src/` that a file names by a path, and where.
fn references<'a>(file: &'a File, folder: &str) -> Vec<(usize, &'a str)> {
    let code = file.view(View::Code);
    let mut found = Vec::new();
    for start in ["crate", "self", "super"].iter().flat_map(|word| occurrences(code, word)) {
        let before = code.get(..start).unwrap_or_default();
        if !before.trim_end().ends_with("::") && !before.ends_with('$') {
            from_path(code, start, depth_of(&file.path), &mut found);
        }
    }
    if folder == "lib" {
        // In the crate's root a folder needs no prefix.
        for (name, ..) in ARROWS {
            let is_path =
                |at: &usize| code.get(at + name.len()..).is_some_and(|rest| rest.starts_with("::"));
            let is_first = |at: &usize| !code.get(..*at).unwrap_or_default().ends_with("::");
            found.extend(
                occurrences(code, name).filter(is_path).filter(is_first).map(|at| (at, *name)),
            );
        }
    }
    found.sort_unstable();
    found
}

/// How many `super` lead from a file's module to the root.
fn depth_of(path: &str) -> usize {
    if path == "src/lib.rs" { 0 } else { path.matches('/').count() }
}

/// Follows `crate::`, `self::` and `super::` at `start`. If they end at the root, collects the
/// names that come next: one, or each in the braces. From a module inside a file `super` reaches
/// less far than is assumed here; that could only hit a module that is named like a folder.
fn from_path<'a>(code: &'a str, start: usize, depth: usize, found: &mut Vec<(usize, &'a str)>) {
    let mut at = start;
    let mut up = 0;
    loop {
        let Some(rest) = code.get(at..) else { return };
        let word =
            rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
        match word {
            "crate" => up = depth,
            "super" => up += 1,
            "self" => {}
            _ => break,
        }
        let after = rest.get(word.len()..).unwrap_or_default();
        let Some(next) = after.trim_start().strip_prefix("::") else { return };
        at = code.len() - next.trim_start().len();
    }
    if up < depth {
        return;
    }
    if code.get(at..).is_some_and(|rest| rest.starts_with('{')) {
        found.extend(heads(code, at));
    } else {
        found.extend(word_at(code, at));
    }
}

/// The first name of each path in the braces that open at `at`.
fn heads(code: &str, at: usize) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let (mut depth, mut expected) = (0_usize, true);
    for (offset, byte) in code.bytes().enumerate().skip(at) {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => break,
            b'}' => depth -= 1,
            b',' if depth == 1 => expected = true,
            _ if depth == 1 && expected && is_word(byte) => {
                found.extend(word_at(code, offset));
                expected = false;
            }
            _ => {}
        }
    }
    found
}

/// The name at `at`, if it is one of a folder.
fn word_at(code: &str, at: usize) -> Option<(usize, &str)> {
    let rest = code.get(at..)?;
    let end = rest.bytes().position(|byte| !is_word(byte)).unwrap_or(rest.len());
    let word = rest.get(..end)?;
    ARROWS.iter().any(|(name, ..)| *name == word).then_some((at, word))
}

#[cfg(test)]
mod tests {
    use super::super::{check, sentence};
    use super::*;

    #[test]
    fn arrows_that_are_there() {
        let check = |path, code| check(arrows, &[(path, code)], &[]);
        check(
            "src/lib.rs",
            "//! x\nmod embed;\nmod net;\npub use embed::mount;\nuse crate::embed::x;\n",
        );
        check(
            "src/desk/list.rs",
            "use crate::{sync::Store, ui::{Button, net::x}, i18n};\nuse super::thread;\n",
        );
        check(
            "src/desk.rs",
            "use crate::desk::list; use super::ui; // crate::net\nlet a = \"crate::net\";\n",
        );
        check("src/ui/button.rs", "use super::net::Local; let self_ = self.sync::<u8>();\n");
    }

    #[test]
    fn arrows_that_are_not() {
        let check = |path, code, expected: &[&str]| check(arrows, &[(path, code)], expected);
        check(
            "src/desk/list.rs",
            "use crate::messenger::Home;\n",
            &["src/desk/list.rs:1: `desk` uses `messenger`"],
        );
        check(
            "src/messenger.rs",
            "\nuse super::desk;\n",
            &["src/messenger.rs:2: `messenger` uses `desk`"],
        );
        check(
            "src/ui/avatar.rs",
            "use crate::{\n    i18n::{self, sync},\n    net, sync::Store,\n};\n",
            &["src/ui/avatar.rs:3: `ui` uses `net`", "src/ui/avatar.rs:3: `ui` uses `sync`"],
        );
        check(
            "src/net/live/sse.rs",
            "fn f() { super::super::super::sync::g(); crate :: desk::h(); }\n",
            &[
                "src/net/live/sse.rs:1: `net` uses `sync`",
                "src/net/live/sse.rs:1: `net` uses `desk`",
            ],
        );
        check(
            "src/lib.rs",
            "pub fn f() { desk::mount(); }\n",
            &["src/lib.rs:1: `lib` uses `desk`"],
        );
        check("src/util.rs", "\n", &["src/util.rs:1: `util` has no row in the table of arrows"]);
        assert_eq!(
            sentence(arrows, &[("src/net/retry.rs", "use crate::ui::Text;\n")]),
            "src/net/retry.rs:1: `net` uses `ui`; the transport carries requests and knows nothing of who asks; net \
             may use nothing: take a value or a callback as an argument, or move what is shared there"
        );
    }
}
