//! Tables of our pages that are written from the code. A test fails where a page says something
//! else; with `UPDATE_DOCS=1` in the environment it rewrites the page instead.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

fn path(page: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(page)
}

/// The page at this path from the repository's root.
pub(crate) fn read(page: &str) -> String {
    fs::read_to_string(path(page)).unwrap()
}

/// Fails where what the page has between `<!-- section -->` and `<!-- /section -->` is another
/// text.
pub(crate) fn assert_section(page: &str, section: &str, text: &str) {
    // Two sections of one page are rewritten one after the other.
    static WRITING: Mutex<()> = Mutex::new(());
    let _guard = WRITING.lock();
    let whole = read(page);
    let (opening, closing) = (format!("<!-- {section} -->\n"), format!("<!-- /{section} -->"));
    let found = whole.split_once(&opening).and_then(|(before, rest)| {
        let (old, after) = rest.split_once(&closing)?;
        Some((before, old, after))
    });
    assert!(found.is_some(), "{page} has no section {section}");
    let Some((before, old, after)) = found else { return };
    let text = format!("\n{}\n\n", text.trim());
    if old != text && std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(path(page), format!("{before}{opening}{text}{closing}{after}")).unwrap();
        return;
    }
    let pairs = || text.lines().zip(old.lines());
    let line = pairs().position(|(new, old)| new != old).unwrap_or(pairs().count());
    assert!(
        old == text,
        "{page} is not what the code says, from line {} of the section {section}:\n  page: {}\n  code: {}\n\
         Run the test again with UPDATE_DOCS=1 to rewrite the page, and look at what has changed.",
        line + 1,
        old.lines().nth(line).unwrap_or_default(),
        text.lines().nth(line).unwrap_or_default(),
    );
}
