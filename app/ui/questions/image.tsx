import type { ImageItem } from "#app/questions/image.ts";
import type { Look } from "./look.ts";

/** A picture with its caption. Its room is kept free while it loads. */
export const Picture: Look<ImageItem> = ({ item, language }) => (
  <figure className="between image" id={item.code}>
    <img
      src={`/media/${item.file}`}
      width={item.width}
      height={item.height}
      alt={item.alt[language]}
      loading="lazy"
      decoding="async"
    />
    {item.text[language] ? <figcaption>{item.text[language]}</figcaption> : null}
  </figure>
);
