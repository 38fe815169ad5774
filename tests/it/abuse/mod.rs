//! What somebody may try. Each test names its case in the list of abuses.

mod invites;
mod membership;
mod names;
mod page;
mod passwords;
mod ranks;
mod resources;
mod sessions;
mod sites;
mod talk;

use crate::harness::*;

/// A browser in which somebody is signed in: it has cookies, and no token.
struct Browser {
    stranger: Person,
    origin: String,
    /// As a browser sends them.
    cookies: String,
}

impl Browser {
    async fn of(server: &mut TestServer, name: &str) -> Self {
        server.person(name).await;
        let stranger = server.stranger();
        let input = json!({ "login": name, "password": PASSWORD });
        let request = stranger.request(Method::POST, "/sessions").header("origin", server.origin()).json(&input);
        let answer = stranger.send(request).await;
        assert_eq!(answer.status, 201);
        let set = answer.headers.get_all("set-cookie").iter();
        let pairs: Vec<String> = set.map(|one| one.to_str().unwrap().split(';').next().unwrap().to_owned()).collect();
        Self { stranger, origin: server.origin(), cookies: pairs.join("; ") }
    }

    /// A request with the cookies alone, as any page could bring it about.
    fn brought(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.stranger.at(method, path).header("cookie", &self.cookies)
    }

    /// A request from our own page.
    fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.brought(method, &format!("/api/v1{path}")).header("origin", &self.origin)
    }
}

/// What an answer says but for its own number.
fn plain(answer: Answer) -> (u16, Vec<(String, String)>, Value) {
    let mut body = answer.body;
    if let Some(problem) = body.as_object_mut() {
        problem.remove("request_id");
    }
    let headers = answer.headers.iter().filter(|(name, _)| !["date", "x-request-id"].contains(&name.as_str()));
    let mut headers: Vec<(String, String)> =
        headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect();
    headers.sort();
    (answer.status, headers, body)
}

/// A code that lets any number of people into the lounge.
async fn code(server: &mut TestServer, wanted: Value) -> String {
    let path = format!("/groups/{}/invites", server.lounge);
    text(&server.person("olive").await.post(&path, wanted).await.expect(201)["code"])
}

fn applicant(code: &str, username: &str) -> Value {
    json!({ "invite_code": code, "name": "New", "username": username, "password": PASSWORD, "token": true })
}
