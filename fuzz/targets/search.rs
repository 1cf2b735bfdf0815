//! See `inbox_fuzz::search`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| inbox_fuzz::search(data));
