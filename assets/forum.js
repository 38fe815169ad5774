/**
 * The posts of forum groups: fetching them, changing them, and how their list
 * is sorted and chosen, which stands in the address.
 *
 * @import { Id, Message, MyGroup, Posts, Tag } from "./protocol.js"
 */
import { api } from "./api.js";
import { draftOf, keepDraft } from "./drafts.js";
import { knowPeople } from "./live.js";
import { addressOf, go, goToThread, threadAddress } from "./router.js";
import { keyOfMessage, withGroupFacts, withLoose, withMessage, withUpdated, withUsers } from "./state.js";
import { change } from "./store.js";

const PAGE = 30;

/** How a list is sorted and chosen. @typedef {{ sort: "activity" | "date", solved: boolean | null, tag: Id | null }} Wanted */

/** @param {string} search what stands after the "?" @returns {Wanted} */
export function wantedIn(search) {
  const given = new URLSearchParams(search);
  const solved = given.get("solved");
  return { sort: given.get("sort") === "date" ? "date" : "activity", tag: given.get("tag") || null,
    solved: solved === "yes" ? true : solved === "no" ? false : null };
}

/** @param {Wanted} wanted @returns {string} with its "?", or nothing */
export function searchFor({ sort, solved, tag }) {
  const words = new URLSearchParams();
  if (sort !== "activity") words.set("sort", sort);
  if (solved !== null) words.set("solved", solved ? "yes" : "no");
  if (tag) words.set("tag", tag);
  return words.size ? `?${words}` : "";
}

/** @param {Id} groupId @param {Wanted} wanted @param {number | null} before @returns {Promise<Posts>} */
export async function loadPosts(groupId, { sort, solved, tag }, before) {
  /** @type {Posts} */
  const page = await api.get(`/groups/${groupId}/posts`, { sort, solved: solved === null ? null : String(solved), tag, before, limit: PAGE });
  const posts = [...page.pinned, ...page.items];
  change((now) => withLoose(withUsers(now, page.users), posts));
  knowPeople(posts);
  return page;
}

/** @param {Id} groupId @param {Id} clientId @param {{ title: string, content: string, tag_ids: Id[] }} post */
export async function createPost(groupId, clientId, post) {
  const { message } = await api.post(`/groups/${groupId}/messages`, { client_id: clientId, ...post });
  change((now) => withLoose(withMessage(now, message), [message]));
  goToThread(threadAddress(keyOfMessage(message), message.id) + location.search);
}

/** @param {Id} id @param {number} version @param {{ title: string, tag_ids: Id[] }} wanted */
export async function changePost(id, version, wanted) {
  const next = await api.patch(`/posts/${id}`, { version, ...wanted });
  change((now) => withUpdated(now, next));
}

/** @param {Message} root @param {MyGroup} to */
export async function movePost(root, to) {
  await api.post(`/posts/${root.id}/move`, { group_id: to.id });
  go(threadAddress(`g:${to.id}`, root.id));
}

/** @param {Promise<any>} answer the forum as it is then */
async function tookGroup(answer) {
  const group = await answer;
  change((now) => withGroupFacts(now, group));
}

/** @param {Id} groupId @param {Omit<Tag, "id">} tag */
export const addTag = (groupId, tag) => tookGroup(api.post(`/groups/${groupId}/tags`, tag));

/** @param {Id} groupId @param {Id} tagId @param {Partial<Tag>} wanted */
export const changeTag = (groupId, tagId, wanted) => tookGroup(api.patch(`/groups/${groupId}/tags/${tagId}`, wanted));

/** @param {Id} groupId @param {Id} tagId */
export const removeTag = (groupId, tagId) => tookGroup(api.remove(`/groups/${groupId}/tags/${tagId}`));

/** The tags of a post that its forum still has. @param {Message} root @param {MyGroup | undefined} group @returns {Tag[]} */
export const tagsOf = (root, group) => (group?.tags ?? []).filter((tag) => root.post?.tag_ids.includes(tag.id));

/** @param {Id} groupId @param {Wanted} wanted */
export const listAddress = (groupId, wanted) => addressOf(`g:${groupId}`) + searchFor(wanted);

/* --------------------------------------------------------------------- drafts */

/** A post that was begun: the title on the first line. @param {Id} groupId */
export function draftedPost(groupId) {
  const [title, ...rest] = draftOf(`p:${groupId}`).split("\n");
  return { title, content: rest.join("\n") };
}

/** @param {Id} groupId @param {string} title @param {string} content */
export const draftPost = (groupId, title, content) => keepDraft(`p:${groupId}`, title || content ? `${title}\n${content}` : "");
