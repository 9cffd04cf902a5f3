//! Running other programs: say what is done, how long it took, and what to do when it fails.

use std::{
    env,
    ffi::OsStr,
    io::{BufRead, BufReader},
    process::{Command, Stdio},
    sync::OnceLock,
    time::{Duration, Instant},
};

use crate::paths;

/// What every part of a command returns; the error is a sentence for the person at the terminal.
pub type Outcome<T = ()> = Result<T, String>;

/// A program to be run in the root of the checkout, without the variables that `cargo run` leaves behind:
/// build scripts watch some of them, and would run again whenever cargo is called from here instead of by hand.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(paths::root());
    for (name, _) in env::vars_os() {
        let name = name.to_string_lossy();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") || name == "CARGO" {
            command.env_remove(&*name);
        }
    }
    command
}

/// `cargo` with these words.
pub fn cargo<'a>(words: impl IntoIterator<Item = &'a str>) -> Command {
    let mut cargo = command("cargo");
    cargo.args(words);
    cargo
}

/// Does `work` under a headline, and says how long it took.
pub fn phase<T>(title: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    let begun = *BEGUN.get_or_init(Instant::now);
    let here = Instant::now();
    eprintln!("[{}] {title} ...", clock(begun.elapsed()));
    let result = work()?;
    eprintln!("[{}] {title}: done in {}", clock(begun.elapsed()), clock(here.elapsed()));
    Ok(result)
}

/// When the first phase began.
static BEGUN: OnceLock<Instant> = OnceLock::new();

/// Minutes, seconds and tenths, of equal width below 100 minutes.
pub fn clock(elapsed: Duration) -> String {
    let tenths = elapsed.as_millis() / 100;
    format!("{:2}:{:02}.{}", tenths / 600, tenths / 10 % 60, tenths % 10)
}

/// Runs to the end with this terminal's input and output.
pub fn run(command: &mut Command) -> Outcome {
    eprintln!("    $ {}", line(command));
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status})", line(command))) }
}

/// Runs to the end, hands every line of the output to `each`; its error output goes to this terminal.
pub fn run_lines(command: &mut Command, mut each: impl FnMut(&str)) -> Outcome {
    eprintln!("    $ {}", line(command));
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| cannot_start(command, &error))?;
    let output = child.stdout.take().expect("the output was asked for as a pipe");
    for text in BufReader::new(output).lines() {
        each(&text.map_err(|error| format!("the output of `{}` is not text: {error}", line(command)))?);
    }
    let status = child.wait().map_err(|error| cannot_start(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status})", line(command))) }
}

/// Runs quietly; what it printed if it succeeded.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The command as one would type it, shortened to the program's name.
fn line(command: &Command) -> String {
    let program = command.get_program().to_string_lossy();
    let name = program.rsplit('/').next().unwrap_or(&program);
    let mut line = name.to_owned();
    for word in command.get_args() {
        line.push(' ');
        line.push_str(&word.to_string_lossy());
    }
    line
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    format!("`{}` could not be run: {error}", line(command))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elapsed_time_reads_as_minutes_and_seconds() {
        assert_eq!(clock(Duration::from_millis(72_340)), " 1:12.3");
        assert_eq!(clock(Duration::ZERO), " 0:00.0");
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let error = run(&mut command("no-such-program-anywhere")).expect_err("there is no such program");
        assert!(error.contains("no-such-program-anywhere"), "{error}");
    }
}
