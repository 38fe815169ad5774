import { useRef, useState } from "preact/hooks";
import { NotConfirmed } from "../actions.js";
import { Refused, sentence } from "../api.js";
import { focusFirstError } from "../focus.js";

/** What the server calls a field where the form calls it otherwise. @typedef {Record<string, string>} Names */

/**
 * Reads a form, sends it, and puts each error beside the field it is about.
 * @param {{ check?: (values: Record<string, string>) => Record<string, string>,
 *   send: (values: Record<string, string>) => Promise<unknown>,
 *   explain?: (error: unknown) => Record<string, string> | null }} props
 */
export function useForm({ check, send, explain }) {
  const [errors, setErrors] = useState(/** @type {Record<string, string>} */ ({}));
  const [isBusy, setBusy] = useState(false);
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));

  const fail = (/** @type {Record<string, string>} */ found) => {
    setErrors(found);
    // After the errors are drawn.
    requestAnimationFrame(() => focusFirstError(form.current));
  };

  const onSubmit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    form.current = /** @type {HTMLFormElement} */ (event.currentTarget);
    if (isBusy) return;
    const values = /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form.current)));
    const wrong = check?.(values) ?? {};
    if (Object.keys(wrong).length) return fail(wrong);
    setBusy(true);
    setErrors({});
    try {
      await send(values);
    } catch (error) {
      if (!(error instanceof NotConfirmed)) fail(explain?.(error) ?? errorsOf(error, form.current));
    }
    setBusy(false);
  };
  return { errors, isBusy, onSubmit };
}

/** @param {unknown} error @param {HTMLFormElement} form @returns {Record<string, string>} */
function errorsOf(error, form) {
  const field = error instanceof Refused ? error.field : undefined;
  // `elements` are looked up by name; a field that is not in this form is no place for an error.
  const isHere = field !== undefined && form.elements.namedItem(field) !== null;
  return { [isHere ? field : "form"]: sentence(error) };
}
