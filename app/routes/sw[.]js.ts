import { serviceWorker } from "#app/http/service-worker.server.ts";

/** The service worker of students' pages, at an address that stays the same over all builds. */
export const loader = () => serviceWorker();
