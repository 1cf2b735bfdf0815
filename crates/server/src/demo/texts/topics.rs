//! What English-speaking customers write about: one table per theme.

mod account;
mod company;
mod delivery;
mod money;
mod products;
mod returns;
mod shop;

use crate::demo::tables::Topic;

/// Every theme with its weight: how often it comes up compared with the others.
pub(in crate::demo) const TOPICS: [(u8, &Topic); 32] = [
    (9, &delivery::ORDER_STATUS),
    (4, &delivery::DELIVERED_BUT_MISSING),
    (4, &delivery::ADDRESS_CHANGE),
    (3, &delivery::CUSTOMS),
    (3, &delivery::PARCEL_SHOP),
    (8, &returns::WRONG_SIZE),
    (5, &returns::REFUND_STATUS),
    (6, &returns::DAMAGED),
    (3, &returns::WRONG_ITEM),
    (3, &returns::MISSING_ITEM),
    (4, &money::INVOICE),
    (5, &money::DISCOUNT),
    (4, &money::PAYMENT_FAILED),
    (3, &money::GIFT_CARD),
    (3, &money::CANCEL),
    (3, &account::LOGIN),
    (4, &account::APP_BUG),
    (2, &account::NEWSLETTER),
    (2, &account::PRIVACY),
    (7, &products::PRODUCT_QUESTION),
    (5, &products::STOCK),
    (5, &products::WARRANTY),
    (3, &products::CARE),
    (3, &products::SPARE_PART),
    (3, &company::BULK_ORDER),
    (2, &company::PARTNERSHIP),
    (3, &shop::PRAISE),
    (3, &company::COMPLAINT),
    (2, &shop::SHOP_HOURS),
    (3, &shop::SUSTAINABILITY),
    (3, &shop::GIFT_WRAP),
    (1, &company::WORK_HERE),
];
