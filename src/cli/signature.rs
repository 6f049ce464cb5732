//! Who signs tracked changes, and when.

use std::time::{SystemTime, UNIX_EPOCH};

use jiff::Timestamp;
use jiff::civil::Date;

use super::CliError;
use crate::text::Signature;

/// The author of tracked changes.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Signing {
    /// The name under which changes are tracked.
    #[arg(long, default_value = "Zerodraft", value_name = "NAME")]
    author: String,
}

impl Signing {
    /// The signature of changes made now; `SOURCE_DATE_EPOCH` says when, where the same
    /// input is to give the same bytes.
    pub(super) fn now(&self) -> Result<Signature, CliError> {
        let clock = || {
            let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
            let seconds = i64::try_from(since_1970.as_secs()).ok()?;
            Timestamp::from_second(seconds).ok()
        };
        let moment = source_date_epoch()?.or_else(clock).unwrap_or_default();
        Ok(Signature { author: self.author.clone(), date: moment.to_string() })
    }

    /// The signature of changes made on a day.
    pub(super) fn on(&self, date: Date) -> Signature {
        Signature { author: self.author.clone(), date: format!("{date}T00:00:00Z") }
    }
}

/// The moment at which a file is to say that it was made, as builds that can be repeated
/// agree on it.
pub(super) fn source_date_epoch() -> Result<Option<Timestamp>, CliError> {
    let Some(text) = std::env::var_os("SOURCE_DATE_EPOCH") else { return Ok(None) };
    let seconds = text.to_str().and_then(|text| text.parse().ok());
    let moment = seconds.and_then(|seconds| Timestamp::from_second(seconds).ok());
    moment.map(Some).ok_or_else(|| {
        let text = text.display();
        CliError::Usage(format!(
            "SOURCE_DATE_EPOCH is “{text}”, which is no count of seconds since 1970"
        ))
    })
}
