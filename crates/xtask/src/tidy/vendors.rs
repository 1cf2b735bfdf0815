//! Where the names of the systems that this project speaks to may stand.

use super::Finding;
use super::tree::{File, Tree, View};

/// Spellings of the names, in lower case.
const NAMES: &[&str] = &[
    "featurebase",
    "intercom",
    "stack auth",
    "stack-auth",
    "stack_auth",
    "stackauth",
    "hexclave",
    "voicebot",
];

/// Modules, folders and files where they may, each with the reason.
const PLACES: &[(&str, &str)] = &[
    ("Cargo.toml", "has a feature for each dialect that a widget can speak"),
    ("crates/dialects", "this is where the systems' languages are spoken"),
    ("crates/server/Cargo.toml", "takes every dialect"),
    ("crates/server/src/http.rs", "mounts each system's own paths"),
    ("crates/server/src/lib.rs", "declares a module for each system"),
    ("crates/xtask/src/tidy", "has to know what it looks for"),
    ("docs", "people who connect a system look for its name"),
    ("src/embed", "a host page picks a dialect by name in its configuration"),
    ("src/net", "builds the dialect that the configuration has picked"),
    ("www/site", "the demo's configuration picks one"),
    ("www/src/types.ts", "the type of the configuration lists the names"),
    ("www/tools/build.mjs", "builds a messenger for each dialect"),
    ("www/tools/contracts.mjs", "holds every dialect to its contract"),
    ("vite.config.ts", "hands each system's own paths on to the server"),
    ("package.json", "keywords under which developers find the package"),
];

/// Folders and files that are named after a dialect may name it: one per system in the server.
const MODULES: &[&str] = &["featurebase", "intercom", "stack_auth", "voicebot"];

/// Names stand where they are spoken to, and nowhere else. Comments are free: a rule of the model
/// is told better with the API and the field it comes from.
pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files.iter().filter(|file| !may_name(file)) {
        let text = file.view(View::CodeAndStrings).to_ascii_lowercase();
        for name in NAMES {
            findings.extend(text.match_indices(name).filter(|(at, _)| !file.is_test_at(*at)).map(|(at, _)| {
                file.finding(
                    at,
                    format!("names `{name}`"),
                    "code that asks which system it talks to has to be changed for every system that comes",
                    "ask `Capabilities`, or move it to crates/dialects or that dialect's routes in the server",
                )
            }));
        }
    }
    findings
}

fn may_name(file: &File) -> bool {
    let is_place = |place: &str| {
        let rest = file.path.strip_prefix(place);
        rest.is_some_and(|rest| rest.is_empty() || rest == ".rs" || rest.starts_with('/'))
    };
    let in_module = |part: &str| MODULES.contains(&part.strip_suffix(".rs").unwrap_or(part));
    file.extension() == "md"
        || file
            .path
            .strip_prefix("crates/server/src/")
            .is_some_and(|rest| rest.split('/').any(in_module))
        || PLACES.iter().any(|(place, _)| is_place(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_in_their_places() {
        let check =
            |path, text, expected: &[&str]| super::super::check(check, &[(path, text)], expected);
        check("crates/dialects/src/featurebase.rs", "struct Featurebase;\n", &[]);
        check("crates/server/src/http.rs", "nest(\"/intercom\")\n", &[]);
        check("crates/server/src/http/voicebot/list.rs", "voicebot::list()\n", &[]);
        check("crates/model/src/tag.rs", "/// As in Featurebase.\nfn a() {}\n", &[]);
        check("crates/server/tests/api.rs", "get(\"/featurebase/v2\")\n", &[]);
        check("src/net.rs", "Featurebase::new()\n", &[]);
        check("src/net/dialect.rs", "Featurebase::new()\n", &[]);
        check("src/network.rs", "intercom\n", &["src/network.rs:1: names `intercom`"]);
        check("README.md", "Speaks Intercom.\n", &[]);
        check(
            "crates/model/src/tag.rs",
            "\nconst HEXCLAVE: u8;\n",
            &["crates/model/src/tag.rs:2: names `hexclave`"],
        );
        check(
            "src/desk.rs",
            "if name == \"Stack Auth\" {}\n",
            &["src/desk.rs:1: names `stack auth`"],
        );
        check(
            "src/sync/engine.rs",
            "Featurebase::new()\n",
            &["src/sync/engine.rs:1: names `featurebase`"],
        );
        check(
            "www/src/loader.ts",
            "x = 'intercom' // intercom\n",
            &["www/src/loader.ts:1: names `intercom`"],
        );
    }
}
