/** Starts the built binary with an empty data folder, and stops only what it started. */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const BINARY = process.env.PARLOR_BIN ?? fileURLToPath(new URL("../../target/debug/parlor", import.meta.url));
const START_PATIENCE_MS = 30_000;

export class Server {
  constructor(folder) {
    this.folder = folder;
    this.child = null;
    this.port = 0;
    this.setUpLink = null;
  }

  static async start() {
    const server = new Server(await mkdtemp(join(tmpdir(), "parlor-browser-")));
    await server.run();
    return server;
  }

  get url() { return `http://127.0.0.1:${this.port}`; }

  /** Resolves when the server says where it listens, and where it wants to be set up. */
  run() {
    const listen = `127.0.0.1:${this.port}`;
    // What configures these tests is no setting of the server.
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("PARLOR_")));
    // History for the scroll rules is posted in one go.
    env.PARLOR_LIMITS_MESSAGES_BURST = "1000";
    const child = spawn(BINARY, ["serve", "--listen", listen, "--data-dir", this.folder], { env, stdio: ["ignore", "pipe", "pipe"] });
    this.child = child;
    const isFirst = this.setUpLink === null;
    return new Promise((done, failed) => {
      let errors = "";
      const timer = setTimeout(() => failed(new Error(`The server did not start in time.\n${errors}`)), START_PATIENCE_MS);
      child.stderr.on("data", (text) => { errors = (errors + text).slice(-4000); });
      child.on("error", failed);
      child.on("exit", (code) => failed(new Error(`The server ended with ${code}.\n${errors}`)));
      createInterface({ input: child.stdout }).on("line", (line) => {
        const listening = /listening on http:\/\/127\.0\.0\.1:(\d+)/u.exec(line);
        if (listening) this.port = Number(listening[1]);
        const setUp = /(http:\/\/\S+\/setup#\S+)/u.exec(line);
        if (setUp) [, this.setUpLink] = setUp;
        if (!(isFirst ? setUp : listening)) return;
        clearTimeout(timer);
        child.removeAllListeners("exit");
        done(this);
      });
    });
  }

  /** Ends the process and waits until it is gone. */
  async stop(signal = "SIGTERM") {
    const { child } = this;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once("exit", done));
    child.kill(signal);
    await gone;
  }

  /** Back on the same port, with the same data. */
  start() { return this.run(); }

  async end() {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
