/**
 * Texts of the pages one comes in by, in English: sign-in, sign-up, invite, demo, first run.
 */
export const sayDoor = {
  signInTitle: "Come on in",
  /** @param {string} server */
  signInLede: (server) => `Sign in to ${server}.`,
  signInDone: "You were signed out here. Sign in to go on where you were.",
  login: "Email or username",
  signIn: "Sign in",
  signingIn: "Signing in…",
  wrongCredentials: "Name or password is wrong.",
  newHere: "new here?",
  createAccount: "Create an account",
  haveInvite: "Have an invite link? Open it and your seat is ready.",
  signUpTitle: "Pull up a chair",
  /** @param {string} server */
  signUpLede: (server) => `Create your account at ${server}.`,
  signUp: "Create account",
  haveAccount: "Already have an account?",
  signUpClosed: "Sign-up is closed. Ask someone inside for an invite link.",
  yourName: "Your name",
  strengthNone: "No password yet",
  strengthShort: "Too short",
  strengthFair: "Fair",
  strengthGood: "Good",
  strengthStrong: "Strong",

  /** @param {string} inviter */
  inviteTitle: (inviter) => `${inviter} saved you a seat`,
  /** @param {string} workspace @param {string} group */
  inviteLede: (workspace, group) => `You are invited to ${workspace}. You will land in ${group}.`,
  /** @param {string} day */
  inviteUntil: (day) => `This link works until ${day}.`,
  inviteGoneTitle: "This invitation no longer works",
  inviteGone: "Ask for a new one.",
  takeSeat: "Take a seat",
  takingSeat: "Coming in…",
  /** @param {string} group */
  joinGroup: (group) => `Join ${group}`,
  /** @param {string} name */
  joinAs: (name) => `You are signed in as ${name}.`,
  joining: "Joining…",
  iHaveAccount: "I have an account",
  iAmNew: "I am new here",
  /** @param {string} name @param {string} workspace */
  welcome: (name, workspace) => `Welcome to ${workspace}, ${name}.`,

  /** @param {string} name */
  resetTitle: (name) => `A new password for ${name}`,
  /** @param {string} username */
  resetLede: (username) => `You sign in with it as ${username}. All devices are signed out first.`,
  resetSave: "Set the password",
  resetSaving: "Setting it…",
  resetDone: "The password is set",
  resetDoneLede: "Sign in with it now.",
  resetGoneTitle: "This link no longer works",
  resetGone: "Ask for a new one.",

  demoTitle: "The door is open",
  demoLede: "This is a demo. Look around, write something; everything here is swept up later.",
  demoEnter: "Come in",
  demoGone: "This demo link no longer works.",

  setupSteps: "Steps",
  setupStepCode: "Code",
  setupStepAccount: "First admin",
  setupStepInvite: "Invite",
  setupTitle: "You are first through the door",
  setupLede: "Make the first admin account. You can hand over or share the keys later.",
  setupCodeTitle: "Whose house is this?",
  setupCodeLede: "Parlor wrote a one-time code to its log when it started. It shows that this server is yours.",
  setupCode: "One-time code",
  setupCodeHelp: "Not there any more? Start Parlor again and it prints a new link.",
  setupCodeWrong: "This code is not the one in the log. It changes each time Parlor starts.",
  next: "Next",
  setupPlace: "Name this place",
  setupNote: "Everything stays on this machine, in Parlor's data folder. There is no other copy until you set up a backup.",
  setupCreate: "Create and continue",
  setupDoneTitle: "Now for some company",
  setupDoneLede: "Send this link to the people you want here. It works for 7 days, for as many as you like.",
  setupEnter: "Go to the parlor",
  setupNoInvite: "The invite link could not be made just now. You can make one in the details of a group.",
};
