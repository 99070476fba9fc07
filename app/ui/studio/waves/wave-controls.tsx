import { Form, Link } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";
import { AskOnce } from "./ask-once.tsx";
import type { WaveWords } from "./wave-sentence.ts";

/** Settings, pausing and closing of a wave; what makes no sense now is not offered. */
export function WaveControls({ study, wave }: { study: string; wave: WaveWords }) {
  const { waves } = useMessages();
  const address = `/studio/${study}/fieldwork/waves/${wave.number}`;
  const lives = wave.state === "open" || wave.state === "paused";
  const lead =
    wave.graceMinutes > 0 ? fill(waves.closeNowLead, { grace: wave.graceMinutes }) : waves.closeNowGraceless;
  return (
    <>
      <div className="wave-actions">
        <Link className="button quiet" to={`${address}/settings`}>
          {waves.settings}
        </Link>
        {lives ? (
          <Form method="post">
            <button className="quiet" type="submit" name="intent" value={wave.paused ? "resume" : "pause"}>
              {wave.paused ? waves.resume : waves.pause}
            </button>
          </Form>
        ) : null}
        {lives ? <AskOnce label={waves.closeNow} lead={lead} intent="close" yes={waves.closeNowYes} /> : null}
      </div>
      {wave.state === "closed" || wave.state === "grace" ? (
        <p className="studio-hint">{waves.reopen}</p>
      ) : null}
    </>
  );
}
