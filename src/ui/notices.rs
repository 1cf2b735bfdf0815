//! States of a place: loading, empty, failed, and the banner that tells of the connection.

use leptos::prelude::*;

use super::erase::derived;
use super::icon::{Glyph, Icon};
use crate::i18n::{Text, use_i18n};

/// Nothing is here, and that is fine.
#[component]
pub fn EmptyState(
    /// A picture for it.
    glyph: Glyph,
    /// What is the case.
    title: Text,
    /// What that means, or what to do.
    hint: Text,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="empty">
            <span class="empty-picture">
                <Icon glyph=glyph />
            </span>
            <p class="empty-title">{i18n.tr(title)}</p>
            <p class="empty-hint">{i18n.tr(hint)}</p>
        </div>
    }
}

/// It could not be had, and here is the way on.
#[component]
pub fn FailedState(
    /// The stable code of the reason.
    #[prop(into)]
    code: Signal<String>,
    /// Tries again.
    #[prop(into)]
    on_retry: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (title, hint) = (
        move || match code.get().as_str() {
            "signed_out" | "unauthenticated" => Text::SignedOut,
            "not_found" => Text::ConversationGone,
            _ => Text::LoadFailed,
        },
        move || match code.get().as_str() {
            "signed_out" | "unauthenticated" => Some(Text::SignedOutHint),
            "not_found" => None,
            _ => Some(Text::LoadFailedHint),
        },
    );
    view! {
        <div class="empty" role="alert">
            <span class="empty-picture empty-picture-failed">
                <Icon glyph=Glyph::Alert />
            </span>
            <p class="empty-title">{derived(move || i18n.t(title()))}</p>
            <p class="empty-hint">{derived(move || hint().map(|hint| i18n.t(hint)).unwrap_or_default())}</p>
            <button type="button" class="button" on:click=move |_| on_retry.run(())>
                <Icon glyph=Glyph::Reload />
                {i18n.tr(Text::Retry)}
            </button>
        </div>
    }
}

/// A line across the top: something concerns everything below it.
#[component]
pub fn Banner(
    /// A picture for it.
    glyph: Glyph,
    /// What is the case.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    view! {
        <div class="banner" role="status">
            <Icon glyph=glyph />
            <span>{text}</span>
        </div>
    }
}

/// Rows to come.
#[component]
pub fn RowSkeleton(
    /// How many.
    #[prop(default = 6)]
    rows: usize,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="skeleton" role="status" aria-label=i18n.tr(Text::Loading)>
            {(0..rows)
                .map(|_| {
                    view! {
                        <div class="skeleton-row" aria-hidden="true">
                            <span class="skeleton-face"></span>
                            <span class="skeleton-lines">
                                <span class="skeleton-line"></span>
                                <span class="skeleton-line"></span>
                            </span>
                        </div>
                    }
                })
                .collect::<Vec<_>>()}
        </div>
    }
}

/// A thread to come.
#[component]
pub fn ThreadSkeleton() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="skeleton skeleton-thread" role="status" aria-label=i18n.tr(Text::Loading)>
            {["other", "own", "other", "other", "own"]
                .map(|side| view! { <span class="skeleton-bubble" data-side=side></span> })
                .collect_view()}
        </div>
    }
}
