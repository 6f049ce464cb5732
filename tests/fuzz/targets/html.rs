//! Web pages of any kind.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| zerodraft_fuzz::read_as("<!DOCTYPE html>\n", bytes));
