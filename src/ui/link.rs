//! Links out of the widget: only with a scheme from the model's allow-list, and without a way back.

use inbox_model::markdown::url::safe_link;
use leptos::prelude::*;

use super::erase::derived;
use crate::i18n::{Text, use_i18n};

/// What every outward link says of itself.
pub(super) const REL: &str = "noopener noreferrer nofollow ugc";

/// A link that opens in a new tab. Where the address is not allowed, only its content is shown.
#[component]
pub(super) fn OutwardLink(
    /// The address, untrusted.
    href: String,
    /// Classes of the link.
    #[prop(optional)]
    class: &'static str,
    children: Children,
) -> impl IntoView {
    let i18n = use_i18n();
    match safe_link(&href).map(str::to_owned) {
        None => view! { <span class=class>{children()}</span> }.into_any(),
        Some(href) => {
            let leaves = href.starts_with("http") || href.starts_with('/');
            view! {
                <a class=class href=href rel=REL target=leaves.then_some("_blank")>
                    {children()}
                    {leaves
                        .then(|| {
                            view! {
                                <span class="visually-hidden">
                                    {derived(move || [" (", i18n.t(Text::OpensInNewTab), ")"].concat())}
                                </span>
                            }
                        })}
                </a>
            }
            .into_any()
        }
    }
}
