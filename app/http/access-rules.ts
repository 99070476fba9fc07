/** Who asks: nobody known, a member of the study who may read, one who may change, and a researcher of another study. */
export const askers = ["anonymous", "reader", "researcher", "stranger"] as const;
export type Asker = (typeof askers)[number];

/** What a route must answer: a status, or "sign-in" for a redirect to the sign-in page. */
export type Answer = number | "sign-in";

export interface AccessRule {
  /** The file in app/routes, without its ending. */
  route: string;
  method: "GET" | "POST";
  /** `{response}` is a response of the demo study, `{release}` the number of one. */
  path: string;
  body?: Record<string, string>;
  answers: Record<Asker, Answer>;
}

export const everybody = (status: number): AccessRule["answers"] => ({
  anonymous: status,
  reader: status,
  researcher: status,
  stranger: status,
});
/** Members of the study; for others there is no such study. */
export const members = (status: number): AccessRule["answers"] => ({
  anonymous: "sign-in",
  reader: status,
  researcher: status,
  stranger: 404,
});
export const researchers = (status: number): AccessRule["answers"] => ({ ...members(status), reader: 403 });
export const signedIn = (status: number): AccessRule["answers"] => ({
  ...everybody(status),
  anonymous: "sign-in",
});

export const get = (route: string, path: string, answers: AccessRule["answers"]): AccessRule => ({
  route,
  method: "GET",
  path,
  answers,
});
export const post = (
  route: string,
  path: string,
  answers: AccessRule["answers"],
  body: Record<string, string> = {},
): AccessRule => ({ route, method: "POST", path, answers, body });
