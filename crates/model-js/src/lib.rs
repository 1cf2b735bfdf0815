//! The rules of [`inbox_model`] for JavaScript: what `inbox-widgets/model` calls.
//!
//! Everything here is border: texts and plain objects come in, a rule of the model decides, texts
//! and plain objects go out. No rule is made here. The functions that developers call, and their
//! documentation, are TypeScript (`www/src/model/`); the types that they name are written from the
//! types here and in the model, with their comments, by a test (`types`).
//!
//! | module | of |
//! |---|---|
//! | [`text`] | markdown and previews, through buffers that stay |
//! | [`validation`] | whether what somebody gives can be taken |
//! | [`draft`] | messages that are being written, and their files |
//! | [`lists`] | views, their order, and search |
//! | [`timing`] | windows, deadlines, ratings, countdowns and the server's clock |

mod border;
pub mod draft;
pub mod lists;
mod row;
pub mod text;
pub mod timing;
#[cfg(test)]
mod types;
pub mod validation;
