/** Texts of buttons, fields and lines that many pages and dialogs share. */
export default /** @type {const} */ ({
  never: "Never",

  // Buttons that appear in many places
  cancel: "Cancel",
  close: "Close",
  save: "Save",
  saved: "Saved",
  saving: "Saving…",
  copy: "Copy",
  add: "Add",
  showPassword: "Show the password",
  hidePassword: "Hide the password",
  optional: "optional",

  // What is asked for in the doorway, and in the settings
  password: "Password",
  creating: "Creating…",
  username: "Username",
  usernameHelp: "Small letters, digits, dots, dashes.",
  email: "Email",
  passwordHelp: "At least 10 characters. Three or more unrelated words work well.",
  fieldNeeded: "Please fill this in.",
  passwordTooShort: "At least 10 characters, please.",
  join: "Join",
  inviteLink: "Invite link",

  // Languages
  language: "Language",
  languageAuto: "As the browser says",

  // What was changed elsewhere, and other lines
  changedMeanwhile: "You changed this meanwhile, on another device. It now says:",
  staleTitle: "Someone changed this meanwhile.",
  useTheirs: "Keep theirs",
  useMine: "Use mine",
  dayAndTime: "Day and time",

  memberCount: "{count, plural, one {# member} other {# members}}",
  open: "Open",

  // Asking for the password once more
  confirming: "Checking…",
  wrongPassword: "That password is wrong.",

  // Connection
  connectionLost: "Connection lost.",
  tryingIn: "Trying again in {secs, number} s. You can keep writing.",
  tryingNow: "Trying again. You can keep writing.",
  tryNow: "Try now",
  unheardTitle: "Parlor cannot be reached.",
  unheardSince: "You see what was known {when}. You can keep writing; it goes out later.",
  newVersion: "There is a new version of this page.",
  newVersionReload: "Reload for the new version",
  elsewhere: "Parlor is open in too many places at once.",
  useHere: "Use it here",
  back: "Back.",
  arrived: "{count, plural, one {# message arrived.} other {# messages arrived.}}",
  waitingSince: "{count, plural, one {# message from {time} is waiting.} other {# messages from {time} are waiting.}}",
  review: "Review",
});
