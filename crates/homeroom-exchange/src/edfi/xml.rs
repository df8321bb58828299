//! Bulk interchange XML as a stream of records: the children of the root element, whatever the namespace.

use super::{
    kind::{Field, Kind},
    limit::{Refused, Sifted},
    record::{self, Fault, LONGEST_TEXT, Record},
    sink::Sink,
    xml_sieve::XmlSieve,
};
use crate::{ReadError, files::File};
use homeroom::FindingCode;
use quick_xml::{
    Reader,
    errors::{Error, SyntaxError},
    escape::resolve_xml_entity,
    events::{BytesRef, BytesStart, Event},
};
use std::io::{self, BufRead};

/// No interchange file nests nearly as deep.
const DEEPEST: usize = 64;

/// Scans a file and gives its records to a sink; what is wrong with the file goes there too.
///
/// # Errors
/// [`ReadError::Io`] where the file cannot be read, or the sink's own.
pub(super) fn scan(input: impl BufRead, file: &File, sink: &mut impl Sink) -> Result<(), ReadError> {
    let mut reader = Reader::from_reader(Sifted::new(input, XmlSieve::default()));
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.allow_dangling_amp = true;
    config.check_comments = false;
    let mut scanner = Scanner::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let fault = match reader.read_event_into(&mut buffer) {
            Ok(Event::Eof) if scanner.depth == 0 => return Ok(()),
            Ok(Event::Eof) => Fault::new(FindingCode::TruncatedFile),
            Ok(Event::DocType(_)) => Fault::new(FindingCode::ForbiddenMarkup),
            Ok(Event::Start(start)) if scanner.depth < DEEPEST => {
                scanner.start(&start, sink);
                continue;
            }
            Ok(Event::Start(_)) => Fault::new(FindingCode::MalformedRow).detail("elements nest too deep"),
            Ok(Event::End(_)) => {
                scanner.end(sink)?;
                continue;
            }
            Ok(Event::Text(text)) => {
                scanner.text(&text);
                continue;
            }
            Ok(Event::CData(text)) => {
                scanner.text(&text);
                continue;
            }
            Ok(Event::GeneralRef(reference)) => {
                scanner.reference(&reference);
                continue;
            }
            Ok(_) => continue,
            Err(Error::Io(error)) => match Refused::behind(&error) {
                Some(Refused::DocumentType) => Fault::new(FindingCode::ForbiddenMarkup),
                Some(Refused::MarkupTooLong) => Fault::new(FindingCode::FieldTooLong),
                None => return Err(file.io(io::Error::new(error.kind(), error))),
            },
            Err(Error::Syntax(SyntaxError::InvalidBangMarkup)) => Fault::new(FindingCode::MalformedRow),
            Err(Error::Syntax(_)) => Fault::new(FindingCode::TruncatedFile),
            Err(_) => Fault::new(FindingCode::MalformedRow),
        };
        let detail = fault.detail.clone().unwrap_or_else(|| scanner.state().to_owned());
        sink.problem(fault.detail(detail), Some(scanner.number).filter(|number| *number > 0));
        return Ok(());
    }
}

/// Where the scan stands.
#[derive(Debug, Default)]
struct Scanner {
    depth: usize,
    number: u64,
    record: Option<Record>,
    path: record::Path,
    field: Option<Field>,
    text: String,
    length: usize,
}

impl Scanner {
    // What is done about a file that goes wrong here.
    fn state(&self) -> &'static str {
        match self.number {
            0 => "the file is not read",
            _ => "the records before it are used; the rest of the file is not read",
        }
    }

    fn start(&mut self, start: &BytesStart<'_>, sink: &mut impl Sink) {
        self.depth += 1;
        let name = start.local_name();
        let name = name.as_ref();
        if self.depth == 2 {
            self.number += 1;
            self.path.clear();
            let reference = name.ends_with("Reference").then_some(Kind::Reference);
            self.record = Kind::named(name).or(reference).map(|kind| Record::new(kind, self.number));
            match &mut self.record {
                Some(record) => record.id = attribute(start, "id"),
                None => sink.unused(name),
            }
        } else if let Some(record) = &mut self.record {
            self.path.push(name);
            if self.path.depth() == 1
                && let Some(id) = attribute(start, "ref")
            {
                record.refer(self.path.ends().1, &id);
            }
            let (top, leaf) = self.path.ends();
            self.field = record.kind.field(top, leaf);
        }
        self.text.clear();
        self.length = 0;
    }

    fn text(&mut self, text: &str) {
        self.length += text.len();
        // One character too many is kept, so that the record knows its field is too long.
        if self.field.is_some() && self.text.len() <= LONGEST_TEXT {
            self.text.push_str(text);
        }
    }

    // Only the five entities of XML itself and character references mean anything.
    fn reference(&mut self, reference: &BytesRef<'_>) {
        let character = reference.resolve_char_ref();
        let known = resolve_xml_entity(reference);
        match (character, known) {
            (Ok(Some(character)), _) => self.text(character.encode_utf8(&mut [0; 4])),
            (Ok(None), Some(text)) => self.text(text),
            _ => {
                if let Some(record) = &mut self.record {
                    record.spoil(Fault::new(FindingCode::ForbiddenMarkup).detail("an entity of its own"));
                }
            }
        }
    }

    fn end(&mut self, sink: &mut impl Sink) -> Result<(), ReadError> {
        self.depth = self.depth.saturating_sub(1);
        if self.depth == 1 {
            if let Some(mut record) = self.record.take() {
                sink.record(&mut record)?;
            }
        } else if let Some(record) = &mut self.record {
            if self.length > LONGEST_TEXT {
                record.spoil(match self.field {
                    Some(field) => Fault::of(FindingCode::FieldTooLong, field),
                    None => Fault::new(FindingCode::FieldTooLong),
                });
            } else if let Some(field) = self.field {
                record.put(field, &self.text);
            }
            self.path.pop();
        }
        self.field = None;
        self.length = 0;
        Ok(())
    }
}

// An attribute's value as it stands: identifiers need no escaping.
fn attribute(start: &BytesStart<'_>, name: &str) -> Option<Box<str>> {
    let mut attributes = start.attributes();
    let found = attributes.with_checks(false).flatten().find(|attribute| attribute.key.as_ref() == name);
    found.map(|attribute| (*attribute.value).into())
}
