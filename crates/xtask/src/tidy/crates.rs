//! Arrows between crates, read from their `Cargo.toml`.

use super::Finding;
use super::tree::{File, Tree};

/// Each crate, and which crates of the workspace it may depend on.
const ARROWS: &[(&str, &str, &[&str])] = &[
    ("crates/model/Cargo.toml", "inbox-model", &[]),
    ("crates/model-js/Cargo.toml", "inbox-model-js", &["inbox-model"]),
    ("crates/dialects/Cargo.toml", "inbox-dialects", &["inbox-model"]),
    ("crates/server/Cargo.toml", "inbox-server", &["inbox-model", "inbox-dialects"]),
    ("crates/xtask/Cargo.toml", "xtask", &[]),
    ("Cargo.toml", "inbox-widgets", &["inbox-model", "inbox-dialects"]),
];

/// Crates that only some members may know: the beginnings of their names, those members, and why.
const KEPT_TO: &[(&[&str], &[&str], &str)] = &[
    (
        &["leptos", "reactive_", "web-sys", "gloo", "idb"],
        &["Cargo.toml"],
        "only the root crate knows the browser and its framework, so that the rest runs and is tested anywhere",
    ),
    (
        &["js-sys"],
        &["Cargo.toml", "crates/dialects/Cargo.toml"],
        "the language's own ways to read and write fractions spare the dialects 20 KB in browsers; nothing else needs it outside the root crate",
    ),
    (
        &["wasm-bindgen", "serde-wasm-bindgen"],
        &["Cargo.toml", "crates/model-js/Cargo.toml"],
        "only the borders know JavaScript, so that the rest runs and is tested anywhere",
    ),
    (
        &["tokio", "axum", "tower", "hyper", "sqlx"],
        &["crates/server/Cargo.toml"],
        "only the server does I/O; elsewhere these would end up in what browsers download",
    ),
];

/// Crates whose dependencies are listed one by one, development aside.
const ONLY: &[(&str, &[&str], &str)] = &[
    (
        "crates/model/Cargo.toml",
        &["serde", "thiserror", "ts-rs"],
        "every dependency of the model is paid for by the messenger, and none of them is needed for rules; ts-rs is for a test alone",
    ),
    ("crates/xtask/Cargo.toml", &[], "checks that take time to build are checks that nobody runs"),
];

/// Members depend on each other in one direction.
pub(super) fn arrows(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files.iter().filter(|file| is_manifest(file)) {
        let Some((_, member, allowed)) = ARROWS.iter().find(|(path, ..)| file.path == *path) else {
            findings.push(file.finding(
                0,
                "this crate has no row in the table of arrows",
                "the direction between crates is decided, not grown",
                "add it to ARROWS in crates/xtask/src/tidy/crates.rs and to docs/ARCHITECTURE.md",
            ));
            continue;
        };
        for dependency in dependencies(file) {
            let workspace = ARROWS.iter().any(|(_, name, _)| dependency.name == *name);
            if workspace && dependency.name != *member && !allowed.contains(&dependency.name) {
                findings.push(file.finding(
                    dependency.offset,
                    format!("`{member}` depends on `{}`", dependency.name),
                    format!("of the workspace it may know {}", list(allowed)),
                    "move what both need to the lower crate, or pass it in as a value",
                ));
            }
        }
    }
    findings
}

/// Heavy or platform-bound crates stay where they belong.
pub(super) fn allow_lists(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files.iter().filter(|file| is_manifest(file)) {
        for dependency in dependencies(file) {
            for (prefixes, owners, why) in KEPT_TO {
                if !owners.contains(&file.path.as_str())
                    && prefixes.iter().any(|prefix| dependency.name.starts_with(prefix))
                {
                    findings.push(file.finding(
                        dependency.offset,
                        format!("depends on `{}`", dependency.name),
                        *why,
                        format!("do that part of the work in the crate of {}", owners.join(" or ")),
                    ));
                }
            }
            for (path, allowed, why) in ONLY {
                if file.path == *path && !dependency.dev && !allowed.contains(&dependency.name) {
                    findings.push(file.finding(
                        dependency.offset,
                        format!(
                            "depends on `{}`, and may on {} alone",
                            dependency.name,
                            list(allowed)
                        ),
                        *why,
                        "write the few lines that are needed, or do it in a crate further out",
                    ));
                }
            }
        }
    }
    findings
}

fn list(names: &[&str]) -> String {
    if names.is_empty() { "nothing".to_owned() } else { format!("`{}`", names.join("`, `")) }
}

fn is_manifest(file: &File) -> bool {
    let in_crates =
        file.path.strip_prefix("crates/").and_then(|rest| rest.strip_suffix("/Cargo.toml"));
    file.path == "Cargo.toml" || in_crates.is_some_and(|folder| !folder.contains('/'))
}

#[derive(Debug, PartialEq, Eq)]
struct Dependency<'a> {
    name: &'a str,
    /// Needed by tests and benchmarks only.
    dev: bool,
    offset: usize,
}

/// What a manifest depends on. A small reading of TOML: one key per line, tables in brackets,
/// values that run over several lines skipped by counting brackets.
fn dependencies(file: &File) -> Vec<Dependency<'_>> {
    let mut found = Vec::new();
    let (mut table, mut depth, mut offset) = ("", 0_usize, 0);
    for line in file.text.split_inclusive('\n') {
        let start = offset;
        offset += line.len();
        let line = line.split('#').next().unwrap_or_default().trim();
        if depth == 0 && line.starts_with('[') {
            table = line.trim_matches(['[', ']']);
            // `[dependencies.name]` names one in the heading itself.
            if let Some((kind, name)) = table.rsplit_once("dependencies.")
                && kind != "workspace."
            {
                let dev = kind.ends_with("dev-");
                found.push(Dependency { name: unquoted(name), dev, offset: start });
            }
            continue;
        }
        let is_list = table.ends_with("dependencies") && table != "workspace.dependencies";
        if let Some((key, value)) = line.split_once('=').filter(|_| depth == 0 && is_list) {
            let key = unquoted(key.split('.').next().unwrap_or_default());
            let name = package(value).unwrap_or(key);
            found.push(Dependency {
                name,
                dev: table.ends_with("dev-dependencies"),
                offset: start,
            });
        }
        let (opened, closed) = (line.matches(['[', '{']).count(), line.matches([']', '}']).count());
        depth = (depth + opened).saturating_sub(closed);
    }
    found
}

fn unquoted(key: &str) -> &str {
    key.trim().trim_matches(['"', '\''])
}

/// The real name of a dependency that is used under another.
fn package(value: &str) -> Option<&str> {
    let (_, rest) = value.split_once("package")?;
    rest.trim_start().strip_prefix('=')?.trim_start().strip_prefix('"')?.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::super::{check, sentence};
    use super::*;

    const MODEL: &str = "crates/model/Cargo.toml";

    #[test]
    fn a_wrong_arrow() {
        let check =
            |path, manifest, expected: &[&str]| check(arrows, &[(path, manifest)], expected);
        check(MODEL, "[dependencies]\nserde = \"1\"\n", &[]);
        check("Cargo.toml", "[dependencies]\ninbox-model.workspace = true\n", &[]);
        check("Cargo.toml", "[workspace.dependencies]\ninbox-server = { path = \"x\" }\n", &[]);
        check(
            "crates/dialects/Cargo.toml",
            "[dependencies]\ninbox-model.workspace = true\n[dev-dependencies]\ninbox-server.workspace = true\n",
            &["crates/dialects/Cargo.toml:4: `inbox-dialects` depends on `inbox-server`"],
        );
        check(
            "crates/server/Cargo.toml",
            "[target.'cfg(unix)'.dependencies]\nui = { package = \"inbox-widgets\", path = \"../..\" }\n",
            &["crates/server/Cargo.toml:2: `inbox-server` depends on `inbox-widgets`"],
        );
        check(
            "crates/new/Cargo.toml",
            "[package]\nname = \"new\"\n",
            &["crates/new/Cargo.toml:1: this crate has no row in the table of arrows"],
        );
        assert_eq!(
            sentence(arrows, &[(MODEL, "[dependencies.inbox-dialects]\nworkspace = true\n")]),
            "crates/model/Cargo.toml:1: `inbox-model` depends on `inbox-dialects`; of the workspace it may \
             know nothing; move what both need to the lower crate, or pass it in as a value"
        );
    }

    #[test]
    fn a_crate_in_the_wrong_place() {
        let check =
            |path, manifest, expected: &[&str]| check(allow_lists, &[(path, manifest)], expected);
        check("Cargo.toml", "[dependencies]\nweb-sys = { features = [\n  \"Node\",\n] }\n", &[]);
        check("crates/server/Cargo.toml", "[dependencies]\ntokio = \"1\" # not [here]\n", &[]);
        check(MODEL, "[dev-dependencies]\nproptest = \"1\"\n", &[]);
        check(
            MODEL,
            "[dependencies]\nserde = { features = [\n  \"derive\",\n] }\nserde_json = \"1\"\n",
            &[
                "crates/model/Cargo.toml:5: depends on `serde_json`, and may on `serde`, `thiserror`, `ts-rs` alone",
            ],
        );
        check(
            "crates/dialects/Cargo.toml",
            "[dependencies]\njs-sys = \"0.3\"\nweb-sys = \"0.3\"\naxum = \"0.8\"\n",
            &[
                "crates/dialects/Cargo.toml:3: depends on `web-sys`",
                "crates/dialects/Cargo.toml:4: depends on `axum`",
            ],
        );
        check(
            "crates/server/Cargo.toml",
            "[dependencies]\njs-sys = \"0.3\"\n",
            &["crates/server/Cargo.toml:2: depends on `js-sys`"],
        );
        check(
            "Cargo.toml",
            "[dependencies]\ntokio = \"1\"\n",
            &["Cargo.toml:2: depends on `tokio`"],
        );
    }
}
