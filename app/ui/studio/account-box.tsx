import { Form, Link } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { useMessages } from "../language.tsx";
import type { Role } from "./study-head.ts";

/** Who is signed in, their account, and the way out. */
export function AccountBox({ name, role }: { name: string; role?: Role }) {
  const { studio } = useMessages();
  return (
    <footer className="studio-account">
      <p>
        {fill(studio.signedInAs, { name })}
        {role ? <span className="studio-role">{studio.roles[role]}</span> : null}
      </p>
      <div className="studio-account-ways">
        <Link to="/studio">{studio.studies}</Link>
        <Link to="/studio/account">{studio.account}</Link>
        <Form method="post" action="/studio/sign-out" reloadDocument>
          <button className="plain" type="submit">
            {studio.signOut}
          </button>
        </Form>
      </div>
    </footer>
  );
}
