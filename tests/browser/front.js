/** Stands before the server, and can pretend that another version of the page is there: with another service worker. */
import { createServer, request } from "node:http";

export class Front {
  /** Added to the worker; another text is another worker. */
  version = "";
  #server;

  /** @param {number} port of the server behind */
  static async open(port) {
    const front = new Front();
    front.#server = createServer((asked, answer) => front.#pass(port, asked, answer));
    front.#server.on("upgrade", (asked, socket, head) => upgrade(port, asked, socket, head));
    await new Promise((done) => front.#server.listen(0, "127.0.0.1", done));
    return front;
  }

  get url() { return `http://127.0.0.1:${this.#server.address().port}`; }

  #pass(port, asked, answer) {
    const onward = request(askedOf(port, asked), (got) => {
      const isWorker = asked.url === "/sw.js";
      const { "content-length": _length, ...headers } = got.headers;
      answer.writeHead(got.statusCode, isWorker ? headers : got.headers);
      got.pipe(answer, { end: !isWorker });
      if (isWorker) got.on("end", () => answer.end(`\n// ${this.version}`));
    });
    onward.on("error", () => answer.destroy());
    asked.pipe(onward);
  }

  async close() {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}

/** As the server would be asked by a page of its own. */
function askedOf(port, { method, url: path, headers }) {
  const host = `127.0.0.1:${port}`;
  return { port, host: "127.0.0.1", method, path, headers: { ...headers, host, ...(headers.origin ? { origin: `http://${host}` } : {}) } };
}

function upgrade(port, asked, socket, head) {
  const onward = request(askedOf(port, asked));
  onward.on("upgrade", (got, behind, first) => {
    const lines = Object.entries(got.headers).map(([name, value]) => `${name}: ${value}`);
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join("\r\n")}\r\n\r\n`);
    socket.write(first);
    behind.write(head);
    behind.pipe(socket).pipe(behind);
    for (const [one, other] of [[behind, socket], [socket, behind]]) one.on("error", () => other.destroy()).on("close", () => other.destroy());
  });
  onward.on("error", () => socket.destroy());
  onward.end();
}
