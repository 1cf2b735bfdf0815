//! Components in a real browser, each mounted in a `<div>` inside a shadow root as in the product.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "in a test a panic is a finding")]

#[path = "components/arrivals.rs"]
mod arrivals;
#[path = "components/barred.rs"]
mod barred;
#[path = "components/chosen.rs"]
mod chosen;
#[path = "components/colleagues.rs"]
mod colleagues;
#[path = "components/composer.rs"]
mod composer;
#[path = "components/composing.rs"]
mod composing;
#[path = "components/decimals.rs"]
mod decimals;
#[path = "components/deeds.rs"]
mod deeds;
#[path = "components/desk.rs"]
mod desk;
#[path = "components/dom.rs"]
mod dom;
#[path = "components/earlier.rs"]
mod earlier;
#[path = "components/failed.rs"]
mod failed;
#[path = "components/handling.rs"]
mod handling;
#[path = "components/jumps.rs"]
mod jumps;
#[path = "components/keys.rs"]
mod keys;
#[path = "components/kinds.rs"]
mod kinds;
#[path = "components/language.rs"]
mod language;
#[path = "components/list.rs"]
mod list;
#[path = "components/long_thread.rs"]
mod long_thread;
#[path = "components/lost.rs"]
mod lost;
#[path = "components/media.rs"]
mod media;
#[path = "components/menu.rs"]
mod menu;
#[path = "components/messenger.rs"]
mod messenger;
#[path = "components/others.rs"]
mod others;
#[path = "components/overtaken.rs"]
mod overtaken;
#[path = "components/palette.rs"]
mod palette;
#[path = "components/prose.rs"]
mod prose;
#[path = "components/row_marks.rs"]
mod row_marks;
#[path = "components/rows.rs"]
mod rows;
#[path = "components/stage.rs"]
mod stage;
#[path = "components/thread.rs"]
mod thread;
#[path = "components/views.rs"]
mod views;
#[path = "components/walking.rs"]
mod walking;
#[path = "components/world.rs"]
mod world;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
