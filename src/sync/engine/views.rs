//! The agent's saved views: read at the start, and counted again when something has changed.

use std::rc::Rc;

use inbox_dialects::{DialectError, Request, Response, SavedViews};
use inbox_model::view::View;
use leptos::prelude::*;

use super::Inner;
use crate::net::{later, spawn};

/// After a change it is waited this long for others before views are counted again, in
/// milliseconds.
const COUNT_AFTER_MS: u32 = 1_000;

impl super::Engine {
    /// Whether views can be saved.
    pub fn keeps_views(self) -> bool {
        let keeps = |inner: &Rc<Inner>| inner.dialect.saved_views().is_some();
        self.inner.try_with_value(keeps).unwrap_or(false)
    }

    /// Saves all of the agent's views: shown at once, and taken back where that does not work.
    pub fn save_views(self, views: Vec<View>) {
        self.with(|inner| save(inner, views));
    }
}

/// Reads the views and counts them.
pub(super) fn load(inner: &Rc<Inner>) {
    let ask = |kept: &dyn SavedViews| kept.views();
    spawn_asking(
        inner,
        ask,
        |kept, response| kept.read_views(response),
        |inner, views| {
            if let Ok(views) = views {
                inner.store.views.set(views);
            }
        },
    );
    count(inner);
}

/// Something has changed that views may count.
pub(super) fn count_soon(inner: &Rc<Inner>) {
    if inner.dialect.saved_views().is_none() || inner.counting.borrow().is_some() {
        return;
    }
    let weak = Rc::downgrade(inner);
    let act = Box::new(move || {
        if let Some(inner) = weak.upgrade().filter(|inner| inner.alive.get()) {
            inner.counting.take();
            count(&inner);
        }
    });
    inner.counting.replace(Some(later(COUNT_AFTER_MS, act)));
}

fn count(inner: &Rc<Inner>) {
    let ask = |kept: &dyn SavedViews| kept.view_counts();
    spawn_asking(
        inner,
        ask,
        |kept, response| kept.read_view_counts(response),
        |inner, counts| {
            if let Ok(counts) = counts {
                inner.store.view_counts.set_if_new(counts);
            }
        },
    );
}

fn save(inner: &Rc<Inner>, views: Vec<View>) {
    let before = inner.store.views.get_untracked();
    inner.store.views.set(views.clone());
    let ask = move |kept: &dyn SavedViews| kept.save_views(&views);
    spawn_asking(
        inner,
        ask,
        |kept, response| kept.read_views(response),
        move |inner, saved| {
            match saved {
                Ok(views) => inner.store.views.set(views),
                Err(error) => {
                    inner.store.views.set(before);
                    inner.store.problem.set(Some(error.code().to_owned()));
                }
            }
            count(inner);
        },
    );
}

/// Asks, reads and goes on with the answer, unless the widget has gone by then.
fn spawn_asking<T: 'static>(
    inner: &Rc<Inner>,
    ask: impl FnOnce(&dyn SavedViews) -> Request,
    read: fn(&dyn SavedViews, &Response) -> Result<T, DialectError>,
    then: impl FnOnce(&Rc<Inner>, Result<T, DialectError>) + 'static,
) {
    let Some(request) = inner.dialect.saved_views().map(ask) else { return };
    let inner = Rc::clone(inner);
    spawn(async move {
        let response = inner.transport.send(&request).await;
        if !inner.alive.get() {
            return;
        }
        let lost = DialectError::Server { status: 0 };
        let answer = match (response, inner.dialect.saved_views()) {
            (Ok(response), Some(kept)) => read(kept, &response),
            _ => Err(lost),
        };
        then(&inner, answer);
    });
}
