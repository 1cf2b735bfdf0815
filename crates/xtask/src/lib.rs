//! Checks of the repository itself, as a library so that a test can run them too.

pub mod tidy;
