import { html } from "htm/preact";

/** @typedef {{ name: string, isHidden?: boolean, isNumber?: boolean, sort?: "ascending" | "descending" }} Column */

/**
 * A table with real headers. On a phone its rows are stacked, each cell with its header before it; the roles are said since
 * a style sheet that stacks them takes them away.
 * @param {{ caption: string, columns: Column[], children?: any }} props
 */
export const Table = ({ caption, columns, children }) => html`
  <table class="tbl" role="table">
    <caption class="vh">${caption}</caption>
    <thead role="rowgroup"><tr role="row">${columns.map(({ name, isHidden, isNumber, sort }) => html`
      <th role="columnheader" scope="col" key=${name} class=${isNumber ? "num" : undefined} aria-sort=${sort}>${isHidden ? html`<span class="vh">${name}</span>` : name}</th>`)}</tr></thead>
    <tbody role="rowgroup">${children}</tbody>
  </table>`;

/** @param {{ children?: any }} props */
export const Line = ({ children }) => html`<tr role="row">${children}</tr>`;

/** `of` names its column where rows are stacked. @param {{ of?: string, isNumber?: boolean, kind?: string, children?: any }} props */
export const Cell = ({ of, isNumber, kind, children }) => html`
  <td role="cell" class=${[isNumber && "num", kind].filter(Boolean).join(" ") || undefined} data-of=${of}>${children}</td>`;
