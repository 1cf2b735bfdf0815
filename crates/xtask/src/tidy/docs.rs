//! The documents tell the truth about the tree.

use super::Finding;
use super::tree::{File, Tree, resolve};

/// The document with the code map.
pub(super) const ARCHITECTURE: &str = "docs/ARCHITECTURE.md";

/// Every relative link leads to a file or folder, and to a heading where it names one.
pub(super) fn links(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files.iter().filter(|file| file.extension() == "md") {
        for (offset, target) in targets(file) {
            if target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
            let resolved =
                if path.is_empty() { Some(file.path.clone()) } else { resolve(&file.path, path) };
            let linked = resolved.as_deref().and_then(|path| tree.file(path));
            let exists = linked.is_some()
                || resolved.as_ref().is_some_and(|path| tree.folders.contains(path));
            let misses_heading = linked.is_some_and(|linked| {
                linked.extension() == "md"
                    && !anchor.is_empty()
                    && !headings(linked).any(|slug| slug == anchor)
            });
            if !exists || misses_heading {
                findings.push(file.finding(
                    offset,
                    format!("the link to `{target}` leads nowhere"),
                    "a reader who follows it is lost",
                    "point it at where that is now, or take it out",
                ));
            }
        }
    }
    findings
}

/// The code map names what is there, and only that.
pub(super) fn code_map(tree: &Tree) -> Vec<Finding> {
    let Some(file) = tree.file(ARCHITECTURE) else { return Vec::new() };
    let Some(start) = file.text.find("\n## Code map\n") else {
        return vec![file.finding(
            0,
            "has no section `## Code map`",
            "people look there for where things are",
            "write one, with each folder's name in backticks and a slash at its end",
        )];
    };
    let section = file.text.get(start + 1..).unwrap_or_default();
    let section = section.find("\n## ").and_then(|end| section.get(..end)).unwrap_or(section);
    let named: Vec<(usize, &str)> = code_spans(section)
        .filter_map(|(at, span)| Some((start + 1 + at, span.strip_suffix('/')?)))
        .filter(|(_, folder)| !folder.contains(' '))
        .collect();
    let mut findings = Vec::new();
    for (offset, folder) in named.iter().filter(|(_, folder)| !tree.folders.contains(*folder)) {
        findings.push(file.finding(
            *offset,
            format!("the code map names `{folder}/`, which is not there"),
            "a map of another country is worse than none",
            "name it as it is, or take it out",
        ));
    }
    for folder in mapped_folders(tree).filter(|folder| named.iter().all(|(_, name)| name != folder))
    {
        findings.push(file.finding(
            start + 1,
            format!("the code map does not name `{folder}/`"),
            "people look there for where things are",
            "say in a sentence what it is for",
        ));
    }
    findings
}

/// The changelog has a place for what comes next.
pub(super) fn changelog(tree: &Tree) -> Vec<Finding> {
    let Some(file) = tree.file("CHANGELOG.md") else { return Vec::new() };
    if file.text.contains("\n## [Unreleased]\n") {
        return Vec::new();
    }
    vec![file.finding(
        0,
        "has no section `## [Unreleased]`",
        "what users will notice is written down when it is made, or never",
        "add the section under the title",
    )]
}

/// What the code map has to name: each folder at the top, each crate, each folder of the front end.
fn mapped_folders(tree: &Tree) -> impl Iterator<Item = &str> {
    tree.folders.iter().map(String::as_str).filter(|folder| match folder.split_once('/') {
        None => *folder != "crates",
        Some(("crates" | "src", name)) => !name.contains('/'),
        Some(_) => false,
    })
}

/// Targets of links outside code, and where they stand.
fn targets(file: &File) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for (start, line) in prose_lines(&file.text) {
        let spans: Vec<_> = code_spans(line).map(|(at, span)| at..at + span.len()).collect();
        let inline = line.match_indices("](").map(|(at, _)| at + 2);
        let definition = line.starts_with('[').then(|| line.find("]: ")).flatten().map(|at| at + 3);
        for at in inline.chain(definition) {
            if spans.iter().any(|span| span.contains(&at)) {
                continue;
            }
            let rest = line.get(at..).unwrap_or_default();
            let end = rest.find([')', ' ', '"']).unwrap_or(rest.len());
            let target = rest.get(..end).unwrap_or_default().trim_matches(['<', '>']);
            found.push((start + at, target));
        }
    }
    found
}

/// Lines that stand in no fenced code block, and where they start.
fn prose_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut offset = 0;
    let mut in_fence = false;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = offset;
        offset += line.len();
        let is_fence = line.trim_start().starts_with("```");
        in_fence ^= is_fence;
        (!in_fence && !is_fence).then(|| (start, line.trim_end()))
    })
}

/// What stands in single backticks outside fenced code blocks, and where it starts.
pub(super) fn code_spans(text: &str) -> impl Iterator<Item = (usize, &str)> {
    prose_lines(text).flat_map(|(start, line)| {
        let mut at = start;
        let pieces = line.split('`').enumerate().filter_map(move |(index, piece)| {
            let here = at;
            at += piece.len() + 1;
            (index % 2 == 1).then_some((here, piece))
        });
        pieces.collect::<Vec<_>>()
    })
}

/// The anchors of a document's headings, as forges make them.
fn headings(file: &File) -> impl Iterator<Item = String> {
    let titles = prose_lines(&file.text).filter(|(_, line)| line.starts_with('#'));
    titles.map(|(_, line)| {
        let title = line.trim_start_matches('#').trim().to_lowercase();
        let kept = title.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        kept.map(|c| if c == ' ' { '-' } else { c }).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::super::{check, sentence};
    use super::*;

    #[test]
    fn dead_links() {
        let check = |text: &str, expected: &[&str]| {
            check(
                links,
                &[("docs/a.md", text), ("docs/adr/b.md", "# Why & how\n"), ("src/lib.rs", "")],
                expected,
            );
        };
        check(
            "[b](adr/b.md) [c](../src/lib.rs) [d](../src/) [e](https://x/y) [f](#a-b)\n# A b\n",
            &[],
        );
        check("[b](adr/b.md#why--how) `[no](link)`\n```\n[no](link)\n```\n", &[]);
        check("\n[b](b.md)\n", &["docs/a.md:2: the link to `b.md` leads nowhere"]);
        check("[b]: ../x.md\n", &["docs/a.md:1: the link to `../x.md` leads nowhere"]);
        check(
            "![b](adr/b.md#what \"title\")\n",
            &["docs/a.md:1: the link to `adr/b.md#what` leads nowhere"],
        );
        check("[b](../../x.md)\n", &["docs/a.md:1: the link to `../../x.md` leads nowhere"]);
    }

    #[test]
    fn a_map_of_another_country() {
        let map = "# A\n\n## Code map\n\n- `src/`: x\n- `src/ui/`: y\n- `crates/model/`, `docs/` and `not a/`\n\n## B\n`old/`\n";
        let files = [("src/ui/a.rs", ""), ("crates/model/src/lib.rs", "")];
        let check = |map: &str, expected: &[&str]| {
            check(code_map, &[files[0], files[1], (ARCHITECTURE, map)], expected);
        };
        check(map, &[]);
        check(
            &map.replace("`src/ui/`", "`src/gui/`"),
            &[
                "docs/ARCHITECTURE.md:6: the code map names `src/gui/`, which is not there",
                "docs/ARCHITECTURE.md:3: the code map does not name `src/ui/`",
            ],
        );
        check("# A\n", &["docs/ARCHITECTURE.md:1: has no section `## Code map`"]);
    }

    #[test]
    fn what_comes_next() {
        check(changelog, &[("CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n")], &[]);
        assert_eq!(
            sentence(changelog, &[("CHANGELOG.md", "# Changelog\n")]),
            "CHANGELOG.md:1: has no section `## [Unreleased]`; what users will notice is written down when it is \
             made, or never; add the section under the title"
        );
    }
}
