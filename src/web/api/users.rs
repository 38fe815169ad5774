//! People.

use actix_web::web::{Data, Json, Path};
use serde::Deserialize;
use utoipa::IntoParams;

use super::list::{ListQuery, Listed, ids as parse_ids};
use crate::commands::App;
use crate::domain::people::Profile;
use crate::domain::{Person, UserId};
use crate::error::{Error, Result};
use crate::store::{access, users};
use crate::web::query::Query;
use crate::web::signed_in::SignedIn;

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PeopleQuery {
    /// Up to 100 ids, joined by commas: just these people, in this order; who is not known to me is left out.
    ids: Option<String>,
    /// Only who has this in name or username. Up to 256 characters.
    #[serde(default)]
    query: String,
    /// The `next_cursor` of the stretch before.
    cursor: Option<String>,
    /// 1 to 100, 50 unless told otherwise.
    limit: Option<u32>,
}

/// The people I may know, by name: who shares a workspace with me; for a guest, a group.
#[utoipa::path(get, path = "/users", tag = "people",
    params(PeopleQuery), responses((status = 200, body = Listed<Person>)))]
pub async fn list(app: Data<App>, me: SignedIn, query: Query<PeopleQuery>) -> Result<Json<Listed<Person>>> {
    let PeopleQuery { ids, query, cursor, limit } = query.into_inner();
    if let Some(ids) = ids {
        let ids = parse_ids("ids", &ids)?;
        let found = app.store.read(move |tx| {
            let who = access::active_user(tx, me.asker)?;
            let mut found = Vec::with_capacity(ids.len());
            for id in ids {
                if let Ok(known) = access::acquaintance(tx, &who, id) {
                    found.push(users::profile_of(tx, &known)?);
                }
            }
            Ok(found)
        });
        return Ok(Json(Listed::whole(present(&app, found.await?))));
    }
    let stretch = ListQuery { query, cursor, limit }.parse()?;
    let limit = stretch.limit;
    let found = app
        .store
        .read(move |tx| {
            let who = access::active_user(tx, me.asker)?;
            users::directory(tx, &who, &stretch.query, &stretch.after, limit + 1)
        })
        .await?;
    let Listed { items, next_cursor } = Listed::stretch(found, limit, |profile| profile);
    Ok(Json(Listed { items: present(&app, items), next_cursor }))
}

/// People as they look at this moment.
pub fn present(app: &App, profiles: Vec<Profile>) -> Vec<Person> {
    let (users, chosen): (Vec<_>, Vec<_>) = profiles.into_iter().map(|p| (p.user, p.chosen)).unzip();
    let statuses = app.hub.statuses(&chosen);
    users.into_iter().zip(statuses).map(|(user, status)| Person { user, status }).collect()
}

/// One person.
#[utoipa::path(get, path = "/users/{user_id}", tag = "people",
    params(("user_id" = UserId, Path)), responses((status = 200, body = Person)))]
pub async fn show(app: Data<App>, me: SignedIn, user_id: Path<UserId>) -> Result<Json<Person>> {
    let found = app.store.read(move |tx| {
        let who = access::active_user(tx, me.asker)?;
        users::profile_of(tx, &access::acquaintance(tx, &who, *user_id)?)
    });
    let person = present(&app, vec![found.await?]).pop();
    person.map(Json).ok_or(Error::NotFound("person"))
}
