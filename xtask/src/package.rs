//! `cargo xtask package`: crates, wheel, source distribution and tarball, each installed into a fresh environment in
//! which the README's question is asked.

use crate::{
    command::{Outcome, cargo, root, said, succeed, target},
    node, python, question, wasm,
};
use std::{fs, path::Path, process::ExitCode};

const CRATES: [&str; 4] = ["homeroom", "homeroom-exchange", "homeroom-wire", "homeroom-vectors"];

/// Builds and tries everything that is published.
pub fn run() -> ExitCode {
    match packages() {
        Ok(made) => {
            for line in &made {
                println!("==> {line}");
            }
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("==> package failed: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn packages() -> Outcome<Vec<String>> {
    let dist = node::dist();
    if dist.exists() {
        fs::remove_dir_all(&dist).map_err(|error| error.to_string())?;
    }
    fs::create_dir_all(&dist).map_err(|error| error.to_string())?;
    let mut made = Vec::new();

    println!("==> crates, each built from its package");
    let mut arguments = vec!["package", "--locked", "--allow-dirty"];
    arguments.extend(CRATES.iter().flat_map(|name| ["--package", name]));
    succeed(&mut cargo(&arguments))?;
    let rust = in_a_fresh_crate(&dist.join("rust"))?;
    made.push(format!("crates packed and built: {}", CRATES.join(", ")));

    println!("==> the wheel and the source distribution");
    let tools = python::Environment::of_tests()?;
    let wheel = tools.wheel()?;
    made.push(sized(&wheel)?);
    let sdist = python::source_distribution(&tools, &dist.join("sdist"))?;
    made.push(sized(&sdist)?);
    let mut answers = vec![("Rust".to_owned(), rust)];
    for (name, file) in [("wheel", &wheel), ("source", &sdist)] {
        let environment = python::fresh(&dist.join(name))?;
        environment.pip(&["install", &file.to_string_lossy()])?;
        answers.push((format!("Python ({name})"), question::in_python(&environment)?));
    }

    println!("==> the npm tarball");
    wasm::build()?;
    let tarball = node::tarball(&dist)?;
    made.push(sized(&tarball)?);
    let folder = dist.join("npm");
    node::fresh(&folder, &tarball)?;
    answers.push(("JavaScript".to_owned(), question::in_javascript(&folder.join("node_modules/homeroom"))?));

    let pairs: Vec<(&str, &str)> = answers.iter().map(|(who, said)| (who.as_str(), said.as_str())).collect();
    question::same(&pairs)?;
    made.push(format!(
        "installed afresh and asked: {}",
        answers.iter().map(|(who, _)| who.as_str()).collect::<Vec<_>>().join(", ")
    ));
    Ok(made)
}

/// A crate of its own over the packed crates, with the README's program.
fn in_a_fresh_crate(folder: &Path) -> Outcome<String> {
    let write = |file: &str, text: &str| {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().unwrap_or(folder))
            .and_then(|()| fs::write(&path, text))
            .map_err(|error| format!("{}: {error}", path.display()))
    };
    let version = env!("CARGO_PKG_VERSION");
    let packed = target().join("package");
    let patches: String = CRATES
        .iter()
        .map(|name| {
            format!(
                "{name} = {{ path = {:?} }}\n",
                packed.join(format!("{name}-{version}")).display().to_string()
            )
        })
        .collect();
    write(
        "Cargo.toml",
        &format!(
            "[package]\nname = \"fresh\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\nchrono = {{ version = \"0.4\", \
             default-features = false }}\nhomeroom = \"{version}\"\nhomeroom-exchange = \"{version}\"\n\n[patch.crates-io]\n{patches}"
        ),
    )?;
    let program =
        fs::read_to_string(root().join("examples/question.rs")).map_err(|error| error.to_string())?;
    write("src/main.rs", &program)?;
    let manifest = folder.join("Cargo.toml").display().to_string();
    said(&mut cargo(&["run", "--quiet", "--manifest-path", &manifest]))
}

fn sized(file: &Path) -> Outcome<String> {
    let bytes = fs::metadata(file).map_err(|error| error.to_string())?.len();
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(format!("{name}: {bytes} bytes"))
}
