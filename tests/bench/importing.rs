//! How fast raw text is read: 1 MB within 40 ms, and in proportion to its size.

use std::hint::black_box;

use zerodraft::import::raw_text;

use crate::{median, sample, shapes};

/// Reads texts of three sizes, as a line for each paragraph and wrapped.
pub(crate) fn importing() {
    for kilobytes in [100, 1_000, 4_000] {
        let draft = sample::draft(kilobytes * 1_000);
        let body = draft.split_once("---\n\n").unwrap().1.to_owned();
        for (setting, text) in
            [("lines", body.clone()), ("wrapped", shapes::wrapped(&body))]
        {
            let time = median(|| {
                black_box(raw_text(black_box(&text)));
            });
            let megabytes = text.len() as f64 / 1e6;
            println!(
                "{kilobytes:>5} KB   import, {setting:7} {:>7.1} MB/s {time:>10.2?}",
                megabytes / time.as_secs_f64()
            );
        }
    }
}
