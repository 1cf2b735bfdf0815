//! All words of the demo, in tables that are easy to add to.
//!
//! | table | to add |
//! |---|---|
//! | [`topics`] | what English-speaking customers write about |
//! | [`languages`] | dialogues in other languages |
//! | [`scenes`] | whole conversations with times, for the top of the list |
//! | [`sister`] | the second organisation's conversations |
//! | [`CANNED`] | what the company says often |
//! | [`business`] | one company's many small matters |
//! | [`names`], [`goods`], [`common`] | what fills the slots and the gaps |

pub(super) mod business;
mod canned;
pub(super) mod common;
pub(super) mod goods;
pub(super) mod languages;
pub(super) mod names;
pub(super) mod scenes;
pub(super) mod sister;
pub(super) mod topics;

pub(super) use canned::CANNED;
