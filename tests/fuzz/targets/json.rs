//! Files of other programs for Model United Nations.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| zerodraft_fuzz::read_as("{", bytes));
