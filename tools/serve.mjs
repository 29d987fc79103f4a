#!/usr/bin/env node
// SPDX-License-Identifier: MIT
//
// serve.mjs [FOLDER] [PORT]: serves a folder on this machine only, the way a good web server would: right types,
// compressed sisters (.br, .gz) where the browser takes them, for ever cacheable where the name has a hash.
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import sirv from "sirv";

const [folder = "dist", port = "8080"] = process.argv.slice(2);
if (!fs.existsSync(path.join(folder, "index.html"))) {
  console.error(`error: ${folder}/index.html is not there. Run ./build-wasm.sh first.`);
  process.exit(1);
}

const HASHED = /[.-][0-9a-zA-Z_-]{8,}\.(?:js|mjs|css|wasm|json|png|woff2)$/;

const serve = sirv(folder, {
  dev: true, // looks at the disk each time, so that a rebuild shows without a restart
  brotli: true,
  gzip: true,
  etag: true,
  setHeaders(response, pathname) {
    response.setHeader("X-Content-Type-Options", "nosniff");
    // In a frame with sandbox="allow-scripts" the check has an origin of its own, from which even these public files
    // count as another site's.
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Cache-Control", HASHED.test(pathname) ? "public, max-age=31536000, immutable" : "no-cache");
  },
});

const server = http.createServer((request, response) => {
  serve(request, response, () => {
    response.writeHead(404, { "Content-Type": "text/plain" });
    response.end("Not found\n");
  });
});

server.on("error", (error) => {
  const taken = error.code === "EADDRINUSE";
  console.error(`error: ${taken ? `port ${port} is in use; give another: ./build-wasm.sh --serve PORT` : error.message}`);
  process.exit(1);
});
server.listen(Number(port), "localhost", () => {
  console.log(`Serving ${folder}/ at http://localhost:${server.address().port}/  (Ctrl-C stops)`);
});
