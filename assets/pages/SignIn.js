import { html } from "htm/preact";
import { Doorway } from "../components/Doorway.js";
import { SignInForm } from "../components/SignInForm.js";
import { goInstead, route } from "../router.js";
import { server, wasSentOut } from "../store.js";
import { say } from "../strings/en.js";

/** Wherever one was going, one goes on there after signing in. */
export function SignIn() {
  const info = server.value;
  const leave = () => { if (route.value.page === "sign_in" || route.value.page === "sign_up") goInstead("/"); };
  return html`
    <${Doorway}>
      <div><h1>${say.signInTitle}</h1><p class="lede" dir="auto">${wasSentOut.value ? say.signInDone : say.signInLede(info?.name ?? say.product)}</p></div>
      <${SignInForm} onDone=${leave} />
      ${info?.sign_up_open && html`
        <div class="or">${say.newHere}</div>
        <a class="btn outline big" href="/sign-up">${say.createAccount}</a>`}
      <p class="foot-s">${say.haveInvite}</p>
    <//>`;
}
