import type { Field } from "#app/instrument/properties/field.ts";
import { ChoiceView } from "./choice-view.tsx";
import { ConditionView } from "./condition-view.tsx";
import { LimitView, LineView, TickView } from "./line-view.tsx";
import { PictureView } from "./picture-view.tsx";
import { RowsView } from "./rows-view.tsx";
import { SeveralView } from "./several-view.tsx";
import { TextView } from "./text-view.tsx";

/** One field as it looks. */
export function FieldView({ field, name }: { field: Field; name: string }) {
  switch (field.type) {
    case "text":
      return <TextView field={field} name={name} />;
    case "tick":
      return <TickView field={field} name={name} />;
    case "choice":
      return <ChoiceView field={field} name={name} />;
    case "limit":
      return <LimitView field={field} name={name} />;
    case "several":
      return <SeveralView field={field} name={name} />;
    case "condition":
      return <ConditionView field={field} name={name} />;
    case "picture":
      return <PictureView field={field} name={name} />;
    case "rows":
      return <RowsView field={field} name={name} />;
    default:
      return <LineView field={field} name={name} />;
  }
}
