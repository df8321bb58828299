//! What a crate's own macros declare: one type for each call, and its public members.

use crate::command::Outcome;
use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};

/// The macros of a crate: what each declares of what is public.
#[derive(Default)]
pub struct Macros(BTreeMap<String, Body>);

#[derive(Default)]
struct Body {
    declares_a_type: bool,
    members: BTreeSet<String>,
}

impl Macros {
    /// Reads a `macro_rules!`; of macros of one name each may declare something.
    pub fn learn(&mut self, name: String, tokens: &TokenStream) {
        let body = self.0.entry(name).or_default();
        let words = words(tokens);
        for at in words.windows(4) {
            match [at[0].as_str(), at[1].as_str(), at[2].as_str()] {
                ["pub", "enum" | "struct", "$"] => body.declares_a_type = true,
                ["pub", "const", "fn"] => drop(body.members.insert(at[3].clone())),
                ["pub", "const" | "fn", name] => drop(body.members.insert(name.to_owned())),
                _ => {}
            }
        }
    }

    /// The type that a call declares, with its members.
    pub fn declared_by(&self, call: &syn::ItemMacro) -> Outcome<Option<(String, Vec<String>)>> {
        let name = call.mac.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
        let body = self.0.get(&name).ok_or_else(|| format!("`{name}!` is no macro of this crate"))?;
        if !body.declares_a_type {
            return Ok(None);
        }
        let words: Vec<String> = call.mac.tokens.clone().into_iter().map(|token| token.to_string()).collect();
        let after = words.iter().position(|word| word == "enum" || word == "struct").map(|at| at + 1);
        let declared = after.map_or(words.last(), |at| words.get(at));
        let declared = declared.ok_or_else(|| format!("a call of `{name}!` that names nothing"))?;
        Ok(Some((declared.clone(), body.members.iter().cloned().collect())))
    }
}

/// The tokens one after the other, those within brackets too.
fn words(tokens: &TokenStream) -> Vec<String> {
    let mut words = Vec::new();
    for token in tokens.clone() {
        match token {
            TokenTree::Group(group) => {
                words.push("(".to_owned());
                words.extend(self::words(&group.stream()));
                words.push(")".to_owned());
            }
            other => words.push(other.to_string()),
        }
    }
    words
}
