//! Single values of elements: texts, identifiers, dates, numbers, descriptors.

use super::element::{Element, Fields, fault};
use crate::edfi::record::Fault;
use chrono::NaiveDate;
use homeroom::{
    FindingCode, InvalidId,
    mentoring::{Descriptor, DescriptorTerm, DescriptorUri, InterventionDosage, PublishedText},
    shape,
};

/// A plain text as it stands.
pub(super) fn text<'e>(element: &'e Element, name: &'static str) -> Result<&'e str, Fault> {
    if element.children.is_empty() {
        return Ok(&element.text);
    }
    Err(fault(FindingCode::MalformedRow, name).detail("an element where a value should be"))
}

/// A value: a text without the white space around it, and not empty.
fn value<'e>(element: &'e Element, name: &'static str) -> Result<&'e str, Fault> {
    let value = text(element, name)?.trim();
    if value.is_empty() { Err(fault(FindingCode::MissingValue, name)) } else { Ok(value) }
}

fn parsed<T>(
    element: &Element,
    name: &'static str,
    code: FindingCode,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Result<T, Fault> {
    let value = value(element, name)?;
    parse(value).ok_or_else(|| fault(code, name).detail(shape(value)))
}

/// A whole number as Ed-Fi writes it, with a sign only where it is negative.
fn number<T: std::str::FromStr>(element: &Element, name: &'static str) -> Result<T, Fault> {
    parsed(element, name, FindingCode::InvalidNumber, |text| {
        let digits = text.strip_prefix('-').unwrap_or(text);
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
    })
}

impl<'e> Fields<'e> {
    /// An identifier, which must be there.
    pub(super) fn id<T>(
        &self,
        name: &'static str,
        new: impl FnOnce(&'e str) -> Result<T, InvalidId>,
    ) -> Result<T, Fault> {
        let id = value(self.need(name)?, name)?;
        new(id).map_err(|why| fault(FindingCode::InvalidId, name).detail(why))
    }

    /// A published text, where there is one.
    pub(super) fn published(&self, name: &'static str) -> Result<Option<PublishedText>, Fault> {
        self.one(name).map(|element| text(element, name).map(PublishedText::new)).transpose()
    }

    /// A published text, which must be there.
    pub(super) fn need_published(&self, name: &'static str) -> Result<PublishedText, Fault> {
        text(self.need(name)?, name).map(PublishedText::new)
    }

    /// All published texts of a name.
    pub(super) fn all_published(&self, name: &'static str) -> Result<Vec<PublishedText>, Fault> {
        self.all(name).map(|element| text(element, name).map(PublishedText::new)).collect()
    }

    /// A date, where there is one.
    pub(super) fn date(&self, name: &'static str) -> Result<Option<NaiveDate>, Fault> {
        let date = |element| {
            parsed(element, name, FindingCode::InvalidDate, |text| crate::iso::date(text.as_bytes()))
        };
        self.one(name).map(date).transpose()
    }

    /// A date, which must be there.
    pub(super) fn need_date(&self, name: &'static str) -> Result<NaiveDate, Fault> {
        self.date(name)?.ok_or_else(|| fault(FindingCode::MissingValue, name))
    }

    /// A year of four digits, where there is one.
    pub(super) fn year(&self, name: &'static str) -> Result<Option<u16>, Fault> {
        let year = |text: &str| (text.len() == 4).then(|| text.parse().ok()).flatten();
        self.one(name)
            .map(|element| {
                number::<u16>(element, name)?;
                parsed(element, name, FindingCode::InvalidNumber, year)
            })
            .transpose()
    }

    /// A whole number, where there is one.
    pub(super) fn number<T: std::str::FromStr>(&self, name: &'static str) -> Result<Option<T>, Fault> {
        self.one(name).map(|element| number(element, name)).transpose()
    }

    /// A number of minutes, where there is one.
    pub(super) fn dosage(&self, name: &'static str) -> Result<Option<InterventionDosage>, Fault> {
        let minutes = self.number::<u32>(name)?;
        let dosage = minutes.map(InterventionDosage::minutes).transpose();
        dosage.map_err(|why| fault(FindingCode::InvalidNumber, name).detail(why))
    }

    /// `true` or `false`, where one is said.
    pub(super) fn flag(&self, name: &'static str) -> Result<Option<bool>, Fault> {
        let flag = |text: &str| match text {
            "true" | "1" => Some(true),
            "false" | "0" => Some(false),
            _ => None,
        };
        self.one(name).map(|element| parsed(element, name, FindingCode::InvalidNumber, flag)).transpose()
    }

    /// All descriptors of a name.
    pub(super) fn uris(&self, name: &'static str) -> Result<Vec<DescriptorUri>, Fault> {
        let uri = |element| {
            parsed(element, name, FindingCode::InvalidDescriptor, |text| DescriptorUri::new(text).ok())
        };
        self.all(name).map(uri).collect()
    }

    /// A descriptor, where there is one.
    pub(super) fn uri(&self, name: &'static str) -> Result<Option<DescriptorUri>, Fault> {
        Ok(self.uris(name)?.pop())
    }

    /// All descriptors of a name, with the standard's terms.
    pub(super) fn descriptors<T: DescriptorTerm>(
        &self,
        name: &'static str,
    ) -> Result<Vec<Descriptor<T>>, Fault> {
        Ok(self.uris(name)?.into_iter().map(Descriptor::from).collect())
    }

    /// A descriptor with the standard's terms, which must be there.
    pub(super) fn descriptor<T: DescriptorTerm>(&self, name: &'static str) -> Result<Descriptor<T>, Fault> {
        self.uri(name)?.map(Descriptor::from).ok_or_else(|| fault(FindingCode::MissingValue, name))
    }
}
