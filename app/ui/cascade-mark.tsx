/** Kaskad's mark: one who knows, handing on to two, who hand on to the group. */
export function CascadeMark({ className = "brand-mark" }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <path
        d="M8 7.5v5A3.5 3.5 0 0 0 11.5 16H16M18.5 16v5A3.5 3.5 0 0 0 22 24.5h2M8 7.5V21a3.5 3.5 0 0 0 3.5 3.5h.5"
        stroke="currentColor"
        strokeWidth="2.25"
        strokeLinecap="round"
      />
      <circle cx="8" cy="6.5" r="4" fill="currentColor" />
      <circle cx="18" cy="16" r="3.25" fill="currentColor" opacity="0.85" />
      <circle cx="13" cy="25" r="2.5" fill="currentColor" opacity="0.65" />
      <circle cx="25.5" cy="25" r="2.5" fill="currentColor" opacity="0.65" />
    </svg>
  );
}
