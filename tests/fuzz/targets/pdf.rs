//! PDFs that are broken somewhere.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| zerodraft_fuzz::read_as("%PDF-1.7\n", bytes));
