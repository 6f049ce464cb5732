//! The `zerodraft` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    zerodraft::cli::run(std::env::args_os())
}
