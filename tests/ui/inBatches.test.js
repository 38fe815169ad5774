import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { inBatches } from "../../assets/inBatches.js";

/** Lets what was asked come to its end, and a while pass. */
async function pass(ms) {
  mock.timers.tick(ms);
  for (let turns = 0; turns < 5; turns += 1) await Promise.resolve();
}

test("what is wanted again while it is asked for is asked once, and what was not answered once more", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  globalThis.window = globalThis;
  const asked = [];
  const answers = [false, true, true];
  let answer = () => {};
  const want = inBatches((keys) => {
    asked.push(keys);
    return new Promise((done) => { answer = () => done(answers.shift()); });
  });
  want("a");
  want("b");
  want("a");
  await pass(30);
  want("a");
  await pass(30);
  assert.deepEqual(asked, [["a", "b"]]);
  answer();
  await pass(0);
  await pass(4999);
  assert.equal(asked.length, 1);
  await pass(1);
  assert.deepEqual(asked[1], ["a", "b"]);
  want("c");
  answer();
  await pass(0);
  await pass(30);
  assert.deepEqual(asked[2], ["c"]);
  answer();
  await pass(60);
  assert.equal(asked.length, 3);
  mock.timers.reset();
});
