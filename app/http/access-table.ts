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

const everybody = (status: number): AccessRule["answers"] => ({
  anonymous: status,
  reader: status,
  researcher: status,
  stranger: status,
});
/** Members of the study; for others there is no such study. */
const members = (status: number): AccessRule["answers"] => ({
  anonymous: "sign-in",
  reader: status,
  researcher: status,
  stranger: 404,
});
const researchers = (status: number): AccessRule["answers"] => ({ ...members(status), reader: 403 });
const signedIn = (status: number): AccessRule["answers"] => ({ ...everybody(status), anonymous: "sign-in" });

const get = (route: string, path: string, answers: AccessRule["answers"]): AccessRule => ({
  route,
  method: "GET",
  path,
  answers,
});
const post = (
  route: string,
  path: string,
  answers: AccessRule["answers"],
  body: Record<string, string> = {},
): AccessRule => ({ route, method: "POST", path, answers, body });

/**
 * Every route, by every kind of asker (attack 5). A route without a line here fails `access.test.ts`; the lines are
 * executed against a running server by the browser tests. Bodies are such that nothing is changed: forms a member may
 * send are sent incomplete and come back as 400.
 */
export const accessTable: AccessRule[] = [
  get("$", "/no/such/page", everybody(404)),
  post("$", "/no/such/page", everybody(404)),
  get("_index", "/", everybody(200)),
  get("p.$slug", "/p/no-such-study", everybody(404)),
  get("p.$slug_.$number", "/p/demo/99999", everybody(404)),
  get("p.$slug_.files.$name", "/p/demo/files/no-such-file.pdf", everybody(404)),
  get("s.$slug", "/s/demo", everybody(200)),
  get("s.$slug", "/s/no-such-door", everybody(404)),
  post("s.$slug", "/s/no-such-door", everybody(404)),
  get("s.$slug_.$page", "/s/no-such-door/about", everybody(404)),
  post("s.$slug_.$page", "/s/no-such-door/about", everybody(404)),
  get("s.$slug_.catalogue", "/s/no-such-door/catalogue?q=x", everybody(404)),
  get("i.$token", "/i/no-such-invitation", everybody(404)),
  get("i.$token_.unsubscribe", "/i/no-such-invitation/unsubscribe", everybody(404)),
  post("i.$token_.unsubscribe", "/i/no-such-invitation/unsubscribe", everybody(404)),
  get("follow-up.$slug", "/follow-up/demo", everybody(200)),
  get("follow-up.$slug", "/follow-up/no-such-door", everybody(404)),
  post("follow-up.$slug", "/follow-up/demo", everybody(400), { name: "", contact: "" }),
  get("s.$slug_.offline", "/s/demo/offline", everybody(200)),
  get("s.$slug_.offline", "/s/yqbdn394/offline", everybody(403)),
  get("s.$slug_.offline", "/s/no-such-door/offline", everybody(404)),
  get("media.$file", `/media/${"0".repeat(64)}`, everybody(404)),
  get("media.$file", "/media/..%2f..%2fetc%2fpasswd", everybody(404)),
  get("sw[.]js", "/sw.js", everybody(200)),
  get("withdraw", "/withdraw", everybody(200)),
  post("withdraw", "/withdraw", everybody(400), { code: "not a code" }),
  get("studio.sign-in", "/studio/sign-in", { ...everybody(302), anonymous: 200 }),
  post("studio.sign-in", "/studio/sign-in", { ...everybody(302), anonymous: 400 }),
  get("studio.sign-out", "/studio/sign-out", everybody(302)),
  post("studio.sign-out", "/studio/sign-out", everybody(302)),
  get("studio._index", "/studio", signedIn(200)),
  get("studio.account", "/studio/account", signedIn(200)),
  post("studio.account", "/studio/account", signedIn(400)),
  get("studio.certificates", "/studio/certificates", signedIn(200)),
  post("studio.certificates", "/studio/certificates", { ...signedIn(400), reader: 403 }),
  get("studio.new", "/studio/new", signedIn(200)),
  post("studio.new", "/studio/new", signedIn(400)),
  get("studio.new_.instrument", "/studio/new/instrument", signedIn(302)),
  post("studio.new_.instrument", "/studio/new/instrument", signedIn(400)),
  get("studio.new_.collector", "/studio/new/collector", signedIn(302)),
  post("studio.new_.collector", "/studio/new/collector", signedIn(400)),
  get("studio.new_.done", "/studio/new/done?study=demo", researchers(200)),
  get("studio.new_.done", "/studio/new/done?study=no-such-study", signedIn(404)),
  get("studio.$study._index", "/studio/demo", members(200)),
  get("studio.$study.qr", "/studio/demo/qr?door=demo", members(200)),
  get("studio.$study.qr", "/studio/demo/qr?door=no-such-door", members(404)),
  get("studio.$study.fieldwork.quality", "/studio/demo/fieldwork/quality", researchers(200)),
  get("studio.$study.fieldwork.quality", "/studio/demo/fieldwork/quality?page=0", researchers(400)),
  post("studio.$study.fieldwork.quality", "/studio/demo/fieldwork/quality", researchers(400), {
    intent: "exclude",
    scope: "ticked",
    reason: " ",
  }),
  get("studio.$study.results._index", "/studio/demo/results", members(200)),
  get("studio.$study.results.scales", "/studio/demo/results/scales", members(200)),
  get("studio.$study.results.scales", "/studio/demo/results/scales?theme=EXM", members(200)),
  get("studio.$study.results.scales", "/studio/demo/results/scales?theme=NONE", members(400)),
  get("studio.$study.results.files.$file", "/studio/demo/results/files/overview.themes.csv", members(200)),
  get("studio.$study.results.files.$file", "/studio/demo/results/files/overview.themes.exe", members(404)),
  get("studio.$study.results.files.$file", "/studio/demo/results/files/nowhere.themes.csv", members(404)),
  get("studio.$study.results.cross", "/studio/demo/results/cross", members(200)),
  get("studio.$study.results.cross", "/studio/demo/results/cross?row=EXM01&column=BG01", members(200)),
  get("studio.$study.results.cross", "/studio/demo/results/cross?row=BG01&column=BG01", members(400)),
  get("studio.$study.results.cross", "/studio/demo/results/cross?row=BG01&column=day", members(400)),
  get("studio.$study.results.files.$file", "/studio/demo/results/files/cross.table.csv", members(200)),
  get("studio.$study.results.trend", "/studio/demo/results/trend", members(200)),
  get("studio.$study.results.trend", "/studio/demo/results/trend?f.wave=9", members(400)),
  get("studio.$study.results.files.$file", "/studio/demo/results/files/trend.themes.csv", members(200)),
  get("studio.$study.results.mirrors", "/studio/demo/results/mirrors", members(200)),
  get("studio.$study.results.mirrors", "/studio/demo/results/mirrors?f.nothing=1", members(400)),
  get("studio.$study.results.weights", "/studio/demo/results/weights", members(200)),
  get("studio.$study.results.weights", "/studio/demo/results/weights?variable=none", {
    ...members(400),
    reader: 200,
  }),
  post("studio.$study.results.weights", "/studio/demo/results/weights?variable=BG01", researchers(400), {
    source: "",
  }),
  get(
    "studio.$study.instruments.$instrument.bank",
    "/studio/demo/instruments/oneplusx-student/bank",
    researchers(200),
  ),
  post(
    "studio.$study.instruments.$instrument.bank",
    "/studio/demo/instruments/oneplusx-student/bank",
    researchers(400),
    { intent: "save" },
  ),
  get(
    "studio.$study.instruments.$instrument.check",
    "/studio/demo/instruments/oneplusx-student/check",
    researchers(200),
  ),
  get(
    "studio.$study.instruments.$instrument.[test]",
    "/studio/demo/instruments/oneplusx-student/test?count=60&seed=1",
    researchers(200),
  ),
  get(
    "studio.$study.instruments.$instrument.[test]",
    "/studio/demo/instruments/oneplusx-student/test?count=many",
    researchers(400),
  ),
  get(
    "studio.$study.instruments.$instrument.try",
    "/studio/demo/instruments/oneplusx-student/try",
    researchers(200),
  ),
  post(
    "studio.$study.instruments.$instrument.try",
    "/studio/demo/instruments/oneplusx-student/try",
    researchers(400),
    { go: "next" },
  ),
  get("studio.$study.results.groups", "/studio/demo/results/groups?by=BG09", members(200)),
  get("studio.$study.results.groups", "/studio/demo/results/groups?by=EXM01", members(400)),
  get("studio.$study.results.modes", "/studio/demo/results/modes", members(200)),
  get("studio.$study.results.modes", "/studio/demo/results/modes?theme=NO", members(400)),
  get("studio.$study.voices", "/studio/demo/voices", researchers(200)),
  get("studio.$study.fieldwork._index", "/studio/demo/fieldwork", members(200)),
  get("studio.$study.fieldwork._index", "/studio/demo/fieldwork?wave=all", members(200)),
  get("studio.$study.fieldwork._index", "/studio/demo/fieldwork?wave=1%27--", members(400)),
  get("studio.$study.fieldwork.board[.]csv", "/studio/demo/fieldwork/board.csv", members(200)),
  get("studio.$study.fieldwork.board[.]csv", "/studio/demo/fieldwork/board.csv?wave=99", members(400)),
  get("studio.$study.fieldwork.volunteers", "/studio/demo/fieldwork/volunteers", researchers(200)),
  post("studio.$study.fieldwork.volunteers", "/studio/demo/fieldwork/volunteers", researchers(400), {
    intent: "deleteAll",
  }),
  get(
    "studio.$study.fieldwork.doors.$door_.invitations._index",
    "/studio/demo/fieldwork/doors/yqbdn394/invitations",
    researchers(200),
  ),
  get(
    "studio.$study.fieldwork.doors.$door_.invitations._index",
    "/studio/demo/fieldwork/doors/demo/invitations",
    researchers(404),
  ),
  post(
    "studio.$study.fieldwork.doors.$door_.invitations._index",
    "/studio/demo/fieldwork/doors/yqbdn394/invitations?index",
    researchers(400),
    { intent: "erase" },
  ),
  get(
    "studio.$study.fieldwork.doors.$door_.invitations.import",
    "/studio/demo/fieldwork/doors/yqbdn394/invitations/import",
    researchers(200),
  ),
  post(
    "studio.$study.fieldwork.doors.$door_.invitations.import",
    "/studio/demo/fieldwork/doors/yqbdn394/invitations/import",
    researchers(400),
  ),
  get(
    "studio.$study.fieldwork.doors.$door_.invitations.letter",
    "/studio/demo/fieldwork/doors/yqbdn394/invitations/letter",
    researchers(200),
  ),
  post(
    "studio.$study.fieldwork.doors.$door_.invitations.letter",
    "/studio/demo/fieldwork/doors/yqbdn394/invitations/letter",
    researchers(400),
  ),
  get("studio.$study.fieldwork.outbox._index", "/studio/demo/fieldwork/outbox", researchers(200)),
  post("studio.$study.fieldwork.outbox._index", "/studio/demo/fieldwork/outbox?index", researchers(400)),
  get(
    "studio.$study.fieldwork.outbox.$message",
    "/studio/demo/fieldwork/outbox/no-such-letter",
    researchers(404),
  ),
  post(
    "studio.$study.fieldwork.outbox.$message",
    "/studio/demo/fieldwork/outbox/no-such-letter",
    researchers(404),
  ),
  get("studio.$study.instruments._index", "/studio/demo/instruments", researchers(200)),
  get("studio.$study.instruments.new", "/studio/demo/instruments/new", researchers(200)),
  post("studio.$study.instruments.new", "/studio/demo/instruments/new", researchers(400)),
  get(
    "studio.$study.instruments.$instrument._index",
    "/studio/demo/instruments/oneplusx-student?at=item:EXM01",
    researchers(200),
  ),
  get(
    "studio.$study.instruments.$instrument._index",
    "/studio/demo/instruments/no-such-one",
    researchers(404),
  ),
  post(
    "studio.$study.instruments.$instrument._index",
    "/studio/demo/instruments/oneplusx-student?index",
    researchers(400),
    { intent: "undo" },
  ),
  get(
    "studio.$study.instruments.$instrument.save",
    "/studio/demo/instruments/oneplusx-student/save",
    researchers(302),
  ),
  post(
    "studio.$study.instruments.$instrument.save",
    "/studio/demo/instruments/oneplusx-student/save",
    researchers(400),
    { intent: "set" },
  ),
  get(
    "studio.$study.instruments.$instrument.preview",
    "/studio/demo/instruments/oneplusx-student/preview?page=exam",
    researchers(200),
  ),
  get(
    "studio.$study.instruments.$instrument.preview",
    "/studio/demo/instruments/oneplusx-student/preview?state=99",
    researchers(400),
  ),
  get(
    "studio.$study.instruments.$instrument.history",
    "/studio/demo/instruments/oneplusx-student/history",
    researchers(200),
  ),
  get(
    "studio.$study.instruments.$instrument.history",
    "/studio/demo/instruments/oneplusx-student/history?look=x",
    researchers(400),
  ),
  post(
    "studio.$study.instruments.$instrument.history",
    "/studio/demo/instruments/oneplusx-student/history",
    researchers(400),
  ),
  get(
    "studio.$study.instruments.$instrument.versions",
    "/studio/demo/instruments/oneplusx-student/versions",
    researchers(200),
  ),
  post(
    "studio.$study.instruments.$instrument.versions",
    "/studio/demo/instruments/oneplusx-student/versions",
    researchers(400),
  ),
  get(
    "studio.$study.instruments.$instrument.versions_.$number",
    "/studio/demo/instruments/oneplusx-student/versions/1",
    researchers(200),
  ),
  get(
    "studio.$study.instruments.$instrument.versions_.$number",
    "/studio/demo/instruments/oneplusx-student/versions/99",
    researchers(404),
  ),
  get("studio.$study.instruments.import", "/studio/demo/instruments/import", researchers(200)),
  post("studio.$study.instruments.import", "/studio/demo/instruments/import", researchers(400)),
  get(
    "studio.$study.instruments.$instrument.files",
    "/studio/demo/instruments/oneplusx-student/files",
    researchers(200),
  ),
  get(
    "studio.$study.instruments.$instrument.files_.$file",
    "/studio/demo/instruments/oneplusx-student/files/xlsform.xlsx",
    researchers(200),
  ),
  get(
    "studio.$study.instruments.$instrument.files_.$file",
    "/studio/demo/instruments/oneplusx-student/files/qualtrics.qsf",
    researchers(404),
  ),
  get(
    "studio.$study.instruments.$instrument.languages",
    "/studio/demo/instruments/oneplusx-student/languages?to=en&missing=1",
    researchers(200),
  ),
  post(
    "studio.$study.instruments.$instrument.languages",
    "/studio/demo/instruments/oneplusx-student/languages",
    researchers(400),
    { intent: "add", tag: "not a tag" },
  ),
  get(
    "studio.$study.instruments.$instrument.languages_.$file",
    "/studio/demo/instruments/oneplusx-student/languages/en.xlf",
    researchers(200),
  ),
  get(
    "studio.$study.instruments.$instrument.languages_.$file",
    "/studio/demo/instruments/oneplusx-student/languages/zh-CN.xlf",
    researchers(404),
  ),
  get(
    "studio.$study.instruments.$instrument.languages_.import",
    "/studio/demo/instruments/oneplusx-student/languages/import",
    researchers(200),
  ),
  post(
    "studio.$study.instruments.$instrument.languages_.import",
    "/studio/demo/instruments/oneplusx-student/languages/import",
    researchers(400),
  ),
  get("studio.$study.releases", "/studio/demo/releases", members(200)),
  post("studio.$study.releases", "/studio/demo/releases", researchers(400)),
  get("studio.$study.exports.$file", "/studio/demo/exports/responses.csv", researchers(200)),
  get("studio.$study.exports.$file", "/studio/demo/exports/no-such-file.csv", researchers(404)),
  get("studio.$study.responses._index", "/studio/demo/responses", researchers(200)),
  get("studio.$study.responses._index", "/studio/demo/responses?sort=id%27--", researchers(400)),
  get("studio.$study.responses.$id", "/studio/demo/responses/{response}", researchers(200)),
  get("studio.$study.responses.$id", "/studio/demo/responses/no-such-response", researchers(404)),
  post("studio.$study.responses.$id", "/studio/demo/responses/{response}", researchers(400), {
    intent: "exclude",
    reason: " ",
  }),
  post("studio.$study.responses.$id", "/studio/demo/responses/no-such-response", researchers(404), {
    intent: "exclude",
    reason: "not there",
  }),
  get("studio.$study.fieldwork.waves._index", "/studio/demo/fieldwork/waves", researchers(200)),
  get("studio.$study.fieldwork.waves.new", "/studio/demo/fieldwork/waves/new", researchers(200)),
  post("studio.$study.fieldwork.waves.new", "/studio/demo/fieldwork/waves/new", researchers(400)),
  get("studio.$study.fieldwork.waves.$wave", "/studio/demo/fieldwork/waves/2", researchers(200)),
  get("studio.$study.fieldwork.waves.$wave", "/studio/demo/fieldwork/waves/99", researchers(404)),
  post("studio.$study.fieldwork.waves.$wave", "/studio/demo/fieldwork/waves/2", researchers(400)),
  get(
    "studio.$study.fieldwork.waves.$wave_.settings",
    "/studio/demo/fieldwork/waves/2/settings",
    researchers(200),
  ),
  post(
    "studio.$study.fieldwork.waves.$wave_.settings",
    "/studio/demo/fieldwork/waves/2/settings",
    researchers(400),
  ),
  get(
    "studio.$study.fieldwork.waves.$wave_.new-door",
    "/studio/demo/fieldwork/waves/2/new-door",
    researchers(200),
  ),
  post(
    "studio.$study.fieldwork.waves.$wave_.new-door",
    "/studio/demo/fieldwork/waves/2/new-door",
    researchers(400),
  ),
  get(
    "studio.$study.fieldwork.waves.$wave_.import",
    "/studio/demo/fieldwork/waves/2/import",
    researchers(200),
  ),
  post(
    "studio.$study.fieldwork.waves.$wave_.import",
    "/studio/demo/fieldwork/waves/2/import",
    researchers(400),
  ),
  get(
    "studio.$study.fieldwork.waves.$wave_.quotas",
    "/studio/demo/fieldwork/waves/2/quotas",
    researchers(200),
  ),
  post(
    "studio.$study.fieldwork.waves.$wave_.quotas",
    "/studio/demo/fieldwork/waves/2/quotas",
    researchers(400),
  ),
  get(
    "studio.$study.fieldwork.waves.$wave_.targets",
    "/studio/demo/fieldwork/waves/2/targets",
    researchers(200),
  ),
  post(
    "studio.$study.fieldwork.waves.$wave_.targets",
    "/studio/demo/fieldwork/waves/2/targets",
    researchers(400),
  ),
  get(
    "studio.$study.fieldwork.waves.$wave_.posters",
    "/studio/demo/fieldwork/waves/2/posters",
    researchers(400),
  ),
  get(
    "studio.$study.fieldwork.waves.$wave_.posters",
    "/studio/demo/fieldwork/waves/99/posters?format=pdf&language=en",
    researchers(404),
  ),
  get(
    "studio.$study.fieldwork.waves.$wave_.doors[.]csv",
    "/studio/demo/fieldwork/waves/2/doors.csv",
    researchers(200),
  ),
  get("studio.$study.fieldwork.doors.$door", "/studio/demo/fieldwork/doors/demo", researchers(200)),
  get("studio.$study.fieldwork.doors.$door", "/studio/demo/fieldwork/doors/no-such-door", researchers(404)),
  post("studio.$study.fieldwork.doors.$door", "/studio/demo/fieldwork/doors/demo", researchers(400)),
  get(
    "studio.$study.fieldwork.doors.$door_.settings",
    "/studio/demo/fieldwork/doors/demo/settings",
    researchers(200),
  ),
  post(
    "studio.$study.fieldwork.doors.$door_.settings",
    "/studio/demo/fieldwork/doors/demo/settings",
    researchers(400),
  ),
  get(
    "studio.$study.fieldwork.doors.$door_.poster",
    "/studio/demo/fieldwork/doors/demo/poster",
    researchers(400),
  ),
  get(
    "studio.$study.fieldwork.doors.$door_.poster",
    "/studio/demo/fieldwork/doors/no-such-door/poster?format=png&language=en",
    researchers(404),
  ),
];
