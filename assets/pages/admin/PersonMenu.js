/** @import { Account, ServerRole } from "../../protocol.js" */
import { html } from "htm/preact";
import { ask } from "../../actions.js";
import { api, sentence } from "../../api.js";
import { Icon } from "../../components/Icon.js";
import { useMenuKeys } from "../../components/useMenuKeys.js";
import { usePopover } from "../../components/usePopover.js";
import { showToast } from "../../store.js";
import { sayAdmin } from "../../strings/admin.js";
import { whenText } from "../../when.js";
import { ROLE_NAMES } from "../../roleNames.js";

/** Something that is told once. @typedef {{ title: string, label: string, value: string, help: string }} Told */
/** @typedef {{ icon: string, label: string, isDanger?: boolean, run: () => Promise<void> }} Item */

/** @type {Record<ServerRole, { label: string, title: (values: { name: string }) => string, text: string }>} */
const ROLES = {
  admin: { label: sayAdmin.makeAdmin, title: sayAdmin.adminAsk, text: sayAdmin.adminText },
  manager: { label: sayAdmin.makeManager, title: sayAdmin.managerAsk, text: sayAdmin.managerText },
  user: { label: sayAdmin.makeUser, title: sayAdmin.userAsk, text: sayAdmin.userText },
};

/**
 * What can be done to somebody's account; each thing says what it comes to before it happens.
 * @param {{ account: Account, roles: ServerRole[], anchor: HTMLElement, onClose: () => void, onChanged: (account: Account) => void,
 *   onTold: (told: Told) => void }} props
 */
export function PersonMenu({ account, roles, anchor, onClose, onChanged, onTold }) {
  const ref = usePopover({ anchor, onClose });
  const onKeyDown = useMenuKeys(ref);
  const { name, device_count: devices, is_active: isActive } = account;
  const path = `/admin/users/${account.id}`;
  /** @param {string} title @param {string} text @param {string} action @param {boolean} isDanger @param {() => Promise<void>} work */
  const asking = (title, text, action, isDanger, work) => async () => {
    if (!await ask({ title, text, action, isDanger })) return;
    await work().catch((refused) => showToast(sentence(refused)));
  };
  const give = (/** @type {ServerRole} */ role) => asking(ROLES[role].title({ name }), ROLES[role].text, ROLES[role].label, false, async () => {
    onChanged(await api.patch(path, { server_role: role }));
    showToast(sayAdmin.roleChanged({ name, role: ROLE_NAMES[role] }));
  });
  const signOut = asking(sayAdmin.signOutAsk({ name }), sayAdmin.signOutText({ count: devices }), sayAdmin.signOut, true, async () => {
    const { devices: ended } = await api.poke(`${path}/sign_out`);
    onChanged({ ...account, device_count: 0 });
    showToast(sayAdmin.signedOut({ name, count: ended }));
  });
  const makeLink = asking(sayAdmin.resetLinkAsk({ name }), sayAdmin.resetLinkText, sayAdmin.makeLink, false, async () => {
    const { url, expires_at: until } = await api.poke(`${path}/reset_link`);
    onTold({ title: sayAdmin.resetLinkFor({ name }), label: sayAdmin.resetLinkLabel, value: url, help: sayAdmin.resetLinkHelp({ until: whenText(until) }) });
  });
  const newPassword = asking(sayAdmin.newPasswordAsk({ name }), sayAdmin.newPasswordText({ count: devices }), sayAdmin.newPassword, true, async () => {
    const { password } = await api.poke(`${path}/reset_password`);
    onChanged({ ...account, device_count: 0 });
    onTold({ title: sayAdmin.resetLinkFor({ name }), label: sayAdmin.newPasswordLabel, value: password, help: sayAdmin.newPasswordHelp });
  });
  const turn = (/** @type {boolean} */ on) => async () => {
    onChanged(await api.patch(path, { is_active: on }));
    showToast(on ? sayAdmin.wasActivated({ name }) : sayAdmin.wasDeactivated({ name }));
  };
  const deactivate = asking(sayAdmin.deactivateAsk({ name }), sayAdmin.deactivateText({ count: devices }), sayAdmin.deactivate, true, turn(false));
  const activate = asking(sayAdmin.activateAsk({ name }), sayAdmin.activateText, sayAdmin.activate, false, turn(true));
  /** @type {Item[]} */
  const items = [
    ...roles.map((role) => ({ icon: "user-round", label: ROLES[role].label, run: give(role) })),
    ...(isActive ? [
      { icon: "link", label: sayAdmin.resetLink, run: makeLink },
      { icon: "key-round", label: sayAdmin.newPassword, run: newPassword },
      { icon: "log-out", label: sayAdmin.signOut, run: signOut },
      { icon: "lock", label: sayAdmin.deactivate, isDanger: true, run: deactivate },
    ] : [{ icon: "check", label: sayAdmin.activate, run: activate }]),
  ];
  // The popover gives the focus back first; what is asked then takes it elsewhere.
  const pick = (/** @type {Item} */ item) => {
    onClose();
    setTimeout(() => void item.run());
  };
  return html`
    <div class="pop menu" popover="auto" ref=${ref} role="menu" tabindex="-1" aria-label=${sayAdmin.actionsFor({ name })} onKeyDown=${onKeyDown}>
      ${items.map((item) => html`
        <button class=${item.isDanger ? "menu-i bad" : "menu-i"} type="button" role="menuitem" tabindex="-1" key=${item.label} onClick=${() => pick(item)}>
          <${Icon} name=${item.icon} />${item.label}</button>`)}
    </div>`;
}
