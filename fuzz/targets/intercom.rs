//! See `inbox_fuzz::intercom`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| inbox_fuzz::intercom(data));
