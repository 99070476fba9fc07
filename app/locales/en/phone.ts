import type { phone as chinese } from "../zh-CN/phone.ts";

export const phone: typeof chinese = {
  kept: "Saved on this phone",
  sending: "Sending…",
  sent: "Sent so far, not handed in yet",
  waiting: "Saved here, will send when online",
  resumeBody: "It stopped at “{page}”. The answers are kept on this phone.",
  doneTitle: "All answered, waiting to be sent",
  doneBody:
    "The answers are encrypted on this phone and have not arrived yet. They are handed in by themselves once you are online. You may also close this page and open the same link when there is a network; it then asks whether they were yours before it shows the code.",
  doneNote: "Only “Received” with a withdrawal code means they have arrived.",
  tryNow: "Try now",
  emptyTitle: "No network right now",
  emptyBody:
    "This phone holds no answers to go on with. Open this page again once you are online; it continues from what was last sent.",
  notTaken:
    "The answers you gave without a network were not accepted. They are still encrypted on this phone and disappear after thirty days, or now if you prefer.",
  notTakenGone:
    "The answers you gave without a network were not accepted, and have been deleted from this phone.",
  erase: "Delete the answers on this phone",
  withoutScript: "This page is only for when there is no network. Please enter the survey here.",
};
