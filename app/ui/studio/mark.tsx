/** Three streams that become one. */
export function Mark() {
  return (
    <svg className="studio-mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round">
        <path d="M4 7c8 1 10 9 18 9" />
        <path d="M4 16h18" />
        <path d="M4 25c8-1 10-9 18-9h6" />
      </g>
    </svg>
  );
}
