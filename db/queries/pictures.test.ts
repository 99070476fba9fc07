import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { smallPicture } from "#app/instrument/testing/every-kind.ts";
import { databases, type TestDatabase } from "../testing/databases.ts";
import { insertSmallStudy } from "../testing/small-study.ts";
import { findPicture, findPictureSize, storePicture } from "./pictures.server.ts";

describe.each(databases)("pictures on $name", ({ open }) => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await open();
    for (const slug of ["one", "two"]) await insertSmallStudy(store.db, slug);
  });
  afterAll(() => store.close());

  test("are kept once a study, found by their name, and measured for their study only", async () => {
    const keep = () => store.commit((trx) => storePicture(trx, { ...smallPicture, study_id: "one" }));
    await keep();
    await keep();
    const found = await findPicture(store.db, smallPicture.name);
    expect(found?.media_type).toBe("image/png");
    expect(Buffer.from(found?.bytes ?? []).equals(smallPicture.bytes)).toBe(true);
    expect(await findPictureSize(store.db, "one", smallPicture.name)).toEqual({ width: 64, height: 32 });
    expect(await findPictureSize(store.db, "two", smallPicture.name)).toBeUndefined();
    await store.commit((trx) => storePicture(trx, { ...smallPicture, study_id: "two" }));
    expect(await findPictureSize(store.db, "two", smallPicture.name)).toEqual({ width: 64, height: 32 });
    expect(await findPicture(store.db, "0".repeat(64))).toBeUndefined();
  });
});
