//! The README's question, asked in three languages: each program is the README's own text, and all give one answer.

use crate::{
    command::{Outcome, cargo, root, said},
    python::Environment,
};
use std::{fs, path::Path, process::Command};

const LANGUAGES: [(&str, &str); 3] =
    [("rust", "examples/question.rs"), ("python", "examples/question.py"), ("js", "examples/question.js")];

/// Checks that the README shows the programs as they are, and that they answer alike.
pub fn test() -> Outcome<Vec<String>> {
    shown_as_they_are()?;
    let rust = said(&mut cargo(&["run", "--quiet", "--release", "--locked", "--example", "question"]))?;
    let python = in_python(&Environment::of_tests()?)?;
    let node = root().join("bindings/wasm/package");
    let javascript = in_javascript(&node)?;
    println!("{rust}");
    same(&[("Rust", &rust), ("Python", &python), ("JavaScript", &javascript)])?;
    Ok(vec![format!("the README's question: {} lines, the same in 3 languages", rust.lines().count())])
}

/// The answer of the Python program in an environment.
pub fn in_python(environment: &Environment) -> Outcome<String> {
    let mut run = environment.run("python", &[LANGUAGES[1].1]);
    said(run.current_dir(root()))
}

/// The answer of the JavaScript program with the package of a folder.
pub fn in_javascript(package: &Path) -> Outcome<String> {
    let program = fs::read_to_string(root().join(LANGUAGES[2].1)).map_err(|error| error.to_string())?;
    let index = package.join("node.js");
    let program = program.replace("\"homeroom\"", &format!("{:?}", index.display().to_string()));
    said(Command::new("node").args(["--input-type=module", "--eval", &program]).current_dir(root()))
}

/// Whether all answers are one.
pub fn same(answers: &[(&str, &str)]) -> Outcome {
    for pair in answers.windows(2) {
        if pair[0].1 != pair[1].1 {
            return Err(format!(
                "{} and {} answer otherwise:\n{}\n---\n{}",
                pair[0].0, pair[1].0, pair[0].1, pair[1].1
            ));
        }
    }
    Ok(())
}

fn shown_as_they_are() -> Outcome {
    let readme = fs::read_to_string(root().join("README.md")).map_err(|error| error.to_string())?;
    for (language, file) in LANGUAGES {
        let program = fs::read_to_string(root().join(file)).map_err(|error| format!("{file}: {error}"))?;
        if !readme.contains(&format!("```{language}\n{program}```\n")) {
            return Err(format!(
                "the README does not show {file} as it is: copy it into a ```{language} block"
            ));
        }
    }
    Ok(())
}
