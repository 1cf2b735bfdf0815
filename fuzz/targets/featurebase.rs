//! See `inbox_fuzz::featurebase`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| inbox_fuzz::featurebase(data));
