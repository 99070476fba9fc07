import { useMessages } from "../../language.tsx";

/** What the indices can and cannot say, before any of them is seen. */
export function Reading() {
  const { reading } = useMessages().quality;
  return (
    <section className="studio-section quality-reading" aria-labelledby="reading">
      <h2 id="reading">{reading.title}</h2>
      {reading.body.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </section>
  );
}
