//! What the Python and npm packages export, read from their source.
//!
//! That `index.d.ts` says what the modules have is checked by the npm package's own tests.

use crate::command::Outcome;
use std::{collections::BTreeSet, fs, path::Path};

/// The exported names: `function`, `Class`, `Class.member`.
pub struct Packages {
    python: BTreeSet<String>,
    npm: BTreeSet<String>,
}

impl Packages {
    /// Reads the folder of bindings.
    pub fn read(bindings: &Path) -> Outcome<Self> {
        let text = |path: &str| {
            let path = bindings.join(path);
            fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
        };
        let root = text("python/python/homeroom/__init__.py")?;
        // What several modules inherit from.
        let mut modules = text("python/python/homeroom/_document.py")?;
        for line in root.lines() {
            if let Some((module, _)) =
                line.strip_prefix("from homeroom.").and_then(|rest| rest.split_once(" import "))
            {
                modules += &text(&format!("python/python/homeroom/{module}.py"))?;
            }
        }
        Ok(Self::of(&root, &modules, &text("wasm/package/index.d.ts")?))
    }

    /// Of the text of `__init__.py`, of the modules that it exports from, and of `index.d.ts`.
    pub fn of(python_root: &str, python_modules: &str, types: &str) -> Self {
        let all = python_root.split_once("__all__ = [").and_then(|(_, rest)| rest.split_once(']'));
        let exported: BTreeSet<String> = all
            .map_or("", |(names, _)| names)
            .split(',')
            .map(|name| name.trim().trim_matches('"').to_owned())
            .collect();
        let mut members = members(python_modules, &["class "], &["def "]);
        for (class, base) in python_modules.lines().filter_map(class_and_base) {
            let base = format!("{base}.");
            let inherited = members.iter().filter_map(|member| member.strip_prefix(&base));
            let inherited: Vec<_> = inherited.map(|member| format!("{class}.{member}")).collect();
            members.extend(inherited);
        }
        let of_exported = |name: &String| exported.contains(name.split('.').next().unwrap_or_default());
        let python = exported.iter().cloned().chain(members.into_iter().filter(of_exported)).collect();
        let mut npm = members_of_types(types);
        for line in types.lines() {
            let declared = ["export function ", "export const ", "export class "];
            npm.extend(declared.iter().find_map(|start| line.strip_prefix(start)).and_then(first_word));
        }
        Self { python, npm }
    }

    /// What the packages lack of a place: a Python name whose camelCase is the npm name, or both, `python/npm`.
    pub fn lacking(&self, place: &str) -> Vec<String> {
        let (python, npm) = match place.split_once('/') {
            Some((python, npm)) => (python.to_owned(), npm.to_owned()),
            None => (place.to_owned(), camel(place)),
        };
        let python = (!self.python.contains(&python)).then(|| format!("Python has no {python}"));
        let npm = (!self.npm.contains(&npm)).then(|| format!("the npm package has no {npm}"));
        python.into_iter().chain(npm).collect()
    }
}

// A class with one base of its own package, which stands before it.
fn class_and_base(line: &str) -> Option<(String, String)> {
    let (class, base) = line.strip_prefix("class ")?.split_once('(')?;
    Some((class.to_owned(), first_word(base)?))
}

fn members_of_types(types: &str) -> BTreeSet<String> {
    members(types, &["export class "], &["static ", "readonly ", ""])
}

/// `Class.member` of classes whose members are indented once and begin with one of the words.
fn members(text: &str, classes: &[&str], starts: &[&str]) -> BTreeSet<String> {
    let mut class = None;
    let mut found = BTreeSet::new();
    for line in text.lines() {
        if let Some(rest) = classes.iter().find_map(|start| line.strip_prefix(start)) {
            class = first_word(rest);
        } else if !line.is_empty() && !line.starts_with([' ', '}']) {
            class = None;
        }
        let indented = line.strip_prefix("    ").or_else(|| line.strip_prefix("  "));
        let Some((class, line)) = class.as_ref().zip(indented) else { continue };
        let member = starts.iter().find_map(|start| line.strip_prefix(start)).and_then(first_word);
        found.extend(member.map(|member| format!("{class}.{member}")));
    }
    found
}

fn first_word(text: &str) -> Option<String> {
    let word: String = text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
    (!word.is_empty()).then_some(word)
}

/// `Register.from_json` as `Register.fromJson`; constants stay as they are.
fn camel(name: &str) -> String {
    if !name.contains(char::is_lowercase) {
        return name.to_owned();
    }
    let mut camel = String::new();
    let mut upper = false;
    for letter in name.chars() {
        if letter == '_' {
            upper = true;
        } else if std::mem::take(&mut upper) {
            camel.extend(letter.to_uppercase());
        } else {
            camel.push(letter);
        }
    }
    camel
}
