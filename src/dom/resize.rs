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
        let there: Vec<_> = watched.into_iter().filter_map(Spot::get).collect();
        observer.with_value(|(observer, _)| {
            if let Some(observer) = observer {
                for one in &there {
                    observer.observe(one);
                }
            }
        });
    });
    on_cleanup(move || {
        observer.with_value(|(observer, _)| {
            if let Some(observer) = observer {
                observer.disconnect();
            }
        });
    });
}
