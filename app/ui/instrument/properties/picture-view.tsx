import { noPicture } from "#app/instrument/new-element.ts";
import type { PictureField } from "#app/instrument/properties/field.ts";
import { fill } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";
import { usePropertiesForm } from "./form-context.ts";
import { PropertyFrame } from "./property-frame.tsx";

/** The picture there is, and the way to another. */
export function PictureView({ field, name }: { field: PictureField; name: string }) {
  const { picture } = useMessages().properties;
  const { file = noPicture, width = "", height = "" } = usePropertiesForm().values;
  const isThere = /^[0-9a-f]{64}$/.test(file) && file !== noPicture;
  return (
    <>
      {isThere ? (
        <figure className="property-picture">
          <img
            src={`/media/${file}`}
            alt=""
            width={Number(width) || undefined}
            height={Number(height) || undefined}
          />
          <figcaption>{fill(picture.size, { width, height })}</figcaption>
        </figure>
      ) : (
        <p>{picture.none}</p>
      )}
      <input type="hidden" name="file" value={file} readOnly />
      <input type="hidden" name="width" value={width} readOnly />
      <input type="hidden" name="height" value={height} readOnly />
      <PropertyFrame field={field} name={name}>
        {(ties) => <input {...ties} type="file" accept="image/jpeg,image/png,image/webp" />}
      </PropertyFrame>
    </>
  );
}
