//! The program: arguments in, an exit code out.

use std::process::ExitCode;

use clap::Parser;
use inbox_server::cli::{Cli, run};

#[tokio::main]
async fn main() -> ExitCode {
    run(Cli::parse()).await
}
