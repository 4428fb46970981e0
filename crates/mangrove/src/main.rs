use std::process::ExitCode;

fn main() -> ExitCode {
    mangrove::commands::run(std::env::args_os())
}
