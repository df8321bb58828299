//! The npm package and the web example: node packages, tests, types, packaging.

use crate::command::{Outcome, debian_packages, root, succeed, target, tell};
use std::{fs, path::Path, process::Command};

/// npm in a folder of the repository.
fn npm(folder: &str, arguments: &[&str]) -> Command {
    let mut npm = Command::new("npm");
    npm.args(arguments).current_dir(root().join(folder));
    npm
}

/// The node packages of a folder's lock file, where they are not there yet.
pub fn packages(folder: &str) -> Outcome {
    let folder_path = root().join(folder);
    let modified = |file: &str| fs::metadata(folder_path.join(file)).and_then(|meta| meta.modified());
    let installed = modified("node_modules/.package-lock.json");
    if installed.is_ok_and(|at| modified("package-lock.json").is_ok_and(|locked| locked <= at)) {
        return Ok(());
    }
    succeed(&mut npm(folder, &["ci", "--no-audit", "--no-fund"]))
}

/// The browser of the tests.
pub fn chromium() -> Outcome {
    debian_packages(&["/usr/bin/chromium"], &["chromium"])
}

/// Tests the npm package: in Node, in Chromium, installed from its tarball.
pub fn test() -> Outcome<Vec<String>> {
    packages("bindings/wasm")?;
    chromium()?;
    let mut lines = Vec::new();
    for script in ["types", "lint", "test", "size"] {
        lines.extend(tell(&mut npm("bindings/wasm", &["run", "--silent", script]))?);
    }
    Ok(lines)
}

/// Tests the web example against the report's own JSON.
pub fn web() -> Outcome<Vec<String>> {
    packages("examples/web")?;
    chromium()?;
    let mut lines = Vec::new();
    // The oracle of the page's numbers; a step before built it.
    let report = target().join("release/examples/report");
    for script in ["build", "test"] {
        let mut run = npm("examples/web", &["run", "--silent", script]);
        lines.extend(tell(run.env("HOMEROOM_REPORT", &report))?);
    }
    Ok(lines)
}

/// The packed npm package.
pub fn tarball(folder: &Path) -> Outcome<std::path::PathBuf> {
    packages("bindings/wasm")?;
    let out = folder.to_string_lossy();
    succeed(&mut npm("bindings/wasm/package", &["pack", "--silent", "--pack-destination", &out]))?;
    crate::python::only_file(folder, "tgz")
}

/// A folder of its own with the packed package installed.
pub fn fresh(folder: &Path, tarball: &Path) -> Outcome {
    fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    let package = r#"{"name": "fresh", "private": true, "type": "module"}"#;
    fs::write(folder.join("package.json"), package).map_err(|error| error.to_string())?;
    let mut install = Command::new("npm");
    install.args(["install", "--no-audit", "--no-fund", "--silent"]).arg(tarball).current_dir(folder);
    succeed(&mut install)
}

/// Where packing puts what it makes.
pub fn dist() -> std::path::PathBuf {
    target().join("dist")
}
