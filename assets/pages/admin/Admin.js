import { html } from "htm/preact";
import { useEffect } from "preact/hooks";
import { Banner } from "../../components/Banner.js";
import { Icon } from "../../components/Icon.js";
import { SectionLinks, skipToSheet } from "../../components/SectionLinks.js";
import { SidebarMe } from "../../components/SidebarMe.js";
import { isPhone } from "../../focus.js";
import { mayManagePeople, mayManageServer } from "../../rights.js";
import { goInstead } from "../../router.js";
import { me, workspace } from "../../store.js";
import { say } from "../../strings/main.js";
import { sayAdmin } from "../../strings/admin.js";
import { saySettings } from "../../strings/settings.js";
import { NotFound } from "../NotFound.js";
import { Audit } from "./Audit.js";
import { General } from "./General.js";
import { Health } from "./Health.js";
import { Invites } from "./Invites.js";
import { People, PeopleTools } from "./People.js";
import { Storage } from "./Storage.js";

/** @typedef {import("../../protocol.js").Me} Me */
/** @typedef {{ section: string, icon: string, title: string, lede: string, part: "people" | "place" | "server", may: (me: Me) => boolean, page: any, tools?: any }} Section */

/** @type {Section[]} */
const SECTIONS = [
  { section: "people", icon: "user-round", title: sayAdmin.everyone, lede: sayAdmin.everyoneLede, part: "people", may: mayManagePeople, page: People, tools: PeopleTools },
  { section: "invites", icon: "ticket", title: sayAdmin.invites, lede: sayAdmin.invitesLede, part: "people", may: mayManagePeople, page: Invites },
  { section: "general", icon: "settings", title: sayAdmin.general, lede: sayAdmin.generalLede, part: "place", may: mayManageServer, page: General },
  { section: "storage", icon: "archive", title: sayAdmin.storage, lede: sayAdmin.storageLede, part: "server", may: mayManageServer, page: Storage },
  { section: "health", icon: "heart", title: sayAdmin.health, lede: sayAdmin.healthLede, part: "server", may: mayManageServer, page: Health },
  { section: "audit", icon: "file-text", title: sayAdmin.audit, lede: sayAdmin.auditLede, part: "server", may: mayManageServer, page: Audit },
];

/** @type {[Section["part"], string][]} */
const PARTS = [["people", sayAdmin.partPeople], ["place", sayAdmin.partPlace], ["server", sayAdmin.partServer]];

/** The same shell with another sidebar. On a phone the list of sections comes first. @param {{ section: string }} props */
export function Admin({ section }) {
  const mine = SECTIONS.filter((one) => one.may(me.value));
  const here = mine.find((one) => one.section === section);
  const isList = section === "" && mine.length > 0;
  const view = isList && isPhone() ? "list" : "sheet";
  useEffect(() => { if (isList && !isPhone()) goInstead("/admin/people"); }, [isList, isPhone()]);
  useEffect(() => {
    document.documentElement.dataset.view = view;
    return () => { delete document.documentElement.dataset.view; };
  }, [view]);
  return html`
    ${view === "sheet" && html`<a class="skip" href="#sheet" onClick=${skipToSheet}>${say.skipToContent}</a>`}
    <div class="shell" role=${view === "list" ? "main" : undefined}>
      ${view === "list" && html`<h1 class="vh">${say.admin}</h1>`}
      <nav class="side" aria-label=${sayAdmin.nav} data-region="sidebar">
        <div class="place"><a class="place-main" href="/"><${Icon} name="arrow-left" />
          <span class="w"><b>${saySettings.backToConversations}</b><small dir="auto">${workspace.value?.name}</small></span></a></div>
        <div class="side-scroll">${PARTS.map(([part, title]) => html`<${SectionLinks} key=${part} title=${title} base="/admin" sections=${mine.filter((one) => one.part === part)} section=${section} />`)}</div>
        <${SidebarMe} />
      </nav>
      <main class="sheet" id="sheet" tabindex="-1" data-region="messages">
        ${here ? html`
          <header class="head">
            <a class="ib only-m" href="/admin" aria-label=${sayAdmin.back}><${Icon} name="arrow-left" /></a>
            <div class="head-main"><h1 class="head-title">${here.title}</h1><p class="head-topic">${here.lede}</p></div>
            <div class="head-tools">${here.tools && html`<${here.tools} />`}</div>
          </header>
          <${Banner} />
          <div class="adm" tabindex="0" role="region" aria-label=${here.title}><${here.page} key=${section} /></div>`
        : !isList && html`<${NotFound} />`}
      </main>
    </div>`;
}
