import type { studio as chinese } from "../zh-CN/studio.ts";

export const studio: typeof chinese = {
  name: "Studio",
  rooms: {
    overview: "Overview",
    results: "Results",
    voices: "Voices",
    responses: "Responses",
    releases: "Releases",
  },
  roomsLabel: "Rooms of this study",
  studies: "My studies",
  account: "Account",
  signOut: "Sign out",
  signedInAs: "Signed in as {name}",
  roles: { researcher: "Researcher", reader: "Reader" },
};
