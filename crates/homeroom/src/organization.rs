//! Schools, districts, networks of districts and their community partners.

use crate::{DistrictId, NetworkId, PartnerId, SchoolId};
use serde::{Deserialize, Serialize};

/// A school (CEDS K12 School; Ed-Fi `School`). Its name is public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct School {
    /// Its identifier.
    pub id: SchoolId,
    /// Its public name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The district that runs it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<DistrictId>,
}

/// A district (CEDS Local Education Agency).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct District {
    /// Its identifier.
    pub id: DistrictId,
    /// Its public name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The network it works in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<NetworkId>,
}

/// A network of districts that works as one, such as a success-mentors collaborative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Network {
    /// Its identifier.
    pub id: NetworkId,
    /// Its public name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// A community partner: an organisation outside the districts whose people mentor students.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommunityPartner {
    /// Its identifier.
    pub id: PartnerId,
    /// Its public name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The districts it works with.
    #[serde(default)]
    pub districts: Vec<DistrictId>,
}
