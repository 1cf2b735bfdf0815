//! The rules of [`inbox_model`] for JavaScript: what `inbox-widgets/model` calls.
//!
//! Everything here is border: texts and plain objects come in, a rule of the model decides, texts
//! and plain objects go out. No rule is made here. The functions that developers call, and their
//! documentation, are TypeScript (`www/src/model/`); they never see a pointer.

pub mod text;
