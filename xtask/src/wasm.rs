//! `cargo xtask wasm`: the WebAssembly of the npm package, from a clean clone.

use crate::command::{Outcome, debian_packages, root, said, succeed, target};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's compiler, and the source of its standard library.
const DEBIAN: [&str; 2] = ["/usr/bin/rustc", "/usr/lib/rustlib/src/rust/library"];

/// How long rustup may take to add something before the fallback is tried.
const PATIENCE: Duration = Duration::from_mins(2);

/// Builds `bindings/wasm/package/wasm`.
pub fn build() -> Outcome {
    let paths = Paths::new();
    let module = paths.compile()?;
    let glue = paths.glue_tool()?;
    let out = paths.package.join("wasm");
    succeed(
        Command::new(glue)
            .args(["--target", "web", "--no-typescript", "--remove-name-section", "--out-name", "homeroom"])
            .arg("--out-dir")
            .args([&out, &module]),
    )?;
    // No optimizer goes over it: what wasm-opt makes is smaller on the disk, and larger once it is compressed.
    println!("==> built {}", out.join("homeroom_bg.wasm").display());
    Ok(())
}

struct Paths {
    root: PathBuf,
    package: PathBuf,
    target: PathBuf,
}

impl Paths {
    fn new() -> Self {
        let root = root();
        let package = root.join("bindings/wasm/package");
        let target = target();
        Self { root, package, target }
    }

    /// Compiles the crate: with a standard library built for size where its source can be had, of rustup's toolchain or
    /// of Debian's, else with the one that rustup has built for speed.
    fn compile(&self) -> Outcome<PathBuf> {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args([
            "build",
            "--package",
            "homeroom-wasm",
            "--profile",
            "wasm",
            "--locked",
            "--target",
            TARGET,
        ]);
        // The flags of a native build, such as a processor's, say nothing of this one.
        cargo.env_remove("RUSTFLAGS");
        let folder = if has_source()?
            || (!has_debian_source() && rustup("component", "rust-src") && has_source()?)
        {
            for_size(&mut cargo);
            self.target.join("wasm-size")
        } else if has_debian_source() || !(has_target() || (rustup("target", TARGET) && has_target())) {
            debian_packages(&DEBIAN, &["rustc-web", "rust-web-src"])?;
            let linker = sysroot()?.join("lib/rustlib").join(host()?).join("bin/rust-lld");
            cargo.env("RUSTC", DEBIAN[0]).env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
            for_size(&mut cargo);
            self.target.join("wasm-debian")
        } else {
            println!(
                "==> the source of the standard library cannot be had: it is not built for size, and the module is larger"
            );
            self.target.join("wasm")
        };
        cargo.env("CARGO_TARGET_DIR", &folder).current_dir(&self.root);
        succeed(&mut cargo)?;
        Ok(folder.join(TARGET).join("wasm/homeroom_wasm.wasm"))
    }

    /// `wasm-bindgen`, of exactly the version of the crate: the two speak a private language.
    fn glue_tool(&self) -> Outcome<PathBuf> {
        let version = locked_version(&self.root.join("Cargo.lock"), "wasm-bindgen")?;
        let tools = self.target.join("tools");
        let tool = tools.join("bin/wasm-bindgen");
        let cached = Command::new(&tool).arg("--version").output();
        if !cached
            .is_ok_and(|said| String::from_utf8_lossy(&said.stdout).trim().ends_with(&format!(" {version}")))
        {
            let exactly = format!("={version}");
            succeed(
                Command::new(env!("CARGO"))
                    .args(["install", "wasm-bindgen-cli", "--version", &exactly, "--force", "--root"])
                    .arg(&tools)
                    .env("CARGO_TARGET_DIR", tools.join("build")),
            )?;
        }
        Ok(tool)
    }
}

fn has_target() -> bool {
    let said = Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]).output();
    said.is_ok_and(|said| Path::new(String::from_utf8_lossy(&said.stdout).trim()).is_dir())
}

/// Builds the standard library with the crate, small and without the texts of panics, of which none is shown.
fn for_size(cargo: &mut Command) {
    cargo.args(["-Z", "build-std=std,panic_abort", "-Z", "build-std-features=optimize_for_size"]);
    cargo.env("RUSTC_BOOTSTRAP", "1");
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Cpanic=immediate-abort -Zunstable-options");
}

fn has_source() -> Outcome<bool> {
    Ok(sysroot()?.join("lib/rustlib/src/rust/library/std").is_dir())
}

fn has_debian_source() -> bool {
    DEBIAN.iter().all(|file| Path::new(file).exists())
}

// Without a way to the toolchain server this may hang instead of failing.
fn rustup(what: &str, name: &str) -> bool {
    let Ok(mut child) = Command::new("rustup").args([what, "add", name]).stdin(Stdio::null()).spawn() else {
        return false;
    };
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => thread::sleep(Duration::from_millis(200)),
            Err(_) => break,
        }
    }
    // It may have ended by itself meanwhile.
    let _ = child.kill();
    let _ = child.wait();
    false
}

fn sysroot() -> Outcome<PathBuf> {
    Ok(PathBuf::from(said(Command::new("rustc").args(["--print", "sysroot"]))?))
}

fn host() -> Outcome<String> {
    said(Command::new("rustc").args(["--print", "host-tuple"]))
}

fn locked_version(lock: &Path, package: &str) -> Outcome<String> {
    let text = fs::read_to_string(lock).map_err(|error| format!("{}: {error}", lock.display()))?;
    let entry = text.split("[[package]]").find(|entry| entry.contains(&format!("name = \"{package}\"\n")));
    let version = entry.and_then(|entry| entry.lines().find_map(|line| line.strip_prefix("version = ")));
    Ok(version.ok_or(format!("Cargo.lock does not hold {package}"))?.trim_matches('"').to_owned())
}
