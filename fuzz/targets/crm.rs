//! See `inbox_fuzz::crm`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| inbox_fuzz::crm(data));
