//! What customers of other languages than English write about.

mod arabic;
mod east_asian_and_hebrew;
mod french;
mod german;
mod japanese;
mod others;
mod spanish;

use crate::demo::tables::Language;

/// Every language with its weight: how often it is met compared with the others.
pub(in crate::demo) const LANGUAGES: [(u8, &Language); 12] = [
    (24, &german::GERMAN),
    (16, &french::FRENCH),
    (16, &spanish::SPANISH),
    (14, &arabic::ARABIC),
    (13, &japanese::JAPANESE),
    (7, &others::PORTUGUESE),
    (6, &others::TURKISH),
    (6, &others::POLISH),
    (6, &others::HINDI),
    (7, &east_asian_and_hebrew::CHINESE),
    (6, &east_asian_and_hebrew::KOREAN),
    (6, &east_asian_and_hebrew::HEBREW),
];
