//! Which modules may use which crates.

use super::Finding;
use super::tree::{Tree, View, occurrences};

/// A crate that only some modules may use.
struct Kept {
    /// The crate, as it is written in a path.
    name: &'static str,
    /// Where the sources begin that this is about.
    root: &'static str,
    /// The modules that may.
    by: &'static [&'static str],
    why: &'static str,
    instead: &'static str,
}

const KEPT: &[Kept] = &[
    Kept {
        name: "inbox_dialects",
        root: "src/",
        by: &["embed", "sync", "net"],
        why: "what the interface shows depends on capabilities and the model, never on one API's wire format",
        instead: "pass a value of the model down",
    },
    Kept {
        name: "gloo_net",
        root: "src/",
        by: &["net"],
        why: "one place talks to the network",
        instead: "ask sync, which asks net",
    },
    Kept {
        name: "idb",
        root: "src/",
        by: &["sync"],
        why: "one place keeps things on the device and knows what to do where that is blocked",
        instead: "let sync keep it",
    },
    Kept {
        name: "serde_wasm_bindgen",
        root: "src/",
        by: &["embed"],
        why: "one place is the border with JavaScript",
        instead: "pass a Rust value down",
    },
    Kept {
        name: "sqlx",
        root: "crates/server/src/",
        by: &["store"],
        why: "one place knows SQL, so that another database is one module's work",
        instead: "add a method to the store",
    },
];

/// Crates that do I/O or know wire formats are used where that is the job.
pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for kept in KEPT {
        let others = tree.modules(kept.root).filter(|(_, module)| !kept.by.contains(module));
        for (file, module) in others {
            let found = occurrences(file.view(View::Code), kept.name);
            findings.extend(found.map(|offset| {
                let what = format!("`{module}` uses `{}`", kept.name);
                file.finding(offset, what, kept.why, kept.instead)
            }));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::sentence;

    fn check(path: &str, code: &str, expected: &[&str]) {
        super::super::check(super::check, &[(path, code)], expected);
    }

    #[test]
    fn crates_in_their_place() {
        check("src/net/http.rs", "use gloo_net::http::Request; use inbox_dialects::Method;\n", &[]);
        check("src/ui/list.rs", "use inbox_model::Part; // gloo_net\n", &[]);
        check("crates/server/src/store/row.rs", "use sqlx::Row;\n", &[]);
        check("src/ui/list.rs", "use gloo_net::x;\n", &["src/ui/list.rs:1: `ui` uses `gloo_net`"]);
        check("src/desk.rs", "\nidb::Factory::new()\n", &["src/desk.rs:2: `desk` uses `idb`"]);
        check(
            "src/desk.rs",
            "inbox_dialects::x;\n",
            &["src/desk.rs:1: `desk` uses `inbox_dialects`"],
        );
        assert_eq!(
            sentence(super::check, &[("crates/server/src/http/live.rs", "sqlx::query(x);\n")]),
            "crates/server/src/http/live.rs:1: `http` uses `sqlx`; one place knows SQL, so that another database is \
             one module's work; add a method to the store"
        );
    }
}
