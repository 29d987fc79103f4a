// SPDX-License-Identifier: MIT
//
// offline.ts: the check kept by this browser, so that it opens without a network; and everything given back.
//
// A browser may have no service workers, or refuse them (no https, a private window, a company's rules). Then the
// check works as before, with a network.
import { at } from "./parts";

/** Of caches (see web/sw) and of what kept.ts stores. */
const OURS = "selfcheck:";

/** Fills the cache, or brings it up to date. True when the check can be opened without a network from now on. */
export async function keepForOffline(script: string): Promise<boolean> {
  try {
    const registration = await navigator.serviceWorker.register(at(script));
    // Without a network there is nothing newer to be had, and what is kept stays as it is.
    if (registration.active) await registration.update().catch(() => null);
    if (registration.installing) await settled(registration.installing);
    return (registration.active ?? registration.waiting) !== null;
  } catch (error) {
    console.warn("the check cannot be kept for use without a network:", error);
    return false;
  }
}

/** Leaves nothing of the check in this browser: no answers of any pack, no program. */
export async function eraseAllKept(): Promise<void> {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(OURS)) localStorage.removeItem(key);
    }
    const scope = new URL(".", document.baseURI).href;
    const registration = await navigator.serviceWorker.getRegistration();
    // In a folder of another site, that site's own worker may be the nearest.
    if (registration?.scope === scope) await registration.unregister();
    for (const name of await caches.keys()) {
      if (name.startsWith(OURS + scope)) await caches.delete(name);
    }
  } catch {
    // No storage, so there is nothing in it.
  }
}

/** Installed and in charge, or given up. */
function settled(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (worker.state === "activated" || worker.state === "redundant") resolve();
    };
    worker.addEventListener("statechange", look);
    look();
  });
}
