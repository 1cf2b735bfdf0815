//! Whole conversations, written down with their times: what stands at the top of the list.

pub(in crate::demo) mod arabic;
mod earlier;
mod half_hour;
mod last_hour;
mod last_night;
mod served;
mod special;
mod today;
mod yesterday;

use crate::demo::tables::Scene;

/// Every scene. The place in this list is the conversation's number, so new ones go to the end.
pub(in crate::demo) fn all() -> impl Iterator<Item = &'static Scene> {
    let special = [
        &special::LENA_OPEN,
        &special::LENA_RATED,
        &special::LENA_FILES,
        &special::CODE,
        &special::LETTER,
        &last_hour::JUST_CLOSED,
    ];
    special
        .into_iter()
        .chain(&last_hour::SCENES)
        .chain(&half_hour::SCENES)
        .chain(&today::SCENES)
        .chain(&earlier::SCENES)
        .chain(&yesterday::SCENES)
        .chain(&last_night::SCENES)
}

/// Scenes that are held through the messenger service. They come after everything else, so that the
/// numbers of all others stay what they are.
pub(in crate::demo) fn served() -> impl Iterator<Item = &'static Scene> {
    served::SCENES.iter()
}
