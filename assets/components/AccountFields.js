import { html } from "htm/preact";
import { useRef, useState } from "preact/hooks";
import { sayCommon } from "../strings/common.js";
import { sayDoor } from "../strings/door.js";
import { Field } from "./Field.js";
import { Strength } from "./Strength.js";

export const MIN_PASSWORD = 10;

/** @param {Record<string, string>} values @returns {Record<string, string>} */
export function checkAccount(values) {
  /** @type {Record<string, string>} */
  const wrong = {};
  for (const name of ["name", "username", "password"]) if (!values[name]?.trim()) wrong[name] = sayCommon.fieldNeeded;
  if (values.password && [...values.password].length < MIN_PASSWORD) wrong.password = sayCommon.passwordTooShort;
  return wrong;
}

/** "Ines Duarte" makes "ines". @param {string} name */
const usernameFrom = (name) => name.trim().split(/\s+/u)[0].normalize("NFD").toLowerCase().replace(/[^a-z0-9._-]/gu, "");

/**
 * Name, username, email, password: what a new account needs.
 * @param {{ errors: Record<string, string>, email?: string | null }} props
 */
export function AccountFields({ errors, email }) {
  const [password, setPassword] = useState("");
  const isOwnChoice = useRef(false);
  // Follows the name until the person writes a username of their own.
  const suggest = (/** @type {any} */ event) => {
    const username = event.currentTarget.form.elements.namedItem("username");
    if (username && !isOwnChoice.current) username.value = usernameFrom(event.currentTarget.value);
  };
  return html`
    <div class="two">
      <${Field} label=${sayDoor.yourName} name="name" autocomplete="name" maxlength="80" error=${errors.name} onInput=${suggest} />
      <${Field} label=${sayCommon.username} name="username" autocomplete="username" autocapitalize="none" spellcheck=${false}
        maxlength="32" error=${errors.username} onInput=${(/** @type {any} */ event) => { isOwnChoice.current = event.currentTarget.value !== ""; }} />
    </div>
    <${Field} label=${sayCommon.email} name="email" type="email" autocomplete="email" isOptional=${true}
      defaultValue=${email ?? undefined} error=${errors.email} />
    <${Field} label=${sayCommon.password} name="password" type="password" autocomplete="new-password"
      help=${sayCommon.passwordHelp} error=${errors.password}
      below=${html`<${Strength} password=${password} />`}
      onInput=${(/** @type {any} */ event) => setPassword(event.currentTarget.value)} />`;
}

/** What the server is to be told of the form. @param {Record<string, string>} values */
export const accountOf = ({ name, username, email, password }) => ({
  name: name.trim(), username: username.trim(), password, ...(email?.trim() ? { email: email.trim() } : {}),
});
