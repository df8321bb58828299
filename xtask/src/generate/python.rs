//! The Python modules: terms, records, answers.

use super::{
    HEADER,
    model::{Contract, Field, Schema, Shape, Type},
    names::{lines, member},
};
use serde_json::Value;
use std::{collections::BTreeSet, fmt::Write};

const KEYWORDS: &[&str] =
    &["class", "from", "with", "in", "is", "not", "or", "and", "as", "for", "if", "lambda", "pass"];
const WIDTH: usize = 96;

/// What a generated module may need of others, in the order in which it is imported.
const IMPORTS: &[(&str, &str)] = &[
    ("datetime.", "import datetime"),
    ("Mapping[", "from collections.abc import Mapping"),
    ("@dataclass", "from dataclasses import dataclass"),
    ("field(", "from dataclasses import field"),
    ("Fraction", "from fractions import Fraction"),
    ("Final", "from typing import Final"),
    ("Literal[", "from typing import Literal"),
    ("TypeAlias", "from typing import TypeAlias"),
    ("_rate.", "from homeroom import _rate"),
];

/// The module of terms.
pub fn terms(contract: &Contract) -> Result<String, String> {
    let mut classes = String::new();
    let mut names = Vec::new();
    for (name, schema) in contract.file("terms") {
        let Shape::Terms(terms) = Contract::shape(name, schema)? else {
            return Err(format!("{name} is no list of terms"));
        };
        names.push(name);
        let _ = write!(classes, "\n\nclass {name}(StrEnum):\n{}", docstring(&schema.description, 4));
        classes.push('\n');
        for (term, title, description) in terms {
            let _ = write!(classes, "    {} = {term:?}\n{}", member(term, title), docstring(description, 4));
        }
    }
    let about = "Closed lists of terms. A term is a text, and equal to the text that it is written as.";
    Ok(format!("{}\nfrom enum import StrEnum\n\n{}{classes}", opening(about, false), exported(names)))
}

/// The module of records, and of the rules that are chosen at a question.
pub fn records(contract: &Contract) -> Result<String, String> {
    let about = "What is given: records, and the rules that a question is asked by.\n\nA field that is left out is as its default \
                 says. Where a name is a keyword of Python, the field has an underscore at its end (`from_`).";
    let mut names = vec!["Exact"];
    let mut body = "\n\nExact: TypeAlias = Fraction | int | str\n".to_owned();
    body += &docstring(
        "An exact number: a fraction, a whole number, or a text such as `1/2`, `0.5` or `50%`.",
        0,
    );
    for file in ["records", "rules"] {
        for (name, schema) in contract.file(file) {
            names.push(name);
            body += &Module { contract, input: true }.definition(name, schema)?;
        }
    }
    Ok(module(contract, about, &names, &body))
}

/// The module of answers.
pub fn answers(contract: &Contract) -> Result<String, String> {
    let about = "What is answered.\n\nAmounts are exact (`fractions.Fraction`), with their units in the descriptions. What does \
                 not exist is `None`. Where a name is a keyword of Python, the field has an underscore at its end (`with_`).";
    let mut names = vec!["ANSWERS", "MENTORING_ANSWERS"];
    let mut body = String::new();
    let mut tables = String::new();
    for (name, schema) in contract.file("answers") {
        let table = match name {
            "Answers" => "ANSWERS",
            "MentoringAnswers" => "MENTORING_ANSWERS",
            _ => {
                names.push(name);
                body += &Module { contract, input: false }.definition(name, schema)?;
                continue;
            }
        };
        let _ = writeln!(tables, "\n{table}: Final[Mapping[str, type]] = {{");
        for (question, answer) in &schema.properties.0 {
            // An answer may be null.
            let path = answer
                .reference
                .as_deref()
                .or(answer.one_of.first().and_then(|one| one.reference.as_deref()));
            let answer = path.and_then(|path| path.rsplit('/').next());
            let _ =
                writeln!(tables, "    {question:?}: {},", answer.ok_or(format!("{question} has no answer"))?);
        }
        let _ = writeln!(tables, "}}\n\"\"\"{}\"\"\"", schema.description);
    }
    body.push('\n');
    body += &tables;
    Ok(module(contract, about, &names, &body))
}

fn module(contract: &Contract, about: &str, names: &[&str], body: &str) -> String {
    let mut text = opening(about, true) + "\n";
    let mut before = "";
    for (used, import) in IMPORTS {
        if !body.contains(used) {
            continue;
        }
        let (source, what) = import.split_once(" import ").unwrap_or(("", import));
        if !source.is_empty() && source == before {
            let _ = write!(text, ", {what}");
        } else {
            let _ = write!(text, "\n{import}");
        }
        before = source;
    }
    text.push_str("\n\n");
    // What stands between the descriptions.
    let code: String = body.split("\"\"\"").step_by(2).collect();
    let used = |file: &str, import: &str| {
        let words: BTreeSet<&str> = code.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
        let used: BTreeSet<_> = contract
            .file(file)
            .map(|(name, _)| name)
            .filter(|name| words.contains(name) && !names.contains(name))
            .collect();
        let used: String = used.iter().map(|name| format!("    {name},\n")).collect();
        if used.is_empty() { used } else { format!("from .{import} import (\n{used})\n") }
    };
    for file in ["records", "rules"] {
        text += &used(file, "records");
    }
    text += &used("terms", "terms");
    // Both files of records are one module.
    text = text.replace(")\nfrom .records import (\n", "");
    text + "\n" + &exported(names.to_vec()) + body
}

fn opening(about: &str, future: bool) -> String {
    let mut paragraphs = about.split("\n\n");
    let first = paragraphs.next().unwrap_or_default();
    let mut text = format!("# {HEADER}\n\"\"\"{}", lines(first, WIDTH).join("\n"));
    for paragraph in paragraphs {
        text += "\n\n";
        text += &lines(paragraph, WIDTH).join("\n");
    }
    text += if about.contains('\n') { "\n\"\"\"\n" } else { "\"\"\"\n" };
    if future { text + "\nfrom __future__ import annotations" } else { text }
}

fn exported(mut names: Vec<&str>) -> String {
    names.sort_unstable();
    let names: String = names.iter().map(|name| format!("    {name:?},\n")).collect();
    format!("__all__ = [\n{names}]\n")
}

fn docstring(text: &str, indent: usize) -> String {
    let pad = " ".repeat(indent);
    let text = text.replace('\\', "\\\\");
    let broken = lines(&text, WIDTH - indent - 6);
    if let [line] = broken.as_slice() {
        return format!("{pad}\"\"\"{line}\"\"\"\n");
    }
    let text: Vec<String> = broken.iter().map(|line| format!("{pad}{line}")).collect();
    format!("{pad}\"\"\"{}\n{pad}\"\"\"\n", text.join("\n").trim_start())
}

struct Module<'a> {
    contract: &'a Contract,
    input: bool,
}

impl Module<'_> {
    fn definition(&self, name: &str, schema: &Schema) -> Result<String, String> {
        let shape = Contract::shape(name, schema)?;
        let head = |base: Option<&str>| {
            let base = base.map(|base| format!("({base})")).unwrap_or_default();
            let decorator = "@dataclass(frozen=True, slots=True, kw_only=True)";
            format!("\n\n{decorator}\nclass {name}{base}:\n{}\n", docstring(&schema.description, 4))
        };
        Ok(match shape {
            Shape::Terms(_) => return Err(format!("{name}: terms stand in terms.json")),
            Shape::Alias(kind) => {
                let text = self.annotation(&kind)?;
                format!("\n\n{name}: TypeAlias = {text}\n{}", docstring(&schema.description, 0))
            }
            Shape::Object(fields) => {
                let mut text = head(schema.extends.as_deref());
                let inherited = self.inherited(schema)?;
                for field in fields.iter().filter(|field| !inherited.contains(&field.name.to_owned())) {
                    text += &self.field(field)?;
                }
                if ["part", "whole", "percent", "value"]
                    .iter()
                    .all(|name| fields.iter().any(|field| field.name == *name))
                {
                    text += "\n    def __str__(self) -> str:\n        return _rate.told(self.part, self.whole, self.percent)\n";
                }
                text
            }
            Shape::OneField(fields) => {
                let mut text = head(None);
                for field in &fields {
                    let kind = self.annotation(&field.kind)?;
                    let kind = if kind.ends_with("| None") { kind } else { format!("{kind} | None") };
                    let _ = write!(
                        text,
                        "    {}: {kind} = None\n{}",
                        python_name(field.name),
                        docstring(field.description, 4)
                    );
                }
                text
            }
            Shape::Union { tag, list, members } => {
                let mut text = head(None);
                let _ = write!(
                    text,
                    "    {tag}: {list}\n{}",
                    docstring("Which of them it is; the fields of the others are `None`.", 4)
                );
                let mut fields: Vec<(&str, Vec<String>, Vec<String>)> = Vec::new();
                for one in &members {
                    for field in &one.fields {
                        let kind = self.annotation(&field.kind)?;
                        let kind = kind.trim_end_matches(" | None").to_owned();
                        let said = format!("`{}`: {}", one.term, field.description);
                        match fields.iter_mut().find(|(name, ..)| *name == field.name) {
                            Some((_, kinds, about)) => {
                                if !kinds.contains(&kind) {
                                    kinds.push(kind);
                                }
                                about.push(said);
                            }
                            None => fields.push((field.name, vec![kind], vec![said])),
                        }
                    }
                }
                for (name, kinds, about) in fields {
                    let name = python_name(name);
                    let _ = write!(
                        text,
                        "    {name}: {} | None = None\n{}",
                        kinds.join(" | "),
                        docstring(&about.join(" "), 4)
                    );
                }
                text
            }
        })
    }

    fn inherited(&self, schema: &Schema) -> Result<Vec<String>, String> {
        let Some(base) = &schema.extends else { return Ok(Vec::new()) };
        let (_, base) = self.contract.find(base)?;
        Ok(base.properties.0.iter().map(|(name, _)| name.clone()).collect())
    }

    fn field(&self, field: &Field<'_>) -> Result<String, String> {
        let mut kind = self.annotation(&field.kind)?;
        let default = match (field.optional, field.default) {
            (false, _) => String::new(),
            (true, None) => {
                kind += " | None";
                " = None".to_owned()
            }
            (true, Some(value)) => format!(" = {}", self.default(&field.kind, value)?),
        };
        let default = if field.personal {
            let value = default.strip_prefix(" = ").map(|value| format!("default={value}, "));
            format!(" = field({}repr=False)", value.unwrap_or_default())
        } else {
            default
        };
        Ok(format!("    {}: {kind}{default}\n{}", python_name(field.name), docstring(field.description, 4)))
    }

    fn default(&self, kind: &Type, value: &Value) -> Result<String, String> {
        Ok(match (kind, value) {
            (_, Value::Null) => "None".to_owned(),
            (_, Value::Bool(yes)) => if *yes { "True" } else { "False" }.to_owned(),
            (_, Value::Number(number)) => number.to_string(),
            (Type::Nullable(inner), value) => self.default(inner, value)?,
            (Type::List(_), Value::Array(items)) if items.is_empty() => "()".to_owned(),
            (Type::List(inner), Value::Array(items)) => {
                let items: Vec<_> =
                    items.iter().map(|item| self.default(inner, item)).collect::<Result<_, _>>()?;
                format!("({})", items.join(", "))
            }
            (Type::Map(..), Value::Object(_)) => "field(default_factory=dict)".to_owned(),
            (Type::Named(name), Value::Object(_)) => format!("{name}()"),
            (Type::Named(name), Value::String(text)) => {
                let (_, schema) = self.contract.find(name)?;
                match Contract::shape(name, schema)? {
                    Shape::Terms(terms) => {
                        let term = terms.iter().find(|(term, ..)| term == text);
                        let (term, title, _) = term.ok_or(format!("{text} is no {name}"))?;
                        format!("{name}.{}", member(term, title))
                    }
                    _ if schema.format.as_deref() == Some("exact") => format!("Fraction({text:?})"),
                    _ => format!("{text:?}"),
                }
            }
            (_, Value::String(text)) => format!("{text:?}"),
            (kind, value) => return Err(format!("no default {value} of {kind:?}")),
        })
    }

    fn annotation(&self, kind: &Type) -> Result<String, String> {
        Ok(match kind {
            Type::Text => "str".to_owned(),
            Type::Integer => "int".to_owned(),
            Type::Number => "float".to_owned(),
            Type::Boolean => "bool".to_owned(),
            Type::Object(_) => "Mapping[str, object]".to_owned(),
            Type::Pair => "tuple[int, int]".to_owned(),
            Type::Words(words) => format!(
                "Literal[{}]",
                words.iter().map(|word| format!("{word:?}")).collect::<Vec<_>>().join(", ")
            ),
            Type::List(inner) => format!("tuple[{}, ...]", self.annotation(inner)?),
            Type::Map(None, value) => format!("Mapping[str, {}]", self.annotation(value)?),
            Type::Map(Some(key), value) => format!("Mapping[{key}, {}]", self.annotation(value)?),
            Type::Nullable(inner) => format!("{} | None", self.annotation(inner)?),
            Type::Either(several) => {
                several.iter().map(|one| self.annotation(one)).collect::<Result<Vec<_>, _>>()?.join(" | ")
            }
            Type::Named(name) => {
                let (file, schema) = self.contract.find(name)?;
                if file != "values" {
                    return Ok(name.clone());
                }
                match schema.format.as_deref() {
                    Some("date") => "datetime.date",
                    Some("time") => "datetime.time",
                    Some("exact") if self.input => "Exact",
                    Some("exact") => "Fraction",
                    _ if schema.items.is_some() => "tuple[int, int]",
                    _ => "str",
                }
                .to_owned()
            }
        })
    }
}

fn python_name(name: &str) -> String {
    if KEYWORDS.contains(&name) { format!("{name}_") } else { name.to_owned() }
}
