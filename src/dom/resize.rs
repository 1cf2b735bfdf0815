//! To be told when something takes more room, or less.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use super::el::Spot;
use crate::reactive::effect;

/// Calls back whenever one of these changes its size, and when it is there at first, for as long as the
/// view lives.
pub fn on_resize<const N: usize>(watched: [Spot; N], act: impl Fn() + 'static) {
    let told = Closure::<dyn FnMut()>::new(act);
    let observer = web_sys::ResizeObserver::new(told.as_ref().unchecked_ref()).ok();
    let observer = StoredValue::new_local((observer, told));
    effect(move || {
        for one in watched {
            let there = one.get();
            observer.with_value(|(observer, _)| {
                if let (Some(observer), Some(there)) = (observer, there) {
                    observer.observe(&there);
                }
            });
        }
    });
    on_cleanup(move || {
        observer.with_value(|(observer, _)| {
            if let Some(observer) = observer {
                observer.disconnect();
            }
        });
    });
}
