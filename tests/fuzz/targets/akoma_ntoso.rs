//! XML that says it is Akoma Ntoso.
#![no_main]

use libfuzzer_sys::fuzz_target;

const HEAD: &str =
    "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">";

fuzz_target!(|bytes: &[u8]| zerodraft_fuzz::read_as(HEAD, bytes));
