/**
 * Texts about files and links, in English: loaded with what shows them.
 */
import { plural } from "./en.js";

export const sayFiles = {
  filesToSend: "Files to send",
  unnamedFile: "file",
  /** @param {string} name */
  removeFile: (name) => `Remove ${name}`,
  /** @param {string} name */
  retryFile: (name) => `Try ${name} again`,
  /** @param {string} name */
  uploading: (name) => `Uploading ${name}`,
  /** @param {string} share @param {string} whole */
  uploaded: (share, whole) => `${share} of ${whole}`,
  willUpload: "Goes on when connected",
  fileUnreadable: "it can no longer be read on this device",
  /** @param {string} name */
  fileFailed: (name) => `${name} could not be uploaded.`,
  /** @param {string} name @param {string} reason */
  fileNotSent: (name, reason) => `${name}: ${reason}`,
  /** @param {string} name */
  fileLost: (name) => `${name} was not uploaded before this page was loaded again. Press Edit and add it once more.`,
  /** @param {number} most */
  tooManyFiles: (most) => `A message holds at most ${most} files.`,
  cancelSending: "Cancel sending",
  /** @param {string} name */
  dropHere: (name) => `Drop to add to ${name}`,
  /** @param {string} name */
  picture: (name) => `Picture ${name}`,
  /** @param {number} at @param {number} all */
  nthOf: (at, all) => `${at} of ${all}`,
  originalSize: "Original size",
  previousPicture: "Previous picture",
  nextPicture: "Next picture",
  showBeginning: "Show the first lines",
  hideBeginning: "Hide the first lines",
  emptyFile: "(empty)",
  recordVoice: "Record a voice message",
  recording: "Recording",
  voiceDone: "Done: add the recording",
  voiceDiscard: "Throw the recording away",
  microphoneRefused: "The microphone cannot be used. Allow it for this page in the browser.",
  /** @param {string} when */
  voiceMessage: (when) => `Voice message ${when}`,
  paneTabs: "What is shown here",
  tabAbout: "About",
  tabFiles: "Files",
  fileKinds: "Kinds of files",
  /** @param {string} kind */
  fileKind: (kind) => (/** @type {Record<string, string>} */ ({ "": "All", image: "Pictures", audio: "Sound", video: "Video", text: "Text", other: "Other" })[kind]),
  filesFailed: "The files did not load.",
  noFiles: "Nothing here yet. Files that are shared in this conversation are listed here.",
  /** @param {string} name @param {string} day */
  sharedBy: (name, day) => `${name}, ${day}`,
  ownFiles: "Your files",
  ownFilesLede: "What you have shared, and how much room it takes.",
  noOwnFiles: "You have not shared a file yet.",
  /** @param {string} used @param {string} quota */
  storageUsed: (used, quota) => `${used} of ${quota} used`,
  /** @param {string} most */
  largestFile: (most) => `One file may have ${most}.`,
  showInConversation: "Show in its conversation",
  notSentYet: "Not in a message yet",
  moreFiles: "Show more files",
  /** @param {string} name */
  dropFileAsk: (name) => `Delete ${name}?`,
  dropFileText: "No message has it. It is gone at once.",
  publicLink: "Public link",
  publicLinks: "Public links",
  /** @param {string} name */
  linksTo: (name) => `Public links to ${name}`,
  /** @param {string} name */
  publicLinksHelp: (name) => `Whoever has such a link can read ${name}, signed in or not.`,
  linkLives: "Works for",
  /** @param {number} days */
  linkDays: (days) => (days === 0 ? "Until revoked" : `${days} ${plural(days, "day", "days")}`),
  makeLink: "Make a link",
  linkToldOnce: "Copy it now: it is shown this once.",
  linksFailed: "The links did not load.",
  noLinks: "There is no public link to this file.",
  /** @param {string} name @param {string} day */
  linkMade: (name, day) => `${name}, ${day}`,
  /** @param {string} day */
  linkUntil: (day) => `Works until ${day}`,
  linkForEver: "Works until it is revoked",
  linkPreviews: "Previews of links",
  linkPreviewsHelp: "This server then fetches the title and picture of pages that people link to. Only pages that everybody on the Internet can see are fetched.",
  revokeLink: "Revoke",
};
