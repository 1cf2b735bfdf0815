//! Links out of the widget: only with a scheme from the model's allow-list, and without a way back.

use inbox_model::markdown::url::safe_link;

use crate::dom::{El, el};
use crate::i18n::{Text, use_i18n};

/// What every outward link says of itself.
const REL: &str = "noopener noreferrer nofollow ugc";

/// A link that opens in a new tab. The address is not trusted: where it is not allowed, only the
/// content is shown. `class` names classes of either.
pub fn outward_link(href: &str, class: &'static str, content: El) -> El {
    let Some(href) = safe_link(href) else {
        return el("span").class(class).child(content);
    };
    let link = el("a").class(class).attr("href", href).attr("rel", REL).child(content);
    if !(href.starts_with("http") || href.starts_with('/')) {
        return link;
    }
    let i18n = use_i18n();
    let told = move || [" (", i18n.t(Text::OpensInNewTab), ")"].concat();
    link.attr("target", "_blank").child(el("span").class("visually-hidden").text(told))
}
