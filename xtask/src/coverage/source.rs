//! The public items of a crate, read from its source.
//!
//! Read is what stands in the text: modules, `pub use`, inherent methods, and what the crate's own macros declare.
//! What the reader does not understand is an error, so that no item is passed over.

use super::macros::Macros;
use crate::command::Outcome;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};
use syn::{ImplItem, Item, Meta, Token, TraitItem, Type, UseTree, Visibility, punctuated::Punctuated};

/// Where an item is declared: its module and its name.
type Place = (Vec<String>, String);

/// What a module declares.
#[derive(Default)]
struct Module {
    public: BTreeSet<String>,
    private: BTreeSet<String>,
    modules: BTreeSet<String>,
    reexports: Vec<(Vec<String>, Reexport)>,
}

enum Reexport {
    Everything,
    Name { name: String, called: String },
}

/// A crate as it is read.
#[derive(Default)]
struct Crate {
    modules: BTreeMap<Vec<String>, Module>,
    /// Public members of types and traits: where the block stands, of which type, which.
    members: Vec<(Vec<String>, String, Vec<String>)>,
    macros: Macros,
    invocations: Vec<(Vec<String>, syn::ItemMacro)>,
}

/// The public items of the crate whose `lib.rs` this is: `Type`, `Type::method`, `function`, `CONSTANT`.
pub fn public_items(lib: &Path) -> Outcome<BTreeSet<String>> {
    let text = read(lib)?;
    items_of(&text, lib.parent()).map_err(|problem| format!("{}: {problem}", lib.display()))
}

/// The public items of a crate of one text, or of the files of a folder beside it.
pub fn items_of(text: &str, folder: Option<&Path>) -> Outcome<BTreeSet<String>> {
    let mut read = Crate::default();
    let file = syn::parse_file(text).map_err(|error| error.to_string())?;
    read.module(Vec::new(), file.items, folder)?;
    for (module, invocation) in std::mem::take(&mut read.invocations) {
        let declared = read.macros.declared_by(&invocation)?;
        if let Some((name, members)) = declared {
            read.modules.entry(module.clone()).or_default().public.insert(name.clone());
            read.members.push((module, name, members));
        }
    }
    read.items()
}

fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

impl Crate {
    fn module(&mut self, path: Vec<String>, items: Vec<Item>, folder: Option<&Path>) -> Outcome {
        let mut module = Module::default();
        for item in items {
            if is_not_offered(&item) {
                continue;
            }
            let mut declare = |visibility: &Visibility, name: String| {
                let among = if is_public(visibility) { &mut module.public } else { &mut module.private };
                among.insert(name);
            };
            match item {
                Item::Const(item) => declare(&item.vis, item.ident.to_string()),
                Item::Enum(item) => declare(&item.vis, item.ident.to_string()),
                Item::Fn(item) => declare(&item.vis, item.sig.ident.to_string()),
                Item::Static(item) => declare(&item.vis, item.ident.to_string()),
                Item::Struct(item) => declare(&item.vis, item.ident.to_string()),
                Item::Type(item) => declare(&item.vis, item.ident.to_string()),
                Item::Union(item) => declare(&item.vis, item.ident.to_string()),
                Item::Trait(item) => {
                    declare(&item.vis, item.ident.to_string());
                    let members = item.items.iter().filter_map(trait_member).collect();
                    self.members.push((path.clone(), item.ident.to_string(), members));
                }
                Item::Mod(item) => {
                    let name = item.ident.to_string();
                    if is_public(&item.vis) {
                        module.modules.insert(name.clone());
                    }
                    let child: Vec<String> = path.iter().cloned().chain([name.clone()]).collect();
                    if let Some((_, items)) = item.content {
                        self.module(child, items, None)?;
                    } else {
                        let folder = folder.ok_or("a module without a file")?;
                        let (items, folder) = module_file(folder, &name)?;
                        self.module(child, items, Some(&folder))?;
                    }
                }
                Item::Use(item) if is_public(&item.vis) => {
                    reexports(Vec::new(), &item.tree, &mut module.reexports);
                }
                Item::Impl(item) if item.trait_.is_none() => {
                    if let Type::Path(of) = item.self_ty.as_ref()
                        && let Some(last) = of.path.segments.last()
                    {
                        let members = item.items.iter().filter_map(member).collect();
                        self.members.push((path.clone(), last.ident.to_string(), members));
                    }
                }
                Item::Macro(item) => match &item.ident {
                    Some(name) => self.macros.learn(name.to_string(), &item.mac.tokens),
                    None => self.invocations.push((path.clone(), item)),
                },
                Item::Use(_) | Item::Impl(_) | Item::ExternCrate(_) => {}
                _ => return Err(format!("an item that the reader does not know, in {}", path.join("::"))),
            }
        }
        self.modules.insert(path, module);
        Ok(())
    }

    fn items(&self) -> Outcome<BTreeSet<String>> {
        let mut reached = BTreeMap::new();
        self.visit(&[], &[], &mut BTreeSet::new(), &mut reached)?;
        let reached = called_apart(&reached)?;
        let mut items: BTreeSet<String> = reached.values().cloned().collect();
        for (module, of, members) in &self.members {
            let Some(name) = self.meant(&reached, module, of) else { continue };
            items.extend(members.iter().map(|member| format!("{name}::{member}")));
        }
        Ok(items)
    }

    /// The public name of the type that a block in a module is about, if it has one.
    fn meant<'a>(
        &self,
        reached: &'a BTreeMap<Place, String>,
        module: &[String],
        of: &str,
    ) -> Option<&'a String> {
        let here = self.modules.get(module)?;
        if here.public.contains(of) || here.private.contains(of) {
            return reached.get(&(module.to_vec(), of.to_owned()));
        }
        reached.iter().find(|((_, name), _)| name == of).map(|(_, called)| called)
    }

    /// All that is public in a module, with the name under which it is.
    fn visit(
        &self,
        path: &[String],
        within: &[String],
        seen: &mut BTreeSet<Vec<String>>,
        reached: &mut BTreeMap<Place, Place>,
    ) -> Outcome {
        if !seen.insert(path.to_vec()) {
            return Ok(());
        }
        let module = self.modules.get(path).ok_or_else(|| format!("no module {}", path.join("::")))?;
        for name in &module.public {
            reached.insert((path.to_vec(), name.clone()), (within.to_vec(), name.clone()));
        }
        for name in &module.modules {
            let name = std::slice::from_ref(name);
            self.visit(&[path, name].concat(), &[within, name].concat(), seen, reached)?;
        }
        for (from, what) in &module.reexports {
            let from = resolved(path, from);
            match what {
                Reexport::Everything => self.visit(&from, within, seen, reached)?,
                Reexport::Name { name, called } => {
                    let place = self.find(&from, name, 0)?;
                    reached.insert(place, (within.to_vec(), called.clone()));
                }
            }
        }
        Ok(())
    }

    /// Where the item of a name in a module is declared.
    fn find(&self, path: &[String], name: &str, depth: usize) -> Outcome<Place> {
        let lost = || format!("`pub use` of {}::{name}, which was not found", path.join("::"));
        let module = self.modules.get(path).ok_or_else(lost)?;
        if module.public.contains(name) {
            return Ok((path.to_vec(), name.to_owned()));
        }
        if depth > 8 {
            return Err(lost());
        }
        module
            .reexports
            .iter()
            .filter_map(|(from, what)| match what {
                Reexport::Everything => Some((from, name)),
                Reexport::Name { name: inner, called } => (called == name).then_some((from, inner.as_str())),
            })
            .find_map(|(from, inner)| self.find(&resolved(path, from), inner, depth + 1).ok())
            .ok_or_else(lost)
    }
}

/// Items by their names alone; one whose name another has nearer to the root, with its module.
fn called_apart(reached: &BTreeMap<Place, Place>) -> Outcome<BTreeMap<Place, String>> {
    let nearest = |name: &str| {
        reached.values().filter(|(_, other)| other == name).map(|(within, _)| within.len()).min()
    };
    let mut taken = BTreeSet::new();
    let mut called = BTreeMap::new();
    for (place, (within, name)) in reached {
        let apart = nearest(name) < Some(within.len());
        let full = if apart { format!("{}::{name}", within.join("::")) } else { name.clone() };
        if !taken.insert(full.clone()) {
            return Err(format!("two public items are called {full}"));
        }
        called.insert(place.clone(), full);
    }
    Ok(called)
}

/// A path as seen from a module, from the root.
fn resolved(from: &[String], path: &[String]) -> Vec<String> {
    let mut whole = from.to_vec();
    for segment in path {
        match segment.as_str() {
            "crate" => whole.clear(),
            "self" => {}
            "super" => {
                whole.pop();
            }
            _ => whole.push(segment.clone()),
        }
    }
    whole
}

fn reexports(from: Vec<String>, tree: &UseTree, into: &mut Vec<(Vec<String>, Reexport)>) {
    match tree {
        UseTree::Path(path) => {
            let from = from.into_iter().chain([path.ident.to_string()]).collect();
            reexports(from, &path.tree, into);
        }
        UseTree::Group(group) => group.items.iter().for_each(|tree| reexports(from.clone(), tree, into)),
        UseTree::Glob(_) => into.push((from, Reexport::Everything)),
        UseTree::Name(name) => {
            let name = name.ident.to_string();
            into.push((from, Reexport::Name { called: name.clone(), name }));
        }
        UseTree::Rename(rename) => {
            let (name, called) = (rename.ident.to_string(), rename.rename.to_string());
            into.push((from, Reexport::Name { name, called }));
        }
    }
}

fn module_file(folder: &Path, name: &str) -> Outcome<(Vec<Item>, PathBuf)> {
    let inner = folder.join(name);
    let flat = folder.join(format!("{name}.rs"));
    let path = if flat.exists() { flat } else { inner.join("mod.rs") };
    let file = syn::parse_file(&read(&path)?).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok((file.items, inner))
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn member(item: &ImplItem) -> Option<String> {
    match item {
        ImplItem::Fn(item) if is_public(&item.vis) => Some(item.sig.ident.to_string()),
        ImplItem::Const(item) if is_public(&item.vis) => Some(item.ident.to_string()),
        _ => None,
    }
}

fn trait_member(item: &TraitItem) -> Option<String> {
    match item {
        TraitItem::Fn(item) => Some(item.sig.ident.to_string()),
        TraitItem::Const(item) => Some(item.ident.to_string()),
        TraitItem::Type(item) => Some(item.ident.to_string()),
        _ => None,
    }
}

// What stands for tests, or is hidden from the documentation, is no part of the interface.
fn is_not_offered(item: &Item) -> bool {
    let attributes = match item {
        Item::Mod(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => return false,
    };
    let holds_for_tests = |condition: Meta| needs_test(&condition);
    attributes.iter().any(|attribute| {
        let (path, hidden) = (attribute.path(), |word: syn::Ident| word == "hidden");
        (path.is_ident("cfg") && attribute.parse_args().is_ok_and(holds_for_tests))
            || (path.is_ident("doc") && attribute.parse_args().is_ok_and(hidden))
    })
}

// `test`, or `all(…)` with it.
fn needs_test(condition: &Meta) -> bool {
    match condition {
        Meta::List(list) if list.path.is_ident("all") => list
            .parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)
            .is_ok_and(|all| all.iter().any(needs_test)),
        condition => condition.path().is_ident("test"),
    }
}
