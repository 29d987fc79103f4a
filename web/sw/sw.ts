// SPDX-License-Identifier: MIT
//
// sw.ts: the service worker: the check opens without a network.
//
// Each build is kept whole in a cache of its own, filled while the worker is installed. The page itself comes from
// the network where there is one, so that a reader who is online reads what was last published; everything else has
// a hash in its name and comes from whichever build's cache has it. So a new worker may take over at once: a page
// that is open goes on with its own files, the next opening has the new ones, and nothing is ever loaded again under
// the reader's hands. The build before is kept until the next one for pages that are still open.
import { PrecacheController } from "workbox-precaching/PrecacheController.js";

declare const self: ServiceWorkerGlobalScope;
/** Written by tools/bundle/installable.mjs: what the check needs, and a hash of all of it. */
declare const BUILD: { version: string; files: { url: string; revision: string | null }[] };

/** How long a slow network may keep the reader waiting for the page. */
const PATIENCE_MS = 3000;
const HASHED = /-[0-9a-f]{10}\.[a-z]+$/;

const { scope } = self.registration;
const ours = `selfcheck:${scope}:`;
const cacheName = ours + BUILD.version;
const precache = new PrecacheController({ cacheName });
precache.precache(BUILD.files);

self.addEventListener("install", (event) => {
  event.waitUntil(self.skipWaiting());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOldBuilds());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const [address = ""] = request.url.split(/[?#]/);
  if (request.method !== "GET" || !address.startsWith(scope)) return;
  const name = address.slice(scope.length);
  if (request.mode === "navigate") {
    if (name === "" || name === "index.html") event.respondWith(page(request));
  } else if (HASHED.test(name)) {
    event.respondWith(file(request));
  }
});

async function page(request: Request): Promise<Response> {
  try {
    const response = await Promise.race([fetch(request), patience()]);
    if (response && response.status < 500) return response;
  } catch {
    // No network: what is kept does.
  }
  return (await precache.matchPrecache("./")) ?? fetch(request);
}

async function file(request: Request): Promise<Response> {
  return (await caches.match(request.url, { ignoreVary: true })) ?? fetch(request);
}

function patience(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
}

/** All but this build and the one before it. `keys` gives caches in the order in which they were made. */
async function forgetOldBuilds(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(ours) && name !== cacheName);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}
