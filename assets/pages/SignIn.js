import { html } from "htm/preact";
import { Doorway } from "../components/Doorway.js";
import { SignInForm } from "../components/SignInForm.js";
import { goInstead, route } from "../router.js";
import { server, wasSentOut } from "../store.js";
import { say } from "../strings/main.js";
import { sayDoor } from "../strings/door.js";

/** Wherever one was going, one goes on there after signing in. */
export function SignIn() {
  const info = server.value;
  const leave = () => { if (route.value.page === "sign_in" || route.value.page === "sign_up") goInstead("/"); };
  return html`
    <${Doorway}>
      <div><h1>${sayDoor.signInTitle}</h1><p class="lede">${wasSentOut.value ? sayDoor.signInDone : sayDoor.signInLede({ server: info?.name ?? say.product })}</p></div>
      <${SignInForm} onDone=${leave} />
      ${info?.sign_up_open && html`
        <div class="or">${sayDoor.newHere}</div>
        <a class="btn outline big" href="/sign-up">${sayDoor.createAccount}</a>`}
      <p class="foot-s">${sayDoor.haveInvite}</p>
    <//>`;
}
