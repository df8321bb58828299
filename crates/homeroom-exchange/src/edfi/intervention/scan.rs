//! The XML of an interchange as its root and a stream of records.

use super::{
    document::Root,
    element::Element,
    xml_text::{is_allowed, line_ends},
};
use crate::{
    ReadError,
    edfi::{
        limit::{Refused, Sifted},
        record::{Fault, LONGEST_TEXT},
        xml_sieve::XmlSieve,
    },
};
use homeroom::FindingCode;
use quick_xml::{
    Reader,
    errors::{Error, IllFormedError, SyntaxError},
    escape::resolve_xml_entity,
    events::{BytesRef, BytesStart, Event},
};
use std::io::{self, BufRead};

/// The name of the root element.
pub(super) const ROOT: &str = "InterchangeStudentIntervention";
/// No record nests nearly as deep.
const DEEPEST: usize = 64;
/// The most elements of one record.
pub(super) const MOST_ELEMENTS: usize = 4096;

/// A record as it was met, with the attributes in it, which the model does not hold.
pub(super) struct Scanned {
    /// The record's number, from 1.
    pub(super) number: u64,
    pub(super) element: Result<Element, Fault>,
    pub(super) attributes: Vec<Box<str>>,
}

/// Reads an interchange; gives each record to `take`, and in the end its root and what was wrong with it.
pub(super) fn scan(
    input: impl BufRead,
    mut take: impl FnMut(Scanned),
) -> Result<(Option<Root>, Option<Fault>), ReadError> {
    let mut reader = Reader::from_reader(Sifted::new(input, XmlSieve::default()));
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.check_comments = false;
    let mut scanner = Scanner::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let outcome = match reader.read_event_into(&mut buffer) {
            Ok(Event::Eof) if scanner.depth == 0 => return Ok((scanner.root, scanner.problem)),
            Ok(Event::Eof) => Err(Fault::new(FindingCode::TruncatedFile)),
            Ok(Event::DocType(_)) => Err(Fault::new(FindingCode::ForbiddenMarkup)),
            Ok(Event::Start(start)) => scanner.start(&start),
            Ok(Event::End(_)) => {
                if let Some(scanned) = scanner.end() {
                    take(scanned);
                }
                Ok(())
            }
            Ok(Event::Text(text)) => scanner.text(&line_ends(&text)),
            Ok(Event::CData(text)) => scanner.text(&line_ends(&text)),
            Ok(Event::GeneralRef(reference)) => scanner.reference(&reference),
            Ok(_) => Ok(()),
            Err(error) => Err(file_fault(error)?),
        };
        let Err(fault) = outcome else { continue };
        // A record in the middle of which the file goes wrong was read, and is not used.
        let number = scanner.number;
        if scanner.depth >= 2 {
            take(Scanned { number, element: Err(fault), attributes: Vec::new() });
        } else {
            scanner.problem = Some(fault);
        }
        return Ok((scanner.root, scanner.problem));
    }
}

/// What the parser's error says of the file.
fn file_fault(error: Error) -> Result<Fault, ReadError> {
    Ok(Fault::new(match error {
        Error::Io(error) => match Refused::behind(&error) {
            Some(Refused::DocumentType) => FindingCode::ForbiddenMarkup,
            Some(Refused::MarkupTooLong) => FindingCode::FieldTooLong,
            None => {
                let source = io::Error::new(error.kind(), error);
                return Err(ReadError::Io { file: ROOT.to_owned(), source });
            }
        },
        Error::Encoding(_) => FindingCode::WrongEncoding,
        Error::Syntax(SyntaxError::InvalidBangMarkup) => FindingCode::MalformedRow,
        Error::Syntax(_) | Error::IllFormed(IllFormedError::MissingEndTag(_)) => FindingCode::TruncatedFile,
        _ => FindingCode::MalformedRow,
    }))
}

/// Where the scan stands.
#[derive(Default)]
struct Scanner {
    depth: usize,
    number: u64,
    root: Option<Root>,
    problem: Option<Fault>,
    // The elements open in the record being read, from the record on.
    open: Vec<Element>,
    elements: usize,
    attributes: Vec<Box<str>>,
    // The first thing wrong with the record; its elements are not kept from then on.
    fault: Option<Fault>,
}

impl Scanner {
    fn start(&mut self, start: &BytesStart<'_>) -> Result<(), Fault> {
        if self.depth >= DEEPEST {
            return Err(Fault::new(FindingCode::MalformedRow).detail("elements nest too deep"));
        }
        let name = start.name();
        let name = name.as_ref();
        if self.depth == 0 {
            self.begin(name, start)?;
        } else if self.depth == 1 {
            self.number += 1;
            (self.elements, self.fault) = (0, None);
            self.attributes.clear();
            self.open.clear();
        }
        self.depth += 1;
        if self.depth == 1 {
            return Ok(());
        }
        self.elements += 1;
        if self.elements > MOST_ELEMENTS {
            self.spoil(Fault::new(FindingCode::FieldTooLong).detail("too many elements"));
        }
        self.attribute_names(start);
        if self.fault.is_none() {
            let prefix = self.root.as_ref().map_or("", |root| &*root.prefix);
            // An element without the root's prefix is of another namespace: no name of the schema.
            let name = name.strip_prefix(prefix).map_or_else(|| format!(":{name}"), str::to_owned);
            self.open.push(Element { name: name.into(), ..Element::default() });
        }
        Ok(())
    }

    fn begin(&mut self, name: &str, start: &BytesStart<'_>) -> Result<(), Fault> {
        let malformed = |detail: &str| Fault::new(FindingCode::MalformedRow).detail(detail);
        let prefix = name.strip_suffix(ROOT).filter(|prefix| prefix.is_empty() || prefix.ends_with(':'));
        let prefix = prefix.ok_or_else(|| malformed("the file is not an InterchangeStudentIntervention"))?;
        if self.root.is_some() {
            return Err(malformed("a second root element"));
        }
        let mut attributes = Vec::new();
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|_| malformed("an attribute of the root element"))?;
            let value = attribute.normalized_value(quick_xml::XmlVersion::Explicit1_0);
            let value = value.map_err(|_| Fault::new(FindingCode::ForbiddenMarkup))?;
            if !value.chars().all(is_allowed) {
                return Err(malformed("an attribute of the root element"));
            }
            attributes.push((attribute.key.as_ref().into(), value.into()));
        }
        self.root = Some(Root { prefix: prefix.into(), attributes });
        Ok(())
    }

    // The model holds no attributes; their names are told.
    fn attribute_names(&mut self, start: &BytesStart<'_>) {
        for attribute in start.attributes() {
            match attribute {
                Ok(attribute) if self.attributes.len() < MOST_ELEMENTS => {
                    self.attributes.push(attribute.key.as_ref().into());
                }
                _ => return self.spoil(Fault::new(FindingCode::MalformedRow).detail("an attribute")),
            }
        }
    }

    fn spoil(&mut self, fault: Fault) {
        self.fault.get_or_insert(fault);
    }

    fn text(&mut self, text: &str) -> Result<(), Fault> {
        if self.depth < 2 {
            let nothing = text.trim_start_matches('\u{feff}').trim().is_empty();
            let stray = Fault::new(FindingCode::MalformedRow).detail("text outside a record");
            return if nothing { Ok(()) } else { Err(stray) };
        }
        if !text.chars().all(is_allowed) {
            self.spoil(Fault::new(FindingCode::MalformedRow).detail("a character that XML does not have"));
        }
        if self.fault.is_none()
            && let Some(element) = self.open.last_mut()
        {
            element.text.push_str(text);
            if element.text.len() > LONGEST_TEXT {
                self.spoil(Fault::new(FindingCode::FieldTooLong));
            }
        }
        Ok(())
    }

    // Only the five entities of XML itself and character references mean anything.
    fn reference(&mut self, reference: &BytesRef<'_>) -> Result<(), Fault> {
        match (reference.resolve_char_ref(), resolve_xml_entity(reference)) {
            (Ok(Some(character)), _) => self.text(character.encode_utf8(&mut [0; 4])),
            (Ok(None), Some(text)) => self.text(text),
            _ if self.depth < 2 => Err(Fault::new(FindingCode::ForbiddenMarkup)),
            _ => {
                self.spoil(Fault::new(FindingCode::ForbiddenMarkup).detail("an entity of its own"));
                Ok(())
            }
        }
    }

    fn end(&mut self) -> Option<Scanned> {
        self.depth = self.depth.saturating_sub(1);
        if self.depth == 1 {
            let element = self.fault.take().map_or_else(|| Ok(self.open.pop().unwrap_or_default()), Err);
            let attributes = std::mem::take(&mut self.attributes);
            return Some(Scanned { number: self.number, element, attributes });
        }
        if self.depth >= 2
            && self.fault.is_none()
            && let Some(element) = self.open.pop()
            && let Some(parent) = self.open.last_mut()
        {
            parent.children.push(element);
        }
        None
    }
}
