import assert from "node:assert/strict";
import { test } from "node:test";
import { bindings, isComposing, pressed } from "../../assets/keys.js";
import { saySettings } from "../../assets/strings/settings.js";

const press = (key, held = {}) => ({ key, altKey: false, shiftKey: false, ctrlKey: false, metaKey: false, ...held });

test("what is pressed is named as the table names it", () => {
  assert.equal(pressed(press("ArrowUp", { altKey: true, shiftKey: true }), false), "Alt+Shift+ArrowUp");
  assert.equal(pressed(press("/", { ctrlKey: true }), false), "Ctrl+/");
  assert.equal(pressed(press("/", { ctrlKey: true, shiftKey: true }), false), "Ctrl+/");
  assert.equal(pressed(press("C"), false), "c");
  assert.equal(pressed(press("C", { shiftKey: true }), false), "Shift+c");
});

test("Ctrl is Cmd on a Mac, and the other one is nobody's", () => {
  assert.equal(pressed(press("/", { metaKey: true }), true), "Ctrl+/");
  assert.equal(pressed(press("/", { ctrlKey: true }), true), "Foreign+/");
});

test("an input method's keys are its own", () => {
  assert.equal(isComposing({ isComposing: true, keyCode: 13 }), true);
  assert.equal(isComposing({ isComposing: false, keyCode: 229 }), true);
  assert.equal(isComposing({ isComposing: false, keyCode: 13 }), false);
});

test("no key is bound twice in one place, each has a name, none is the browser's", () => {
  const places = bindings.map((one) => `${one.where} ${one.keys}`);
  assert.equal(new Set(places).size, places.length);
  for (const one of bindings) assert.equal(typeof saySettings[one.name], "string", one.name);
  const taken = ["Ctrl+f", "Ctrl+l", "Ctrl+t", "Ctrl+w", "Ctrl+r", "Ctrl+Shift+m", "Ctrl+Shift+u", "Ctrl+.", "Shift+Escape",
    ...Array.from({ length: 9 }, (_, at) => `Ctrl+${at + 1}`)];
  assert.deepEqual(bindings.filter((one) => taken.includes(one.keys)), []);
});
