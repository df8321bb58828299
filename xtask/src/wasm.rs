//! `cargo xtask wasm`: the WebAssembly of the npm package, from a clean clone.

use crate::{
    command::{Outcome, debian_packages, root, said, succeed, target},
    node,
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

const TARGET: &str = "wasm32-unknown-unknown";

/// How long `rustup target add` may take before the fallback is tried.
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
    node::packages("bindings/wasm")?;
    let module = out.join("homeroom_bg.wasm");
    let optimizer = paths.bindings.join("node_modules/.bin/wasm-opt");
    succeed(Command::new(optimizer).arg("-Oz").arg(&module).arg("-o").arg(&module))?;
    println!("==> built {}", module.display());
    Ok(())
}

struct Paths {
    root: PathBuf,
    bindings: PathBuf,
    package: PathBuf,
    target: PathBuf,
}

impl Paths {
    fn new() -> Self {
        let root = root();
        let bindings = root.join("bindings/wasm");
        let package = bindings.join("package");
        let target = target();
        Self { root, bindings, package, target }
    }

    /// Compiles the crate: with rustup's toolchain where it has the target or can get it, else with Debian's.
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
        let folder = if has_target() || (add_target() && has_target()) {
            self.target.join("wasm")
        } else {
            println!("==> {TARGET} cannot be had from rustup: compiling it with Debian's rustc-web");
            debian_packages(
                &["/usr/bin/rustc", "/usr/lib/rustlib/src/rust/library"],
                &["rustc-web", "rust-web-src"],
            )?;
            let linker = sysroot()?.join("lib/rustlib").join(host()?).join("bin/rust-lld");
            cargo.args(["-Z", "build-std=std,panic_abort"]);
            cargo.env("RUSTC", "/usr/bin/rustc").env("RUSTC_BOOTSTRAP", "1");
            cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
            self.target.join("wasm-debian")
        };
        // The flags of a native build, such as a processor's, say nothing of this one.
        cargo.env("CARGO_TARGET_DIR", &folder).env_remove("RUSTFLAGS").current_dir(&self.root);
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

// Without a way to the toolchain server this may hang instead of failing.
fn add_target() -> bool {
    let Ok(mut child) = Command::new("rustup").args(["target", "add", TARGET]).stdin(Stdio::null()).spawn()
    else {
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
