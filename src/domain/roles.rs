//! Roles and ranks.

/// Declares an enumeration whose members have one spelling for JSON, OpenAPI and the database.
macro_rules! words {
    ($($(#[doc = $doc:literal])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal,)* })*) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant,)* }

        impl $name {
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// `None` when no member is spelled so.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
                let word = String::deserialize(deserializer)?;
                Self::from_word(&word).ok_or_else(|| serde::de::Error::unknown_variant(&word, &[$($word),*]))
            }
        }

        impl utoipa::ToSchema for $name {}

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                utoipa::openapi::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::schema::Type::String)
                    .description(Some(concat!($($doc),*).trim()))
                    .enum_values(Some([$($word),*]))
                    .into()
            }
        }
    )*};
}
pub(crate) use words;

words! {
    /// What somebody is on the server: a manager looks after people and
    /// invites, an admin after the server too.
    ServerRole {
        User = "user",
        Manager = "manager",
        Admin = "admin",
    }

    /// What somebody is in a workspace, lowest first.
    WorkspaceRole {
        Guest = "guest",
        Member = "member",
        Moderator = "moderator",
        Admin = "admin",
        Owner = "owner",
    }

    /// What somebody is in a group.
    GroupRole {
        Member = "member",
        Moderator = "moderator",
        Admin = "admin",
    }

    /// What an invite makes of who takes it.
    InviteRole {
        Guest = "guest",
        Member = "member",
    }
}

/// How high somebody stands in one group, taken from both their workspace role
/// and their role in the group; whoever acts on a person must stand higher.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    Guest,
    Member,
    Moderator,
    Admin,
    Owner,
}

impl Rank {
    pub fn of(workspace: WorkspaceRole, group: Option<GroupRole>) -> Self {
        let there = match workspace {
            WorkspaceRole::Guest => Self::Guest,
            WorkspaceRole::Member => Self::Member,
            WorkspaceRole::Moderator => Self::Moderator,
            WorkspaceRole::Admin => Self::Admin,
            WorkspaceRole::Owner => Self::Owner,
        };
        let here = match group {
            // A guest stays a guest, whatever a group would make of them.
            _ if workspace == WorkspaceRole::Guest => Self::Guest,
            Some(GroupRole::Admin) => Self::Admin,
            Some(GroupRole::Moderator) => Self::Moderator,
            Some(GroupRole::Member) | None => Self::Guest,
        };
        there.max(here)
    }

    /// The word for it in a group.
    pub fn group_role(self) -> GroupRole {
        match self {
            Self::Guest | Self::Member => GroupRole::Member,
            Self::Moderator => GroupRole::Moderator,
            Self::Admin | Self::Owner => GroupRole::Admin,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_higher_of_two_roles_counts_but_a_guest_stays_a_guest() {
        assert_eq!(Rank::of(WorkspaceRole::Member, Some(GroupRole::Admin)), Rank::Admin);
        assert_eq!(Rank::of(WorkspaceRole::Owner, Some(GroupRole::Moderator)), Rank::Owner);
        assert_eq!(Rank::of(WorkspaceRole::Moderator, None), Rank::Moderator);
        assert_eq!(Rank::of(WorkspaceRole::Guest, Some(GroupRole::Admin)), Rank::Guest);
    }
}
