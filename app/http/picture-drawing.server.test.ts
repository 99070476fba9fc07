import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { drawPicture, mostPictureBytes } from "./picture-drawing.server.ts";
import { looksLikeSvg, readPictureHeader } from "./picture-header.server.ts";

/** Red above, blue below; each side of its own colour, so that turning shows. */
function flag(width: number, height: number) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#e00000";
  context.fillRect(0, 0, width, height / 2);
  context.fillStyle = "#0000e0";
  context.fillRect(0, height / 2, width, height / 2);
  return canvas;
}
const drawn = async (bytes: Uint8Array) => {
  const outcome = await drawPicture(bytes);
  if ("problem" in outcome) throw new Error(outcome.problem);
  return outcome.picture;
};
async function colourAt(bytes: Uint8Array, x: number, y: number) {
  const image = await loadImage(Buffer.from(bytes));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const [red = 0, , blue = 0] = context.getImageData(x, y, 1, 1).data;
  return red > 150 ? "red" : blue > 150 ? "blue" : "other";
}

/** A JPEG that says how the camera was held. */
function held(jpeg: Buffer, orientation: number): Buffer {
  const exif = Buffer.from([
    ...[0xff, 0xe1, 0, 34, ...Buffer.from("Exif\0\0"), ...Buffer.from("MM\0*"), 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  ]);
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}

describe("a picture is drawn anew", () => {
  test.each(["png", "jpeg", "webp"] as const)("from %s, no wider than a page shows", async (kind) => {
    const canvas = flag(3000, 1500);
    const bytes =
      kind === "png" ? canvas.toBuffer("image/png") : canvas.toBuffer(`image/${kind}` as "image/jpeg");
    expect(readPictureHeader(bytes)).toEqual({ kind, width: 3000, height: 1500 });
    const picture = await drawn(bytes);
    expect([picture.width, picture.height]).toEqual([1200, 600]);
    expect(readPictureHeader(picture.bytes)).toMatchObject({ width: 1200, height: 600 });
    expect(await colourAt(picture.bytes, 600, 100)).toBe("red");
    expect(await colourAt(picture.bytes, 600, 500)).toBe("blue");
  });

  test("small ones stay small, transparent ones transparent", async () => {
    const canvas = createCanvas(40, 20);
    canvas.getContext("2d").fillRect(0, 0, 10, 20);
    const picture = await drawn(canvas.toBuffer("image/png"));
    expect([picture.width, picture.height]).toEqual([40, 20]);
    expect(picture.mediaType).not.toBe("image/jpeg");
  });

  test("a photograph stands as the camera was held, and says nothing of the camera", async () => {
    const jpeg = flag(400, 200).toBuffer("image/jpeg");
    const upright = await drawn(held(jpeg, 1));
    expect([upright.width, upright.height]).toEqual([400, 200]);
    // Held on its side: what was at the top belongs at the right.
    const turned = await drawn(held(jpeg, 6));
    expect([turned.width, turned.height]).toEqual([200, 400]);
    expect(await colourAt(turned.bytes, 180, 200)).toBe("red");
    expect(await colourAt(turned.bytes, 20, 200)).toBe("blue");
    const over = await drawn(held(jpeg, 3));
    expect(await colourAt(over.bytes, 200, 20)).toBe("blue");
    expect(Buffer.from(turned.bytes).includes("Exif")).toBe(false);
  });

  test("what was hidden behind or inside it is gone", async () => {
    const hidden = "<script>alert(1)</script>PK\u0003\u0004";
    const png = Buffer.concat([flag(64, 64).toBuffer("image/png"), Buffer.from(hidden)]);
    expect(Buffer.from((await drawn(png)).bytes).includes("script")).toBe(false);
    const jpeg = flag(64, 64).toBuffer("image/jpeg");
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, hidden.length + 2]), Buffer.from(hidden)]);
    const carrying = Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]);
    expect(Buffer.from((await drawn(carrying)).bytes).includes("script")).toBe(false);
  });
});

describe("a file is refused before anything decodes it", () => {
  const png = (width: number, height: number) => {
    const bytes = Buffer.from(flag(8, 8).toBuffer("image/png"));
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    return bytes;
  };
  test.each([
    ["SVG", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "picture-svg"],
    ["SVG behind a declaration", "\uFEFF <?xml version='1.0'?><svg/>", "picture-svg"],
    ["a page", "<html><script>alert(1)</script>", "picture-not"],
    ["GIF", "GIF89a\u0001\u0000\u0001\u0000", "picture-not"],
    ["nothing", "", "picture-not"],
    ["a zip", "PK\u0003\u0004", "picture-not"],
  ])("%s", async (_, text, problem) => {
    expect(await drawPicture(Buffer.from(text))).toEqual({ problem });
  });

  test("giants, whatever little they weigh", async () => {
    for (const [width, height] of [
      [60_000, 60_000],
      [20_000, 100],
      [6000, 6000],
    ] as const) {
      const before = performance.now();
      expect(await drawPicture(png(width, height))).toEqual({ problem: "picture-pixels" });
      expect(performance.now() - before).toBeLessThan(50);
    }
    expect(await drawPicture(new Uint8Array(mostPictureBytes + 1))).toEqual({ problem: "picture-large" });
  });

  test("pictures without a size, cut off, or false inside", async () => {
    expect(await drawPicture(png(0, 10))).toEqual({ problem: "picture-broken" });
    const whole = flag(300, 300).toBuffer("image/png");
    expect(await drawPicture(whole.subarray(0, 20))).toEqual({ problem: "picture-not" });
    const noise = Buffer.concat([whole.subarray(0, 40), Buffer.alloc(2000, 7)]);
    expect(await drawPicture(noise)).toEqual({ problem: "picture-broken" });
    expect(readPictureHeader(Buffer.from([0xff, 0xd8, 0xff, 0xff, 0xff]))).toBeUndefined();
    expect(
      readPictureHeader(Buffer.concat([Buffer.from("RIFF\0\0\0\0WEBP"), Buffer.alloc(64)])),
    ).toBeUndefined();
  });

  test("any bytes: refused or undefined, never an error", () => {
    for (let seed = 0; seed < 500; seed++) {
      const start =
        [[0xff, 0xd8, 0xff, 0xe1], [0x89, 0x50, 0x4e, 0x47], [...Buffer.from("RIFF")]][seed % 3] ?? [];
      const bytes = Uint8Array.from(
        { length: seed % 90 },
        (_, at) => start[at] ?? (seed * 31 + at * 17) % 256,
      );
      expect(() => readPictureHeader(bytes)).not.toThrow();
      expect(() => looksLikeSvg(bytes)).not.toThrow();
    }
  });
});
