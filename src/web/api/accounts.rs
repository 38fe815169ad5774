//! Coming in: set-up, sign-up, sign-in.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::commands::accounts::{self, Applicant};
use crate::commands::{self, App};
use crate::domain::{Me, Session};
use crate::error::Result;
use crate::web::body::Body;
use crate::web::{cookies, peer};

/// A device that has just been signed in.
#[derive(Serialize, ToSchema)]
pub struct SignedInAnswer {
    me: Me,
    session: Session,
    /// Only if it was asked for; a browser gets a cookie instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<String>,
}

/// A script gets the token and no cookie; a browser the cookie and no token, so that its pages never hold one.
fn answer(app: &App, signed_in: commands::accounts::SignedIn, wants_token: bool) -> HttpResponse {
    let mut answer = HttpResponse::Created();
    let commands::accounts::SignedIn { me, session, token } = signed_in;
    let shown = if wants_token {
        Some(token.reveal().to_owned())
    } else {
        answer.cookie(cookies::session(app, &token));
        answer.cookie(cookies::device(app, me.id));
        None
    };
    answer.json(SignedInAnswer { me, session, token: shown })
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetUp {
    /// The one-time code that the server prints when it starts.
    code: String,
    workspace_name: String,
    /// What the primary group is called: "Lounge" unless told otherwise.
    #[serde(default)]
    group_name: Option<String>,
    name: String,
    username: String,
    #[serde(default)]
    email: Option<String>,
    password: String,
    /// Answer with a token instead of a cookie.
    #[serde(default)]
    token: bool,
}

/// Make the first admin, the workspace and the primary group. Once in a server's life.
#[utoipa::path(post, path = "/setup", tag = "coming in",
    request_body = SetUp, responses((status = 201, body = SignedInAnswer)), security(()))]
pub async fn set_up(app: Data<App>, request: HttpRequest, body: Body<SetUp>) -> Result<HttpResponse> {
    let SetUp { code, workspace_name, group_name, name, username, email, password, token } = body.0;
    let admin = Applicant { name, username, email, password };
    let from = peer::from(&request, &app.config);
    let signed_in = accounts::set_up(&app, &code, &workspace_name, group_name.as_deref(), admin, from).await?;
    tracing::info!("the server is set up");
    Ok(answer(&app, signed_in, token))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignUp {
    /// Of an invite; may be left out while sign-up is open.
    #[serde(default)]
    invite_code: Option<String>,
    name: String,
    username: String,
    #[serde(default)]
    email: Option<String>,
    /// 10 to 256 bytes.
    password: String,
    /// Answer with a token instead of a cookie.
    #[serde(default)]
    token: bool,
}

/// Make an account: by invite, or without one while sign-up is open.
#[utoipa::path(post, path = "/sign_up", tag = "coming in",
    request_body = SignUp, responses((status = 201, body = SignedInAnswer)), security(()))]
pub async fn sign_up(app: Data<App>, request: HttpRequest, body: Body<SignUp>) -> Result<HttpResponse> {
    let SignUp { invite_code, name, username, email, password, token } = body.0;
    let applicant = Applicant { name, username, email, password };
    let from = peer::from(&request, &app.config);
    let signed_in = accounts::sign_up(&app, invite_code.as_deref(), applicant, from).await?;
    Ok(answer(&app, signed_in, token))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// Username or e-mail address.
    login: String,
    password: String,
    /// Answer with a token instead of a cookie.
    #[serde(default)]
    token: bool,
}

/// Sign in.
#[utoipa::path(post, path = "/sessions", tag = "coming in",
    request_body = SignIn, responses((status = 201, body = SignedInAnswer)), security(()))]
pub async fn sign_in(app: Data<App>, request: HttpRequest, body: Body<SignIn>) -> Result<HttpResponse> {
    let SignIn { login, password, token } = body.0;
    let known = cookies::known_device(&request, &app);
    let from = peer::from(&request, &app.config);
    let signed_in = accounts::sign_in(&app, &login, &password, known, from).await?;
    Ok(answer(&app, signed_in, token))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignInToDemo {
    /// From a link that the demo printed.
    token: String,
}

/// Come in by a link that a demo printed. Elsewhere this does not exist.
#[utoipa::path(post, path = "/demo/sign_in", tag = "coming in",
    request_body = SignInToDemo, responses((status = 201, body = SignedInAnswer)), security(()))]
pub async fn sign_in_to_demo(app: Data<App>, request: HttpRequest, body: Body<SignInToDemo>) -> Result<HttpResponse> {
    let from = peer::from(&request, &app.config);
    let signed_in = accounts::sign_in_to_demo(&app, &body.0.token, from).await?;
    Ok(answer(&app, signed_in, false))
}
