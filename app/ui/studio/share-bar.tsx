/** A bar from 0 to 1 beside its number, which says the same in words. */
export function ShareBar({ share }: { share: number }) {
  return (
    <svg className="studio-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="studio-bar-room" width="100" height="10" />
      <rect className="studio-bar-fill" width={Math.round(share * 1000) / 10} height="10" />
    </svg>
  );
}
