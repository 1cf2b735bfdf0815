//! What somebody said, in its bubble.

use inbox_model::part::Call;
use inbox_model::{Content, Part, PartBody};
use leptos::prelude::*;

use super::contents::{contents, minutes};
use super::erase::derived;
use super::icon::{Glyph, Icon};
use super::link::OutwardLink;
use super::markdown::Markdown;
use crate::i18n::{Text, use_i18n};

/// The inside of the bubble of a part.
pub(super) fn part_bubble(part: &Part) -> AnyView {
    if part.redacted {
        return view! { <Redacted /> }.into_any();
    }
    match &part.body {
        PartBody::QuickReplyChosen { text, .. } => {
            view! { <Markdown source=text.clone() /> }.into_any()
        }
        PartBody::QuickReplies { options } => {
            let options = options.iter().map(|option| {
                let text = option.text.clone();
                view! { <li dir="auto">{text}</li> }
            });
            view! { <ul class="choices">{options.collect::<Vec<_>>()}</ul> }.into_any()
        }
        PartBody::Call(call) => view! { <PhoneCall call=call.clone() /> }.into_any(),
        _ => contents(part.contents()).into_any(),
    }
}

/// The inside of the bubble of a message that is not sent yet.
pub(super) fn pending_bubble(of: &[Content]) -> AnyView {
    contents(of).into_any()
}

#[component]
fn Redacted() -> impl IntoView {
    let i18n = use_i18n();
    view! { <p class="redacted">{i18n.tr(Text::Redacted)}</p> }
}

#[component]
fn PhoneCall(call: Call) -> impl IntoView {
    let i18n = use_i18n();
    let missed = call.duration_ms == 0;
    let title = move || i18n.t(if missed { Text::MissedCall } else { Text::Call });
    view! {
        <div class="card card-plain">
            <span class="card-picture">
                <Icon glyph=Glyph::Phone />
            </span>
            <span class="card-text">
                <span class="card-title">{derived(title)}</span>
                {(!missed).then(|| view! { <span class="quiet">{minutes(call.duration_ms)}</span> })}
                {call.summary.map(|summary| view! { <span dir="auto">{summary}</span> })}
                {call
                    .recording_url
                    .map(|url| {
                        view! {
                            <OutwardLink href=url class="card-line">
                                {i18n.tr(Text::Audio)}
                            </OutwardLink>
                        }
                    })}
            </span>
        </div>
    }
}
