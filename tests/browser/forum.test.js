/** Forum groups: posts with titles, tags, solving, moving; and groups named in texts. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { composer, House, messages, PHONE, picture, row, see, seeNot, until } from "./house.js";

/** @type {House} */
let house;
let ines;
let ruth;
const STILL = { reducedMotion: "reduce" };

before(async () => {
  house = await House.open();
  ines = await house.visitor(STILL);
  const link = await house.setUp(ines);
  ruth = await house.visitor(STILL);
  await house.accept(ruth, link, "Ruth Okafor", "ruth");
});
after(() => house?.close());
afterEach(() => house.quiet());

const api = (page, method, path, body) => page.evaluate(async ([how, where, what]) => {
  const response = await fetch(`/api/v1${where}`, { method: how, headers: { "content-type": "application/json" }, body: what && JSON.stringify(what) });
  if (!response.ok) throw new Error(`${where}: ${response.status} ${await response.text()}`);
  return response.status === 204 ? null : response.json();
}, [method, path, body]);

const posts = (page) => page.getByRole("list", { name: "Posts" }).getByRole("listitem");
const postRow = (page, title) => posts(page).filter({ has: page.getByRole("link", { name: title }) });
const thread = (page) => page.getByRole("complementary", { name: "Thread" }).or(page.getByRole("main", { name: "Thread" }));
const heading = (page, name) => page.getByRole("main").getByRole("heading", { name, level: 1 });

/** A forum with Ruth in it, made through the API. */
async function forum(name, change = {}) {
  const { workspaces } = await api(ines, "GET", "/bootstrap");
  const { id } = await ruth.evaluate(() => fetch("/api/v1/me").then((answer) => answer.json()));
  return api(ines, "POST", `/workspaces/${workspaces[0].id}/groups`, { name, kind: "forum", member_ids: [id], ...change });
}

const send = (page, forumId, title, content, more = {}) => api(page, "POST", `/groups/${forumId}/messages`,
  { client_id: crypto.randomUUID(), title, content, ...more }).then((answer) => answer.message);

const reply = (page, post, content) => api(page, "POST", `/messages/${post.id}/replies`, { client_id: crypto.randomUUID(), content });

test("a forum is made, says that it is empty, and its first post opens with a place to reply", async () => {
  await ines.getByRole("button", { name: "Browse or create a group" }).click();
  await ines.getByRole("dialog").getByRole("button", { name: "Create a group" }).click();
  await ines.getByRole("dialog").getByLabel("Name", { exact: true }).fill("Questions");
  await ines.getByRole("radio", { name: /Forum/u }).check();
  await picture(ines, "forum-create");
  await ines.getByRole("dialog").getByRole("button", { name: "Create", exact: true }).click();
  await see(heading(ines, "Questions"));
  await see(ines.getByRole("heading", { name: "Nobody has posted anything yet" }));
  await picture(ines, "forum-empty");

  await ines.getByRole("button", { name: "New post" }).first().click();
  const dialog = ines.getByRole("dialog", { name: "New post" });
  await dialog.getByLabel("Title").fill("How does the kiln open?");
  await dialog.getByLabel("Text").fill("It **does not**, whatever I try.");
  await dialog.getByRole("button", { name: "Post", exact: true }).click();
  await see(thread(ines).getByRole("heading", { name: "How does the kiln open?" }));
  await see(postRow(ines, "How does the kiln open?").getByText("It does not, whatever I try."));
  assert.match(ines.url(), /\/g\/[^/]+\/t\/[^/]+$/u);
  await thread(ines).getByRole("textbox").fill("Turn it left.");
  await thread(ines).getByRole("textbox").press("Enter");
  await see(postRow(ines, "How does the kiln open?").getByText("1 reply"));
  await thread(ines).getByRole("button", { name: "Close" }).click();
  await seeNot(thread(ines));
});

test("what was begun is kept, and a post without a title is not sent", async () => {
  await row(ines, "Questions").click();
  await ines.getByRole("button", { name: "New post" }).first().click();
  const dialog = ines.getByRole("dialog", { name: "New post" });
  await dialog.getByLabel("Text").fill("Where is the shovel?");
  await dialog.getByRole("button", { name: "Post", exact: true }).click();
  await see(dialog.getByText("Please fill this in."));
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await ines.getByRole("button", { name: /New post.*draft/u }).click();
  assert.equal(await dialog.getByLabel("Text").inputValue(), "Where is the shovel?");
  await dialog.getByLabel("Text").fill("");
  await dialog.getByRole("button", { name: "Cancel" }).click();
});

test("posts are sorted, chosen by tag and by what is solved, and the address says how", async () => {
  const garden = await forum("Garden");
  let made;
  for (const [name, colour] of [["Kiln", "red"], ["Glaze", "blue"]]) made = await api(ines, "POST", `/groups/${garden.id}/tags`, { name, colour });
  const tag = (name) => made.tags.find((one) => one.name === name).id;
  const old = await send(ines, garden.id, "An old one", "Some words about the weather, which is what one talks about.", { tag_ids: [tag("Kiln")] });
  await send(ruth, garden.id, "A newer one", "And some about glazes.", { tag_ids: [tag("Glaze"), tag("Kiln")] });
  const rules = await send(ines, garden.id, "House rules", "Be kind.");
  await api(ines, "PUT", `/messages/${rules.id}/pin`);
  await reply(ruth, old, "so it is");
  await row(ines, "Garden").click();
  await see(postRow(ines, "A newer one"));
  assert.deepEqual(await posts(ines).getByRole("heading").allInnerTexts(), ["House rules", "An old one", "A newer one"]);
  await picture(ines, "forum-list");

  await ines.getByLabel("Sort posts").selectOption("date");
  await until(ines, () => [...document.querySelectorAll(".post h2")].map((one) => one.textContent).join() === "House rules,A newer one,An old one");
  assert.equal(new URL(ines.url()).search, "?sort=date");
  await ines.getByRole("button", { name: "Glaze" }).click();
  await until(ines, () => document.querySelectorAll(".post").length === 1);
  await ines.reload();
  await see(postRow(ines, "A newer one"));
  assert.equal(await posts(ines).count(), 1);
  await ines.getByRole("button", { name: "Glaze" }).click();

  await postRow(ines, "An old one").getByRole("link").click();
  await thread(ines).getByRole("button", { name: "Mark as solved" }).click();
  await see(thread(ines).getByRole("button", { name: "Not solved after all" }));
  await see(postRow(ines, "An old one").getByText("Solved"));
  await thread(ines).getByRole("button", { name: "Close" }).click();
  await ines.getByRole("combobox", { name: "Which posts" }).selectOption("yes");
  await until(ines, () => document.querySelectorAll(".post").length === 1);
  await ines.getByRole("combobox", { name: "Which posts" }).selectOption("");
});

test("a reply that solves a post is marked from its menu, and the post leads to it", async () => {
  const [garden] = (await api(ruth, "GET", "/groups")).items.filter((one) => one.name === "Garden");
  const post = await send(ruth, garden.id, "Which shovel?", "There are two.");
  await reply(ines, post, "The round one.");
  await ruth.goto(`${house.server.url}/g/${garden.id}/t/${post.id}`);
  const answer = thread(ruth).locator("article").filter({ hasText: "The round one." });
  await answer.hover();
  await answer.getByRole("button", { name: "More", exact: true }).click();
  await ruth.getByRole("menuitem", { name: "This solves it" }).click();
  await see(thread(ruth).getByRole("link", { name: "Go to the reply that solved it" }));
  await see(thread(ruth).getByText("Solved", { exact: true }));
  await picture(ruth, "forum-post");
});

test("new posts and replies elsewhere are counted above the list, and the row moves when that is pressed", async () => {
  const [garden] = (await api(ines, "GET", "/groups")).items.filter((one) => one.name === "Garden");
  await row(ines, "Garden").click();
  await see(postRow(ines, "Which shovel?"));
  await send(ruth, garden.id, "Something new", "Look.");
  await ines.getByRole("button", { name: "1 post has something new" }).click();
  await see(postRow(ines, "Something new").getByText("New", { exact: true }));
  await seeNot(ines.getByRole("button", { name: /something new/u }));
});

test("unread posts make a forum bold until its list was looked at", async () => {
  const [garden] = (await api(ines, "GET", "/groups")).items.filter((one) => one.name === "Garden");
  await row(ruth, "Lounge").click();
  await see(heading(ruth, "Lounge"));
  await send(ines, garden.id, "For Ruth", "@ruth, look");
  await see(row(ruth, "Garden").getByText("1 unread mention"));
  await row(ruth, "Garden").click();
  await see(postRow(ruth, "For Ruth"));
  await row(ruth, "Lounge").click();
  await seeNot(row(ruth, "Garden").getByText("1 unread mention"));
});

test("tags are made, renamed and removed by who moderates", async () => {
  await row(ines, "Questions").click();
  await ines.getByRole("button", { name: "Tags of this forum" }).click();
  const dialog = ines.getByRole("dialog", { name: "Tags of this forum" });
  await dialog.getByLabel("Name", { exact: true }).fill("Urgent");
  await dialog.getByLabel("Colour", { exact: true }).selectOption("red");
  await dialog.getByRole("button", { name: "Add tag" }).click();
  await see(dialog.getByLabel("Name of the tag Urgent"));
  await picture(ines, "forum-tags");
  await dialog.getByLabel("Name of the tag Urgent").fill("Pressing");
  await dialog.getByLabel("Name of the tag Urgent").press("Tab");
  await see(dialog.getByLabel("Name of the tag Pressing"));
  await dialog.getByRole("button", { name: "Close" }).click();
  await see(ines.getByRole("button", { name: "Pressing" }));
  await row(ruth, "Garden").click();
  await see(heading(ruth, "Garden"));
  assert.equal(await ruth.getByRole("button", { name: "Tags of this forum" }).count(), 0);
});

test("a post is renamed, and who was slower is shown how it stands", async () => {
  const [garden] = (await api(ruth, "GET", "/groups")).items.filter((one) => one.name === "Garden");
  const post = await send(ruth, garden.id, "Teh typo", "Oh.");
  await ruth.goto(`${house.server.url}/g/${garden.id}/t/${post.id}`);
  await thread(ruth).getByRole("button", { name: "Title and tags" }).click();
  const dialog = ruth.getByRole("dialog", { name: "Title and tags" });
  await dialog.getByLabel("Title").fill("The typo");
  await api(ines, "PATCH", `/posts/${post.id}`, { version: 1, title: "A typo" });
  house.expected.push(/status of 409/u);
  await dialog.getByRole("button", { name: "Save" }).click();
  await see(dialog.getByText("A typo"));
  await dialog.getByRole("button", { name: "Use mine" }).click();
  await see(thread(ruth).getByRole("heading", { name: "The typo" }));
});

test("a post is moved with its replies; who cannot see the other forum loses it at once", async () => {
  const den = await forum("Den", { is_private: true, member_ids: [] });
  const [garden] = (await api(ines, "GET", "/groups")).items.filter((one) => one.name === "Garden");
  const post = await send(ines, garden.id, "Between us", "Not for everybody.");
  await reply(ines, post, "Indeed.");
  await ruth.goto(`${house.server.url}/g/${garden.id}/t/${post.id}`);
  await see(thread(ruth).getByText("Indeed."));
  await ines.goto(`${house.server.url}/g/${garden.id}/t/${post.id}`);
  await see(thread(ines).getByText("Indeed."));
  await thread(ines).getByRole("button", { name: "Move to another forum" }).click();
  await picture(ines, "forum-move");
  house.expected.push(/status of 404/u);
  await ines.getByRole("button", { name: "Move to Den" }).click();
  await see(heading(ines, "Den"));
  await see(thread(ines).getByText("Indeed."));
  await ines.waitForURL((at) => at.href.includes(den.id));
  await see(thread(ruth).getByText("This is not here, or not for you"));
  await seeNot(postRow(ruth, "Between us"));
  // The old address leads to where it is.
  await ines.goto(`${house.server.url}/g/${garden.id}/m/${post.id}`);
  await see(heading(ines, "Den"));
  await see(thread(ines).getByText("Indeed."));
});

test("a link to a reply far back opens its thread around it", async () => {
  const [garden] = (await api(ines, "GET", "/groups")).items.filter((one) => one.name === "Garden");
  const post = await send(ines, garden.id, "Long", "Very.");
  const replies = await ines.evaluate(async (root) => {
    const stored = [];
    for (let n = 0; n < 120; n += 1) {
      const response = await fetch(`/api/v1/messages/${root}/replies`, { method: "POST", headers: { "content-type": "application/json" },
        body: JSON.stringify({ client_id: crypto.randomUUID(), content: `reply number ${n}` }) });
      stored.push((await response.json()).message.id);
    }
    return stored;
  }, post.id);
  house.expected.push(/status of 404/u);
  await ines.goto(`${house.server.url}/g/${garden.id}/m/${replies[10]}`);
  await see(thread(ines).getByText("reply number 10", { exact: true }));
  assert.match(ines.url(), new RegExp(`/t/${post.id}/m/${replies[10]}`, "u"));
  // In the view, not somewhere in the list.
  await until(ines, (id) => {
    const row = document.querySelector(`.thread article[data-id="${id}"]`)?.getBoundingClientRect();
    const view = document.querySelector(".thread .log")?.getBoundingClientRect();
    return row && view && row.top >= view.top && row.bottom <= view.bottom;
  }, replies[10]);
});

test("a server that is too busy for a moment is asked again for what the link leads to", async () => {
  const [garden] = (await api(ines, "GET", "/groups")).items.filter((one) => one.name === "Garden");
  const post = await send(ines, garden.id, "Busy", "Very.");
  const { message: { id } } = await reply(ines, post, "the one that is meant");
  let asked = 0;
  house.expected.push(/status of 503/u);
  await ines.route(/\/replies\?/u, (route) => {
    asked += 1;
    if (asked > 1) return route.continue();
    return route.fulfill({ status: 503, contentType: "application/problem+json",
      body: JSON.stringify({ type: "about:blank", title: "Busy", status: 503, code: "busy", detail: "Try again.", retry_after_secs: 0 }) });
  });
  await ines.goto(`${house.server.url}/g/${garden.id}/t/${post.id}/m/${id}`);
  await see(thread(ines).locator("article.target").filter({ hasText: "the one that is meant" }));
  assert.equal(asked, 2);
  await ines.unroute(/\/replies\?/u);
  await thread(ines).getByRole("button", { name: "Close" }).click();
});

test("arrows walk along the list, Enter opens a post, and closing it gives the focus back", async () => {
  await row(ines, "Garden").click();
  await see(postRow(ines, "Which shovel?"));
  const links = posts(ines).getByRole("link");
  await links.first().focus();
  await ines.keyboard.press("ArrowDown");
  const second = await links.nth(1).getAttribute("id");
  await until(ines, (id) => document.activeElement?.id === id, second);
  await ines.keyboard.press("Enter");
  await see(thread(ines));
  await thread(ines).getByRole("button", { name: "Close" }).click();
  await until(ines, (id) => document.activeElement?.id === id, second);
});

test("a group named in a message is a link for who may see it, and plain text for others", async () => {
  await row(ines, "Lounge").click();
  await see(heading(ines, "Lounge"));
  await row(ruth, "Lounge").click();
  await see(heading(ruth, "Lounge"));
  await composer(ines).click();
  await ines.keyboard.type("See #gard");
  const list = ines.getByRole("listbox", { name: "Groups" });
  await see(list.getByRole("option", { name: /Garden/u }));
  await picture(ines, "group-completion");
  await ines.keyboard.press("Tab");
  await seeNot(list);
  assert.equal(await composer(ines).inputValue(), "See #Garden ");
  await ines.keyboard.type("and #den.");
  await ines.keyboard.press("Enter");
  await see(messages(ines, "See #Garden").getByRole("link", { name: "#Den" }));
  const hers = messages(ruth, "See #Garden");
  await see(hers.getByRole("link", { name: "#Garden" }));
  await see(hers.getByText("and #den."));
  assert.equal(await hers.getByRole("link", { name: /den/iu }).filter({ hasNotText: "Garden" }).count(), 0);
  await hers.getByRole("link", { name: "#Garden" }).click();
  await see(heading(ruth, "Garden"));
});

test("Enter sends what was written, and takes no suggestion that was for less of it", async () => {
  await row(ines, "Lounge").click();
  await see(heading(ines, "Lounge"));
  await composer(ines).click();
  await ines.keyboard.type("Go to #den");
  const list = ines.getByRole("listbox", { name: "Groups" });
  await see(list.getByRole("option", { name: /Den/u }));
  // What "#den." could be is not known yet when Enter is pressed.
  let tellAnswer = () => {};
  const held = new Promise((done) => { tellAnswer = () => done(undefined); });
  await ines.route(/\/groups\?query=den\./u, async (route) => { await held; await route.continue(); });
  await ines.keyboard.type(".");
  await ines.keyboard.press("Enter");
  await see(messages(ines, "Go to #Den.").getByRole("link", { name: "#Den" }));
  assert.equal(await composer(ines).inputValue(), "");
  tellAnswer();
  await ines.unroute(/\/groups\?query=den\./u, { behavior: "wait" });
});

test("on a phone the list and a post are screens of their own", async () => {
  const page = await house.visitor({ viewport: PHONE, hasTouch: true, isMobile: true, deviceScaleFactor: 2, ...STILL });
  await house.signIn(page, "ines");
  await row(page, "Garden").tap();
  await see(postRow(page, "Which shovel?"));
  await picture(page, "forum-phone");
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
  await postRow(page, "Which shovel?").getByRole("link").tap();
  await see(thread(page).getByRole("heading", { name: "Which shovel?" }));
  await seeNot(heading(page, "Garden"));
  await picture(page, "forum-phone-post");
  await page.goBack();
  await see(postRow(page, "Which shovel?"));
  await page.context().close();
});

test("in the evening it is dark", async () => {
  const page = await house.visitor({ colorScheme: "dark", ...STILL });
  await house.signIn(page, "ines");
  await row(page, "Garden").click();
  await see(postRow(page, "Which shovel?"));
  await postRow(page, "Which shovel?").getByRole("link").click();
  await see(thread(page).getByText("The round one."));
  await picture(page, "forum-dark");
  await page.context().close();
});
