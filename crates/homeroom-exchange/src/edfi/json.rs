//! API JSON as a stream of records: arrays of resources, or an object with such an array under each
//! resource's name.

use super::{
    kind::Kind,
    limit::{JsonSieve, Sifted},
    record::{self, Fault, LONGEST_TEXT, Record},
    sink::Sink,
};
use crate::{ReadError, files::File};
use homeroom::FindingCode;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::{fmt, io::BufRead};

/// Scans a file and gives its records to a sink; what is wrong with the file goes there too. `kind` is what
/// the file's name says its records are.
///
/// # Errors
/// [`ReadError::Io`] where the file cannot be read, or the sink's own.
pub(super) fn scan<S: Sink>(
    input: impl BufRead,
    file: &File,
    kind: Option<Kind>,
    sink: &mut S,
) -> Result<(), ReadError> {
    let mut scan = Scan { sink, number: 0, path: record::Path::default(), stopped: None };
    let mut deserializer = serde_json::Deserializer::from_reader(Sifted::new(input, JsonSieve::default()));
    let outcome = Records { scan: &mut scan, kind, name: None }.deserialize(&mut deserializer);
    let outcome = outcome.and_then(|()| deserializer.end());
    if let Some(error) = scan.stopped {
        return Err(error);
    }
    let Err(error) = outcome else { return Ok(()) };
    if error.is_io() {
        return Err(file.io(error.into()));
    }
    let code = if error.is_eof() { FindingCode::TruncatedFile } else { FindingCode::MalformedRow };
    let before = if scan.number == 0 { "no record" } else { "the records" };
    let (line, column) = (error.line(), error.column());
    let detail =
        format!("{before} before line {line}, column {column} used; the rest of the file is not read");
    scan.sink.problem(Fault::new(code).detail(detail), None);
    Ok(())
}

struct Scan<'s, S> {
    sink: &'s mut S,
    number: u64,
    path: record::Path,
    stopped: Option<ReadError>,
}

impl<S: Sink> Scan<'_, S> {
    fn give<E: Error>(&mut self, mut record: Record) -> Result<(), E> {
        self.sink.record(&mut record).map_err(|error| {
            self.stopped = Some(error);
            E::custom("stopped")
        })
    }

    fn unused(&mut self, name: Option<&str>) {
        self.number += 1;
        self.sink.unused(name.unwrap_or("record"));
    }

    fn new_record(&mut self, kind: Kind) -> Record {
        self.number += 1;
        self.path.clear();
        Record::new(kind, self.number)
    }
}

/// A whole file, or what stands under a resource's name in one.
struct Records<'a, 's, S> {
    scan: &'a mut Scan<'s, S>,
    kind: Option<Kind>,
    // The resource's name, inside an object of resources.
    name: Option<String>,
}

impl<'de, S: Sink> DeserializeSeed<'de> for Records<'_, '_, S> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, S: Sink> Visitor<'de> for Records<'_, '_, S> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of resources, or an object of such arrays")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let Self { scan, kind, name } = self;
        let Some(kind) = kind else {
            while items.next_element::<IgnoredAny>()?.is_some() {
                scan.unused(name.as_deref());
            }
            return Ok(());
        };
        loop {
            let mut record = scan.new_record(kind);
            let value = Value { record: &mut record, path: &mut scan.path };
            if items.next_element_seed(value)?.is_none() {
                scan.number -= 1;
                return Ok(());
            }
            scan.give(record)?;
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { scan, kind, name } = self;
        let mut record: Option<Record> = None;
        while let Some(key) = map.next_key::<String>()? {
            let own_kind = Kind::named(&key);
            if let (None, None, Some(_)) = (&name, &record, own_kind) {
                map.next_value_seed(Records { scan, kind: own_kind, name: Some(key) })?;
            } else if let Some(kind) = kind {
                // The object is itself a record.
                let record = record.get_or_insert_with(|| scan.new_record(kind));
                scan.path.push(&key);
                map.next_value_seed(Value { record, path: &mut scan.path })?;
                scan.path.pop();
            } else if name.is_some() {
                map.next_value::<IgnoredAny>()?;
            } else {
                map.next_value_seed(Records { scan, kind: None, name: Some(key) })?;
            }
        }
        match record {
            Some(record) => scan.give(record),
            None if kind.is_none() && name.is_some() => {
                scan.unused(name.as_deref());
                Ok(())
            }
            None => Ok(()),
        }
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }
}

/// A value somewhere in a record.
struct Value<'a> {
    record: &'a mut Record,
    path: &'a mut record::Path,
}

impl Value<'_> {
    fn put(&mut self, text: &str) {
        let (top, leaf) = self.path.ends();
        let field = self.record.kind.field(top, leaf);
        match field {
            _ if leaf.is_empty() => {
                self.record.spoil(Fault::new(FindingCode::MalformedRow).detail("not an object"));
            }
            Some(field) => self.record.put(field, text),
            None if text.len() > LONGEST_TEXT => self.record.spoil(Fault::new(FindingCode::FieldTooLong)),
            None => {}
        }
    }
}

impl<'de> DeserializeSeed<'de> for Value<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Value<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let Self { record, path } = self;
        while items.next_element_seed(Value { record: &mut *record, path: &mut *path })?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { record, path } = self;
        while let Some(key) = map.next_key::<String>()? {
            path.push(&key);
            map.next_value_seed(Value { record: &mut *record, path: &mut *path })?;
            path.pop();
        }
        Ok(())
    }

    fn visit_unit<E: Error>(mut self) -> Result<(), E> {
        // A null says nothing, but is no record either.
        if self.path.depth() == 0 {
            self.put("");
        }
        Ok(())
    }

    fn visit_bool<E: Error>(mut self, value: bool) -> Result<(), E> {
        self.put(if value { "true" } else { "false" });
        Ok(())
    }

    fn visit_u64<E: Error>(mut self, value: u64) -> Result<(), E> {
        self.put(&value.to_string());
        Ok(())
    }

    fn visit_i64<E: Error>(mut self, value: i64) -> Result<(), E> {
        self.put(&value.to_string());
        Ok(())
    }

    fn visit_f64<E: Error>(mut self, value: f64) -> Result<(), E> {
        self.put(&value.to_string());
        Ok(())
    }

    fn visit_str<E: Error>(mut self, value: &str) -> Result<(), E> {
        self.put(value);
        Ok(())
    }
}
