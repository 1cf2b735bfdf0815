//! The repository is tidy.

use std::env;
use std::path::PathBuf;

use xtask::tidy;

#[test]
fn the_repository_is_tidy() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap()).join("../..");
    let findings = tidy::run(&root).unwrap();
    let sentences: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert!(sentences.is_empty(), "\n{}\n", sentences.join("\n"));
}

#[test]
fn a_folder_that_is_no_checkout_is_an_error_and_not_tidy() {
    let error = tidy::run(&env::temp_dir().join("no-such-folder-anywhere")).unwrap_err();
    assert!(!error.to_string().is_empty());
}
