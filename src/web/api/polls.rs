//! Questions with answers to choose from. They are asked as messages are sent; see `messages.rs`.

use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::list;
use crate::commands::App;
use crate::commands::polls::{self as commands, Voted, Wanted};
use crate::domain::poll::Poll;
use crate::domain::{Message, MessageId, Timestamp, User, UserId};
use crate::error::{Error, Result};
use crate::store::{access, polls};
use crate::web::body::Body;
use crate::web::query::Query;
use crate::web::signed_in::SignedIn;

/// A poll to be asked with a message, whose text is the question.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AskPoll {
    /// 2 to 20 answers of 1 to 100 characters, each different from the others.
    options: Vec<String>,
    /// Whether one may choose several.
    #[serde(default)]
    is_multiple: bool,
    /// Whether nobody is told who chose what.
    #[serde(default)]
    is_anonymous: bool,
    /// When it closes by itself: in the future, within a year.
    closes_at: Option<Timestamp>,
}

impl From<AskPoll> for Wanted {
    fn from(AskPoll { options, is_multiple, is_anonymous, closes_at }: AskPoll) -> Self {
        Self { options, is_multiple, is_anonymous, closes_at }
    }
}

/// A poll as it stands, and what I have chosen in it.
#[derive(Serialize, ToSchema)]
pub struct VoteAnswer {
    poll: Poll,
    option_ids: Vec<i64>,
}

async fn vote(app: &App, me: SignedIn, path: (MessageId, i64), on: bool) -> Result<Json<VoteAnswer>> {
    let Voted { poll, option_ids } = commands::vote(app, me.asker, path.0, path.1, on).await?;
    Ok(Json(VoteAnswer { poll, option_ids }))
}

/// Choose an answer; where only one may be chosen, the one before goes.
#[utoipa::path(put, path = "/messages/{message_id}/votes/{option_id}", tag = "polls",
    params(("message_id" = MessageId, Path), ("option_id" = i64, Path)), responses((status = 200, body = VoteAnswer)))]
pub async fn choose(app: Data<App>, me: SignedIn, path: Path<(MessageId, i64)>) -> Result<Json<VoteAnswer>> {
    vote(&app, me, path.into_inner(), true).await
}

/// Take my choice of an answer back.
#[utoipa::path(delete, path = "/messages/{message_id}/votes/{option_id}", tag = "polls",
    params(("message_id" = MessageId, Path), ("option_id" = i64, Path)), responses((status = 200, body = VoteAnswer)))]
pub async fn take_back(app: Data<App>, me: SignedIn, path: Path<(MessageId, i64)>) -> Result<Json<VoteAnswer>> {
    vote(&app, me, path.into_inner(), false).await
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct VotersQuery {
    /// Only people after this one: the `next_after` of the stretch before.
    after: Option<UserId>,
    /// 1 to 100, 50 unless told otherwise.
    limit: Option<u32>,
}

/// People who chose an answer.
#[derive(Serialize, ToSchema)]
pub struct Voters {
    items: Vec<User>,
    /// `null` at the end.
    next_after: Option<UserId>,
}

/// Who chose an answer; of an anonymous poll nobody is told.
#[utoipa::path(get, path = "/messages/{message_id}/votes/{option_id}", tag = "polls",
    params(("message_id" = MessageId, Path), ("option_id" = i64, Path), VotersQuery), responses((status = 200, body = Voters)))]
pub async fn voters(
    app: Data<App>,
    me: SignedIn,
    path: Path<(MessageId, i64)>,
    query: Query<VotersQuery>,
) -> Result<Json<Voters>> {
    let limit = list::limit(query.limit)?;
    let after = query.after.unwrap_or(UserId::from_uuid(uuid::Uuid::nil()));
    let (message, option) = path.into_inner();
    let found = app.store.read(move |tx| {
        let reader = access::reader_of_message(tx, me.asker, message)?;
        let mut items = polls::voters(tx, &reader, message, option, after, limit + 1)?;
        let has_more = items.len() > limit as usize;
        items.truncate(limit as usize);
        let next_after = if has_more { items.last().map(|user| user.id) } else { None };
        Ok(Voters { items, next_after })
    });
    found.await.map(Json)
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OwnVotesQuery {
    /// Up to 100 ids of messages, joined by commas.
    message_ids: String,
}

/// What I have chosen in one poll.
#[derive(Serialize, ToSchema)]
pub struct OwnVotes {
    message_id: MessageId,
    option_ids: Vec<i64>,
    /// The poll's, of which this is the account: the greater is the newer.
    revision: i64,
}

#[derive(Serialize, ToSchema)]
pub struct OwnVotesList {
    items: Vec<OwnVotes>,
}

/// What I have chosen in these polls; what I may not read is left out.
#[utoipa::path(get, path = "/votes", tag = "polls",
    params(OwnVotesQuery), responses((status = 200, body = OwnVotesList)))]
pub async fn own(app: Data<App>, me: SignedIn, query: Query<OwnVotesQuery>) -> Result<Json<OwnVotesList>> {
    let ids: Vec<MessageId> = list::ids("message_ids", &query.message_ids)?;
    let found = app.store.read(move |tx| {
        access::active_user(tx, me.asker)?;
        let mut items = Vec::new();
        for message_id in ids {
            match access::reader_of_message(tx, me.asker, message_id) {
                Ok(reader) => {
                    let own = polls::own_votes(tx, &reader, message_id)?;
                    items.extend(own.map(|(option_ids, revision)| OwnVotes { message_id, option_ids, revision }));
                }
                Err(Error::NotFound(_)) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(OwnVotesList { items })
    });
    found.await.map(Json)
}

/// Close a poll for good: mine, or as a moderator anybody's.
#[utoipa::path(post, path = "/messages/{message_id}/poll/close", tag = "polls",
    params(("message_id" = MessageId, Path)), responses((status = 200, body = Poll)))]
pub async fn close(app: Data<App>, me: SignedIn, message_id: Path<MessageId>) -> Result<Json<Poll>> {
    commands::close(&app, me.asker, *message_id).await.map(Json)
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangePoll {
    /// The message's version that the change is based on; an older one is refused with the message as it stands.
    version: i64,
    /// The question: 1 to 300 characters.
    content: String,
    /// 2 to 20 answers of 1 to 100 characters, each different from the others.
    options: Vec<String>,
}

/// Change question and answers of my poll, as long as nobody has voted.
#[utoipa::path(put, path = "/messages/{message_id}/poll", tag = "polls",
    params(("message_id" = MessageId, Path)), request_body = ChangePoll, responses((status = 200, body = Message)))]
pub async fn change(
    app: Data<App>,
    me: SignedIn,
    message_id: Path<MessageId>,
    body: Body<ChangePoll>,
) -> Result<Json<Message>> {
    let ChangePoll { version, content, options } = body.0;
    commands::change(&app, me.asker, *message_id, version, &content, &options).await.map(Json)
}
