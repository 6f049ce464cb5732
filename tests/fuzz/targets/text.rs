//! Any bytes as a file that somebody sent; most are taken for text.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| zerodraft_fuzz::read(bytes));
