//! See `inbox_fuzz::stack_auth`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| inbox_fuzz::stack_auth(data));
