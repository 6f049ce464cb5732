//! Who signs tracked changes, and when.

use std::time::{SystemTime, UNIX_EPOCH};

use jiff::Timestamp;

use crate::text::Signature;

/// The author and the moment of tracked changes.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Signing {
    /// The name under which changes are tracked.
    #[arg(long, default_value = "Zerodraft", value_name = "NAME")]
    author: String,
}

impl Signing {
    /// The signature of changes made now; `SOURCE_DATE_EPOCH` says when, where the same
    /// input is to give the same bytes.
    pub(super) fn now(&self) -> Signature {
        let said = std::env::var("SOURCE_DATE_EPOCH").ok();
        let said = said.and_then(|seconds| seconds.trim().parse::<i64>().ok());
        let clock = || {
            let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
            i64::try_from(since_1970.as_secs()).ok()
        };
        let seconds = said.or_else(clock).unwrap_or_default();
        let moment = Timestamp::from_second(seconds).unwrap_or_default();
        Signature { author: self.author.clone(), date: moment.to_string() }
    }
}
