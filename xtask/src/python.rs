//! The Python package: its virtual environment, its wheel, its tests.

use crate::command::{Outcome, root, said, succeed, target, tell};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The interpreter to begin with.
fn interpreter() -> Outcome<&'static str> {
    let ask = "import sys; print(sys.version_info >= (3, 11))";
    ["python3", "python"]
        .into_iter()
        .find(|python| said(Command::new(python).args(["-c", ask])).is_ok_and(|said| said == "True"))
        .ok_or_else(|| "Python 3.11 or newer is needed: install it and put `python3` on the path".to_owned())
}

/// A new virtual environment; one that is there is replaced.
pub fn fresh(folder: &Path) -> Outcome<Environment> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    succeed(Command::new(interpreter()?).args(["-m", "venv"]).arg(folder))?;
    Ok(Environment { folder: folder.to_path_buf() })
}

/// A virtual environment.
pub struct Environment {
    folder: PathBuf,
}

impl Environment {
    /// The environment of the tests, with what `requirements-test.txt` names.
    pub fn of_tests() -> Outcome<Self> {
        let requirements = root().join("bindings/python/requirements-test.txt");
        let folder = target().join("python");
        let installed = folder.join("requirements-test.txt");
        let wanted =
            fs::read(&requirements).map_err(|error| format!("{}: {error}", requirements.display()))?;
        if fs::read(&installed).is_ok_and(|installed| installed == wanted) {
            return Ok(Self { folder });
        }
        let environment = fresh(&folder)?;
        environment.pip(&["install", "--requirement", &requirements.to_string_lossy()])?;
        fs::write(&installed, wanted).map_err(|error| format!("{}: {error}", installed.display()))?;
        Ok(environment)
    }

    /// A program of the environment, in the folder of the package.
    pub fn run(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(self.folder.join("bin").join(program));
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::iter::once(self.folder.join("bin")).chain(std::env::split_paths(&path));
        command.args(arguments).env("VIRTUAL_ENV", &self.folder).current_dir(root().join("bindings/python"));
        if let Ok(path) = std::env::join_paths(folders) {
            command.env("PATH", path);
        }
        command
    }

    /// Runs pip.
    pub fn pip(&self, arguments: &[&str]) -> Outcome {
        let mut all = vec!["-m", "pip", "--quiet", "--disable-pip-version-check"];
        all.extend(arguments);
        succeed(&mut self.run("python", &all))
    }

    /// Builds the wheel and installs it.
    pub fn install_wheel(&self) -> Outcome<PathBuf> {
        let wheel = self.wheel()?;
        self.pip(&["install", "--force-reinstall", "--no-deps", &wheel.to_string_lossy()])?;
        Ok(wheel)
    }

    /// Builds the wheel into `target/wheels`, where it is the only one.
    pub fn wheel(&self) -> Outcome<PathBuf> {
        let folder = target().join("wheels");
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        let out = folder.to_string_lossy();
        succeed(&mut self.run("maturin", &["build", "--locked", "--quiet", "--strip", "--out", &out]))?;
        only_file(&folder, "whl")
    }
}

/// The one file of a folder with an extension.
pub fn only_file(folder: &Path, extension: &str) -> Outcome<PathBuf> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut found = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|of_path| of_path == extension));
    match (found.next(), found.next()) {
        (Some(file), None) => Ok(file),
        _ => Err(format!("{} does not hold exactly one .{extension}", folder.display())),
    }
}

/// The aim for the size of the wheel, in bytes, and what has been reached: it may not grow from there.
const WHEEL_AIM: u64 = 2_500_000;
const WHEEL: u64 = 2_850_000;

/// Builds, installs and tests the package.
pub fn test() -> Outcome<Vec<String>> {
    let environment = Environment::of_tests()?;
    let wheel = environment.install_wheel()?;
    let bytes = fs::metadata(&wheel).map_err(|error| error.to_string())?.len();
    let size = format!("wheel: {bytes} bytes of at most {WHEEL}, the aim is {WHEEL_AIM}");
    println!("{size}");
    if bytes > WHEEL {
        return Err(size);
    }
    let mut lines = tell(&mut environment.run("python", &["-m", "pytest", "-q", "-rA", "--no-header"]))?;
    lines.push(size);
    Ok(lines)
}

/// Executes the notebooks and compares the pages that show them.
pub fn notebooks() -> Outcome<Vec<String>> {
    let environment = Environment::of_tests()?;
    let mut run = environment.run("python", &["run.py", "--check"]);
    run.current_dir(root().join("examples/notebooks"));
    tell(&mut run)
}

/// Builds the source distribution into a folder.
pub fn source_distribution(environment: &Environment, folder: &Path) -> Outcome<PathBuf> {
    succeed(&mut environment.run("maturin", &["sdist", "--out", &folder.to_string_lossy()]))?;
    only_file(folder, "gz")
}
