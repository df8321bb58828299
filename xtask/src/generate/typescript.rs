//! The TypeScript declarations, and the names of the maps for the JavaScript codec.

use super::{
    HEADER,
    model::{Contract, Field, Schema, Shape, Type, kind},
    names::{camel, lines},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

const WIDTH: usize = 110;

/// The declarations of all types of the contract.
pub fn types(contract: &Contract) -> Result<String, String> {
    let mut text = format!("// {HEADER}\n");
    text += "\n/** A date, YYYY-MM-DD. */\nexport type ISODate = string;\n";
    text += "\n/** What a merge patch (RFC 7396) may change: `null` takes a member away. */\n";
    text += "export type Patch<T> = T extends readonly unknown[]\n  ? T\n  : T extends object\n    \
             ? { readonly [K in keyof T]?: Patch<T[K]> | null }\n    : T;\n";
    for (file, name, schema) in contract.all() {
        if file == "questions" || name == "Date" {
            continue;
        }
        let module = Declarations { contract, input: matches!(file, "records" | "rules") };
        text += &module.definition(name, schema)?;
    }
    Ok(text)
}

/// The properties whose values are maps, for the codec: the keys of a map are data and are not renamed.
pub fn maps(contract: &Contract) -> Result<String, String> {
    let (mut maps, mut objects) = (BTreeMap::new(), BTreeSet::new());
    for (_, definition, schema) in contract.all() {
        let members = schema.one_of.iter().chain([schema]);
        for (name, field) in members.flat_map(|member| &member.properties.0) {
            if field.term.is_some() {
                continue;
            }
            let found = kind(field).map_err(|problem| format!("{definition}.{name}: {problem}"))?;
            match depth(&found) {
                0 if holds_objects(contract, &found)? => {
                    objects.insert(name.as_str());
                }
                0 => {}
                depth => {
                    if *maps.entry(name.as_str()).or_insert(depth) != depth {
                        return Err(format!("`{name}` is a map of two depths"));
                    }
                }
            }
        }
    }
    if let Some(both) = maps.keys().find(|name| objects.contains(*name) || name.contains('_')) {
        return Err(format!(
            "`{both}` is a map here and an object there, or has two words: the codec tells maps by their names"
        ));
    }
    let mut text = format!(
        "// {HEADER}\n\n/**\n * Properties whose values are maps, with how many maps lie within each other: the keys of a map are\n * \
                            data or terms, and are not renamed.\n * @type {{Readonly<Record<string, number>>}}\n */\nexport const MAPS = Object.freeze({{\n"
    );
    for (name, depth) in maps {
        let _ = writeln!(text, "  {name}: {depth},");
    }
    Ok(text + "});\n")
}

fn depth(kind: &Type) -> u32 {
    match kind {
        Type::Map(_, value) => 1 + depth(value),
        Type::Nullable(inner) => depth(inner),
        _ => 0,
    }
}

fn holds_objects(contract: &Contract, kind: &Type) -> Result<bool, String> {
    Ok(match kind {
        Type::Object(_) => true,
        Type::List(inner) | Type::Nullable(inner) => holds_objects(contract, inner)?,
        Type::Either(several) => several
            .iter()
            .map(|one| holds_objects(contract, one))
            .collect::<Result<Vec<_>, _>>()?
            .contains(&true),
        Type::Named(name) => {
            let (file, schema) = contract.find(name)?;
            !matches!(file, "values" | "terms") && !matches!(Contract::shape(name, schema)?, Shape::Terms(_))
        }
        _ => false,
    })
}

struct Declarations<'a> {
    contract: &'a Contract,
    input: bool,
}

impl Declarations<'_> {
    fn definition(&self, name: &str, schema: &Schema) -> Result<String, String> {
        let shape = Contract::shape(name, schema)?;
        let mut text = "\n".to_owned();
        if let Shape::Terms(terms) = &shape {
            text += &comment_of_terms(&schema.description, terms);
            let _ = write!(text, "export type {name} =");
            for (term, ..) in terms {
                let _ = write!(text, "\n  | {term:?}");
            }
            return Ok(text + ";\n");
        }
        text += &comment(&schema.description, 0);
        match shape {
            Shape::Alias(kind) => {
                let _ = writeln!(text, "export type {name} = {};", self.written(&kind)?);
            }
            Shape::Object(fields) => {
                let (mut inherited, mut base) = (Vec::new(), String::new());
                if let Some(extended) = &schema.extends {
                    let (_, schema) = self.contract.find(extended)?;
                    inherited = schema.properties.0.iter().map(|(name, _)| name.as_str()).collect();
                    base = format!(" extends {extended}");
                }
                let _ = writeln!(text, "export interface {name}{base} {{");
                for field in fields.iter().filter(|field| !inherited.contains(&field.name)) {
                    text += &self.field(field, 2)?;
                }
                text += "}\n";
            }
            Shape::OneField(fields) => {
                let _ = write!(text, "export type {name} =");
                for field in &fields {
                    let only = Field { optional: false, ..copy(field) };
                    let _ = write!(text, "\n  | {{\n{}    }}", self.field(&only, 6)?);
                }
                text += ";\n";
            }
            Shape::Union { tag, members, .. } => {
                let _ = write!(text, "export type {name} =");
                for member in &members {
                    let _ = write!(
                        text,
                        "\n  | {{\n{}      readonly {tag}: {:?};\n",
                        comment(member.description, 6),
                        member.term
                    );
                    for field in &member.fields {
                        text += &self.field(field, 6)?;
                    }
                    text += "    }";
                }
                text += ";\n";
            }
            Shape::Terms(_) => {}
        }
        Ok(text)
    }

    fn field(&self, field: &Field<'_>, indent: usize) -> Result<String, String> {
        let pad = " ".repeat(indent);
        let mut about = field.description.to_owned();
        if let Some(default) = field.default.filter(|default| !default.is_null()) {
            let _ = write!(about, " Where it is left out: `{default}`.");
        }
        let mark = if field.optional { "?" } else { "" };
        let kind = self.written(&field.kind)?;
        Ok(format!("{}{pad}readonly {}{mark}: {kind};\n", comment(&about, indent), camel(field.name)))
    }

    fn written(&self, kind: &Type) -> Result<String, String> {
        Ok(match kind {
            Type::Text => "string".to_owned(),
            Type::Integer | Type::Number => "number".to_owned(),
            Type::Boolean => "boolean".to_owned(),
            Type::Object(None) => "Readonly<Record<string, unknown>>".to_owned(),
            Type::Object(Some(patched)) => format!("Patch<{patched}>"),
            Type::Pair => "readonly [number, number]".to_owned(),
            Type::Words(words) => {
                words.iter().map(|word| format!("{word:?}")).collect::<Vec<_>>().join(" | ")
            }
            Type::List(inner) => {
                let inner_text = self.written(inner)?;
                if inner_text.contains(' ') {
                    format!("readonly ({inner_text})[]")
                } else {
                    format!("readonly {inner_text}[]")
                }
            }
            Type::Map(None, value) => format!("Readonly<Record<string, {}>>", self.written(value)?),
            Type::Map(Some(key), value) if self.input => {
                format!("Readonly<Partial<Record<{key}, {}>>>", self.written(value)?)
            }
            Type::Map(Some(key), value) => format!("Readonly<Record<{key}, {}>>", self.written(value)?),
            Type::Nullable(inner) => format!("{} | null", self.written(inner)?),
            Type::Either(several) => {
                several.iter().map(|one| self.written(one)).collect::<Result<Vec<_>, _>>()?.join(" | ")
            }
            Type::Named(name) if name == "Date" => "ISODate".to_owned(),
            Type::Named(name) => name.clone(),
        })
    }
}

fn copy<'a>(field: &Field<'a>) -> Field<'a> {
    Field {
        name: field.name,
        description: field.description,
        kind: field.kind.clone(),
        optional: field.optional,
        default: field.default,
        personal: field.personal,
    }
}

fn comment(text: &str, indent: usize) -> String {
    let pad = " ".repeat(indent);
    let broken = lines(&text.replace("*/", "* /"), WIDTH - indent - 7);
    if let [line] = broken.as_slice() {
        return format!("{pad}/** {line} */\n");
    }
    let lines: String = broken.iter().map(|line| format!("{pad} * {line}\n")).collect();
    format!("{pad}/**\n{lines}{pad} */\n")
}

fn comment_of_terms(text: &str, terms: &[(&str, &str, &str)]) -> String {
    let mut comment = "/**\n".to_owned();
    for line in lines(text, WIDTH - 3) {
        let _ = writeln!(comment, " * {line}");
    }
    comment += " *\n";
    for (term, _, description) in terms {
        let said = format!("`{term}`: {description}");
        for (number, line) in lines(&said, WIDTH - 5).iter().enumerate() {
            let _ = writeln!(comment, " * {} {line}", if number == 0 { "-" } else { " " });
        }
    }
    comment + " */\n"
}
