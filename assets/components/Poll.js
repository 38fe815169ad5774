/** @import { Message, PollOption } from "../protocol.js" */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { ask } from "../actions.js";
import { fewOf, number, whenOf } from "../format.js";
import { closePoll, vote, wantVotes } from "../polls.js";
import { dialog, me, userOf, votesOf } from "../store.js";
import { say } from "../strings/main.js";
import { sayPolls } from "../strings/polls.js";
import { mayDelete, mayTouch } from "../touch.js";
import { Icon } from "./Icon.js";

/** The answers to a question, with how many chose each. @param {{ message: Message }} props */
export function Poll({ message }) {
  const { poll } = message;
  const votes = votesOf(message.id).value;
  const [busy, setBusy] = useState(/** @type {number | null} */ (null));
  useEffect(() => wantVotes(message.id), [message.id, votes === undefined]);
  if (!poll) return null;
  const mine = votes?.optionIds ?? [];
  const isOpen = poll.closed_at === null;
  const choose = async (/** @type {number} */ id) => {
    if (busy !== null) return;
    setBusy(id);
    await vote(message, id, !mine.includes(id));
    setBusy(null);
  };
  const voters = () => { dialog.value = { kind: "voters", messageId: message.id }; };
  const close = async () => {
    if (await ask({ title: sayPolls.closePollAsk, text: sayPolls.closePollText, action: sayPolls.closePoll, isDanger: false })) await closePoll(message);
  };
  const facts = [sayPolls.voted({ count: poll.voter_count }), poll.is_multiple && sayPolls.pollMultiple, poll.is_anonymous && sayPolls.pollAnonymous,
    isOpen ? poll.closes_at && sayPolls.pollCloses({ when: whenOf(poll.closes_at) }) : sayPolls.pollClosed];
  return html`
    <div class="poll" role="group" aria-label=${sayPolls.pollOf({ question: message.content })}>
      ${poll.options.map((option) => html`
        <${Option} key=${option.id} option=${option} of=${poll.voter_count} isMine=${mine.includes(option.id)}
          isOpen=${isOpen && mayTouch(message)} isBusy=${busy === option.id} onPress=${() => choose(option.id)} />`)}
      <div class="poll-foot">
        <span>${facts.filter(Boolean).join(" · ")}</span>
        ${!poll.is_anonymous && poll.voter_count > 0 && html`<button class="linkish" type="button" onClick=${voters}>${sayPolls.whoVoted}</button>`}
        ${isOpen && mayDelete(message) && html`<button class="linkish" type="button" onClick=${close}>${sayPolls.closePoll}</button>`}
      </div>
    </div>`;
}

/**
 * @param {{ option: PollOption, of: number, isMine: boolean, isOpen: boolean, isBusy: boolean, onPress: () => void }} props
 */
function Option({ option, of, isMine, isOpen, isBusy, onPress }) {
  const share = of > 0 ? Math.round((100 * option.vote_count) / of) : 0;
  const names = option.user_ids.map((id) => (id === me.value.id ? say.youName : userOf(id).value?.name ?? say.someone));
  const inside = html`
    <span class="poll-bar" style=${{ inlineSize: `${share}%` }}></span>
    <span class="poll-mark" aria-hidden="true">${isMine && html`<${Icon} name="check" size="xs" />`}</span>
    <span class="poll-text" dir="auto">${option.text}</span>
    <span class="poll-count" aria-hidden="true">${number(option.vote_count)}</span>
    ${names.length > 0 && html`<span class="tip" aria-hidden="true">${fewOf(names, option.vote_count - names.length)}</span>`}`;
  const label = sayPolls.pollOption({ text: option.text, count: option.vote_count, isMine });
  if (!isOpen) return html`<div class=${isMine ? "poll-o mine" : "poll-o"} role="img" aria-label=${label} tabindex="-1">${inside}</div>`;
  return html`
    <button class=${isMine ? "poll-o mine" : "poll-o"} type="button" aria-pressed=${isMine ? "true" : "false"} aria-label=${label}
      aria-busy=${isBusy ? "true" : undefined} onClick=${onPress}>${inside}</button>`;
}
