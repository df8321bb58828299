//! Running other programs, and what Debian's packages bring.

use std::{
    env,
    ffi::OsString,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// Success, or in words why not and what to do.
pub type Outcome<T = ()> = Result<T, String>;

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// Where builds go.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The cargo that runs this.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(arguments).current_dir(root());
    cargo
}

/// Runs a command to its end.
pub fn succeed(command: &mut Command) -> Outcome {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(format!("`{}` failed", shown(command))),
        Err(error) => Err(format!("`{}` could not be run: {error}", shown(command))),
    }
}

/// Runs a command to its end, shows what it prints and gives back its lines.
pub fn tell(command: &mut Command) -> Outcome<Vec<String>> {
    let unable =
        |error: std::io::Error, command: &Command| format!("`{}` could not be run: {error}", shown(command));
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| unable(error, command))?;
    let mut lines = Vec::new();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n') {
            let line = line.map_err(|error| unable(error, command))?;
            let line = String::from_utf8_lossy(&line).into_owned();
            println!("{line}");
            lines.push(line);
        }
    }
    let status = child.wait().map_err(|error| unable(error, command))?;
    if status.success() { Ok(lines) } else { Err(format!("`{}` failed", shown(command))) }
}

/// What a command prints, without the space around it.
pub fn said(command: &mut Command) -> Outcome<String> {
    let output = command.output().map_err(|error| format!("{}: {error}", shown(command)))?;
    if !output.status.success() {
        return Err(format!(
            "`{}` failed: {}",
            shown(command),
            String::from_utf8_lossy(&output.stderr).trim()
        ));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A command as one would type it.
pub fn shown(command: &Command) -> String {
    let words: Vec<OsString> =
        std::iter::once(command.get_program()).chain(command.get_args()).map(OsString::from).collect();
    words.join(&OsString::from(" ")).to_string_lossy().into_owned()
}

/// Installs Debian packages where one of the files is missing.
pub fn debian_packages(files: &[&str], packages: &[&str]) -> Outcome {
    if files.iter().all(|file| Path::new(file).exists()) {
        return Ok(());
    }
    let by_hand =
        format!("run `apt-get install {}` as root, or install what is the same", packages.join(" "));
    let apt = |arguments: &[&str]| {
        succeed(Command::new("apt-get").args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
            .map_err(|problem| format!("{problem}: {by_hand}"))
    };
    apt(&["update", "--quiet"])?;
    let mut install = vec!["install", "--yes", "--quiet", "--no-install-recommends"];
    install.extend(packages);
    apt(&install)
}
