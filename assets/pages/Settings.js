import { html } from "htm/preact";
import { useEffect, useRef } from "preact/hooks";
import { signOut } from "../actions.js";
import { Icon } from "../components/Icon.js";
import { SectionLinks, skipToSheet } from "../components/SectionLinks.js";
import { SidebarMe } from "../components/SidebarMe.js";
import { Banner } from "../components/Banner.js";
import { me, workspace } from "../store.js";
import { say } from "../strings/main.js";
import { sayNotices } from "../strings/notices.js";
import { sayFiles } from "../strings/files.js";
import { saySettings } from "../strings/settings.js";
import { sayEmoji } from "../strings/emoji.js";
import { AccountSettings } from "./AccountSettings.js";
import { AppearanceSettings } from "./AppearanceSettings.js";
import { DeviceSettings } from "./DeviceSettings.js";
import { EmojiSettings } from "./EmojiSettings.js";
import { FileSettings } from "./FileSettings.js";
import { KeyboardSettings } from "./KeyboardSettings.js";
import { NotFound } from "./NotFound.js";
import { NoticeSettings } from "./NoticeSettings.js";
import { PasswordSettings } from "./PasswordSettings.js";

/** @type {{ section: string, icon: string, title: string, lede: string, part: "you" | "app" | "place", page: any }[]} */
export const SECTIONS = [
  { section: "account", icon: "user-round", title: saySettings.account, lede: saySettings.accountLede, part: "you", page: AccountSettings },
  { section: "password", icon: "key-round", title: saySettings.passwordPage, lede: saySettings.passwordChangeHelp, part: "you", page: PasswordSettings },
  { section: "devices", icon: "laptop", title: saySettings.devices, lede: saySettings.devicesLede, part: "you", page: DeviceSettings },
  { section: "files", icon: "paperclip", title: sayFiles.ownFiles, lede: sayFiles.ownFilesLede, part: "you", page: FileSettings },
  { section: "appearance", icon: "palette", title: saySettings.appearance, lede: saySettings.appearanceLede, part: "app", page: AppearanceSettings },
  { section: "notifications", icon: "bell", title: sayNotices.attention, lede: sayNotices.noticesLede, part: "app", page: NoticeSettings },
  { section: "keyboard", icon: "keyboard", title: saySettings.keyboard, lede: saySettings.keyboardLede, part: "app", page: KeyboardSettings },
  { section: "emoji", icon: "smile", title: sayEmoji.emojiPage, lede: sayEmoji.emojiLede, part: "place", page: EmojiSettings },
];

/** @type {["you" | "app" | "place", string][]} */
const PARTS = [["you", saySettings.settingsYou], ["app", saySettings.settingsApp], ["place", sayEmoji.settingsPlace]];

/** The same shell with another sidebar. @param {{ section: string }} props */
export function Settings({ section }) {
  const here = SECTIONS.find((one) => one.section === section);
  useEffect(() => {
    document.documentElement.dataset.view = "sheet";
    return () => { delete document.documentElement.dataset.view; };
  }, []);
  const tabs = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => tabs.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" }), [section]);
  return html`
    <a class="skip" href="#sheet" onClick=${skipToSheet}>${say.skipToContent}</a>
    <div class="shell">
      <nav class="side" aria-label=${saySettings.settingsNav} data-region="sidebar">
        <div class="place"><a class="place-main" href="/"><${Icon} name="arrow-left" />
          <span class="w"><b>${saySettings.backToConversations}</b><small dir="auto">${workspace.value?.name}</small></span></a></div>
        <div class="side-scroll">${PARTS.map(([part, title]) => html`
          <${SectionLinks} key=${part} title=${title} base="/settings" sections=${SECTIONS.filter((one) => one.part === part)} section=${section} />`)}</div>
        <${SidebarMe} />
      </nav>
      <main class="sheet" id="sheet" tabindex="-1" data-region="messages">
        <header class="head">
          <a class="ib only-m" href="/" aria-label=${saySettings.backToConversations}><${Icon} name="arrow-left" /></a>
          <div class="head-main"><h1 class="head-title">${here?.title ?? say.settings}</h1><p class="head-topic">${here?.lede}</p></div>
          <div class="head-tools"><button class="btn outline sm" type="button" onClick=${signOut}>
            <${Icon} name="log-out" size="s" />${saySettings.signOut}</button></div>
        </header>
        <${Banner} />
        <nav class="tabs only-m" ref=${tabs} aria-label=${saySettings.settingsNav}>
          ${SECTIONS.map((one) => html`<a href=${`/settings/${one.section}`} aria-current=${one.section === section ? "page" : undefined}>${one.title}</a>`)}
        </nav>
        <div class="adm" tabindex="0"><div class="narrow" key=${`${section} ${me.value.id}`}>
          ${here ? html`<${here.page} />` : html`<${NotFound} />`}
        </div></div>
      </main>
    </div>`;
}
