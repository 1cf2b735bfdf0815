//! The command line: `cargo run -q -p xtask -- tidy`.

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use xtask::tidy;

const USAGE: &str = "usage: cargo run -q -p xtask -- tidy";

#[expect(clippy::print_stdout, reason = "findings are this command's output")]
fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if arguments != ["tidy"] {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    }
    match tidy::run(&root()) {
        Ok(findings) if findings.is_empty() => ExitCode::SUCCESS,
        Ok(findings) => {
            for finding in &findings {
                println!("{finding}");
            }
            eprintln!("tidy: {} to put right", findings.len());
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("tidy: {error}");
            ExitCode::from(2)
        }
    }
}

/// The checkout: two folders above this crate, wherever cargo was started; without cargo, here.
fn root() -> PathBuf {
    env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from("."), |folder| PathBuf::from(folder).join("../.."))
}
