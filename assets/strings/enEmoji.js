/**
 * Texts about the emoji of a workspace's own, in English: of pages that are fetched when somebody goes there.
 */
export const sayEmoji = {
  emojiNoneOwn: "Nobody has added an emoji here yet",
  emojiAdd: "Add an emoji",
  settingsPlace: "This place",
  emojiPage: "Emoji",
  emojiLede: "Pictures of your own, for everyone here",
  emojiAdding: "Adding…",
  emojiAdded: "Added",
  emojiName: "Name",
  emojiNameHelp: "Small letters, digits, dashes. It is written between two colons.",
  emojiPicture: "Picture",
  emojiPictureHelp: "PNG, GIF or WebP up to 128 KiB and 512 pixels. Anything larger is made smaller here.",
  emojiChoose: "Choose a picture",
  emojiNoPicture: "Choose a picture first.",
  emojiUnreadable: "This picture cannot be read here. Try a PNG, GIF or WebP.",
  emojiPreview: "The picture you chose",
  emojiList: "Emoji of this place",
  emojiNone: "None yet. One small picture says a lot.",
  emojiFailed: "The emoji did not load.",
  /** @param {string} name @param {string} day */
  emojiBy: (name, day) => `${name}, ${day}`,
  /** @param {string} name */
  emojiRemove: (name) => `Remove ${name}`,
  /** @param {string} name */
  emojiRemoveAsk: (name) => `Remove ${name}?`,
  emojiRemoveText: "Nobody can use it any more. Where it was used, its name stays.",
  emojiMembers: "Members may add emoji",
  emojiMembersHelp: "Off: only moderators and admins add them.",
};
