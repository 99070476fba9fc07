import { Form } from "@remix-run/react";

interface AskOnceProps {
  /** What the button that opens the question says. */
  label: string;
  /** What will happen. */
  lead: string;
  intent: string;
  yes: string;
}

/** A step that is asked about once before it is taken, also without scripts. */
export function AskOnce({ label, lead, intent, yes }: AskOnceProps) {
  return (
    <details className="wave-ask">
      <summary className="button quiet">{label}</summary>
      <Form method="post">
        <p>{lead}</p>
        <button type="submit" name="intent" value={intent}>
          {yes}
        </button>
      </Form>
    </details>
  );
}
