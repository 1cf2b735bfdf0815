//! The files of the checkout, in memory, with what rules ask of them.

use std::collections::BTreeSet;
use std::io;
use std::iter::once;
use std::ops::Range;
use std::path::Path;
use std::process::Command;
use std::{fs, str};

use super::Finding;
use super::lexer::{self, Language, Views, is_word};

/// All files, by path.
pub(super) struct Tree {
    pub(super) files: Vec<File>,
    /// Every folder that has a file somewhere below it, without a slash at the end.
    pub(super) folders: BTreeSet<String>,
}

/// One file.
pub(super) struct File {
    /// From the root of the repository, with forward slashes.
    pub(super) path: String,
    /// Its contents; empty if they are not UTF-8.
    pub(super) text: String,
    /// Its language, if it is one that the lexer knows.
    pub(super) language: Option<Language>,
    views: Views,
    /// Byte ranges of what is compiled for tests only. The whole file, if it is a test.
    tests: Vec<Range<usize>>,
}

/// What of a file a rule looks at. Files in other languages than Rust and TypeScript have only
/// their text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum View {
    /// Code without the contents of strings.
    Code,
    /// Code and strings, without comments.
    CodeAndStrings,
    /// Comments; the whole text of other languages.
    Comments,
    /// Everything.
    Text,
}

impl Tree {
    /// Reads what git tracks at `root`, and what it would offer to track.
    pub(super) fn read(root: &Path) -> io::Result<Self> {
        let listed = Command::new("git")
            .args(["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others"])
            .arg("--exclude-standard")
            .current_dir(root)
            .output()?;
        if !listed.status.success() {
            let message = String::from_utf8_lossy(&listed.stderr);
            return Err(io::Error::other(format!("git ls-files: {}", message.trim())));
        }
        let names = String::from_utf8_lossy(&listed.stdout);
        let paths: BTreeSet<&str> = names.split('\0').filter(|path| !path.is_empty()).collect();
        let mut files = Vec::with_capacity(paths.len());
        for path in paths {
            match fs::read(root.join(path)) {
                Ok(bytes) => files.push((path, String::from_utf8(bytes).unwrap_or_default())),
                // Deleted and not yet committed, or a link to a folder.
                Err(_) if !root.join(path).is_file() => {}
                Err(error) => return Err(io::Error::new(error.kind(), format!("{path}: {error}"))),
            }
        }
        Ok(Self::new(files))
    }

    /// A tree of made-up files.
    #[cfg(test)]
    pub(super) fn of(files: &[(&str, &str)]) -> Self {
        Self::new(files.iter().map(|&(path, text)| (path, text.to_owned())).collect())
    }

    fn new(files: Vec<(&str, String)>) -> Self {
        let mut files: Vec<File> =
            files.into_iter().map(|(path, text)| File::new(path, text)).collect();
        let folders =
            files.iter().flat_map(|file| ancestors(&file.path)).map(str::to_owned).collect();
        let test_modules: Vec<String> = files.iter().flat_map(File::test_modules).collect();
        for file in &mut files {
            let stem = file.path.strip_suffix(".rs").unwrap_or(&file.path);
            let below =
                |module: &String| stem == module || file.path.starts_with(&format!("{module}/"));
            if test_modules.iter().any(below) {
                file.tests = once(0..file.text.len()).collect();
            }
        }
        Self { files, folders }
    }

    /// The file at `path`.
    pub(super) fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// The files in Rust.
    pub(super) fn rust(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.language == Some(Language::Rust))
    }

    /// The files of the crate whose sources begin with `root`, each with the module of its root
    /// that it belongs to: below `src/`, `src/ui.rs` and `src/ui/icon.rs` are of `ui`.
    pub(super) fn modules(&self, root: &str) -> impl Iterator<Item = (&File, &str)> {
        self.rust().filter_map(move |file| {
            let rest = file.path.strip_prefix(root)?.strip_suffix(".rs")?;
            Some((file, rest.split('/').next().unwrap_or(rest)))
        })
    }
}

impl File {
    fn new(path: &str, text: String) -> Self {
        let language = match extension(path) {
            "rs" => Some(Language::Rust),
            "ts" | "tsx" | "mts" | "js" | "mjs" | "cjs" => Some(Language::Script),
            _ => None,
        };
        let views = language.map(|language| lexer::views(&text, language)).unwrap_or_default();
        let tests = if is_test_path(path) {
            once(0..text.len()).collect()
        } else if language == Some(Language::Rust) {
            test_blocks(&views.code)
        } else {
            Vec::new()
        };
        Self { path: path.to_owned(), text, language, views, tests }
    }

    /// What stands after the last point of its name.
    pub(super) fn extension(&self) -> &str {
        extension(&self.path)
    }

    /// What `view` shows of the file.
    pub(super) fn view(&self, view: View) -> &str {
        match (self.language, view) {
            (Some(_), View::Code) => &self.views.code,
            (Some(_), View::CodeAndStrings) => &self.views.code_and_strings,
            (Some(_), View::Comments) => &self.views.comments,
            (None, _) | (_, View::Text) => &self.text,
        }
    }

    /// Whether the byte at `offset` is compiled for tests only.
    pub(super) fn is_test_at(&self, offset: usize) -> bool {
        self.tests.iter().any(|range| range.contains(&offset))
    }

    /// Whether the whole file is a test.
    pub(super) fn is_test(&self) -> bool {
        self.is_test_at(0)
    }

    /// How many lines are no tests.
    pub(super) fn lines_without_tests(&self) -> usize {
        let lines = |range: Range<usize>| self.text.get(range).unwrap_or_default().lines().count();
        lines(0..self.text.len()).saturating_sub(self.tests.iter().cloned().map(lines).sum())
    }

    /// A finding at the line of the byte at `offset`.
    pub(super) fn finding(
        &self,
        offset: usize,
        what: impl Into<String>,
        why: impl Into<String>,
        instead: impl Into<String>,
    ) -> Finding {
        let line = self
            .text
            .char_indices()
            .take_while(|(at, _)| *at < offset)
            .filter(|(_, c)| *c == '\n')
            .count()
            + 1;
        Finding {
            path: self.path.clone(),
            line,
            what: what.into(),
            why: why.into(),
            instead: instead.into(),
        }
    }

    /// Paths, without `.rs`, of the modules that this file declares for tests only.
    fn test_modules(&self) -> Vec<String> {
        let Some(stem) = self.path.strip_suffix(".rs") else { return Vec::new() };
        let (folder, name) = stem.rsplit_once('/').unwrap_or(("", stem));
        let home = if matches!(name, "lib" | "main") { folder } else { stem };
        let code = &self.views.code;
        let declarations = code.match_indices(TEST_ATTRIBUTE).filter_map(|(at, _)| {
            let rest = code.get(at + TEST_ATTRIBUTE.len()..)?.trim_start();
            let (module, _) = rest.strip_prefix("mod ")?.split_once(';')?;
            (!module.contains('{')).then(|| format!("{home}/{module}"))
        });
        declarations.collect()
    }
}

const TEST_ATTRIBUTE: &str = "#[cfg(test)]";

fn extension(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, extension)| extension)
}

fn is_test_path(path: &str) -> bool {
    let in_folder = path.split('/').any(|folder| matches!(folder, "tests" | "benches" | "fuzz"));
    in_folder || path.contains(".test.") || path.contains(".spec.")
}

/// The braces after each `#[cfg(test)]`, with the item that they belong to.
fn test_blocks(code: &str) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    for (start, _) in code.match_indices(TEST_ATTRIBUTE) {
        if blocks.last().is_some_and(|block| block.contains(&start)) {
            continue;
        }
        let rest = code.get(start..).unwrap_or_default();
        let mut depth = 0_usize;
        let end = rest.bytes().position(|byte| {
            match byte {
                b'{' => depth += 1,
                b'}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0 && matches!(byte, b'}' | b';')
        });
        blocks.push(start..start + end.map_or(rest.len(), |end| end + 1));
    }
    blocks
}

/// The folders above `path`, the root aside.
fn ancestors(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').filter_map(|(at, _)| path.get(..at))
}

/// Where `needle` occurs in `text`. At an end where it is a letter or digit, no other may follow.
pub(super) fn occurrences(text: &str, needle: &str) -> impl Iterator<Item = usize> {
    let edge = |byte: Option<&u8>| byte.is_some_and(|&byte| is_word(byte));
    let (first, last) = (edge(needle.as_bytes().first()), edge(needle.as_bytes().last()));
    text.match_indices(needle).map(|(at, _)| at).filter(move |&at| {
        let bytes = text.as_bytes();
        let before = at.checked_sub(1).and_then(|at| bytes.get(at));
        let after = bytes.get(at + needle.len());
        !(first && edge(before) || last && edge(after))
    })
}

/// `target` as seen from the file at `from`; `None` if it leaves the repository.
pub(super) fn resolve(from: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => from.rsplit_once('/').map_or(Vec::new(), |(folder, _)| folder.split('/').collect()),
    };
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_is_a_test() {
        let tree = Tree::of(&[
            ("src/a.rs", "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() { x } }\nfn c() {}\n"),
            ("src/d.rs", "#[cfg(test)]\nmod faults;\n#[cfg(test)]\nuse x;\nfn e() {}\n"),
            ("src/d/faults.rs", "fn f() {}\n"),
            ("src/d/other.rs", "fn g() {}\n"),
            ("tests/e2e/send.spec.ts", "test()\n"),
        ]);
        let is_test = |path: &str, needle: &str| {
            let file = tree.file(path).unwrap();
            file.is_test_at(file.text.find(needle).unwrap())
        };
        assert!(!is_test("src/a.rs", "fn a"));
        assert!(is_test("src/a.rs", "fn b"));
        assert!(!is_test("src/a.rs", "fn c"));
        assert!(!is_test("src/d.rs", "fn e"));
        assert!(is_test("src/d/faults.rs", "fn f"));
        assert!(!is_test("src/d/other.rs", "fn g"));
        assert!(is_test("tests/e2e/send.spec.ts", "test"));
        assert_eq!(tree.file("src/a.rs").unwrap().lines_without_tests(), 2);
    }

    #[test]
    fn finds_whole_words() {
        let at = |needle| occurrences("eval(a) retrieval(b) eval", needle).collect::<Vec<_>>();
        assert_eq!(at("eval("), [0]);
        assert_eq!(at("eval"), [0, 21]);
    }

    #[test]
    fn folders_come_from_files() {
        let tree = Tree::of(&[("a/b/c.rs", ""), ("d.md", "")]);
        assert!(tree.folders.iter().eq(["a", "a/b"]));
    }
}
