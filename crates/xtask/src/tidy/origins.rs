//! Nothing in the repository points at the machine, or at the mirror, on which it was made.

use super::Finding;
use super::tree::{File, Tree, View};

/// Beginnings of folders that are somebody's machine.
const FOLDERS: &[&str] = &["/work/", "/root/", "/home/", "/Users/"];

/// Hosts that packages are downloaded from.
const HOSTS: &[&str] = &[
    "registry.npmjs.org",
    "registry.yarnpkg.com",
    "index.crates.io",
    "static.crates.io",
    "npmmirror.com",
];

/// The name under which Cargo.lock knows the public registry, whatever serves it.
const PUBLIC_REGISTRY: &str = "\"registry+https://github.com/rust-lang/crates.io-index\"";

/// Files that have to name what is looked for.
const EXCEPT: &[(&str, &str)] =
    &[("crates/xtask/src/tidy/origins.rs", "has to know what it looks for")];

/// No machine's folders, no registry's hosts.
pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files.iter().filter(|file| EXCEPT.iter().all(|(path, _)| file.path != *path)) {
        findings.extend(machine_paths(file));
        findings.extend(registries(file));
    }
    findings
}

fn machine_paths(file: &File) -> impl Iterator<Item = Finding> {
    let text = file.view(View::Text);
    let found = FOLDERS.iter().flat_map(|folder| text.match_indices(folder)).filter(|(at, _)| {
        // In the middle of a longer path or of an address it is somebody else's folder.
        let before = text.get(..*at).unwrap_or_default().chars().next_back();
        before.is_none_or(|c| {
            !c.is_alphanumeric() && !matches!(c, '_' | '-' | '.' | '/' | '~' | '}' | '*')
        })
    });
    found.map(|(at, folder)| {
        file.finding(
            at,
            format!("a path below `{folder}`"),
            "it exists on one machine only",
            "use a path relative to the repository, or a temporary folder",
        )
    })
}

fn registries(file: &File) -> Vec<Finding> {
    let name = file.path.rsplit('/').next().unwrap_or_default();
    let settings = matches!(name, ".npmrc" | ".yarnrc") || file.path.contains(".cargo/config");
    let mut findings = Vec::new();
    let mut offset = 0;
    for line in file.text.split_inclusive('\n') {
        let entry = line.trim();
        let names_source = match name {
            "Cargo.lock" => {
                entry.strip_prefix("source = ").is_some_and(|source| source != PUBLIC_REGISTRY)
            }
            "package-lock.json" => entry.starts_with("\"resolved\": \"http"),
            _ => settings && entry.replace(' ', "").starts_with("registry="),
        };
        if names_source || HOSTS.iter().any(|host| entry.contains(host)) {
            findings.push(file.finding(
                offset,
                "names where packages are downloaded from",
                "everybody has a registry or a mirror of their own, and a lock file must work with each",
                "leave it out: set `omit-lockfile-registry-resolved=true` for npm, and keep mirrors in your own settings",
            ));
        }
        offset += line.len();
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, text: &str, expected: &[&str]) {
        super::super::check(super::check, &[(path, text)], expected);
    }

    #[test]
    fn paths_of_a_machine() {
        check("a.md", "See https://example.com/home/page and src/work/x and ~/home/.\n", &[]);
        check("a.md", "Run\n`/home/ann/x`.\n", &["a.md:2: a path below `/home/`"]);
        check("a.rs", "let a = \"/root/x\";\n", &["a.rs:1: a path below `/root/`"]);
    }

    #[test]
    fn hosts_of_registries() {
        let what = "names where packages are downloaded from";
        let public = format!("[[package]]\nsource = {PUBLIC_REGISTRY}\n");
        check("Cargo.lock", &public, &[]);
        check(
            "Cargo.lock",
            "\nsource = \"sparse+http://mirror/\"\n",
            &[&format!("Cargo.lock:2: {what}")],
        );
        check(
            "package-lock.json",
            "{\n  \"resolved\": \"https://m/a.tgz\"\n}\n",
            &[&format!("package-lock.json:2: {what}")],
        );
        check("package-lock.json", "{\n  \"resolved\": \"www\"\n}\n", &[]);
        check(".npmrc", "omit-lockfile-registry-resolved=true\n", &[]);
        check(".npmrc", "registry = http://m/\n", &[&format!(".npmrc:1: {what}")]);
        check("a.md", "From registry.npmjs.org.\n", &[&format!("a.md:1: {what}")]);
    }
}
